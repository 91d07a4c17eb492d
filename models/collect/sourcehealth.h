// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/base/sourcestatus.h"

#include <deque>

namespace stratadeck {

/// The visible state of one source, made of what happened to its sweeps and of what did not happen in
/// time. Pure: instants are given. Not thread-safe.
class SourceHealth
{
public:
    struct Instant {
        TimePoint at{};
        Ticks ticks{0};
        static Instant of(const Clock &clock) { return {clock.now(), clock.ticks()}; }
    };

    /// `deadline`: the longest time a sweep may take or be overdue.
    SourceHealth(SourceId id, const QString &uri, Milliseconds deadline, Instant now);

    void sweepBegan(Instant now);
    /// `due`: when the next sweep should begin.
    /// `trouble`: what the source lacks although it gave figures.
    void sweepSucceeded(Instant now, Ticks due, const std::optional<Error> &trouble = {});
    void sweepFailed(Instant now, const Error &error, Ticks due);
    void ended(Instant now, const Error &error);
    void countMisses(qint64 misses) { m_status.misses += misses; }
    void countReadings(qint64 readings) { m_status.readings += readings; }

    /// Loading until something happened; Failed (Timeout) when not even the first answer comes within
    /// the deadline; Stale since the last success when one came before.
    SourceStatus status(Instant now) const;

private:
    void enter(SourceState state, TimePoint since);
    bool isLate(Ticks now) const;

    SourceStatus m_status; // as of the last thing that happened
    Milliseconds m_deadline;
    Instant m_begin; // of the sweep under way
    bool m_sweeping = false;
    Ticks m_due;                     // of the next sweep while none is under way
    std::deque<double> m_sweepTimes; // ms, the latest good ones
};

} // namespace stratadeck
