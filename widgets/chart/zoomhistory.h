// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/timerange.h"

#include <optional>
#include <vector>

namespace stratadeck {

/// What the charts were set to show: the newest figures over a length of time, or a range that stands.
struct ChartView {
    std::chrono::minutes preset{15};
    std::optional<TimeRange> fixed;

    bool operator==(const ChartView &) const = default;
};

/// The views one came from and went back from, as in a browser. A value; any thread.
class ZoomHistory
{
public:
    static constexpr std::size_t kMostSteps = 100; ///< older ones are forgotten

    explicit ZoomHistory(ChartView start = {})
        : m_current(start)
    {
    }

    const ChartView &current() const { return m_current; }

    /// Leaves the current view for another; what could be gone forward to is forgotten. Views that
    /// follow each other within half a second, as with a wheel, are one step. Going to the current view
    /// changes nothing.
    void go(const ChartView &view, TimePoint now);
    /// The current view stands still over `range`, or moves on with the newest figures. Neither is a step: what
    /// one can go back and forward to stays.
    void hold(TimeRange range);
    void follow();
    /// Whether the current view stands only because of hold().
    bool isHeld() const { return m_held; }
    /// A new beginning: nothing to go back to.
    void restart(const ChartView &view);

    bool canGoBack() const { return !m_back.empty(); }
    bool canGoForward() const { return !m_forward.empty(); }
    /// The view gone to, which is now current; without one the current view.
    const ChartView &goBack();
    const ChartView &goForward();

private:
    ChartView m_current;
    std::vector<ChartView> m_back;
    std::vector<ChartView> m_forward;
    std::optional<TimePoint> m_lastStep;
    bool m_held = false;
};

} // namespace stratadeck
