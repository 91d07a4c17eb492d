// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/history/archiverow.h"
#include "models/history/blocksource.h"
#include "models/history/codec/columncodec.h"
#include "models/history/layout.h"
#include "models/history/sqlite.h"

#include <unordered_map>

namespace stratadeck {

/// Reads the archive of one snapshot. The clocks of a group are decoded once for all its series.
class ArchiveReader
{
public:
    Result<> prepare(const Database &db);
    /// The archived hours, as a half-open range; the lowest has number `first`.
    struct Hours {
        qint64 first = 0;
        qint64 end = 0;
    };
    const Hours &hours() const { return m_hours; }

    /// What a series has in an hour, by time of the first sample. Damage is logged and added to `damage`.
    Result<> read(SeriesId series, qint64 hour, std::vector<Block> &blocks, Damage &damage);

private:
    struct Clock {
        std::vector<qint64> segments;
        std::vector<std::vector<qint64>> times; ///< empty: damaged
    };
    Result<const Clock *> clockOf(qint64 id);

    Hours m_hours;
    Statement m_findClock;
    Statement m_findRaw;
    std::unordered_map<qint64, Clock> m_clocks;
    std::vector<RawSection> m_sections;
    ColumnDecoder m_decoder;
    Column m_column;
};

/// The blocks of one series from the archive.
class ArchiveSource final : public BlockSource
{
public:
    ArchiveSource(ArchiveReader &reader, SeriesId series, TimeRange range, Damage &damage);
    Result<const Block *> next() override;

private:
    ArchiveReader &m_reader;
    SeriesId m_series;
    Damage &m_damage;
    qint64 m_hour = 0;
    qint64 m_end = 0;
    std::vector<Block> m_blocks;
    std::size_t m_place = 0;
};

} // namespace stratadeck
