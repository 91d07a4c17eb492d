// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/libvirt/balloonage.h"

#include <algorithm>

namespace stratadeck {

void BalloonAge::update(double lastUpdate, TimePoint wall, Ticks now)
{
    if (!(lastUpdate > 0)) {
        *this = {};
        return;
    }
    if (!m_known) {
        const double wallSeconds = std::chrono::duration<double>(wall.time_since_epoch()).count();
        m_base = std::max(0.0, wallSeconds - lastUpdate);
        m_since = now;
    } else if (lastUpdate != m_lastUpdate) {
        m_base = 0;
        m_since = now;
    }
    m_known = true;
    m_lastUpdate = lastUpdate;
    m_seconds = m_base + toSeconds(now - m_since);
}

bool BalloonAge::isStale(int statsPeriod) const
{
    constexpr double kLeast = 30;
    return m_known && m_seconds > std::max(kLeast, 3.0 * statsPeriod);
}

} // namespace stratadeck
