// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/archivesource.h"

#include "models/base/logging.h"
#include "models/history/codec/clockcodec.h"
#include "models/history/groupblock.h"

#include <algorithm>

namespace stratadeck {

namespace {

/// Clocks of some days; past that the reader begins anew rather than to grow.
constexpr std::size_t kMostClocks = 256;

} // namespace

Result<> ArchiveReader::prepare(const Database &db)
{
    const auto into = [&db](Statement &statement, const char *sql) {
        return db.prepare(sql).map([&](Statement made) { statement = std::move(made); });
    };
    Statement bounds;
    const auto done =
        into(m_findClock, "SELECT data FROM clock WHERE id=?1")
            .and_then([&] { return into(m_findRaw, "SELECT data FROM raw WHERE id=?1"); })
            .and_then(
                [&] { return into(bounds, "SELECT (SELECT min(id) FROM raw), (SELECT max(id) FROM raw)"); });
    if (!done)
        return done;
    const auto row = bounds.step();
    if (!row)
        return tl::unexpected(row.error());
    if (!bounds.isNull(0))
        m_hours = {periodOfSeriesRow(bounds.integer(0)), periodOfSeriesRow(bounds.integer(1)) + 1};
    return {};
}

Result<const ArchiveReader::Clock *> ArchiveReader::clockOf(qint64 id)
{
    const auto known = m_clocks.find(id);
    if (known != m_clocks.end())
        return &known->second;
    const auto row = m_findClock.bind(1, id).step();
    if (!row)
        return tl::unexpected(row.error());
    if (!*row)
        return nullptr;
    if (m_clocks.size() >= kMostClocks)
        m_clocks.clear();
    Clock &clock = m_clocks[id];
    std::vector<ClockSection> sections;
    if (decodeClockRow(id, m_findClock.blob(0), sections)) {
        for (const ClockSection &section : sections) {
            clock.segments.push_back(section.segment);
            if (!decodeClock(section.bytes, section.count, clock.times.emplace_back()))
                clock.times.back().clear();
        }
    }
    m_findClock.reset();
    return &clock;
}

Result<> ArchiveReader::read(SeriesId series, qint64 hour, std::vector<Block> &blocks, Damage &damage)
{
    const qint64 id = seriesRow(hour, value(series));
    const auto row = m_findRaw.bind(1, id).step();
    if (!row)
        return tl::unexpected(row.error());
    if (!*row)
        return {};
    const auto clock = clockOf(groupRow(hour, groupOf(series)));
    if (!clock)
        return tl::unexpected(clock.error());
    bool sound = *clock && decodeRawRow(id, m_findRaw.blob(0), m_sections);
    for (std::size_t i = 0; sound && i < m_sections.size(); ++i) {
        const RawSection &section = m_sections[i];
        sound = section.section < (*clock)->times.size();
        if (!sound)
            break;
        const std::vector<qint64> &times = (*clock)->times[section.section];
        sound = !times.empty() && m_decoder.decode(section.bytes, times.size(), m_column)
                && !m_column.values.empty();
        if (!sound)
            break;
        Block &block = blocks.emplace_back();
        block.segment = (*clock)->segments[section.section];
        samplesOf(times, m_column, block.samples);
    }
    m_findRaw.reset();
    if (!sound && *clock) { // without a clock it was let go by the retention
        qCWarning(lcHistory) << "the archive of series" << value(series) << "in hour" << hour << "is damaged";
        damage.times.push_back(windowStart(groupOf(series), hour * kWindowsPerHour));
    }
    return {};
}

ArchiveSource::ArchiveSource(ArchiveReader &reader, SeriesId series, TimeRange range, Damage &damage)
    : m_reader(reader)
    , m_series(series)
    , m_damage(damage)
{
    const quint32 group = groupOf(series);
    const ArchiveReader::Hours &hours = reader.hours();
    m_hour = std::max(hourOf(group, toMillis(range.from)), hours.first);
    m_end = std::min(hourOf(group, toMillis(range.to) - 1) + 1, hours.end);
}

Result<const Block *> ArchiveSource::next()
{
    while (m_place == m_blocks.size()) {
        if (m_hour >= m_end)
            return nullptr;
        m_blocks.clear();
        m_place = 0;
        if (const auto done = m_reader.read(m_series, m_hour++, m_blocks, m_damage); !done)
            return tl::unexpected(done.error());
        std::sort(m_blocks.begin(), m_blocks.end(), [](const Block &a, const Block &b) {
            return a.samples.times.front() < b.samples.times.front();
        });
    }
    return &m_blocks[m_place++];
}

} // namespace stratadeck
