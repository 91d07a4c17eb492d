// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/reftable.h"
#include "models/base/samplebatch.h"
#include "models/collect/collector.h"

#include <QHash>
#include <optional>

namespace stratadeck {

/// Hands out a source's dense EntityRef and SeriesRef indexes and fills its batches. Names are looked
/// up once; the hot path is add(SeriesRef, double). An entity that has been gone for kKeptGone ends with all
/// its series, and what returns after that gets other numbers. Not thread-safe: it belongs to its collector.
class BatchBuilder
{
public:
    /// What is told late of an entity that has gone still finds it so long.
    static constexpr std::chrono::minutes kKeptGone{5};

    explicit BatchBuilder(const CollectorContext &context);

    /// Introduces or updates an entity; the batch carries it only when something changed.
    EntityRef entity(const EntityInfo &info);
    /// Of an entity that has not ended.
    const EntityInfo &info(EntityRef ref) const { return m_entities[value(ref)].info; }

    /// The entity of this key, unless it has ended.
    std::optional<EntityRef> find(const QString &key) const;
    bool has(EntityRef ref) const { return m_entities.find(value(ref)) != nullptr; }

    std::size_t entityCount() const { return m_entities.size(); } ///< that have not ended
    qsizetype seriesCount() const { return m_series.size(); }

    /// Finds or introduces a series.
    SeriesRef series(EntityRef entity, MetricId metric, const QString &instance = {},
                     Milliseconds interval = {});

    /// Adds a reading; kUnknown says outright that the figure cannot be had now.
    void add(SeriesRef series, double value) { m_batch.readings.push_back({series, value}); }
    void add(EntityRef entity, MetricId metric, double value, const QString &instance = {})
    {
        add(series(entity, metric, instance), value);
    }

    /// Ends a series if there is one: its ref is not used after this batch, and its name gets another when it
    /// is needed again.
    void end(EntityRef entity, MetricId metric, const QString &instance);

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

    struct Entity {
        EntityInfo info;
        std::optional<Ticks> goneSince; // as of the batch that said so
    };
    void endGone(Ticks now);

    CollectorContext m_context;
    RefTable<Entity> m_entities;
    std::vector<EntityRef> m_gone; // may hold some that returned
    quint32 m_nextSeries = 0;
    QHash<QString, EntityRef> m_entityByKey;
    QHash<SeriesName, SeriesRef> m_series;
    SampleBatch m_batch;
};

} // namespace stratadeck
