// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/metrics.h"

#include <QString>
#include <array>
#include <optional>

namespace stratadeck {

/// The figures the inventory shows of an entity, one column each. Some are a metric as it is, some are
/// made of the metrics of all disks or network cards.
enum class Figure : quint8 {
    Cpu,     ///< % of the CPUs allocated
    CpuHost, ///< % of all CPUs of the host
    Memory,  ///< bytes
    MemoryShare,
    DiskRead, ///< bytes per second, all disks
    DiskWrite,
    DiskTotal,
    DiskLatency, ///< milliseconds, of the slowest disk
    NetReceived, ///< bytes per second, all network cards
    NetSent,
    NetTotal,
    Cpus,
    MemoryAllocated, ///< bytes
    Restarts,
    Processes,
    Uptime, ///< seconds since this run began
};
inline constexpr std::size_t kFigureCount = 16;
using Figures = std::array<double, kFigureCount>; ///< NaN: unknown

constexpr std::size_t ordinal(Figure figure)
{
    return static_cast<std::size_t>(figure);
}

Unit unitOf(Figure figure);
/// The word a filter compares by: "cpu", "mem%".
QLatin1StringView toWord(Figure figure);
/// By that word or another common one ("memory", "rx"); any case.
std::optional<Figure> findFigure(QStringView word);

QString figureTitle(Figure figure);      ///< of a column
QString figureDefinition(Figure figure); ///< one or two sentences

/// The figure a metric gives; two metrics may give one (disk latency: read and write).
std::optional<Figure> figureOf(MetricId metric);

/// The sum of what is known; unknown when neither is.
double knownSum(double a, double b);

} // namespace stratadeck
