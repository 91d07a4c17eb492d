// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/format.h"
#include "widgets/chart/chartitems.h"
#include "widgets/chart/markerglyph.h"
#include "widgets/chart/seriescursor.h"
#include "widgets/kit/cellpaint.h"

#include <QCoreApplication>
#include <QPainter>
#include <cmath>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(TimeChart)
};

constexpr double kPadding = 7;
constexpr double kDistance = 10; // from the cross-hair to its box
constexpr int kMostMarkers = 6;  // told at the cursor

QString valueText(const ChartState &state, const Bucket &sample)
{
    const auto text = [&](double value) { return formatValue(value, state.unit, state.locale); };
    if (sample.count <= 1 || sample.min == sample.max)
        return text(sample.mean);
    return Tr::tr("%1 (%2 to %3)").arg(text(sample.mean), text(sample.min), text(sample.max));
}

// A marker beside the cursor says when it was; one under it was at the cursor's time.
QString markerText(const ChartState &state, const ChartMarker &marker)
{
    if (std::chrono::abs(marker.at - *state.cursor) < std::chrono::seconds(1))
        return marker.text;
    //: %1 is a time, %2 what happened then
    return Tr::tr("%1 · %2").arg(timeText(marker.at, state.zone, state.locale), marker.text);
}

void addMarkers(const ChartState &state, std::vector<CursorLine> &lines)
{
    int hidden = 0;
    int shown = 0;
    for (const ChartMarker &marker : state.markers) {
        if (std::chrono::abs(marker.at - *state.cursor) > state.cursorTolerance())
            continue;
        if (shown == kMostMarkers) {
            ++hidden;
            continue;
        }
        ++shown;
        lines.push_back({-1, markerText(state, marker), {}, false, marker.kind});
    }
    if (hidden > 0)
        lines.push_back({-1, Tr::tr("%n more here; zoom in to read them.", nullptr, hidden), {}, false, {}});
}

} // namespace

std::vector<CursorLine> cursorLines(const ChartState &state)
{
    std::vector<CursorLine> lines;
    if (!state.cursor)
        return lines;
    lines.push_back({-1, timeText(*state.cursor, state.zone, state.locale), {}, false, {}});
    for (const ChartSeries &one : state.series) {
        const auto sample =
            one.data ? sampleAt(*one.data, *state.cursor, state.cursorTolerance()) : std::nullopt;
        const QString value = sample ? valueText(state, *sample) : Tr::tr("no data");
        lines.push_back({one.colour, one.name, value, one.earlier, {}});
    }
    for (const ChartSpan &span : state.spans) {
        if (!span.text.isEmpty() && span.range.contains(*state.cursor))
            lines.push_back({-1, span.text, {}, false, {}});
    }
    addMarkers(state, lines);
    return lines;
}

CursorItem::CursorItem(const ChartState &state, QGraphicsItem *parent)
    : QGraphicsItem(parent)
    , m_state(state)
{
    setZValue(100);
}

QRectF CursorItem::boundingRect() const
{
    return {QPointF(0, 0), m_state.size};
}

void CursorItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    if (m_state.map.isEmpty())
        return;
    const Theme &theme = m_state.theme;
    if (m_state.rubberBand) {
        QColor fill = theme.accent;
        fill.setAlphaF(0.16F);
        const QRectF band = m_state.rubberBand->translated(m_state.plot.topLeft());
        painter->fillRect(band, fill);
        painter->fillRect(QRectF(band.left(), band.top(), 1, band.height()), theme.accent);
        painter->fillRect(QRectF(band.right() - 1, band.top(), 1, band.height()), theme.accent);
        return;
    }
    if (m_state.cursor && m_state.map.range.contains(*m_state.cursor))
        paintCross(painter);
    if (!m_state.hasSamples && !m_state.placeholder.isEmpty())
        paintPlaceholder(painter);
}

