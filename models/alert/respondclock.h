// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alert/severity.h"

#include <optional>

namespace stratadeck {

/// Until when somebody has to respond to an incident. Runs from its firing, stands still while it is paused,
/// ends with an acknowledgement. All times are wall clock: a machine that slept has slept through them.
class RespondClock
{
public:
    /// All that it knows.
    struct State {
        TimePoint start{};
        TimePoint due{}; ///< without pauses
        Milliseconds paused{};
        std::optional<TimePoint> pausedAt;
        std::optional<TimePoint> stoppedAt;

        bool operator==(const State &) const = default;
    };

    RespondClock() = default;
    RespondClock(TimePoint start, Severity severity);
    explicit RespondClock(const State &state)
        : m_state(state)
    {
    }
    const State &state() const { return m_state; }
    bool operator==(const RespondClock &) const = default;

    /// Something may begin to pause it, or end; overlapping pauses count once.
    void setPaused(bool paused, TimePoint at);
    bool isPaused() const { return m_state.pausedAt.has_value(); }

    /// Worse: due at once or as soon as the new target says from now on. Better: as if it had been so from the
    /// start.
    void changeSeverity(Severity from, Severity to, TimePoint at);

    void stop(TimePoint at); ///< somebody has responded, or it is over
    void goOn();             ///< the response is void
    bool isStopped() const { return m_state.stoppedAt.has_value(); }

    /// Includes the pauses until `now`.
    TimePoint due(TimePoint now) const;
    /// Negative when it is overdue; stands still while it is paused.
    Milliseconds remaining(TimePoint now) const { return due(now) - now; }

private:
    Milliseconds paused(TimePoint now) const;

    State m_state;
};

} // namespace stratadeck
