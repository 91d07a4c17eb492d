// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/assess/decisiontable.h"

#include "models/decide/ranking.h"
#include "models/decide/scoring.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace stratadeck {

namespace {

// In English for files and the command line; the window translates them, in the context "Conventions".
constexpr std::array kConventions{
    QT_TRANSLATE_NOOP("Conventions", "values between the declared anchors, clipped to 0..1"),
    QT_TRANSLATE_NOOP("Conventions", "the same values, multiplied"),
    QT_TRANSLATE_NOOP("Conventions", "vector normalization, Euclidean distance to the set's own ideal"),
    QT_TRANSLATE_NOOP("Conventions", "best and worst of the set, v = 0.5; the lowest Q is best"),
    QT_TRANSLATE_NOOP("Conventions", "linear preference on the anchored values, q = 0.05, p = 0.5"),
    QT_TRANSLATE_NOOP("Conventions", "ideal mode, priorities from the anchored values")};
constexpr const char *kTooFarApart =
    QT_TRANSLATE_NOOP("Conventions", "the figures are too far apart to be reckoned with");
constexpr const char *kProductIsZero = QT_TRANSLATE_NOOP(
    "Conventions", "an option lies at the worst anchor of a criterion, which makes its product 0");
constexpr const char *kAllTheSame = QT_TRANSLATE_NOOP("Conventions", "all options are the same");
constexpr const char *kNoneEligible = QT_TRANSLATE_NOOP("Conventions", "no option passes the must-haves");
constexpr const char *kNoCriterion = QT_TRANSLATE_NOOP("Conventions", "there is no criterion");
constexpr const char *kCellsMissing = QT_TRANSLATE_NOOP("Conventions", "cells are missing");

/// The options that are compared, complete: raw figures for the methods that normalize themselves, anchored
/// values for the others.
struct Complete {
    Matrix figures;
    Matrix values;
    std::vector<double> weights;
    std::vector<Direction> directions; ///< as the anchors say
};

Complete completeOf(const DecisionTable &table, const std::vector<std::size_t> &eligible)
{
    Complete complete{Matrix(eligible.size(), table.criteria.size()),
                      DecisionTable::rowsOf(table.central, eligible),
                      table.weights.leaves,
                      {}};
    for (std::size_t j = 0; j < table.criteria.size(); ++j) {
        const Criterion &criterion = table.criteria[j];
        complete.directions.push_back(criterion.best < criterion.worst ? Direction::Cost : Direction::Benefit);
        for (std::size_t i = 0; i < eligible.size(); ++i)
            complete.figures(i, j) =
                table.isMissing(eligible[i], j) ? 0 : table.figures[eligible[i]][j].central;
    }
    return complete;
}

MethodRanking rankingOf(Method method)
{
    MethodRanking ranking;
    ranking.method = method;
    ranking.convention = QString::fromLatin1(kConventions[static_cast<std::size_t>(method)]);
    return ranking;
}

void fill(MethodRanking &ranking, const std::vector<double> &scores, Best best,
          const std::vector<std::size_t> &eligible)
{
    if (!std::ranges::all_of(scores, [](double score) { return std::isfinite(score); })) {
        ranking.reason = QString::fromLatin1(kTooFarApart);
        return;
    }
    ranking.isDefined = true;
    const std::vector<int> ranks = competitionRanks(scores, best);
    for (std::size_t i = 0; i < eligible.size(); ++i) {
        ranking.scores[eligible[i]] = scores[i];
        ranking.ranks[eligible[i]] = ranks[i];
    }
    if (std::ranges::count(ranks, 1) == 1)
        ranking.winner = eligible[std::size_t(std::ranges::find(ranks, 1) - ranks.begin())];
}

MethodRanking weightedProduct(const Complete &complete, MethodRanking ranking,
                              const std::vector<std::size_t> &eligible)
{
    for (std::size_t i = 0; i < complete.values.rows(); ++i) {
        for (std::size_t j = 0; j < complete.weights.size(); ++j) {
            if (complete.weights[j] > 0 && complete.values(i, j) <= 0) {
                ranking.reason = QString::fromLatin1(kProductIsZero);
                return ranking;
            }
        }
    }
    fill(ranking, weightedProducts(complete.values, complete.weights), Best::Highest, eligible);
    return ranking;
}

MethodRanking closeness(const Complete &complete, MethodRanking ranking,
                        const std::vector<std::size_t> &eligible)
{
    const TopsisResult result = topsis(complete.figures, complete.weights, complete.directions,
                                       Normalization::Vector, Distance::Euclidean);
    std::vector<double> scores;
    for (const std::optional<double> &own : result.closeness) {
        if (own)
            scores.push_back(*own);
    }
    if (scores.size() == eligible.size())
        fill(ranking, scores, Best::Highest, eligible);
    else
        ranking.reason = QString::fromLatin1(kAllTheSame);
    return ranking;
}

MethodRanking compromise(const Complete &complete, MethodRanking ranking,
                         const std::vector<std::size_t> &eligible)
{
    constexpr double kMajority = 0.5;
    const VikorResult result = vikor(complete.figures, complete.weights, complete.directions, kMajority);
    fill(ranking, result.q, Best::Lowest, eligible);
    if (ranking.isDefined) {
        ranking.hasAdvantage = result.hasAdvantage;
        ranking.isStable = result.isStable;
    }
    return ranking;
}

MethodRanking netFlows(const Complete &complete, MethodRanking ranking,
                       const std::vector<std::size_t> &eligible)
{
    const std::vector<Direction> directions(complete.weights.size(), Direction::Benefit);
    const std::vector<PreferenceFunction> functions(complete.weights.size(),
                                                    {Preference::Linear, 0.05, 0.5, 0});
    fill(ranking, promethee(complete.values, complete.weights, directions, functions).net, Best::Highest,
         eligible);
    return ranking;
}

MethodRanking idealPriorities(const Complete &complete, MethodRanking ranking,
                              const std::vector<std::size_t> &eligible)
{
    // Nobody has anything of a criterion by which all are at the worst anchor.
    std::vector<double> weights = complete.weights;
    Matrix values = complete.values;
    for (std::size_t j = 0; j < weights.size(); ++j) {
        if (std::ranges::max(values.column(j)) > 0)
            continue;
        weights[j] = 0;
        for (std::size_t i = 0; i < values.rows(); ++i)
            values(i, j) = 1;
    }
    fill(ranking, synthesize(values, weights, Synthesis::Ideal), Best::Highest, eligible);
    return ranking;
}

} // namespace

