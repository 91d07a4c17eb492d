// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/tierreader.h"

#include "models/base/logging.h"
#include "models/history/rollups.h"

#include <algorithm>

namespace stratadeck {

namespace {

/// The archive's hours are shifted by up to a window: a period has buckets of so much of its neighbour.
constexpr qint64 kShift = kWindowLength;

/// Two years of minutes. Room for less than this is made at once: growing would copy a year of 25 MB again and
/// again, and the kernel would hand out each page of it twice.
constexpr qint64 kMostReserved = 1 << 20;

void cut(std::vector<Rollup> &rollups, TimeRange range)
{
    const auto isBefore = [](const Rollup &rollup, qint64 at) { return rollup.at < at; };
    rollups.erase(std::lower_bound(rollups.begin(), rollups.end(), toMillis(range.to), isBefore),
                  rollups.end());
    rollups.erase(rollups.begin(),
                  std::lower_bound(rollups.begin(), rollups.end(), toMillis(range.from), isBefore));
}

/// Neighbours of the same time are two parts of one bucket.
void join(std::vector<Rollup> &rollups)
{
    const auto same = [](const Rollup &a, const Rollup &b) { return a.at >= b.at; };
    if (std::adjacent_find(rollups.begin(), rollups.end(), same) == rollups.end())
        return;
    std::stable_sort(rollups.begin(), rollups.end(),
                     [](const Rollup &a, const Rollup &b) { return a.at < b.at; });
    rollups = mergeRollups(rollups, {});
}

} // namespace

Result<> TierReader::prepare(const Database &db)
{
    return prepare(db, Tier::Minute).and_then([&] { return prepare(db, Tier::Hour); });
}

Result<> TierReader::prepare(const Database &db, Tier tier)
{
    const TierLayout layout = layoutOf(tier);
    const QByteArray rows = layout.rows;
    Statements &statements = of(tier);
    const auto into = [&db](Statement &statement, const QByteArray &sql) {
        return db.prepare(sql.constData()).map([&](Statement made) { statement = std::move(made); });
    };
    Statement bounds;
    const auto done = into(statements.row, "SELECT data FROM " + rows + " WHERE id=?1")
                          .and_then([&] {
                              return into(statements.parts,
                                          QByteArray("SELECT period, data FROM ") + layout.parts
                                              + " WHERE grp=?1 AND period>=?2 AND period<=?3 ORDER BY period");
                          })
                          .and_then([&] {
                              return into(bounds, "SELECT (SELECT min(id) FROM " + rows
                                                      + "), (SELECT max(id) FROM " + rows + ")");
                          });
    if (!done)
        return done;
    const auto row = bounds.step();
    if (!row)
        return tl::unexpected(row.error());
    if (!bounds.isNull(0)) {
        statements.first = periodOfSeriesRow(bounds.integer(0));
        statements.end = periodOfSeriesRow(bounds.integer(1)) + 1;
    }
    return {};
}

Result<> TierReader::read(Tier tier, SeriesId series, TimeRange range, std::vector<Rollup> &rollups,
                          Damage &damage)
{
    if (rollups.empty()) {
        return readRows(tier, series, range, rollups, damage)
            .and_then([&] { return readParts(tier, series, range, rollups, damage); })
            .map([&] {
                join(rollups);
                cut(rollups, range);
            });
    }
    std::vector<Rollup> some;
    return read(tier, series, range, some, damage).map([&] {
        rollups.insert(rollups.end(), some.begin(), some.end());
        join(rollups);
    });
}

Result<> TierReader::readRows(Tier tier, SeriesId series, TimeRange range, std::vector<Rollup> &rollups,
                              Damage &damage)
{
    const TierLayout layout = layoutOf(tier);
    const qint64 length = layout.partLength * layout.partsPerRow;
    Statements &statements = of(tier);
    const qint64 first =
        std::max(floorDivide(toMillis(range.from) - kShift - layout.step, length), statements.first);
    const qint64 end = std::min(floorDivide(toMillis(range.to) - 1, length) + 1, statements.end);
    const qint64 expected = std::clamp<qint64>(end - first, 0, kMostReserved) * (length / layout.step);
    rollups.reserve(rollups.size() + static_cast<std::size_t>(std::min(expected, kMostReserved)));
    for (qint64 period = first; period < end; ++period) {
        const qint64 id = seriesRow(period, value(series));
        const auto row = statements.row.bind(1, id).step();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            continue;
        const std::size_t before = rollups.size();
        if (!m_codec.decodeRow(id, statements.row.blob(0), rollups)) {
            rollups.resize(before);
            qCWarning(lcHistory) << "the tier row of series" << value(series) << "in period" << period
                                 << "is damaged";
            damage.times.push_back(period * length);
        }
        statements.row.reset();
    }
    return {};
}

Result<> TierReader::readParts(Tier tier, SeriesId series, TimeRange range, std::vector<Rollup> &rollups,
                               Damage &damage)
{
    const TierLayout layout = layoutOf(tier);
    Statement &parts = of(tier).parts;
    parts.bind(1, groupOf(series))
        .bind(2, floorDivide(toMillis(range.from) - kShift - layout.step, layout.partLength))
        .bind(3, floorDivide(toMillis(range.to) - 1, layout.partLength));
    auto row = parts.step();
    for (; row && *row; row = parts.step()) {
        const std::size_t before = rollups.size();
        const qint64 period = parts.integer(0);
        if (m_codec.decodePart(groupOf(series), period, parts.blob(1), slotOf(series), rollups))
            continue;
        rollups.resize(before);
        qCWarning(lcHistory) << "a part of" << layout.parts << "in period" << period << "is damaged";
        damage.times.push_back(period * layout.partLength);
    }
    return row.map([](bool) {});
}

} // namespace stratadeck
