// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"

#include <mutex>

namespace stratadeck::test {

/// A clock that only moves when told; wall and boot time move apart when it is set or "suspended".
class FakeClock final : public Clock
{
public:
    explicit FakeClock(TimePoint start = fromMillis(1'700'000'000'000))
        : m_now(start)
    {
    }
    TimePoint now() const override
    {
        const std::scoped_lock lock(m_mutex);
        return m_now;
    }
    Ticks ticks() const override
    {
        const std::scoped_lock lock(m_mutex);
        return m_ticks;
    }
    void advance(Milliseconds by)
    {
        const std::scoped_lock lock(m_mutex);
        m_now += by;
        m_ticks += by;
    }
    /// Somebody sets the wall clock; boot time goes on.
    void setWall(Milliseconds by)
    {
        const std::scoped_lock lock(m_mutex);
        m_now += by;
    }

private:
    mutable std::mutex m_mutex;
    TimePoint m_now;
    Ticks m_ticks{std::chrono::hours(1)};
};

} // namespace stratadeck::test
