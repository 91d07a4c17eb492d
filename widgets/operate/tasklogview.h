// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLineEdit;
class QSortFilterProxyModel;
class QTreeView;

namespace stratadeck {

class TaskLogModel;

/// The task log as a table with a filter box; Ctrl+C copies the selected rows.
class TaskLogView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TaskLogView)
public:
    explicit TaskLogView(TaskLogModel &model, QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void copySelection() const;

    TaskLogModel &m_model;
    QSortFilterProxyModel *m_filter;
    QLineEdit *m_search;
    QTreeView *m_list;
};

} // namespace stratadeck
