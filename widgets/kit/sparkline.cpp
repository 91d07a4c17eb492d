// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/kit/sparkline.h"

#include "widgets/kit/cellpaint.h"

#include <algorithm>
#include <cmath>

namespace stratadeck {

namespace {

constexpr int kSmallestLine = 24;

double largestOf(const QList<double> &values)
{
    double largest = 0;
    for (const double value : values)
        if (std::isfinite(value))
            largest = std::max(largest, value);
    return largest;
}

} // namespace

SparklineLayout SparklineLayout::of(const QRect &cell, int numberWidth, bool rightToLeft)
{
    const QRect inner = cell.adjusted(kCellMargin, 3, -kCellMargin, -3);
    const int number = std::min(numberWidth, inner.width());
    const int line = inner.width() - number - kCellMargin;
    SparklineLayout layout;
    const int numberLeft = rightToLeft ? inner.left() : inner.right() + 1 - number;
    layout.number = QRect(numberLeft, inner.top(), number, inner.height());
    if (line < kSmallestLine)
        return layout;
    const int lineLeft = rightToLeft ? inner.right() + 1 - line : inner.left();
    layout.line = QRect(lineLeft, inner.top(), line, inner.height());
    return layout;
}

SparklineShape SparklineShape::of(const QList<double> &values, const QRectF &area, double scale)
{
    SparklineShape shape;
    if (values.isEmpty() || area.isEmpty())
        return shape;
    double top = std::isfinite(scale) && scale > 0 ? scale : largestOf(values);
    if (top <= 0)
        top = 1;
    const double step = values.size() > 1 ? area.width() / static_cast<double>(values.size() - 1) : 0;
    QPolygonF stroke;
    const auto finish = [&] {
        if (stroke.size() == 1)
            shape.dots.append(stroke.first());
        else if (stroke.size() > 1)
            shape.strokes.append(stroke);
        stroke.clear();
    };
    for (qsizetype i = 0; i < values.size(); ++i) {
        if (!std::isfinite(values[i])) {
            finish();
            continue;
        }
        const double share = std::clamp(values[i] / top, 0.0, 1.0);
        stroke.append({area.left() + step * static_cast<double>(i), area.bottom() - share * area.height()});
    }
    finish();
    return shape;
}

} // namespace stratadeck
