// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/archivewriter.h"

#include "models/base/logging.h"
#include "models/history/codec/clockcodec.h"
#include "models/history/groupblock.h"
#include "models/history/merge.h"

#include <set>

namespace stratadeck {

namespace {

std::set<quint32> slotsOf(const ArchiveWriter::Hour &rows)
{
    std::set<quint32> result;
    for (const auto &[segment, some] : rows) {
        const std::vector<quint32> used = some.usedSlots();
        result.insert(used.begin(), used.end());
    }
    return result;
}

/// The minutes of one series, from all segments.
std::vector<Rollup> minutesOf(const ArchiveWriter::Hour &rows, quint32 slot, bool endsWithGap)
{
    std::vector<Block> blocks;
    Column column;
    for (const auto &[segment, some] : rows) {
        if (!some.has(slot))
            continue;
        some.column(slot, 0, some.times().size(), column);
        Block block{segment, {}};
        samplesOf(some.times(), column, block.samples);
        blocks.push_back(std::move(block));
    }
    std::sort(blocks.begin(), blocks.end(),
              [](const Block &a, const Block &b) { return a.samples.times.front() < b.samples.times.front(); });
    RollupCollector minutes(kMinuteLength);
    SampleMerge merge({fromMillis(-kFarthestTime), fromMillis(kFarthestTime)}, minutes);
    for (const Block &block : blocks)
        merge.cover(block.segment, block.samples.times.front(), block.samples.times.back());
    for (const Block &block : blocks)
        merge.add(block);
    merge.finish();
    if (endsWithGap)
        minutes.addGap(0);
    return minutes.take();
}

} // namespace

Result<> ArchiveWriter::prepare(const Database &db)
{
    const auto into = [&db](Statement &statement, const QByteArray &sql) {
        return db.prepare(sql.constData()).map([&](Statement made) { statement = std::move(made); });
    };
    for (const Tier tier : {Tier::Minute, Tier::Hour}) {
        const auto index = static_cast<std::size_t>(tier);
        const QByteArray table = layoutOf(tier).parts;
        const auto done =
            into(m_findPart[index], "SELECT data FROM " + table + " WHERE grp=?1 AND period=?2").and_then([&] {
                return into(m_putPart[index],
                            "INSERT OR REPLACE INTO " + table + "(grp, period, data) VALUES(?,?,?)");
            });
        if (!done)
            return done;
    }
    return into(m_findClock, "SELECT samples, data FROM clock WHERE id=?1")
        .and_then(
            [&] { return into(m_putClock, "INSERT OR REPLACE INTO clock(id, samples, data) VALUES(?,?,?)"); })
        .and_then([&] { return into(m_findRaw, "SELECT data FROM raw WHERE id=?1"); })
        .and_then([&] { return into(m_putRaw, "INSERT OR REPLACE INTO raw(id, data) VALUES(?,?)"); })
        .and_then([&] {
            return into(m_noteSegment,
                        "INSERT INTO segment(id, first, last) VALUES(?1,?2,?3) ON CONFLICT(id) DO UPDATE"
                        " SET first = min(ifnull(first, ?2), ?2), last = max(ifnull(last, ?3), ?3)");
        })
        .and_then([&] {
            return into(m_count, "INSERT INTO counter(name, value) VALUES(?1,?2)"
                                 " ON CONFLICT(name) DO UPDATE SET value = value + ?2");
        });
}

Result<> ArchiveWriter::store(quint32 group, qint64 hour, const Hour &rows, bool endsWithGap)
{
    const std::set<quint32> used = slotsOf(rows);
    qint64 samples = 0;
    for (const auto &[segment, some] : rows) {
        for (const quint32 slot : some.usedSlots()) {
            some.column(slot, 0, some.times().size(), m_column);
            samples += static_cast<qint64>(m_column.values.size());
        }
    }
    m_rawRows = 0;
    if (const auto done = storeClock(groupRow(hour, group), rows, samples); !done)
        return done;
    GroupRollups minutes;
    for (const quint32 slot : used) {
        if (const auto done = storeRaw(seriesRow(hour, value(seriesAt(group, slot))), slot); !done)
            return done;
        minutes[slot] = minutesOf(rows, slot, endsWithGap);
    }
    return addToPart(Tier::Minute, group, hour, std::move(minutes))
        .and_then([&] { return noteSegments(rows); })
        .and_then([&] { return count(samples, m_rawRows); });
}

Result<> ArchiveWriter::storeClock(qint64 id, const Hour &rows, qint64 samples)
{
    std::vector<ClockSection> sections;
    const auto found = m_findClock.bind(1, id).step();
    if (!found)
        return tl::unexpected(found.error());
    m_isNewHour = !*found;
    if (*found) {
        const QByteArrayView old = m_findClock.blob(1);
        m_old.assign(old.begin(), old.end());
        if (decodeClockRow(id, m_old, sections))
            samples += m_findClock.integer(0);
        else
            qCWarning(lcHistory) << "the clock row" << id << "is damaged and replaced";
        m_findClock.reset();
    }
    m_pieces.clear();
    std::vector<Bytes> clocks;
    for (const auto &[segment, some] : rows) {
        const std::span<const qint64> times(some.times());
        for (std::size_t begin = 0; begin < times.size(); begin += kMaxInstants) {
            const std::size_t end = std::min(times.size(), begin + kMaxInstants);
            m_pieces.push_back({sections.size(), &some, begin, end});
            encodeClock(times.subspan(begin, end - begin), Effort::Small, clocks.emplace_back());
            sections.push_back({segment, end - begin, {}});
        }
    }
    for (std::size_t i = 0; i < clocks.size(); ++i)
        sections[sections.size() - clocks.size() + i].bytes = clocks[i];
    encodeClockRow(id, sections, m_row);
    return m_putClock.bind(1, id).bind(2, samples).bindBlob(3, m_row).run();
}

Result<> ArchiveWriter::storeRaw(qint64 id, quint32 slot)
{
    std::vector<RawSection> sections;
    m_old.clear();
    if (const auto loaded = loadRaw(id, sections); !loaded)
        return loaded;
    m_rawRows += sections.empty();
    std::vector<Bytes> columns;
    columns.reserve(m_pieces.size());
    for (const Piece &piece : m_pieces) {
        if (!piece.rows->has(slot))
            continue;
        piece.rows->column(slot, piece.begin, piece.end, m_column);
        if (m_column.values.empty())
            continue;
        m_columns.encode(m_column, piece.end - piece.begin, Effort::Small, columns.emplace_back());
        sections.push_back({piece.section, columns.back()});
    }
    encodeRawRow(id, sections, m_row);
    return m_putRaw.bind(1, id).bindBlob(2, m_row).run();
}

Result<> ArchiveWriter::loadRaw(qint64 id, std::vector<RawSection> &sections)
{
    if (m_isNewHour)
        return {};
    const auto found = m_findRaw.bind(1, id).step();
    if (!found)
        return tl::unexpected(found.error());
    if (!*found)
        return {};
    const QByteArrayView old = m_findRaw.blob(0);
    m_old.assign(old.begin(), old.end());
    m_findRaw.reset();
    if (!decodeRawRow(id, m_old, sections)) {
        qCWarning(lcHistory) << "the archive row" << id << "is damaged and replaced";
        sections.clear();
    }
    return {};
}

Result<> ArchiveWriter::addToPart(Tier tier, quint32 group, qint64 period, GroupRollups rollups)
{
    const auto index = static_cast<std::size_t>(tier);
    Statement &find = m_findPart[index];
    const auto found = find.bind(1, group).bind(2, period).step();
    if (!found)
        return tl::unexpected(found.error());
    if (*found) {
        GroupRollups old;
        if (!m_tiers.decodePart(group, period, find.blob(0), old))
            qCWarning(lcHistory) << "a part of tier" << index << "of group" << group
                                 << "is damaged and replaced";
        find.reset();
        for (auto &[slot, some] : old)
            rollups[slot] = mergeRollups(some, rollups[slot]);
    }
    const QByteArrayView row = m_tiers.encodePart(group, period, rollups, layoutOf(tier).step);
    return m_putPart[index].bind(1, group).bind(2, period).bindBlob(3, row).run();
}

Result<> ArchiveWriter::noteSegments(const Hour &rows)
{
    for (const auto &[segment, some] : rows) {
        const auto done =
            m_noteSegment.bind(1, segment).bind(2, some.times().front()).bind(3, some.times().back()).run();
        if (!done)
            return done;
    }
    return {};
}

Result<> ArchiveWriter::count(qint64 samples, qint64 rows)
{
    using namespace Qt::StringLiterals;
    return m_count.bind(1, u"samples"_s).bind(2, samples).run().and_then([&] {
        return m_count.bind(1, u"raw_rows"_s).bind(2, rows).run();
    });
}

} // namespace stratadeck
