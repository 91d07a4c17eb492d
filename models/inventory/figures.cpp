// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/inventory/figures.h"

#include "models/inventory/liveupdate.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

struct FigureInfo {
    QLatin1StringView word;
    Unit unit{};
    const char *title = nullptr;
    std::optional<MetricId> metric; // gives the definition when there is none of its own
    const char *definition = nullptr;
};

// clang-format off
constexpr std::array<FigureInfo, kFigureCount> kFigures{{
    //: Column head; the share of the CPUs allocated to the entity
    {"cpu"_L1, Unit::Percent, QT_TRANSLATE_NOOP("stratadeck::InventoryModel", "CPU %"), MetricId::CpuAllocPercent},
    //: Column head; the share of all CPUs of its host
    {"cpu-host"_L1, Unit::Percent, QT_TRANSLATE_NOOP("stratadeck::InventoryModel", "CPU of host %"), MetricId::CpuHostPercent},
    {"mem"_L1, Unit::Bytes, QT_TRANSLATE_NOOP("stratadeck::InventoryModel", "Memory"), MetricId::MemUsed},
    //: Column head; memory used as a share of memory allocated
    {"mem%"_L1, Unit::Percent, QT_TRANSLATE_NOOP("stratadeck::InventoryModel", "Memory %"), MetricId::MemUsedPercent},
    {"disk-read"_L1, Unit::BytesPerSecond, QT_TRANSLATE_NOOP("stratadeck::InventoryModel", "Disk read"), MetricId::DiskReadRate,
     QT_TRANSLATE_NOOP("stratadeck::InventoryModel", "Bytes read per second, summed over the disks whose figure is known. Of a host only physical disks count.")},
    {"disk-write"_L1, Unit::BytesPerSecond, QT_TRANSLATE_NOOP("stratadeck::InventoryModel", "Disk write"), MetricId::DiskWriteRate,
     QT_TRANSLATE_NOOP("stratadeck::InventoryModel", "Bytes written per second, summed over the disks whose figure is known. Of a host only physical disks count.")},
    {"disk"_L1, Unit::BytesPerSecond, QT_TRANSLATE_NOOP("stratadeck::InventoryModel", "Disk"), std::nullopt,
     QT_TRANSLATE_NOOP("stratadeck::InventoryModel", "Bytes read and written per second, summed over the disks whose figure is known. Of a host only physical disks count.")},
    {"latency"_L1, Unit::Milliseconds, QT_TRANSLATE_NOOP("stratadeck::InventoryModel", "Disk latency ms"), std::nullopt,
     QT_TRANSLATE_NOOP("stratadeck::InventoryModel", "Mean time of a read or write request, in milliseconds, on the slowest of its disks. Unknown while there are no requests.")},
    {"received"_L1, Unit::BytesPerSecond, QT_TRANSLATE_NOOP("stratadeck::InventoryModel", "Received"), MetricId::NetRxRate,
     QT_TRANSLATE_NOOP("stratadeck::InventoryModel", "Bytes received per second, summed over the network cards whose figure is known. Of a host only real cards count, not bridges and the virtual cards of its guests.")},
    {"sent"_L1, Unit::BytesPerSecond, QT_TRANSLATE_NOOP("stratadeck::InventoryModel", "Sent"), MetricId::NetTxRate,
     QT_TRANSLATE_NOOP("stratadeck::InventoryModel", "Bytes sent per second, summed over the network cards whose figure is known. Of a host only real cards count, not bridges and the virtual cards of its guests.")},
    {"net"_L1, Unit::BytesPerSecond, QT_TRANSLATE_NOOP("stratadeck::InventoryModel", "Network"), std::nullopt,
     QT_TRANSLATE_NOOP("stratadeck::InventoryModel", "Bytes received and sent per second, summed over the network cards whose figure is known. Of a host only real cards count, not bridges and the virtual cards of its guests.")},
    {"cpus"_L1, Unit::Count, QT_TRANSLATE_NOOP("stratadeck::InventoryModel", "CPUs"), MetricId::CpuAllocated},
    {"allocated"_L1, Unit::Bytes, QT_TRANSLATE_NOOP("stratadeck::InventoryModel", "Memory allocated"), MetricId::MemAllocated},
    {"restarts"_L1, Unit::Count, QT_TRANSLATE_NOOP("stratadeck::InventoryModel", "Restarts"), MetricId::RestartCount},
    {"processes"_L1, Unit::Count, QT_TRANSLATE_NOOP("stratadeck::InventoryModel", "Processes"), MetricId::PidsCurrent},
    {"uptime"_L1, Unit::Seconds, QT_TRANSLATE_NOOP("stratadeck::InventoryModel", "Up for"), std::nullopt,
     QT_TRANSLATE_NOOP("stratadeck::InventoryModel", "How long it has been running without a restart. Known when its engine tells the time of the start.")},
}};
// clang-format on

