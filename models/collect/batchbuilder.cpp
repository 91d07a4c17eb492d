// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/batchbuilder.h"

#include <algorithm>

namespace stratadeck {

BatchBuilder::BatchBuilder(const CollectorContext &context)
    : m_context(context)
{
    m_batch.source = context.source;
    m_batch.period = context.period;
}

EntityRef BatchBuilder::entity(const EntityInfo &info)
{
    const auto known = m_entityByKey.constFind(info.key);
    if (known == m_entityByKey.constEnd()) {
        const auto ref = static_cast<EntityRef>(m_entities.end());
        m_entities.set(m_entities.end(), {info, {}});
        m_entityByKey.insert(info.key, ref);
        m_batch.entities.push_back({ref, info});
        if (info.state == EntityState::Gone)
            m_gone.push_back(ref);
        return ref;
    }
    const EntityRef ref = *known;
    Entity &current = m_entities[value(ref)];
    if (current.info != info) {
        if (info.state == EntityState::Gone && current.info.state != EntityState::Gone) {
            current.goneSince.reset();
            m_gone.push_back(ref);
        }
        current.info = info;
        m_batch.entities.push_back({ref, info});
    }
    return ref;
}

std::optional<EntityRef> BatchBuilder::find(const QString &key) const
{
    const auto known = m_entityByKey.constFind(key);
    return known == m_entityByKey.constEnd() ? std::nullopt : std::optional(*known);
}

SeriesRef BatchBuilder::series(EntityRef entity, MetricId metric, const QString &instance,
                               Milliseconds interval)
{
    const SeriesName name{entity, metric, instance};
    const auto known = m_series.constFind(name);
    if (known != m_series.constEnd())
        return *known;
    const auto ref = static_cast<SeriesRef>(m_nextSeries++);
    if (m_batch.newSeries.empty())
        m_batch.firstNewSeries = ref;
    m_batch.newSeries.push_back({entity, metric, instance, interval});
    m_series.insert(name, ref);
    return ref;
}

void BatchBuilder::event(EntityRef entity, TimePoint at, const QString &type, const QString &text)
{
    m_batch.events.push_back({entity, at, type, text});
}

void BatchBuilder::endGone(Ticks now)
{
    const auto leaves = [&](EntityRef ref) {
        Entity *entity = m_entities.find(value(ref));
        if (!entity || entity->info.state != EntityState::Gone)
            return true; // named twice, or back again
        if (!entity->goneSince)
            entity->goneSince = now;
        if (now - *entity->goneSince < kKeptGone)
            return false;
        m_batch.endedEntities.push_back(ref);
        m_entityByKey.remove(entity->info.key);
        m_entities.erase(value(ref));
        return true;
    };
    std::erase_if(m_gone, leaves);
    if (m_batch.endedEntities.empty())
        return;
    m_series.removeIf([this](const std::pair<const SeriesName &, SeriesRef &> &series) {
        if (m_entities.find(value(series.first.entity)))
            return false;
        m_batch.endedSeries.push_back(series.second);
        return true;
    });
    std::ranges::sort(m_batch.endedSeries);
}

void BatchBuilder::end(EntityRef entity, MetricId metric, const QString &instance)
{
    const auto known = m_series.constFind({entity, metric, instance});
    if (known == m_series.constEnd())
        return;
    m_batch.endedSeries.push_back(*known);
    m_series.erase(known);
}

SampleBatch BatchBuilder::take()
{
    return take(m_context.clock->now(), m_context.clock->ticks());
}

SampleBatch BatchBuilder::take(TimePoint at, Ticks ticks)
{
    endGone(ticks);
    SampleBatch next;
    next.source = m_context.source;
    next.period = m_context.period;
    next.readings.reserve(m_batch.readings.size());
    std::swap(next, m_batch);
    next.at = at;
    next.ticks = ticks;
    return next;
}

} // namespace stratadeck
