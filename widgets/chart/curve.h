// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/history/history.h"

#include <QLineF>
#include <QList>
#include <QRectF>
#include <limits>
#include <vector>

namespace stratadeck {

/// From time and value to pixels of a plot area whose top left is (0, 0).
struct PlotMap {
    TimeRange range{};
    double bottom = 0;
    double top = 1;
    double width = 0;
    double height = 0;

    double x(TimePoint at) const;
    double y(double value) const;
    TimePoint timeAt(double x) const;
    bool isEmpty() const { return width < 1 || height < 1 || range.to <= range.from || top <= bottom; }
    bool operator==(const PlotMap &) const = default;
};

/// The part of one pixel column a curve covers, in pixels from the top; low > high: nothing there.
struct ColumnSpan {
    float low = 1;
    float high = 0;
    double sum = 0;    ///< of the samples in this column, each weighted
    double weight = 0; ///< 0: only a connecting line passes through

    bool isEmpty() const { return low > high; }
    double mean() const { return weight > 0 ? sum / weight : (low + high) / 2.0; }
};

/// A curve with fewer points than pixels.
struct CurveShape {
    QList<QLineF> lines;
    QList<QRectF> bands; ///< smallest to largest of buckets wider than a pixel or two
    QList<QPointF> dots; ///< samples with a gap on both sides
};

/// Whether columnSpans() shows the series better than curveShape(): it has more points than columns.
bool isDense(const Series &series, const PlotMap &map);

/// `columns` spans, the curve's own extent in each column; connected inside and broken at gaps.
std::vector<ColumnSpan> columnSpans(const Series &series, const PlotMap &map, QList<QPointF> &dots);
CurveShape curveShape(const Series &series, const PlotMap &map);

/// The stretches inside the range in which no series knows anything although one did before and will
/// again: what is hatched.
std::vector<TimeRange> commonGaps(const std::vector<const Series *> &series, TimeRange range);

struct Extremes {
    double smallest = std::numeric_limits<double>::quiet_NaN(); ///< NaN when the range holds no sample
    double largest = smallest;
    double last = smallest; ///< NaN also when the newest thing known is a gap
};
Extremes extremes(const Series &series, TimeRange range);

} // namespace stratadeck
