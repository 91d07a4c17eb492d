// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/seriesquery.h"

#include "models/history/merge.h"
#include "models/history/rollups.h"
#include "models/history/schema.h"

#include <algorithm>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

/// Whether a tier of that step is as fine as the answer wants it. A bucket that is a third longer than the one
/// that was asked for is told from it by nobody, and each bucket says from when to when it is.
bool isFineEnough(qint64 step, qint64 bucket)
{
    return bucket * 4 >= step * 3;
}

/// So long, the samples are read as quickly as one can look.
constexpr qint64 kShortRange = 6 * kHourLength;
/// Of sweeps, in milliseconds.
constexpr qint64 kUsualPeriod = 1000;

TimeRange clamped(TimeRange range)
{
    const auto clamp = [](TimePoint at) {
        return fromMillis(std::clamp(toMillis(at), -kFarthestTime, kFarthestTime));
    };
    return {clamp(range.from), clamp(range.to)};
}

TimeRange before(TimeRange range, TimePoint end)
{
    return {range.from, std::clamp(end, range.from, range.to)};
}

TimeRange from(TimeRange range, TimePoint begin)
{
    return {std::clamp(begin, range.from, range.to), range.to};
}

qint64 roundedUp(qint64 at, qint64 step)
{
    return -floorDivide(-at, step) * step;
}

void give(std::span<const Rollup> rollups, qint64 step, const Damage &damage, SampleSink &sink)
{
    auto broken = damage.times.begin();
    for (const Rollup &rollup : rollups) {
        for (; broken != damage.times.end() && *broken < rollup.at; ++broken)
            sink.addGap(*broken);
        sink.addRollup(rollup, step);
        if (rollup.gapAfter)
            sink.addGap(rollup.at + step);
    }
}

} // namespace

SeriesQuery::SeriesQuery(TimeRange range, const std::stop_token &stop)
    : m_range(clamped(range))
    , m_stop(stop)
{
}

Result<> SeriesQuery::prepare(const Database &db, std::span<const SeriesId> series)
{
    m_series = series;
    const auto version = db.integer("PRAGMA user_version");
    if (!version)
        return tl::unexpected(version.error());
    m_hasArchive = *version >= kFirstVersionWithArchive;
    return m_legacy.prepare(db)
        .and_then([&] { return m_hasArchive ? prepareArchive(db) : Result<>(); })
        .and_then([&] { return JournalTail::read(db, *version, series, m_range, m_stop); })
        .map([&](JournalTail tail) { m_tail = std::move(tail); });
}

Result<> SeriesQuery::prepareArchive(const Database &db)
{
    return m_archive.prepare(db)
        .and_then([&] { return m_hot.prepare(db); })
        .and_then([&] { return m_tiers.prepare(db); })
        .and_then([&] { return loadSegments(db); });
}

Result<> SeriesQuery::loadSegments(const Database &db)
{
    auto segments = db.prepare("SELECT id, first, last FROM segment WHERE last IS NOT NULL");
    if (!segments)
        return tl::unexpected(segments.error());
    auto row = segments->step();
    for (; row && *row; row = segments->step())
        m_segments.push_back({segments->integer(0), segments->integer(1), segments->integer(2)});
    if (!row)
        return tl::unexpected(row.error());
    auto counters = db.prepare("SELECT name, value FROM counter WHERE name IN ('raw_from', 'minute_from')");
    if (!counters)
        return tl::unexpected(counters.error());
    for (row = counters->step(); row && *row; row = counters->step())
        (counters->text(0) == "raw_from"_L1 ? m_firstHour : m_firstDay) = counters->integer(1);
    return row.map([](bool) {});
}

/// On a full minute, so that a bucket is not told twice.
TimePoint SeriesQuery::startOfSamples(quint32 group) const
{
    if (!m_firstHour)
        return m_range.from;
    return fromMillis(roundedUp(windowStart(group, *m_firstHour * kWindowsPerHour), kMinuteLength));
}

TimePoint SeriesQuery::startOf(Tier tier, quint32 group) const
{
    if (tier == Tier::Hour || !m_firstDay)
        return m_range.from;
    return fromMillis(roundedUp(windowStart(group, *m_firstDay * kHoursPerDay * kWindowsPerHour), kHourLength));
}

Result<Resolution> SeriesQuery::resolutionFor(std::size_t index, int points)
{
    const qint64 bucket = (toMillis(m_range.to) - toMillis(m_range.from)) / points;
    if (!m_hasArchive || !isFineEnough(kMinuteLength, bucket))
        return Resolution::Samples;
    // The range may reach far beyond what there is.
    qint64 first = kFarthestTime;
    qint64 last = -kFarthestTime;
    const auto widen = [&](qint64 begin, qint64 end) {
        first = std::min(first, begin);
        last = std::max(last, end);
    };
    for (const Segment &segment : m_segments)
        widen(segment.first, segment.last);
    if (const auto done =
            m_hot.cover(m_series[index], [&](qint64, qint64 begin, qint64 end) { widen(begin, end); });
        !done)
        return tl::unexpected(done.error());
    const qint64 length = std::min(last, toMillis(m_range.to)) - std::max(first, toMillis(m_range.from));
    if (length <= kShortRange || length / kUsualPeriod <= points)
        return Resolution::Samples;
    return isFineEnough(kHourLength, bucket) ? Resolution::Hours : Resolution::Minutes;
}

