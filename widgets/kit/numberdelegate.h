// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/metrics.h"
#include "widgets/kit/celltext.h"

#include <QStyledItemDelegate>

namespace stratadeck {

/// A figure alone: right-aligned, equally wide digits, a dash when `valueRole` gives NaN or nothing.
class NumberDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NumberDelegate)
public:
    NumberDelegate(int valueRole, Unit unit, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    QString textOf(const QStyleOptionViewItem &option, const QModelIndex &index) const;

    int m_valueRole;
    Unit m_unit;
    mutable CellText m_figures; ///< what is painted does not depend on it
};

} // namespace stratadeck
