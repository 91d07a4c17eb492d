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

Panel panel(const QString &id, const QString &title, std::vector<MetricId> metrics)
{
    Panel result{id, title, metric(metrics.front()).unit, std::move(metrics), {}, {}, false};
    if (result.unit == Unit::Percent)
        result.maximum = 100;
    return result;
}

// The same for one entity and for several: what depends on disks, NICs and the kernel.
std::vector<Panel> devicePanels()
{
    return {
        panel(u"disk"_s, Tr::tr("Disk throughput"), {M::DiskReadRate, M::DiskWriteRate}),
        panel(u"network"_s, Tr::tr("Network"), {M::NetRxRate, M::NetTxRate}),
        panel(u"latency"_s, Tr::tr("Disk latency"), {M::DiskReadLatency, M::DiskWriteLatency}),
        panel(u"iops"_s, Tr::tr("Disk requests"), {M::DiskReadIops, M::DiskWriteIops}),
        panel(u"packets"_s, Tr::tr("Network packets"), {M::NetRxPacketRate, M::NetTxPacketRate}),
        panel(u"neterrors"_s, Tr::tr("Network drops and errors"),
              {M::NetRxDropRate, M::NetTxDropRate, M::NetRxErrorRate, M::NetTxErrorRate}),
        panel(u"psicpu"_s, Tr::tr("Pressure on CPU"), {M::PsiCpuSomePercent}),
        panel(u"psimemory"_s, Tr::tr("Pressure on memory"), {M::PsiMemorySomePercent, M::PsiMemoryFullPercent}),
        panel(u"psiio"_s, Tr::tr("Pressure on I/O"), {M::PsiIoSomePercent, M::PsiIoFullPercent}),
        panel(u"throttling"_s, Tr::tr("CPU throttling"), {M::CpuThrottledPercent}),
        panel(u"delay"_s, Tr::tr("vCPU delay (steal)"), {M::VcpuDelayPercent}),
        panel(u"pids"_s, Tr::tr("Processes"), {M::PidsCurrent}),
    };
}

std::vector<Panel> allPanels()
{
    Panel cpu = panel(u"cpu"_s, Tr::tr("CPU"),
                      {M::CpuAllocPercent, M::CpuHostPercent, M::CpuStealPercent, M::CpuIowaitPercent});
    cpu.always = true;
    Panel memory = panel(u"memory"_s, Tr::tr("Memory"),
                         {M::MemUsed, M::MemCache, M::MemResident, M::MemAllocated, M::MemMaximum});
    memory.maximumFrom = M::MemAllocated;
    memory.always = true;
    std::vector<Panel> panels{cpu, memory};
    std::ranges::move(devicePanels(), std::back_inserter(panels));
    panels.push_back(panel(u"cpumodes"_s, Tr::tr("CPU by mode"), {M::CpuUserPercent, M::CpuSystemPercent}));
    panels.push_back(panel(u"cores"_s, Tr::tr("CPUs"), {M::CorePercent}));
    panels.push_back(panel(u"vcpus"_s, Tr::tr("vCPUs"), {M::VcpuPercent}));
    panels.push_back(panel(u"load"_s, Tr::tr("Load"), {M::Load1, M::Load5, M::Load15}));
    panels.push_back(panel(u"diskbusy"_s, Tr::tr("Disks busy"), {M::DiskBusyPercent}));
    panels.push_back(panel(u"swap"_s, Tr::tr("Swapping"), {M::MemSwapInRate, M::MemSwapOutRate}));
    panels.push_back(panel(u"faults"_s, Tr::tr("Major page faults"), {M::MemMajorFaultRate}));
    panels.push_back(panel(u"files"_s, Tr::tr("File systems used"), {M::FsUsedPercent}));
    return panels;
}

// Compared entities get one line each, the same definition for all of them; the title says which.
std::vector<Panel> comparedPanels()
{
    std::vector<Panel> panels{
        panel(u"cpu"_s, Tr::tr("CPU of allocation"), {M::CpuAllocPercent}),
        panel(u"cpuhost"_s, Tr::tr("CPU of host"), {M::CpuHostPercent}),
        panel(u"memory"_s, Tr::tr("Memory used"), {M::MemUsed}),
        panel(u"memoryshare"_s, Tr::tr("Memory used of allocation"), {M::MemUsedPercent}),
    };
    for (Panel &one : panels)
        one.always = one.id != "memoryshare"_L1;
    std::ranges::move(devicePanels(), std::back_inserter(panels));
    return panels;
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
    case M::MemMaximum:
        return Tr::tr("at most");
    case M::CpuUserPercent:
        return Tr::tr("user mode");
    case M::CpuSystemPercent:
        return Tr::tr("kernel mode");
    case M::MemUsedPercent:
    case M::FsUsedPercent:
        return Tr::tr("used");
    case M::DiskBusyPercent:
        return Tr::tr("busy");
    case M::Load1:
        return Tr::tr("1 min");
    case M::Load5:
        return Tr::tr("5 min");
    case M::Load15:
        return Tr::tr("15 min");
    case M::MemSwapInRate:
        return Tr::tr("in");
    case M::MemSwapOutRate:
        return Tr::tr("out");
    case M::DiskReadRate:
    case M::DiskReadIops:
    case M::DiskReadLatency:
        return Tr::tr("read");
    case M::DiskWriteRate:
    case M::DiskWriteIops:
    case M::DiskWriteLatency:
        return Tr::tr("write");
    case M::NetRxRate:
    case M::NetRxPacketRate:
        return Tr::tr("received");
    case M::NetTxRate:
    case M::NetTxPacketRate:
        return Tr::tr("sent");
    case M::NetRxDropRate:
        return Tr::tr("dropped on receipt");
    case M::NetTxDropRate:
        return Tr::tr("dropped on sending");
    case M::NetRxErrorRate:
        return Tr::tr("receive errors");
    case M::NetTxErrorRate:
        return Tr::tr("send errors");
    case M::PsiCpuSomePercent:
    case M::PsiMemorySomePercent:
    case M::PsiIoSomePercent:
        //: Pressure stall information: some task waited
        return Tr::tr("some task waits");
    case M::PsiMemoryFullPercent:
    case M::PsiIoFullPercent:
        //: Pressure stall information: all tasks waited
        return Tr::tr("all tasks wait");
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

QString lineLabel(MetricId id, const QString &instance, EntityKind kind)
{
    // What a VM may use now is the size of its balloon; what a container may use is its limit.
    if (id == M::MemAllocated && kind == EntityKind::VirtualMachine)
        return Tr::tr("balloon");
    if (id == M::MemAllocated && kind == EntityKind::Container)
        return Tr::tr("limit");
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

QString earlierLabel(const QString &line, Milliseconds earlier)
{
    using namespace std::chrono;
    //: %1 is a line of a chart: "used, 1 hour earlier"
    if (earlier == hours(1))
        return Tr::tr("%1, 1 hour earlier").arg(line);
    if (earlier == days(1))
        return Tr::tr("%1, 1 day earlier").arg(line);
    return Tr::tr("%1, 1 week earlier").arg(line);
}

} // namespace stratadeck
