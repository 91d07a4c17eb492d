// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>
#include <optional>
#include <string_view>
#include <vector>

namespace stratadeck {

/// One "cpu" line of /proc/stat, in clock ticks. guest and guest_nice are not kept: the kernel counts
/// them inside user and nice as well (proc(5)).
struct CpuTimes {
    quint64 user = 0;
    quint64 nice = 0;
    quint64 system = 0;
    quint64 idle = 0;
    quint64 iowait = 0;
    quint64 irq = 0;
    quint64 softirq = 0;
    quint64 steal = 0;

    /// Time this machine's CPUs worked. Steal is excluded: another machine had the CPU then.
    quint64 busy() const { return userMode() + kernelMode(); }
    quint64 userMode() const { return user + nice; }
    quint64 kernelMode() const { return system + irq + softirq; }

    bool operator==(const CpuTimes &) const = default;
};

struct ProcStat {
    struct Core {
        quint32 number = 0;
        CpuTimes times;
        bool operator==(const Core &) const = default;
    };
    CpuTimes all;            ///< all CPUs, the ones that are offline now included
    std::vector<Core> cores; ///< the ones online now

    bool operator==(const ProcStat &) const = default;
};

/// /proc/stat; none without a whole "cpu" line and at least one whole "cpuN" line. Pure; any thread. What
/// `storage` holds is overwritten; its memory is used again.
std::optional<ProcStat> parseProcStat(std::string_view text, ProcStat storage = {});

} // namespace stratadeck