std::vector<MethodRanking> methodRankings(const DecisionTable &table, const std::vector<std::size_t> &eligible)
{
    std::vector<MethodRanking> rankings{rankingOf(Method::Wsm),       rankingOf(Method::Wpm),
                                        rankingOf(Method::Topsis),    rankingOf(Method::Vikor),
                                        rankingOf(Method::Promethee), rankingOf(Method::Ahp)};
    QString reason;
    if (eligible.empty())
        reason = QString::fromLatin1(kNoneEligible);
    else if (table.criteria.empty())
        reason = QString::fromLatin1(kNoCriterion);
    else if (std::ranges::any_of(eligible, [&](std::size_t option) { return table.hasGap(option); }))
        reason = QString::fromLatin1(kCellsMissing);
    const Complete complete = completeOf(table, eligible);
    for (MethodRanking &ranking : rankings) {
        ranking.scores.resize(table.options());
        ranking.ranks.resize(table.options());
        if (!reason.isEmpty()) {
            ranking.reason = reason;
            continue;
        }
        switch (ranking.method) {
        case Method::Wsm:
            fill(ranking, weightedSums(complete.values, complete.weights), Best::Highest, eligible);
            break;
        case Method::Wpm:
            ranking = weightedProduct(complete, std::move(ranking), eligible);
            break;
        case Method::Topsis:
            ranking = closeness(complete, std::move(ranking), eligible);
            break;
        case Method::Vikor:
            ranking = compromise(complete, std::move(ranking), eligible);
            break;
        case Method::Promethee:
            ranking = netFlows(complete, std::move(ranking), eligible);
            break;
        case Method::Ahp:
            ranking = idealPriorities(complete, std::move(ranking), eligible);
            break;
        }
    }
    return rankings;
}

std::optional<double> agreementOf(const std::vector<MethodRanking> &methods)
{
    std::vector<std::vector<double>> ranks; // mean ranks of ties
    double ties = 0;
    for (const MethodRanking &method : methods) {
        if (!method.isDefined)
            continue;
        std::vector<double> own;
        for (const std::optional<int> &rank : method.ranks) {
            if (!rank)
                continue;
            const auto tied = static_cast<double>(std::ranges::count(method.ranks, rank));
            own.push_back(*rank + (tied - 1) / 2);
            ties += tied * tied - 1; // each of the tied ones adds (t^3 - t) / t
        }
        ranks.push_back(std::move(own));
    }
    if (ranks.size() < 2 || ranks.front().size() < 2)
        return {};
    const auto k = static_cast<double>(ranks.size());
    const auto m = static_cast<double>(ranks.front().size());
    double squares = 0;
    for (std::size_t i = 0; i < ranks.front().size(); ++i) {
        double sum = 0;
        for (const std::vector<double> &own : ranks)
            sum += own[i];
        squares += (sum - k * (m + 1) / 2) * (sum - k * (m + 1) / 2);
    }
    const double whole = k * k * (m * m * m - m) - k * ties;
    if (whole <= 0)
        return {};
    return std::clamp(12 * squares / whole, 0.0, 1.0);
}

} // namespace stratadeck
