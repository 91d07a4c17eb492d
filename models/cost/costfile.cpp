// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cost/costfile.h"

#include "models/base/jsonanswer.h"
#include "models/cost/project.h"

#include <algorithm>
#include <array>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostYears = 200;
constexpr int kMostTrials = 10'000'000;
constexpr int kUsualTrials = 100'000;
constexpr double kUsualSwing = 0.2;

double rateOf(const JsonView &view)
{
    const double rate = view.number();
    if (rate <= -1)
        view.reject(u"expected a rate above -1"_s);
    return std::max(rate, -1 + 1e-9);
}

FlowTiming timingOf(const JsonView &view)
{
    const QString word = view.text(u"end_of_year"_s);
    if (word == "mid_year"_L1)
        return FlowTiming::MidYear;
    if (word == "spreadsheet"_L1)
        return FlowTiming::Spreadsheet;
    if (word != "end_of_year"_L1)
        view.reject(u"expected end_of_year, mid_year or spreadsheet"_s);
    return FlowTiming::EndOfYear;
}

QString toWord(FlowTiming timing)
{
    switch (timing) {
    case FlowTiming::EndOfYear:
        return u"today at 0, years at their end"_s;
    case FlowTiming::MidYear:
        return u"today at 0, years in their middle"_s;
    case FlowTiming::Spreadsheet:
        return u"as the spreadsheet function: every flow one period later"_s;
    }
    return {};
}

std::vector<double> flowsOf(const JsonView &view)
{
    std::vector<double> flows = view.numbers();
    if (flows.empty() || flows.size() > kMostYears + 1)
        view.reject(u"expected 1 to %1 flows"_s.arg(kMostYears + 1));
    return flows;
}

QJsonObject netPresentValue(const JsonView &root)
{
    root.allowOnly({"kind"_L1, "rate"_L1, "flows"_L1, "timing"_L1}, JsonView::caseRemarks());
    const FlowTiming timing = timingOf(root["timing"_L1]);
    JsonAnswer answer;
    answer.set(u"npv"_s, presentValue(rateOf(root["rate"_L1]), flowsOf(root["flows"_L1]), timing));
    return answer.take({{u"npv_timing"_s, toWord(timing)}});
}

const QString kNotUnique = u"not unique: the flows change their sign %1 times"_s;

QString whyNoRate(const std::vector<double> &flows)
{
    const int changes = signChanges(flows);
    return changes == 0 ? u"none: the flows do not change their sign"_s : kNotUnique.arg(changes);
}

QJsonObject internalRates(const JsonView &root)
{
    root.allowOnly({"kind"_L1, "flows"_L1}, JsonView::caseRemarks());
    const std::vector<double> flows = flowsOf(root["flows"_L1]);
    JsonAnswer answer;
    answer.set(u"irr"_s, internalRate(flows), whyNoRate(flows));
    answer.insert(u"roots"_s, JsonAnswer::numbers(ratesOfReturn(flows)));
    answer.insert(u"sign_changes"_s, signChanges(flows));
    return answer.take(
        {{u"irr"_s, u"rates above -1 at which the NPV is 0; given only when there is one sign change"_s}});
}

QJsonObject modifiedRate(const JsonView &root)
{
    root.allowOnly({"kind"_L1, "flows"_L1, "finance_rate"_L1, "reinvest_rate"_L1}, JsonView::caseRemarks());
    JsonAnswer answer;
    answer.set(u"mirr"_s,
               modifiedInternalRate(flowsOf(root["flows"_L1]), rateOf(root["finance_rate"_L1]),
                                    rateOf(root["reinvest_rate"_L1])),
               u"needs flows of both signs"_s);
    return answer.take(
        {{u"mirr"_s, u"(FV of inflows at reinvest_rate / PV of outflows at finance_rate)^(1/N) - 1"_s}});
}

const QString kNoPayback = u"not within the horizon, or nothing was owed"_s;

