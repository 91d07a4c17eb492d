// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/seriesread.h"

#include "models/base/logging.h"
#include "models/history/journaltail.h"
#include "models/history/merge.h"
#include "models/history/rangeusage.h"
#include "models/history/reduce.h"
#include "models/history/schema.h"

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

/// Reads the series of one call, one after the other, with the same statements.
class SeriesQuery
{
public:
    SeriesQuery(TimeRange range, const std::stop_token &stop)
        : m_range(range)
        , m_stop(stop)
    {
    }

    Result<> prepare(const Database &db)
    {
        auto covers = db.prepare("SELECT segment, min(start), max(end) FROM chunk"
                                 " WHERE series=?1 AND start>=?2 AND start<?3 AND end>=?4 GROUP BY segment");
        if (!covers)
            return tl::unexpected(covers.error());
        auto chunks =
            db.prepare("SELECT segment, start, end, count, data FROM chunk"
                       " WHERE series=?1 AND start>=?2 AND start<?3 AND end>=?4 ORDER BY start, segment");
        if (!chunks)
            return tl::unexpected(chunks.error());
        m_covers = std::move(*covers);
        m_chunks = std::move(*chunks);
        return {};
    }

    Result<> read(SeriesId series, std::vector<Block> &tail, const std::vector<qint64> &damaged,
                  SampleSink &sink)
    {
        SampleMerge merge(m_range, sink);
        if (const auto done = readCovers(series, merge); !done)
            return tl::unexpected(done.error());
        for (const Block &block : tail)
            merge.cover(block.segment, block.samples.times.front(), block.samples.times.back());
        for (qint64 at : damaged)
            merge.addDamaged(at);
        return readChunks(series, tail, merge).map([&] { merge.finish(); });
    }

private:
    void bind(Statement &statement, SeriesId series)
    {
        constexpr qint64 lowest = std::numeric_limits<qint64>::min();
        const qint64 from = toMillis(m_range.from);
        statement.bind(1, value(series));
        statement.bind(2, from < lowest + kMaxChunkSpan ? lowest : from - kMaxChunkSpan);
        statement.bind(3, toMillis(m_range.to)).bind(4, from);
    }

    Result<> readCovers(SeriesId series, SampleMerge &merge)
    {
        bind(m_covers, series);
        auto row = m_covers.step();
        for (; row && *row; row = m_covers.step())
            merge.cover(m_covers.integer(0), m_covers.integer(1), m_covers.integer(2));
        return row.map([](bool) {});
    }

    Result<> readChunks(SeriesId series, std::vector<Block> &tail, SampleMerge &merge)
    {
        auto nextTail = tail.begin();
        bind(m_chunks, series);
        auto row = m_chunks.step();
        for (; row && *row; row = m_chunks.step()) {
            if (m_stop.stop_requested()) {
                m_chunks.reset();
                return fail(Error::Kind::Cancelled, u"Reading series %1 was cancelled"_s.arg(value(series)));
            }
            const qint64 start = m_chunks.integer(1);
            for (; nextTail != tail.end() && nextTail->samples.times.front() <= start; ++nextTail)
                merge.add(*nextTail);
            addChunk({series, m_chunks.integer(0), start, m_chunks.integer(2), m_chunks.integer(3)}, merge);
        }
        for (; nextTail != tail.end(); ++nextTail)
            merge.add(*nextTail);
        return row.map([](bool) {});
    }

    void addChunk(const ChunkKey &key, SampleMerge &merge)
    {
        m_block.segment = key.segment;
        if (m_decoder.decode(key, m_chunks.blob(4), m_block.samples)) {
            merge.add(m_block);
            return;
        }
        qCWarning(lcHistory) << "the chunk of series" << value(key.series) << "at" << key.start << "is damaged";
        merge.addDamaged(std::max(key.start, toMillis(m_range.from)));
    }

    TimeRange m_range;
    std::stop_token m_stop;
    Statement m_covers;
    Statement m_chunks;
    ChunkDecoder m_decoder;
    Block m_block;
};

/// Gives the samples of each series, one series after the other and all of one snapshot, to a sink made
/// by `makeSink()`; `take(sink, id)` ends it.
template<typename MakeSink, typename Take>
Result<> readEach(const Database &db, std::span<const SeriesId> series, TimeRange range,
                  const std::stop_token &stop, MakeSink makeSink, Take take)
{
    const StopGuard guard(db, stop);
    auto snapshot = Transaction::begin(db, Transaction::Kind::Read);
    if (!snapshot)
        return tl::unexpected(snapshot.error());
    SeriesQuery query(range, stop);
    if (const auto prepared = query.prepare(db); !prepared)
        return prepared;
    auto tail = JournalTail::read(db, series, range, stop);
    if (!tail)
        return tl::unexpected(tail.error());
    for (std::size_t i = 0; i < series.size(); ++i) {
        auto sink = makeSink();
        if (const auto done = query.read(series[i], tail->blocks(i), tail->damaged(), sink); !done)
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
        db, series, range, stop, [&] { return Reducer(range, maxPoints); },
        [&result](Reducer &reducer, SeriesId id) { result.push_back(reducer.take(id)); });
    return done.map([&] { return std::move(result); });
}

Result<std::vector<SeriesStatistics>> summariseSeries(const Database &db, std::span<const SeriesId> series,
                                                      TimeRange range, const std::stop_token &stop)
{
    std::vector<SeriesStatistics> result;
    result.reserve(series.size());
    const auto done = readEach(
        db, series, range, stop, [&range] { return StatisticsCollector(range); },
        [&result](StatisticsCollector &collector, SeriesId id) { result.push_back(collector.take(id)); });
    return done.map([&] { return std::move(result); });
}

Result<std::vector<UsageProfile>> profileSeries(const Database &db, std::span<const SeriesId> series,
                                                TimeRange range, const std::stop_token &stop)
{
    std::vector<UsageProfile> result;
    result.reserve(series.size());
    const auto done = readEach(
        db, series, range, stop, [&range] { return UsageCollector(range); },
        [&result](UsageCollector &collector, SeriesId) { result.push_back(collector.take()); });
    return done.map([&] { return std::move(result); });
}

} // namespace stratadeck
