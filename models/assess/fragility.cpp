// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/assess/decisiontable.h"

#include "models/decide/ranking.h"
#include "models/decide/scoring.h"
#include "models/decide/sensitivity.h"

#include <algorithm>
#include <cmath>

namespace stratadeck {

namespace {

std::size_t placeOf(const std::vector<std::size_t> &eligible, std::size_t option)
{
    return std::size_t(std::ranges::find(eligible, option) - eligible.begin());
}

/// The best of the others by score; none alone.
std::optional<std::size_t> bestOther(const std::vector<double> &scores, std::size_t winner)
{
    std::optional<std::size_t> best;
    for (std::size_t i = 0; i < scores.size(); ++i) {
        if (i != winner && (!best || scores[i] > scores[*best]))
            best = i;
    }
    return best;
}

double leadOf(const std::vector<double> &scores, std::size_t winner)
{
    const auto other = bestOther(scores, winner);
    return other ? scores[winner] - scores[*other] : scores[winner];
}

/// One weight set to t, the others keep their proportions.
std::vector<double> shifted(const std::vector<double> &weights, std::size_t k, double t)
{
    std::vector<double> result = weights;
    const double rest = 1 - weights[k];
    for (double &weight : result)
        weight = rest > 0 ? weight * (1 - t) / rest
                          : (1 - t) / std::max(1.0, static_cast<double>(weights.size()) - 1);
    result[k] = t;
    return result;
}

/// The only winner; none when several tie.
std::optional<std::size_t> soleWinner(const std::vector<double> &scores)
{
    if (scores.empty())
        return {};
    const std::vector<int> ranks = competitionRanks(scores);
    return std::ranges::count(ranks, 1) == 1
               ? std::optional(std::size_t(std::ranges::find(ranks, 1) - ranks.begin()))
               : std::nullopt;
}

/// TOPSIS over the figures of these options, which may name one twice.
std::optional<std::size_t> topsisWinner(const DecisionTable &table, const std::vector<std::size_t> &options)
{
    Matrix figures(options.size(), table.criteria.size());
    std::vector<Direction> directions;
    for (std::size_t j = 0; j < table.criteria.size(); ++j) {
        directions.push_back(table.criteria[j].best < table.criteria[j].worst ? Direction::Cost
                                                                              : Direction::Benefit);
        for (std::size_t i = 0; i < options.size(); ++i)
            figures(i, j) = table.isMissing(options[i], j) ? 0 : table.figures[options[i]][j].central;
    }
    if (options.empty())
        return {};
    std::vector<double> scores;
    for (const auto &own :
         topsis(figures, table.weights.leaves, directions, Normalization::Vector, Distance::Euclidean)
             .closeness) {
        if (!own)
            return {};
        scores.push_back(*own);
    }
    // A tie between an option and its copy is none.
    const std::size_t first = winnerOf(scores);
    for (std::size_t i = 0; i < scores.size(); ++i) {
        if (options[i] != options[first] && !isAbove(scores[first], scores[i]))
            return {};
    }
    return options[first];
}

std::optional<std::size_t> anchoredWinner(const DecisionTable &table, const std::vector<std::size_t> &options)
{
    const auto place =
        soleWinner(weightedSums(DecisionTable::rowsOf(table.central, options), table.weights.leaves));
    return place ? std::optional(options[*place]) : std::nullopt;
}

} // namespace

std::vector<WeightFragility> fragilityOf(const DecisionTable &table, const std::vector<std::size_t> &eligible,
                                         std::size_t winner)
{
    const std::vector<StabilityInterval> intervals = stabilityIntervals(
        DecisionTable::rowsOf(table.central, eligible), table.weights.leaves, placeOf(eligible, winner));
    std::vector<WeightFragility> result;
    for (std::size_t k = 0; k < intervals.size(); ++k) {
        WeightFragility own{k, table.weights.leaves[k], intervals[k].lower, {}, intervals[k].upper, {}};
        if (intervals[k].lowerChallenger)
            own.lowerChallenger = eligible[*intervals[k].lowerChallenger];
        if (intervals[k].upperChallenger)
            own.upperChallenger = eligible[*intervals[k].upperChallenger];
        result.push_back(own);
    }
    return result;
}

std::vector<CriticalScore> criticalScoresOf(const DecisionTable &table,
                                            const std::vector<std::size_t> &eligible, std::size_t winner)
{
    const std::vector<double> scores =
        weightedSums(DecisionTable::rowsOf(table.central, eligible), table.weights.leaves);
    const std::size_t first = placeOf(eligible, winner);
    const auto second = bestOther(scores, first);
    std::vector<CriticalScore> result;
    for (std::size_t i = 0; i < eligible.size(); ++i) {
        for (std::size_t k = 0; k < table.criteria.size(); ++k) {
            CriticalScore own{eligible[i], k, {}, {}, {}, {}};
            const double weight = table.weights.leaves[k];
            if (second && weight > 0 && table.criteria[k].worst != table.criteria[k].best) {
                const double now = table.central(eligible[i], k);
                const double value = i == first ? now - (scores[first] - scores[*second]) / weight
                                                : now + (scores[first] - scores[i]) / weight;
                if (value >= 0 && value <= 1) {
                    own.value = value;
                    own.figure = figureAt(table.criteria[k], value);
                    own.distance = std::abs(value - now);
                    own.challenger = eligible[i == first ? *second : i];
                }
            }
            result.push_back(own);
        }
    }
    static constexpr double kNever = 2; // beyond any distance between anchors
    std::ranges::stable_sort(result, {},
                             [](const CriticalScore &own) { return own.distance.value_or(kNever); });
    return result;
}

std::vector<TornadoEntry> tornadoOf(const DecisionTable &table, const std::vector<std::size_t> &eligible,
                                    std::size_t winner)
{
    const Matrix values = DecisionTable::rowsOf(table.central, eligible);
    const std::vector<double> &weights = table.weights.leaves;
    const std::size_t first = placeOf(eligible, winner);
    const std::vector<double> scores = weightedSums(values, weights);
    std::vector<TornadoEntry> entries;
    constexpr double kSwing = 0.2; // where all people agree, or only one weighs
    for (std::size_t k = 0; k < weights.size(); ++k) {
        const bool isApart = table.weights.low[k] < table.weights.high[k];
        const double low = isApart ? table.weights.low[k] : weights[k] * (1 - kSwing);
        const double high = isApart ? table.weights.high[k] : std::min(1.0, weights[k] * (1 + kSwing));
        entries.push_back({TornadoEntry::Kind::Weight,
                           {},
                           k,
                           leadOf(weightedSums(values, shifted(weights, k, low)), first),
                           leadOf(weightedSums(values, shifted(weights, k, high)), first)});
    }
    for (std::size_t i = 0; i < eligible.size(); ++i) {
        for (std::size_t k = 0; k < weights.size(); ++k) {
            std::vector<double> moved = scores;
            moved[i] = scores[i] + weights[k] * (table.low(eligible[i], k) - values(i, k));
            const double low = leadOf(moved, first);
            moved[i] = scores[i] + weights[k] * (table.high(eligible[i], k) - values(i, k));
            entries.push_back({TornadoEntry::Kind::Cell, eligible[i], k, low, leadOf(moved, first)});
        }
    }
    std::erase_if(entries, [](const TornadoEntry &own) { return own.low == own.high; });
    std::ranges::stable_sort(entries, std::greater(),
                             [](const TornadoEntry &own) { return std::abs(own.high - own.low); });
    return entries;
}

std::vector<WhatIf> leaveOneOutOf(const DecisionTable &table, const std::vector<std::size_t> &eligible,
                                  std::size_t winner)
{
    std::vector<WhatIf> result;
    const auto topsisNow = topsisWinner(table, eligible);
    for (const std::size_t option : eligible) {
        std::vector<std::size_t> rest = eligible;
        std::erase(rest, option);
        WhatIf own;
        own.option = option;
        own.winner = anchoredWinner(table, rest);
        own.topsisWinner = topsisWinner(table, rest);
        own.changesWinner = option != winner && own.winner && own.winner != winner;
        own.changesTopsisWinner =
            topsisNow && own.topsisWinner && option != *topsisNow && *own.topsisWinner != *topsisNow;
        result.push_back(own);
    }
    return result;
}

std::vector<WhatIf> addCopyOf(const DecisionTable &table, const std::vector<std::size_t> &eligible,
                              std::size_t winner)
{
    std::vector<WhatIf> result;
    const auto topsisNow = topsisWinner(table, eligible);
    for (const std::size_t option : eligible) {
        std::vector<std::size_t> more = eligible;
        more.push_back(option);
        WhatIf own;
        own.option = option;
        own.winner = winner; // each score depends on its own option alone, so a copy can only tie with it
        own.topsisWinner = topsisWinner(table, more);
        own.changesTopsisWinner = topsisNow && own.topsisWinner && *own.topsisWinner != *topsisNow;
        result.push_back(own);
    }
    return result;
}

} // namespace stratadeck
