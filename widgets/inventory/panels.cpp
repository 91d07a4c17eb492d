// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inventory/panels.h"

#include <QCoreApplication>
#include <algorithm>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Panels)
};

using M = MetricId;

std::vector<Panel> allPanels()
{
    return {
        {u"cpu"_s,
         Tr::tr("CPU"),
         Unit::Percent,
         {M::CpuAllocPercent, M::CpuHostPercent, M::CpuStealPercent, M::CpuIowaitPercent},
         100,
         {},
         true},
        {u"memory"_s,
         Tr::tr("Memory"),
         Unit::Bytes,
         {M::MemUsed, M::MemCache, M::MemResident, M::MemAllocated},
         {},
         M::MemAllocated,
         true},
        {u"disk"_s,
         Tr::tr("Disk throughput"),
         Unit::BytesPerSecond,
         {M::DiskReadRate, M::DiskWriteRate},
         {},
         {},
         false},
        {u"network"_s, Tr::tr("Network"), Unit::BytesPerSecond, {M::NetRxRate, M::NetTxRate}, {}, {}, false},
        {u"latency"_s,
         Tr::tr("Disk latency"),
         Unit::Milliseconds,
         {M::DiskReadLatency, M::DiskWriteLatency},
         {},
         {},
         false},
        {u"iops"_s,
         Tr::tr("Disk requests"),
         Unit::PerSecond,
         {M::DiskReadIops, M::DiskWriteIops},
         {},
         {},
         false},
        {u"pressure"_s,
         Tr::tr("Pressure"),
         Unit::Percent,
         {M::PsiCpuSomePercent, M::PsiMemorySomePercent, M::PsiIoSomePercent},
         100,
         {},
         false},
        {u"cores"_s, Tr::tr("CPUs"), Unit::Percent, {M::CorePercent}, 100, {}, false},
        {u"vcpus"_s, Tr::tr("vCPUs"), Unit::Percent, {M::VcpuPercent, M::VcpuDelayPercent}, 100, {}, false},
        {u"throttling"_s, Tr::tr("CPU throttling"), Unit::Percent, {M::CpuThrottledPercent}, 100, {}, false},
        {u"pids"_s, Tr::tr("Processes"), Unit::Count, {M::PidsCurrent}, {}, {}, false},
    };
}

// Compared entities get one line each, the same definition for all of them.
std::vector<Panel> comparedPanels()
{
    return {
        {u"cpu"_s, Tr::tr("CPU of allocation"), Unit::Percent, {M::CpuAllocPercent}, 100, {}, true},
        {u"cpuhost"_s, Tr::tr("CPU of host"), Unit::Percent, {M::CpuHostPercent}, 100, {}, true},
        {u"memory"_s, Tr::tr("Memory used"), Unit::Bytes, {M::MemUsed}, {}, {}, true},
        {u"disk"_s,
         Tr::tr("Disk throughput"),
         Unit::BytesPerSecond,
         {M::DiskReadRate, M::DiskWriteRate},
         {},
         {},
         false},
        {u"network"_s, Tr::tr("Network"), Unit::BytesPerSecond, {M::NetRxRate, M::NetTxRate}, {}, {}, false},
    };
}

QString measured(MetricId id)
{
    switch (id) {
    case M::CpuAllocPercent:
        return Tr::tr("of allocation");
    case M::CpuHostPercent:
        return Tr::tr("of host");
    case M::CpuStealPercent:
        return Tr::tr("stolen");
    case M::CpuIowaitPercent:
        return Tr::tr("waiting for I/O");
    case M::MemUsed:
        return Tr::tr("used");
    case M::MemCache:
        return Tr::tr("cache");
    case M::MemResident:
        return Tr::tr("held on host");
    case M::MemAllocated:
        return Tr::tr("allocated");
    case M::DiskReadRate:
    case M::DiskReadIops:
    case M::DiskReadLatency:
        return Tr::tr("read");
    case M::DiskWriteRate:
    case M::DiskWriteIops:
    case M::DiskWriteLatency:
        return Tr::tr("write");
    case M::NetRxRate:
        return Tr::tr("received");
    case M::NetTxRate:
        return Tr::tr("sent");
    case M::PsiCpuSomePercent:
        return Tr::tr("CPU");
    case M::PsiMemorySomePercent:
        return Tr::tr("memory");
    case M::PsiIoSomePercent:
        return Tr::tr("I/O");
    case M::VcpuPercent:
        return Tr::tr("busy");
    case M::VcpuDelayPercent:
        return Tr::tr("delayed");
    default:
        return metricTitle(id);
    }
}

bool appliesTo(MetricId id, EntityKind kind)
{
    return metric(id).entities.testFlag(kind);
}

} // namespace

std::vector<Panel> panelsFor(const std::vector<EntityKind> &kinds)
{
    std::vector<Panel> panels = kinds.size() > 1 ? comparedPanels() : allPanels();
    for (Panel &panel : panels) {
        std::erase_if(panel.metrics, [&](MetricId id) {
            return std::ranges::none_of(kinds, [id](EntityKind kind) { return appliesTo(id, kind); });
        });
        // A host is allocated all of itself: both shares are one line.
        if (kinds == std::vector{EntityKind::Host})
            std::erase(panel.metrics, M::CpuAllocPercent);
    }
    std::erase_if(panels, [](const Panel &panel) { return panel.metrics.empty(); });
    return panels;
}

QString lineLabel(MetricId id, const QString &instance)
{
    if (instance.isEmpty())
        return measured(id);
    if (id == M::CorePercent)
        //: %1 is the number of a host's CPU
        return Tr::tr("CPU %1").arg(instance);
    if (id == M::VcpuPercent || id == M::VcpuDelayPercent)
        //: %1 is the number of a virtual CPU, %2 says busy or delayed
        return Tr::tr("vCPU %1 %2").arg(instance, measured(id));
    //: %1 is a disk or network interface, %2 says read, write, sent ...
    return Tr::tr("%1 %2").arg(instance, measured(id));
}

} // namespace stratadeck
