// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/history/deskstore.h"

#include <QAbstractTableModel>
#include <vector>

namespace stratadeck {

class DeskService;

/// The task log, newest first. Follows the log by itself; one question is under way at a time. Window thread
/// only.
class TaskLogModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TaskLogModel)
public:
    enum Column { Begun, Operation, Target, Who, Result, Duration, ColumnCount };
    enum Role {
        OutcomeRole = Qt::UserRole, ///< TaskOutcome as int
        EntityRole,                 ///< EntityId as quint32, 0 unknown
        SortRole,
    };
    /// As many are shown.
    static constexpr int kMost = 2000;

    explicit TaskLogModel(DeskService &desk, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// How many of the shown ones have not ended.
    int underWay() const;

    /// Reads the log anew.
    void load();

Q_SIGNALS:
    void loaded();

private:
    void show(std::vector<TaskRecord> tasks);
    static QString text(const TaskRecord &task, int column);
    static QVariant sortKey(const TaskRecord &task, int column);

    DeskService &m_desk;
    std::vector<TaskRecord> m_tasks;
    bool m_asking = false;
    bool m_askAgain = false;
};

} // namespace stratadeck
