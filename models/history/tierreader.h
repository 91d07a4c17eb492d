// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/timerange.h"
#include "models/history/blocksource.h"
#include "models/history/sqlite.h"
#include "models/history/tierrow.h"

#include <array>

namespace stratadeck {

/// Reads the tiers of one snapshot.
class TierReader
{
public:
    Result<> prepare(const Database &db);
    /// The buckets that begin in the range, in rising order, appended. Only what is in the tier: not what is in
    /// the hot blocks or, for hours, in the minutes still.
    Result<> read(Tier tier, SeriesId series, TimeRange range, std::vector<Rollup> &rollups, Damage &damage);

    /// Only what is not in a row of a whole period yet.
    Result<> readParts(Tier tier, SeriesId series, TimeRange range, std::vector<Rollup> &rollups,
                       Damage &damage);

private:
    struct Statements {
        Statement row;
        Statement parts;
        qint64 first = 0; ///< lowest period of a row
        qint64 end = 0;   ///< after the highest
    };
    Result<> prepare(const Database &db, Tier tier);
    Result<> readRows(Tier tier, SeriesId series, TimeRange range, std::vector<Rollup> &rollups,
                      Damage &damage);
    Statements &of(Tier tier) { return m_tiers[static_cast<std::size_t>(tier)]; }

    std::array<Statements, 2> m_tiers;
    TierCodec m_codec;
};

} // namespace stratadeck
