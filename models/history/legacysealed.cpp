// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/legacysealed.h"

#include "models/history/schema.h"

#include <limits>

namespace stratadeck {

Result<> LegacySealed::prepare(const Database &db)
{
    const auto earliest = db.integer("SELECT min(at) FROM journal");
    if (!earliest)
        return tl::unexpected(earliest.error());
    constexpr qint64 lowest = std::numeric_limits<qint64>::min();
    m_from = *earliest < lowest + kMaxChunkSpan ? lowest : *earliest - kMaxChunkSpan;
    return db
        .prepare(
            "SELECT end FROM chunk WHERE series=?1 AND start>=?3 AND segment=?2 ORDER BY start DESC LIMIT 1")
        .map([this](Statement made) { m_lastChunk = std::move(made); });
}

Result<qint64> LegacySealed::find(SeriesId series, qint64 segment)
{
    m_lastChunk.bind(1, value(series)).bind(2, segment).bind(3, m_from);
    const auto row = m_lastChunk.step();
    if (!row)
        return tl::unexpected(row.error());
    const qint64 until = *row ? m_lastChunk.integer(0) : std::numeric_limits<qint64>::min();
    m_lastChunk.reset();
    return until;
}

} // namespace stratadeck
