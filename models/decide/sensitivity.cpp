// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/decide/sensitivity.h"

#include "models/decide/ranking.h"
#include "models/decide/scoring.h"

#include <algorithm>
#include <cmath>

namespace stratadeck {

namespace {

/// Difference of the weighted means of the other criteria.
double restOf(const Matrix &values, const std::vector<double> &weights, std::size_t a, std::size_t b,
              std::size_t k)
{
    double sum = 0;
    double whole = 0;
    for (std::size_t j = 0; j < weights.size(); ++j) {
        if (j == k)
            continue;
        sum += weights[j] * (values(a, j) - values(b, j));
        whole += weights[j];
    }
    return whole > 0 ? sum / whole : 0;
}

StabilityInterval intervalOf(const Matrix &values, const std::vector<double> &weights, std::size_t winner,
                             std::size_t k)
{
    StabilityInterval interval;
    for (std::size_t b = 0; b < values.rows(); ++b) {
        if (b == winner)
            continue;
        // gap(t) = t d + (1 - t) r
        const double d = values(winner, k) - values(b, k);
        const double r = restOf(values, weights, winner, b, k);
        if (r == d)
            continue;
        const bool falls = d < r; // the gap closes as the weight rises
        // Who ties already takes over at this very weight, on whichever side of it rounding puts the point.
        constexpr double kRounding = 1e-12;
        double t = r / (r - d);
        if (std::abs(t - weights[k]) < kRounding)
            t = weights[k];
        if (falls && t >= weights[k] && t < interval.upper) {
            interval.upper = t;
            interval.upperChallenger = b;
        }
        if (!falls && t <= weights[k] && t > interval.lower) {
            interval.lower = t;
            interval.lowerChallenger = b;
        }
    }
    return interval;
}

} // namespace

std::vector<StabilityInterval> stabilityIntervals(const Matrix &values, const std::vector<double> &weights,
                                                  std::size_t winner)
{
    std::vector<StabilityInterval> intervals;
    for (std::size_t k = 0; k < weights.size(); ++k)
        intervals.push_back(intervalOf(values, weights, winner, k));
    return intervals;
}

std::vector<CriticalChange> criticalChanges(const Matrix &values, const std::vector<double> &weights)
{
    const std::vector<double> scores = weightedSums(values, weights);
    std::vector<CriticalChange> changes;
    for (std::size_t i = 0; i < scores.size(); ++i) {
        for (std::size_t j = i + 1; j < scores.size(); ++j) {
            const std::size_t better = isAbove(scores[j], scores[i]) ? j : i;
            const std::size_t worse = better == i ? j : i;
            for (std::size_t k = 0; k < weights.size(); ++k) {
                const double difference = values(better, k) - values(worse, k);
                CriticalChange change{better, worse, k, {}};
                if (difference != 0) {
                    const double delta = (scores[better] - scores[worse]) / difference;
                    if (std::isfinite(delta) && delta <= weights[k])
                        change.delta = delta;
                }
                changes.push_back(change);
            }
        }
    }
    return changes;
}

const CriticalChange *leastChange(const std::vector<CriticalChange> &changes, std::optional<std::size_t> winner)
{
    const CriticalChange *least = nullptr;
    for (const CriticalChange &change : changes) {
        if (!change.delta || (winner && change.better != *winner && change.worse != *winner))
            continue;
        if (!least || std::abs(*change.delta) < std::abs(*least->delta))
            least = &change;
    }
    return least;
}

IntervalScores intervalScores(const Matrix &low, const Matrix &high, const std::vector<double> &weights)
{
    IntervalScores result;
    result.low = weightedSums(low, weights);
    result.high = weightedSums(high, weights);
    const std::size_t m = low.rows();
    const auto bestOfOthers = [m](const std::vector<double> &scores, std::size_t i) {
        std::optional<double> best;
        for (std::size_t k = 0; k < m; ++k) {
            if (k != i)
                best = std::max(best.value_or(scores[k]), scores[k]);
        }
        return best;
    };
    for (std::size_t i = 0; i < m; ++i) {
        const std::optional<double> othersLow = bestOfOthers(result.low, i);
        const std::optional<double> othersHigh = bestOfOthers(result.high, i);
        result.possiblyBest.push_back(!othersLow || !isAbove(*othersLow, result.high[i]));
        result.necessarilyBest.push_back(!othersHigh || !isAbove(*othersHigh, result.low[i]));
        for (std::size_t j = 0; j < low.columns(); ++j) {
            if (low(i, j) == high(i, j))
                continue;
            std::optional<double> value;
            if (weights[j] > 0 && othersHigh)
                value = low(i, j) + (*othersHigh - result.low[i]) / weights[j];
            result.breakEven.push_back(value);
        }
    }
    return result;
}

} // namespace stratadeck
