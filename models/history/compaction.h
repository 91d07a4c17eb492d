// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/history/archivewriter.h"
#include "models/history/groupblock.h"

#include <limits>
#include <optional>

namespace stratadeck {

/// Moves what is old enough to where it takes less room: blocks of two minutes into the archive and the minute
/// tier, hours of the minute tier into days, days of the hour tier into months. Each step is one transaction
/// that takes some milliseconds, so recording goes on in between.
class Compaction
{
public:
    Result<> prepare(const Database &db);

    struct Now {
        qint64 at = 0;
        qint64 segment = 0;         ///< that is being recorded
        qint64 firstJournalRow = 0; ///< blocks that end in later rows have to wait
        bool all = false;           ///< also what is not old enough
    };
    /// Does one step; false when nothing is due.
    Result<bool> step(const Database &db, const Now &now);

    /// A block was written: there is something to do once its hour is over.
    void noteBlock(quint32 group, qint64 window);

private:
    /// The oldest that waits, of one group.
    struct Waiting {
        std::optional<qint64> window;
        qint64 from = std::numeric_limits<qint64>::min(); ///< window; what is older cannot be read and stays
        std::optional<qint64> hour;                       ///< in minute_part
        std::optional<qint64> day;                        ///< in hour_part
    };
    enum class Work { None, Hour, Day, Month };
    struct Due {
        Work work = Work::None;
        quint32 group = 0;
    };
    Result<> load(const Database &db);
    Due findDue(const Now &now);
    Work dueWork(quint32 group, const Now &now) const;
    Result<bool> doStep(const Database &db, const Due &due, const Now &now);
    Result<bool> archiveHour(quint32 group, const Now &now);
    enum class Readiness { Ready, Later, Damaged };
    Result<Readiness> readBlocks(quint32 group, qint64 hour, const Now &now, ArchiveWriter::Hour &rows);
    Result<bool> goesOn(quint32 group, qint64 hour, qint64 segment, const Now &now);
    Result<> mergeParts(Tier tier, quint32 group);
    Result<> mergeRow(Tier tier, qint64 id, std::vector<Rollup> &rollups);
    Result<> refresh(quint32 group);
    Result<std::optional<qint64>> oldest(Statement &find);

    struct TierStatements {
        Statement parts;
        Statement deleteParts;
        Statement oldestPart;
        Statement row;
        Statement putRow;
    };
    TierStatements &of(Tier tier) { return m_tiers[static_cast<std::size_t>(tier)]; }

    ArchiveWriter m_archive;
    Statement m_blocks;
    Statement m_deleteBlock;
    Statement m_oldestBlock;
    Statement m_nextSegment;
    std::array<TierStatements, 2> m_tiers;

    std::vector<Waiting> m_waiting; ///< by group
    std::size_t m_next = 0;         ///< group to look at next

    BlockDecoder m_decoder;
    TierCodec m_codec;
    Column m_column;
};

} // namespace stratadeck
