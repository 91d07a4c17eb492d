// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/assess/robustness.h"

#include "models/assess/decisiontable.h"
#include "models/decide/ranking.h"
#include "models/decide/scoring.h"
#include "models/decide/smaa.h"

#include <algorithm>
#include <numeric>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

SmaaProblem problemOf(const DecisionTable &table, const std::vector<std::size_t> &eligible)
{
    SmaaProblem problem;
    problem.options = eligible.size();
    problem.criteria = table.criteria.size();
    problem.scale.normalization = Normalization::Anchors;
    problem.scale.isClipped = true;
    for (const Criterion &criterion : table.criteria) {
        problem.directions.push_back(criterion.direction);
        problem.scale.worst.push_back(criterion.worst);
        problem.scale.best.push_back(criterion.best);
    }
    for (const std::size_t option : eligible) {
        for (const Criterion &criterion : table.criteria) {
            const Cell *cell = table.assessment.cell(table.assessment.options[option].id, criterion.id);
            problem.cells.push_back(distributionOf(table.assessment, cell, criterion));
        }
    }
    problem.seed = table.assessment.seed;
    return problem;
}

WeightPrior priorOf(const EffectiveWeights &weights, WeightView view)
{
    WeightPrior prior;
    switch (view) {
    case WeightView::Open:
        break;
    case WeightView::Ordered:
        prior.kind = WeightPrior::Kind::Ordinal;
        prior.order.resize(weights.leaves.size());
        std::iota(prior.order.begin(), prior.order.end(), std::size_t(0));
        std::ranges::stable_sort(prior.order, std::greater(), [&](std::size_t j) { return weights.leaves[j]; });
        break;
    case WeightView::AsGiven:
        prior.kind = WeightPrior::Kind::Fixed;
        prior.fixed = weights.leaves;
        break;
    case WeightView::BetweenPeople:
        prior.kind = WeightPrior::Kind::Mixture;
        prior.sets = weights.sets;
        if (prior.sets.empty())
            prior.sets.push_back(weights.leaves);
        break;
    }
    return prior;
}

/// Who wins each draw with the weights as given, and the figures that were drawn.
struct Trials {
    std::vector<std::size_t> winners;
    std::vector<std::vector<double>> figures; ///< of each cell that is not exact, else empty
};

Trials trialsOf(const SmaaProblem &problem, const std::vector<double> &weights, std::size_t count,
                const std::stop_token &stop)
{
    // Far from the parts of smaa2(), so that the two do not share their draws.
    RandomDraws draws(RandomDraws::seedOf(problem.seed, quint64(1) << 40));
    Trials trials;
    trials.figures.resize(problem.cells.size());
    Matrix cells(problem.options, problem.criteria);
    for (std::size_t trial = 0; trial < count && !stop.stop_requested(); ++trial) {
        for (std::size_t cell = 0; cell < problem.cells.size(); ++cell) {
            const double figure = problem.cells[cell].draw(draws);
            cells(cell / problem.criteria, cell % problem.criteria) = figure;
            if (!problem.cells[cell].isExact())
                trials.figures[cell].push_back(figure);
        }
        trials.winners.push_back(
            winnerOf(weightedSums(valuesOf(cells, problem.directions, problem.scale), weights)));
    }
    return trials;
}

