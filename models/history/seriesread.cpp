// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/seriesread.h"

#include "models/history/rangeusage.h"
#include "models/history/reduce.h"
#include "models/history/seriesquery.h"

namespace stratadeck {

namespace {

/// Gives the samples of each series, one series after the other and all of one snapshot, to a sink made
/// by `makeSink()`; `take(sink, id)` ends it. `points`: how many buckets are enough; every sample without.
template<typename MakeSink, typename Take>
Result<> readEach(const Database &db, std::span<const SeriesId> series, TimeRange range,
                  std::optional<int> points, const std::stop_token &stop, MakeSink makeSink, Take take)
{
    const StopGuard guard(db, stop);
    auto snapshot = Transaction::begin(db, Transaction::Kind::Read);
    if (!snapshot)
        return tl::unexpected(snapshot.error());
    SeriesQuery query(range, stop);
    if (const auto prepared = query.prepare(db, series); !prepared)
        return prepared;
    for (std::size_t i = 0; i < series.size(); ++i) {
        const auto resolution =
            points ? query.resolutionFor(i, *points) : Result<Resolution>(Resolution::Samples);
        if (!resolution)
            return tl::unexpected(resolution.error());
        auto sink = makeSink();
        if (const auto done = query.read(i, *resolution, sink); !done)
            return done;
        take(sink, series[i]);
    }
    return {};
}

} // namespace

Result<std::vector<Series>> readSeries(const Database &db, std::span<const SeriesId> series, TimeRange range,
                                       int maxPoints, const std::stop_token &stop)
{
    std::vector<Series> result;
    result.reserve(series.size());
    if (range.from == range.to) {
        for (SeriesId id : series)
            result.push_back({id, {}, false});
        return result;
    }
    const auto done = readEach(
        db, series, range, maxPoints, stop, [&] { return Reducer(range, maxPoints); },
        [&result](Reducer &reducer, SeriesId id) { result.push_back(reducer.take(id)); });
    return done.map([&] { return std::move(result); });
}

Result<std::vector<SeriesStatistics>> summariseSeries(const Database &db, std::span<const SeriesId> series,
                                                      TimeRange range, const std::stop_token &stop)
{
    std::vector<SeriesStatistics> result;
    result.reserve(series.size());
    const auto done = readEach(
        db, series, range, std::nullopt, stop, [&range] { return StatisticsCollector(range); },
        [&result](StatisticsCollector &collector, SeriesId id) { result.push_back(collector.take(id)); });
    return done.map([&] { return std::move(result); });
}

Result<std::vector<UsageProfile>> profileSeries(const Database &db, std::span<const SeriesId> series,
                                                TimeRange range, const std::stop_token &stop)
{
    std::vector<UsageProfile> result;
    result.reserve(series.size());
    const auto done = readEach(
        db, series, range, static_cast<int>(UsageProfile::kParts), stop,
        [&range] { return UsageCollector(range); },
        [&result](UsageCollector &collector, SeriesId) { result.push_back(collector.take()); });
    return done.map([&] { return std::move(result); });
}

Result<std::vector<Rollup>> readRollups(const Database &db, SeriesId series, TimeRange range, Tier tier,
                                        const std::stop_token &stop)
{
    const StopGuard guard(db, stop);
    auto snapshot = Transaction::begin(db, Transaction::Kind::Read);
    if (!snapshot)
        return tl::unexpected(snapshot.error());
    SeriesQuery query(range, stop);
    return query.prepare(db, std::array{series}).and_then([&] { return query.rollups(0, tier); });
}

Result<> readSamples(const Database &db, SeriesId series, TimeRange range, SampleSink &sink,
                     const std::stop_token &stop)
{
    const StopGuard guard(db, stop);
    auto snapshot = Transaction::begin(db, Transaction::Kind::Read);
    if (!snapshot)
        return tl::unexpected(snapshot.error());
    SeriesQuery query(range, stop);
    return query.prepare(db, std::array{series}).and_then([&] {
        return query.read(0, Resolution::Samples, sink);
    });
}

} // namespace stratadeck
