// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/metrics.h"

#include <QCoreApplication>
#include <QHash>
#include <array>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

using M = MetricId;
constexpr EntityKinds kAll = EntityKinds(EntityKind::Host) | EntityKind::VirtualMachine | EntityKind::Container;

// Derivation::stepsPerUnit. Of a read or write that took 20 microseconds three digits remain.
constexpr double kWhole = 1;
constexpr double kHundredths = 100;
constexpr double kTenThousandths = 10'000;

// clang-format off
constexpr std::array kCatalogue = std::to_array<Metric>({
    {M::Running, "state.running"_L1, Unit::None, MetricKind::Gauge, kAll, false,
     QT_TRANSLATE_NOOP("Metric", "Running"),
     QT_TRANSLATE_NOOP("Metric", "1 while the entity runs, 0 while its source knows it and it does not run"),
     {}},
    {M::CpuTime, "cpu.time"_L1, Unit::Seconds, MetricKind::Counter, kAll, false,
     QT_TRANSLATE_NOOP("Metric", "CPU time"),
     QT_TRANSLATE_NOOP("Metric", "CPU time consumed: host, busy time of all CPUs without idle and iowait; VM, all threads of its QEMU process; container, its cgroup"),
     {}},
    {M::CpuUser, "cpu.user"_L1, Unit::Seconds, MetricKind::Counter, kAll, false,
     QT_TRANSLATE_NOOP("Metric", "User CPU time"),
     QT_TRANSLATE_NOOP("Metric", "part of the CPU time spent in user mode (for a VM this includes running the guest)"),
     {}},
    {M::CpuSystem, "cpu.system"_L1, Unit::Seconds, MetricKind::Counter, kAll, false,
     QT_TRANSLATE_NOOP("Metric", "System CPU time"),
     QT_TRANSLATE_NOOP("Metric", "part of the CPU time spent in kernel mode"),
     {}},
    {M::CpuIowaitTime, "cpu.iowait"_L1, Unit::Seconds, MetricKind::Counter, EntityKind::Host, false,
     QT_TRANSLATE_NOOP("Metric", "I/O wait time"),
     QT_TRANSLATE_NOOP("Metric", "time CPUs were idle while a task waited for disk I/O"),
     {}},
    {M::CpuStealTime, "cpu.steal"_L1, Unit::Seconds, MetricKind::Counter, EntityKind::Host, false,
     QT_TRANSLATE_NOOP("Metric", "Stolen time"),
     QT_TRANSLATE_NOOP("Metric", "time a hypervisor below this host ran something else"),
     {}},
    {M::CpuCores, "cpu.cores"_L1, Unit::Count, MetricKind::Gauge, kAll, false,
     QT_TRANSLATE_NOOP("Metric", "Host CPUs"),
     QT_TRANSLATE_NOOP("Metric", "logical CPUs online on the host the entity runs on"),
     {}},
    {M::CpuAllocated, "cpu.allocated"_L1, Unit::Count, MetricKind::Gauge, kAll, false,
     QT_TRANSLATE_NOOP("Metric", "Allocated CPUs"),
     QT_TRANSLATE_NOOP("Metric", "CPUs the entity may use: VM, current vCPUs; container, quota / period, or all host CPUs without a quota; host, all its CPUs"),
     {}},
    {M::CpuHostPercent, "cpu.host_percent"_L1, Unit::Percent, MetricKind::Rate, kAll, false,
     QT_TRANSLATE_NOOP("Metric", "CPU of host"),
     QT_TRANSLATE_NOOP("Metric", "CPU time per second as a share of all host CPUs, 0 to 100"),
     {Formula::PerSecondShare, M::CpuTime, M::CpuCores, 100, kHundredths}},
    {M::CpuAllocPercent, "cpu.alloc_percent"_L1, Unit::Percent, MetricKind::Rate, kAll, false,
     QT_TRANSLATE_NOOP("Metric", "CPU of allocation"),
     QT_TRANSLATE_NOOP("Metric", "CPU time per second as a share of the allocated CPUs; may pass 100 because emulator and I/O threads count"),
     {Formula::PerSecondShare, M::CpuTime, M::CpuAllocated, 100, kHundredths}},
    {M::CpuUserPercent, "cpu.user_percent"_L1, Unit::Percent, MetricKind::Rate, kAll, false,
     QT_TRANSLATE_NOOP("Metric", "CPU in user mode"),
     QT_TRANSLATE_NOOP("Metric", "user-mode CPU time per second as a share of the allocated CPUs"),
     {Formula::PerSecondShare, M::CpuUser, M::CpuAllocated, 100, kHundredths}},
    {M::CpuSystemPercent, "cpu.system_percent"_L1, Unit::Percent, MetricKind::Rate, kAll, false,
     QT_TRANSLATE_NOOP("Metric", "CPU in kernel mode"),
     QT_TRANSLATE_NOOP("Metric", "kernel-mode CPU time per second as a share of the allocated CPUs"),
     {Formula::PerSecondShare, M::CpuSystem, M::CpuAllocated, 100, kHundredths}},
    {M::CpuIowaitPercent, "cpu.iowait_percent"_L1, Unit::Percent, MetricKind::Rate, EntityKind::Host, false,
     QT_TRANSLATE_NOOP("Metric", "CPU waiting for I/O"),
     QT_TRANSLATE_NOOP("Metric", "I/O wait per second as a share of all CPUs"),
     {Formula::PerSecondShare, M::CpuIowaitTime, M::CpuCores, 100, kHundredths}},
    {M::CpuStealPercent, "cpu.steal_percent"_L1, Unit::Percent, MetricKind::Rate, EntityKind::Host, false,
     QT_TRANSLATE_NOOP("Metric", "CPU stolen"),
     QT_TRANSLATE_NOOP("Metric", "stolen time per second as a share of all CPUs"),
     {Formula::PerSecondShare, M::CpuStealTime, M::CpuCores, 100, kHundredths}},
    {M::CoreTime, "core.time"_L1, Unit::Seconds, MetricKind::Counter, EntityKind::Host, true,
     QT_TRANSLATE_NOOP("Metric", "Core time"),
     QT_TRANSLATE_NOOP("Metric", "busy time of one logical CPU (instance: its number)"),
     {}},
    {M::CorePercent, "core.percent"_L1, Unit::Percent, MetricKind::Rate, EntityKind::Host, true,
     QT_TRANSLATE_NOOP("Metric", "Core busy"),
     QT_TRANSLATE_NOOP("Metric", "busy time of one logical CPU per second"),
     {Formula::PerSecond, M::CoreTime, {}, 100, kHundredths}},
    {M::VcpuTime, "vcpu.time"_L1, Unit::Seconds, MetricKind::Counter, EntityKind::VirtualMachine, true,
     QT_TRANSLATE_NOOP("Metric", "vCPU time"),
     QT_TRANSLATE_NOOP("Metric", "CPU time of one vCPU thread (instance: vCPU number)"),
     {}},
    {M::VcpuDelay, "vcpu.delay"_L1, Unit::Seconds, MetricKind::Counter, EntityKind::VirtualMachine, true,
     QT_TRANSLATE_NOOP("Metric", "vCPU delay"),
     QT_TRANSLATE_NOOP("Metric", "time one vCPU was ready to run but the host ran something else; the guest sees it as steal"),
     {}},
    {M::VcpuWait, "vcpu.wait"_L1, Unit::Seconds, MetricKind::Counter, EntityKind::VirtualMachine, true,
     QT_TRANSLATE_NOOP("Metric", "vCPU I/O wait"),
     QT_TRANSLATE_NOOP("Metric", "time one vCPU waited for I/O"),
     {}},
    {M::VcpuPercent, "vcpu.percent"_L1, Unit::Percent, MetricKind::Rate, EntityKind::VirtualMachine, true,
     QT_TRANSLATE_NOOP("Metric", "vCPU busy"),
     QT_TRANSLATE_NOOP("Metric", "CPU time of one vCPU thread per second"),
     {Formula::PerSecond, M::VcpuTime, {}, 100, kHundredths}},
    {M::VcpuDelayPercent, "vcpu.delay_percent"_L1, Unit::Percent, MetricKind::Rate, EntityKind::VirtualMachine, true,
     QT_TRANSLATE_NOOP("Metric", "vCPU delayed"),
     QT_TRANSLATE_NOOP("Metric", "share of time one vCPU was ready but not running"),
     {Formula::PerSecond, M::VcpuDelay, {}, 100, kHundredths}},
    {M::Load1, "load.1"_L1, Unit::None, MetricKind::Gauge, EntityKind::Host, false,
     QT_TRANSLATE_NOOP("Metric", "Load, 1 min"),
     QT_TRANSLATE_NOOP("Metric", "load average over 1 minute"),
     {}},
    {M::Load5, "load.5"_L1, Unit::None, MetricKind::Gauge, EntityKind::Host, false,
     QT_TRANSLATE_NOOP("Metric", "Load, 5 min"),
     QT_TRANSLATE_NOOP("Metric", "load average over 5 minutes"),
     {}},
    {M::Load15, "load.15"_L1, Unit::None, MetricKind::Gauge, EntityKind::Host, false,
     QT_TRANSLATE_NOOP("Metric", "Load, 15 min"),
     QT_TRANSLATE_NOOP("Metric", "load average over 15 minutes"),
     {}},
    {M::CpuPeriods, "cpu.periods"_L1, Unit::Count, MetricKind::Counter, EntityKind::Container, false,
     QT_TRANSLATE_NOOP("Metric", "Quota periods"),
     QT_TRANSLATE_NOOP("Metric", "quota periods in which the cgroup was runnable"),
     {}},
    {M::CpuThrottledPeriods, "cpu.throttled_periods"_L1, Unit::Count, MetricKind::Counter, EntityKind::Container, false,
     QT_TRANSLATE_NOOP("Metric", "Throttled periods"),
     QT_TRANSLATE_NOOP("Metric", "quota periods in which the cgroup used up its quota"),
     {}},
    {M::CpuThrottledTime, "cpu.throttled_time"_L1, Unit::Seconds, MetricKind::Counter, EntityKind::Container, false,
     QT_TRANSLATE_NOOP("Metric", "Throttled time"),
     QT_TRANSLATE_NOOP("Metric", "time tasks were held back by the quota"),
     {}},
    {M::CpuThrottledPercent, "cpu.throttled_percent"_L1, Unit::Percent, MetricKind::Rate, EntityKind::Container, false,
     QT_TRANSLATE_NOOP("Metric", "CPU throttled"),
     QT_TRANSLATE_NOOP("Metric", "throttled periods as a share of quota periods"),
     {Formula::DeltaRatio, M::CpuThrottledPeriods, M::CpuPeriods, 100, kHundredths}},
    {M::MemUsed, "mem.used"_L1, Unit::Bytes, MetricKind::Gauge, kAll, false,
     QT_TRANSLATE_NOOP("Metric", "Memory used"),
     QT_TRANSLATE_NOOP("Metric", "memory in use that cannot be taken back cheaply: host, MemTotal - MemAvailable; VM, balloon current - usable (needs the balloon driver); container, usage - inactive file cache"),
     {}},
    {M::MemCache, "mem.cache"_L1, Unit::Bytes, MetricKind::Gauge, kAll, false,
     QT_TRANSLATE_NOOP("Metric", "Page cache"),
     QT_TRANSLATE_NOOP("Metric", "page cache: host, Cached + Buffers; VM, disk caches the guest reports; container, file cache of its cgroup"),
     {}},
    {M::MemAllocated, "mem.allocated"_L1, Unit::Bytes, MetricKind::Gauge, kAll, false,
     QT_TRANSLATE_NOOP("Metric", "Memory allocated"),
     QT_TRANSLATE_NOOP("Metric", "memory it may use now: host, MemTotal; VM, the balloon's current size; container, its limit capped to the host's memory"),
     {}},
    {M::MemResident, "mem.resident"_L1, Unit::Bytes, MetricKind::Gauge, kAll, false,
     QT_TRANSLATE_NOOP("Metric", "Host memory held"),
     QT_TRANSLATE_NOOP("Metric", "memory of the host it occupies: host, MemTotal - MemFree; VM, resident size of its QEMU process; container, usage of its cgroup with cache"),
     {}},
    {M::MemUsedPercent, "mem.used_percent"_L1, Unit::Percent, MetricKind::Gauge, kAll, false,
     QT_TRANSLATE_NOOP("Metric", "Memory used of allocation"),
     QT_TRANSLATE_NOOP("Metric", "memory used as a share of memory allocated"),
     {Formula::Ratio, M::MemUsed, M::MemAllocated, 100, kHundredths}},
    {M::MemMaximum, "mem.maximum"_L1, Unit::Bytes, MetricKind::Gauge, EntityKind::VirtualMachine, false,
     QT_TRANSLATE_NOOP("Metric", "Memory maximum"),
     QT_TRANSLATE_NOOP("Metric", "largest size the balloon may grow to"),
     {}},
    {M::MemSwapUsed, "mem.swap_used"_L1, Unit::Bytes, MetricKind::Gauge, EntityKind::Host | EntityKind::Container, false,
     QT_TRANSLATE_NOOP("Metric", "Swap used"),
     QT_TRANSLATE_NOOP("Metric", "swap space in use"),
     {}},
    {M::MemSwapTotal, "mem.swap_total"_L1, Unit::Bytes, MetricKind::Gauge, EntityKind::Host, false,
     QT_TRANSLATE_NOOP("Metric", "Swap size"),
     QT_TRANSLATE_NOOP("Metric", "swap space configured"),
     {}},
    {M::MemSwapIn, "mem.swap_in"_L1, Unit::Bytes, MetricKind::Counter, EntityKind::Host | EntityKind::VirtualMachine, false,
     QT_TRANSLATE_NOOP("Metric", "Swapped in"),
     QT_TRANSLATE_NOOP("Metric", "bytes read back from swap; for a VM by the guest"),
     {}},
    {M::MemSwapOut, "mem.swap_out"_L1, Unit::Bytes, MetricKind::Counter, EntityKind::Host | EntityKind::VirtualMachine, false,
     QT_TRANSLATE_NOOP("Metric", "Swapped out"),
     QT_TRANSLATE_NOOP("Metric", "bytes written to swap; for a VM by the guest"),
     {}},
    {M::MemSwapInRate, "mem.swap_in_rate"_L1, Unit::BytesPerSecond, MetricKind::Rate, EntityKind::Host | EntityKind::VirtualMachine, false,
     QT_TRANSLATE_NOOP("Metric", "Swap in"),
     QT_TRANSLATE_NOOP("Metric", "bytes read back from swap per second"),
     {Formula::PerSecond, M::MemSwapIn, {}, 1, kWhole}},
    {M::MemSwapOutRate, "mem.swap_out_rate"_L1, Unit::BytesPerSecond, MetricKind::Rate, EntityKind::Host | EntityKind::VirtualMachine, false,
     QT_TRANSLATE_NOOP("Metric", "Swap out"),
     QT_TRANSLATE_NOOP("Metric", "bytes written to swap per second"),
     {Formula::PerSecond, M::MemSwapOut, {}, 1, kWhole}},
    {M::MemMajorFaults, "mem.major_faults"_L1, Unit::Count, MetricKind::Counter, kAll, false,
     QT_TRANSLATE_NOOP("Metric", "Major faults"),
     QT_TRANSLATE_NOOP("Metric", "page faults that needed I/O"),
     {}},
    {M::MemMajorFaultRate, "mem.major_fault_rate"_L1, Unit::PerSecond, MetricKind::Rate, kAll, false,
     QT_TRANSLATE_NOOP("Metric", "Major faults per second"),
     QT_TRANSLATE_NOOP("Metric", "page faults that needed I/O, per second"),
     {Formula::PerSecond, M::MemMajorFaults, {}, 1, kHundredths}},
    {M::MemOomKills, "mem.oom_kills"_L1, Unit::Count, MetricKind::Counter, EntityKind::Host | EntityKind::Container, false,
     QT_TRANSLATE_NOOP("Metric", "OOM kills"),
     QT_TRANSLATE_NOOP("Metric", "tasks killed because memory ran out"),
     {}},
    {M::BalloonAge, "mem.balloon_age"_L1, Unit::Seconds, MetricKind::Gauge, EntityKind::VirtualMachine, false,
     QT_TRANSLATE_NOOP("Metric", "Age of guest memory figures"),
     QT_TRANSLATE_NOOP("Metric", "seconds since the guest's balloon driver last reported; the guest's own figures are that old"),
     {}},
    {M::DiskReadBytes, "disk.read_bytes"_L1, Unit::Bytes, MetricKind::Counter, kAll, true,
     QT_TRANSLATE_NOOP("Metric", "Bytes read"),
     QT_TRANSLATE_NOOP("Metric", "bytes read from one disk (instance: the device)"),
     {}},
    {M::DiskReadOps, "disk.read_ops"_L1, Unit::Count, MetricKind::Counter, kAll, true,
     QT_TRANSLATE_NOOP("Metric", "Read operations"),
     QT_TRANSLATE_NOOP("Metric", "read requests completed on one disk"),
     {}},
    {M::DiskReadTime, "disk.read_time"_L1, Unit::Seconds, MetricKind::Counter, EntityKind::Host | EntityKind::VirtualMachine, true,
     QT_TRANSLATE_NOOP("Metric", "Read time"),
     QT_TRANSLATE_NOOP("Metric", "summed time read requests took"),
     {}},
    {M::DiskReadRate, "disk.read_rate"_L1, Unit::BytesPerSecond, MetricKind::Rate, kAll, true,
     QT_TRANSLATE_NOOP("Metric", "Disk read"),
     QT_TRANSLATE_NOOP("Metric", "bytes read from one disk per second"),
     {Formula::PerSecond, M::DiskReadBytes, {}, 1, kWhole}},
    {M::DiskReadIops, "disk.read_iops"_L1, Unit::PerSecond, MetricKind::Rate, kAll, true,
     QT_TRANSLATE_NOOP("Metric", "Disk read requests"),
     QT_TRANSLATE_NOOP("Metric", "read requests per second on one disk"),
     {Formula::PerSecond, M::DiskReadOps, {}, 1, kHundredths}},
    {M::DiskReadLatency, "disk.read_latency"_L1, Unit::Milliseconds, MetricKind::Rate, EntityKind::Host | EntityKind::VirtualMachine, true,
     QT_TRANSLATE_NOOP("Metric", "Disk read latency"),
     QT_TRANSLATE_NOOP("Metric", "mean time of the read requests completed in the interval; unknown when there was none"),
     {Formula::DeltaRatio, M::DiskReadTime, M::DiskReadOps, 1000, kTenThousandths}},
    {M::DiskWriteBytes, "disk.write_bytes"_L1, Unit::Bytes, MetricKind::Counter, kAll, true,
     QT_TRANSLATE_NOOP("Metric", "Bytes written"),
     QT_TRANSLATE_NOOP("Metric", "bytes written to one disk (instance: the device)"),
     {}},
    {M::DiskWriteOps, "disk.write_ops"_L1, Unit::Count, MetricKind::Counter, kAll, true,
     QT_TRANSLATE_NOOP("Metric", "Write operations"),
     QT_TRANSLATE_NOOP("Metric", "write requests completed on one disk"),
     {}},
    {M::DiskWriteTime, "disk.write_time"_L1, Unit::Seconds, MetricKind::Counter, EntityKind::Host | EntityKind::VirtualMachine, true,
     QT_TRANSLATE_NOOP("Metric", "Write time"),
     QT_TRANSLATE_NOOP("Metric", "summed time write requests took"),
     {}},
    {M::DiskWriteRate, "disk.write_rate"_L1, Unit::BytesPerSecond, MetricKind::Rate, kAll, true,
     QT_TRANSLATE_NOOP("Metric", "Disk write"),
     QT_TRANSLATE_NOOP("Metric", "bytes written to one disk per second"),
     {Formula::PerSecond, M::DiskWriteBytes, {}, 1, kWhole}},
    {M::DiskWriteIops, "disk.write_iops"_L1, Unit::PerSecond, MetricKind::Rate, kAll, true,
     QT_TRANSLATE_NOOP("Metric", "Disk write requests"),
     QT_TRANSLATE_NOOP("Metric", "write requests per second on one disk"),
     {Formula::PerSecond, M::DiskWriteOps, {}, 1, kHundredths}},
    {M::DiskWriteLatency, "disk.write_latency"_L1, Unit::Milliseconds, MetricKind::Rate, EntityKind::Host | EntityKind::VirtualMachine, true,
     QT_TRANSLATE_NOOP("Metric", "Disk write latency"),
     QT_TRANSLATE_NOOP("Metric", "mean time of the write requests completed in the interval; unknown when there was none"),
     {Formula::DeltaRatio, M::DiskWriteTime, M::DiskWriteOps, 1000, kTenThousandths}},
    {M::DiskIoTime, "disk.io_time"_L1, Unit::Seconds, MetricKind::Counter, EntityKind::Host, true,
     QT_TRANSLATE_NOOP("Metric", "Disk busy time"),
     QT_TRANSLATE_NOOP("Metric", "time one disk had requests in flight"),
     {}},
    {M::DiskBusyPercent, "disk.busy_percent"_L1, Unit::Percent, MetricKind::Rate, EntityKind::Host, true,
     QT_TRANSLATE_NOOP("Metric", "Disk busy"),
     QT_TRANSLATE_NOOP("Metric", "share of time one disk had requests in flight"),
     {Formula::PerSecond, M::DiskIoTime, {}, 100, kHundredths}},
    {M::DiskCapacity, "disk.capacity"_L1, Unit::Bytes, MetricKind::Gauge, EntityKind::Host | EntityKind::VirtualMachine, true,
     QT_TRANSLATE_NOOP("Metric", "Disk capacity"),
     QT_TRANSLATE_NOOP("Metric", "size the disk shows to its user"),
     {}},
    {M::DiskAllocation, "disk.allocation"_L1, Unit::Bytes, MetricKind::Gauge, EntityKind::VirtualMachine, true,
     QT_TRANSLATE_NOOP("Metric", "Highest written offset"),
     QT_TRANSLATE_NOOP("Metric", "highest written offset of the image; not the space used inside the guest"),
     {}},
    {M::DiskPhysical, "disk.physical"_L1, Unit::Bytes, MetricKind::Gauge, EntityKind::VirtualMachine, true,
     QT_TRANSLATE_NOOP("Metric", "Image size on host"),
     QT_TRANSLATE_NOOP("Metric", "space the image takes on the host"),
     {}},
    {M::FsSize, "fs.size"_L1, Unit::Bytes, MetricKind::Gauge, EntityKind::Host, true,
     QT_TRANSLATE_NOOP("Metric", "File system size"),
     QT_TRANSLATE_NOOP("Metric", "size of one mounted file system (instance: mount point)"),
     {}},
    {M::FsUsed, "fs.used"_L1, Unit::Bytes, MetricKind::Gauge, EntityKind::Host, true,
     QT_TRANSLATE_NOOP("Metric", "File system used"),
     QT_TRANSLATE_NOOP("Metric", "bytes used on one mounted file system"),
     {}},
    {M::FsUsedPercent, "fs.used_percent"_L1, Unit::Percent, MetricKind::Gauge, EntityKind::Host, true,
     QT_TRANSLATE_NOOP("Metric", "File system used share"),
     QT_TRANSLATE_NOOP("Metric", "bytes used as a share of the size"),
     {Formula::Ratio, M::FsUsed, M::FsSize, 100, kHundredths}},
    {M::NetRxBytes, "net.rx_bytes"_L1, Unit::Bytes, MetricKind::Counter, kAll, true,
     QT_TRANSLATE_NOOP("Metric", "Bytes received"),
     QT_TRANSLATE_NOOP("Metric", "bytes received on one interface, as its owner sees it"),
     {}},
    {M::NetRxPackets, "net.rx_packets"_L1, Unit::Count, MetricKind::Counter, kAll, true,
     QT_TRANSLATE_NOOP("Metric", "Packets received"),
     QT_TRANSLATE_NOOP("Metric", "packets received on one interface"),
     {}},
    {M::NetRxErrors, "net.rx_errors"_L1, Unit::Count, MetricKind::Counter, kAll, true,
     QT_TRANSLATE_NOOP("Metric", "Receive errors"),
     QT_TRANSLATE_NOOP("Metric", "packets not received because of errors"),
     {}},
    {M::NetRxDrops, "net.rx_drops"_L1, Unit::Count, MetricKind::Counter, kAll, true,
     QT_TRANSLATE_NOOP("Metric", "Receive drops"),
     QT_TRANSLATE_NOOP("Metric", "packets dropped instead of received"),
     {}},
    {M::NetRxRate, "net.rx_rate"_L1, Unit::BytesPerSecond, MetricKind::Rate, kAll, true,
     QT_TRANSLATE_NOOP("Metric", "Network received"),
     QT_TRANSLATE_NOOP("Metric", "bytes received per second on one interface"),
     {Formula::PerSecond, M::NetRxBytes, {}, 1, kWhole}},
    {M::NetRxPacketRate, "net.rx_packet_rate"_L1, Unit::PerSecond, MetricKind::Rate, kAll, true,
     QT_TRANSLATE_NOOP("Metric", "Packets received per second"),
     QT_TRANSLATE_NOOP("Metric", "packets received per second on one interface"),
     {Formula::PerSecond, M::NetRxPackets, {}, 1, kHundredths}},
    {M::NetRxErrorRate, "net.rx_error_rate"_L1, Unit::PerSecond, MetricKind::Rate, kAll, true,
     QT_TRANSLATE_NOOP("Metric", "Receive errors per second"),
     QT_TRANSLATE_NOOP("Metric", "errors per second on one interface"),
     {Formula::PerSecond, M::NetRxErrors, {}, 1, kHundredths}},
    {M::NetRxDropRate, "net.rx_drop_rate"_L1, Unit::PerSecond, MetricKind::Rate, kAll, true,
     QT_TRANSLATE_NOOP("Metric", "Receive drops per second"),
     QT_TRANSLATE_NOOP("Metric", "drops per second on one interface"),
     {Formula::PerSecond, M::NetRxDrops, {}, 1, kHundredths}},
    {M::NetTxBytes, "net.tx_bytes"_L1, Unit::Bytes, MetricKind::Counter, kAll, true,
     QT_TRANSLATE_NOOP("Metric", "Bytes sent"),
     QT_TRANSLATE_NOOP("Metric", "bytes sent on one interface, as its owner sees it"),
     {}},
    {M::NetTxPackets, "net.tx_packets"_L1, Unit::Count, MetricKind::Counter, kAll, true,
     QT_TRANSLATE_NOOP("Metric", "Packets sent"),
     QT_TRANSLATE_NOOP("Metric", "packets sent on one interface"),
     {}},
    {M::NetTxErrors, "net.tx_errors"_L1, Unit::Count, MetricKind::Counter, kAll, true,
     QT_TRANSLATE_NOOP("Metric", "Send errors"),
     QT_TRANSLATE_NOOP("Metric", "packets not sent because of errors"),
     {}},
    {M::NetTxDrops, "net.tx_drops"_L1, Unit::Count, MetricKind::Counter, kAll, true,
     QT_TRANSLATE_NOOP("Metric", "Send drops"),
     QT_TRANSLATE_NOOP("Metric", "packets dropped instead of sent"),
     {}},
    {M::NetTxRate, "net.tx_rate"_L1, Unit::BytesPerSecond, MetricKind::Rate, kAll, true,
     QT_TRANSLATE_NOOP("Metric", "Network sent"),
     QT_TRANSLATE_NOOP("Metric", "bytes sent per second on one interface"),
     {Formula::PerSecond, M::NetTxBytes, {}, 1, kWhole}},
    {M::NetTxPacketRate, "net.tx_packet_rate"_L1, Unit::PerSecond, MetricKind::Rate, kAll, true,
     QT_TRANSLATE_NOOP("Metric", "Packets sent per second"),
     QT_TRANSLATE_NOOP("Metric", "packets sent per second on one interface"),
     {Formula::PerSecond, M::NetTxPackets, {}, 1, kHundredths}},
    {M::NetTxErrorRate, "net.tx_error_rate"_L1, Unit::PerSecond, MetricKind::Rate, kAll, true,
     QT_TRANSLATE_NOOP("Metric", "Send errors per second"),
     QT_TRANSLATE_NOOP("Metric", "errors per second on one interface"),
     {Formula::PerSecond, M::NetTxErrors, {}, 1, kHundredths}},
    {M::NetTxDropRate, "net.tx_drop_rate"_L1, Unit::PerSecond, MetricKind::Rate, kAll, true,
     QT_TRANSLATE_NOOP("Metric", "Send drops per second"),
     QT_TRANSLATE_NOOP("Metric", "drops per second on one interface"),
     {Formula::PerSecond, M::NetTxDrops, {}, 1, kHundredths}},
    {M::PsiCpuSomeTime, "psi.cpu_some"_L1, Unit::Seconds, MetricKind::Counter, EntityKind::Host | EntityKind::Container, false,
     QT_TRANSLATE_NOOP("Metric", "CPU stall time, some"),
     QT_TRANSLATE_NOOP("Metric", "time at least one task waited for CPU time (PSI total)"),
     {}},
    {M::PsiCpuSomePercent, "psi.cpu_some_percent"_L1, Unit::Percent, MetricKind::Rate, EntityKind::Host | EntityKind::Container, false,
     QT_TRANSLATE_NOOP("Metric", "CPU pressure, some"),
     QT_TRANSLATE_NOOP("Metric", "share of time at least one task waited for CPU time"),
     {Formula::PerSecond, M::PsiCpuSomeTime, {}, 100, kHundredths}},
    {M::PsiMemorySomeTime, "psi.memory_some"_L1, Unit::Seconds, MetricKind::Counter, EntityKind::Host | EntityKind::Container, false,
     QT_TRANSLATE_NOOP("Metric", "Memory stall time, some"),
     QT_TRANSLATE_NOOP("Metric", "time at least one task waited for memory (PSI total)"),
     {}},
    {M::PsiMemorySomePercent, "psi.memory_some_percent"_L1, Unit::Percent, MetricKind::Rate, EntityKind::Host | EntityKind::Container, false,
     QT_TRANSLATE_NOOP("Metric", "Memory pressure, some"),
     QT_TRANSLATE_NOOP("Metric", "share of time at least one task waited for memory"),
     {Formula::PerSecond, M::PsiMemorySomeTime, {}, 100, kHundredths}},
    {M::PsiMemoryFullTime, "psi.memory_full"_L1, Unit::Seconds, MetricKind::Counter, EntityKind::Host | EntityKind::Container, false,
     QT_TRANSLATE_NOOP("Metric", "Memory stall time, full"),
     QT_TRANSLATE_NOOP("Metric", "time all non-idle tasks waited for memory (PSI total)"),
     {}},
    {M::PsiMemoryFullPercent, "psi.memory_full_percent"_L1, Unit::Percent, MetricKind::Rate, EntityKind::Host | EntityKind::Container, false,
     QT_TRANSLATE_NOOP("Metric", "Memory pressure, full"),
     QT_TRANSLATE_NOOP("Metric", "share of time all non-idle tasks waited for memory"),
     {Formula::PerSecond, M::PsiMemoryFullTime, {}, 100, kHundredths}},
    {M::PsiIoSomeTime, "psi.io_some"_L1, Unit::Seconds, MetricKind::Counter, EntityKind::Host | EntityKind::Container, false,
     QT_TRANSLATE_NOOP("Metric", "I/O stall time, some"),
     QT_TRANSLATE_NOOP("Metric", "time at least one task waited for I/O (PSI total)"),
     {}},
    {M::PsiIoSomePercent, "psi.io_some_percent"_L1, Unit::Percent, MetricKind::Rate, EntityKind::Host | EntityKind::Container, false,
     QT_TRANSLATE_NOOP("Metric", "I/O pressure, some"),
     QT_TRANSLATE_NOOP("Metric", "share of time at least one task waited for I/O"),
     {Formula::PerSecond, M::PsiIoSomeTime, {}, 100, kHundredths}},
    {M::PsiIoFullTime, "psi.io_full"_L1, Unit::Seconds, MetricKind::Counter, EntityKind::Host | EntityKind::Container, false,
     QT_TRANSLATE_NOOP("Metric", "I/O stall time, full"),
     QT_TRANSLATE_NOOP("Metric", "time all non-idle tasks waited for I/O (PSI total)"),
     {}},
    {M::PsiIoFullPercent, "psi.io_full_percent"_L1, Unit::Percent, MetricKind::Rate, EntityKind::Host | EntityKind::Container, false,
     QT_TRANSLATE_NOOP("Metric", "I/O pressure, full"),
     QT_TRANSLATE_NOOP("Metric", "share of time all non-idle tasks waited for I/O"),
     {Formula::PerSecond, M::PsiIoFullTime, {}, 100, kHundredths}},
    {M::PidsCurrent, "pids.current"_L1, Unit::Count, MetricKind::Gauge, EntityKind::Host | EntityKind::Container, false,
     QT_TRANSLATE_NOOP("Metric", "Processes"),
     QT_TRANSLATE_NOOP("Metric", "processes and threads that exist"),
     {}},
    {M::RestartCount, "restart.count"_L1, Unit::Count, MetricKind::Counter, EntityKind::Container, false,
     QT_TRANSLATE_NOOP("Metric", "Restarts"),
     QT_TRANSLATE_NOOP("Metric", "times the engine restarted the container"),
     {}},
});
// clang-format on

