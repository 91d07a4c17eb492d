// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/kit/textdelegate.h"

namespace stratadeck {

/// A name with the icon of its kind before it; the role gives an EntityKind as int, or nothing for the
/// heading of a group, which is bold.
class NameDelegate final : public TextDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NameDelegate)
public:
    NameDelegate(int kindRole, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    int m_kindRole;
    TextDelegate m_headings; ///< keeps the bold words apart from the others
};

} // namespace stratadeck
