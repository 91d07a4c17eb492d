// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/history/chunkcodec.h"
#include "models/history/history.h"
#include "models/history/sqlite.h"

#include <span>
#include <stop_token>

namespace stratadeck {

/// A stretch of samples of one series and segment, in time order.
struct Block {
    qint64 segment = 0;
    Samples samples;
};

/// What stands in the journal and in no chunk yet, of the series asked for. Decoded once for all.
class JournalTail
{
public:
    static Result<JournalTail> read(const Database &db, std::span<const SeriesId> series, TimeRange range,
                                    const std::stop_token &stop);

    /// Of the index-th series asked for: by time of the first sample; samples in the range only.
    std::vector<Block> &blocks(std::size_t index) { return m_blocks[index]; }
    /// Times of rows that cannot be read.
    const std::vector<qint64> &damaged() const { return m_damaged; }

private:
    Result<> removeSealed(const Database &db, std::span<const SeriesId> series, qint64 earliest);

    std::vector<std::vector<Block>> m_blocks;
    std::vector<qint64> m_damaged;
};

} // namespace stratadeck
