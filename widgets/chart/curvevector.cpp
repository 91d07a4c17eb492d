// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/curvevector.h"

#include <algorithm>

namespace stratadeck {

namespace {

// The part of a line inside 0..width; null when there is none. Time grows from p1 to p2.
QLineF clipped(const QLineF &line, double width)
{
    if (line.x2() < 0 || line.x1() > width)
        return {};
    const auto at = [&line](double x) {
        const double length = line.x2() - line.x1();
        return length > 0 ? line.pointAt((x - line.x1()) / length) : line.p1();
    };
    return {line.x1() < 0 ? at(0) : line.p1(), line.x2() > width ? at(width) : line.p2()};
}

void addLine(QList<QPolygonF> &lines, const QLineF &line)
{
    if (line.isNull())
        return;
    if (lines.isEmpty() || lines.last().last() != line.p1())
        lines.append(QPolygonF{line.p1()});
    lines.last().append(line.p2());
}

VectorCurve fromShape(const CurveShape &shape, double width)
{
    VectorCurve curve;
    for (const QLineF &line : shape.lines)
        addLine(curve.lines, clipped(line, width));
    for (const QRectF &band : shape.bands) {
        const QRectF inside(QPointF(std::max(0.0, band.left()), band.top()),
                            QPointF(std::min(width, band.right()), band.bottom()));
        if (inside.width() > 0)
            curve.areas.append(QPolygonF(inside));
    }
    std::ranges::copy_if(shape.dots, std::back_inserter(curve.dots),
                         [width](QPointF dot) { return dot.x() >= 0 && dot.x() <= width; });
    return curve;
}

void closeStretch(VectorCurve &curve, QPolygonF &line, const QPolygonF &upper, QPolygonF &lower)
{
    if (line.isEmpty())
        return;
    std::ranges::reverse(lower);
    curve.areas.append(upper + lower);
    curve.lines.append(line);
    line.clear();
}

VectorCurve fromSpans(const std::vector<ColumnSpan> &spans)
{
    VectorCurve curve;
    QPolygonF line;
    QPolygonF upper;
    QPolygonF lower;
    for (std::size_t column = 0; column < spans.size(); ++column) {
        const ColumnSpan &span = spans[column];
        if (span.isEmpty()) {
            closeStretch(curve, line, upper, lower);
            upper.clear();
            lower.clear();
            continue;
        }
        const double x = static_cast<double>(column) + 0.5;
        line.append({x, span.mean()});
        upper.append({x, static_cast<double>(span.low)});
        lower.append({x, static_cast<double>(span.high)});
    }
    closeStretch(curve, line, upper, lower);
    return curve;
}

} // namespace

VectorCurve vectorCurve(const Series &series, const PlotMap &map)
{
    if (map.isEmpty())
        return {};
    if (!isDense(series, map))
        return fromShape(curveShape(series, map), map.width);
    QList<QPointF> dots;
    VectorCurve curve = fromSpans(columnSpans(series, map, dots));
    std::ranges::copy_if(dots, std::back_inserter(curve.dots),
                         [&map](QPointF dot) { return dot.x() >= 0 && dot.x() <= map.width; });
    return curve;
}

} // namespace stratadeck
