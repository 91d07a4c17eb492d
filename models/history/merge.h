// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/history/journaltail.h"
#include "models/history/reduce.h"

#include <map>

namespace stratadeck {

/// Brings the samples of several segments into one time order and tells the reducer where nobody
/// recorded. Blocks come in order of their first sample; memory is bounded by what overlaps.
class SampleMerge
{
public:
    SampleMerge(TimeRange range, int maxPoints);

    /// Says beforehand from when to when a segment recorded this series; may be called several times.
    void cover(qint64 segment, qint64 start, qint64 end);
    void add(const Block &block);
    /// Samples from `at` on cannot be read.
    void addDamaged(qint64 at);
    Series take(SeriesId id);

private:
    struct Sample {
        qint64 at = 0;
        qint64 segment = 0;
        double value = 0;
    };
    struct Cover {
        qint64 start = 0;
        qint64 end = 0;
    };
    void flushBefore(qint64 at);
    void reduce(const Sample &sample);
    bool isBreak(const Sample &sample) const;

    TimeRange m_range;
    Reducer m_reducer;
    std::map<qint64, Cover> m_covers; ///< by segment
    std::vector<Sample> m_waiting;
    bool m_sorted = true;
    qint64 m_lastSegment = 0;
    qint64 m_lastAt = 0;
    bool m_any = false;
};

} // namespace stratadeck
