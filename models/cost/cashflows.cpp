// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cost/cashflows.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace stratadeck {

namespace {

using Polynomial = std::vector<double>; // highest power first

double valueAt(const Polynomial &p, double x)
{
    return std::accumulate(p.begin(), p.end(), 0.0, [x](double sum, double c) { return sum * x + c; });
}

Polynomial derivativeOf(const Polynomial &p)
{
    Polynomial derivative;
    for (std::size_t i = 0; i + 1 < p.size(); ++i)
        derivative.push_back(p[i] * static_cast<double>(p.size() - 1 - i));
    return derivative;
}

double bisect(const Polynomial &p, double low, double high)
{
    const bool rises = valueAt(p, low) < 0;
    constexpr int kSteps = 200; // until neighbouring doubles
    for (int i = 0; i < kSteps; ++i) {
        const double middle = low + (high - low) / 2;
        if (middle <= low || middle >= high)
            break;
        ((valueAt(p, middle) < 0) == rises ? low : high) = middle;
    }
    return low + (high - low) / 2;
}

/// Of how much a sum of such terms may be off.
double noiseAt(const Polynomial &p, double x)
{
    const double size =
        std::accumulate(p.begin(), p.end(), 0.0, [x](double sum, double c) { return sum * x + std::abs(c); });
    constexpr double kUnit = 1e-13;
    return kUnit * size;
}

/// The positive roots, ascending: between neighbouring extremes a polynomial has at most one.
std::vector<double> positiveRoots(const Polynomial &p)
{
    if (p.size() < 2)
        return {};
    double largest = 0;
    for (const double c : p)
        largest = std::max(largest, std::abs(c / p.front()));
    std::vector<double> edges{0};
    for (const double extreme : positiveRoots(derivativeOf(p)))
        edges.push_back(extreme);
    edges.push_back(1 + largest); // Cauchy's bound
    std::vector<double> roots;
    const auto add = [&roots](double root) {
        constexpr double kSame = 1e-9;
        if (root > 0 && (roots.empty() || root - roots.back() > kSame * root))
            roots.push_back(root);
    };
    for (std::size_t i = 0; i + 1 < edges.size(); ++i) {
        const double low = valueAt(p, edges[i]);
        const double high = valueAt(p, edges[i + 1]);
        if (i > 0 && std::abs(low) <= noiseAt(p, edges[i]))
            add(edges[i]); // it touches
        else if ((low < 0) != (high < 0) && std::abs(high) > noiseAt(p, edges[i + 1]))
            add(bisect(p, edges[i], edges[i + 1]));
    }
    return roots;
}

} // namespace

double discountFactor(double rate, std::size_t year, FlowTiming timing)
{
    auto when = static_cast<double>(year);
    if (timing == FlowTiming::MidYear && year > 0)
        when -= 0.5;
    if (timing == FlowTiming::Spreadsheet)
        when += 1;
    return std::pow(1 + rate, -when);
}

double presentValue(double rate, std::span<const double> flows, FlowTiming timing)
{
    double sum = 0;
    for (std::size_t year = 0; year < flows.size(); ++year)
        sum += flows[year] * discountFactor(rate, year, timing);
    return sum;
}

int signChanges(std::span<const double> flows)
{
    int changes = 0;
    double last = 0;
    for (const double flow : flows) {
        if (flow == 0)
            continue;
        if (last != 0 && (flow > 0) != (last > 0))
            ++changes;
        last = flow;
    }
    return changes;
}

std::vector<double> ratesOfReturn(std::span<const double> flows)
{
    // sum of CF_t g^(N-t) with g = 1 + rate; leading zeros only lower the power.
    // Trailing ones only add roots at g = 0.
    const auto isFlow = [](double flow) { return flow != 0; };
    const auto first = std::find_if(flows.begin(), flows.end(), isFlow);
    const auto last = std::find_if(flows.rbegin(), flows.rend(), isFlow).base();
    if (first == flows.end())
        return {};
    std::vector<double> rates = positiveRoots(Polynomial(first, last));
    for (double &rate : rates)
        rate -= 1;
    std::erase_if(rates, [](double rate) { return rate <= -1; });
    return rates;
}

std::optional<double> internalRate(std::span<const double> flows)
{
    if (signChanges(flows) != 1)
        return {};
    const std::vector<double> rates = ratesOfReturn(flows);
    return rates.size() == 1 ? std::optional(rates.front()) : std::nullopt;
}

std::optional<double> modifiedInternalRate(std::span<const double> flows, double finance, double reinvest)
{
    if (flows.size() < 2)
        return {};
    const std::size_t years = flows.size() - 1;
    double in = 0;
    double out = 0;
    for (std::size_t year = 0; year <= years; ++year) {
        if (flows[year] > 0)
            in += flows[year] * std::pow(1 + reinvest, static_cast<double>(years - year));
        else
            out -= flows[year] * discountFactor(finance, year, FlowTiming::EndOfYear);
    }
    if (in <= 0 || out <= 0)
        return {};
    return std::pow(in / out, 1 / static_cast<double>(years)) - 1;
}

std::optional<double> paybackYears(std::span<const double> flows, double rate, FlowTiming timing)
{
    double sum = 0;
    bool isOwed = false;
    for (std::size_t year = 0; year < flows.size(); ++year) {
        const double flow = flows[year] * discountFactor(rate, year, timing);
        if (isOwed && sum + flow >= 0)
            return static_cast<double>(year) - 1 + -sum / flow;
        sum += flow;
        isOwed = isOwed || sum < 0;
    }
    return {};
}

double equivalentAnnualCost(double capex, double rate, double life, double yearly)
{
    // expm1 and log1p: at small rates the plain formula loses its digits.
    const double annuity = rate == 0 ? 1 / life : rate / -std::expm1(-life * std::log1p(rate));
    return capex * annuity + yearly;
}

} // namespace stratadeck
