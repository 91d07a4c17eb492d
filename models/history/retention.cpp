// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/retention.h"

namespace stratadeck {

namespace {

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

Result<> deleteEvents(const Database &db, qint64 before)
{
    return db.prepare("DELETE FROM event WHERE at<?1").and_then([before](Statement statement) {
        return statement.bind(1, before).run();
    });
}

Result<bool> hasChunks(Statement &find, const std::vector<SeriesId> &series)
{
    for (SeriesId id : series) {
        const auto row = find.bind(1, value(id)).step();
        if (!row)
            return tl::unexpected(row.error());
        find.reset();
        if (*row)
            return true;
    }
    return false;
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

Result<> deleteDeparted(const Database &db, Catalogue &catalogue, const Heads &heads)
{
    const auto candidates = catalogue.forgettable();
    if (candidates.empty())
        return {};
    auto transaction = Transaction::begin(db, Transaction::Kind::Write);
    if (!transaction)
        return tl::unexpected(transaction.error());
    auto find = db.prepare("SELECT 1 FROM chunk WHERE series=?1 LIMIT 1");
    if (!find)
        return tl::unexpected(find.error());
    QSet<EntityId> deleted;
    for (const auto &[entity, series] : candidates) {
        const bool waiting =
            std::any_of(series.begin(), series.end(), [&](SeriesId id) { return heads.hasSamples(id); });
        const auto kept = hasChunks(*find, series);
        if (!kept)
            return tl::unexpected(kept.error());
        if (waiting || *kept)
            continue;
        if (const auto done = deleteEntity(db, entity); !done)
            return done;
        deleted.insert(entity);
    }
    return transaction->commit().map([&] { catalogue.forget(deleted); });
}

} // namespace

Result<> retainHistory(const Database &db, Catalogue &catalogue, const Heads &heads,
                       const RetentionPolicy &policy, TimePoint now)
{
    if (policy.raw <= std::chrono::days(0))
        return {};
    const qint64 before = toMillis(now - policy.raw);
    return deleteChunks(db, catalogue, before)
        .and_then([&] { return deleteEvents(db, before); })
        .and_then([&] { return db.execute("DELETE FROM segment WHERE chunks<=0"); })
        .and_then([&] { return deleteDeparted(db, catalogue, heads); });
}

} // namespace stratadeck
