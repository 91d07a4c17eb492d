// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/storefollower.h"

#include <algorithm>

namespace stratadeck {

namespace {

constexpr std::chrono::minutes kFirstLook{1};
constexpr int kMostPoints = 64; // a spark line's worth

// The writer renews last_seen once a minute.
constexpr std::chrono::minutes kSeenLately{3};

} // namespace

Result<> StoreFollower::learnSeries(const HistoryReader &reader, const EntityRecord &entity)
{
    const Result<std::vector<SeriesRecord>> all = reader.seriesOf(entity.id);
    if (!all)
        return tl::unexpected(all.error());
    for (const SeriesRecord &record : *all) {
        const bool known = std::ranges::find(m_series, record.id) != m_series.end();
        if (known || !isInventoryMetric(record.metric))
            continue;
        const bool folded = metric(record.metric).perInstance;
        if (folded && !InstanceFold::counts(entity.info.kind, record.metric, record.instance))
            continue;
        m_series.push_back(record.id);
        m_followed.push_back({record.entity, record.metric, folded});
    }
    return {};
}

// As the pipeline would have told them: in time order, those of one instant folded together.
void StoreFollower::addFigures(std::vector<Point> points, LiveUpdate &update)
{
    std::ranges::stable_sort(points, {}, &Point::at);
    for (std::size_t i = 0; i < points.size(); ++i) {
        const Point &point = points[i];
        const Followed &series = m_followed[point.series];
        if (series.folded)
            m_fold.set(static_cast<quint32>(point.series), series.entity, series.metric, point.value);
        else
            update.figures.push_back({series.entity, series.metric, point.at, point.value});
        if (i + 1 == points.size() || points[i + 1].at != point.at)
            m_fold.take(point.at, update.figures);
    }
}

Result<LiveUpdate> StoreFollower::poll(const HistoryReader &reader, TimePoint now, const std::stop_token &stop)
{
    const Result<std::vector<EntityRecord>> entities = reader.entities();
    if (!entities)
        return tl::unexpected(entities.error());
    LiveUpdate update;
    for (const EntityRecord &record : *entities) {
        Known &known = m_entities[static_cast<quint32>(record.id)];
        if (known.seen == record.lastSeen && known.info == record.info)
            continue;
        known = {record.info, record.lastSeen};
        const bool lately = now - record.lastSeen < kSeenLately;
        update.entities.push_back(
            {record.id, record.info, lately ? std::optional(kStoreSource) : std::nullopt, record.lastSeen});
        if (const Result<> learned = learnSeries(reader, record); !learned)
            return tl::unexpected(learned.error());
    }
    const TimePoint from = std::max(m_readUpTo, now - kFirstLook);
    const Result<std::vector<Series>> series = reader.read(m_series, {from, now}, kMostPoints, stop);
    if (!series)
        return tl::unexpected(series.error());
    TimePoint newest = from;
    std::vector<Point> points;
    for (std::size_t i = 0; i < series->size(); ++i) {
        for (const Bucket &bucket : (*series)[i].buckets) {
            points.push_back(
                {bucket.last, i, bucket.isGap() ? std::numeric_limits<double>::quiet_NaN() : bucket.final});
            if (!bucket.isGap())
                newest = std::max(newest, bucket.last + Milliseconds(1)),
                m_newest = std::max(m_newest, bucket.last);
        }
    }
    addFigures(std::move(points), update);
    m_readUpTo = newest;
    return update;
}

} // namespace stratadeck
