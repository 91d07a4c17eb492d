// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operate/taskrunner.h"
#include "widgets/operate/target.h"

#include <QDialog>
#include <QHash>
#include <QTimer>

class QLabel;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace stratadeck {

/// One operation on several targets: a few seconds in which it can still be called off, then a row for each
/// with its result. Closing it lets the tasks go on. Not modal.
class BulkDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BulkDialog)
public:
    static constexpr std::chrono::seconds kGrace{5};

    BulkDialog(TaskRunner &runner, Operation operation, OperationTargets targets, QWidget *parent);

    /// Whether this dialog shows the task's result.
    bool owns(TaskRunner::TaskId task) const { return m_rows.contains(value(task)); }

Q_SIGNALS:
    /// The person wants these, which ignored the operation, ended by force.
    void forceWanted(stratadeck::Operation force, const stratadeck::OperationTargets &targets);

protected:
    void reject() override;

private:
    struct Row {
        QTreeWidgetItem *item = nullptr;
        std::size_t target = 0;
    };
    void buildTable();
    void count();
    void begin();
    void callOff();
    void showEnd(const TaskRunner::Task &task, const OperationResult &result);
    void showSummary();

    TaskRunner &m_runner;
    Operation m_operation;
    OperationTargets m_targets;
    std::vector<QTreeWidgetItem *> m_items; // beside m_targets
    QHash<quint64, Row> m_rows;             // of tasks that were begun
    OperationTargets m_ignored;
    std::chrono::seconds m_left{kGrace};
    bool m_begun = false;
    int m_waiting = 0;
    int m_done = 0;
    int m_failed = 0;
    QTimer m_countdown;
    QLabel *m_title;
    QTreeWidget *m_table;
    QPushButton *m_force;
    QPushButton *m_cancel;
};

} // namespace stratadeck
