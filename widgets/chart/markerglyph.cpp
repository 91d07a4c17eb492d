// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/markerglyph.h"

#include "widgets/kit/theme.h"

#include <QPainter>

namespace stratadeck {

namespace {

constexpr double kRadius = kGlyphSize / 2;
constexpr double kEventRadius = 2.5; // there may be many of them
constexpr double kStroke = 1.6;

QColor colourOf(MarkerKind kind, const Theme &theme)
{
    switch (kind) {
    case MarkerKind::Event:
    case MarkerKind::TaskCancelled:
        return theme.mutedText;
    case MarkerKind::Restart:
    case MarkerKind::CalmAlert:
        return theme.warning;
    case MarkerKind::TaskRunning:
        return theme.accent;
    case MarkerKind::AlertResolved:
    case MarkerKind::TaskDone:
        return theme.good;
    case MarkerKind::UrgentAlert:
    case MarkerKind::TaskFailed:
        return theme.problem;
    }
    return theme.mutedText;
}

QPolygonF diamond(QPointF centre)
{
    return QPolygonF({centre + QPointF(0, -kRadius), centre + QPointF(kRadius, 0), centre + QPointF(0, kRadius),
                      centre + QPointF(-kRadius, 0)});
}

// Points up for what is wrong, down for what is over. `inside` is what keeps urgent and calm apart without
// colours.
void drawTriangle(QPainter &painter, QPointF centre, const QColor &colour, const QBrush &inside, bool up)
{
    const double reach = kRadius - kStroke / 2;
    const double tip = up ? -reach : reach;
    painter.setPen(QPen(colour, kStroke, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.setBrush(inside);
    painter.drawPolygon(
        QPolygonF({centre + QPointF(0, tip), centre + QPointF(reach, -tip), centre + QPointF(-reach, -tip)}));
}

// A disc on the chart's ground, so that grid and curves do not show through it.
void drawDisc(QPainter &painter, QPointF centre, const QColor &colour, const QBrush &fill)
{
    const double radius = kRadius - kStroke / 2;
    painter.setPen(QPen(colour, kStroke));
    painter.setBrush(fill);
    painter.drawEllipse(centre, radius, radius);
}

void drawCross(QPainter &painter, QPointF centre, const QColor &colour)
{
    const double arm = kRadius * 0.45;
    painter.setPen(QPen(colour, kStroke, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(centre + QPointF(-arm, -arm), centre + QPointF(arm, arm));
    painter.drawLine(centre + QPointF(-arm, arm), centre + QPointF(arm, -arm));
}

} // namespace

void drawMarkerGlyph(QPainter &painter, MarkerKind kind, QPointF centre, const Theme &theme)
{
    const QColor colour = colourOf(kind, theme);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, kind != MarkerKind::Event);
    switch (kind) {
    case MarkerKind::Event:
        painter.fillRect(
            QRectF(centre - QPointF(kEventRadius, kEventRadius), QSizeF(2 * kEventRadius, 2 * kEventRadius)),
            colour);
        break;
    case MarkerKind::Restart:
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawPolygon(diamond(centre));
        break;
    case MarkerKind::UrgentAlert:
        drawTriangle(painter, centre, colour, colour, true);
        break;
    case MarkerKind::CalmAlert:
        drawTriangle(painter, centre, colour, theme.base, true);
        break;
    case MarkerKind::AlertResolved:
        drawTriangle(painter, centre, colour, theme.base, false);
        break;
    case MarkerKind::TaskDone:
        drawDisc(painter, centre, colour, colour);
        break;
    case MarkerKind::TaskFailed:
        drawDisc(painter, centre, colour, colour);
        drawCross(painter, centre, theme.base);
        break;
    case MarkerKind::TaskRunning: {
        drawDisc(painter, centre, colour, theme.base);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        constexpr int quarter = 90 * 16;
        painter.drawPie(
            QRectF(centre - QPointF(kRadius, kRadius), QSizeF(kGlyphSize, kGlyphSize)).adjusted(1, 1, -1, -1),
            quarter, 2 * quarter);
        break;
    }
    case MarkerKind::TaskCancelled:
        drawDisc(painter, centre, colour, theme.base);
        break;
    }
    painter.restore();
}

} // namespace stratadeck
