// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/hotsource.h"

#include "models/base/logging.h"

#include <algorithm>

namespace stratadeck {

Result<> HotReader::prepare(const Database &db)
{
    return db
        .prepare("SELECT win, seq, segment, first, data FROM hot WHERE grp=?1 AND win>=?2 AND win<=?3"
                 " ORDER BY win, seq")
        .and_then([&](Statement made) {
            m_find = std::move(made);
            return db.prepare("SELECT segment, min(first), max(last) FROM hot WHERE grp=?1 GROUP BY segment");
        })
        .map([&](Statement made) { m_covers = std::move(made); });
}

Result<> HotReader::read(SeriesId series, TimeRange range, std::vector<Block> &blocks, Damage &damage)
{
    const quint32 group = groupOf(series);
    m_find.bind(1, group)
        .bind(2, windowOf(group, toMillis(range.from)))
        .bind(3, windowOf(group, toMillis(range.to) - 1));
    auto row = m_find.step();
    for (; row && *row; row = m_find.step()) {
        const BlockKey key{group, m_find.integer(0), m_find.integer(1), m_find.integer(2)};
        Block block{key.segment, {}};
        if (!m_decoder.open(key, m_find.blob(4)) || !m_decoder.samplesOf(slotOf(series), block.samples)) {
            qCWarning(lcHistory) << "the block of group" << group << "at" << m_find.integer(3) << "is damaged";
            damage.times.push_back(std::max(m_find.integer(3), toMillis(range.from)));
        } else if (!block.samples.isEmpty()) {
            blocks.push_back(std::move(block));
        }
    }
    std::stable_sort(blocks.begin(), blocks.end(), [](const Block &a, const Block &b) {
        return a.samples.times.front() < b.samples.times.front();
    });
    return row.map([](bool) {});
}

Result<> HotReader::cover(SeriesId series, const Take &take)
{
    m_covers.bind(1, groupOf(series));
    auto row = m_covers.step();
    for (; row && *row; row = m_covers.step())
        take(m_covers.integer(0), m_covers.integer(1), m_covers.integer(2));
    return row.map([](bool) {});
}

} // namespace stratadeck
