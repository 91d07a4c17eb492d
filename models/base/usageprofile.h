// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/ids.h"
#include "models/base/timerange.h"

#include <vector>

namespace stratadeck {

/// How much of something was used in each of equal parts of a range of time, and for how long that is known.
/// A value; any thread.
class UsageProfile
{
public:
    static constexpr std::size_t kParts = 120;
    UsageProfile() = default;
    /// Nothing is known yet. range.from < range.to.
    explicit UsageProfile(TimeRange range);

    /// The level was `level` from `from` to `to`, clipped to the range.
    void hold(TimePoint from, TimePoint to, double level);
    /// Of two things used at the same time: their levels are added; a part counts as known for as long as the
    /// better known of the two was. Both are of one range.
    void add(const UsageProfile &other);

    bool isEmpty() const; ///< nothing is known
    /// Over the time that is known; NaN when nothing is.
    double mean() const;
    /// What `share` (0..1) of the known parts did not exceed; NaN when nothing is known.
    double quantile(double share) const;
    /// The share of the range of which the level is known, 0..1.
    double measured() const;

private:
    struct Part {
        double integral = 0; // of the level over what is known of the part
        double known = 0;    // milliseconds

        double level() const { return known > 0 ? integral / known : 0; }
    };

    TimeRange m_range{};
    double m_partLength = 0; // milliseconds
    std::vector<Part> m_parts;
};

struct EntityUsage {
    EntityId entity{};
    UsageProfile profile;
};

} // namespace stratadeck
