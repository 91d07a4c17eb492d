// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/judge/historyfeed.h"

#include "models/history/historyreader.h"
#include "models/history/samplesink.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::minutes kMinute{1};
/// What is gone ends so long after it was last seen, as collectors have it.
constexpr std::chrono::minutes kKeptGone{5};

} // namespace

/// What comes out of the store, with the number of its series.
class HistoryFeed::Collector final : public SampleSink
{
public:
    Collector(std::vector<Entry> &entries, quint32 number, bool isCounter)
        : m_entries(entries)
        , m_number(number)
        , m_isCounter(isCounter)
    {
    }

    void add(qint64 at, double value) override
    {
        if (std::isfinite(value))
            m_entries.push_back({fromMillis(at), What::WindowFigure, m_number, WindowFigure::of(value)});
        else
            addGap(at);
    }
    void addGap(qint64 at) override { m_entries.push_back({fromMillis(at), What::Gap, m_number, {}}); }
    void addRollup(const Rollup &rollup, qint64 step) override
    {
        // A counter ends where it is highest.
        const double value = m_isCounter ? rollup.max : rollup.mean;
        const TimePoint end = fromMillis(rollup.at + step);
        m_entries.push_back({end, What::WindowFigure, m_number, {value, rollup.min, rollup.max, rollup.count}});
        if (rollup.gapAfter)
            m_entries.push_back({end + Milliseconds(1), What::Gap, m_number, {}});
    }

private:
    std::vector<Entry> &m_entries;
    quint32 m_number;
    bool m_isCounter;
};

HistoryFeed::HistoryFeed(const HistoryReader &reader, RuleJudge &judge)
    : m_reader(reader)
    , m_judge(judge)
{
}

Result<> HistoryFeed::open(const QString &key)
{
    const Result<std::vector<EntityRecord>> entities = m_reader.entities();
    if (!entities)
        return tl::unexpected(entities.error());
    for (const EntityRecord &record : *entities) {
        if (!key.isEmpty() && record.info.key != key)
            continue;
        EntityInfo info = record.info;
        info.problem = EntityProblem::None; // as it is now, not as it was
        const RuleJudge::Entity entity = m_judge.openEntity(info, {});
        m_entities.insert(value(record.id), entity);
        m_infos.insert(value(record.id), info);
        if (info.state == EntityState::Gone)
            m_endings.push_back({record.lastSeen + kKeptGone, entity});
        const Result<std::vector<SeriesRecord>> series = m_reader.seriesOf(record.id);
        if (!series)
            return tl::unexpected(series.error());
        for (const SeriesRecord &one : *series) {
            const auto opened = m_judge.openSeries(entity, one.metric, one.instance, Milliseconds(0));
            if (opened)
                m_series.push_back({one.id, *opened, metric(one.metric).kind == MetricKind::Counter});
        }
    }
    return {};
}

HistoryFeed::Detail HistoryFeed::detailFor(std::size_t series, TimeRange range)
{
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(range.length()).count();
    const bool isMuch = series > 0 && seconds > kMostSamples / static_cast<qint64>(series);
    return isMuch ? Detail::Minutes : Detail::Samples;
}

Result<> HistoryFeed::run(TimeRange range, TimePoint judgeFrom, Detail detail, const std::stop_token &stop,
                          const std::function<void(double)> &progress)
{
    // As much at a time as takes some tens of megabytes.
    constexpr qint64 kEntriesAtOnce = 500'000;
    constexpr std::chrono::hours kLongestPart{24};
    const qint64 step = detail == Detail::Minutes ? 60'000 : 1'000;
    const auto count = static_cast<qint64>(std::max<std::size_t>(m_series.size(), 1));
    const Milliseconds part = std::clamp(Milliseconds(kEntriesAtOnce / count * step), Milliseconds(kMinute),
                                         Milliseconds(kLongestPart));
    for (TimePoint from = range.from; from < range.to; from += part) {
        if (stop.stop_requested())
            return fail(Error::Kind::Cancelled, u"the back-test was cancelled"_s);
        const Result<> collected = collect({from, std::min(from + part, range.to)}, detail, stop);
        if (!collected)
            return collected;
        play(judgeFrom);
        if (progress)
            progress(std::min(1.0, static_cast<double>((from + part - range.from).count())
                                       / static_cast<double>(range.length().count())));
    }
    m_judge.advanceTo(judgeFrom);
    m_judge.advanceTo(range.to);
    return {};
}

Result<> HistoryFeed::collect(TimeRange part, Detail detail, const std::stop_token &stop)
{
    m_entries.clear();
    for (quint32 i = 0; i < m_series.size(); ++i) {
        Collector collector(m_entries, i, m_series[i].isCounter);
        if (detail == Detail::Samples) {
            if (const Result<> read = m_reader.samples(m_series[i].id, part, collector, stop); !read)
                return read;
            continue;
        }
        const auto minutes = m_reader.rollups(m_series[i].id, part, Tier::Minute, stop);
        if (!minutes)
            return tl::unexpected(minutes.error());
        for (const Rollup &minute : *minutes)
            collector.addRollup(minute, Milliseconds(kMinute).count());
    }
    for (quint32 i = 0; i < m_endings.size(); ++i) {
        if (part.contains(m_endings[i].at))
            m_entries.push_back({m_endings[i].at, What::End, i, {}});
    }
    const Result<> events = collectEvents(part);
    std::ranges::stable_sort(m_entries, {}, &Entry::at);
    return events;
}

Result<> HistoryFeed::collectEvents(TimeRange part)
{
    Result<std::vector<EventRecord>> events = m_reader.events(part, std::numeric_limits<int>::max());
    if (!events)
        return tl::unexpected(events.error());
    m_events = std::move(*events);
    for (quint32 i = 0; i < m_events.size(); ++i)
        m_entries.push_back({m_events[i].at, What::Event, i, {}});
    return {};
}

void HistoryFeed::play(TimePoint judgeFrom)
{
    for (const Entry &entry : m_entries) {
        if (entry.at >= judgeFrom) {
            m_judge.advanceTo(judgeFrom); // the first instant, whenever the first figure came
            m_judge.advanceTo(entry.at);
        }
        switch (entry.what) {
        case What::WindowFigure:
            m_judge.figure(m_series[entry.number].series, entry.at, entry.figure);
            break;
        case What::Gap:
            m_judge.gap(m_series[entry.number].series);
            break;
        case What::End:
            m_judge.closeEntity(m_endings[entry.number].entity);
            break;
        case What::Event: {
            const EventRecord &event = m_events[entry.number];
            const auto entity = m_entities.constFind(value(event.entity));
            if (entity == m_entities.constEnd())
                break;
            m_judge.event(*entity, event.at, event.type, event.text);
            if (event.type == "health_status"_L1) {
                // What was wrong with an entity is not kept, but this is told.
                EntityInfo &info = m_infos[value(event.entity)];
                info.problem = event.text == "unhealthy"_L1 ? EntityProblem::Unhealthy : EntityProblem::None;
                m_judge.changeEntity(*entity, info);
            }
            break;
        }
        }
    }
}

} // namespace stratadeck
