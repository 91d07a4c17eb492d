// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/extension/historytable.h"

#include <QFile>

namespace stratadeck {

using namespace Qt::StringLiterals;

Result<const HistoryReader *> HistoryTable::open()
{
    if (reader)
        return reader.get();
    const char *name = sqlite3_db_filename(db, "main");
    if (!name || *name == '\0') {
        return stratadeck::fail(Error::Kind::Invalid,
                                u"This database is in memory; open a history file of Stratadeck"_s);
    }
    auto opened = HistoryReader::open(QFile::decodeName(name));
    if (!opened)
        return tl::unexpected(opened.error());
    reader = std::move(*opened);
    return reader.get();
}

int HistoryTable::fail(const QString &what)
{
    sqlite3_free(zErrMsg);
    zErrMsg = sqlite3_mprintf("%s", what.toUtf8().constData());
    return SQLITE_ERROR;
}

int connectTable(sqlite3 *db, const char *declaration, sqlite3_vtab **table)
{
    const int code = sqlite3_declare_vtab(db, declaration);
    if (code != SQLITE_OK)
        return code;
    // It reads a file that the text of a query names nowhere: not for schemas of unknown origin.
    sqlite3_vtab_config(db, SQLITE_VTAB_DIRECTONLY);
    *table = std::make_unique<HistoryTable>(db).release();
    return SQLITE_OK;
}

int disconnectTable(sqlite3_vtab *table)
{
    const std::unique_ptr<HistoryTable> owned(static_cast<HistoryTable *>(table));
    return SQLITE_OK;
}

void setText(sqlite3_context *context, const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    sqlite3_result_text64(context, utf8.constData(), static_cast<sqlite3_uint64>(utf8.size()), SQLITE_TRANSIENT,
                          SQLITE_UTF8);
}

} // namespace stratadeck