QJsonObject payback(const JsonView &root)
{
    root.allowOnly({"kind"_L1, "flows"_L1, "rate"_L1, "timing"_L1}, JsonView::caseRemarks());
    const std::vector<double> flows = flowsOf(root["flows"_L1]);
    const FlowTiming timing = timingOf(root["timing"_L1]);
    JsonAnswer answer;
    answer.set(u"payback_years"_s, paybackYears(flows), kNoPayback);
    if (root["rate"_L1].isMissing())
        answer.setNull(u"discounted_payback_years"_s, u"no rate was given"_s);
    else
        answer.set(u"discounted_payback_years"_s, paybackYears(flows, rateOf(root["rate"_L1]), timing),
                   kNoPayback);
    return answer.take({{u"payback"_s, u"linear inside a year"_s}});
}

QJsonObject annualCost(const JsonView &root)
{
    root.allowOnly({"kind"_L1, "capex"_L1, "rate"_L1, "life"_L1, "yearly"_L1}, JsonView::caseRemarks());
    const double life = root["life"_L1].number();
    if (life <= 0)
        root["life"_L1].reject(u"expected more than 0 years"_s);
    JsonAnswer answer;
    answer.set(u"eac"_s, equivalentAnnualCost(root["capex"_L1].number(), rateOf(root["rate"_L1]), life,
                                              root["yearly"_L1].number(0)));
    return answer.take({{u"eac"_s, u"capex r/(1-(1+r)^-life) + yearly"_s}});
}

struct KnownLine {
    CostSide side{};
    QLatin1StringView name;
};
constexpr std::array kLines{KnownLine{CostSide::Vm, "hardware"_L1},
                            KnownLine{CostSide::Vm, "licences"_L1},
                            KnownLine{CostSide::Vm, "operations"_L1},
                            KnownLine{CostSide::Vm, "management"_L1},
                            KnownLine{CostSide::Container, "infrastructure"_L1},
                            KnownLine{CostSide::Container, "platform"_L1},
                            KnownLine{CostSide::Container, "development_rework"_L1},
                            KnownLine{CostSide::Container, "operations"_L1}};

class ProjectReader
{
public:
    explicit ProjectReader(bool mayBeUncertain)
        : m_mayBeUncertain(mayBeUncertain)
    {
    }

    CostProject read(const JsonView &root)
    {
        CostProject project;
        project.rate = rateOf(root["discount_rate"_L1]);
        project.years = static_cast<std::size_t>(root["years"_L1].integerIn(0, kMostYears));
        project.timing = timingOf(root["timing"_L1]);
        const JsonView vm = root["vm_costs"_L1];
        const JsonView container = root["container_costs"_L1];
        vm.allowOnly({"hardware"_L1, "licences"_L1, "operations"_L1, "management"_L1});
        container.allowOnly({"infrastructure"_L1, "platform"_L1, "development_rework"_L1, "operations"_L1});
        for (const auto &[side, name] : kLines)
            addLine(project, side, (side == CostSide::Vm ? vm : container)[name]);
        addLine(project, CostSide::Efficiency, root["efficiency_value"_L1]);
        for (const JsonView &sunk : root["sunk"_L1].items(true))
            markSunk(project, sunk);
        return project;
    }

private:
    void addLine(CostProject &project, CostSide side, const JsonView &view)
    {
        CostLine line;
        line.side = side;
        line.name = view.path();
        JsonView amounts = view;
        if (m_mayBeUncertain && view.isObject()) {
            view.allowOnly({"amounts"_L1, "factor"_L1});
            amounts = view["amounts"_L1];
            line.factor = Distribution::of(view["factor"_L1]);
        }
        if (view.isMissing()) {
            line.amounts.assign(project.years + 1, Distribution::exact(0));
        } else {
            for (const JsonView &amount : amounts.items()) {
                line.amounts.push_back(m_mayBeUncertain ? Distribution::of(amount)
                                                        : Distribution::exact(amount.number()));
            }
            if (amounts.isArray() && line.amounts.size() != project.years + 1)
                amounts.reject(u"expected %1 amounts, today's and one a year"_s.arg(project.years + 1));
        }
        line.amounts.resize(project.years + 1);
        project.lines.push_back(std::move(line));
    }

