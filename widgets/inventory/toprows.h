// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/inventory/topusers.h"

#include <QTreeWidget>

namespace stratadeck {

class InventoryModel;

/// The rows of "who uses most". A click or Return on one asks for it.
class TopRows final : public QTreeWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TopRows)
public:
    explicit TopRows(const InventoryModel &inventory, QWidget *parent = nullptr);

    struct Content {
        TopList list;
        Figure figure{};
        QString title; ///< of the figure
        bool overRange = false;
        QString nobody; ///< said when the list is empty
    };
    void setContent(const Content &content);

    /// What is shown, with a head line; figures as they are read.
    QList<QStringList> table() const;

Q_SIGNALS:
    void entityChosen(stratadeck::EntityId entity);
    void tagChosen(const QString &tag);

private:
    void setUpColumns();
    void setRowCount(int rows);
    void fill(QTreeWidgetItem &item, const TopEntry &entry, const Content &content) const;
    void fitHeight();
    void choose(const QTreeWidgetItem *item);

    const InventoryModel &m_inventory;
    bool m_isEmpty = true;
};

} // namespace stratadeck
