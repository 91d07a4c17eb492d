// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/compaction.h"

#include "models/base/logging.h"

namespace stratadeck {

Result<> Compaction::prepare(const Database &db)
{
    const auto into = [&db](Statement &statement, const QByteArray &sql) {
        return db.prepare(sql.constData()).map([&](Statement made) { statement = std::move(made); });
    };
    for (const Tier tier : {Tier::Minute, Tier::Hour}) {
        const TierLayout layout = layoutOf(tier);
        const QByteArray parts = layout.parts;
        const QByteArray rows = layout.rows;
        TierStatements &statements = of(tier);
        const QByteArray ofPeriod = " WHERE grp=?1 AND period>=?2 AND period<?3";
        const auto done =
            into(statements.parts, "SELECT period, data FROM " + parts + ofPeriod + " ORDER BY period")
                .and_then([&] { return into(statements.deleteParts, "DELETE FROM " + parts + ofPeriod); })
                .and_then([&] {
                    return into(statements.oldestPart, "SELECT min(period) FROM " + parts + " WHERE grp=?1");
                })
                .and_then([&] { return into(statements.row, "SELECT data FROM " + rows + " WHERE id=?1"); })
                .and_then([&] {
                    return into(statements.putRow, "INSERT OR REPLACE INTO " + rows + "(id, data) VALUES(?,?)");
                });
        if (!done)
            return done;
    }
    return into(m_blocks, "SELECT win, seq, segment, data FROM hot WHERE grp=?1 AND win>=?2 AND win<?3"
                          " ORDER BY win, seq")
        .and_then([&] { return into(m_deleteBlock, "DELETE FROM hot WHERE grp=?1 AND win>=?2 AND win<?3"); })
        .and_then([&] { return into(m_oldestBlock, "SELECT min(win) FROM hot WHERE grp=?1 AND win>=?2"); })
        .and_then([&] {
            return into(m_nextSegment,
                        "SELECT segment FROM hot WHERE grp=?1 AND win>=?2 ORDER BY win, seq LIMIT 1");
        })
        .and_then([&] { return m_archive.prepare(db); })
        .and_then([&] { return load(db); });
}

Result<> Compaction::load(const Database &db)
{
    const auto groups = db.integer("SELECT ifnull(max(id), 0) FROM series");
    if (!groups)
        return tl::unexpected(groups.error());
    m_waiting.resize(groupOf(static_cast<SeriesId>(*groups)) + 1);
    for (std::size_t group = 0; group < m_waiting.size(); ++group) {
        if (const auto done = refresh(static_cast<quint32>(group)); !done)
            return done;
    }
    return {};
}

Result<std::optional<qint64>> Compaction::oldest(Statement &find)
{
    const auto row = find.step();
    if (!row)
        return tl::unexpected(row.error());
    const bool any = *row && !find.isNull(0);
    const qint64 period = any ? find.integer(0) : 0;
    find.reset();
    return any ? std::optional(period) : std::nullopt;
}

Result<> Compaction::refresh(quint32 group)
{
    Waiting &waiting = m_waiting[group];
    return oldest(m_oldestBlock.bind(1, group).bind(2, waiting.from))
        .and_then([&](std::optional<qint64> window) {
            waiting.window = window;
            return oldest(of(Tier::Minute).oldestPart.bind(1, group));
        })
        .and_then([&](std::optional<qint64> hour) {
            waiting.hour = hour;
            return oldest(of(Tier::Hour).oldestPart.bind(1, group));
        })
        .map([&](std::optional<qint64> day) { waiting.day = day; });
}

void Compaction::noteBlock(quint32 group, qint64 window)
{
    if (group >= m_waiting.size())
        m_waiting.resize(group + 1);
    std::optional<qint64> &oldest = m_waiting[group].window;
    oldest = std::min(oldest.value_or(window), window);
}

Compaction::Work Compaction::dueWork(quint32 group, const Now &now) const
{
    const Waiting &waiting = m_waiting[group];
    const qint64 hour = hourOf(group, now.at);
    const qint64 day = dayOfHour(hour);
    const auto isOver = [&now](qint64 period, qint64 current) { return now.all || period < current; };
    if (waiting.window && isOver(hourOfWindow(*waiting.window), hour))
        return Work::Hour;
    if (waiting.hour && isOver(dayOfHour(*waiting.hour), day))
        return Work::Day;
    if (waiting.day && isOver(monthOfDay(*waiting.day), monthOfDay(day)))
        return Work::Month;
    return Work::None;
}

Compaction::Due Compaction::findDue(const Now &now)
{
    for (std::size_t i = 0; i < m_waiting.size(); ++i, ++m_next) {
        if (m_next >= m_waiting.size())
            m_next = 0;
        const auto group = static_cast<quint32>(m_next);
        if (const Work work = dueWork(group, now); work != Work::None)
            return {work, group};
    }
    return {};
}

Result<bool> Compaction::step(const Database &db, const Now &now)
{
    for (std::size_t tries = 0; tries < m_waiting.size(); ++tries) {
        const Due due = findDue(now);
        if (due.work == Work::None)
            return false;
        ++m_next; // whatever comes of it, the others have their turn
        const auto done = doStep(db, due, now);
        if (!done || *done)
            return done;
    }
    return false;
}

/// False when it has to wait.
Result<bool> Compaction::doStep(const Database &db, const Due &due, const Now &now)
{
    auto transaction = Transaction::begin(db, Transaction::Kind::Write);
    if (!transaction)
        return tl::unexpected(transaction.error());
    const auto done =
        due.work == Work::Hour
            ? archiveHour(due.group, now)
            : mergeParts(due.work == Work::Day ? Tier::Minute : Tier::Hour, due.group).map([] { return true; });
    if (!done || !*done)
        return done;
    return transaction->commit().and_then([&] { return refresh(due.group); }).map([] { return true; });
}

Result<bool> Compaction::archiveHour(quint32 group, const Now &now)
{
    const qint64 hour = hourOfWindow(*m_waiting[group].window);
    ArchiveWriter::Hour rows;
    const auto readiness = readBlocks(group, hour, now, rows);
    if (!readiness)
        return tl::unexpected(readiness.error());
    if (*readiness == Readiness::Damaged)
        m_waiting[group].from = (hour + 1) * kWindowsPerHour;
    if (*readiness == Readiness::Later)
        return false;
    if (*readiness == Readiness::Damaged || rows.empty()) // or let go by the retention
        return true;
    const auto goesOn = this->goesOn(group, hour, rows.rbegin()->first, now);
    if (!goesOn)
        return tl::unexpected(goesOn.error());
    return m_archive.store(group, hour, rows, !*goesOn)
        .and_then([&] {
            const qint64 first = hour * kWindowsPerHour;
            return m_deleteBlock.bind(1, group).bind(2, first).bind(3, first + kWindowsPerHour).run();
        })
        .map([] { return true; });
}

Result<Compaction::Readiness> Compaction::readBlocks(quint32 group, qint64 hour, const Now &now,
                                                     ArchiveWriter::Hour &rows)
{
    const qint64 first = hour * kWindowsPerHour;
    m_blocks.bind(1, group).bind(2, first).bind(3, first + kWindowsPerHour);
    Readiness readiness = Readiness::Ready;
    auto row = m_blocks.step();
    for (; row && *row; row = m_blocks.step()) {
        const BlockKey key{group, m_blocks.integer(0), m_blocks.integer(1), m_blocks.integer(2)};
        if (key.seq >= now.firstJournalRow) {
            // A reader must find its figures in the block as long as they stand in the journal, too.
            m_blocks.reset();
            return Readiness::Later;
        }
        if (!m_decoder.open(key, m_blocks.blob(3))) {
            readiness = Readiness::Damaged;
            continue;
        }
        HourRows &some = rows[key.segment];
        some.setClock(m_decoder.times());
        for (const SlotTable::Entry &entry : m_decoder.columns()) {
            if (m_decoder.decode(entry, m_column))
                some.add(entry.slot, m_column);
            else
                readiness = Readiness::Damaged;
        }
    }
    return row.map([readiness](bool) { return readiness; });
}

/// Whether recording went on behind the hour in the same segment.
Result<bool> Compaction::goesOn(quint32 group, qint64 hour, qint64 segment, const Now &now)
{
    const auto row = m_nextSegment.bind(1, group).bind(2, (hour + 1) * kWindowsPerHour).step();
    if (!row)
        return tl::unexpected(row.error());
    const qint64 next = *row ? m_nextSegment.integer(0) : now.segment;
    m_nextSegment.reset();
    return next == segment;
}

Result<> Compaction::mergeParts(Tier tier, quint32 group)
{
    const TierLayout layout = layoutOf(tier);
    TierStatements &statements = of(tier);
    const qint64 oldest = tier == Tier::Minute ? *m_waiting[group].hour : *m_waiting[group].day;
    const qint64 period = floorDivide(oldest, layout.partsPerRow);
    const qint64 first = period * layout.partsPerRow;
    GroupRollups rollups;
    statements.parts.bind(1, group).bind(2, first).bind(3, first + layout.partsPerRow);
    auto row = statements.parts.step();
    for (; row && *row; row = statements.parts.step()) {
        GroupRollups some;
        if (!m_codec.decodePart(group, statements.parts.integer(0), statements.parts.blob(1), some))
            qCWarning(lcHistory) << "a part of" << layout.parts << "of group" << group << "is damaged and lost";
        for (auto &[slot, more] : some)
            rollups[slot] = mergeRollups(rollups[slot], more);
    }
    if (!row)
        return tl::unexpected(row.error());
    GroupRollups coarser;
    for (auto &[slot, some] : rollups) {
        if (tier == Tier::Minute)
            coarser[slot] = coarserRollups(some, kMinuteLength, kHourLength);
        if (const auto done = mergeRow(tier, seriesRow(period, value(seriesAt(group, slot))), some); !done)
            return done;
    }
    const auto passedOn =
        tier == Tier::Minute ? m_archive.addToPart(Tier::Hour, group, period, std::move(coarser)) : Result<>();
    return passedOn.and_then([&] {
        return statements.deleteParts.bind(1, group).bind(2, first).bind(3, first + layout.partsPerRow).run();
    });
}

Result<> Compaction::mergeRow(Tier tier, qint64 id, std::vector<Rollup> &rollups)
{
    TierStatements &statements = of(tier);
    const auto found = statements.row.bind(1, id).step();
    if (!found)
        return tl::unexpected(found.error());
    if (*found) {
        std::vector<Rollup> old;
        if (!m_codec.decodeRow(id, statements.row.blob(0), old))
            qCWarning(lcHistory) << "the row" << id << "of" << layoutOf(tier).rows << "is damaged and replaced";
        statements.row.reset();
        rollups = mergeRollups(old, rollups);
    }
    const QByteArrayView row = m_codec.encodeRow(id, rollups, layoutOf(tier).step);
    return statements.putRow.bind(1, id).bindBlob(2, row).run();
}

} // namespace stratadeck
