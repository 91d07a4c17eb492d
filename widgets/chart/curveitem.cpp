// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/chartitems.h"
#include "widgets/chart/curveraster.h"
#include "widgets/chart/curvevector.h"

#include <QPaintEngine>
#include <QPainter>
#include <cmath>

namespace stratadeck {

namespace {

constexpr double kLineWidth = 1.4;
constexpr double kShadeLight = 0.09;
constexpr double kShadeDark = 0.14;
constexpr double kBand = 0.22;
constexpr double kEarlierOpacity = 0.75;
constexpr int kDash = 7; // pixels, of figures of an earlier time
constexpr int kDashGap = 4;

void drawShape(QPainter &painter, const CurveShape &shape, const QColor &colour, double lineWidth)
{
    QColor band = colour;
    band.setAlphaF(static_cast<float>(kBand));
    for (const QRectF &rect : shape.bands)
        painter.fillRect(rect, band);
    // Segment by segment: stroking many antialiased lines as one path is many times slower.
    painter.setPen(QPen(colour, lineWidth, Qt::SolidLine, Qt::RoundCap));
    for (const QLineF &line : shape.lines)
        painter.drawLine(line);
}

void drawDots(QPainter &painter, const QList<QPointF> &dots, const QColor &colour, double lineWidth)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    for (const QPointF &dot : dots)
        painter.drawEllipse(dot, lineWidth * 1.5, lineWidth * 1.5);
}

// Dashes by column, which costs the same for lines and for solid columns of a dense curve.
void cutDashes(QImage &layer, double ratio)
{
    QPainter painter(&layer);
    painter.setCompositionMode(QPainter::CompositionMode_Clear);
    const int dashes = static_cast<int>(layer.width() / (ratio * (kDash + kDashGap))) + 1;
    for (int i = 0; i < dashes; ++i) {
        const double x = (i * (kDash + kDashGap) + kDash) * ratio;
        painter.fillRect(QRectF(x, 0, kDashGap * ratio, layer.height()), Qt::transparent);
    }
}

void paintLines(QPainter *painter, const ChartState &state)
{
    painter->save();
    painter->translate(state.plot.topLeft());
    for (std::size_t i = state.series.size(); i-- > 0;) {
        const ChartSeries &one = state.series[i];
        if (!one.data)
            continue;
        const VectorCurve curve = vectorCurve(*one.data, state.map);
        const QColor colour = state.theme.seriesColour(one.colour);
        painter->setOpacity(one.earlier ? kEarlierOpacity : 1);
        QColor band = colour;
        band.setAlphaF(static_cast<float>(kBand));
        painter->setPen(Qt::NoPen);
        painter->setBrush(band);
        for (const QPolygonF &area : curve.areas)
            painter->drawPolygon(area);
        QPen pen(colour, kLineWidth, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
        if (one.earlier)
            pen.setDashPattern({kDash / kLineWidth, kDashGap / kLineWidth});
        painter->setBrush(Qt::NoBrush);
        painter->setPen(pen);
        for (const QPolygonF &line : curve.lines)
            painter->drawPolyline(line);
        drawDots(*painter, curve.dots, colour, kLineWidth);
    }
    painter->restore();
}

} // namespace

CurveItem::CurveItem(const ChartState &state, QGraphicsItem *parent)
    : QGraphicsItem(parent)
    , m_state(state)
{
    setZValue(50);
}

QRectF CurveItem::boundingRect() const
{
    return m_state.plot;
}

void CurveItem::invalidate()
{
    m_valid = false;
    update();
}

void CurveItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    if (m_state.map.isEmpty())
        return;
    const QPaintEngine::Type device = painter->paintEngine()->type();
    if (device == QPaintEngine::SVG || device == QPaintEngine::Pdf) {
        paintLines(painter, m_state);
        return;
    }
    // A painter that enlarges, as for a picture, must not get enlarged pixels.
    const double ratio = painter->device()->devicePixelRatioF() * painter->worldTransform().m11();
    if (!m_valid || m_image.devicePixelRatio() != ratio)
        render(ratio);
    painter->drawImage(m_state.plot.topLeft(), m_image);
}

void CurveItem::render(double devicePixelRatio)
{
    PlotMap map = m_state.map;
    map.width = std::ceil(map.width * devicePixelRatio);
    map.height = std::ceil(map.height * devicePixelRatio);
    const QSize pixels(static_cast<int>(map.width), static_cast<int>(map.height));
    // A live chart comes here every second: new memory costs more than what is drawn into it.
    if (m_image.size() != pixels)
        m_image = QImage(pixels, QImage::Format_ARGB32_Premultiplied);
    m_image.setDevicePixelRatio(1);
    m_image.fill(Qt::transparent);
    // The first curve is the most important one: it is drawn last.
    for (std::size_t i = m_state.series.size(); i-- > 0;) {
        const ChartSeries &one = m_state.series[i];
        if (!one.data)
            continue;
        if (!one.earlier) {
            renderSeries(m_image, one, map, devicePixelRatio);
            continue;
        }
        QImage layer(m_image.size(), m_image.format());
        layer.fill(Qt::transparent);
        renderSeries(layer, one, map, devicePixelRatio);
        cutDashes(layer, devicePixelRatio);
        QPainter painter(&m_image);
        painter.setOpacity(kEarlierOpacity);
        painter.drawImage(0, 0, layer);
    }
    m_image.setDevicePixelRatio(devicePixelRatio);
    m_valid = true;
}

void CurveItem::renderSeries(QImage &image, const ChartSeries &one, const PlotMap &map, double ratio) const
{
    const double lineWidth = kLineWidth * ratio;
    const double shade = m_state.series.size() == 1 ? (m_state.theme.dark ? kShadeDark : kShadeLight) : 0;
    const QColor colour = m_state.theme.seriesColour(one.colour);
    const bool dense = isDense(*one.data, map);
    QList<QPointF> dots;
    std::vector<ColumnSpan> spans;
    if (dense || shade > 0)
        spans = columnSpans(*one.data, map, dots);
    shadeBelow(image, spans, colour, shade);
    if (dense)
        drawSpans(image, spans, colour, lineWidth);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    if (!dense) {
        const CurveShape shape = curveShape(*one.data, map);
        drawShape(painter, shape, colour, lineWidth);
        dots = shape.dots;
    }
    drawDots(painter, dots, colour, lineWidth);
}

} // namespace stratadeck
