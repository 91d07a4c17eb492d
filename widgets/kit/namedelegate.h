// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace stratadeck {

/// A name with the icon of its kind before it; the role gives an EntityKind as int, or nothing for the
/// heading of a group. Painting is the
/// style's, so selection, elision and right-to-left are right.
class NameDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NameDelegate)
public:
    NameDelegate(int kindRole, QObject *parent = nullptr);

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    int m_kindRole;
};

} // namespace stratadeck
