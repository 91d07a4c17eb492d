// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/retention.h"

#include "models/history/hourdeleter.h"
#include "models/history/layout.h"

namespace stratadeck {

namespace {

constexpr qint64 kRowsPerTransaction = 2000;
constexpr qint64 kChunksPerTransaction = 2000;
constexpr std::size_t kSeriesPerTransaction = 500;

/// Deletes the old chunks of one series at a time and keeps the counts of their segments true.
class ChunkDeleter
{
public:
    static Result<ChunkDeleter> prepare(const Database &db, qint64 before)
    {
        auto find = db.prepare("SELECT segment, count(*), sum(count) FROM chunk"
                               " WHERE series=?1 AND start<?2 AND end<?2 GROUP BY segment");
        if (!find)
            return tl::unexpected(find.error());
        auto count = db.prepare("UPDATE segment SET chunks = chunks - ?2, samples = samples - ?3 WHERE id=?1");
        if (!count)
            return tl::unexpected(count.error());
        auto remove = db.prepare("DELETE FROM chunk WHERE series=?1 AND start<?2 AND end<?2");
        if (!remove)
            return tl::unexpected(remove.error());
        ChunkDeleter result;
        result.m_find = std::move(*find);
        result.m_count = std::move(*count);
        result.m_remove = std::move(*remove);
        result.m_before = before;
        return result;
    }

