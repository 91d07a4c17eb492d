// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/cgroup/containerseries.h"

#include "models/collect/cgroup/localhost.h"

#include <algorithm>
#include <cmath>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

/// Cache the kernel takes back first does not count as used. While both figures move, the cache may be the
/// larger one for an instant; then the difference is not known to be anything but the usage.
double usedMemory(const CgroupFigures &figures)
{
    if (!std::isfinite(figures.memInactiveFile))
        return kUnknown;
    return figures.memInactiveFile < figures.memUsage ? figures.memUsage - figures.memInactiveFile
                                                      : figures.memUsage;
}

double capped(double limit, double host)
{
    if (std::isnan(limit) || std::isnan(host))
        return std::isfinite(limit) ? limit : kUnknown;
    return std::min(limit, host);
}

/// What is known of a container that does not run, too.
bool isAlwaysKnown(MetricId metric)
{
    return metric == MetricId::Running || metric == MetricId::RestartCount;
}

} // namespace

ContainerSeries::ContainerSeries(EntityRef entity)
    : m_entity(entity)
{
    m_series.fill(kNone);
}

void ContainerSeries::add(BatchBuilder &builder, MetricId metric, double value, Milliseconds interval)
{
    if (!std::isfinite(value))
        return;
    Ref &series = m_series[static_cast<std::size_t>(metric)];
    if (series == kNone) {
        series = static_cast<Ref>(stratadeck::value(builder.series(m_entity, metric, {}, interval)));
        if (!isAlwaysKnown(metric))
            m_known.push_back(series);
    }
    builder.add(static_cast<SeriesRef>(series), value);
    m_silent = m_silent && isAlwaysKnown(metric);
}

void ContainerSeries::addInstance(BatchBuilder &builder, Ref &series, MetricId metric, const QString &instance,
                                  double value)
{
    if (!std::isfinite(value))
        return;
    if (series == kNone) {
        series = static_cast<Ref>(stratadeck::value(builder.series(m_entity, metric, instance)));
        m_known.push_back(series);
    }
    builder.add(static_cast<SeriesRef>(series), value);
    m_silent = false;
}

ContainerSeries::Device &ContainerSeries::deviceOf(const DeviceIo &io, LocalHost *host)
{
    const quint64 number = quint64(io.major) << 32 | io.minor;
    const auto known = std::find_if(m_devices.begin(), m_devices.end(),
                                    [number](const Device &device) { return device.number == number; });
    if (known != m_devices.end())
        return *known;
    QString name;
    if (number != 0) // 0:0 is no device: the sum an engine gives without naming devices
        name = host ? host->deviceName(io.major, io.minor) : u"%1:%2"_s.arg(io.major).arg(io.minor);
    m_devices.push_back({number, name, {kNone, kNone, kNone, kNone}});
    return m_devices.back();
}

ContainerSeries::Interface &ContainerSeries::interfaceOf(const QString &name)
{
    const auto known = std::find_if(m_interfaces.begin(), m_interfaces.end(),
                                    [&name](const Interface &interface) { return interface.name == name; });
    if (known != m_interfaces.end())
        return *known;
    Interface interface {
        name, {}
    };
    interface.series.fill(kNone);
    m_interfaces.push_back(interface);
    return m_interfaces.back();
}

void ContainerSeries::add(BatchBuilder &builder, const CgroupFigures &figures, LocalHost *host,
                          Milliseconds slowInterval)
{
    add(builder, MetricId::CpuTime, figures.cpuTime);
    add(builder, MetricId::CpuUser, figures.cpuUser);
    add(builder, MetricId::CpuSystem, figures.cpuSystem);
    add(builder, MetricId::CpuPeriods, figures.cpuPeriods);
    add(builder, MetricId::CpuThrottledPeriods, figures.cpuThrottledPeriods);
    add(builder, MetricId::CpuThrottledTime, figures.cpuThrottledTime);
    add(builder, MetricId::MemUsed, usedMemory(figures), slowInterval);
    add(builder, MetricId::MemCache, figures.memFile, slowInterval);
    add(builder, MetricId::MemResident, figures.memUsage);
    add(builder, MetricId::MemSwapUsed, figures.memSwap, slowInterval);
    add(builder, MetricId::MemMajorFaults, figures.memMajorFaults, slowInterval);
    add(builder, MetricId::MemOomKills, figures.memOomKills);
    add(builder, MetricId::PidsCurrent, figures.pids);
    add(builder, MetricId::PsiCpuSomeTime, figures.psiCpuSome);
    add(builder, MetricId::PsiMemorySomeTime, figures.psiMemorySome);
    add(builder, MetricId::PsiMemoryFullTime, figures.psiMemoryFull);
    add(builder, MetricId::PsiIoSomeTime, figures.psiIoSome);
    add(builder, MetricId::PsiIoFullTime, figures.psiIoFull);
    for (const DeviceIo &io : figures.devices) {
        Device &device = deviceOf(io, host);
        addInstance(builder, device.series[0], MetricId::DiskReadBytes, device.name, io.readBytes);
        addInstance(builder, device.series[1], MetricId::DiskWriteBytes, device.name, io.writeBytes);
        addInstance(builder, device.series[2], MetricId::DiskReadOps, device.name, io.readOps);
        addInstance(builder, device.series[3], MetricId::DiskWriteOps, device.name, io.writeOps);
    }
}

void ContainerSeries::add(BatchBuilder &builder, const std::vector<InterfaceIo> &interfaces)
{
    for (const InterfaceIo &io : interfaces) {
        Interface &known = interfaceOf(io.name);
        addInstance(builder, known.series[0], MetricId::NetRxBytes, io.name, io.rxBytes);
        addInstance(builder, known.series[1], MetricId::NetRxPackets, io.name, io.rxPackets);
        addInstance(builder, known.series[2], MetricId::NetRxErrors, io.name, io.rxErrors);
        addInstance(builder, known.series[3], MetricId::NetRxDrops, io.name, io.rxDrops);
        addInstance(builder, known.series[4], MetricId::NetTxBytes, io.name, io.txBytes);
        addInstance(builder, known.series[5], MetricId::NetTxPackets, io.name, io.txPackets);
        addInstance(builder, known.series[6], MetricId::NetTxErrors, io.name, io.txErrors);
        addInstance(builder, known.series[7], MetricId::NetTxDrops, io.name, io.txDrops);
    }
}

void ContainerSeries::addLimits(BatchBuilder &builder, const CgroupLimits &limits, double hostCpus,
                                double hostMemory, Milliseconds interval)
{
    add(builder, MetricId::CpuCores, hostCpus, interval);
    add(builder, MetricId::CpuAllocated, capped(limits.cpus, hostCpus), interval);
    add(builder, MetricId::MemAllocated, capped(limits.memory, hostMemory), interval);
}

void ContainerSeries::silence(BatchBuilder &builder)
{
    if (m_silent)
        return;
    for (const Ref series : m_known)
        builder.add(static_cast<SeriesRef>(series), kUnknown);
    m_silent = true;
}

} // namespace stratadeck
