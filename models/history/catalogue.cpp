// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/catalogue.h"

#include "models/base/logging.h"
#include "models/history/entityrow.h"

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

// Names come from engines and files we do not control.
constexpr qsizetype kLongestKey = 1024;
constexpr qsizetype kLongestText = 4096;
constexpr std::size_t kMostWaitingEvents = 10'000;
constexpr qint64 kHighestId = 50'000'000;
constexpr Milliseconds kSeenResolution = std::chrono::minutes(1);

EntityInfo bounded(EntityInfo info)
{
    for (QString *text : {&info.name, &info.host, &info.run, &info.detail})
        text->truncate(kLongestText);
    return info;
}

Error badId(const char *table, qint64 id)
{
    return {Error::Kind::Corrupt,
            u"The %1 table has the impossible id %2"_s.arg(QLatin1StringView(table)).arg(id),
            {}};
}

} // namespace

Result<> Catalogue::load(const Database &db)
{
    const auto prepareInto = [&db](Statement &statement, const char *sql) {
        return db.prepare(sql).map([&](Statement made) { statement = std::move(made); });
    };
    return prepareInto(
               m_putEntity,
               "INSERT OR REPLACE INTO entity(id, key, kind, name, host, run, state, problem, problem_since,"
               " detail, first_seen, last_seen) VALUES(?,?,?,?,?,?,?,?,?,?,?,?)")
        .and_then([&] {
            return prepareInto(m_putSeries, "INSERT INTO series(id, entity, metric, instance) VALUES(?,?,?,?)");
        })
        .and_then([&] {
            return prepareInto(m_putEvent, "INSERT INTO event(entity, at, type, text) VALUES(?,?,?,?)");
        })
        .and_then([&] { return loadEntities(db); })
        .and_then([&] { return loadSeries(db); });
}

void Catalogue::addOwner(SeriesId series, EntityId entity)
{
    m_owners.insert(value(series), entity);
    if (value(series) >= m_isKnown.size())
        m_isKnown.resize(value(series) + 1);
    m_isKnown[value(series)] = true;
}

Result<> Catalogue::loadEntities(const Database &db)
{
    auto rows = db.prepare(kSelectEntities);
    if (!rows)
        return tl::unexpected(rows.error());
    auto row = rows->step();
    for (; row && *row; row = rows->step()) {
        const qint64 id = rows->integer(0);
        if (id < 1 || id > kHighestId)
            return tl::unexpected(badId("entity", id));
        const EntityRecord record = entityOf(*rows);
        m_byKey.insert(record.info.key, record.id);
        m_entities.insert(value(record.id), {record, record.lastSeen, false});
        m_lastEntity = std::max(m_lastEntity, value(record.id));
    }
    return row.map([](bool) {});
}

Result<> Catalogue::loadSeries(const Database &db)
{
    auto rows = db.prepare("SELECT id, entity, metric, instance FROM series");
    if (!rows)
        return tl::unexpected(rows.error());
    auto row = rows->step();
    for (; row && *row; row = rows->step()) {
        const qint64 id = rows->integer(0);
        const qint64 owner = rows->integer(1);
        if (id < 1 || id > kHighestId || owner < 1 || owner > kHighestId)
            return tl::unexpected(badId("series", id));
        const auto series = static_cast<SeriesId>(id);
        const auto entity = static_cast<EntityId>(owner);
        m_series.insert({entity, rows->text(2), rows->text(3)}, series);
        addOwner(series, entity);
        m_lastSeries = std::max(m_lastSeries, value(series));
    }
    return row.map([](bool) {});
}

Result<EntityId> Catalogue::entity(const EntityInfo &info, TimePoint seen)
{
    if (info.key.isEmpty() || info.key.size() > kLongestKey)
        return fail(Error::Kind::Invalid, u"An entity key of %1 characters"_s.arg(info.key.size()), info.name);
    const EntityInfo current = bounded(info);
    const auto known = m_byKey.constFind(info.key);
    if (known == m_byKey.constEnd()) {
        const auto id = static_cast<EntityId>(++m_lastEntity);
        m_byKey.insert(info.key, id);
        m_entities.insert(value(id), {{id, current, seen, seen}, seen, true});
        m_dirty.insert(value(id));
        return id;
    }
    Entity &entity = m_entities[value(*known)];
    entity.handedOut = true;
    entity.record.lastSeen = std::max(entity.record.lastSeen, seen);
    if (entity.record.info != current) {
        entity.record.info = current;
        m_dirty.insert(value(*known));
    }
    if (entity.record.lastSeen - entity.storedSeen >= kSeenResolution)
        m_dirty.insert(value(*known));
    return *known;
}

