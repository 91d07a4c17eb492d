// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/history/history.h"
#include "models/history/sqlite.h"

#include <QHash>
#include <QStringList>

namespace stratadeck {

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
