// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/history/historyreader.h"

#include <sqlite3.h>

namespace stratadeck {

/// A virtual table over the history file that it is used in. The file is read by a reader of its own, so that
/// the program that loaded us needs to know nothing of the layout. Threads: those of the connection.
struct HistoryTable : sqlite3_vtab {
    explicit HistoryTable(sqlite3 *db)
        : sqlite3_vtab()
        , db(db)
    {
    }
    sqlite3 *db;
    std::unique_ptr<HistoryReader> reader;

    /// Opens the reader when it is not; Invalid when the database has no file.
    Result<const HistoryReader *> open();
    /// Says what is wrong; returns SQLite's code for it.
    int fail(const QString &what);
};

/// xConnect of a table with these columns, without the words CREATE TABLE x.
int connectTable(sqlite3 *db, const char *declaration, sqlite3_vtab **table);
int disconnectTable(sqlite3_vtab *table);

void setText(sqlite3_context *context, const QString &text);

} // namespace stratadeck
