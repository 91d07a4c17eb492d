// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/timerange.h"
#include "models/history/block.h"
#include "models/history/samplesink.h"

#include <map>

namespace stratadeck {

/// Brings the samples of several segments into one time order for a sink and tells it where nobody
/// recorded. Blocks come in order of their first sample; memory is bounded by what overlaps.
class SampleMerge
{
public:
    SampleMerge(TimeRange range, SampleSink &sink);

    /// Says beforehand from when to when a segment recorded this series; may be called several times.
    void cover(qint64 segment, qint64 start, qint64 end);
    void add(const Block &block);
    /// Samples from `at` on cannot be read.
    void addDamaged(qint64 at);
    /// No more blocks come: gives the sink what is still held back.
    void finish();

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
    bool mayGiveStraight(const Block &block) const;
    void giveStraight(const Block &block, std::size_t begin, std::size_t end);
    void give(const Sample &sample);
    bool isBreak(const Sample &sample) const;

    TimeRange m_range;
    SampleSink &m_sink;
    std::map<qint64, Cover> m_covers; ///< by segment
    std::vector<Sample> m_waiting;
    bool m_sorted = true;
    qint64 m_lastSegment = 0;
    qint64 m_lastAt = 0;
    bool m_any = false;
};

} // namespace stratadeck
