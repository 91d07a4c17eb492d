// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/collect/cgroup/cgroupfigures.h"

#include <string_view>

namespace stratadeck {

// Readers of cgroup v1 and v2 file contents, documented in the kernel's cgroup-v1/ and cgroup-v2.rst.
// Pure, any thread. A line or number that is not as documented is left out: its figure stays as it was.

/// A file of one unsigned number; kUnknown when it is anything else.
double parseCgroupNumber(std::string_view text);

/// v1 and v2 `cpu.stat` have different keys, so one reader serves both.
void parseCpuStat(std::string_view text, CgroupFigures &out);
/// v1 `cpuacct.stat`, in clock ticks of which `ticksPerSecond` make a second.
void parseCpuacctStat(std::string_view text, double ticksPerSecond, CgroupFigures &out);

/// v1 `memory.stat`, only its hierarchical total_ lines: a container may have cgroups of its own.
void parseMemoryStatV1(std::string_view text, CgroupFigures &out);
void parseMemoryStatV2(std::string_view text, CgroupFigures &out);
/// v1 `memory.oom_control` or v2 `memory.events`.
void parseOomKills(std::string_view text, CgroupFigures &out);

enum class BlkioFile { Bytes, Operations };
/// v1 `blkio.throttle.io_service_bytes` and `io_serviced`: "8:0 Read 4096". The "Total" lines do not count.
void parseBlkio(std::string_view text, BlkioFile file, CgroupFigures &out);
/// v2 `io.stat`: "8:0 rbytes=4096 wbytes=0 rios=1 wios=0 ...".
void parseIoStat(std::string_view text, CgroupFigures &out);

/// The `total=` microseconds of a PSI file as seconds; `full` stays untouched when the file has no such line.
void parsePressure(std::string_view text, double &some, double *full);

/// v1 quota and period in CPUs; a quota of -1 means no limit.
double parseCfsQuota(std::string_view quota, std::string_view period);
/// v2 `cpu.max`: "50000 100000" or "max 100000".
double parseCpuMax(std::string_view text);
/// v1 `memory.limit_in_bytes` (absurdly large means none) or v2 `memory.max` ("max").
double parseMemoryLimit(std::string_view text);

} // namespace stratadeck
