// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/storespace.h"

#include "models/history/readconnection.h"

#include <QHash>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

using Groups = StoreSpace::Groups;

qint64 &groupOfTable(Groups &groups, const QString &table)
{
    static const QHash<QString, qint64 Groups::*> known{
        {u"chunk"_s, &Groups::samples}, {u"hot"_s, &Groups::samples},     {u"clock"_s, &Groups::samples},
        {u"raw"_s, &Groups::samples},   {u"minute"_s, &Groups::minutes},  {u"minute_part"_s, &Groups::minutes},
        {u"hour"_s, &Groups::hours},    {u"hour_part"_s, &Groups::hours}, {u"journal"_s, &Groups::journal},
    };
    return groups.*known.value(table, &Groups::other);
}

Result<std::optional<Groups>> measureGroups(const Database &db)
{
    const auto canTell = db.integer("SELECT sqlite_compileoption_used('ENABLE_DBSTAT_VTAB')");
    if (!canTell)
        return tl::unexpected(canTell.error());
    if (*canTell == 0)
        return std::optional<Groups>();
    auto rows = db.prepare("SELECT name, pgsize FROM dbstat WHERE aggregate=TRUE");
    if (!rows)
        return tl::unexpected(rows.error());
    Groups groups;
    auto row = rows->step();
    for (; row && *row; row = rows->step())
        groupOfTable(groups, rows->text(0)) += rows->integer(1);
    return row.map([&](bool) { return std::optional(groups); });
}

Result<StoreSpace> measure(const Database &db)
{
    StoreSpace space;
    const auto into = [&db](qint64 &figure, const char *sql) {
        return db.integer(sql).map([&](qint64 found) { figure = found; });
    };
    return into(space.layoutVersion, "PRAGMA user_version")
        .and_then([&] { return into(space.pageSize, "PRAGMA page_size"); })
        .and_then([&] { return into(space.freePages, "PRAGMA freelist_count"); })
        .and_then([&] { return measureGroups(db); })
        .map([&](const std::optional<Groups> &groups) {
            space.groups = groups;
            return space;
        });
}

} // namespace

Result<StoreSpace> measureStore(const QString &path, const std::stop_token &stop)
{
    ReadConnection connection(resolveStore(path));
    return connection.read([&](const Database &db) -> Result<StoreSpace> {
        const StopGuard guard(db, stop);
        auto snapshot = Transaction::begin(db, Transaction::Kind::Read);
        if (!snapshot)
            return tl::unexpected(snapshot.error());
        return measure(db);
    });
}

} // namespace stratadeck
