// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alert/respondclock.h"

#include <algorithm>

namespace stratadeck {

RespondClock::RespondClock(TimePoint start, Severity severity)
    : m_start(start)
    , m_due(start + respondTarget(severity))
{
}

Milliseconds RespondClock::paused(TimePoint now) const
{
    return m_paused + (m_pausedAt ? std::max(Milliseconds(0), now - *m_pausedAt) : Milliseconds(0));
}

void RespondClock::setPaused(bool paused, TimePoint at)
{
    if (paused == isPaused() || (paused && isStopped()))
        return;
    m_paused = this->paused(at);
    m_pausedAt = paused ? std::optional(at) : std::nullopt;
}

void RespondClock::changeSeverity(Severity from, Severity to, TimePoint at)
{
    if (isWorse(to, from))
        m_due = std::min(m_due, at + respondTarget(to) - paused(at));
    else
        m_due = m_start + respondTarget(to);
}

void RespondClock::stop(TimePoint at)
{
    if (m_stoppedAt)
        return;
    setPaused(false, at);
    m_stoppedAt = at;
}

void RespondClock::goOn()
{
    m_stoppedAt.reset();
}

TimePoint RespondClock::due(TimePoint now) const
{
    return m_due + paused(now);
}

} // namespace stratadeck
