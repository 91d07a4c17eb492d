// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/ids.h"

#include <QWidget>
#include <vector>

class QLabel;
class QLineEdit;
class QTreeView;

namespace stratadeck {

class InventoryFilter;
class InventoryModel;

/// The list of hosts, VMs and containers with its filter box. Esc clears the box,
/// Down goes to the list.
class InventoryView final : public QWidget
{
    Q_OBJECT
public:
    explicit InventoryView(InventoryModel &model, QWidget *parent = nullptr);

    /// In the order of the list.
    std::vector<EntityId> selected() const;
    /// Selects these and nothing else; rows that the filter hides stay out.
    void select(const std::vector<EntityId> &entities);

    QByteArray saveColumns() const;
    void restoreColumns(const QByteArray &state);
    void focusFilter();
    void clearFilter();

Q_SIGNALS:
    void selectionChanged();
    void spacePressed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setUpList();
    void setUpColumns();
    void selectFirst();
    void showCount();
    void showHeaderMenu(const QPoint &position);
    void copySelection() const;

    InventoryModel &m_model;
    InventoryFilter *m_filter;
    QLineEdit *m_search;
    QTreeView *m_list;
    QLabel *m_count;
};

} // namespace stratadeck
