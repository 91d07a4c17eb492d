// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/ids.h"

#include <QWidget>

class QAction;
class QLineEdit;
class QSortFilterProxyModel;
class QStackedWidget;
class QTreeView;

namespace stratadeck {

class EmptyState;
class FileSaver;
class NoticeBar;
class TaskLogModel;

/// The task log as a table with a filter box. Ctrl+C copies the selected rows, Return asks for what a task was
/// done to, a button saves what is shown as CSV. Esc clears the box, Down leads from it to the table.
class TaskLogView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TaskLogView)
public:
    explicit TaskLogView(TaskLogModel &model, QWidget *parent = nullptr);

Q_SIGNALS:
    void entityChosen(stratadeck::EntityId entity);

protected:
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setUpList();
    QAction *makeAction(const QString &name, const QString &icon, const QString &text, const QString &toolTip);
    void setUpSaver();
    void showWhatThereIs();
    void choose(const QModelIndex &index);
    void copySelection() const;
    void exportCsv();
    QStringList head() const;

    TaskLogModel &m_model;
    QSortFilterProxyModel *m_filter;
    QLineEdit *m_search;
    QTreeView *m_list;
    EmptyState *m_empty;
    QStackedWidget *m_stack;
    NoticeBar *m_notice;
    FileSaver *m_saver;
    QAction *m_copy;
    QAction *m_export;
};

} // namespace stratadeck
