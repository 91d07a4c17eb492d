// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/sqlite.h"

#include <QFile>
#include <QUrl>
#include <cerrno>
#include <sqlite3.h>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr int kBusyTimeoutMs = 5000;
constexpr int kStepsBetweenStopChecks = 10'000;

Error::Kind kindOfSystemError(int systemError)
{
    if (systemError == ENOENT)
        return Error::Kind::NotFound;
    if (systemError == EACCES || systemError == EPERM || systemError == EROFS)
        return Error::Kind::Denied;
    return Error::Kind::Io;
}

Error::Kind kindOf(sqlite3 *db, int code)
{
    switch (code & 0xff) {
    case SQLITE_NOTADB:
        return Error::Kind::Foreign;
    case SQLITE_CORRUPT:
    case SQLITE_ERROR: // a table or column of the layout is missing
        return Error::Kind::Corrupt;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return Error::Kind::Busy;
    case SQLITE_PERM:
    case SQLITE_AUTH:
    case SQLITE_READONLY:
        return Error::Kind::Denied;
    case SQLITE_CANTOPEN:
        return kindOfSystemError(sqlite3_system_errno(db));
    case SQLITE_INTERRUPT:
        return Error::Kind::Cancelled;
    default:
        return Error::Kind::Io;
    }
}

int accessFlags(Database::Mode mode)
{
    switch (mode) {
    case Database::Mode::Create:
        return SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    case Database::Mode::Write:
        return SQLITE_OPEN_READWRITE;
    case Database::Mode::Read:
    case Database::Mode::Immutable:
        break;
    }
    return SQLITE_OPEN_READONLY;
}

QString fileOf(sqlite3 *db)
{
    const char *name = sqlite3_db_filename(db, "main");
    return name ? QFile::decodeName(name) : QString();
}

Error errorAt(const QString &path, sqlite3 *db, int code, const QString &doing)
{
    const QString reason = QString::fromUtf8(sqlite3_errmsg(db));
    return {kindOf(db, code), u"%1 %2: %3 (SQLite %4)"_s.arg(doing, path, reason).arg(code), path};
}

} // namespace

Error sqliteError(sqlite3 *db, int code, const QString &doing)
{
    return errorAt(fileOf(db), db, code, doing);
}

void Statement::Finalize::operator()(sqlite3_stmt *handle) const
{
    sqlite3_finalize(handle);
}

Statement &Statement::bind(int index, qint64 value)
{
    m_bindCode |= sqlite3_bind_int64(m_handle.get(), index, value);
    return *this;
}

Statement &Statement::bind(int index, const QString &value)
{
    const QByteArray utf8 = value.toUtf8();
    m_bindCode |= sqlite3_bind_text64(m_handle.get(), index, utf8.constData(),
                                      static_cast<sqlite3_uint64>(utf8.size()), SQLITE_TRANSIENT, SQLITE_UTF8);
    return *this;
}

Statement &Statement::bindBlob(int index, QByteArrayView value)
{
    m_bindCode |= sqlite3_bind_blob64(m_handle.get(), index, value.data(),
                                      static_cast<sqlite3_uint64>(value.size()), SQLITE_STATIC);
    return *this;
}

Result<bool> Statement::step()
{
    sqlite3 *db = sqlite3_db_handle(m_handle.get());
    if (m_bindCode != SQLITE_OK) {
        const int code = std::exchange(m_bindCode, SQLITE_OK);
        return tl::unexpected(sqliteError(db, code, u"Cannot bind a value for"_s));
    }
    const int code = sqlite3_step(m_handle.get());
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE) {
        reset();
        return false;
    }
    Error error = sqliteError(db, code, u"Cannot use"_s);
    reset();
    return tl::unexpected(std::move(error));
}

Result<> Statement::run()
{
    return step().map([](bool) {});
}

void Statement::reset()
{
    sqlite3_reset(m_handle.get());
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_handle.get(), column) == SQLITE_NULL;
}

qint64 Statement::integer(int column) const
{
    return sqlite3_column_int64(m_handle.get(), column);
}

