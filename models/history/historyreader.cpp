// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/historyreader.h"

#include "models/base/logging.h"
#include "models/history/alertrow.h"
#include "models/history/entityrow.h"
#include "models/history/layout.h"
#include "models/history/readconnection.h"
#include "models/history/schema.h"
#include "models/history/seriesread.h"
#include "models/history/taskrow.h"

#include <QFileInfo>
#include <algorithm>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

Result<std::vector<EntityRecord>> queryEntities(const Database &db)
{
    auto rows = db.prepare(kSelectEntities);
    if (!rows)
        return tl::unexpected(rows.error());
    std::vector<EntityRecord> result;
    auto row = rows->step();
    for (; row && *row; row = rows->step())
        result.push_back(entityOf(*rows));
    return row.map([&](bool) { return std::move(result); });
}

Result<std::vector<SeriesRecord>> querySeries(const Database &db, EntityId entity)
{
    auto rows = db.prepare("SELECT id, metric, instance FROM series WHERE entity=?1 ORDER BY id");
    if (!rows)
        return tl::unexpected(rows.error());
    rows->bind(1, value(entity));
    std::vector<SeriesRecord> result;
    auto row = rows->step();
    for (; row && *row; row = rows->step()) {
        // A later version may have recorded metrics that this one has no name for.
        if (const auto metric = findMetric(rows->text(1)))
            result.push_back({static_cast<SeriesId>(rows->integer(0)), entity, *metric, rows->text(2)});
    }
    return row.map([&](bool) { return std::move(result); });
}

Result<std::vector<EventRecord>> queryEvents(const Database &db, const QByteArray &condition, TimeRange range,
                                             int limit)
{
    const QByteArray sql = QByteArrayLiteral("SELECT entity, at, type, text FROM event WHERE at>=?1 AND at<?2")
                           + condition + " ORDER BY at DESC, id DESC LIMIT ?3";
    auto rows = db.prepare(sql.constData());
    if (!rows)
        return tl::unexpected(rows.error());
    rows->bind(1, toMillis(range.from)).bind(2, toMillis(range.to)).bind(3, std::max(limit, 0));
    std::vector<EventRecord> result;
    auto row = rows->step();
    for (; row && *row; row = rows->step()) {
        result.push_back({static_cast<EntityId>(rows->integer(0)), fromMillis(rows->integer(1)), rows->text(2),
                          rows->text(3)});
    }
    std::reverse(result.begin(), result.end());
    return row.map([&](bool) { return std::move(result); });
}

QByteArray listOf(std::span<const EntityId> entities)
{
    QByteArrayList ids;
    for (const EntityId entity : entities)
        ids.append(QByteArray::number(value(entity)));
    return ids.join(',');
}

QByteArray amongEntities(std::span<const EntityId> entities)
{
    return " AND e.id IN (" + listOf(entities) + ')';
}

/// What `query` finds newest first, the other way round; nothing in a file whose layout is older than
/// `version`.
template<typename T, typename Query>
Result<std::vector<T>> inTimeOrder(const Database &db, qint64 version, const Query &query)
{
    const auto own = db.integer("PRAGMA user_version");
    if (!own)
        return tl::unexpected(own.error());
    if (*own < version)
        return std::vector<T>();
    Result<std::vector<T>> found = query();
    if (found)
        std::reverse(found->begin(), found->end());
    return found;
}

/// First and last times by one look-up a series: scanning every chunk would take minutes.
constexpr char kSelectTimes[] = R"(
SELECT min(first), max(last) FROM (
    SELECT (SELECT start FROM chunk WHERE series=s.id ORDER BY start LIMIT 1) AS first,
           (SELECT end FROM chunk WHERE series=s.id ORDER BY start DESC LIMIT 1) AS last FROM series s
    UNION ALL SELECT min(at), max(at) FROM journal))";

/// What the archive has beyond that. The time is the beginning of the oldest segment or of what is kept of it.
constexpr char kSelectArchiveTimes[] = R"(
SELECT min(first), max(last) FROM (
    SELECT first, last FROM segment WHERE last IS NOT NULL
    UNION ALL SELECT min(first), max(last) FROM hot))";
