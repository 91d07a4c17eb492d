// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cost/project.h"

#include "models/base/parallel.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

double signOf(CostSide side)
{
    return side == CostSide::Container ? -1 : 1;
}

std::optional<double> percentOf(double part, double whole)
{
    return whole == 0 ? std::nullopt : std::optional(100 * part / whole);
}

std::vector<double> discountFactors(const CostProject &project, double rate)
{
    std::vector<double> factors;
    for (std::size_t year = 0; year <= project.years; ++year)
        factors.push_back(discountFactor(rate, year, project.timing));
    return factors;
}

double sumOfProducts(const std::vector<double> &a, const std::vector<double> &b)
{
    return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

/// Present value of a line, its sign included.
double worthOf(const CostLine &line, const std::vector<double> &factors)
{
    return signOf(line.side) * sumOfProducts(line.centralAmounts(), factors);
}

double worthOf(const CostProject &project, double rate)
{
    const std::vector<double> factors = discountFactors(project, rate);
    double sum = 0;
    for (const CostLine &line : project.lines) {
        if (!line.isSunk)
            sum += worthOf(line, factors);
    }
    return sum;
}

/// Linear between order statistics: position p (n - 1).
double percentile(const std::vector<double> &sorted, double p)
{
    const double place = p * static_cast<double>(sorted.size() - 1);
    const auto low = static_cast<std::size_t>(place);
    const std::size_t high = std::min(low + 1, sorted.size() - 1);
    return sorted[low] + (place - static_cast<double>(low)) * (sorted[high] - sorted[low]);
}

/// Welford's running mean and variance.
class Moments
{
public:
    void add(double x)
    {
        ++m_count;
        const double off = x - m_mean;
        m_mean += off / m_count;
        m_squares += off * (x - m_mean);
    }
    double mean() const { return m_mean; }
    double variance() const { return m_count > 1 ? m_squares / (m_count - 1) : 0; }

private:
    double m_count = 0;
    double m_mean = 0;
    double m_squares = 0;
};

Moments momentsOf(const std::vector<double> &figures)
{
    Moments moments;
    for (const double figure : figures)
        moments.add(figure);
    return moments;
}

/// An uncertain line, and what of it is the same in every trial.
struct DrawnLine {
    const CostLine *line = nullptr;
    double sign = 1;
    double certain = 0; ///< worth of the amounts that are exact, before the factor
    std::vector<std::pair<const Distribution *, double>> amounts; ///< the others, and their discount factors

    double draw(RandomDraws &draws) const
    {
        const double factor = line->factor.draw(draws);
        double sum = certain;
        for (const auto &[amount, discount] : amounts)
            sum += amount->draw(draws) * discount;
        return sign * factor * sum;
    }
};

DrawnLine drawnLine(const CostLine &line, const std::vector<double> &factors)
{
    DrawnLine drawn{&line, signOf(line.side), 0, {}};
    for (std::size_t year = 0; year < line.amounts.size(); ++year) {
        if (line.amounts[year].isExact())
            drawn.certain += line.amounts[year].a * factors[year];
        else
            drawn.amounts.emplace_back(&line.amounts[year], factors[year]);
    }
    return drawn;
}

} // namespace

bool CostLine::isUncertain() const
{
    return !factor.isExact()
           || std::ranges::any_of(amounts, [](const Distribution &amount) { return !amount.isExact(); });
}

bool CostLine::isZero() const
{
    return std::ranges::all_of(amounts,
                               [](const Distribution &amount) { return amount.isExact() && amount.a == 0; });
}

std::vector<double> CostLine::centralAmounts() const
{
    std::vector<double> all;
    for (const Distribution &amount : amounts)
        all.push_back(amount.central() * factor.central());
    return all;
}

