// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/assess/evidence.h"
#include "models/base/samplebatch.h"

namespace stratadeck {

/// What a target took of its host and what it made of it, mean over a window; NaN: nobody read it.
struct LabReadings {
    double hostCpu = kUnknown;     ///< % of its allocated CPUs, all of its processes on the host
    double guestCpu = kUnknown;    ///< % of its allocated CPUs, the guest's own
    double hostMemory = kUnknown;  ///< bytes of the host it occupies
    double guestMemory = kUnknown; ///< bytes used inside

    double cpuOverhead() const { return hostCpu - guestCpu; }          ///< percentage points
    double memoryOverhead() const { return hostMemory - guestMemory; } ///< bytes
};

/// One start of one target. Only a run that was measured has times.
struct LabRecord {
    std::size_t target = 0; ///< of the plan
    int number = 1;         ///< among the runs of its target
    TimePoint at;           ///< when it began
    TimePoint ended;
    RunOutcome outcome = RunOutcome::Measured;
    std::optional<Ticks> toRunning; ///< from the command until the engine said that it runs
    std::optional<Ticks> toHealthy; ///< from the command until its health check passed; none without one
    LabReadings readings;
    QString why; ///< it was not measured, translated
};

} // namespace stratadeck