/// The chance to choose rightly when one figure is known: the draws are cut into slices of like figures, and in
/// each the option is chosen that wins most of it.
double chanceKnowing(const Trials &trials, const std::vector<double> &figures, std::size_t options)
{
    constexpr std::size_t kSlices = 20;
    std::vector<std::size_t> order(figures.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::ranges::sort(order, {}, [&](std::size_t trial) { return std::pair(figures[trial], trial); });
    std::size_t right = 0;
    for (std::size_t slice = 0; slice < kSlices; ++slice) {
        std::vector<std::size_t> wins(options);
        for (std::size_t i = slice * order.size() / kSlices; i < (slice + 1) * order.size() / kSlices; ++i)
            ++wins[trials.winners[order[i]]];
        right += std::ranges::max(wins);
    }
    return static_cast<double>(right) / static_cast<double>(figures.size());
}

void addInformation(RobustnessReport &report, const SmaaProblem &problem, const std::vector<double> &weights,
                    const std::vector<std::size_t> &eligible, const std::stop_token &stop)
{
    constexpr std::size_t kTrials = 10'000;
    const Trials trials = trialsOf(problem, weights, kTrials, stop);
    if (stop.stop_requested())
        return;
    std::vector<std::size_t> wins(problem.options);
    for (const std::size_t winner : trials.winners)
        ++wins[winner];
    report.chance = static_cast<double>(std::ranges::max(wins)) / static_cast<double>(kTrials);
    for (std::size_t cell = 0; cell < problem.cells.size(); ++cell) {
        if (trials.figures[cell].empty() || weights[cell % problem.criteria] <= 0)
            continue;
        const double chance = chanceKnowing(trials, trials.figures[cell], problem.options);
        report.informationValues.push_back({eligible[cell / problem.criteria], cell % problem.criteria,
                                            std::max(0.0, chance - *report.chance)});
    }
    std::ranges::stable_sort(report.informationValues, std::greater(), &InformationValue::gain);
}

/// From the eligible options to all: who may not be chosen never wins.
void spread(RobustnessReport &report, const SmaaResult &result, const std::vector<std::size_t> &eligible,
            std::size_t options)
{
    report.rankAcceptability = Matrix(options, eligible.size());
    report.pairwiseWinning = Matrix(options, options);
    report.centralWeights.resize(options);
    report.confidence.resize(options);
    for (std::size_t i = 0; i < eligible.size(); ++i) {
        for (std::size_t k = 0; k < eligible.size(); ++k) {
            report.rankAcceptability(eligible[i], k) = result.rankAcceptability(i, k);
            report.pairwiseWinning(eligible[i], eligible[k]) = result.pairwiseWinning(i, k);
        }
        report.centralWeights[eligible[i]] = result.centralWeights[i];
        report.confidence[eligible[i]] = result.confidence[i];
    }
    report.choiceEntropyBits = result.choiceEntropyBits;
}

} // namespace

Result<RobustnessReport> robustnessOf(const Assessment &assessment, const RobustnessSettings &settings,
                                      const std::stop_token &stop)
{
    constexpr int kMostDraws = 1'000'000;
    const DecisionTable table(assessment);
    const std::vector<std::size_t> eligible = table.eligible();
    if (settings.draws < 1 || settings.draws > kMostDraws)
        return fail(Error::Kind::Invalid, u"expected 1 to %1 draws"_s.arg(kMostDraws), u"draws"_s);
    if (eligible.empty() || table.criteria.empty())
        return fail(Error::Kind::Invalid, u"no option that may be chosen, or no criterion"_s, assessment.title);
    SmaaProblem problem = problemOf(table, eligible);
    problem.weights = priorOf(table.weights, settings.weights);
    problem.draws = settings.draws;
    RobustnessReport report;
    report.draws = settings.draws;
    report.seed = assessment.seed;
    report.weights = settings.weights;
    const SmaaResult result = smaa2(problem, stop);
    if (stop.stop_requested())
        return fail(Error::Kind::Cancelled, u"drawing was cancelled"_s); // what was drawn has no meaning
    spread(report, result, eligible, table.options());
    if (settings.wantsValueOfInformation)
        addInformation(report, problem, table.weights.leaves, eligible, stop);
    if (stop.stop_requested())
        return fail(Error::Kind::Cancelled, u"drawing was cancelled"_s);
    report.conventions = QStringList{
        u"Shares of %1 draws with seed %2; the standard error of a share b is sqrt(b (1 - b) / draws)."_s
            .arg(settings.draws)
            .arg(assessment.seed),
        u"Missing cells are drawn uniformly between the anchors, measured ones from resampled stretches of "
        u"their "
        "window; what lies beyond the anchors counts as the nearest one."_s,
        u"The value of information uses the weights as given and 10000 draws in 20 slices."_s};
    return report;
}

} // namespace stratadeck
