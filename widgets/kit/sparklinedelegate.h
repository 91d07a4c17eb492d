// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/metrics.h"
#include "widgets/kit/celltext.h"

#include <QLocale>
#include <QStyledItemDelegate>

namespace stratadeck {

/// A figure, right-aligned with equally wide digits, and beside it its last minutes as a thin line.
/// The roles are the model's: `value` a double (NaN or no value: unknown, shown as a dash), `history` a
/// QList<double> oldest first (NaN: gap), `scale` a double, the top of the line (none: its own maximum).
class SparklineDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SparklineDelegate)
public:
    struct Roles {
        int value;
        int history;
        int scale;
    };
    /// The unit belongs in the column's head; only byte figures carry their prefix in the cell.
    SparklineDelegate(Roles roles, Unit unit, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    struct Widest {
        QFont font;
        QLocale locale;
        qsizetype length = 0; ///< in characters
        int width = 0;
    };
    int numberWidth(const QFont &font, const QLocale &locale) const;

    Roles m_roles;
    Unit m_unit;
    // What is painted does not depend on these.
    mutable Widest m_widest;
    mutable CellText m_figures;
};

} // namespace stratadeck
