// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/curve.h"

#include <QPolygonF>

namespace stratadeck {

/// A curve as lines and areas for devices that keep them (SVG, PDF), in pixels of the plot area. Nothing
/// lies left or right of the plot: such devices need not clip.
struct VectorCurve {
    QList<QPolygonF> areas; ///< closed: from the smallest to the largest figure of each column or bucket
    QList<QPolygonF> lines; ///< open, one an unbroken stretch
    QList<QPointF> dots;
};

VectorCurve vectorCurve(const Series &series, const PlotMap &map);

} // namespace stratadeck
