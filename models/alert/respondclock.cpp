// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alert/respondclock.h"

#include <algorithm>

namespace stratadeck {

RespondClock::RespondClock(TimePoint start, Severity severity)
    : m_state{start, start + respondTarget(severity), {}, {}, {}}
{
}

Milliseconds RespondClock::paused(TimePoint now) const
{
    return m_state.paused
           + (m_state.pausedAt ? std::max(Milliseconds(0), now - *m_state.pausedAt) : Milliseconds(0));
}

void RespondClock::setPaused(bool paused, TimePoint at)
{
    if (paused == isPaused() || (paused && isStopped()))
        return;
    m_state.paused = this->paused(at);
    m_state.pausedAt = paused ? std::optional(at) : std::nullopt;
}

void RespondClock::changeSeverity(Severity from, Severity to, TimePoint at)
{
    if (isWorse(to, from))
        m_state.due = std::min(m_state.due, at + respondTarget(to) - paused(at));
    else
        m_state.due = m_state.start + respondTarget(to);
}

void RespondClock::stop(TimePoint at)
{
    if (m_state.stoppedAt)
        return;
    setPaused(false, at);
    m_state.stoppedAt = at;
}

void RespondClock::goOn()
{
    m_state.stoppedAt.reset();
}

TimePoint RespondClock::due(TimePoint now) const
{
    return m_state.due + paused(now);
}

} // namespace stratadeck