    static void markSunk(CostProject &project, const JsonView &sunk)
    {
        const QString name = u"vm_costs."_s + sunk.text();
        const auto line = std::ranges::find(project.lines, name, &CostLine::name);
        if (line == project.lines.end())
            sunk.reject(u"expected hardware, licences, operations or management"_s);
        else
            line->isSunk = true;
    }

    bool m_mayBeUncertain;
};

constexpr std::array kProjectFields{"kind"_L1,
                                    "discount_rate"_L1,
                                    "years"_L1,
                                    "timing"_L1,
                                    "vm_costs"_L1,
                                    "container_costs"_L1,
                                    "efficiency_value"_L1,
                                    "sunk"_L1};

void allowProjectAnd(const JsonView &root, std::initializer_list<QLatin1StringView> more)
{
    std::vector<QLatin1StringView> all(kProjectFields.begin(), kProjectFields.end());
    all.insert(all.end(), JsonView::caseRemarks().begin(), JsonView::caseRemarks().end());
    root.allowOnly(more, all);
}

QJsonObject conventionsOf(const CostProject &project)
{
    return {
        {u"npv_timing"_s, toWord(project.timing)},
        {u"roi_percent"_s,
         u"the project's formula: (benefit - investment) / investment; benefit is the gross VM cost avoided and the efficiency value"_s},
        {u"roi_percent_incremental"_s,
         u"(sum of later net flows - one-off) / one-off; one-off is minus the net flow of today"_s},
        {u"roi_percent_discounted"_s, u"NPV / present value of container costs"_s},
        {u"sunk"_s, u"counts in no figure"_s}};
}

QJsonObject wholeProject(const JsonView &root)
{
    allowProjectAnd(root, {});
    const CostProject project = ProjectReader(false).read(root);
    const CostFigures figures = figuresOf(project);
    const QString noCosts = u"there are no container costs"_s;
    const QString noOneOff = u"nothing is spent today"_s;
    JsonAnswer answer;
    answer.set(u"vm_total"_s, figures.vmTotal);
    answer.set(u"container_total"_s, figures.containerTotal);
    answer.set(u"benefit"_s, figures.benefit);
    answer.set(u"investment"_s, figures.investment);
    answer.set(u"roi_percent"_s, figures.roiPercent, noCosts);
    answer.set(u"tco_pv_vm"_s, figures.vmPresentValue);
    answer.set(u"tco_pv_container"_s, figures.containerPresentValue);
    answer.set(u"npv"_s, figures.netPresentValue);
    answer.set(u"roi_percent_discounted"_s, figures.roiPercentDiscounted, noCosts);
    answer.insert(u"net_flows"_s, JsonAnswer::numbers(figures.netFlows));
    answer.set(u"irr"_s, figures.internalRate, whyNoRate(figures.netFlows));
    answer.set(u"payback_years"_s, figures.payback, kNoPayback);
    answer.set(u"discounted_payback_years"_s, figures.discountedPayback, kNoPayback);
    answer.set(u"roi_percent_incremental"_s, figures.roiPercentIncremental, noOneOff);
    answer.set(u"pv_roi_percent"_s, figures.presentValueRoiPercent, noOneOff);
    answer.set(u"break_even_rework_at_t0"_s, figures.breakEvenRework);
    answer.set(u"npv_without_efficiency"_s, figures.netPresentValueWithoutEfficiency);
    return answer.take(conventionsOf(project));
}

