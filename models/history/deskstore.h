// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/history/history.h"
#include "models/history/sqlite.h"

#include <QHash>
#include <QStringList>
#include <optional>

namespace stratadeck {

/// How a task ended. Stored; never renumber.
enum class TaskOutcome : quint8 {
    Running = 0, ///< not ended yet, or the process that ran it ended first
    Succeeded = 1,
    Failed = 2,
    Cancelled = 3, ///< before it began
};

/// One operation on one entity: who did what, when, and what came of it.
struct TaskRecord {
    qint64 id = 0;
    EntityId entity{}; ///< 0 in an answer when the history no longer knows it
    QString name;      ///< the entity's name at that time
    TimePoint begun{};
    std::optional<TimePoint> ended;
    QString who;       ///< user and machine
    QString operation; ///< untranslated word: "stop"
    QString detail;    ///< its parameters, plain text
    TaskOutcome outcome = TaskOutcome::Running;
    QString text; ///< why it failed, as the engine said it

    bool operator==(const TaskRecord &) const = default;
};

/// A tag as it is stored: one word of at most 64 characters, or empty when nothing is left of it.
QString normalizedTag(const QString &text);

/// What people add to a history file: tags and the task log. It lies beside the samples, may be written while
/// another process records, and each call is one durable transaction. One thread at a time. Busy when the file
/// stays locked for seconds, Denied when it may not be written, Invalid when its layout is older than tags.
class DeskStore
{
public:
    /// Never creates or migrates the file.
    static Result<DeskStore> open(const QString &path);

    /// Tags by entity, each list sorted.
    Result<QHash<EntityId, QStringList>> tags() const;
    /// Replaces the entity's tags; at most 32. NotFound for an entity that is not in the file.
    Result<> setTags(EntityId entity, const QStringList &tags) const;

    /// The log only grows: a task is added once, and its end once. Invalid when it has ended already.
    Result<qint64> beginTask(const TaskRecord &task) const;
    Result<> endTask(qint64 id, TimePoint at, TaskOutcome outcome, const QString &text) const;
    /// Begun within the range, newest first.
    Result<std::vector<TaskRecord>> tasks(TimeRange range, int limit) const;

private:
    explicit DeskStore(Database db)
        : m_db(std::move(db))
    {
    }
    Database m_db;
};

} // namespace stratadeck
