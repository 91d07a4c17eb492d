// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/format.h"
#include "models/base/samplebatch.h"
#include "widgets/chart/chartitems.h"
#include "widgets/chart/chartlevels.h"
#include "widgets/chart/markerglyph.h"
#include "widgets/chart/seriescursor.h"
#include "widgets/kit/cellpaint.h"

#include <QPaintEngine>
#include <QPainter>
#include <cmath>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr int kCursorReach = 8; // pixels
constexpr double kBeforeValue = 7;
constexpr double kHatch = 6; // between its lines in a drawing

// Drawings know no patterns: there the lines of the hatch are lines.
void hatch(QPainter *painter, const QRectF &area, const QColor &colour)
{
    const QPaintEngine::Type device = painter->paintEngine()->type();
    if (device != QPaintEngine::SVG && device != QPaintEngine::Pdf) {
        painter->fillRect(area, QBrush(colour, Qt::BDiagPattern));
        return;
    }
    painter->setPen(QPen(colour, 1));
    const int lines = static_cast<int>((area.width() + area.height()) / kHatch);
    for (int i = 1; i <= lines; ++i) {
        const double x = area.left() + i * kHatch;
        // From the top edge at x down to the left, as far as it lies inside.
        const double from = std::max(0.0, x - area.right());
        const double to = std::min(area.height(), x - area.left());
        painter->drawLine(QPointF(x - from, area.top() + from), QPointF(x - to, area.top() + to));
    }
}

} // namespace

void drawSwatch(QPainter *painter, QPointF baseline, const QColor &colour, bool earlier)
{
    const QRectF box(baseline.x(), baseline.y() - kSwatch, kSwatch, kSwatch);
    // As its curve: an earlier time is dashed.
    if (!earlier) {
        painter->fillRect(box, colour);
        return;
    }
    painter->fillRect(QRectF(box.left(), box.center().y() - 1, 3, 2), colour);
    painter->fillRect(QRectF(box.right() - 3, box.center().y() - 1, 3, 2), colour);
}

Milliseconds ChartState::cursorTolerance() const
{
    if (map.isEmpty())
        return Milliseconds(0);
    return map.timeAt(kCursorReach) - map.timeAt(0);
}

double ChartState::legendValue(std::size_t index) const
{
    const ChartSeries &one = series[index];
    if (!one.data)
        return kUnknown;
    if (!cursor)
        return found[index].last;
    const auto sample = sampleAt(*one.data, *cursor, cursorTolerance());
    return sample ? sample->mean : kUnknown;
}

double ChartState::valueWidth() const
{
    const QFontMetricsF metrics(font);
    const bool bytes = unit == Unit::Bytes || unit == Unit::BytesPerSecond;
    return metrics.horizontalAdvance(formatValue(bytes ? 888.8 * 1024 : 888.8, unit, locale)) + 2;
}

ChartFrameItem::ChartFrameItem(const ChartState &state, QGraphicsItem *parent)
    : QGraphicsItem(parent)
    , m_state(state)
{
    setZValue(-1);
}

QRectF ChartFrameItem::boundingRect() const
{
    return {QPointF(0, 0), m_state.size};
}

void ChartFrameItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    const Theme &theme = m_state.theme;
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(m_state.focused ? theme.accent : theme.border, 1));
    painter->setBrush(theme.base);
    painter->drawRoundedRect(boundingRect().adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter->setRenderHint(QPainter::Antialiasing, false);

    paintLegend(painter);
    if (m_state.map.isEmpty())
        return;
    paintSpans(*painter, m_state);
    paintTimeAxis(painter);
    for (const TimeRange &gap : m_state.gaps) {
        const double left = m_state.plot.left() + m_state.map.x(gap.from);
        const double right = m_state.plot.left() + m_state.map.x(gap.to);
        hatch(painter, QRectF(left, m_state.plot.top(), right - left, m_state.plot.height()), theme.gapHatch);
    }
    paintMarkers(painter);
    paintLevels(*painter, m_state);
}

