// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>

namespace stratadeck {

/// Sorts the inventory by any column and shows the rows whose name, host or state contains every word
/// typed; `kind:vm`, `host:a` and `state:running` look in one column only. Window thread only.
class InventoryFilter final : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit InventoryFilter(QObject *parent = nullptr);

    void setText(const QString &text);
    const QString &text() const { return m_text; }

protected:
    bool filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    struct Term {
        int column; // -1: any
        QString text;
    };
    QString m_text;
    QList<Term> m_terms;
};

} // namespace stratadeck
