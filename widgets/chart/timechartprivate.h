// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/chartitems.h"
#include "widgets/chart/timechart.h"

QT_FORWARD_DECLARE_CLASS(QValueAxis)

namespace stratadeck {

// Shared by timechart.cpp (what is shown) and timechartinput.cpp (mouse and keys); nobody else.
struct TimeChart::Private {
    ChartState state;
    QValueAxis *valueAxis = nullptr;
    QValueAxis *timeAxis = nullptr;
    ChartFrameItem *frame = nullptr;
    CurveItem *curves = nullptr;
    CursorItem *cursor = nullptr;
    int labelRoom = 0;
    int neededRoom = 0;
    std::optional<double> pressedAt;       // x in plot coordinates
    std::optional<TimePoint> selectedFrom; // where a selection by keys began; it ends at the cursor

    double toPlot(QPoint position) const { return position.x() - state.plot.left(); }
    bool isInPlot(QPoint position) const { return state.plot.adjusted(0, 0, 1, 1).contains(position); }
    TimePoint clampedTime(double x) const { return state.map.timeAt(std::clamp(x, 0.0, state.map.width)); }
};

} // namespace stratadeck
