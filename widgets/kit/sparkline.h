// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineF>
#include <QList>
#include <QPolygonF>
#include <QRect>

namespace stratadeck {

/// Where the two halves of a sparkline cell go.
struct SparklineLayout {
    QRect number; ///< the figure, right-aligned; on the left side in right-to-left layouts
    QRect line;   ///< empty when there is no room for it

    static SparklineLayout of(const QRect &cell, int numberWidth, bool rightToLeft);
};

/// The strokes of a sparkline: values are spread evenly over `area`, 0 at the bottom, `scale` at the top.
/// A NaN breaks the stroke; a value between two NaN becomes a dot.
struct SparklineShape {
    QList<QPolygonF> strokes; ///< two points or more each
    QList<QPointF> dots;

    /// `scale` <= 0 or not finite: the largest value is the top (at least a flat line when all are 0).
    static SparklineShape of(const QList<double> &values, const QRectF &area, double scale);
};

} // namespace stratadeck
