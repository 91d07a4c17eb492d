// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/extension/serieslist.h"

#include "app/extension/historytable.h"

namespace stratadeck {

namespace {

enum Column { Id, Entity, Kind, Host, Metric, Instance, Unit };

struct Cursor : sqlite3_vtab_cursor {
    Cursor()
        : sqlite3_vtab_cursor()
    {
    }
    std::vector<EntityRecord> entities;
    std::vector<std::pair<std::size_t, SeriesRecord>> rows; ///< with the index of the entity
    std::size_t next = 0;
};

Cursor &of(sqlite3_vtab_cursor *cursor)
{
    return *static_cast<Cursor *>(cursor);
}

int connect(sqlite3 *db, void *, int, const char *const *, sqlite3_vtab **table, char **)
{
    return connectTable(db, "CREATE TABLE x(id INTEGER, entity, kind, host, metric, instance, unit)", table);
}

int bestIndex(sqlite3_vtab *, sqlite3_index_info *info)
{
    info->estimatedCost = 10'000;
    info->estimatedRows = 10'000;
    return SQLITE_OK;
}

int open(sqlite3_vtab *, sqlite3_vtab_cursor **cursor)
{
    *cursor = std::make_unique<Cursor>().release();
    return SQLITE_OK;
}

int close(sqlite3_vtab_cursor *cursor)
{
    const std::unique_ptr<Cursor> owned(&of(cursor));
    return SQLITE_OK;
}

Result<> load(const HistoryReader &reader, Cursor &cursor)
{
    auto entities = reader.entities();
    if (!entities)
        return tl::unexpected(entities.error());
    cursor.entities = std::move(*entities);
    for (std::size_t i = 0; i < cursor.entities.size(); ++i) {
        const auto series = reader.seriesOf(cursor.entities[i].id);
        if (!series)
            return tl::unexpected(series.error());
        for (const SeriesRecord &one : *series)
            cursor.rows.emplace_back(i, one);
    }
    return {};
}

int filter(sqlite3_vtab_cursor *base, int, const char *, int, sqlite3_value **)
{
    Cursor &cursor = of(base);
    auto &table = *static_cast<HistoryTable *>(base->pVtab);
    cursor.rows.clear();
    cursor.next = 0;
    const auto loaded =
        table.open().and_then([&](const HistoryReader *reader) { return load(*reader, cursor); });
    return loaded ? SQLITE_OK : table.fail(loaded.error().what);
}

int next(sqlite3_vtab_cursor *cursor)
{
    ++of(cursor).next;
    return SQLITE_OK;
}

int isAtEnd(sqlite3_vtab_cursor *cursor)
{
    return of(cursor).next >= of(cursor).rows.size() ? 1 : 0;
}

int column(sqlite3_vtab_cursor *base, sqlite3_context *context, int index)
{
    const Cursor &cursor = of(base);
    const auto &[owner, series] = cursor.rows[cursor.next];
    const EntityInfo &entity = cursor.entities[owner].info;
    switch (index) {
    case Id:
        sqlite3_result_int64(context, value(series.id));
        break;
    case Entity:
        setText(context, entity.name);
        break;
    case Kind:
        setText(context, toWord(entity.kind));
        break;
    case Host:
        setText(context, entity.host);
        break;
    case Metric:
        setText(context, metric(series.metric).name);
        break;
    case Instance:
        setText(context, series.instance);
        break;
    case Unit:
        setText(context, toWord(metric(series.metric).unit));
        break;
    default:
        break;
    }
    return SQLITE_OK;
}

int rowId(sqlite3_vtab_cursor *cursor, sqlite3_int64 *id)
{
    *id = value(of(cursor).rows[of(cursor).next].second.id);
    return SQLITE_OK;
}

} // namespace

const sqlite3_module &seriesListModule()
{
    static const sqlite3_module module = [] {
        sqlite3_module made{};
        made.xConnect = connect; // without xCreate it needs no CREATE VIRTUAL TABLE, and allows none
        made.xBestIndex = bestIndex;
        made.xDisconnect = disconnectTable;
        made.xOpen = open;
        made.xClose = close;
        made.xFilter = filter;
        made.xNext = next;
        made.xEof = isAtEnd;
        made.xColumn = column;
        made.xRowid = rowId;
        return made;
    }();
    return module;
}

} // namespace stratadeck
