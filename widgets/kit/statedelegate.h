// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/kit/words.h"

#include <QStyledItemDelegate>

namespace stratadeck {

/// Icon and words of an entity's state. The words are the display text; icon and tone follow from the
/// EntityState and EntityProblem the roles give as int, and from the time since when its figures are
/// stale (0: they are not).
class StateDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StateDelegate)
public:
    StateDelegate(int stateRole, int problemRole, int staleSinceRole, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    Wording wording(const QModelIndex &index) const;

    int m_stateRole;
    int m_problemRole;
    int m_staleSinceRole;
};

} // namespace stratadeck
