// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/legacysource.h"

#include "models/base/logging.h"
#include "models/history/merge.h"
#include "models/history/schema.h"

namespace stratadeck {

Result<> LegacyReader::prepare(const Database &db)
{
    return db
        .prepare("SELECT segment, min(start), max(end) FROM chunk"
                 " WHERE series=?1 AND start>=?2 AND start<?3 AND end>=?4 GROUP BY segment")
        .and_then([&](Statement made) {
            m_covers = std::move(made);
            return db.prepare(
                "SELECT segment, start, end, count, data FROM chunk"
                " WHERE series=?1 AND start>=?2 AND start<?3 AND end>=?4 ORDER BY start, segment");
        })
        .map([&](Statement made) { m_chunks = std::move(made); });
}

void LegacyReader::bind(Statement &statement, SeriesId series, TimeRange range) const
{
    constexpr qint64 lowest = std::numeric_limits<qint64>::min();
    const qint64 from = toMillis(range.from);
    statement.bind(1, value(series));
    statement.bind(2, from < lowest + kMaxChunkSpan ? lowest : from - kMaxChunkSpan);
    statement.bind(3, toMillis(range.to)).bind(4, from);
}

Result<> LegacyReader::cover(SeriesId series, TimeRange range, SampleMerge &merge)
{
    bind(m_covers, series, range);
    auto row = m_covers.step();
    for (; row && *row; row = m_covers.step())
        merge.cover(m_covers.integer(0), m_covers.integer(1), m_covers.integer(2));
    return row.map([](bool) {});
}

LegacySource::LegacySource(LegacyReader &reader, SeriesId series, TimeRange range, Damage &damage)
    : m_reader(reader)
    , m_series(series)
    , m_range(range)
    , m_damage(damage)
{
    reader.bind(reader.m_chunks, series, range);
}

LegacySource::~LegacySource()
{
    m_reader.m_chunks.reset();
}

Result<const Block *> LegacySource::next()
{
    Statement &chunks = m_reader.m_chunks;
    for (;;) {
        const auto row = chunks.step();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            return nullptr;
        const ChunkKey key{m_series, chunks.integer(0), chunks.integer(1), chunks.integer(2),
                           chunks.integer(3)};
        m_block.segment = key.segment;
        if (m_reader.m_decoder.decode(key, chunks.blob(4), m_block.samples))
            return &m_block;
        qCWarning(lcHistory) << "the chunk of series" << value(m_series) << "at" << key.start << "is damaged";
        m_damage.times.push_back(std::max(key.start, toMillis(m_range.from)));
    }
}

} // namespace stratadeck
