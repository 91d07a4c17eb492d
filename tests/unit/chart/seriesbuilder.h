// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/history/history.h"

#include <cmath>
#include <initializer_list>

namespace stratadeck::test {

inline constexpr TimePoint kStart = fromMillis(1'700'000'000'000);

/// Samples one second apart from kStart; NaN is a gap.
inline Series secondsOf(std::initializer_list<double> values)
{
    Series series;
    TimePoint at = kStart;
    for (const double value : values) {
        if (std::isnan(value))
            series.buckets.push_back({at, at, 0, 0, 0, 0, 0, 0});
        else
            series.buckets.push_back({at, at, value, value, value, value, value, 1});
        at += Milliseconds(1000);
    }
    return series;
}

inline TimeRange secondsFrom(double first, double last)
{
    return {kStart + Milliseconds(std::llround(first * 1000)),
            kStart + Milliseconds(std::llround(last * 1000))};
}

} // namespace stratadeck::test
