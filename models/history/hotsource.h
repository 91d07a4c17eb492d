// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/history/blocksource.h"
#include "models/history/groupblock.h"
#include "models/history/sqlite.h"

#include <functional>

namespace stratadeck {

/// What is sealed and not in the archive yet.
class HotReader
{
public:
    Result<> prepare(const Database &db);
    /// The blocks of a series, by time of their first samples. Damage is logged and added to `damage`.
    Result<> read(SeriesId series, TimeRange range, std::vector<Block> &blocks, Damage &damage);
    /// Tells from when to when each segment recorded the group of the series, also outside of the range.
    using Take = std::function<void(qint64 segment, qint64 first, qint64 last)>;
    Result<> cover(SeriesId series, const Take &take);

private:
    Statement m_find;
    Statement m_covers;
    BlockDecoder m_decoder;
};

/// Blocks that are in memory already.
class ListSource final : public BlockSource
{
public:
    /// The list must outlive the source.
    explicit ListSource(const std::vector<Block> &blocks)
        : m_blocks(blocks)
    {
    }
    Result<const Block *> next() override { return m_place < m_blocks.size() ? &m_blocks[m_place++] : nullptr; }

private:
    const std::vector<Block> &m_blocks;
    std::size_t m_place = 0;
};

} // namespace stratadeck
