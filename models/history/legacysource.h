// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/history/blocksource.h"
#include "models/history/legacychunk.h"
#include "models/history/sqlite.h"

namespace stratadeck {

class SampleMerge;

/// Chunks of the layouts before groups of series.
class LegacyReader
{
public:
    Result<> prepare(const Database &db);
    Result<> cover(SeriesId series, TimeRange range, SampleMerge &merge);

private:
    friend class LegacySource;
    void bind(Statement &statement, SeriesId series, TimeRange range) const;

    Statement m_covers;
    Statement m_chunks;
    ChunkDecoder m_decoder;
};

/// The chunks of one series. One at a time for each reader.
class LegacySource final : public BlockSource
{
public:
    LegacySource(LegacyReader &reader, SeriesId series, TimeRange range, Damage &damage);
    ~LegacySource() override;
    Result<const Block *> next() override;

private:
    LegacyReader &m_reader;
    SeriesId m_series;
    TimeRange m_range;
    Damage &m_damage;
    Block m_block;
};

} // namespace stratadeck