    /// The number of chunks deleted.
    Result<qint64> deleteOf(SeriesId series)
    {
        qint64 deleted = 0;
        m_find.bind(1, value(series)).bind(2, m_before);
        auto row = m_find.step();
        for (; row && *row; row = m_find.step()) {
            deleted += m_find.integer(1);
            m_count.bind(1, m_find.integer(0)).bind(2, m_find.integer(1)).bind(3, m_find.integer(2));
            if (const auto done = m_count.run(); !done)
                return tl::unexpected(done.error());
        }
        if (!row)
            return tl::unexpected(row.error());
        if (deleted == 0)
            return 0;
        m_remove.bind(1, value(series)).bind(2, m_before);
        return m_remove.run().map([deleted] { return deleted; });
    }

private:
    Statement m_find;
    Statement m_count;
    Statement m_remove;
    qint64 m_before = 0;
};

/// One transaction: as many series from `next` on as fit into a short one.
Result<> deleteSome(const Database &db, ChunkDeleter &deleter, const std::vector<SeriesId> &series,
                    std::size_t &next)
{
    auto transaction = Transaction::begin(db, Transaction::Kind::Write);
    if (!transaction)
        return tl::unexpected(transaction.error());
    qint64 deleted = 0;
    const std::size_t end = std::min(series.size(), next + kSeriesPerTransaction);
    while (next < end && deleted < kChunksPerTransaction) {
        const auto count = deleter.deleteOf(series[next]);
        if (!count)
            return tl::unexpected(count.error());
        deleted += *count;
        ++next;
    }
    return transaction->commit();
}

Result<> deleteChunks(const Database &db, const Catalogue &catalogue, qint64 before)
{
    auto deleter = ChunkDeleter::prepare(db, before);
    if (!deleter)
        return tl::unexpected(deleter.error());
    const std::vector<SeriesId> series = catalogue.allSeries();
    for (std::size_t next = 0; next < series.size();) {
        if (const auto done = deleteSome(db, *deleter, series, next); !done)
            return done;
    }
    return {};
}

/// Rows of `table` whose id is lower, some at a time.
Result<> deleteRows(const Database &db, const QByteArray &table, qint64 id)
{
    const QByteArray sql = "DELETE FROM " + table + " WHERE id IN (SELECT id FROM " + table
                           + " WHERE id<?1 ORDER BY id LIMIT " + QByteArray::number(kRowsPerTransaction) + ')';
    auto remove = db.prepare(sql.constData());
    if (!remove)
        return tl::unexpected(remove.error());
    const QByteArray left =
        "SELECT count(*) FROM (SELECT 1 FROM " + table + " WHERE id<" + QByteArray::number(id) + " LIMIT 1)";
    for (;;) {
        const auto any = db.integer(left.constData());
        if (!any)
            return tl::unexpected(any.error());
        if (*any == 0)
            return {};
        if (const auto done = remove->bind(1, id).run(); !done)
            return done;
    }
}

/// Rows of a table by group and period that are wholly before `period(group)`.
template<typename Period>
Result<> deleteGroupRows(const Database &db, const QByteArray &table, const QByteArray &column, Period period)
{
    auto groups = db.prepare(("SELECT DISTINCT grp FROM " + table).constData());
    if (!groups)
        return tl::unexpected(groups.error());
    std::vector<quint32> all;
    auto row = groups->step();
    for (; row && *row; row = groups->step())
        all.push_back(static_cast<quint32>(groups->integer(0)));
    if (!row)
        return tl::unexpected(row.error());
    auto remove = db.prepare(("DELETE FROM " + table + " WHERE grp=?1 AND " + column + "<?2").constData());
    if (!remove)
        return tl::unexpected(remove.error());
    for (const quint32 group : all) {
        if (const auto done = remove->bind(1, group).bind(2, period(group)).run(); !done)
            return done;
    }
    return {};
}

/// "from this hour (day) on": where readers must be content with a coarser tier before it.
Result<> raiseCounter(const Database &db, const QString &name, qint64 to)
{
    return db
        .prepare("INSERT INTO counter(name, value) VALUES(?1,?2)"
                 " ON CONFLICT(name) DO UPDATE SET value = max(value, ?2)")
        .and_then([&](Statement statement) { return statement.bind(1, name).bind(2, to).run(); });
}

/// The last one stays, so that numbers go on rising.
Result<> deleteSegments(const Database &db, qint64 before)
{
    const QByteArray sql = "DELETE FROM segment WHERE chunks<=0 AND ifnull(last, 0)<"
                           + QByteArray::number(before) + " AND id<(SELECT max(id) FROM segment)";
    return db.execute(sql.constData());
}

/// Samples whose archive hour is before `hour`.
Result<> deleteSamples(const Database &db, qint64 hour)
{
    using namespace Qt::StringLiterals;
    auto deleter = HourDeleter::prepare(db, hour);
    if (!deleter)
        return tl::unexpected(deleter.error());
    // Readers turn to the minutes before the first sample is gone.
    Result<bool> any = raiseCounter(db, u"raw_from"_s, hour).map([] { return true; });
    while (any && *any)
        any = deleter->deleteSome(db);
    if (!any)
        return tl::unexpected(any.error());
    return deleteSegments(db, hour * kHourLength)
        // Rows whose clock is gone, as an interrupted deletion once left them; they are counted no more.
        .and_then([&] { return deleteRows(db, "raw", seriesRow(hour, 0)); })
        .and_then([&] {
            return deleteGroupRows(db, "hot", "win", [hour](quint32) { return hour * kWindowsPerHour; });
        });
}

Result<> deleteMinutes(const Database &db, qint64 day)
{
    using namespace Qt::StringLiterals;
    return raiseCounter(db, u"minute_from"_s, day)
        .and_then([&] { return deleteRows(db, "minute", seriesRow(day, 0)); })
        .and_then([&] {
            return deleteGroupRows(db, "minute_part", "period", [day](quint32) { return day * kHoursPerDay; });
        });
}

Result<> deleteHours(const Database &db, qint64 month)
{
    return deleteRows(db, "hour", seriesRow(month, 0)).and_then([&] {
        return deleteGroupRows(db, "hour_part", "period", [month](quint32) { return month * kDaysPerMonth; });
    });
}

Result<qint64> usedBytes(const Database &db)
{
    const auto pages = db.integer("PRAGMA page_count");
    const auto free = db.integer("PRAGMA freelist_count");
    const auto size = db.integer("PRAGMA page_size");
    if (!pages || !free || !size)
        return tl::unexpected(!pages ? pages.error() : !free ? free.error() : size.error());
    return (*pages - *free) * *size;
}

/// The lowest period of a table by id; nothing when it is empty.
Result<std::optional<qint64>> lowestPeriod(const Database &db, const QByteArray &table)
{
    auto rows = db.prepare(("SELECT min(id) FROM " + table).constData());
    if (!rows)
        return tl::unexpected(rows.error());
    const auto row = rows->step();
    if (!row)
        return tl::unexpected(row.error());
    if (!*row || rows->isNull(0))
        return std::nullopt;
    return std::optional(periodOfSeriesRow(rows->integer(0)));
}

/// One period of the finest tier that has more than what is current; false when nothing may go.
Result<bool> deleteOldest(const Database &db, qint64 now)
{
    struct Step {
        const char *table;
        qint64 current;
        Result<> (*remove)(const Database &, qint64);
    };
    const qint64 hour = floorDivide(now, kHourLength);
    const qint64 day = dayOfHour(hour);
    for (const Step &step : {Step{"raw", hour - 1, deleteSamples}, Step{"minute", day - 1, deleteMinutes},
                             Step{"hour", monthOfDay(day) - 1, deleteHours}}) {
        const auto lowest = lowestPeriod(db, step.table);
        if (!lowest)
            return tl::unexpected(lowest.error());
        if (*lowest && **lowest < step.current)
            return step.remove(db, **lowest + 1).map([] { return true; });
    }
    return false;
}

Result<> keepSize(const Database &db, qint64 most, qint64 now)
{
    for (;;) {
        const auto used = usedBytes(db);
        if (!used)
            return tl::unexpected(used.error());
        if (*used <= most)
            return {};
        const auto deleted = deleteOldest(db, now);
        if (!deleted)
            return tl::unexpected(deleted.error());
        if (!*deleted)
            return {};
    }
}

Result<> deleteEvents(const Database &db, qint64 before)
{
    return db.prepare("DELETE FROM event WHERE at<?1").and_then([before](Statement statement) {
        return statement.bind(1, before).run();
    });
}

Result<> deleteEntity(const Database &db, EntityId entity)
{
    for (const char *sql : {"DELETE FROM series WHERE entity=?1", "DELETE FROM entity WHERE id=?1"}) {
        const auto done = db.prepare(sql).and_then(
            [entity](Statement statement) { return statement.bind(1, value(entity)).run(); });
        if (!done)
            return done;
    }
    return {};
}

/// `before`: nothing is kept from before then; nothing goes that has a series when some tier is kept for ever.
Result<> deleteDeparted(const Database &db, Catalogue &catalogue, const Heads &heads,
                        std::optional<qint64> before)
{
    const auto candidates = catalogue.forgettable();
    if (candidates.empty())
        return {};
    auto transaction = Transaction::begin(db, Transaction::Kind::Write);
    if (!transaction)
        return tl::unexpected(transaction.error());
    QSet<EntityId> deleted;
    for (const Catalogue::Departed &departed : candidates) {
        const bool waiting = std::any_of(departed.series.begin(), departed.series.end(),
                                         [&](SeriesId id) { return heads.hasSamples(id); });
        const bool isOld = before && toMillis(departed.lastSeen) < *before;
        if (waiting || !(isOld || departed.series.empty()))
            continue;
        if (const auto done = deleteEntity(db, departed.entity); !done)
            return done;
        deleted.insert(departed.entity);
    }
    return transaction->commit().map([&] { catalogue.forget(deleted); });
}

/// The longer of two, where zero is for ever.
std::chrono::days longer(std::chrono::days a, std::chrono::days b)
{
    constexpr std::chrono::days forEver{0};
    return a <= forEver || b <= forEver ? forEver : std::max(a, b);
}

std::optional<qint64> begin(std::chrono::days kept, TimePoint now)
{
    return kept > std::chrono::days(0) ? std::optional(toMillis(now - kept)) : std::nullopt;
}

} // namespace

Result<> retainHistory(const Database &db, Catalogue &catalogue, const Heads &heads,
                       const RetentionPolicy &policy, TimePoint now)
{
    // A coarser tier is never kept for a shorter time than a finer one.
    const auto raw = begin(policy.raw, now);
    const auto minutes = begin(longer(policy.raw, policy.minutes), now);
    const auto hours = begin(longer(longer(policy.raw, policy.minutes), policy.hours), now);
    const auto apply = [](std::optional<qint64> before, auto remove) {
        return before ? remove(*before) : Result<>();
    };
    const qint64 month = kDaysPerMonth * kHoursPerDay * kHourLength;
    return apply(raw, [&](qint64 before) { return deleteChunks(db, catalogue, before); })
        .and_then([&] {
            return apply(raw, [&](qint64 at) { return deleteSamples(db, floorDivide(at, kHourLength)); });
        })
        .and_then([&] {
            return apply(minutes, [&](qint64 at) {
                return deleteMinutes(db, floorDivide(at, kHourLength * kHoursPerDay));
            });
        })
        .and_then(
            [&] { return apply(hours, [&](qint64 at) { return deleteHours(db, floorDivide(at, month)); }); })
        .and_then([&] { return apply(minutes, [&](qint64 before) { return deleteEvents(db, before); }); })
        .and_then([&] { return policy.bytes > 0 ? keepSize(db, policy.bytes, toMillis(now)) : Result<>(); })
        .and_then([&] { return deleteDeparted(db, catalogue, heads, hours); });
}

} // namespace stratadeck
