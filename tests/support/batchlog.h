// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/samplebatch.h"
#include "models/collect/deriver.h"

#include <QMap>
#include <cmath>
#include <optional>

namespace stratadeck::test {

/// Remembers what a collector said, by names instead of indexes, and derives rates as the product does.
class BatchLog
{
public:
    struct Point {
        TimePoint at;
        Ticks ticks;
        double value;
    };
    using Points = std::vector<Point>;

    void add(const std::vector<SampleBatch> &batches)
    {
        for (const SampleBatch &batch : batches)
            add(batch);
    }

    void add(const SampleBatch &batch)
    {
        if (m_count > 0 && batch.ticks < m_lastTicks)
            ++m_backwards;
        ++m_count;
        m_lastTicks = batch.ticks;
        for (const EntityChange &change : batch.entities) {
            if (m_keys.size() <= value(change.ref))
                m_keys.resize(value(change.ref) + 1);
            m_keys[value(change.ref)] = change.info.key;
            m_entities[change.info.key] = change.info;
            m_changes.push_back(change.info);
        }
        for (const EntityEvent &event : batch.events)
            m_events.emplace_back(m_keys.at(value(event.ref)), event);
        const Deriver::Step step = m_deriver.step(batch);
        record(step.gap);
        record(step.batch);
    }

    const QMap<QString, EntityInfo> &entities() const { return m_entities; }
    const std::vector<EntityInfo> &changes() const { return m_changes; }
    qsizetype batches() const { return m_count; }

    /// How often a batch was older than the one before it; must stay zero.
    int backwards() const { return m_backwards; }

    std::optional<EntityInfo> named(const QString &name) const
    {
        for (const EntityInfo &info : m_entities) {
            if (info.name == name)
                return info;
        }
        return std::nullopt;
    }

    /// Every point of a series, unknown ones included; empty when there is no such series.
    Points points(const QString &key, MetricId metric, const QString &instance = {}) const
    {
        return m_points.value({key, static_cast<int>(metric), instance});
    }

    /// The latest value, kUnknown when there is none.
    double last(const QString &key, MetricId metric, const QString &instance = {}) const
    {
        const Points all = points(key, metric, instance);
        return all.empty() ? kUnknown : all.back().value;
    }

    QStringList instances(const QString &key, MetricId metric) const
    {
        QStringList names;
        for (auto it = m_points.keyBegin(); it != m_points.keyEnd(); ++it) {
            if (it->key == key && it->metric == static_cast<int>(metric))
                names.append(it->instance);
        }
        return names;
    }

    /// Event types of one entity, oldest first.
    QStringList events(const QString &key) const
    {
        QStringList types;
        for (const auto &[owner, event] : m_events) {
            if (owner == key)
                types.append(event.type);
        }
        return types;
    }

    /// Names of derived figures that were negative or infinite, which none may be.
    QStringList impossible() const
    {
        QStringList names;
        for (auto it = m_points.cbegin(); it != m_points.cend(); ++it) {
            for (const Point &point : it.value()) {
                if (point.value < 0 || std::isinf(point.value))
                    names.append(it.key().key + u' ' + metric(static_cast<MetricId>(it.key().metric)).name);
            }
        }
        return names;
    }

private:
    struct Series {
        QString key;
        int metric;
        QString instance;
        auto operator<=>(const Series &other) const
        {
            return std::tie(key, metric, instance) <=> std::tie(other.key, other.metric, other.instance);
        }
        bool operator==(const Series &) const = default;
    };

    void record(const SampleBatch &batch)
    {
        for (const Reading &reading : batch.readings) {
            const SeriesDef &def = m_deriver.series()[value(reading.series)];
            m_points[{m_keys.at(value(def.entity)), static_cast<int>(def.metric), def.instance}].push_back(
                {batch.at, batch.ticks, reading.value});
        }
    }

    Deriver m_deriver;
    std::vector<QString> m_keys;
    QMap<QString, EntityInfo> m_entities;
    std::vector<EntityInfo> m_changes;
    std::vector<std::pair<QString, EntityEvent>> m_events;
    QMap<Series, Points> m_points;
    Ticks m_lastTicks{0};
    qsizetype m_count = 0;
    int m_backwards = 0;
};

} // namespace stratadeck::test
