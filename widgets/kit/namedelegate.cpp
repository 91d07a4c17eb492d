// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/kit/namedelegate.h"

#include "widgets/kit/cellpaint.h"
#include "widgets/kit/icons.h"
#include "widgets/kit/words.h"

#include <QPainter>

namespace stratadeck {

namespace {

constexpr int kIcon = 16;

} // namespace

NameDelegate::NameDelegate(int kindRole, QObject *parent)
    : TextDelegate(parent)
    , m_kindRole(kindRole)
{
}

void NameDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QVariant kind = index.data(m_kindRole);
    if (!kind.isValid()) {
        QStyleOptionViewItem heading = option;
        heading.font.setBold(true);
        m_headings.paint(painter, heading, index);
        return;
    }
    paintCellFrame(painter, option);
    const QRect inner = option.rect.adjusted(kWordMargin, 0, -kWordMargin, 0);
    const bool rightToLeft = option.direction == Qt::RightToLeft;
    const QColor colour = cellTextColour(option);
    const QPoint corner(rightToLeft ? inner.right() + 1 - kIcon : inner.left(),
                        inner.top() + (inner.height() - kIcon) / 2);
    painter->drawPixmap(corner, iconPixmap(wordingOf(static_cast<EntityKind>(kind.toInt())).icon, colour, kIcon,
                                           painter->device()->devicePixelRatioF()));
    const int used = kIcon + 2 * kWordMargin;
    painter->setFont(option.font);
    painter->setPen(colour);
    paintWords(painter, option, index.data().toString(),
               inner.adjusted(rightToLeft ? 0 : used, 0, rightToLeft ? -used : 0, 0));
}

// The style knows how much room an icon, words and the bold font of a heading want.
void NameDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    TextDelegate::initStyleOption(option, index);
    const QVariant kind = index.data(m_kindRole);
    if (!kind.isValid()) {
        option->font.setBold(true);
        return;
    }
    option->features |= QStyleOptionViewItem::HasDecoration;
    option->icon = themedIcon(wordingOf(static_cast<EntityKind>(kind.toInt())).icon);
}

} // namespace stratadeck
