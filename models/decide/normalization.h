// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/decide/matrix.h"

#include <QtGlobal>

namespace stratadeck {

/// How figures of different units become comparable.
enum class Normalization : quint8 {
    None,     ///< the figures are values already
    Anchors,  ///< (x - worst) / (best - worst) with declared levels, independent of the set
    MinMax,   ///< the same with the set's own extremes
    MaxRatio, ///< x / max; of a cost min / x
    Sum,      ///< x / sum; of a cost (1/x) / sum(1/x)
    Vector,   ///< x / sqrt(sum x^2); of a cost 1 - that
};

/// What is done to costs first, so that more is better.
enum class CostInversion : quint8 {
    ByNormalization,
    Reciprocal, ///< 1/x: not linear
    Negate,     ///< -x
    FromMaximum ///< max - x
};

enum class Direction : qint8 { Benefit = 1, Cost = -1 };

struct Scale {
    Normalization normalization = Normalization::None;
    CostInversion inversion = CostInversion::ByNormalization;
    std::vector<double> worst; ///< of each criterion, for anchors
    std::vector<double> best;
    bool isClipped = false; ///< of anchors: what lies beyond counts as the nearest
};

/// Values where more is better. A column without any range is 0 (MinMax, Anchors, sums of 0). Finite when the
/// input is and no cost is 0 where its reciprocal is asked for.
Matrix valuesOf(const Matrix &figures, const std::vector<Direction> &directions, const Scale &scale);

} // namespace stratadeck
