// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QByteArrayView>
#include <memory>
#include <stop_token>

struct sqlite3;
struct sqlite3_stmt;

namespace stratadeck {

/// What SQLite's result code means to us; `doing` completes the sentence "<doing> <path>: <reason>".
Error sqliteError(sqlite3 *db, int code, const QString &doing);

/// A prepared statement. One thread at a time; must not outlive its Database.
class Statement
{
public:
    Statement() = default;
    explicit Statement(sqlite3_stmt *handle)
        : m_handle(handle)
    {
    }

    Statement &bind(int index, qint64 value);
    Statement &bind(int index, const QString &value);
    /// Not copied: `value` must stay valid until the statement has run.
    Statement &bindBlob(int index, QByteArrayView value);

    /// True while there is a row; after the last one the statement is reset. An error resets it, too.
    Result<bool> step();
    /// For statements without rows.
    Result<> run();
    void reset();

    bool isNull(int column) const;
    qint64 integer(int column) const;
    QString text(int column) const;
    QByteArrayView blob(int column) const; ///< valid until the next step() or reset()

private:
    struct Finalize {
        void operator()(sqlite3_stmt *handle) const;
    };
    std::unique_ptr<sqlite3_stmt, Finalize> m_handle;
    int m_bindCode = 0;
};

/// An SQLite connection. One thread at a time.
class Database
{
public:
    enum class Mode {
        Create,    ///< read and write, create when missing
        Write,     ///< read and write, never create
        Read,      ///< never writes the file, sees what a running writer commits
        Immutable, ///< reads the plain file: no locks, no side files; only while nobody writes
    };

    Database() = default;
    static Result<Database> open(const QString &path, Mode mode);

    Result<Statement> prepare(const char *sql) const;
    Result<> execute(const char *sql) const;
    /// First column of the first row; 0 when there is none.
    Result<qint64> integer(const char *sql) const;

    bool isOpen() const { return m_handle != nullptr; }
    bool isReadOnly() const;
    bool isInTransaction() const;
    /// Whether closing the last connection may move the write-ahead log into the file (default: yes).
    void setCheckpointOnClose(bool enabled) const;
    sqlite3 *handle() const { return m_handle.get(); }

private:
    struct Close {
        void operator()(sqlite3 *handle) const;
    };
    std::unique_ptr<sqlite3, Close> m_handle;
};

/// Rolls back unless committed.
class Transaction
{
    Q_DISABLE_COPY(Transaction)
public:
    enum class Kind { Read, Write };
    static Result<Transaction> begin(const Database &db, Kind kind);
    Transaction(Transaction &&other) noexcept;
    Transaction &operator=(Transaction &&) = delete;
    ~Transaction();
    Result<> commit();

private:
    explicit Transaction(const Database &db)
        : m_db(&db)
    {
    }
    const Database *m_db;
};

/// While it lives, long statements of `db` end with Cancelled once stop is asked.
class StopGuard
{
    Q_DISABLE_COPY_MOVE(StopGuard)
public:
    StopGuard(const Database &db, const std::stop_token &stop);
    ~StopGuard();

private:
    sqlite3 *m_db;
    std::stop_token m_stop;
};

} // namespace stratadeck