Result<> SeriesQuery::read(std::size_t index, Resolution resolution, SampleSink &sink)
{
    if (!m_hasArchive)
        return readSamples(index, m_range, false, sink);
    const quint32 group = groupOf(m_series[index]);
    const TimePoint minutes = startOf(Tier::Minute, group);
    if (resolution == Resolution::Hours)
        return readTier(index, Tier::Hour, m_range, sink);
    const auto coarse = readTier(index, Tier::Hour, before(m_range, minutes), sink);
    if (!coarse)
        return coarse;
    const TimeRange rest = from(m_range, minutes);
    if (resolution == Resolution::Minutes)
        return readTier(index, Tier::Minute, rest, sink);
    const TimePoint samples = std::max(startOfSamples(group), rest.from);
    return readTier(index, Tier::Minute, before(rest, samples), sink).and_then([&] {
        return readSamples(index, from(rest, samples), true, sink);
    });
}

Result<std::vector<Rollup>> SeriesQuery::rollups(std::size_t index, Tier tier)
{
    RollupCollector collector(layoutOf(tier).step);
    if (m_hasArchive && (tier == Tier::Hour || !m_firstDay)) {
        Damage damage;
        return collectTier(index, tier, m_range, damage);
    }
    const Resolution resolution = tier == Tier::Minute ? Resolution::Minutes : Resolution::Hours;
    return read(index, resolution, collector).map([&] { return collector.take(); });
}

Result<> SeriesQuery::readTier(std::size_t index, Tier tier, TimeRange range, SampleSink &sink)
{
    if (range.from >= range.to)
        return {};
    Damage damage;
    return collectTier(index, tier, range, damage).map([&](const std::vector<Rollup> &rollups) {
        std::sort(damage.times.begin(), damage.times.end());
        give(rollups, layoutOf(tier).step, damage, sink);
    });
}

/// The tier, and what has not reached it yet.
Result<std::vector<Rollup>> SeriesQuery::collectTier(std::size_t index, Tier tier, TimeRange range,
                                                     Damage &damage)
{
    if (m_stop.stop_requested())
        return fail(Error::Kind::Cancelled, u"Reading series %1 was cancelled"_s.arg(value(m_series[index])));
    const SeriesId series = m_series[index];
    const qint64 step = layoutOf(tier).step;
    std::vector<Rollup> rollups;
    std::vector<Rollup> minutes;
    if (const auto done = m_tiers.read(tier, series, range, rollups, damage); !done)
        return tl::unexpected(done.error());
    if (tier == Tier::Hour) {
        if (const auto done = m_tiers.readParts(Tier::Minute, series, range, minutes, damage); !done)
            return tl::unexpected(done.error());
    }
    RollupCollector collector(step);
    if (const auto done = readSamples(index, range, false, collector); !done)
        return tl::unexpected(done.error());
    const std::vector<Rollup> recent = collector.take();
    if (!minutes.empty())
        rollups = mergeRollups(rollups, coarserRollups(minutes, kMinuteLength, step));
    return recent.empty() ? rollups : mergeRollups(rollups, recent);
}

Result<> SeriesQuery::readSamples(std::size_t index, TimeRange range, bool withArchive, SampleSink &sink)
{
    if (range.from >= range.to)
        return {};
    const SeriesId series = m_series[index];
    SampleMerge merge(range, sink);
    const auto cover = [&merge](qint64 segment, qint64 first, qint64 last) {
        merge.cover(segment, first, last);
    };
    for (const Segment &segment : m_segments)
        cover(segment.id, segment.first, segment.last);
    Damage damage;
    std::vector<Block> hot;
    const std::vector<Block> &tail = m_tail.blocks(index);
    for (const Block &block : tail)
        merge.cover(block.segment, block.samples.times.front(), block.samples.times.back());
    const auto prepared = m_legacy.cover(series, range, merge).and_then([&] {
        return m_hasArchive
                   ? m_hot.cover(series, cover).and_then([&] { return m_hot.read(series, range, hot, damage); })
                   : Result<>();
    });
    if (!prepared)
        return prepared;
    for (const qint64 at : m_tail.damage().times)
        damage.times.push_back(at);

    LegacySource legacySource(m_legacy, series, range, damage);
    ListSource hotSource(hot);
    ListSource tailSource(tail);
    std::vector<BlockSource *> sources{&legacySource, &hotSource, &tailSource};
    std::optional<ArchiveSource> archiveSource;
    if (withArchive)
        sources.push_back(&archiveSource.emplace(m_archive, series, range, damage));
    return mergeBlocks(sources, damage, merge).map([&] { merge.finish(); });
}

/// Takes the blocks from all places in order of their first samples.
Result<> SeriesQuery::mergeBlocks(std::span<BlockSource *const> sources, Damage &damage,
                                  SampleMerge &merge) const
{
    const auto tellDamage = [&] {
        for (const qint64 at : damage.times)
            merge.addDamaged(at);
        damage.times.clear();
    };
    std::vector<const Block *> heads;
    for (BlockSource *source : sources) {
        const auto block = source->next();
        if (!block)
            return tl::unexpected(block.error());
        heads.push_back(*block);
    }
    for (;;) {
        tellDamage();
        std::size_t first = heads.size();
        for (std::size_t i = 0; i < heads.size(); ++i) {
            if (heads[i]
                && (first == heads.size()
                    || heads[i]->samples.times.front() < heads[first]->samples.times.front()))
                first = i;
        }
        if (first == heads.size())
            return {};
        if (m_stop.stop_requested())
            return fail(Error::Kind::Cancelled, u"Reading history was cancelled"_s);
        merge.add(*heads[first]);
        const auto block = sources[first]->next();
        if (!block)
            return tl::unexpected(block.error());
        heads[first] = *block;
    }
}

} // namespace stratadeck