void CursorItem::paintCross(QPainter *painter) const
{
    const Theme &theme = m_state.theme;
    const double x = m_state.plot.left() + m_state.map.x(*m_state.cursor);
    painter->fillRect(QRectF(std::floor(x), m_state.plot.top(), 1, m_state.plot.height()), theme.mutedText);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(theme.base, 1.5));
    for (const ChartSeries &one : m_state.series) {
        const auto sample =
            one.data ? sampleAt(*one.data, *m_state.cursor, m_state.cursorTolerance()) : std::nullopt;
        if (!sample)
            continue;
        const double at = m_state.map.x(sample->at + (sample->last - sample->at) / 2);
        const double y = std::clamp(m_state.map.y(sample->mean), 0.0, m_state.map.height);
        painter->setBrush(theme.seriesColour(one.colour));
        painter->drawEllipse(m_state.plot.topLeft() + QPointF(at, y), 3.5, 3.5);
    }
    if (m_state.showsBox)
        paintBox(painter, x);
}

void CursorItem::paintPlaceholder(QPainter *painter) const
{
    const QRectF room = m_state.plot.adjusted(8, 4, -8, -4);
    const int flags = Qt::AlignCenter | Qt::TextWordWrap;
    painter->setFont(m_state.font);
    const QRectF words = painter->boundingRect(room, flags, m_state.placeholder);
    painter->fillRect(words.adjusted(-6, -3, 6, 3), m_state.theme.base);
    painter->setPen(m_state.theme.mutedText);
    painter->drawText(room, flags, m_state.placeholder);
}

void CursorItem::paintBox(QPainter *painter, double x) const
{
    const Theme &theme = m_state.theme;
    const QFontMetricsF metrics(m_state.font);
    const std::vector<CursorLine> lines = cursorLines(m_state);
    const bool named = m_state.series.size() > 1;
    const double widestName = std::max(60.0, m_state.size.width() * 0.4);
    double width = 0;
    for (const CursorLine &line : lines) {
        const double glyph = line.marker ? kGlyphSize + 4 : 0;
        const double name = line.value.isEmpty() ? metrics.horizontalAdvance(line.name) + glyph
                            : named
                                ? std::min(widestName, metrics.horizontalAdvance(line.name)) + kSwatch + 4 + 12
                                : 0;
        width = std::max(width, name + tabularWidth(m_state.font, line.value));
    }
    width = std::min(width + 2 * kPadding, m_state.size.width() - 4);
    const double lineHeight = metrics.height() + 1;
    const double height = lineHeight * static_cast<double>(lines.size()) + 2 * kPadding - 4;
    double left = x + kDistance;
    if (left + width > m_state.size.width() - 2)
        left = x - kDistance - width;
    left = std::clamp(left, 2.0, std::max(2.0, m_state.size.width() - 2 - width));
    const double top =
        std::clamp(m_state.plot.top() + 4, 2.0, std::max(2.0, m_state.size.height() - 2 - height));
    QColor fill = theme.raised;
    fill.setAlphaF(0.96F);
    painter->setPen(QPen(theme.border, 1));
    painter->setBrush(fill);
    const QRectF box(std::floor(left) + 0.5, std::floor(top) + 0.5, std::ceil(width), std::ceil(height));
    painter->drawRoundedRect(box, 3, 3);
    painter->setFont(m_state.font);
    double baseline = box.top() + kPadding - 2 + metrics.ascent();
    for (const CursorLine &line : lines) {
        double from = box.left() + kPadding;
        const double to = box.right() - kPadding;
        painter->setPen(theme.text);
        if (!line.value.isEmpty())
            drawTabular(painter, line.value, to, baseline);
        const bool skipsName = !line.value.isEmpty() && !named;
        if (!line.value.isEmpty() && named) {
            drawSwatch(painter, QPointF(from, baseline), theme.seriesColour(line.colour), line.earlier);
            from += kSwatch + 4;
        }
        if (line.marker) {
            const double middle = baseline - metrics.ascent() / 2 + 1;
            drawMarkerGlyph(*painter, *line.marker, QPointF(from + kGlyphSize / 2, middle), theme);
            from += kGlyphSize + 4;
        }
        const double room =
            to - from - (line.value.isEmpty() ? 0 : tabularWidth(m_state.font, line.value) + 12);
        painter->setPen(theme.mutedText);
        if (!skipsName)
            painter->drawText(QPointF(from, baseline),
                              metrics.elidedText(line.name, Qt::ElideMiddle, room + 1));
        baseline += lineHeight;
    }
}

} // namespace stratadeck
