// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/history/codec/rollupcodec.h"
#include "models/history/layout.h"
#include "models/history/slottable.h"

#include <map>
#include <span>

namespace stratadeck {

/// The tiers above the samples: what of a minute and of an hour is kept.
enum class Tier : quint8 { Minute, Hour };

struct TierLayout {
    const char *rows;  ///< table of whole periods, a row a series
    const char *parts; ///< table of what is not in a whole period yet, a row a group
    qint64 step;       ///< of a bucket, in milliseconds
    qint64 partLength; ///< time that a row of `parts` covers
    qint64 partsPerRow;
};

constexpr TierLayout layoutOf(Tier tier)
{
    constexpr TierLayout minutes{"minute", "minute_part", kMinuteLength, kHourLength, kHoursPerDay};
    constexpr TierLayout hours{"hour", "hour_part", kHourLength, kHourLength * kHoursPerDay, kDaysPerMonth};
    return tier == Tier::Minute ? minutes : hours;
}

/// The rollups of some series of a group, by slot.
using GroupRollups = std::map<quint32, std::vector<Rollup>>;

/// The bytes of tier rows; safe for any bytes. Keeps its buffers: one thread.
class TierCodec
{
public:
    /// Of one series; `id` is the row's.
    QByteArrayView encodeRow(qint64 id, std::span<const Rollup> rollups, qint64 step);
    /// Appends to `rollups`; false when the row is damaged.
    bool decodeRow(qint64 id, QByteArrayView row, std::vector<Rollup> &rollups);

    /// Of a group; `group` and `period` are the row's columns.
    QByteArrayView encodePart(quint32 group, qint64 period, const GroupRollups &rollups, qint64 step);
    bool decodePart(quint32 group, qint64 period, QByteArrayView row, GroupRollups &rollups);
    /// One series of it, appended.
    bool decodePart(quint32 group, qint64 period, QByteArrayView row, quint32 slot,
                    std::vector<Rollup> &rollups);

private:
    bool openPart(quint32 group, qint64 period, QByteArrayView row);

    RollupEncoder m_encoder;
    RollupDecoder m_decoder;
    SlotTableBuilder m_builder;
    SlotTable m_table;
    Bytes m_row;
};

} // namespace stratadeck
