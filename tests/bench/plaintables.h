// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <cstdio>
#include <cstdlib>
#include <sqlite3.h>
#include <utility>
#include <vector>

namespace stratadeck::bench {

/// Ends the program: a measurement that went wrong is none.
inline void must(bool ok, const char *what)
{
    if (ok)
        return;
    std::fprintf(stderr, "%s failed\n", what);
    std::exit(1);
}

/// One row a sample in a table of its own file: the obvious ways to keep history.
class PlainTable
{
public:
    enum class Kind {
        Indexed,     ///< rows in order of arrival, an index on (series, time)
        WithoutRowid ///< rows in order of (series, time)
    };
    PlainTable(const QString &path, Kind kind)
    {
        must(sqlite3_open(qPrintable(path), &m_db) == SQLITE_OK, "opening the plain table");
        execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-64000;"
                "PRAGMA secure_delete=OFF");
        if (kind == Kind::Indexed)
            execute("CREATE TABLE IF NOT EXISTS sample(time INTEGER, series INTEGER, value REAL);"
                    "CREATE INDEX IF NOT EXISTS sample_index ON sample(series, time)");
        else
            execute("CREATE TABLE IF NOT EXISTS sample(series INTEGER, time INTEGER, value REAL, PRIMARY "
                    "KEY(series, time))"
                    " WITHOUT ROWID");
        m_insert = prepare("INSERT INTO sample(time, series, value) VALUES(?,?,?)");
        m_select =
            prepare("SELECT time, value FROM sample WHERE series=? AND time>=? AND time<? ORDER BY time");
    }
    ~PlainTable()
    {
        sqlite3_finalize(m_insert);
        sqlite3_finalize(m_select);
        sqlite3_close(m_db);
    }
    PlainTable(const PlainTable &) = delete;
    PlainTable &operator=(const PlainTable &) = delete;

    void append(qint64 at, const std::vector<double> &figures)
    {
        execute("BEGIN");
        for (std::size_t i = 0; i < figures.size(); ++i)
            insert(at, static_cast<qint64>(i), figures[i]);
        execute("COMMIT");
    }
    void insert(qint64 at, qint64 series, double figure)
    {
        sqlite3_bind_int64(m_insert, 1, at);
        sqlite3_bind_int64(m_insert, 2, series);
        sqlite3_bind_double(m_insert, 3, figure);
        must(sqlite3_step(m_insert) == SQLITE_DONE, "inserting a row");
        sqlite3_reset(m_insert);
    }
    std::size_t read(qint64 series, qint64 from, qint64 to)
    {
        sqlite3_bind_int64(m_select, 1, series);
        sqlite3_bind_int64(m_select, 2, from);
        sqlite3_bind_int64(m_select, 3, to);
        m_rows.clear();
        while (sqlite3_step(m_select) == SQLITE_ROW)
            m_rows.emplace_back(sqlite3_column_int64(m_select, 0), sqlite3_column_double(m_select, 1));
        sqlite3_reset(m_select);
        return m_rows.size();
    }
    void execute(const char *sql)
    {
        must(sqlite3_exec(m_db, sql, nullptr, nullptr, nullptr) == SQLITE_OK, sql);
    }

private:
    sqlite3_stmt *prepare(const char *sql)
    {
        sqlite3_stmt *statement = nullptr;
        must(sqlite3_prepare_v2(m_db, sql, -1, &statement, nullptr) == SQLITE_OK, sql);
        return statement;
    }
    sqlite3 *m_db = nullptr;
    sqlite3_stmt *m_insert = nullptr;
    sqlite3_stmt *m_select = nullptr;
    std::vector<std::pair<qint64, double>> m_rows; ///< what was read last
};

} // namespace stratadeck::bench