QJsonObject tornado(const JsonView &root)
{
    allowProjectAnd(root, {"swing"_L1, "ranges"_L1});
    const CostProject project = ProjectReader(false).read(root);
    const QStringList known = tornadoLines(project);
    std::vector<TornadoRange> ranges;
    const JsonView given = root["ranges"_L1];
    for (const QString &name : given.isMissing() ? QStringList() : given.names()) {
        const JsonView range(given.value()[name], u"ranges."_s + name, given.problem());
        const std::vector<double> factors = range.numbers();
        const bool exists = std::ranges::find(project.lines, name, &CostLine::name) != project.lines.end()
                            || name == "discount_rate"_L1;
        if (factors.size() != 2 || !exists)
            range.reject(u"expected [low, high] factors of a line such as vm_costs.hardware"_s);
        else
            ranges.push_back({name, factors[0], factors[1]});
    }
    const double swing = root["swing"_L1].isMissing() ? kUsualSwing : root["swing"_L1].numberIn(0, 1e6);
    JsonAnswer answer;
    answer.set(u"base_npv"_s, figuresOf(project).netPresentValue);
    QJsonArray bars;
    for (const TornadoBar &bar : tornadoOf(project, swing, ranges))
        bars.append(QJsonObject{{u"line"_s, bar.line}, {u"low"_s, bar.low}, {u"high"_s, bar.high}});
    answer.insert(u"bars"_s, bars);
    return answer.take(conventionsOf(project));
}

QJsonObject monteCarlo(const JsonView &root)
{
    allowProjectAnd(root, {"trials"_L1, "seed"_L1});
    const CostProject project = ProjectReader(true).read(root);
    const int trials =
        root["trials"_L1].isMissing() ? kUsualTrials : root["trials"_L1].integerIn(2, kMostTrials);
    const double seed = root["seed"_L1].isMissing() ? 0 : root["seed"_L1].numberIn(0, 9007199254740992.0);
    if (root.problem().found())
        return {};
    const CostSimulation result = simulate(project, trials, static_cast<quint64>(seed));
    JsonAnswer answer;
    answer.set(u"mean"_s, result.mean);
    answer.set(u"sd"_s, result.sd);
    answer.set(u"p10"_s, result.p10);
    answer.set(u"p50"_s, result.p50);
    answer.set(u"p90"_s, result.p90);
    answer.set(u"prob_negative"_s, result.negativeShare);
    QJsonObject shares;
    for (const auto &[line, share] : result.varianceShares)
        shares[line] = share;
    answer.insert(u"variance_share"_s, shares);
    QJsonObject conventions = conventionsOf(project);
    conventions[u"draws"_s] =
        u"mt19937_64 with samplers of our own, all independent; trials %1, seed %2"_s.arg(trials).arg(seed, 0,
                                                                                                      'f', 0);
    conventions[u"percentiles"_s] = u"linear between order statistics"_s;
    return answer.take(conventions);
}

} // namespace

Result<QJsonObject> answerCost(const QByteArray &json)
{
    const Result<QJsonValue> document = JsonView::parse(json);
    if (!document)
        return tl::unexpected(document.error());
    using Kind = std::pair<QLatin1StringView, QJsonObject (*)(const JsonView &)>;
    constexpr std::array<Kind, 8> kKinds{{{"NPV"_L1, netPresentValue},
                                          {"IRR"_L1, internalRates},
                                          {"MIRR"_L1, modifiedRate},
                                          {"PAYBACK"_L1, payback},
                                          {"EAC"_L1, annualCost},
                                          {"PROJECT"_L1, wholeProject},
                                          {"TORNADO"_L1, tornado},
                                          {"MONTE_CARLO"_L1, monteCarlo}}};
    JsonProblem problem;
    const JsonView root(*document, {}, problem);
    const QString word = root["kind"_L1].text();
    const auto kind = std::ranges::find(kKinds, word, &Kind::first);
    if (kind == kKinds.end()) {
        problem.report(u"kind"_s, u"expected NPV, IRR, MIRR, PAYBACK, EAC, PROJECT, TORNADO or MONTE_CARLO"_s);
        return tl::unexpected(problem.error());
    }
    QJsonObject answer = kind->second(root);
    if (problem.found())
        return tl::unexpected(problem.error());
    return answer;
}

} // namespace stratadeck
