// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/history/history.h"
#include "models/history/samplesink.h"

#include <optional>

namespace stratadeck {

/// Makes the buckets of a series from its samples, given in time order: one a sample while they fit
/// into `maxPoints`, else samples of the same 1/maxPoints of the range share one. Unknown stretches
/// become gaps, one each however many markers they have; in a reduced series a gap disappears when
/// known samples of one bucket surround it.
class Reducer final : public SampleSink
{
public:
    /// maxPoints >= 1 and range.from < range.to.
    Reducer(TimeRange range, int maxPoints);

    /// NaN begins a gap. Times do not fall and lie in the range.
    void add(qint64 at, double value) override;
    void addGap(qint64 at) override;
    void addRollup(const Rollup &rollup, qint64 step) override;
    Series take(SeriesId id);

private:
    quint64 slotStart(quint64 slot) const;
    quint64 slotEndAfter(quint64 place) const;
    void addRaw(const Bucket &bucket);
    void addReduced(qint64 at, double value);
    void addReduced(const Bucket &bucket);
    void flushGap();
    void flushBucket();
    void startReducing();

    qint64 m_from;
    quint64 m_length;      ///< of the range in milliseconds
    quint64 m_slotEnd = 0; ///< of m_bucket's part of the range, from m_from
    std::size_t m_maxPoints;
    Series m_series;
    bool m_reducing = false;   ///< the buckets are of equal length by now
    std::size_t m_samples = 0; ///< buckets that are not gaps, before that
    std::optional<qint64> m_gap;
    std::optional<Bucket> m_bucket;
    long double m_sum = 0; ///< of m_bucket; wider, so that large figures do not overflow
};

} // namespace stratadeck
