// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/kit/cellpaint.h"

#include "widgets/kit/theme.h"

#include <QPaintEngine>
#include <QPainter>

namespace stratadeck {

namespace {

double digitWidth(const QFontMetricsF &metrics)
{
    double widest = 0;
    for (char16_t digit = u'0'; digit <= u'9'; ++digit)
        widest = std::max(widest, metrics.horizontalAdvance(QChar(digit)));
    return widest;
}

} // namespace

void paintCellFrame(QPainter *painter, const QStyleOptionViewItem &option)
{
    const Theme &theme = themeFor(option.palette);
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, theme.selection);
    else if (option.state & QStyle::State_MouseOver)
        painter->fillRect(option.rect, blended(theme.text, theme.base, 0.04));
    if (!(option.state & QStyle::State_HasFocus))
        return;
    painter->setPen(QPen(theme.accent, 1));
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
}

QColor cellTextColour(const QStyleOptionViewItem &option)
{
    const Theme &theme = themeFor(option.palette);
    return option.state & QStyle::State_Enabled ? theme.text : theme.disabledText;
}

int cellHeight(const QFontMetrics &metrics)
{
    return metrics.height() + 8;
}

bool hasTabularFigures(const QFontMetricsF &metrics)
{
    const double zero = metrics.horizontalAdvance(u'0');
    for (char16_t digit = u'1'; digit <= u'9'; ++digit)
        if (std::abs(metrics.horizontalAdvance(QChar(digit)) - zero) > 0.01)
            return false;
    return true;
}

double tabularWidth(const QFontMetricsF &metrics, const QString &number)
{
    if (hasTabularFigures(metrics))
        return metrics.horizontalAdvance(number);
    const double digit = digitWidth(metrics);
    double width = 0;
    for (const QChar c : number)
        width += c.isDigit() ? digit : metrics.horizontalAdvance(c);
    return width;
}

double drawTabular(QPainter *painter, const QString &number, double right, double baseline)
{
    const QFontMetricsF metrics(painter->font());
    const double width = tabularWidth(metrics, number);
    double x = right - width;
    const QPaintEngine::Type device = painter->paintEngine()->type();
    // In a drawing a number must stay one word, to be found and copied.
    const bool keepsText = device == QPaintEngine::SVG || device == QPaintEngine::Pdf;
    if (keepsText || hasTabularFigures(metrics)) {
        painter->drawText(QPointF(right - metrics.horizontalAdvance(number), baseline), number);
        return width;
    }
    const double digit = digitWidth(metrics);
    for (const QChar c : number) {
        const double own = metrics.horizontalAdvance(c);
        const double cell = c.isDigit() ? digit : own;
        painter->drawText(QPointF(x + (cell - own) / 2, baseline), QString(c));
        x += cell;
    }
    return width;
}

} // namespace stratadeck
