// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>
#include <chrono>

namespace stratadeck {

using Milliseconds = std::chrono::milliseconds;

/// Wall-clock instant in milliseconds since 1970-01-01T00:00:00Z.
using TimePoint = std::chrono::sys_time<Milliseconds>;

/// CLOCK_BOOTTIME: never steps, counts time spent suspended. Rates are made from this.
using Ticks = std::chrono::nanoseconds;

/// Half open: from <= t < to.
struct TimeRange {
    TimePoint from;
    TimePoint to;

    bool contains(TimePoint t) const { return from <= t && t < to; }
    Milliseconds length() const { return to - from; }
    bool operator==(const TimeRange &) const = default;
};

constexpr qint64 toMillis(TimePoint t)
{
    return t.time_since_epoch().count();
}
constexpr TimePoint fromMillis(qint64 ms)
{
    return TimePoint(Milliseconds(ms));
}
constexpr double toSeconds(Ticks ticks)
{
    return std::chrono::duration<double>(ticks).count();
}

} // namespace stratadeck