constexpr bool isInEnumOrder()
{
    for (std::size_t i = 0; i < kCatalogue.size(); ++i) {
        if (static_cast<std::size_t>(kCatalogue[i].id) != i)
            return false;
    }
    return true;
}
static_assert(isInEnumOrder(), "the catalogue is indexed by MetricId");

} // namespace

std::span<const Metric> metricCatalogue()
{
    return kCatalogue;
}

const Metric &metric(MetricId id)
{
    return kCatalogue[static_cast<std::size_t>(id)];
}

std::optional<MetricId> findMetric(QStringView name)
{
    static const QHash<QString, MetricId> byName = [] {
        QHash<QString, MetricId> hash;
        for (const Metric &m : kCatalogue)
            hash.insert(m.name, m.id);
        return hash;
    }();
    const auto it = byName.constFind(name.toString());
    return it == byName.constEnd() ? std::nullopt : std::optional(*it);
}

std::optional<double> resolution(MetricId id)
{
    const Derivation &derivation = metric(id).derivation;
    return derivation.formula == Formula::None ? std::nullopt : std::optional(1 / derivation.stepsPerUnit);
}

QString metricTitle(MetricId id)
{
    return QCoreApplication::translate("Metric", metric(id).title);
}

QString metricDefinition(MetricId id)
{
    return QCoreApplication::translate("Metric", metric(id).definition);
}

