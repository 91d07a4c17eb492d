// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/metrics.h"
#include "models/history/history.h"

#include <memory>

namespace stratadeck {

/// One curve of a chart. The data is shared with whoever read it and never changed.
struct ChartSeries {
    QString name; ///< what the legend says, plain text
    QString key;  ///< tells curves apart over updates
    Unit unit = Unit::None;
    std::shared_ptr<const Series> data; ///< null: nothing known yet
    int colour = 0;                     ///< slot of Theme::series
    bool earlier = false;               ///< the same figures of an earlier time, moved here: paler and dashed

    bool operator==(const ChartSeries &) const = default;
};

/// What a marker stands for. Each has a glyph of its own, told apart by shape and not by colour alone.
enum class MarkerKind : quint8 {
    Event,       ///< the engine told of it
    Restart,     ///< a new run began
    UrgentAlert, ///< of P0 or P1
    CalmAlert,   ///< of P2 or P3
    AlertResolved,
    TaskRunning,
    TaskDone,
    TaskFailed,
    TaskCancelled,
};

constexpr bool isTask(MarkerKind kind)
{
    return kind >= MarkerKind::TaskRunning;
}

/// Something that happened: a thin vertical line under a glyph, with its words at the cursor.
struct ChartMarker {
    TimePoint at{};
    QString text; ///< plain text
    MarkerKind kind = MarkerKind::Event;

    bool operator==(const ChartMarker &) const = default;
};

} // namespace stratadeck
