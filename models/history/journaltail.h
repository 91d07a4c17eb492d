// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/base/timerange.h"
#include "models/history/block.h"
#include "models/history/blocksource.h"
#include "models/history/sqlite.h"

#include <span>
#include <stop_token>

namespace stratadeck {

/// What stands in the journal and in no block yet, of the series asked for. Decoded once for all.
class JournalTail
{
public:
    /// `version`: layout of the file.
    static Result<JournalTail> read(const Database &db, qint64 version, std::span<const SeriesId> series,
                                    TimeRange range, const std::stop_token &stop);

    /// Of the index-th series asked for: by time of the first sample; samples in the range only.
    const std::vector<Block> &blocks(std::size_t index) const { return m_blocks[index]; }
    /// Rows that cannot be read.
    const Damage &damage() const { return m_damage; }

private:
    std::vector<std::vector<Block>> m_blocks;
    Damage m_damage;
};

} // namespace stratadeck
