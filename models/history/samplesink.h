// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace stratadeck {

struct Rollup;

/// Takes what is known of one series in time order, as it comes out of the store.
class SampleSink
{
public:
    virtual ~SampleSink() = default;
    /// `at` in milliseconds since the epoch, not falling; NaN begins a gap.
    virtual void add(qint64 at, double value) = 0;
    /// Nothing is known from `at` until the next sample.
    virtual void addGap(qint64 at) = 0;
    /// Several samples of which only this is kept, from rollup.at on for at most `step` milliseconds.
    virtual void addRollup(const Rollup &rollup, qint64 step) = 0;
    /// The same as add() for each.
    virtual void addMany(const qint64 *times, const double *values, std::size_t count)
    {
        for (std::size_t i = 0; i < count; ++i)
            add(times[i], values[i]);
    }
};

} // namespace stratadeck
