// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/entity.h"

#include <QLatin1String>
#include <optional>
#include <span>

namespace stratadeck {

/// Every figure Stratadeck knows, in catalogue order. The store keeps names, never these numbers.
enum class MetricId : quint16 {
    Running,
    CpuTime,
    CpuUser,
    CpuSystem,
    CpuIowaitTime,
    CpuStealTime,
    CpuCores,
    CpuAllocated,
    CpuHostPercent,
    CpuAllocPercent,
    CpuUserPercent,
    CpuSystemPercent,
    CpuIowaitPercent,
    CpuStealPercent,
    CoreTime,
    CorePercent,
    VcpuTime,
    VcpuDelay,
    VcpuWait,
    VcpuPercent,
    VcpuDelayPercent,
    Load1,
    Load5,
    Load15,
    CpuPeriods,
    CpuThrottledPeriods,
    CpuThrottledTime,
    CpuThrottledPercent,
    MemUsed,
    MemCache,
    MemAllocated,
    MemResident,
    MemUsedPercent,
    MemMaximum,
    MemSwapUsed,
    MemSwapTotal,
    MemSwapIn,
    MemSwapOut,
    MemSwapInRate,
    MemSwapOutRate,
    MemMajorFaults,
    MemMajorFaultRate,
    MemOomKills,
    BalloonAge,
    DiskReadBytes,
    DiskReadOps,
    DiskReadTime,
    DiskReadRate,
    DiskReadIops,
    DiskReadLatency,
    DiskWriteBytes,
    DiskWriteOps,
    DiskWriteTime,
    DiskWriteRate,
    DiskWriteIops,
    DiskWriteLatency,
    DiskIoTime,
    DiskBusyPercent,
    DiskCapacity,
    DiskAllocation,
    DiskPhysical,
    FsSize,
    FsUsed,
    FsUsedPercent,
    NetRxBytes,
    NetRxPackets,
    NetRxErrors,
    NetRxDrops,
    NetRxRate,
    NetRxPacketRate,
    NetRxErrorRate,
    NetRxDropRate,
    NetTxBytes,
    NetTxPackets,
    NetTxErrors,
    NetTxDrops,
    NetTxRate,
    NetTxPacketRate,
    NetTxErrorRate,
    NetTxDropRate,
    PsiCpuSomeTime,
    PsiCpuSomePercent,
    PsiMemorySomeTime,
    PsiMemorySomePercent,
    PsiMemoryFullTime,
    PsiMemoryFullPercent,
    PsiIoSomeTime,
    PsiIoSomePercent,
    PsiIoFullTime,
    PsiIoFullPercent,
    PidsCurrent,
    RestartCount,
};

/// gauge: a level read as it is; counter: only grows until it restarts; rate: made from counters.
enum class MetricKind : quint8 { Gauge, Counter, Rate };

enum class Unit : quint8 {
    None,
    Count,
    Percent,
    Seconds,
    Milliseconds,
    Bytes,
    BytesPerSecond,
    PerSecond,
};

/// How a derived metric follows from raw ones; d is the reset-aware difference of two readings.
enum class Formula : quint8 {
    None,           ///< read from the source
    PerSecond,      ///< scale * da / dt
    PerSecondShare, ///< scale * da / dt / b
    DeltaRatio,     ///< scale * da / db
    Ratio,          ///< scale * a / b
};

struct Derivation {
    Formula formula = Formula::None;
    MetricId a{};
    MetricId b{};
    double scale = 1;

    /// A power of ten. The figure is rounded to this part of its unit: digits below are only the clock's noise,
    /// and a figure of few digits is stored in a few bits.
    double stepsPerUnit = 1;
};

/// One line of the catalogue: one definition for host, VM and container alike.
struct Metric {
    MetricId id{};
    QLatin1StringView name; ///< stable id used in the store, the CLI and rules: "cpu.host_percent"
    Unit unit = Unit::None;
    MetricKind kind = MetricKind::Gauge;
    EntityKinds entities;
    bool perInstance = false;         ///< one series a disk, NIC, CPU ...
    const char *title = nullptr;      ///< English; translate with metricTitle()
    const char *definition = nullptr; ///< English; translate with metricDefinition()
    Derivation derivation;
};

std::span<const Metric> metricCatalogue();
const Metric &metric(MetricId id);
std::optional<MetricId> findMetric(QStringView name);

/// What the figures of a derived metric are multiples of, in its unit; none when they are as exact as read.
std::optional<double> resolution(MetricId id);

QString metricTitle(MetricId id);
QString metricDefinition(MetricId id);

/// The unit as a column head shows it: "%", "B/s"; empty for plain numbers.
QString unitSymbol(Unit unit);
/// Untranslated words for JSON: "percent", "bytes_per_second".
QLatin1StringView toWord(Unit unit);
QLatin1StringView toWord(MetricKind kind);

} // namespace stratadeck
