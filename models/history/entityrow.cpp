// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/entityrow.h"

namespace stratadeck {

namespace {

EntityKind kindOf(qint64 stored)
{
    if (stored == static_cast<qint64>(EntityKind::VirtualMachine))
        return EntityKind::VirtualMachine;
    if (stored == static_cast<qint64>(EntityKind::Container))
        return EntityKind::Container;
    return EntityKind::Host;
}

EntityState stateOf(qint64 stored)
{
    const bool known = stored >= 0 && stored <= static_cast<qint64>(EntityState::Gone);
    return known ? static_cast<EntityState>(stored) : EntityState::Unknown;
}

EntityProblem problemOf(qint64 stored)
{
    const bool known = stored >= 0 && stored <= static_cast<qint64>(EntityProblem::StatsUnavailable);
    return known ? static_cast<EntityProblem>(stored) : EntityProblem::None;
}

} // namespace

EntityRecord entityOf(const Statement &row)
{
    EntityRecord record;
    record.id = static_cast<EntityId>(row.integer(0));
    record.info.key = row.text(1);
    record.info.kind = kindOf(row.integer(2));
    record.info.name = row.text(3);
    record.info.host = row.text(4);
    record.info.run = row.text(5);
    record.info.state = stateOf(row.integer(6));
    record.info.problem = problemOf(row.integer(7));
    record.info.problemSince = fromMillis(row.integer(8));
    record.info.detail = row.text(9);
    record.firstSeen = fromMillis(row.integer(10));
    record.lastSeen = fromMillis(row.integer(11));
    return record;
}

void bindEntity(Statement &statement, const EntityRecord &record)
{
    const EntityInfo &info = record.info;
    statement.bind(1, value(record.id))
        .bind(2, info.key)
        .bind(3, static_cast<qint64>(info.kind))
        .bind(4, info.name)
        .bind(5, info.host)
        .bind(6, info.run)
        .bind(7, static_cast<qint64>(info.state))
        .bind(8, static_cast<qint64>(info.problem))
        .bind(9, toMillis(info.problemSince))
        .bind(10, info.detail)
        .bind(11, toMillis(record.firstSeen))
        .bind(12, toMillis(record.lastSeen));
}

} // namespace stratadeck
