// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/chartitems.h"
#include "widgets/chart/curveraster.h"

#include <QPainter>
#include <cmath>

namespace stratadeck {

namespace {

constexpr double kLineWidth = 1.4;
constexpr double kShadeLight = 0.09;
constexpr double kShadeDark = 0.14;
constexpr double kBand = 0.22;

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
    const double ratio = painter->device()->devicePixelRatioF();
    if (!m_valid || m_image.devicePixelRatio() != ratio)
        render(ratio);
    painter->drawImage(m_state.plot.topLeft(), m_image);
}

void CurveItem::render(double devicePixelRatio)
{
    PlotMap map = m_state.map;
    map.width = std::ceil(map.width * devicePixelRatio);
    map.height = std::ceil(map.height * devicePixelRatio);
    m_image =
        QImage(static_cast<int>(map.width), static_cast<int>(map.height), QImage::Format_ARGB32_Premultiplied);
    m_image.fill(Qt::transparent);
    const double lineWidth = kLineWidth * devicePixelRatio;
    const double shade = m_state.series.size() == 1 ? (m_state.theme.dark ? kShadeDark : kShadeLight) : 0;
    // The first curve is the most important one: it is drawn last.
    for (std::size_t i = m_state.series.size(); i-- > 0;) {
        const ChartSeries *one = &m_state.series[i];
        if (!one->data)
            continue;
        const QColor colour = m_state.theme.seriesColour(one->colour);
        const bool dense = isDense(*one->data, map);
        QList<QPointF> dots;
        std::vector<ColumnSpan> spans;
        if (dense || shade > 0)
            spans = columnSpans(*one->data, map, dots);
        shadeBelow(m_image, spans, colour, shade);
        if (dense)
            drawSpans(m_image, spans, colour, lineWidth);
        QPainter painter(&m_image);
        painter.setRenderHint(QPainter::Antialiasing);
        if (!dense) {
            const CurveShape shape = curveShape(*one->data, map);
            drawShape(painter, shape, colour, lineWidth);
            dots = shape.dots;
        }
        drawDots(painter, dots, colour, lineWidth);
    }
    m_image.setDevicePixelRatio(devicePixelRatio);
    m_valid = true;
}

} // namespace stratadeck