constexpr char kSelectArchiveCounts[] = R"(
SELECT (SELECT count(*) FROM hot) + ifnull((SELECT value FROM counter WHERE name='raw_rows'), 0),
       (SELECT ifnull(sum(samples), 0) FROM hot) + ifnull((SELECT value FROM counter WHERE name='samples'), 0),
       (SELECT value FROM counter WHERE name='raw_from'))";

Result<> addArchiveStatistics(const Database &db, StoreStatistics &result, bool hasTimes)
{
    auto counts = db.prepare(kSelectArchiveCounts);
    if (!counts)
        return tl::unexpected(counts.error());
    if (const auto row = counts->step(); !row)
        return tl::unexpected(row.error());
    result.chunks += counts->integer(0);
    result.samples += counts->integer(1);
    auto times = db.prepare(kSelectArchiveTimes);
    if (!times)
        return tl::unexpected(times.error());
    if (const auto row = times->step(); !row)
        return tl::unexpected(row.error());
    if (times->isNull(0))
        return {};
    const TimePoint kept = fromMillis(counts->isNull(2) ? times->integer(0) : counts->integer(2) * kHourLength);
    const TimePoint oldest = std::max(fromMillis(times->integer(0)), kept);
    const TimePoint newest = fromMillis(times->integer(1));
    result.oldest = hasTimes ? std::min(result.oldest, oldest) : oldest;
    result.newest = hasTimes ? std::max(result.newest, newest) : newest;
    return {};
}

Result<StoreStatistics> queryStatistics(const Database &db)
{
    auto snapshot = Transaction::begin(db, Transaction::Kind::Read);
    if (!snapshot)
        return tl::unexpected(snapshot.error());
    auto counts = db.prepare(
        "SELECT (SELECT count(*) FROM entity), (SELECT count(*) FROM series),"
        " (SELECT ifnull(sum(chunks), 0) FROM segment), (SELECT ifnull(sum(samples), 0) FROM segment)");
    if (!counts)
        return tl::unexpected(counts.error());
    if (const auto row = counts->step(); !row)
        return tl::unexpected(row.error());
    auto times = db.prepare(kSelectTimes);
    if (!times)
        return tl::unexpected(times.error());
    if (const auto row = times->step(); !row)
        return tl::unexpected(row.error());
    StoreStatistics result;
    result.entities = counts->integer(0);
    result.series = counts->integer(1);
    result.chunks = counts->integer(2);
    result.samples = counts->integer(3);
    result.oldest = fromMillis(times->integer(0));
    result.newest = fromMillis(times->integer(1));
    const auto version = db.integer("PRAGMA user_version");
    if (!version)
        return tl::unexpected(version.error());
    if (*version < kFirstVersionWithArchive)
        return result;
    return addArchiveStatistics(db, result, !times->isNull(0)).map([&] { return result; });
}

bool matchesIdOrName(const EntityRecord &record, const QString &idOrName)
{
    return record.info.name == idOrName || QString::number(value(record.id)) == idOrName;
}

} // namespace

class HistoryReader::Private
{
public:
    explicit Private(const QString &path)
        : connection(path)
    {
    }
    ReadConnection connection;
};

HistoryReader::HistoryReader(std::unique_ptr<Private> d)
    : d(std::move(d))
{
}

HistoryReader::~HistoryReader() = default;

Result<std::unique_ptr<HistoryReader>> HistoryReader::open(const QString &path)
{
    auto opened = std::make_unique<Private>(resolveStore(path));
    // One look at every table: what is missing or unreadable is found here and not on a page.
    const auto usable = opened->connection.read([](const Database &db) {
        return db.execute("SELECT data FROM chunk LIMIT 1; SELECT data FROM journal LIMIT 1;"
                          "SELECT metric FROM series LIMIT 1; SELECT key FROM entity LIMIT 1;"
                          "SELECT type FROM event LIMIT 1; SELECT chunks FROM segment LIMIT 1");
    });
    if (!usable)
        return tl::unexpected(usable.error());
    return std::unique_ptr<HistoryReader>(new HistoryReader(std::move(opened)));
}

Result<std::vector<EntityRecord>> HistoryReader::entities() const
{
    return d->connection.read(queryEntities);
}

Result<std::vector<SeriesRecord>> HistoryReader::seriesOf(EntityId entity) const
{
    return d->connection.read([entity](const Database &db) { return querySeries(db, entity); });
}

