// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/historyfixture.h"

namespace stratadeck::test {

// The sweeps of historychild: a pure function of the number, so that the tests know every bit.

inline constexpr int kSweepSeries = 40;

inline std::vector<SeriesId> makeSweepSeries(HistoryWriter &writer)
{
    return makeSeries(writer, kSweepSeries);
}

inline TimePoint sweepTime(qint64 sweep)
{
    return second(sweep) + Milliseconds(sweep * 7 % 5);
}

/// A mixture of counters, levels and fractions; some are unknown.
inline double sweepValue(qint64 sweep, int series)
{
    if ((sweep + series) % 23 == 0)
        return kUnknown;
    if (series % 3 == 0)
        return static_cast<double>(sweep * 1500 + series);
    if (series % 3 == 1) {
        const qint64 level = sweep / 50; // steps, as memory does
        return static_cast<double>(level) * 4096;
    }
    return static_cast<double>((sweep * 7919 + series) % 1009) / 7;
}

inline std::vector<SeriesValue> sweepValues(qint64 sweep, const std::vector<SeriesId> &series)
{
    std::vector<SeriesValue> values;
    values.reserve(series.size());
    for (std::size_t i = 0; i < series.size(); ++i)
        values.push_back({series[i], sweepValue(sweep, static_cast<int>(i))});
    return values;
}

} // namespace stratadeck::test
