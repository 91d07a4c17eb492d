// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/decide/normalization.h"

#include <optional>

namespace stratadeck {

// Where weights come from when nobody states them outright. All sum to 1.

/// Shannon entropy of each column's shares: the spread of the data, not importance. Needs figures >= 0 with a
/// positive sum in each column and two rows; direction is ignored. None when no column differs.
std::optional<std::vector<double>> entropyWeights(const Matrix &figures);

struct CriticWeights {
    std::vector<double> weights;
    std::vector<double> information; ///< C_j
};
/// Diakoulaki et al. (1995): sample deviation of the min-max values times what they do not share with the
/// others. A constant column has none. No weights when no column differs.
std::optional<CriticWeights> criticWeights(const Matrix &figures, const std::vector<Direction> &directions);

/// Rank order centroid: w_k = (1/n) sum of 1/i for i = k..n.
std::vector<double> rankOrderCentroid(int n);
std::vector<double> rankSum(int n);        ///< 2 (n + 1 - k) / (n (n + 1))
std::vector<double> rankReciprocal(int n); ///< (1/k) / sum(1/i)

/// "The swing of `better` is worth `ratio` times that of `than`."
struct SwingStatement {
    std::size_t better = 0;
    std::size_t than = 0;
    double ratio = 1;
};
struct SwingWeights {
    std::vector<double> weights;
    std::optional<std::size_t> contradiction; ///< a statement that the ones before it deny
};
/// None when the statements do not connect all criteria. Ratios > 0.
std::optional<SwingWeights> swingWeights(std::size_t criteria, const std::vector<SwingStatement> &statements);

} // namespace stratadeck
