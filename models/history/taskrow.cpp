// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/taskrow.h"

#include <algorithm>

namespace stratadeck {

namespace {

TaskRecord taskOf(const Statement &row)
{
    TaskRecord task;
    task.id = row.integer(0);
    task.entity = static_cast<EntityId>(row.integer(1));
    task.name = row.text(2);
    task.begun = fromMillis(row.integer(3));
    task.who = row.text(4);
    task.operation = row.text(5);
    task.detail = row.text(6);
    task.outcome = static_cast<TaskOutcome>(row.integer(7));
    if (task.outcome != TaskOutcome::Running)
        task.ended = fromMillis(row.integer(8));
    task.text = row.text(9);
    return task;
}

} // namespace

Result<std::vector<TaskRecord>> queryTasks(const Database &db, const QByteArray &condition, TimeRange range,
                                           int limit)
{
    const QByteArray sql =
        QByteArrayLiteral("SELECT t.id, ifnull(e.id, 0), t.name, t.begun, t.who, t.operation, t.detail,"
                          " ifnull(x.outcome, 0), x.at, ifnull(x.text, '') FROM task t"
                          " LEFT JOIN entity e ON e.key=t.entity LEFT JOIN task_end x ON x.task=t.id"
                          " WHERE t.begun>=?1 AND t.begun<?2")
        + condition + " ORDER BY t.begun DESC, t.id DESC LIMIT ?3";
    auto rows = db.prepare(sql.constData());
    if (!rows)
        return tl::unexpected(rows.error());
    rows->bind(1, toMillis(range.from)).bind(2, toMillis(range.to)).bind(3, std::max(limit, 0));
    std::vector<TaskRecord> result;
    auto row = rows->step();
    for (; row && *row; row = rows->step())
        result.push_back(taskOf(*rows));
    return row.map([&](bool) { return std::move(result); });
}

} // namespace stratadeck
