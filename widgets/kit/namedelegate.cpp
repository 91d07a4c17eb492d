// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/kit/namedelegate.h"

#include "widgets/kit/icons.h"
#include "widgets/kit/words.h"

namespace stratadeck {

NameDelegate::NameDelegate(int kindRole, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_kindRole(kindRole)
{
}

void NameDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const QVariant kind = index.data(m_kindRole);
    if (!kind.isValid()) {
        option->font.setBold(true);
        return;
    }
    option->features |= QStyleOptionViewItem::HasDecoration;
    option->icon = themedIcon(wordingOf(static_cast<EntityKind>(kind.toInt())).icon);
}

} // namespace stratadeck