CostFigures figuresOf(const CostProject &project)
{
    CostFigures figures;
    figures.netFlows.resize(project.years + 1);
    const std::vector<double> factors = discountFactors(project, project.rate);
    double efficiency = 0;
    double efficiencyWorth = 0;
    double reworkToday = 0;
    for (const CostLine &line : project.lines) {
        if (line.isSunk)
            continue;
        const std::vector<double> amounts = line.centralAmounts();
        const double total = std::accumulate(amounts.begin(), amounts.end(), 0.0);
        const double worth = sumOfProducts(amounts, factors);
        for (std::size_t year = 0; year < amounts.size(); ++year)
            figures.netFlows[year] += signOf(line.side) * amounts[year];
        switch (line.side) {
        case CostSide::Vm:
            figures.vmTotal += total;
            figures.vmPresentValue += worth;
            break;
        case CostSide::Container:
            figures.containerTotal += total;
            figures.containerPresentValue += worth;
            if (line.name == "container_costs.development_rework"_L1)
                reworkToday = amounts.front();
            break;
        case CostSide::Efficiency:
            efficiency += total;
            efficiencyWorth += worth;
            break;
        }
    }
    figures.benefit = figures.vmTotal + efficiency;
    figures.investment = figures.containerTotal;
    figures.roiPercent = percentOf(figures.benefit - figures.investment, figures.investment);
    figures.netPresentValue = figures.vmPresentValue + efficiencyWorth - figures.containerPresentValue;
    figures.roiPercentDiscounted = percentOf(figures.netPresentValue, figures.containerPresentValue);
    figures.internalRate = internalRate(figures.netFlows);
    figures.payback = paybackYears(figures.netFlows);
    figures.discountedPayback = paybackYears(figures.netFlows, project.rate, project.timing);
    const double oneOff = -figures.netFlows.front();
    const double later = std::accumulate(figures.netFlows.begin() + 1, figures.netFlows.end(), 0.0);
    figures.roiPercentIncremental = percentOf(later - oneOff, oneOff);
    figures.presentValueRoiPercent = percentOf(figures.netPresentValue, oneOff);
    figures.breakEvenRework = reworkToday + figures.netPresentValue / factors.front();
    figures.netPresentValueWithoutEfficiency = figures.netPresentValue - efficiencyWorth;
    return figures;
}

QStringList tornadoLines(const CostProject &project)
{
    QStringList names;
    for (const CostLine &line : project.lines) {
        if (!line.isSunk && !line.isZero())
            names.append(line.name);
    }
    if (project.rate != 0)
        names.append(u"discount_rate"_s);
    return names;
}

std::vector<TornadoBar> tornadoOf(const CostProject &project, double swing,
                                  const std::vector<TornadoRange> &ranges)
{
    const double base = worthOf(project, project.rate);
    const std::vector<double> factors = discountFactors(project, project.rate);
    std::vector<TornadoBar> bars;
    for (const QString &name : tornadoLines(project)) {
        const auto own = std::ranges::find(ranges, name, &TornadoRange::line);
        const double low = own == ranges.end() ? 1 - swing : own->low;
        const double high = own == ranges.end() ? 1 + swing : own->high;
        const auto line = std::ranges::find(project.lines, name, &CostLine::name);
        if (line == project.lines.end()) {
            bars.push_back({name, worthOf(project, project.rate * low), worthOf(project, project.rate * high)});
            continue;
        }
        const double worth = worthOf(*line, factors);
        bars.push_back({name, base + worth * (low - 1), base + worth * (high - 1)});
    }
    std::ranges::stable_sort(bars, std::greater(),
                             [](const TornadoBar &bar) { return std::abs(bar.high - bar.low); });
    return bars;
}

CostSimulation simulate(const CostProject &project, int trials, quint64 seed)
{
    const std::vector<double> factors = discountFactors(project, project.rate);
    std::vector<DrawnLine> uncertain;
    double certain = 0;
    for (const CostLine &line : project.lines) {
        if (line.isSunk)
            continue;
        if (line.isUncertain())
            uncertain.push_back(drawnLine(line, factors));
        else
            certain += worthOf(line, factors);
    }
    // Parts have draws of their own and are put together in their order: on any number of processors the same.
    constexpr std::size_t kPart = 2048;
    const auto all = static_cast<std::size_t>(trials);
    const std::size_t parts = (all + kPart - 1) / kPart;
    std::vector<double> worths(all, certain);
    std::vector<std::vector<double>> ofLines(uncertain.size(), std::vector<double>(all));
    runParallel(parts, [&](std::size_t part) {
        RandomDraws draws(RandomDraws::seedOf(seed, part));
        for (std::size_t trial = part * kPart; trial < std::min(all, (part + 1) * kPart); ++trial) {
            for (std::size_t i = 0; i < uncertain.size(); ++i) {
                const double one = uncertain[i].draw(draws);
                ofLines[i][trial] = one;
                worths[trial] += one;
            }
        }
    });
    const Moments moments = momentsOf(worths);
    std::ranges::sort(worths);
    CostSimulation result{moments.mean(),
                          std::sqrt(moments.variance()),
                          percentile(worths, 0.1),
                          percentile(worths, 0.5),
                          percentile(worths, 0.9),
                          0,
                          {}};
    const auto negative = std::ranges::count_if(worths, [](double worth) { return worth < 0; });
    result.negativeShare = static_cast<double>(negative) / trials;
    std::vector<double> variances;
    for (const std::vector<double> &line : ofLines)
        variances.push_back(momentsOf(line).variance());
    const double sum = std::accumulate(variances.begin(), variances.end(), 0.0);
    for (std::size_t i = 0; i < uncertain.size(); ++i)
        result.varianceShares.emplace_back(uncertain[i].line->name, sum > 0 ? variances[i] / sum : 0);
    return result;
}

} // namespace stratadeck
