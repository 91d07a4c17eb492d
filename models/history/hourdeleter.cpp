// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/hourdeleter.h"

#include "models/history/layout.h"

#include <sqlite3.h>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kRowsPerTransaction = 2000;

Result<> lowerCounter(const Database &db, const QString &name, qint64 by)
{
    return db.prepare("UPDATE counter SET value = value - ?2 WHERE name=?1").and_then([&](Statement statement) {
        return statement.bind(1, name).bind(2, by).run();
    });
}

} // namespace

Result<HourDeleter> HourDeleter::prepare(const Database &db, qint64 beforeHour)
{
    const auto into = [&](Statement &statement, const char *sql) {
        return db.prepare(sql).map([&](Statement made) { statement = std::move(made); });
    };
    HourDeleter result;
    result.m_before = groupRow(beforeHour, 0);
    return into(result.m_clocks, "SELECT id, samples FROM clock WHERE id<?1 ORDER BY id LIMIT ?2")
        .and_then([&] { return into(result.m_removeRows, "DELETE FROM raw WHERE id BETWEEN ?1 AND ?2"); })
        .and_then([&] { return into(result.m_removeClock, "DELETE FROM clock WHERE id=?1"); })
        .map([&] { return std::move(result); });
}

Result<bool> HourDeleter::deleteSome(const Database &db)
{
    auto transaction = Transaction::begin(db, Transaction::Kind::Write);
    if (!transaction)
        return tl::unexpected(transaction.error());
    qint64 samples = 0;
    const auto clocks = find(samples);
    if (!clocks)
        return tl::unexpected(clocks.error());
    if (clocks->empty())
        return false;
    qint64 rows = 0;
    for (const qint64 clock : *clocks) {
        if (const auto done = deleteHour(db, clock, rows); !done)
            return tl::unexpected(done.error());
    }
    return lowerCounter(db, u"samples"_s, samples)
        .and_then([&] { return lowerCounter(db, u"raw_rows"_s, rows); })
        .and_then([&] { return transaction->commit(); })
        .map([] { return true; });
}

Result<std::vector<qint64>> HourDeleter::find(qint64 &samples)
{
    std::vector<qint64> clocks;
    m_clocks.bind(1, m_before).bind(2, kRowsPerTransaction / qint64(kGroupSeries));
    auto row = m_clocks.step();
    for (; row && *row; row = m_clocks.step()) {
        clocks.push_back(m_clocks.integer(0));
        samples += m_clocks.integer(1);
    }
    return row.map([&](bool) { return std::move(clocks); });
}

Result<> HourDeleter::deleteHour(const Database &db, qint64 clock, qint64 &rows)
{
    const qint64 hour = periodOfGroupRow(clock);
    const qint64 first = seriesRow(hour, static_cast<quint32>(clock - groupRow(hour, 0)) * kGroupSeries);
    return m_removeRows.bind(1, first)
        .bind(2, first + kGroupSeries - 1)
        .run()
        .map([&] { rows += sqlite3_changes64(db.handle()); })
        .and_then([&] { return m_removeClock.bind(1, clock).run(); });
}

} // namespace stratadeck