// What a person did is drawn last: it must not hide under what followed from it.
void ChartFrameItem::paintMarkers(QPainter *painter) const
{
    const QPen dashes(m_state.theme.mutedText, 1, Qt::DashLine);
    const double top = m_state.plot.top();
    for (const bool tasks : {false, true}) {
        for (const ChartMarker &marker : m_state.markers) {
            if (isTask(marker.kind) != tasks || !m_state.map.range.contains(marker.at))
                continue;
            const double x = std::floor(m_state.plot.left() + m_state.map.x(marker.at)) + 0.5;
            painter->setPen(dashes);
            painter->drawLine(QPointF(x, top), QPointF(x, m_state.plot.bottom()));
            // Between legend and plot: the grid, which lies above this item, must not cross it.
            drawMarkerGlyph(*painter, marker.kind, QPointF(x, top - kGlyphSize / 2), m_state.theme);
        }
    }
}

void ChartFrameItem::paintLegend(QPainter *painter) const
{
    const Theme &theme = m_state.theme;
    const QFontMetricsF titleMetrics(m_state.titleFont);
    const QFontMetricsF metrics(m_state.font);
    const double left = 10;
    const double baseline = 6 + titleMetrics.ascent();
    const bool besideTitle = m_state.legend.rows == 0 && !m_state.legend.entries.isEmpty();
    const double end = besideTitle ? m_state.legend.entries.first().left() - 8 : m_state.size.width() - 10;
    const QString unit = m_state.scale.unit;
    const double unitWidth = unit.isEmpty() ? 0 : metrics.horizontalAdvance(unit) + 6;
    const QString title = titleMetrics.elidedText(m_state.title, Qt::ElideRight, end - left - unitWidth);
    painter->setFont(m_state.titleFont);
    painter->setPen(theme.text);
    painter->drawText(QPointF(left, baseline), title);
    painter->setFont(m_state.font);
    painter->setPen(theme.mutedText);
    painter->drawText(QPointF(left + titleMetrics.horizontalAdvance(title) + 6, baseline), unit);

    const LegendLayout &legend = m_state.legend;
    for (qsizetype i = 0; i < legend.entries.size(); ++i)
        paintEntry(painter, static_cast<std::size_t>(i), legend.entries[i]);
    if (legend.hidden == 0)
        return;
    painter->setPen(theme.mutedText);
    painter->drawText(legend.more, Qt::AlignVCenter, u"+"_s + m_state.locale.toString(legend.hidden));
}

void ChartFrameItem::paintEntry(QPainter *painter, std::size_t index, const QRectF &box) const
{
    const ChartSeries &one = m_state.series[index];
    const Theme &theme = m_state.theme;
    const QFontMetricsF metrics(m_state.font);
    const double line = box.top() + metrics.ascent() + (box.height() - metrics.height()) / 2;
    const bool showsValue = m_state.legend.showsValues;
    if (showsValue) {
        const QString value = formatValue(m_state.legendValue(index), m_state.unit, m_state.locale);
        painter->setPen(theme.text);
        drawTabular(painter, value, box.right(), line);
    }
    if (m_state.series.size() == 1)
        return;
    drawSwatch(painter, QPointF(box.left(), line), theme.seriesColour(one.colour), one.earlier);
    const double room = box.width() - kSwatch - 4 - (showsValue ? m_state.valueWidth() + kBeforeValue : 0);
    painter->setPen(theme.mutedText);
    painter->drawText(QPointF(box.left() + kSwatch + 4, line),
                      metrics.elidedText(one.name, Qt::ElideMiddle, room));
}

void ChartFrameItem::paintTimeAxis(QPainter *painter) const
{
    const Theme &theme = m_state.theme;
    const QFontMetricsF metrics(m_state.font);
    const QRectF &plot = m_state.plot;
    painter->setFont(m_state.font);
    const double baseline = plot.bottom() + 4 + metrics.ascent();
    for (const TimeTick &tick : m_state.ticks) {
        const double x = std::floor(plot.left() + m_state.map.x(tick.at));
        painter->fillRect(QRectF(x, plot.top(), 1, plot.height()), tick.major ? theme.border : theme.gridLine);
        const double half = metrics.horizontalAdvance(tick.label) / 2;
        // The outermost labels may lean inwards rather than be cut.
        const double from = std::clamp(x - half, 4.0, std::max(4.0, m_state.size.width() - 4 - 2 * half));
        painter->setPen(tick.major ? theme.text : theme.mutedText);
        painter->drawText(QPointF(from, baseline), tick.label);
    }
    painter->fillRect(QRectF(plot.left(), std::floor(plot.bottom()), plot.width(), 1), theme.border);
}

} // namespace stratadeck
