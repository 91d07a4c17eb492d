// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/samplebatch.h"

#include <QHash>
#include <optional>

namespace stratadeck::test {

/// Follows the raw batches of one collector and answers what they said, by names instead of refs.
class BatchReader
{
public:
    void feed(const SampleBatch &batch)
    {
        m_current.clear();
        for (const EntityChange &change : batch.entities)
            m_entities.insert(value(change.ref), change.info);
        auto next = value(batch.firstNewSeries);
        for (const SeriesDef &def : batch.newSeries)
            m_series.insert(next++, def);
        for (const Reading &reading : batch.readings)
            m_current.insert(value(reading.series), reading.value);
        for (const EntityEvent &event : batch.events)
            m_events.append(event);
    }
    void feed(const std::vector<SampleBatch> &batches)
    {
        QHash<quint32, double> all;
        for (const SampleBatch &batch : batches) {
            feed(batch);
            for (auto it = m_current.constBegin(); it != m_current.constEnd(); ++it)
                all.insert(it.key(), *it);
        }
        m_current = all;
    }

    /// What was last said of the entity whose name or key ends so.
    std::optional<EntityInfo> entity(const QString &name) const
    {
        for (const EntityInfo &info : m_entities) {
            if (info.name == name || info.key.endsWith(name))
                return info;
        }
        return std::nullopt;
    }
    EntityState state(const QString &name) const { return entity(name).value_or(EntityInfo()).state; }

    /// A reading of the last feed(); nullopt when it was left out, NaN when it was said to be unknown.
    std::optional<double> reading(const QString &name, MetricId metric, const QString &instance = {}) const
    {
        for (auto it = m_current.constBegin(); it != m_current.constEnd(); ++it) {
            const SeriesDef def = m_series.value(it.key());
            const EntityInfo info = m_entities.value(value(def.entity));
            const bool isIt = info.name == name || info.key.endsWith(name);
            if (isIt && def.metric == metric && def.instance == instance)
                return *it;
        }
        return std::nullopt;
    }

    /// The instances of a metric the last feed() had readings of.
    QStringList instances(const QString &name, MetricId metric) const
    {
        QStringList found;
        for (auto it = m_current.constBegin(); it != m_current.constEnd(); ++it) {
            const SeriesDef def = m_series.value(it.key());
            if (def.metric == metric && m_entities.value(value(def.entity)).name == name)
                found.append(def.instance);
        }
        return found;
    }

    QStringList eventTypes(const QString &name) const
    {
        QStringList types;
        for (const EntityEvent &event : m_events) {
            if (m_entities.value(value(event.ref)).name == name)
                types.append(event.type);
        }
        return types;
    }
    const QList<EntityEvent> &events() const { return m_events; }
    qsizetype entityCount() const { return m_entities.size(); }

private:
    QHash<quint32, EntityInfo> m_entities;
    QHash<quint32, SeriesDef> m_series;
    QHash<quint32, double> m_current;
    QList<EntityEvent> m_events;
};

} // namespace stratadeck::test
