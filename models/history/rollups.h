// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/history/codec/rollupcodec.h"
#include "models/history/samplesink.h"

#include <span>

namespace stratadeck {

/// Makes the buckets of a tier from samples in time order.
class RollupCollector final : public SampleSink
{
public:
    /// `step`: length of a bucket in milliseconds; buckets begin at its multiples.
    explicit RollupCollector(qint64 step)
        : m_step(step)
    {
    }
    void add(qint64 at, double value) override;
    void addGap(qint64 at) override;
    void addRollup(const Rollup &rollup, qint64 step) override;
    /// In rising order of `at`.
    std::vector<Rollup> take();

private:
    void flush();
    void open(qint64 at);

    qint64 m_step;
    std::vector<Rollup> m_rollups;
    Rollup m_current{};
    long double m_sum = 0; ///< of m_current; wider, so that large figures do not overflow
};

/// Two lists in rising order of `at`, buckets of the same time made one.
std::vector<Rollup> mergeRollups(std::span<const Rollup> a, std::span<const Rollup> b);

/// The buckets of a coarser tier.
std::vector<Rollup> coarserRollups(std::span<const Rollup> rollups, qint64 step, qint64 coarserStep);

} // namespace stratadeck
