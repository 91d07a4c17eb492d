// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alert/weekly.h"

#include <QDateTime>
#include <QTimeZone>
#include <algorithm>

namespace stratadeck {

namespace {

constexpr qint64 kSecond = 1000;
constexpr int kWeek = 7;

enum class Twice : quint8 { First, Last }; ///< which one of a time that clocks show twice

QDateTime utc(qint64 millis)
{
    return QDateTime::fromMSecsSinceEpoch(millis, Qt::UTC);
}

/// When clocks there show it.
TimePoint instantOf(const QTimeZone &zone, QDate date, QTime time, Twice twice)
{
    constexpr qint64 kDay = 86'400 * kSecond;
    const qint64 shown = QDateTime(date, time, Qt::UTC).toMSecsSinceEpoch();
    const auto offsetAt = [&](qint64 millis) { return zone.offsetFromUtc(utc(millis)) * kSecond; };
    // Of a change at that time, these lie before and behind it.
    const qint64 before = shown - offsetAt(shown - kDay);
    const qint64 behind = shown - offsetAt(shown + kDay);
    const bool isBefore = before + offsetAt(before) == shown;
    const bool isBehind = behind + offsetAt(behind) == shown;
    if (isBefore && isBehind)
        return fromMillis(twice == Twice::First ? std::min(before, behind) : std::max(before, behind));
    if (isBefore || isBehind)
        return fromMillis(isBefore ? before : behind);
    const QTimeZone::OffsetData change = zone.nextTransition(utc(std::min(before, behind) - 1));
    return fromMillis(change.atUtc.isValid() ? change.atUtc.toMSecsSinceEpoch() : before);
}

TimeRange occurrenceOn(const Weekly &weekly, const QTimeZone &zone, QDate date)
{
    const QDate last = weekly.to > weekly.from ? date : date.addDays(1);
    return {instantOf(zone, date, weekly.from, Twice::First), instantOf(zone, last, weekly.to, Twice::Last)};
}

} // namespace

bool Weekly::isValid() const
{
    const auto isDay = [](int day) { return day >= Qt::Monday && day <= Qt::Sunday; };
    return from.isValid() && to.isValid() && !days.isEmpty() && std::ranges::all_of(days, isDay)
           && QTimeZone(zone).isValid();
}

std::optional<TimeRange> Weekly::occurrenceAt(TimePoint now) const
{
    if (!isValid())
        return {};
    const QTimeZone place(zone);
    const QDate today = utc(toMillis(now)).toTimeZone(place).date();
    for (const QDate date : {today, today.addDays(-1)}) {
        if (!days.contains(date.dayOfWeek()))
            continue;
        const TimeRange occurrence = occurrenceOn(*this, place, date);
        if (occurrence.from <= now && now < occurrence.to)
            return occurrence;
    }
    return {};
}

std::optional<TimePoint> Weekly::nextChange(TimePoint now) const
{
    if (!isValid())
        return {};
    const QTimeZone place(zone);
    const QDate today = utc(toMillis(now)).toTimeZone(place).date();
    std::optional<TimePoint> next;
    for (int day = -1; day <= kWeek; ++day) {
        const QDate date = today.addDays(day);
        if (!days.contains(date.dayOfWeek()))
            continue;
        const TimeRange occurrence = occurrenceOn(*this, place, date);
        for (const TimePoint at : {occurrence.from, occurrence.to}) {
            if (at > now && (!next || at < *next))
                next = at;
        }
    }
    return next;
}

} // namespace stratadeck
