// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The functions are called in the library that we are linked with, not through the table of the host.
#define SQLITE_CORE 1
#include "app/extension/samplestable.h"
#include "app/extension/serieslist.h"

#include <QtGlobal>
#include <sqlite3ext.h>

/// What SQLite calls when the extension is loaded; the name follows from that of the file.
extern "C" Q_DECL_EXPORT int sqlite3_stratadeckhistory_init(sqlite3 *db, char **error,
                                                            const sqlite3_api_routines *host)
{
    // Two copies of SQLite in one process would drop each other's locks on the file.
    if (host->db_filename != &sqlite3_db_filename) {
        *error = host->mprintf("stratadeck_history: this program has a copy of SQLite of its own; "
                               "use one that shares the system's library");
        return SQLITE_ERROR;
    }
    int code = sqlite3_create_module_v2(db, "samples", &stratadeck::samplesModule(), nullptr, nullptr);
    if (code == SQLITE_OK)
        code = sqlite3_create_module_v2(db, "series_list", &stratadeck::seriesListModule(), nullptr, nullptr);
    // Qt does not like to be unloaded.
    return code == SQLITE_OK ? SQLITE_OK_LOAD_PERMANENTLY : code;
}
