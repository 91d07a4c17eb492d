// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/chartlevels.h"

#include "widgets/chart/chartitems.h"

#include <QPainter>
#include <cmath>

namespace stratadeck {

namespace {

constexpr double kShortest = 2; // pixels
constexpr double kBar = 4;
constexpr double kShade = 0.16;
constexpr double kAir = 3; // around the words of a level

/// In plot coordinates; empty when it lies outside.
QRectF placeOf(const ChartState &state, const TimeRange &range)
{
    const TimePoint from = std::max(range.from, state.map.range.from);
    const TimePoint to = std::min(range.to, state.map.range.to);
    if (from > to)
        return {};
    const double left = std::floor(state.map.x(from));
    const double right = std::max(state.map.x(to), left + kShortest);
    return {state.plot.left() + left, state.plot.top(), std::min(right, state.map.width) - left,
            state.plot.height()};
}

} // namespace

void paintSpans(QPainter &painter, const ChartState &state)
{
    const QColor ground = blended(state.theme.tone(Tone::Problem), state.theme.base, kShade);
    const QColor bar = state.theme.tone(Tone::Problem);
    for (const ChartSpan &span : state.spans) {
        const QRectF place = placeOf(state, span.range);
        if (place.isEmpty())
            continue;
        painter.fillRect(place, ground);
        painter.fillRect(QRectF(place.left(), place.top() - kBar, place.width(), kBar), bar);
    }
}

void paintLevels(QPainter &painter, const ChartState &state)
{
    const QFontMetricsF metrics(state.font);
    painter.setFont(state.font);
    for (const ChartLevel &level : state.levels) {
        const double inPlot = state.map.y(level.value);
        if (!state.hasSamples || !(inPlot >= 0 && inPlot <= state.map.height))
            continue;
        const double y = std::floor(state.plot.top() + inPlot) + 0.5;
        const QColor colour = state.theme.tone(level.isMain ? Tone::Problem : Tone::Muted);
        painter.setPen(QPen(colour, 1, level.isMain ? Qt::DashLine : Qt::DotLine));
        painter.drawLine(QPointF(state.plot.left(), y), QPointF(state.plot.right(), y));
        // Words of the main one above its line, of others below, so that close lines keep theirs apart.
        const QString words = metrics.elidedText(level.text, Qt::ElideRight, state.map.width / 2);
        const double width = metrics.horizontalAdvance(words);
        const bool isAbove = level.isMain == (inPlot > metrics.height() + kAir);
        const double top = isAbove ? y - kAir - metrics.height() : y + kAir;
        painter.setPen(colour);
        painter.drawText(QPointF(state.plot.right() - width - kAir, top + metrics.ascent()), words);
    }
}

} // namespace stratadeck
