// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/distribution.h"
#include "models/decide/normalization.h"

#include <optional>
#include <stop_token>

namespace stratadeck {

/// What is known of the weights.
struct WeightPrior {
    enum class Kind : quint8 {
        Uniform, ///< nothing: uniform on the simplex
        Ordinal, ///< their order
        Fixed,
        Mixture ///< any mixture of some sets of weights
    };
    Kind kind = Kind::Uniform;
    std::vector<std::size_t> order; ///< criteria, most important first
    std::vector<double> fixed;
    std::vector<std::vector<double>> sets = {}; ///< of Mixture
};

struct SmaaProblem {
    std::size_t options = 0;
    std::size_t criteria = 0;
    std::vector<Distribution> cells; ///< row by row
    std::vector<Direction> directions;
    Scale scale;
    WeightPrior weights;
    int draws = 100'000;
    quint64 seed = 0;
};

/// Shares of the draws: the standard error of a share b is sqrt(b (1 - b) / draws).
struct SmaaResult {
    Matrix rankAcceptability;                                       ///< option, rank
    std::vector<std::optional<std::vector<double>>> centralWeights; ///< none where never first
    std::vector<std::optional<double>> confidence;                  ///< of being first with the central weights
    Matrix pairwiseWinning;                                         ///< P(u_i > u_k); the diagonal is 0
    double choiceEntropyBits = 0;
};

/// Stochastic multicriteria acceptability analysis 2: Lahdelma and Salminen (2001). The draws are made in parts
/// of kSmaaPart, on all processors; the result is the same on any number of them. No meaning once stop was
/// asked.
SmaaResult smaa2(const SmaaProblem &problem, const std::stop_token &stop = {});

inline constexpr int kSmaaPart = 1024;

} // namespace stratadeck
