// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/libvirt/figurewriter.h"

#include <algorithm>
#include <cmath>

namespace stratadeck {

namespace {

using M = MetricId;

InstanceSeries &seriesOf(Guest &guest, const QString &instance)
{
    const auto found = std::find_if(guest.series.begin(), guest.series.end(),
                                    [&](const InstanceSeries &series) { return series.name == instance; });
    if (found != guest.series.end())
        return *found;
    guest.series.push_back({instance, {}});
    guest.series.back().byMetric.resize(metricCatalogue().size());
    return guest.series.back();
}

} // namespace

FigureWriter::FigureWriter(BatchBuilder &builder, Milliseconds period)
    : m_builder(builder)
    , m_period(period)
{
}

void FigureWriter::add(Guest &guest, MetricId metric, double value, const QString &instance,
                       Milliseconds interval)
{
    auto &ref = seriesOf(guest, instance).byMetric[static_cast<std::size_t>(metric)];
    if (!ref)
        ref = m_builder.series(guest.ref, metric, instance, interval);
    m_builder.add(*ref, value);
}

void FigureWriter::write(Guest &guest, const DomainFigures &figures, const Stamp &stamp)
{
    writeCpu(guest, figures, stamp);
    for (const DomainFigures::Vcpu &vcpu : figures.vcpu) {
        const QString number = QString::number(vcpu.number);
        const auto put = [&](MetricId metric, double value) {
            if (!std::isnan(value))
                add(guest, metric, value, number, m_deepInterval);
        };
        put(M::VcpuTime, vcpu.time);
        put(M::VcpuDelay, vcpu.delay);
        put(M::VcpuWait, vcpu.wait);
    }
    writeMemory(guest, figures.balloon, stamp);
    for (const DomainFigures::Block &block : figures.blocks)
        writeBlock(guest, block);
    for (const DomainFigures::Nic &nic : figures.nics)
        writeNic(guest, nic);
}

void FigureWriter::writeRunning(Guest &guest, double hostCores)
{
    const EntityState state = guest.info.state;
    const bool runs = state == EntityState::Running || state == EntityState::ShuttingDown;
    if (state == EntityState::Unknown)
        return;
    add(guest, M::Running, runs ? 1 : 0);
    if (guest.isActive() && !std::isnan(hostCores))
        add(guest, M::CpuCores, hostCores);
}

void FigureWriter::writeCpu(Guest &guest, const DomainFigures &figures, const Stamp &stamp)
{
    const auto put = [&](MetricId metric, double value) {
        if (!std::isnan(value))
            add(guest, metric, value);
    };
    if (!std::isnan(figures.vcpus)) {
        guest.vcpus = figures.vcpus;
        add(guest, M::CpuAllocated, figures.vcpus);
    }
    // Two readings of one counter close together, from the two connections, would make a rate of
    // nothing but the counter's granularity.
    if (std::isnan(figures.cpuTime) || stamp.ticks - guest.cpuAt < m_period / 3)
        return;
    guest.cpuAt = stamp.ticks;
    if (figures.cpuTime < guest.cpuTime) {
        // Started again under the same id, as after a restart of host and daemon.
        ++guest.restarts;
        guest.info.run = QString::number(guest.id) + u'.' + QString::number(guest.restarts);
        m_builder.entity(guest.info);
    }
    guest.cpuTime = figures.cpuTime;
    put(M::CpuTime, figures.cpuTime);
    put(M::CpuUser, figures.cpuUser);
    put(M::CpuSystem, figures.cpuSystem);
}

void FigureWriter::writeMemory(Guest &guest, const DomainFigures::Balloon &balloon, const Stamp &stamp)
{
    const auto put = [&](MetricId metric, double value) {
        if (!std::isnan(value))
            add(guest, metric, value, {}, m_deepInterval);
    };
    put(M::MemAllocated, balloon.current);
    put(M::MemMaximum, balloon.maximum);
    put(M::MemResident, balloon.resident);
    if (!std::isnan(balloon.lastUpdate))
        guest.balloonAge.update(balloon.lastUpdate, stamp.at, stamp.ticks);
    if (!std::isnan(balloon.lastUpdate) && guest.balloonAge.isKnown())
        put(M::BalloonAge, guest.balloonAge.seconds());

    // The guest's own words; too old ones are unknown, not shown as new.
    const bool stale = guest.balloonAge.isStale(guest.xml ? guest.xml->statsPeriod : 0);
    const auto putOwn = [&](MetricId metric, double value) {
        if (!std::isnan(value))
            add(guest, metric, stale ? kUnknown : value, {}, m_deepInterval);
    };
    if (!std::isnan(balloon.usable) && !std::isnan(balloon.current)) {
        // While a balloon deflates at boot the guest may have more to use than it is counted to have.
        const double used = balloon.current - balloon.usable;
        add(guest, M::MemUsed, stale || used < 0 ? kUnknown : used, {}, m_deepInterval);
    }
    putOwn(M::MemCache, balloon.diskCaches);
    putOwn(M::MemSwapIn, balloon.swapIn);
    putOwn(M::MemSwapOut, balloon.swapOut);
    putOwn(M::MemMajorFaults, balloon.majorFaults);
}

void FigureWriter::writeBlock(Guest &guest, const DomainFigures::Block &block)
{
    const auto put = [&](MetricId metric, double value) {
        if (!std::isnan(value))
            add(guest, metric, value, block.target, m_deepInterval);
    };
    put(M::DiskReadBytes, block.readBytes);
    put(M::DiskReadOps, block.readOps);
    put(M::DiskReadTime, block.readTime);
    put(M::DiskWriteBytes, block.writeBytes);
    put(M::DiskWriteOps, block.writeOps);
    put(M::DiskWriteTime, block.writeTime);
    put(M::DiskCapacity, block.capacity);
    put(M::DiskAllocation, block.allocation);
    put(M::DiskPhysical, block.physical);
}

void FigureWriter::writeNic(Guest &guest, const DomainFigures::Nic &nic)
{
    const QString name = guest.xml ? guest.xml->nicName(nic.device) : QString();
    if (name.isEmpty()) {
        guest.wantsXml = true; // plugged in since the XML was read
        return;
    }
    const auto put = [&](MetricId metric, double value) {
        if (!std::isnan(value))
            add(guest, metric, value, name);
    };
    put(M::NetRxBytes, nic.rxBytes);
    put(M::NetRxPackets, nic.rxPackets);
    put(M::NetRxErrors, nic.rxErrors);
    put(M::NetRxDrops, nic.rxDrops);
    put(M::NetTxBytes, nic.txBytes);
    put(M::NetTxPackets, nic.txPackets);
    put(M::NetTxErrors, nic.txErrors);
    put(M::NetTxDrops, nic.txDrops);
}

void FigureWriter::writeHost(EntityRef host, const HostFacts &facts)
{
    const auto put = [&](MetricId metric, double value) {
        if (!std::isnan(value))
            m_builder.add(host, metric, value);
    };
    m_builder.add(host, M::Running, 1);
    put(M::CpuCores, facts.cores);
    put(M::CpuAllocated, facts.cores);
    put(M::CpuTime, facts.cpuTime);
    put(M::CpuUser, facts.cpuUser);
    put(M::CpuSystem, facts.cpuSystem);
    put(M::CpuIowaitTime, facts.cpuIowait);
    put(M::MemAllocated, facts.memTotal);
    put(M::MemUsed, facts.memUsed);
    put(M::MemCache, facts.memCache);
}

} // namespace stratadeck