struct OtherWord {
    QLatin1StringView word;
    Figure figure{};
};

constexpr std::array kOtherWords{
    OtherWord{"cpu%"_L1, Figure::Cpu},         OtherWord{"cpuhost"_L1, Figure::CpuHost},
    OtherWord{"memory"_L1, Figure::Memory},    OtherWord{"memory%"_L1, Figure::MemoryShare},
    OtherWord{"read"_L1, Figure::DiskRead},    OtherWord{"write"_L1, Figure::DiskWrite},
    OtherWord{"rx"_L1, Figure::NetReceived},   OtherWord{"tx"_L1, Figure::NetSent},
    OtherWord{"network"_L1, Figure::NetTotal}, OtherWord{"vcpus"_L1, Figure::Cpus},
    OtherWord{"pids"_L1, Figure::Processes},
};

QString translated(const char *text)
{
    return QCoreApplication::translate("stratadeck::InventoryModel", text);
}

} // namespace

Unit unitOf(Figure figure)
{
    return kFigures[ordinal(figure)].unit;
}

QLatin1StringView toWord(Figure figure)
{
    return kFigures[ordinal(figure)].word;
}

std::optional<Figure> findFigure(QStringView word)
{
    for (std::size_t i = 0; i < kFigures.size(); ++i) {
        if (word.compare(kFigures[i].word, Qt::CaseInsensitive) == 0)
            return static_cast<Figure>(i);
    }
    const auto other = std::ranges::find_if(kOtherWords, [word](const OtherWord &candidate) {
        return word.compare(candidate.word, Qt::CaseInsensitive) == 0;
    });
    return other == kOtherWords.end() ? std::nullopt : std::optional(other->figure);
}

QString figureTitle(Figure figure)
{
    return translated(kFigures[ordinal(figure)].title);
}

QString figureDefinition(Figure figure)
{
    const FigureInfo &info = kFigures[ordinal(figure)];
    return info.definition ? translated(info.definition) : metricDefinition(*info.metric);
}

std::optional<Figure> figureOf(MetricId metric)
{
    if (metric == MetricId::DiskReadLatency || metric == MetricId::DiskWriteLatency)
        return Figure::DiskLatency;
    const auto found = std::ranges::find(kFigures, std::optional(metric), &FigureInfo::metric);
    if (found == kFigures.end())
        return std::nullopt;
    return static_cast<Figure>(found - kFigures.begin());
}

bool isInventoryMetric(MetricId metric)
{
    static const auto wanted = [] {
        std::vector<bool> flags(metricCatalogue().size());
        for (const Metric &m : metricCatalogue())
            flags[static_cast<std::size_t>(m.id)] = figureOf(m.id).has_value();
        return flags;
    }();
    return wanted[static_cast<std::size_t>(metric)];
}

double knownSum(double a, double b)
{
    if (std::isnan(a))
        return b;
    return std::isnan(b) ? a : a + b;
}

} // namespace stratadeck
