// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/kit/textdelegate.h"

#include "widgets/kit/cellpaint.h"

#include <QPainter>

namespace stratadeck {

void TextDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    paintCellFrame(painter, option);
    painter->setFont(option.font);
    painter->setPen(cellTextColour(option));
    paintWords(painter, option, index.data().toString(), option.rect.adjusted(kWordMargin, 0, -kWordMargin, 0));
}

void TextDelegate::paintWords(QPainter *painter, const QStyleOptionViewItem &option, const QString &words,
                              const QRect &room) const
{
    const QFontMetrics metrics(painter->font());
    const int top = room.top() + (room.height() - metrics.height()) / 2;
    m_words.draw(painter, words, QPointF(room.left(), top + metrics.ascent()), room.width(),
                 option.textElideMode, option.direction);
}

} // namespace stratadeck
