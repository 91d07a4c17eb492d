// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/kit/numberdelegate.h"

#include "models/base/format.h"
#include "widgets/kit/cellpaint.h"
#include "widgets/kit/theme.h"

#include <QPainter>
#include <limits>

namespace stratadeck {

NumberDelegate::NumberDelegate(int valueRole, Unit unit, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_valueRole(valueRole)
    , m_unit(unit)
{
}

QString NumberDelegate::textOf(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    bool known = false;
    const double value = index.data(m_valueRole).toDouble(&known);
    return formatValue(known ? value : std::numeric_limits<double>::quiet_NaN(), m_unit, option.locale, false);
}

void NumberDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    paintCellFrame(painter, option);
    painter->setFont(option.font);
    painter->setPen(cellTextColour(option));
    const QFontMetrics &metrics = option.fontMetrics;
    const int baseline = option.rect.center().y() + (metrics.ascent() - metrics.descent()) / 2 + 1;
    drawTabular(painter, textOf(option, index), option.rect.right() + 1 - kCellMargin, baseline, &m_figures);
}

QSize NumberDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const double width = tabularWidth(option.font, textOf(option, index));
    return {static_cast<int>(std::ceil(width)) + 2 * kCellMargin, cellHeight(option.fontMetrics)};
}

} // namespace stratadeck
