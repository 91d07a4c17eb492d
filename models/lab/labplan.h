// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/entity.h"
#include "models/base/ids.h"
#include "models/base/result.h"

#include <vector>

namespace stratadeck {

/// A VM or a container whose start is timed, and what the person allowed to be done to it.
struct LabTarget {
    EntityId id{};
    EntityInfo entity;         ///< as it was shown when it was chosen
    QString uri;               ///< the source it belongs to
    bool mayBeStopped = false; ///< although it runs: who uses it is interrupted
    bool mayBeForced = false;  ///< when it does not shut down by itself
};

/// What is to be measured: every target is started `runs` times, in turns.
struct LabPlan {
    static constexpr int kMostRuns = 50;
    static constexpr Milliseconds kShortestDeadline{1'000};
    static constexpr Milliseconds kLongestDeadline{3600'000};
    static constexpr Milliseconds kLongestWindow{3600'000};

    std::vector<LabTarget> targets;
    int runs = 5;                   ///< 1..kMostRuns, of each target
    Milliseconds deadline{120'000}; ///< of one start, until it is healthy where its engine tells
    Milliseconds window{10'000};    ///< how long its overhead is watched after that; 0: not at all
};

/// Why nothing may be started by this plan, as a plain translated sentence; none when it may. Judges by what
/// was shown of the targets. `now` is for how long they have been running. Pure; any thread.
std::optional<QString> refusalOf(const LabPlan &plan, bool isReadOnly, TimePoint now);

/// "“web” has been running for 3 h 12 min and may not be stopped." for a target that runs; none for one that
/// does not. Without the ban when it may be stopped.
std::optional<QString> interruptionOf(const LabTarget &target, TimePoint now);

} // namespace stratadeck
