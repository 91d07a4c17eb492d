// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/kit/statedelegate.h"

#include "widgets/kit/cellpaint.h"
#include "widgets/kit/icons.h"
#include "widgets/kit/theme.h"

#include <QPainter>
#include <QTextOption>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr int kIcon = 16;

} // namespace

StateDelegate::StateDelegate(int stateRole, int problemRole, int staleSinceRole, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_stateRole(stateRole)
    , m_problemRole(problemRole)
    , m_staleSinceRole(staleSinceRole)
{
}

Wording StateDelegate::wording(const QModelIndex &index) const
{
    Wording shown = wordingOf(static_cast<EntityState>(index.data(m_stateRole).toInt()),
                              static_cast<EntityProblem>(index.data(m_problemRole).toInt()));
    if (index.data(m_staleSinceRole).toLongLong() > 0) {
        shown.icon = u"source-stale"_s;
        shown.tone = Tone::Warning;
    }
    shown.text = index.data(Qt::DisplayRole).toString();
    return shown;
}

void StateDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    paintCellFrame(painter, option);
    if (!index.data(m_stateRole).isValid())
        return; // the heading of a group
    const Wording shown = wording(index);
    const bool enabled = option.state & QStyle::State_Enabled;
    const QColor colour = enabled ? themeFor(option.palette).tone(shown.tone) : cellTextColour(option);
    const QRect inner = option.rect.adjusted(kCellMargin, 0, -kCellMargin, 0);
    const bool rightToLeft = option.direction == Qt::RightToLeft;
    const int iconLeft = rightToLeft ? inner.right() + 1 - kIcon : inner.left();
    const QPoint corner(iconLeft, inner.top() + (inner.height() - kIcon) / 2);
    painter->drawPixmap(corner, iconPixmap(shown.icon, colour, kIcon, painter->device()->devicePixelRatioF()));
    const int used = kIcon + kCellMargin;
    const QRect words = inner.adjusted(rightToLeft ? 0 : used, 0, rightToLeft ? -used : 0, 0);
    painter->setFont(option.font);
    painter->setPen(colour);
    const QString text = option.fontMetrics.elidedText(shown.text, Qt::ElideRight, words.width());
    QTextOption place(Qt::AlignVCenter | (rightToLeft ? Qt::AlignRight : Qt::AlignLeft));
    place.setWrapMode(QTextOption::NoWrap);
    painter->drawText(QRectF(words), text, place);
}

QSize StateDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int words = option.fontMetrics.horizontalAdvance(wording(index).text);
    return {kIcon + words + 3 * kCellMargin + 1, std::max(kIcon + 6, cellHeight(option.fontMetrics))};
}

} // namespace stratadeck
