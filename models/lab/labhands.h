// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/lab/labplan.h"
#include "models/lab/labrecord.h"
#include "models/operate/operationresult.h"

#include <functional>

namespace stratadeck {

/// What an engine says of the health of what runs.
enum class LabHealth : quint8 {
    Unknown, ///< it has no check, or nobody can tell
    Pending, ///< its check did not pass yet
    Healthy,
};

/// What an engine says of a target now.
struct LabSight {
    EntityState state = EntityState::Unknown;
    LabHealth health = LabHealth::Unknown;
    bool isLostWhenStopped = false; ///< it only exists while it runs
    bool hasSavedState = false;     ///< it would go on instead of starting
};

/// How a lab reaches engines and figures. Every call returns at once and is answered later, in the caller's
/// thread, once at most.
struct LabHands {
    /// `sent` is called when the engine is asked, before `done`.
    std::function<void(Operation operation, const LabTarget &target, std::function<void()> sent,
                       std::function<void(const OperationResult &)> done)>
        operate;
    /// Nobody waits any longer for the operation under way; it may still happen.
    std::function<void()> giveUp;
    std::function<void(const LabTarget &target, std::function<void(const Result<LabSight> &)> done)> observe;
    std::function<void(const LabTarget &target, TimeRange window,
                       std::function<void(const LabReadings &)> done)>
        read;
};

} // namespace stratadeck
