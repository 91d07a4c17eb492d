// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/archivecheck.h"

#include "models/history/codec/clockcodec.h"
#include "models/history/layout.h"

namespace stratadeck {

using namespace Qt::StringLiterals;

ArchiveCheck::ArchiveCheck(const Database &db, const std::stop_token &stop, Fault fault)
    : m_db(db)
    , m_stop(stop)
    , m_fault(std::move(fault))
{
}

template<typename Each>
Result<> ArchiveCheck::forEachRow(const QByteArray &sql, Each each)
{
    auto rows = m_db.prepare(sql.constData());
    if (!rows)
        return tl::unexpected(rows.error());
    auto row = rows->step();
    for (; row && *row; row = rows->step()) {
        if (m_stop.stop_requested())
            return fail(Error::Kind::Cancelled, u"The check was cancelled"_s);
        each(*rows);
    }
    return row.map([](bool) {});
}

Result<> ArchiveCheck::run()
{
    return checkBlocks()
        .and_then([this] { return checkHours(); })
        .and_then([this] { return checkTier(Tier::Minute); })
        .and_then([this] { return checkTier(Tier::Hour); })
        .and_then([this] { return checkCounts(); });
}

Result<> ArchiveCheck::checkBlocks()
{
    return forEachRow("SELECT grp, win, seq, segment, samples, first, data FROM hot ORDER BY grp, win, seq",
                      [this](const Statement &row) { checkBlock(row); });
}

void ArchiveCheck::checkBlock(const Statement &row)
{
    const BlockKey key{static_cast<quint32>(row.integer(0)), row.integer(1), row.integer(2), row.integer(3)};
    const QString name = u"the block of group %1 at %2"_s.arg(key.group).arg(row.integer(5));
    if (!m_blocks.open(key, row.blob(6))) {
        m_fault(name + u" is damaged"_s);
        return;
    }
    qint64 samples = 0;
    for (const SlotTable::Entry &entry : m_blocks.columns()) {
        if (!m_blocks.decode(entry, m_column))
            m_fault(name + u" is damaged"_s);
        samples += static_cast<qint64>(m_column.values.size());
    }
    if (samples != row.integer(4))
        m_fault(name + u" has a wrong count"_s);
}

/// Hour by hour, so that little is held in memory.
Result<> ArchiveCheck::checkHours()
{
    std::vector<qint64> hours;
    const auto listed =
        forEachRow("SELECT DISTINCT id >> 20 FROM clock UNION SELECT DISTINCT id >> 26 FROM raw",
                   [&](const Statement &row) { hours.push_back(row.integer(0)); });
    if (!listed)
        return listed;
    for (const qint64 hour : hours) {
        m_clocks.clear();
        m_samples.clear();
        m_expected.clear();
        const auto within = [hour](auto rowOf) {
            return " WHERE id>=" + QByteArray::number(rowOf(hour, 0)) + " AND id<"
                   + QByteArray::number(rowOf(hour + 1, 0)) + " ORDER BY id";
        };
        const auto done =
            forEachRow("SELECT id, samples, data FROM clock" + within(groupRow), [this](const Statement &row) {
                const auto group =
                    static_cast<quint32>(row.integer(0) - groupRow(periodOfGroupRow(row.integer(0)), 0));
                m_expected[group] = row.integer(1);
                checkClock(row.integer(0), row.blob(2));
            }).and_then([&] {
                return forEachRow("SELECT id, data FROM raw" + within(seriesRow),
                                  [this](const Statement &row) { checkRawRow(row.integer(0), row.blob(1)); });
            });
        if (!done)
            return done;
        for (const auto &[group, expected] : m_expected) {
            m_allSamples += expected;
            if (m_samples[group] != expected)
                m_fault(u"the samples of group %1 in hour %2 are not all there"_s.arg(group).arg(hour));
        }
    }
    return {};
}

void ArchiveCheck::checkClock(qint64 id, QByteArrayView row)
{
    const auto group = static_cast<quint32>(id - groupRow(periodOfGroupRow(id), 0));
    std::vector<std::size_t> &counts = m_clocks[group];
    std::vector<ClockSection> sections;
    std::vector<qint64> times;
    bool sound = decodeClockRow(id, row, sections);
    for (const ClockSection &section : sections) {
        sound = sound && decodeClock(section.bytes, section.count, times);
        counts.push_back(section.count);
    }
    if (!sound)
        m_fault(u"the clock of group %1 in hour %2 is damaged"_s.arg(group).arg(periodOfGroupRow(id)));
}

void ArchiveCheck::checkRawRow(qint64 id, QByteArrayView row)
{
    ++m_allRows;
    const qint64 hour = periodOfSeriesRow(id);
    const auto series = static_cast<SeriesId>(id - seriesRow(hour, 0));
    const std::vector<std::size_t> &counts = m_clocks[groupOf(series)];
    std::vector<RawSection> sections;
    bool sound = decodeRawRow(id, row, sections);
    for (const RawSection &section : sections) {
        sound = sound && section.section < counts.size()
                && m_columns.decode(section.bytes, counts[section.section], m_column);
        if (sound)
            m_samples[groupOf(series)] += static_cast<qint64>(m_column.values.size());
    }
    if (!sound)
        m_fault(u"the archive of series %1 in hour %2 is damaged"_s.arg(value(series)).arg(hour));
}

Result<> ArchiveCheck::checkTier(Tier tier)
{
    const QByteArray rows = layoutOf(tier).rows;
    const QByteArray parts = layoutOf(tier).parts;
    return forEachRow(
               "SELECT id, data FROM " + rows + " ORDER BY id",
               [&](const Statement &row) {
                   std::vector<Rollup> rollups;
                   if (!m_tiers.decodeRow(row.integer(0), row.blob(1), rollups))
                       m_fault(
                           u"the row %1 of %2 is damaged"_s.arg(row.integer(0)).arg(QLatin1StringView(rows)));
               })
        .and_then([&] {
            return forEachRow("SELECT grp, period, data FROM " + parts, [&](const Statement &row) {
                GroupRollups rollups;
                if (!m_tiers.decodePart(static_cast<quint32>(row.integer(0)), row.integer(1), row.blob(2),
                                        rollups))
                    m_fault(u"the part of group %1 at %2 of %3 is damaged"_s.arg(row.integer(0))
                                .arg(row.integer(1))
                                .arg(QLatin1StringView(parts)));
            });
        });
}

Result<> ArchiveCheck::checkCounts()
{
    return forEachRow("SELECT name, value FROM counter", [this](const Statement &row) {
        const QString name = row.text(0);
        if ((name == "samples"_L1 && row.integer(1) != m_allSamples)
            || (name == "raw_rows"_L1 && row.integer(1) != m_allRows))
            m_fault(u"the archive's count of %1 is wrong"_s.arg(name));
    });
}

} // namespace stratadeck
