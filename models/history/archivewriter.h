// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/history/archiverow.h"
#include "models/history/hourrows.h"
#include "models/history/rollups.h"
#include "models/history/sqlite.h"
#include "models/history/tierrow.h"

namespace stratadeck {

/// Puts what a group recorded in an hour into the archive and the minute tier, in the open transaction. What
/// is there of that hour already stays and is added to.
class ArchiveWriter
{
public:
    Result<> prepare(const Database &db);

    /// By segment.
    using Hour = std::map<qint64, HourRows>;
    /// `endsWithGap`: recording broke off at the end of the hour.
    Result<> store(quint32 group, qint64 hour, const Hour &rows, bool endsWithGap);

    /// Adds to what a part of a tier holds.
    Result<> addToPart(Tier tier, quint32 group, qint64 period, GroupRollups rollups);

private:
    struct Piece {
        std::size_t section = 0; ///< place in the clock row
        const HourRows *rows = nullptr;
        std::size_t begin = 0;
        std::size_t end = 0;
    };
    Result<> storeClock(qint64 id, const Hour &rows, qint64 samples);
    Result<> storeRaw(qint64 id, quint32 slot);
    Result<> loadRaw(qint64 id, std::vector<RawSection> &sections);
    Result<> noteSegments(const Hour &rows);
    Result<> count(qint64 samples, qint64 rows);

    Statement m_findClock;
    Statement m_putClock;
    Statement m_findRaw;
    Statement m_putRaw;
    Statement m_noteSegment;
    Statement m_count;
    std::array<Statement, 2> m_findPart; ///< by tier
    std::array<Statement, 2> m_putPart;

    bool m_isNewHour = false;
    std::vector<Piece> m_pieces;
    qint64 m_rawRows = 0; ///< new ones of this hour
    ColumnEncoder m_columns;
    Column m_column;
    TierCodec m_tiers;
    Bytes m_row;
    Bytes m_old;
};

} // namespace stratadeck
