// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/kit/words.h"

#include <QStyledItemDelegate>

namespace stratadeck
{

/// Icon and word of an entity's state, or of its problem when it has one. The roles give an EntityState
/// and an EntityProblem as int.
class StateDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StateDelegate)
public:
    StateDelegate(int stateRole, int problemRole, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    Wording wording(const QModelIndex& index) const;

    int m_stateRole;
    int m_problemRole;
};

} // namespace stratadeck
