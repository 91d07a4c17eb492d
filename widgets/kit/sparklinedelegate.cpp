// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/kit/sparklinedelegate.h"

#include "models/base/format.h"
#include "widgets/kit/cellpaint.h"
#include "widgets/kit/sparkline.h"
#include "widgets/kit/theme.h"

#include <QImage>
#include <QPainter>
#include <algorithm>
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

// The ground under the line, column by column. Filling it as a polygon is many times slower: of a restless
// line the painter makes hundreds of spans, which it hands to other threads.
QImage groundBelow(const SparklineShape &shape, const QRectF &area, QColor colour, double ratio)
{
    const QSize size(qCeil(area.width() * ratio), qCeil(area.height() * ratio));
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::transparent);
    colour.setAlphaF(0.13F);
    const QRgb pixel = qPremultiply(colour.rgba());
    auto *const pixels = reinterpret_cast<QRgb *>(image.bits());
    const auto stride = image.bytesPerLine() / qsizetype(sizeof(QRgb));
    const auto left = [&](const QPointF &point) { return (point.x() - area.left()) * ratio; };
    const auto top = [&](const QPointF &point) { return (point.y() - area.top()) * ratio; };
    for (const QPolygonF &stroke : shape.strokes) {
        for (qsizetype i = 1; i < stroke.size(); ++i) {
            const double from = left(stroke[i - 1]);
            const double to = left(stroke[i]);
            const double slope = (top(stroke[i]) - top(stroke[i - 1])) / (to - from);
            for (int x = std::max(0, qRound(from)); x < std::min(size.width(), qRound(to)); ++x) {
                const double height = top(stroke[i - 1]) + slope * (x + 0.5 - from);
                for (int y = std::max(0, qRound(height)); y < size.height(); ++y)
                    pixels[y * stride + x] = pixel;
            }
        }
    }
    return image;
}

void paintLine(QPainter *painter, const SparklineShape &shape, const QRectF &area, const QColor &colour)
{
    if (shape.strokes.isEmpty() && shape.dots.isEmpty())
        return;
    painter->drawImage(area.topLeft(),
                       groundBelow(shape, area, colour, painter->device()->devicePixelRatioF()));
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
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

int SparklineDelegate::numberWidth(const QFont &font, const QLocale &locale) const
{
    if (m_widest.width > 0 && font == m_widest.font && locale == m_widest.locale)
        return m_widest.width;
    // The widest text three significant digits can make in this unit.
    const double widest = m_unit == Unit::Percent ? 100.0 : 999.4 * 1024 * 1024;
    const bool bytes = m_unit == Unit::Bytes || m_unit == Unit::BytesPerSecond;
    const double sample = bytes || m_unit == Unit::Percent ? widest : 8888;
    const QString text = formatValue(sample, m_unit, locale, false);
    m_widest = {font, locale, text.size(), QFontMetrics(font).horizontalAdvance(text) + 1};
    return m_widest.width;
}

void SparklineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const
{
    const Theme &theme = themeFor(option.palette);
    paintCellFrame(painter, option);
    const bool rightToLeft = option.direction == Qt::RightToLeft;
    const double value = number(index.data(m_roles.value));
    const QString text = formatValue(value, m_unit, option.locale, false);
    int wanted = numberWidth(option.font, option.locale);
    if (text.size() > m_widest.length)
        wanted = std::max(wanted, option.fontMetrics.horizontalAdvance(text) + 1);
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
    drawTabular(painter, text, layout.number.right() + 1, baseline, &m_figures);
}

QSize SparklineDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const int width = numberWidth(option.font, option.locale) + kLineWidth + 3 * kCellMargin;
    return {width, cellHeight(option.fontMetrics)};
}

} // namespace stratadeck
