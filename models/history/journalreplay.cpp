// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/journalreplay.h"

namespace stratadeck {

Result<bool> JournalReplay::add(const JournalKey &key, QByteArrayView row, const Take &take)
{
    if (!parseJournalRow(key, row, m_sections))
        return false;
    bool sound = true;
    for (const JournalSection &section : m_sections) {
        if (!m_wanted.empty() && !m_wanted.contains(section.group))
            continue;
        const auto done = addSection(key, section, take);
        if (!done)
            return done;
        sound = sound && *done;
    }
    return sound;
}

Result<bool> JournalReplay::addSection(const JournalKey &key, const JournalSection &section, const Take &take)
{
    Follower &follower = m_followers[section.group];
    const bool isFirst = section.distance == 0;
    if (isFirst)
        follower = {};
    else if (follower.lastSeq == 0 || key.seq - follower.lastSeq != section.distance)
        return true; // continues a row that is damaged or no longer there
    if (!follower.chain.decode(section.bytes, m_row)) {
        follower.lastSeq = 0;
        return false;
    }
    follower.lastSeq = key.seq;
    return take(key, {section.group, isFirst, &m_row}).map([] { return true; });
}

Result<> SealedRows::prepare(const Database &db)
{
    return db.prepare("SELECT max(seq) FROM hot WHERE grp=?1").map([this](Statement made) {
        m_find = std::move(made);
    });
}

Result<qint64> SealedRows::find(quint32 group)
{
    const auto known = m_known.find(group);
    if (known != m_known.end())
        return known->second;
    const auto row = m_find.bind(1, group).step();
    if (!row)
        return tl::unexpected(row.error());
    const qint64 seq = *row ? m_find.integer(0) : 0;
    m_find.reset();
    m_known.emplace(group, seq);
    return seq;
}

bool isLegacyRow(QByteArrayView row)
{
    constexpr char legacyFormat = 1;
    return !row.isEmpty() && row.front() == legacyFormat;
}

} // namespace stratadeck
