// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/samplebatch.h"

#include <limits>
#include <utility>
#include <vector>

namespace stratadeck {

/// A limit that was read and says "none".
inline constexpr double kNoLimit = std::numeric_limits<double>::infinity();

/// What one container did to one block device. Bytes and requests since the cgroup was made.
struct DeviceIo {
    quint32 major = 0;
    quint32 minor = 0;
    double readBytes = kUnknown;
    double writeBytes = kUnknown;
    double readOps = kUnknown;
    double writeOps = kUnknown;

    bool operator==(const DeviceIo &) const = default;
};

/// The raw figures of one container, whether they come from cgroup files or from an engine's API.
/// Times are seconds, sizes bytes; what the source does not tell stays kUnknown.
struct CgroupFigures {
    double cpuTime = kUnknown;
    double cpuUser = kUnknown;
    double cpuSystem = kUnknown;
    double cpuPeriods = kUnknown;
    double cpuThrottledPeriods = kUnknown;
    double cpuThrottledTime = kUnknown;
    double memUsage = kUnknown;
    double memInactiveFile = kUnknown;
    double memFile = kUnknown;
    double memSwap = kUnknown;
    double memMajorFaults = kUnknown;
    double memOomKills = kUnknown;
    double pids = kUnknown;
    double psiCpuSome = kUnknown;
    double psiMemorySome = kUnknown;
    double psiMemoryFull = kUnknown;
    double psiIoSome = kUnknown;
    double psiIoFull = kUnknown;
    std::vector<DeviceIo> devices;

    /// Forgets all figures and keeps the memory they took.
    void clear()
    {
        std::vector<DeviceIo> kept = std::move(devices);
        kept.clear();
        *this = {};
        devices = std::move(kept);
    }
};

/// What a container may use: CPUs and bytes, kNoLimit, or kUnknown.
struct CgroupLimits {
    double cpus = kUnknown;
    double memory = kUnknown;
};

} // namespace stratadeck
