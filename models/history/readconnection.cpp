// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/readconnection.h"

#include "models/history/schema.h"

namespace stratadeck {

using namespace Qt::StringLiterals;

Result<> ReadConnection::connect()
{
    const StoreStamp now = stampOf(m_path);
    if (canReuse(now))
        return {};
    m_db = {};
    m_stamp = now;
    if (!now.exists)
        return fail(Error::Kind::NotFound, u"%1 does not exist"_s.arg(m_path), m_path);
    if (!now.isFile)
        return fail(Error::Kind::Foreign, u"%1 is not a regular file"_s.arg(m_path), m_path);
    if (now.size == 0)
        return fail(Error::Kind::NotFound, u"%1 is empty: it holds no history yet"_s.arg(m_path), m_path);
    if (!now.hasLog())
        return open(Database::Mode::Immutable);
    const auto opened = open(Database::Mode::Read);
    // An empty log on a medium where SQLite may not make its shared memory: the plain file is complete.
    return !opened && now.logSize == 0 ? open(Database::Mode::Immutable) : opened;
}

Result<> ReadConnection::open(Database::Mode mode)
{
    auto db = Database::open(m_path, mode);
    if (!db)
        return tl::unexpected(db.error());
    if (const auto readable = checkReadable(*db, m_path); !readable)
        return readable;
    m_db = std::move(*db);
    m_mode = mode;
    return {};
}

bool ReadConnection::canReuse(const StoreStamp &now) const
{
    if (!m_db.isOpen())
        return false;
    if (m_mode == Database::Mode::Read)
        return now.hasLog() && now.inode == m_stamp.inode;
    return now == m_stamp;
}

bool ReadConnection::isStillValid() const
{
    return m_mode == Database::Mode::Read || stampOf(m_path) == m_stamp;
}

} // namespace stratadeck
