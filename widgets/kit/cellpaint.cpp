// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/kit/cellpaint.h"

#include "widgets/kit/celltext.h"
#include "widgets/kit/theme.h"

#include <QPaintEngine>
#include <QPainter>

namespace stratadeck {

namespace {

struct Digits {
    double widest = 0;
    bool isTabular = false; ///< all of one width
};

// Remembers the font asked about last: a page asks hundreds of times about the same.
Digits digitsOf(const QFont &font)
{
    thread_local QFont last;
    thread_local Digits digits;
    if (digits.widest > 0 && font == last)
        return digits;
    last = font;
    const QFontMetricsF metrics(font);
    const double zero = metrics.horizontalAdvance(u'0');
    digits = {zero, true};
    for (char16_t digit = u'1'; digit <= u'9'; ++digit) {
        const double width = metrics.horizontalAdvance(QChar(digit));
        digits.widest = std::max(digits.widest, width);
        digits.isTabular = digits.isTabular && std::abs(width - zero) <= 0.01;
    }
    return digits;
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

bool hasTabularFigures(const QFont &font)
{
    return digitsOf(font).isTabular;
}

double tabularWidth(const QFont &font, const QString &number)
{
    const QFontMetricsF metrics(font);
    const Digits digits = digitsOf(font);
    if (digits.isTabular)
        return metrics.horizontalAdvance(number);
    double width = 0;
    for (const QChar c : number)
        width += c.isDigit() ? digits.widest : metrics.horizontalAdvance(c);
    return width;
}

double drawTabular(QPainter *painter, const QString &number, double right, double baseline, CellText *shaped)
{
    const QFont &font = painter->font();
    const Digits digits = digitsOf(font);
    if (shaped && digits.isTabular)
        return shaped->drawBefore(painter, number, QPointF(right, baseline));
    const QFontMetricsF metrics(font);
    const double width = tabularWidth(font, number);
    double x = right - width;
    const QPaintEngine::Type device = painter->paintEngine()->type();
    // In a drawing a number must stay one word, to be found and copied.
    const bool keepsText = device == QPaintEngine::SVG || device == QPaintEngine::Pdf;
    if (keepsText || digits.isTabular) {
        painter->drawText(QPointF(right - metrics.horizontalAdvance(number), baseline), number);
        return width;
    }
    for (const QChar c : number) {
        const double own = metrics.horizontalAdvance(c);
        const double cell = c.isDigit() ? digits.widest : own;
        painter->drawText(QPointF(x + (cell - own) / 2, baseline), QString(c));
        x += cell;
    }
    return width;
}

} // namespace stratadeck
