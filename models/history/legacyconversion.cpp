// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/legacyconversion.h"

#include "models/base/logging.h"

namespace stratadeck {

namespace {

/// Time that one step moves, of one group: a few thousand samples a series.
constexpr qint64 kStep = kHourLength;

} // namespace

Result<> LegacyConversion::prepare(const Database &db)
{
    const auto any = db.integer("SELECT count(*) FROM (SELECT 1 FROM chunk LIMIT 1)");
    if (!any)
        return tl::unexpected(any.error());
    m_done = *any == 0;
    if (m_done)
        return {};
    const auto into = [&db](Statement &statement, const char *sql) {
        return db.prepare(sql).map([&](Statement made) { statement = std::move(made); });
    };
    return into(m_oldest, "SELECT min(start) FROM chunk WHERE series=?1")
        .and_then([&] {
            return into(m_chunks, "SELECT segment, start, end, count, data FROM chunk"
                                  " WHERE series=?1 AND start>=?2 AND start<?3 ORDER BY start, segment");
        })
        .and_then(
            [&] { return into(m_delete, "DELETE FROM chunk WHERE series=?1 AND start>=?2 AND start<?3"); })
        .and_then([&] {
            return into(m_uncount,
                        "UPDATE segment SET chunks = chunks - ?2, samples = samples - ?3 WHERE id=?1");
        })
        .and_then([&] { return m_archive.prepare(db); })
        .and_then([&] { return db.integer("SELECT max(series) FROM chunk"); })
        .map([&](qint64 last) { m_groups = groupOf(static_cast<SeriesId>(last)) + 1; });
}

Result<bool> LegacyConversion::step(const Database &db)
{
    while (!m_done) {
        auto transaction = Transaction::begin(db, Transaction::Kind::Write);
        if (!transaction)
            return tl::unexpected(transaction.error());
        const auto moved = convert(m_group);
        if (!moved)
            return moved;
        if (*moved)
            return transaction->commit().map([] { return true; });
        m_done = ++m_group >= m_groups;
    }
    return false;
}

Result<bool> LegacyConversion::convert(quint32 group)
{
    const auto oldest = oldestOf(group);
    if (!oldest)
        return tl::unexpected(oldest.error());
    if (!*oldest)
        return false;
    const qint64 from = **oldest;
    m_hours.clear();
    m_counts.clear();
    for (quint32 slot = 0; slot < kGroupSeries; ++slot) {
        if (const auto done = collect(seriesAt(group, slot), from, from + kStep); !done)
            return tl::unexpected(done.error());
    }
    for (const auto &[hour, rows] : m_hours) {
        if (const auto done = m_archive.store(group, hour, rows, false); !done)
            return tl::unexpected(done.error());
    }
    for (const auto &[segment, count] : m_counts) {
        const auto done = m_uncount.bind(1, segment).bind(2, count.first).bind(3, count.second).run();
        if (!done)
            return tl::unexpected(done.error());
    }
    for (quint32 slot = 0; slot < kGroupSeries; ++slot) {
        const auto done =
            m_delete.bind(1, value(seriesAt(group, slot))).bind(2, from).bind(3, from + kStep).run();
        if (!done)
            return tl::unexpected(done.error());
    }
    return true;
}

Result<std::optional<qint64>> LegacyConversion::oldestOf(quint32 group)
{
    std::optional<qint64> oldest;
    for (quint32 slot = 0; slot < kGroupSeries; ++slot) {
        const auto row = m_oldest.bind(1, value(seriesAt(group, slot))).step();
        if (!row)
            return tl::unexpected(row.error());
        if (*row && !m_oldest.isNull(0))
            oldest = std::min(oldest.value_or(m_oldest.integer(0)), m_oldest.integer(0));
        m_oldest.reset();
    }
    return oldest;
}

Result<> LegacyConversion::collect(SeriesId series, qint64 from, qint64 to)
{
    m_chunks.bind(1, value(series)).bind(2, from).bind(3, to);
    auto row = m_chunks.step();
    for (; row && *row; row = m_chunks.step()) {
        const ChunkKey key{series, m_chunks.integer(0), m_chunks.integer(1), m_chunks.integer(2),
                           m_chunks.integer(3)};
        auto &[chunks, samples] = m_counts[key.segment];
        ++chunks;
        samples += key.count;
        if (m_decoder.decode(key, m_chunks.blob(4), m_samples))
            add(series, key.segment, m_samples);
        else
            qCWarning(lcHistory) << "the chunk of series" << value(series) << "at" << key.start
                                 << "is damaged and lost";
    }
    return row.map([](bool) {});
}

/// A chunk may reach into the next hour.
void LegacyConversion::add(SeriesId series, qint64 segment, const Samples &samples)
{
    const quint32 group = groupOf(series);
    for (std::size_t begin = 0; begin < samples.times.size();) {
        const qint64 hour = hourOf(group, samples.times[begin]);
        std::size_t end = begin + 1;
        while (end < samples.times.size() && hourOf(group, samples.times[end]) == hour)
            ++end;
        HourRows &rows = m_hours[hour][segment];
        const auto first = static_cast<std::ptrdiff_t>(begin);
        const auto last = static_cast<std::ptrdiff_t>(end);
        rows.setClock({samples.times.begin() + first, samples.times.begin() + last});
        rows.add(slotOf(series), {{}, {samples.values.begin() + first, samples.values.begin() + last}});
        begin = end;
    }
}

} // namespace stratadeck
