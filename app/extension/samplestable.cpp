// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/extension/samplestable.h"

#include "app/extension/historytable.h"
#include "models/history/codec/rollupcodec.h"
#include "models/history/layout.h"
#include "models/history/samplesink.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

/// The columns; those from Series on are hidden and are the arguments.
enum Column { At, Value, Min, Max, Mean, Count, Gap, Series, From, To, Step };
constexpr std::array kArguments{Series, From, To, Step};
constexpr std::size_t kRequired = 3;
constexpr int kIncomplete = -1; ///< a plan without the arguments, for which there is no answer

constexpr char kDeclaration[] =
    "CREATE TABLE x(at INTEGER, value REAL, min REAL, max REAL, mean REAL, count INTEGER, gap INTEGER,"
    " series HIDDEN, \"from\" HIDDEN, \"to\" HIDDEN, step HIDDEN)";

constexpr std::size_t kMostRows = 5'000'000; ///< some 300 MB

struct Row {
    qint64 at = 0;
    double min = 0;
    double max = 0;
    double mean = 0;
    qint64 count = 0; ///< 0: nothing is known
    bool gap = false; ///< from here, or from somewhere in this step, nothing is known
};

/// Rows of samples as they are, or one of every step from `from` on in which there is something.
class RowCollector final : public SampleSink
{
public:
    RowCollector(qint64 from, std::optional<qint64> step)
        : m_from(from)
        , m_step(step)
    {
    }

    void add(qint64 at, double value) override
    {
        if (std::isnan(value))
            addGap(at);
        else
            put({at, value, value, value, 1, false});
    }
    void addGap(qint64 at) override { put({at, 0, 0, 0, 0, true}); }
    void addRollup(const Rollup &r, qint64) override { put({r.at, r.min, r.max, r.mean, r.count, false}); }

    std::stop_token stopToken() const { return m_stop.get_token(); }
    bool isFull() const { return m_stop.stop_requested(); }
    std::vector<Row> take() { return std::move(m_rows); }

private:
    void put(Row row)
    {
        // A file that began to be written meanwhile is read again from the start.
        if (m_any && (row.at < m_lastAt || (row.at == m_lastAt && (row.gap || !m_lastIsGap))))
            m_rows.clear();
        m_any = true;
        m_lastAt = row.at;
        m_lastIsGap = row.gap;
        if (m_step)
            row.at = m_from + std::max<qint64>(row.at - m_from, 0) / *m_step * *m_step;
        if (m_step && !m_rows.empty() && m_rows.back().at == row.at)
            merge(m_rows.back(), row);
        else if (m_rows.size() < kMostRows)
            m_rows.push_back(row);
        else
            m_stop.request_stop();
    }

    static void merge(Row &into, const Row &row)
    {
        into.gap = into.gap || row.gap;
        if (row.count == 0)
            return;
        into.min = into.count == 0 ? row.min : std::min(into.min, row.min);
        into.max = into.count == 0 ? row.max : std::max(into.max, row.max);
        into.count += row.count;
        into.mean +=
            (row.mean - into.mean) * (static_cast<double>(row.count) / static_cast<double>(into.count));
    }

    qint64 m_from;
    std::optional<qint64> m_step;
    std::stop_source m_stop;
    std::vector<Row> m_rows;
    bool m_any = false;
    qint64 m_lastAt = 0;
    bool m_lastIsGap = false;
};

struct Cursor : sqlite3_vtab_cursor {
    Cursor()
        : sqlite3_vtab_cursor()
    {
    }
    std::vector<Row> rows;
    std::size_t next = 0;
    std::array<qint64, kArguments.size()> arguments{};
};

Cursor &of(sqlite3_vtab_cursor *cursor)
{
    return *static_cast<Cursor *>(cursor);
}

int connect(sqlite3 *db, void *, int, const char *const *, sqlite3_vtab **table, char **)
{
    return connectTable(db, kDeclaration, table);
}

