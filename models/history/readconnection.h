// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/history/sqlite.h"
#include "models/history/storefile.h"

namespace stratadeck {

/// A reader's connection that never creates a file and never stops a writer. While a log lies beside
/// the store it reads through the log; otherwise nobody writes, and the plain file is read without
/// locks and side files, so that read-only media work; that nobody began to write meanwhile is
/// checked after each use.
class ReadConnection
{
    Q_DISABLE_COPY_MOVE(ReadConnection)
public:
    explicit ReadConnection(QString path)
        : m_path(std::move(path))
    {
    }

    /// Runs `use(const Database &)`, which returns a Result, again when the file changed under it.
    template<typename Use>
    auto read(Use use) -> decltype(use(std::declval<const Database &>()))
    {
        for (int attempt = 0; attempt < 3; ++attempt) {
            if (const auto connected = connect(); !connected)
                return tl::unexpected(connected.error());
            auto result = use(std::as_const(m_db));
            if (isStillValid())
                return result;
        }
        return fail(Error::Kind::Busy, QStringLiteral("%1 changes too often to be read").arg(m_path), m_path);
    }

    const QString &path() const { return m_path; }

private:
    Result<> connect();
    Result<> open(Database::Mode mode);
    bool canReuse(const StoreStamp &now) const;
    bool isStillValid() const;

    QString m_path;
    Database m_db;
    Database::Mode m_mode = Database::Mode::Read;
    StoreStamp m_stamp;
};

} // namespace stratadeck
