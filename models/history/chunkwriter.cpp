// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/chunkwriter.h"

#include <cmath>

namespace stratadeck {

Result<> ChunkWriter::prepare(const Database &db)
{
    auto chunk = db.prepare("INSERT INTO chunk(series, start, segment, end, count, data) VALUES(?,?,?,?,?,?)");
    if (!chunk)
        return tl::unexpected(chunk.error());
    auto counts =
        db.prepare("INSERT INTO segment(id, chunks, samples) VALUES(?1,?2,?3) ON CONFLICT(id) DO UPDATE"
                   " SET chunks = chunks + ?2, samples = samples + ?3");
    if (!counts)
        return tl::unexpected(counts.error());
    m_putChunk = std::move(*chunk);
    m_putCounts = std::move(*counts);
    return {};
}

Result<> ChunkWriter::write(SeriesId series, qint64 segment, std::span<const qint64> times,
                            std::span<const double> values)
{
    const ChunkKey key{series, segment, times.front(), times.back(), static_cast<qint64>(times.size())};
    m_putChunk.bind(1, value(key.series))
        .bind(2, key.start)
        .bind(3, key.segment)
        .bind(4, key.end)
        .bind(5, key.count);
    m_putChunk.bindBlob(6, m_encoder.encode(key, times, values));
    if (const auto done = m_putChunk.run(); !done)
        return done;
    Count &count = m_counts[segment];
    ++count.chunks;
    count.samples += key.count;
    for (std::size_t i = values.size(); i-- > 0;) {
        if (std::isnan(values[i]))
            continue;
        m_catalogue.noteFigure(series, fromMillis(times[i]));
        break;
    }
    return {};
}

Result<> ChunkWriter::finish()
{
    for (const auto &[segment, count] : m_counts) {
        m_putCounts.bind(1, segment).bind(2, count.chunks).bind(3, count.samples);
        if (const auto done = m_putCounts.run(); !done)
            return done;
    }
    m_counts.clear();
    return {};
}

} // namespace stratadeck