/// Hands the arguments over in their order; idxNum tells how many there are.
int bestIndex(sqlite3_vtab *, sqlite3_index_info *info)
{
    std::array<int, kArguments.size()> found{};
    found.fill(-1);
    for (int i = 0; i < info->nConstraint; ++i) {
        const auto &constraint = info->aConstraint[i];
        if (constraint.iColumn < Series || constraint.op != SQLITE_INDEX_CONSTRAINT_EQ)
            continue;
        if (!constraint.usable)
            return SQLITE_CONSTRAINT;
        found[static_cast<std::size_t>(constraint.iColumn - Series)] = i;
    }
    if (std::any_of(found.begin(), found.begin() + kRequired, [](int i) { return i < 0; })) {
        // Asked about one side of an OR, SQLite names no argument; the query as a whole may have all of them.
        info->idxNum = kIncomplete;
        info->estimatedCost = 1e99;
        return SQLITE_OK;
    }
    int position = 0;
    for (const int i : found) {
        if (i < 0)
            continue;
        info->aConstraintUsage[i].argvIndex = ++position;
        info->aConstraintUsage[i].omit = 1;
    }
    info->idxNum = position;
    info->estimatedCost = 10'000;
    info->estimatedRows = 10'000;
    info->orderByConsumed = info->nOrderBy == 1 && info->aOrderBy[0].iColumn == At && !info->aOrderBy[0].desc;
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

Result<> load(const HistoryReader &reader, Cursor &cursor, std::optional<qint64> step)
{
    const qint64 id = cursor.arguments[0];
    const qint64 from = std::clamp(cursor.arguments[1], -kFarthestTime, kFarthestTime);
    const qint64 to = std::clamp(cursor.arguments[2], -kFarthestTime, kFarthestTime);
    if (id < 0 || id > std::numeric_limits<quint32>::max() || from >= to)
        return {};
    RowCollector collector(from, step);
    const auto done = reader.samples(static_cast<SeriesId>(id), {fromMillis(from), fromMillis(to)}, collector,
                                     collector.stopToken());
    if (collector.isFull())
        return fail(Error::Kind::Invalid,
                    u"samples: more than %1 rows; ask for less time or larger steps"_s.arg(kMostRows));
    cursor.rows = collector.take();
    return done;
}

int filter(sqlite3_vtab_cursor *base, int plan, const char *, int count, sqlite3_value **values)
{
    Cursor &cursor = of(base);
    auto &table = *static_cast<HistoryTable *>(base->pVtab);
    cursor.rows.clear();
    cursor.next = 0;
    if (plan == kIncomplete)
        return table.fail(u"samples(series, from, to [, step]) needs three arguments"_s);
    for (int i = 0; i < count; ++i) {
        const int type = sqlite3_value_type(values[i]);
        if (type == SQLITE_NULL)
            return SQLITE_OK; // nothing equals NULL
        if (type != SQLITE_INTEGER)
            return table.fail(u"samples: argument %1 must be a whole number"_s.arg(i + 1));
        cursor.arguments[static_cast<std::size_t>(i)] = sqlite3_value_int64(values[i]);
    }
    std::optional<qint64> step;
    if (static_cast<std::size_t>(count) > kRequired)
        step = cursor.arguments[kRequired];
    if (step && *step <= 0)
        return table.fail(u"samples: the step must be more than 0 milliseconds"_s);
    const auto loaded =
        table.open().and_then([&](const HistoryReader *reader) { return load(*reader, cursor, step); });
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

/// What is unknown stays NULL.
void setFigure(sqlite3_context *context, const Row &row, double figure)
{
    if (row.count > 0)
        sqlite3_result_double(context, figure);
}

int column(sqlite3_vtab_cursor *base, sqlite3_context *context, int index)
{
    const Cursor &cursor = of(base);
    const Row &row = cursor.rows[cursor.next];
    switch (index) {
    case At:
        sqlite3_result_int64(context, row.at);
        break;
    case Min:
        setFigure(context, row, row.min);
        break;
    case Max:
        setFigure(context, row, row.max);
        break;
    case Value:
    case Mean:
        setFigure(context, row, row.mean);
        break;
    case Count:
        sqlite3_result_int64(context, row.count);
        break;
    case Gap:
        sqlite3_result_int(context, row.gap ? 1 : 0);
        break;
    default:
        sqlite3_result_int64(context, cursor.arguments[static_cast<std::size_t>(index - Series)]);
        break;
    }
    return SQLITE_OK;
}

int rowId(sqlite3_vtab_cursor *cursor, sqlite3_int64 *id)
{
    *id = static_cast<sqlite3_int64>(of(cursor).next);
    return SQLITE_OK;
}

} // namespace

const sqlite3_module &samplesModule()
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
