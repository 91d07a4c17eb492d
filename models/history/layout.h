// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/ids.h"

#include <limits>

namespace stratadeck {

// How samples are spread over the rows of a history file (docs/history-format.md). 128 series with
// neighbouring ids are a group: they are sealed together and share their times. Times are in milliseconds
// since 1970 and may be negative; windows, hours, days and months are counted from then.

inline constexpr quint32 kGroupSeries = 128;

inline quint32 groupOf(SeriesId series)
{
    return value(series) / kGroupSeries;
}

/// The place of a series in its group.
inline quint32 slotOf(SeriesId series)
{
    return value(series) % kGroupSeries;
}

inline SeriesId seriesAt(quint32 group, quint32 slot)
{
    return static_cast<SeriesId>(group * kGroupSeries + slot);
}

inline constexpr qint64 kWindowLength = 120'000;
inline constexpr qint64 kMinuteLength = 60'000;
inline constexpr qint64 kHourLength = 3'600'000;
inline constexpr qint64 kWindowsPerHour = kHourLength / kWindowLength;
inline constexpr qint64 kHoursPerDay = 24;
inline constexpr qint64 kDaysPerMonth = 32; ///< of the store's months

/// No sample is further from 1970 than this (142,000 years), so that row ids cannot overflow.
inline constexpr qint64 kFarthestTime = qint64(1) << 52;

constexpr qint64 floorDivide(qint64 dividend, qint64 divisor)
{
    return dividend / divisor - (dividend % divisor < 0);
}

/// Groups begin their windows at different seconds, so that no sweep has to seal many of them.
constexpr qint64 windowOffset(quint32 group)
{
    return qint64(group) * 53 % (kWindowLength / 1000) * 1000;
}

constexpr qint64 windowOf(quint32 group, qint64 at)
{
    return floorDivide(at - windowOffset(group), kWindowLength);
}

constexpr qint64 windowStart(quint32 group, qint64 window)
{
    return window * kWindowLength + windowOffset(group);
}

constexpr qint64 hourOfWindow(qint64 window)
{
    return floorDivide(window, kWindowsPerHour);
}

/// The hour whose archive rows hold a sample: that of the beginning of its window.
constexpr qint64 hourOf(quint32 group, qint64 at)
{
    return hourOfWindow(windowOf(group, at));
}

constexpr qint64 dayOfHour(qint64 hour)
{
    return floorDivide(hour, kHoursPerDay);
}

constexpr qint64 monthOfDay(qint64 day)
{
    return floorDivide(day, kDaysPerMonth);
}

// Row ids: the time first, so that rows come in the order they are written and go in the order they age.

inline constexpr int kSeriesBits = 26;
inline constexpr int kGroupBits = 20;

constexpr qint64 seriesRow(qint64 period, quint32 series)
{
    return period * (qint64(1) << kSeriesBits) + series;
}

constexpr qint64 groupRow(qint64 period, quint32 group)
{
    return period * (qint64(1) << kGroupBits) + group;
}

constexpr qint64 periodOfSeriesRow(qint64 id)
{
    return floorDivide(id, qint64(1) << kSeriesBits);
}

constexpr qint64 periodOfGroupRow(qint64 id)
{
    return floorDivide(id, qint64(1) << kGroupBits);
}

} // namespace stratadeck
