// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/history/history.h"

#include <vector>

namespace stratadeck {

/// Where a new run began, as a counter of CPU seconds shows it by beginning again.
struct RestartSeen {
    TimePoint before{}; ///< the last that was known of the run before
    TimePoint at{};     ///< the first that is known of the new one
    bool operator==(const RestartSeen &) const = default;
};

/// In time order. Counters that waver by a few ticks, as a host's do, have not begun again.
std::vector<RestartSeen> restartsIn(const Series &cpuTime);

/// Whether one of the events says that the entity started between the two, give or take the time that a sweep
/// and an event are apart.
bool isTold(const RestartSeen &restart, EntityId entity, const std::vector<EventRecord> &events);

} // namespace stratadeck
