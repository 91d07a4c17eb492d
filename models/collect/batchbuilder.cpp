// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/batchbuilder.h"

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
        const auto ref = static_cast<EntityRef>(m_entities.size());
        m_entities.push_back(info);
        m_entityByKey.insert(info.key, ref);
        m_batch.entities.push_back({ref, info});
        return ref;
    }
    const EntityRef ref = *known;
    EntityInfo &current = m_entities[value(ref)];
    if (current != info) {
        current = info;
        m_batch.entities.push_back({ref, info});
    }
    return ref;
}

SeriesRef BatchBuilder::series(EntityRef entity, MetricId metric, const QString &instance,
                               Milliseconds interval)
{
    const SeriesName name{entity, metric, instance};
    const auto known = m_series.constFind(name);
    if (known != m_series.constEnd())
        return *known;
    const auto ref = static_cast<SeriesRef>(m_series.size());
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

SampleBatch BatchBuilder::take()
{
    return take(m_context.clock->now(), m_context.clock->ticks());
}

SampleBatch BatchBuilder::take(TimePoint at, Ticks ticks)
{
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
