// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"

#include <mutex>

namespace stratadeck {

/// When figures were read, by both clocks.
struct Stamp {
    TimePoint at{};
    Ticks ticks{0};
};

/// A collector's clock for threads that may outlive the collector: after revoke() it is not touched any
/// more. Any thread.
class StampClock
{
public:
    explicit StampClock(const Clock *clock)
        : m_clock(clock)
    {
    }
    Stamp stamp() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_clock ? Stamp{m_clock->now(), m_clock->ticks()} : Stamp{};
    }
    void revoke()
    {
        const std::scoped_lock lock(m_mutex);
        m_clock = nullptr;
    }

private:
    mutable std::mutex m_mutex;
    const Clock *m_clock;
};

} // namespace stratadeck
