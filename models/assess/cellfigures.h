// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/assess/assessment.h"
#include "models/base/distribution.h"

namespace stratadeck {

/// What a cell is worth: figures in the criterion's unit, lowest and highest within 95 % where it is a
/// distribution.
struct CellFigures {
    bool isMissing = true;
    double low = 0;
    double central = 0; ///< the mean; no meaning when missing
    double high = 0;
};
CellFigures figuresOf(const Assessment &assessment, const Cell *cell);

/// A cell's figure as it is drawn; what is missing lies anywhere between the anchors.
Distribution distributionOf(const Assessment &assessment, const Cell *cell, const Criterion &criterion);

/// 0..1 between the anchors, clipped; 0 when they are equal.
double anchoredValue(const Criterion &criterion, double figure);
double figureAt(const Criterion &criterion, double value);

} // namespace stratadeck
