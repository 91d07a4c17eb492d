// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/kit/palettedelegate.h"

#include "widgets/kit/cellpaint.h"
#include "widgets/kit/icons.h"
#include "widgets/kit/palettemodel.h"
#include "widgets/kit/theme.h"

#include <QPainter>

namespace stratadeck {

namespace {

constexpr int kIconSize = 16;
constexpr int kGap = 8;

// Draws text from the start of what is left and takes its room away.
void drawPart(QPainter *painter, QRect &left, const QString &text, const QColor &colour,
              Qt::LayoutDirection direction)
{
    if (text.isEmpty() || left.width() <= 0)
        return;
    const QFontMetrics metrics = painter->fontMetrics();
    const QString shown = metrics.elidedText(text, Qt::ElideRight, left.width());
    const int width = std::min(left.width(), metrics.horizontalAdvance(shown) + 1);
    const QRect place(left.left(), left.top(), width, left.height());
    painter->setPen(colour);
    painter->drawText(QStyle::visualRect(direction, left, place), Qt::AlignVCenter | Qt::TextSingleLine, shown);
    if (direction == Qt::RightToLeft)
        left.setRight(left.right() - width - kGap);
    else
        left.setLeft(left.left() + width + kGap);
}

} // namespace

PaletteDelegate::PaletteDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
{
}

void PaletteDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const auto *model = static_cast<const PaletteModel *>(index.model());
    const PaletteItem &item = model->item(index.row());
    const Theme &theme = themeFor(option.palette);
    const QColor main = item.enabled ? theme.text : theme.mutedText;
    painter->save();
    paintCellFrame(painter, option);
    painter->setFont(option.font);
    QRect left = option.rect.adjusted(kCellMargin, 0, -kCellMargin, 0);

    const QRect iconPlace(left.left(), left.center().y() - kIconSize / 2 + 1, kIconSize, kIconSize);
    const QPixmap icon = iconPixmap(item.icon, main, kIconSize, painter->device()->devicePixelRatioF());
    if (!icon.isNull())
        painter->drawPixmap(QStyle::visualRect(option.direction, left, iconPlace), icon);
    const int keys = option.fontMetrics.horizontalAdvance(item.keys) + (item.keys.isEmpty() ? 0 : kGap);
    const bool mirrored = option.direction == Qt::RightToLeft;
    const QRect whole = left;
    left.adjust(mirrored ? keys : kIconSize + kGap, 0, mirrored ? -kIconSize - kGap : -keys, 0);

    drawPart(painter, left, item.text, main, option.direction);
    drawPart(painter, left, index.data(PaletteModel::DetailRole).toString(), theme.mutedText, option.direction);
    painter->setPen(theme.mutedText);
    painter->drawText(
        whole, Qt::AlignVCenter | Qt::TextSingleLine | (mirrored ? Qt::AlignLeft : Qt::AlignRight), item.keys);
    painter->restore();
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {0, cellHeight(option.fontMetrics)};
}

} // namespace stratadeck
