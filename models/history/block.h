// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>
#include <vector>

namespace stratadeck {

/// Samples of one series: times in milliseconds since 1970, rising; NaN is a gap marker.
struct Samples {
    std::vector<qint64> times;
    std::vector<double> values;

    void clear()
    {
        times.clear();
        values.clear();
    }
    bool isEmpty() const { return times.empty(); }
};

/// Consecutive samples of one series and segment, in time order.
struct Block {
    qint64 segment = 0;
    Samples samples;
};

} // namespace stratadeck
