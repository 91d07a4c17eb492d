// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/decide/matrix.h"

#include <optional>

namespace stratadeck {

/// For which weights of one criterion the winner stays the winner, the others keeping their proportions; where
/// it ends, who takes over. Closed form, exact for every method that is linear in the weights.
struct StabilityInterval {
    double lower = 0;
    std::optional<std::size_t> lowerChallenger; ///< none: never overtaken on that side
    double upper = 1;
    std::optional<std::size_t> upperChallenger;
};
/// One a criterion. Values where more is better, weights >= 0 with sum 1.
std::vector<StabilityInterval> stabilityIntervals(const Matrix &values, const std::vector<double> &weights,
                                                  std::size_t winner);

/// By how much one weight alone has to fall for two options to tie; negative: to rise. Triantaphyllou and
/// Sanchez (1997).
struct CriticalChange {
    std::size_t better = 0;
    std::size_t worse = 0;
    std::size_t criterion = 0;
    std::optional<double> delta; ///< none where the new weight would be negative or nothing helps
};
/// Every pair of options, the better one first, and every criterion.
std::vector<CriticalChange> criticalChanges(const Matrix &values, const std::vector<double> &weights);
/// The least change: of any pair, or of those with the winner.
const CriticalChange *leastChange(const std::vector<CriticalChange> &changes,
                                  std::optional<std::size_t> winner = {});

/// Scores when some cells are only known to lie between two values.
struct IntervalScores {
    std::vector<double> low;
    std::vector<double> high;
    std::vector<bool> possiblyBest;               ///< for some values
    std::vector<bool> necessarilyBest;            ///< for all values
    std::vector<std::optional<double>> breakEven; ///< of each open cell, row by row: where its row ties with
                                                  ///< the best of the others, its other open cells at their
                                                  ///< worst, theirs at their best; none where the weight is 0
};
/// low <= high in each cell; a cell is open where they differ.
IntervalScores intervalScores(const Matrix &low, const Matrix &high, const std::vector<double> &weights);

} // namespace stratadeck