QString unitSymbol(Unit unit)
{
    switch (unit) {
    case Unit::None:
    case Unit::Count:
        return {};
    case Unit::Percent:
        return u"%"_s;
    case Unit::Seconds:
        return u"s"_s;
    case Unit::Milliseconds:
        return u"ms"_s;
    case Unit::Bytes:
        return u"B"_s;
    case Unit::BytesPerSecond:
        return u"B/s"_s;
    case Unit::PerSecond:
        return u"1/s"_s;
    }
    return {};
}

QLatin1StringView toWord(Unit unit)
{
    switch (unit) {
    case Unit::None:
        return "none"_L1;
    case Unit::Count:
        return "count"_L1;
    case Unit::Percent:
        return "percent"_L1;
    case Unit::Seconds:
        return "seconds"_L1;
    case Unit::Milliseconds:
        return "milliseconds"_L1;
    case Unit::Bytes:
        return "bytes"_L1;
    case Unit::BytesPerSecond:
        return "bytes_per_second"_L1;
    case Unit::PerSecond:
        return "per_second"_L1;
    }
    return {};
}

QLatin1StringView toWord(MetricKind kind)
{
    switch (kind) {
    case MetricKind::Gauge:
        return "gauge"_L1;
    case MetricKind::Counter:
        return "counter"_L1;
    case MetricKind::Rate:
        return "rate"_L1;
    }
    return {};
}

} // namespace stratadeck
