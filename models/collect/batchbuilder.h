// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/samplebatch.h"
#include "models/collect/collector.h"

#include <QHash>

namespace stratadeck {

/// Hands out a source's dense EntityRef and SeriesRef indexes and fills its batches. Names are looked
/// up once; the hot path is add(SeriesRef, double). Not thread-safe: it belongs to its collector.
class BatchBuilder
{
public:
    explicit BatchBuilder(const CollectorContext &context);

    /// Introduces or updates an entity; the batch carries it only when something changed.
    EntityRef entity(const EntityInfo &info);
    const EntityInfo &info(EntityRef ref) const { return m_entities[value(ref)]; }

    /// Every entity introduced so far, by ref.
    const std::vector<EntityInfo> &entities() const { return m_entities; }

    /// Finds or introduces a series.
    SeriesRef series(EntityRef entity, MetricId metric, const QString &instance = {},
                     Milliseconds interval = {});

    /// Adds a reading; kUnknown says outright that the figure cannot be had now.
    void add(SeriesRef series, double value) { m_batch.readings.push_back({series, value}); }
    void add(EntityRef entity, MetricId metric, double value, const QString &instance = {})
    {
        add(series(entity, metric, instance), value);
    }

    void event(EntityRef entity, TimePoint at, const QString &type, const QString &text);

    /// The batch so far, stamped with the clock's time, and a fresh one begun.
    SampleBatch take();
    /// The same for figures that were read at another instant.
    SampleBatch take(TimePoint at, Ticks ticks);

private:
    struct SeriesName {
        EntityRef entity;
        MetricId metric;
        QString instance;
        bool operator==(const SeriesName &) const = default;
        friend std::size_t qHash(const SeriesName &name, std::size_t seed = 0)
        {
            return qHashMulti(seed, value(name.entity), static_cast<quint16>(name.metric), name.instance);
        }
    };

    CollectorContext m_context;
    std::vector<EntityInfo> m_entities;
    QHash<QString, EntityRef> m_entityByKey;
    QHash<SeriesName, SeriesRef> m_series;
    SampleBatch m_batch;
};

} // namespace stratadeck