Result<std::vector<EntityRecord>> HistoryReader::findEntities(const QString &idKeyOrName) const
{
    return entities().map([&](std::vector<EntityRecord> all) {
        const auto byKey = std::find_if(all.begin(), all.end(),
                                        [&](const EntityRecord &r) { return r.info.key == idKeyOrName; });
        if (byKey != all.end())
            return std::vector{*byKey};
        std::erase_if(all, [&](const EntityRecord &r) { return !matchesIdOrName(r, idKeyOrName); });
        return all;
    });
}

Result<std::vector<EventRecord>> HistoryReader::events(TimeRange range, int limit) const
{
    return d->connection.read([&](const Database &db) { return queryEvents(db, {}, range, limit); });
}

Result<std::vector<EventRecord>> HistoryReader::events(std::span<const EntityId> entities, TimeRange range,
                                                       int limit) const
{
    const QByteArray condition = " AND entity IN (" + listOf(entities) + ')';
    return d->connection.read([&](const Database &db) { return queryEvents(db, condition, range, limit); });
}

Result<std::vector<TaskRecord>> HistoryReader::tasks(std::span<const EntityId> entities, TimeRange range,
                                                     int limit) const
{
    return d->connection.read([&](const Database &db) {
        return inTimeOrder<TaskRecord>(db, kFirstVersionWithDesk,
                                       [&] { return queryTasks(db, amongEntities(entities), range, limit); });
    });
}

Result<std::vector<AlertRecord>> HistoryReader::alerts(std::span<const EntityId> entities, TimeRange range,
                                                       int limit) const
{
    return d->connection.read([&](const Database &db) {
        return inTimeOrder<AlertRecord>(db, kFirstVersionWithAlerts,
                                        [&] { return queryAlerts(db, amongEntities(entities), range, limit); });
    });
}

Result<StoreStatistics> HistoryReader::statistics() const
{
    return d->connection.read(queryStatistics).map([this](StoreStatistics statistics) {
        const StoreStamp stamp = stampOf(d->connection.path());
        statistics.fileBytes = stamp.size + std::max<qint64>(stamp.logSize, 0);
        return statistics;
    });
}

Result<std::vector<Series>> HistoryReader::read(std::span<const SeriesId> series, TimeRange range,
                                                int maxPoints, const std::stop_token &stop) const
{
    if (maxPoints < 1 || range.to < range.from) {
        return fail(Error::Kind::Invalid,
                    u"%1 points from %2 to %3 cannot be read"_s.arg(maxPoints)
                        .arg(toMillis(range.from))
                        .arg(toMillis(range.to)),
                    d->connection.path());
    }
    return d->connection.read(
        [&](const Database &db) { return readSeries(db, series, range, maxPoints, stop); });
}

Result<> HistoryReader::samples(SeriesId series, TimeRange range, SampleSink &sink,
                                const std::stop_token &stop) const
{
    if (range.to <= range.from)
        return {};
    return d->connection.read([&](const Database &db) { return readSamples(db, series, range, sink, stop); });
}

Result<std::vector<Rollup>> HistoryReader::rollups(SeriesId series, TimeRange range, Tier tier,
                                                   const std::stop_token &stop) const
{
    if (range.to <= range.from)
        return std::vector<Rollup>();
    return d->connection.read([&](const Database &db) { return readRollups(db, series, range, tier, stop); });
}

Result<std::vector<SeriesStatistics>>
HistoryReader::summarise(std::span<const SeriesId> series, TimeRange range, const std::stop_token &stop) const
{
    if (range.to <= range.from) {
        return fail(
            Error::Kind::Invalid,
            u"Statistics from %1 to %2 cannot be made"_s.arg(toMillis(range.from)).arg(toMillis(range.to)),
            d->connection.path());
    }
    return d->connection.read([&](const Database &db) { return summariseSeries(db, series, range, stop); });
}

Result<std::vector<UsageProfile>> HistoryReader::usage(std::span<const SeriesId> series, TimeRange range,
                                                       const std::stop_token &stop) const
{
    if (range.to <= range.from) {
        return fail(Error::Kind::Invalid,
                    u"Usage from %1 to %2 cannot be told"_s.arg(toMillis(range.from)).arg(toMillis(range.to)),
                    d->connection.path());
    }
    return d->connection.read([&](const Database &db) { return profileSeries(db, series, range, stop); });
}

} // namespace stratadeck
