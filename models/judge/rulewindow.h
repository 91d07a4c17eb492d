// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alert/rules/ruleexpression.h"

#include <memory>
#include <vector>

namespace stratadeck {

/// A sample, or what a coarser tier keeps of several.
struct WindowFigure {
    double value = 0; ///< of several: their mean
    double min = 0;
    double max = 0;
    quint32 count = 1;

    static WindowFigure of(double value) { return {value, value, value, 1}; }
};

/// The latest known figure of a series.
struct LatestFigure {
    TimePoint at{};
    double value = 0;
    bool isKnown = false; ///< there was one ever
    bool isLive = false;  ///< and none said since that it became unknown
};

/// One function over the last `window` of many series, by slot. The window is (now - window, now]; it is kept
/// in panes of the evaluation's period, so that what it gives is exact at multiples of the period; windows of
/// more than 720 panes have longer panes and may miss up to one pane at their old end. A figure between two
/// samples (growth, a change) belongs to the later one; across a gap it counts only when the gap is shorter
/// than the window. One thread.
class RuleWindow
{
public:
    /// A function other than last. `period` > 0 divides the window.
    static std::unique_ptr<RuleWindow> make(const RuleClause &clause, Milliseconds period);
    virtual ~RuleWindow() = default;

    /// `before`: the figure known before this one. Times may be a little older than those added already.
    virtual void add(std::size_t slot, TimePoint at, const WindowFigure &figure,
                     const LatestFigure &before) = 0;
    virtual void clear(std::size_t slot) = 0; ///< another series gets the slot
    /// NaN where the window says nothing.
    virtual double valueAt(std::size_t slot, TimePoint now) const = 0;
};

} // namespace stratadeck
