// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/base/usageprofile.h"
#include "models/history/history.h"
#include "models/history/samplesink.h"

#include <optional>
#include <span>
#include <stop_token>

namespace stratadeck {

class HistoryReader;

/// Makes the profile of one series from its samples: a figure holds until the next one or a gap. The first and
/// the last of the range reach to its ends when these are no more than two samples away.
class UsageCollector final : public SampleSink
{
public:
    /// range.from < range.to.
    explicit UsageCollector(TimeRange range);

    void add(qint64 at, double value) override;
    void addGap(qint64 at) override;
    void addRollup(const Rollup &rollup, qint64 step) override;
    UsageProfile take();

private:
    struct Sample {
        qint64 at = 0;
        double value = 0;
    };
    TimeRange m_range;
    UsageProfile m_profile;
    std::optional<Sample> m_first; ///< the first of the range, until the distance to the next is known
    std::optional<Sample> m_last;  ///< holds since then
    bool m_begun = false;          ///< a sample or a gap came
    qint64 m_step;
};

/// What each entity used over a range: the sum of these metrics over all its disks, network cards and so on.
/// Who has no sample in the range is left out. Reads some entities at a time, so that the file is not held for
/// long.
Result<std::vector<EntityUsage>> readUsage(const HistoryReader &reader, std::span<const EntityId> entities,
                                           std::span<const MetricId> metrics, TimeRange range,
                                           const std::stop_token &stop = {});

} // namespace stratadeck