Result<SeriesId> Catalogue::series(EntityId entity, MetricId metric, const QString &instance)
{
    const auto owner = m_entities.find(value(entity));
    if (owner == m_entities.end() || instance.size() > kLongestKey)
        return fail(Error::Kind::Invalid,
                    u"No series %1 of entity %2"_s.arg(instance.left(40)).arg(value(entity)));
    owner->handedOut = true;
    const SeriesName name{entity, stratadeck::metric(metric).name, instance};
    const auto known = m_series.constFind(name);
    if (known != m_series.constEnd())
        return *known;
    const auto id = static_cast<SeriesId>(++m_lastSeries);
    m_series.insert(name, id);
    addOwner(id, entity);
    m_newSeries.emplace_back(id, name);
    return id;
}

Result<> Catalogue::event(const EventRecord &event)
{
    if (m_events.size() >= kMostWaitingEvents) {
        return fail(Error::Kind::Io,
                    u"An event of entity %1 is lost: %2 others wait for the disk"_s.arg(value(event.entity))
                        .arg(m_events.size()));
    }
    EventRecord stored = event;
    stored.type.truncate(kLongestKey);
    stored.text.truncate(kLongestText);
    m_events.push_back(std::move(stored));
    return {};
}

std::vector<SeriesId> Catalogue::allSeries() const
{
    std::vector<SeriesId> ids;
    ids.reserve(static_cast<std::size_t>(m_owners.size()));
    for (auto it = m_owners.keyBegin(); it != m_owners.keyEnd(); ++it)
        ids.push_back(static_cast<SeriesId>(*it));
    std::sort(ids.begin(), ids.end());
    return ids;
}

void Catalogue::noteFigure(SeriesId series, TimePoint at)
{
    const auto owner = m_owners.constFind(value(series));
    if (owner == m_owners.constEnd())
        return;
    const auto entity = m_entities.find(value(*owner));
    if (entity == m_entities.end())
        return;
    entity->record.lastSeen = std::max(entity->record.lastSeen, at);
    if (entity->record.lastSeen - entity->storedSeen >= kSeenResolution)
        m_dirty.insert(value(*owner));
}

void Catalogue::markSeen()
{
    for (auto it = m_entities.cbegin(); it != m_entities.cend(); ++it) {
        if (it->record.lastSeen != it->storedSeen)
            m_dirty.insert(it.key());
    }
}

std::vector<Catalogue::Departed> Catalogue::forgettable() const
{
    std::vector<Departed> result;
    QHash<quint32, std::size_t> places;
    for (const Entity &entity : m_entities) {
        if (entity.record.info.state != EntityState::Gone || entity.handedOut)
            continue;
        places.insert(value(entity.record.id), result.size());
        result.push_back({entity.record.id, entity.record.lastSeen, {}});
    }
    for (auto it = m_owners.cbegin(); it != m_owners.cend(); ++it) {
        if (const auto place = places.constFind(value(*it)); place != places.constEnd())
            result[*place].series.push_back(static_cast<SeriesId>(it.key()));
    }
    return result;
}

void Catalogue::forget(const QSet<EntityId> &entities)
{
    m_series.removeIf([&](const auto &it) { return entities.contains(it.key().entity); });
    m_owners.removeIf([&](const auto &it) {
        const bool forgotten = entities.contains(*it);
        if (forgotten)
            m_isKnown[it.key()] = false;
        return forgotten;
    });
    for (EntityId entity : entities) {
        m_byKey.remove(m_entities.take(value(entity)).record.info.key);
        m_dirty.remove(value(entity));
    }
}

Result<> Catalogue::flush()
{
    return flushEntities().and_then([this] { return flushSeries(); }).and_then([this] {
        return flushEvents();
    });
}

Result<> Catalogue::flushEntities()
{
    for (quint32 id : std::as_const(m_dirty)) {
        bindEntity(m_putEntity, m_entities[id].record);
        if (const auto done = m_putEntity.run(); !done)
            return done;
    }
    return {};
}

Result<> Catalogue::flushSeries()
{
    for (const auto &[id, name] : m_newSeries) {
        m_putSeries.bind(1, value(id)).bind(2, value(name.entity)).bind(3, name.metric).bind(4, name.instance);
        if (const auto done = m_putSeries.run(); !done)
            return done;
    }
    return {};
}

Result<> Catalogue::flushEvents()
{
    for (const EventRecord &event : m_events) {
        m_putEvent.bind(1, value(event.entity))
            .bind(2, toMillis(event.at))
            .bind(3, event.type)
            .bind(4, event.text);
        if (const auto done = m_putEvent.run(); !done)
            return done;
    }
    return {};
}

void Catalogue::committed()
{
    for (quint32 id : std::as_const(m_dirty)) {
        Entity &entity = m_entities[id];
        entity.storedSeen = entity.record.lastSeen;
    }
    m_dirty.clear();
    m_newSeries.clear();
    m_events.clear();
}

} // namespace stratadeck
