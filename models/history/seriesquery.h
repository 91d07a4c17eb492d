// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/history/archivesource.h"
#include "models/history/hotsource.h"
#include "models/history/journaltail.h"
#include "models/history/legacysource.h"
#include "models/history/samplesink.h"
#include "models/history/tierreader.h"

#include <optional>

namespace stratadeck {

/// What a caller is content with. Where only a coarser tier is kept, it gets that.
enum class Resolution : quint8 { Samples, Minutes, Hours };

/// Reads several series of one snapshot, one after the other, with the same statements.
class SeriesQuery
{
public:
    /// range.from < range.to.
    SeriesQuery(TimeRange range, const std::stop_token &stop);

    /// The series must outlive the query.
    Result<> prepare(const Database &db, std::span<const SeriesId> series);
    /// The finest that makes no more than `points` buckets of the range, each of several of its own, without
    /// reading much more than that.
    Result<Resolution> resolutionFor(std::size_t index, int points);
    /// The index-th series, in time order.
    Result<> read(std::size_t index, Resolution resolution, SampleSink &sink);
    /// The same as buckets of a tier.
    Result<std::vector<Rollup>> rollups(std::size_t index, Tier tier);

private:
    struct Segment {
        qint64 id = 0;
        qint64 first = 0;
        qint64 last = 0;
    };
    Result<> prepareArchive(const Database &db);
    Result<> loadSegments(const Database &db);
    Result<> readSamples(std::size_t index, TimeRange range, bool withArchive, SampleSink &sink);
    Result<> mergeBlocks(std::span<BlockSource *const> sources, Damage &damage, class SampleMerge &merge) const;
    Result<> readTier(std::size_t index, Tier tier, TimeRange range, SampleSink &sink);
    Result<std::vector<Rollup>> collectTier(std::size_t index, Tier tier, TimeRange range, Damage &damage);
    TimePoint startOf(Tier tier, quint32 group) const;
    TimePoint startOfSamples(quint32 group) const;

    TimeRange m_range;
    std::stop_token m_stop;
    std::span<const SeriesId> m_series;
    bool m_hasArchive = false;
    std::vector<Segment> m_segments;
    std::optional<qint64> m_firstHour; ///< samples of earlier ones are no longer kept
    std::optional<qint64> m_firstDay;  ///< minutes of earlier ones are no longer kept

    ArchiveReader m_archive;
    HotReader m_hot;
    LegacyReader m_legacy;
    TierReader m_tiers;
    JournalTail m_tail;
};

} // namespace stratadeck
