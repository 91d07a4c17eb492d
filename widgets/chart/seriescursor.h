// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/chartseries.h"

#include <optional>

namespace stratadeck {

/// The sample a cursor at `at` points to: the bucket that holds the instant, else the nearer neighbour.
/// None inside a gap, and none further than `tolerance` outside the known samples.
std::optional<Bucket> sampleAt(const Series &series, TimePoint at, Milliseconds tolerance);

/// The nearest known sample's time over all series within tolerance: where a cursor snaps to.
std::optional<TimePoint> nearestSample(const std::vector<ChartSeries> &series, TimePoint at,
                                       Milliseconds tolerance);

/// The next marker after (or before, when !forward) `at` inside the range.
std::optional<TimePoint> stepMarker(const std::vector<ChartMarker> &markers, TimePoint at, bool forward,
                                    TimeRange range);

/// The next sample time after (or before, when !forward) `at` over all series inside the range.
std::optional<TimePoint> stepSample(const std::vector<ChartSeries> &series, TimePoint at, bool forward,
                                    TimeRange range);

/// Where the largest value of all series stands, the first of several; an earlier self is left out.
std::optional<TimePoint> largestSample(const std::vector<ChartSeries> &series, TimeRange range);

} // namespace stratadeck
