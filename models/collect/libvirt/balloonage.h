// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/timerange.h"

namespace stratadeck {

/// How old a guest's own memory figures are. The time stamp on them is the host's clock, which need not
/// agree with ours: once the stamp has been seen to change, only our own clock counts. Pure.
class BalloonAge
{
public:
    /// `lastUpdate` in seconds since 1970 as the host says; 0 or unknown: nothing has been reported.
    void update(double lastUpdate, TimePoint wall, Ticks now);

    bool isKnown() const { return m_known; }
    /// Seconds, as of the last update().
    double seconds() const { return m_seconds; }

    /// True when the figures are too old to be shown as current: three reporting periods, 30 s at least.
    bool isStale(int statsPeriod) const;

private:
    bool m_known = false;
    double m_lastUpdate = 0;
    double m_base = 0;
    Ticks m_since{0};
    double m_seconds = 0;
};

} // namespace stratadeck
