// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/timerange.h"

namespace stratadeck {

/// When a source is read next. Sweeps lie on a fixed grid of periods, so that they do not drift; after
/// an error the distance doubles from one period to a minute, and the grid begins anew with the next
/// good sweep. Pure: instants are given. Not thread-safe.
class SweepSchedule
{
public:
    /// The first sweep is due at `start`.
    SweepSchedule(Ticks start, Milliseconds period);

    Ticks due() const { return m_due; }

    /// A sweep that was good ended at `end`. Returns how many places of the grid passed unused.
    qint64 succeeded(Ticks end);

    /// A sweep that failed ended at `end`.
    void failed(Ticks end);

    static constexpr std::chrono::minutes kLongestBackOff{1};

private:
    Milliseconds m_period;
    Ticks m_due;
    Ticks m_backOff;
    bool m_failing = false;
};

} // namespace stratadeck
