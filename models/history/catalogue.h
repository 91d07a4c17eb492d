// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/history/history.h"
#include "models/history/sqlite.h"

#include <QHash>
#include <QSet>

namespace stratadeck {

/// The writer's picture of entities and series, and what of it is not in the file yet. Ids are handed
/// out here, so that a transaction that fails loses nothing: flush() writes it all again.
class Catalogue
{
public:
    Result<> load(const Database &db);

    Result<EntityId> entity(const EntityInfo &info, TimePoint seen);
    Result<SeriesId> series(EntityId entity, MetricId metric, const QString &instance);
    Result<> event(const EventRecord &event);

    bool hasSeries(SeriesId id) const { return value(id) < m_isKnown.size() && m_isKnown[value(id)]; }
    std::vector<SeriesId> allSeries() const;
    /// The entity of this series gave a figure then.
    void noteFigure(SeriesId series, TimePoint at);
    /// Has flush() write last-seen times exactly; otherwise they may lag by a minute.
    void markSeen();

    struct Departed {
        EntityId entity{};
        TimePoint lastSeen{};
        std::vector<SeriesId> series;
    };
    /// Entities that are gone and that nobody has asked for since the store was opened.
    std::vector<Departed> forgettable() const;
    void forget(const QSet<EntityId> &entities);

    bool isDirty() const { return !m_dirty.isEmpty() || !m_newSeries.empty() || !m_events.empty(); }
    /// Writes what is new into the open transaction; committed() tells that it is safe on disk.
    Result<> flush();
    void committed();

private:
    struct Entity {
        EntityRecord record;
        TimePoint storedSeen{}; ///< last-seen time as it stands in the file
        bool handedOut = false;
    };
    struct SeriesName {
        EntityId entity;
        QString metric;
        QString instance;
        bool operator==(const SeriesName &) const = default;
        friend std::size_t qHash(const SeriesName &name, std::size_t seed = 0)
        {
            return qHashMulti(seed, value(name.entity), name.metric, name.instance);
        }
    };

    void addOwner(SeriesId series, EntityId entity);
    Result<> loadEntities(const Database &db);
    Result<> loadSeries(const Database &db);
    Result<> flushEntities();
    Result<> flushSeries();
    Result<> flushEvents();

    QHash<quint32, Entity> m_entities;
    QHash<QString, EntityId> m_byKey;
    QHash<SeriesName, SeriesId> m_series;
    QHash<quint32, EntityId> m_owners; ///< by series
    std::vector<bool> m_isKnown;       ///< by series; asked for every figure
    quint32 m_lastEntity = 0;
    quint32 m_lastSeries = 0;

    QSet<quint32> m_dirty;
    std::vector<std::pair<SeriesId, SeriesName>> m_newSeries;
    std::vector<EventRecord> m_events;

    Statement m_putEntity;
    Statement m_putSeries;
    Statement m_putEvent;
};

} // namespace stratadeck
