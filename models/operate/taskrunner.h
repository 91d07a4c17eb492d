// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/base/ids.h"
#include "models/operate/operator.h"

#include <QHash>

namespace stratadeck {

class DeskService;

/// Carries out operations and writes each into the task log: before it begins, and how it ended. What cannot
/// be written is not carried out: the log is the evidence. Lives in the window's thread.
class TaskRunner final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TaskRunner)
public:
    enum class TaskId : quint64 {};

    struct Task {
        TaskId id{};
        EntityId entity{};
        OperationRequest request;
    };

    TaskRunner(DeskService &desk, Operator &engine, const Clock &clock, QObject *parent = nullptr);

    Operator &engine() { return m_operator; }
    DeskService &desk() { return m_desk; }

    TaskId run(EntityId entity, const OperationRequest &request);
    /// Begins no more when it has not begun; else stops waiting for the guest.
    void cancel(TaskId id);

    bool isUnderWay(EntityId entity) const;

    /// "user@machine", as the log keeps it.
    static QString whoAmI();

Q_SIGNALS:
    void began(const stratadeck::TaskRunner::Task &task);
    void ended(const stratadeck::TaskRunner::Task &task, const stratadeck::OperationResult &result);

private:
    struct Running {
        Task task;
        std::optional<qint64> record;
        std::optional<Operator::JobId> job;
        bool cancelled = false;
    };
    void logged(TaskId id, const Result<qint64> &record);
    void finish(TaskId id, const OperationResult &result);

    DeskService &m_desk;
    Operator &m_operator;
    const Clock &m_clock;
    const QString m_who;
    QHash<quint64, Running> m_running;
    quint64 m_nextId = 1;
};

} // namespace stratadeck
