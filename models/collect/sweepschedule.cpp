// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/sweepschedule.h"

#include <algorithm>

namespace stratadeck {

SweepSchedule::SweepSchedule(Ticks start, Milliseconds period)
    : m_period(std::max(period, Milliseconds(1)))
    , m_due(start)
    , m_backOff(m_period)
{
}

qint64 SweepSchedule::succeeded(Ticks end)
{
    m_backOff = m_period;
    if (std::exchange(m_failing, false)) {
        m_due = end + m_period;
        return 0;
    }
    const Ticks period = m_period;
    const qint64 passed = std::max<qint64>(0, (end - m_due) / period);
    m_due += (passed + 1) * period;
    return passed;
}

void SweepSchedule::failed(Ticks end)
{
    m_failing = true;
    m_due = end + m_backOff;
    const Ticks longest = std::max<Ticks>(m_period, kLongestBackOff);
    m_backOff = std::min(2 * m_backOff, longest);
}

} // namespace stratadeck
