// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/ids.h"
#include "models/inventory/figures.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QTreeWidget;
class QTreeWidgetItem;

namespace stratadeck {

class InventoryModel;

/// Who uses most of one thing now: five VMs or containers, of all that are watched, whatever the filter
/// hides. A click or Return on one asks for it. Looks anew every few seconds while it is visible.
class TopPanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TopPanel)
public:
    explicit TopPanel(const InventoryModel &inventory, QWidget *parent = nullptr);

    void refresh();

Q_SIGNALS:
    void entityChosen(stratadeck::EntityId entity);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void choose(const QTreeWidgetItem *item);

    const InventoryModel &m_inventory;
    QComboBox *m_figures;
    QTreeWidget *m_rows;
    QTimer m_look;
};

} // namespace stratadeck