QString Statement::text(int column) const
{
    const auto *utf8 = static_cast<const char *>(sqlite3_column_blob(m_handle.get(), column));
    return QString::fromUtf8(utf8, sqlite3_column_bytes(m_handle.get(), column));
}

QByteArrayView Statement::blob(int column) const
{
    const auto *bytes = static_cast<const char *>(sqlite3_column_blob(m_handle.get(), column));
    return {bytes, bytes ? sqlite3_column_bytes(m_handle.get(), column) : 0};
}

void Database::Close::operator()(sqlite3 *handle) const
{
    sqlite3_close_v2(handle);
}

Result<Database> Database::open(const QString &path, Mode mode)
{
    QByteArray uri = "file:" + QUrl::toPercentEncoding(path, "/");
    if (mode == Mode::Immutable)
        uri += "?immutable=1";
    const int access = accessFlags(mode);
    sqlite3 *handle = nullptr;
    const int code =
        sqlite3_open_v2(uri.constData(), &handle,
                        access | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
    Database db;
    db.m_handle.reset(handle);
    if (!handle)
        return fail(Error::Kind::Io, u"Cannot open %1: out of memory"_s.arg(path), path);
    // What is not open has no name that SQLite could tell.
    if (code != SQLITE_OK)
        return tl::unexpected(errorAt(path, handle, code, u"Cannot open"_s));
    sqlite3_busy_timeout(handle, kBusyTimeoutMs);
    // A hostile file must not be able to run code or hurt us through its schema.
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
    return db;
}

Result<Statement> Database::prepare(const char *sql) const
{
    sqlite3_stmt *statement = nullptr;
    const int code =
        sqlite3_prepare_v3(m_handle.get(), sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    if (code != SQLITE_OK)
        return tl::unexpected(sqliteError(m_handle.get(), code, u"Cannot use"_s));
    return Statement(statement);
}

Result<> Database::execute(const char *sql) const
{
    const int code = sqlite3_exec(m_handle.get(), sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return tl::unexpected(sqliteError(m_handle.get(), code, u"Cannot use"_s));
    return {};
}

Result<qint64> Database::integer(const char *sql) const
{
    auto statement = prepare(sql);
    if (!statement)
        return tl::unexpected(statement.error());
    const auto row = statement->step();
    if (!row)
        return tl::unexpected(row.error());
    return *row ? statement->integer(0) : 0;
}

bool Database::isReadOnly() const
{
    return sqlite3_db_readonly(m_handle.get(), "main") == 1;
}

bool Database::isInTransaction() const
{
    return sqlite3_get_autocommit(m_handle.get()) == 0;
}

void Database::setCheckpointOnClose(bool enabled) const
{
    sqlite3_db_config(m_handle.get(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, enabled ? 0 : 1, nullptr);
}

Result<Transaction> Transaction::begin(const Database &db, Kind kind)
{
    if (const auto begun = db.execute(kind == Kind::Write ? "BEGIN IMMEDIATE" : "BEGIN"); !begun)
        return tl::unexpected(begun.error());
    return Transaction(db);
}

Transaction::Transaction(Transaction &&other) noexcept
    : m_db(std::exchange(other.m_db, nullptr))
{
}

Transaction::~Transaction()
{
    // After some errors SQLite has rolled back by itself.
    if (m_db && m_db->isInTransaction())
        std::ignore = m_db->execute("ROLLBACK");
}

Result<> Transaction::commit()
{
    return m_db->execute("COMMIT");
}

StopGuard::StopGuard(const Database &db, const std::stop_token &stop)
    : m_db(db.handle())
    , m_stop(stop)
{
    const auto check = [](void *guard) {
        return static_cast<StopGuard *>(guard)->m_stop.stop_requested() ? 1 : 0;
    };
    sqlite3_progress_handler(m_db, kStepsBetweenStopChecks, check, this);
}

StopGuard::~StopGuard()
{
    sqlite3_progress_handler(m_db, 0, nullptr, nullptr);
}

} // namespace stratadeck
