// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace stratadeck {

/// Takes the samples of one series in time order, as they come out of the store.
class SampleSink
{
public:
    virtual ~SampleSink() = default;
    /// `at` in milliseconds since the epoch, not falling; NaN begins a gap.
    virtual void add(qint64 at, double value) = 0;
    /// Nothing is known from `at` until the next sample.
    virtual void addGap(qint64 at) = 0;
};

} // namespace stratadeck
