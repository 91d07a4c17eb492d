// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/kit/sparklinedelegate.h"

#include "models/base/format.h"
#include "widgets/kit/cellpaint.h"
#include "widgets/kit/sparkline.h"
#include "widgets/kit/theme.h"

#include <QPainter>
#include <limits>

namespace stratadeck {

namespace {

constexpr int kLineWidth = 72;

double number(const QVariant &value)
{
    bool known = false;
    const double result = value.toDouble(&known);
    return known ? result : std::numeric_limits<double>::quiet_NaN();
}

void paintLine(QPainter *painter, const SparklineShape &shape, const QRectF &area, const QColor &colour)
{
    painter->setRenderHint(QPainter::Antialiasing);
    QColor shade = colour;
    shade.setAlphaF(0.13F);
    painter->setPen(Qt::NoPen);
    painter->setBrush(shade);
    for (QPolygonF below : shape.strokes) {
        below.append({below.last().x(), area.bottom()});
        below.append({below.first().x(), area.bottom()});
        painter->drawPolygon(below);
    }
    painter->setBrush(colour);
    for (const QPointF &dot : shape.dots)
        painter->drawEllipse(dot, 1.2, 1.2);
    // One pixel: wider antialiased strokes take a path that is many times slower.
    painter->setPen(QPen(colour, 1));
    for (const QPolygonF &stroke : shape.strokes)
        painter->drawPolyline(stroke);
    painter->setRenderHint(QPainter::Antialiasing, false);
}

} // namespace

SparklineDelegate::SparklineDelegate(Roles roles, Unit unit, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_roles(roles)
    , m_unit(unit)
{
}

int SparklineDelegate::numberWidth(const QFontMetrics &metrics, const QLocale &locale) const
{
    // The widest text three significant digits can make in this unit.
    const double widest = m_unit == Unit::Percent ? 100.0 : 999.4 * 1024 * 1024;
    const bool bytes = m_unit == Unit::Bytes || m_unit == Unit::BytesPerSecond;
    const double sample = bytes || m_unit == Unit::Percent ? widest : 8888;
    return metrics.horizontalAdvance(formatValue(sample, m_unit, locale, false)) + 1;
}

void SparklineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const
{
    const Theme &theme = themeFor(option.palette);
    paintCellFrame(painter, option);
    const bool rightToLeft = option.direction == Qt::RightToLeft;
    const double value = number(index.data(m_roles.value));
    const QString text = formatValue(value, m_unit, option.locale, false);
    const int wanted = std::max(numberWidth(option.fontMetrics, option.locale),
                                option.fontMetrics.horizontalAdvance(text) + 1);
    const auto layout = SparklineLayout::of(option.rect, wanted, rightToLeft);
    if (!layout.line.isEmpty()) {
        const QRectF area = QRectF(layout.line).adjusted(0.5, 1.5, -0.5, -0.5);
        const auto history = index.data(m_roles.history).value<QList<double>>();
        const auto shape = SparklineShape::of(history, area, number(index.data(m_roles.scale)));
        paintLine(painter, shape, area, theme.seriesColour(0));
    }
    painter->setFont(option.font);
    painter->setPen(std::isfinite(value) ? cellTextColour(option) : theme.mutedText);
    const int baseline =
        layout.number.center().y() + (option.fontMetrics.ascent() - option.fontMetrics.descent()) / 2 + 1;
    drawTabular(painter, text, layout.number.right() + 1, baseline);
}

QSize SparklineDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const int width = numberWidth(option.fontMetrics, option.locale) + kLineWidth + 3 * kCellMargin;
    return {width, cellHeight(option.fontMetrics)};
}

} // namespace stratadeck
