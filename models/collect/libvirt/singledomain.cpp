// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/libvirt/singledomain.h"

namespace stratadeck {

namespace {

constexpr double kKib = 1024;

void readMemory(virDomainPtr handle, DomainFigures &figures)
{
    virDomainMemoryStatStruct stats[VIR_DOMAIN_MEMORY_STAT_NR];
    const int count = virDomainMemoryStats(handle, stats, VIR_DOMAIN_MEMORY_STAT_NR, 0);
    DomainFigures::Balloon &balloon = figures.balloon;
    for (int i = 0; i < count; ++i) {
        const auto value = static_cast<double>(stats[i].val);
        switch (stats[i].tag) {
        case VIR_DOMAIN_MEMORY_STAT_ACTUAL_BALLOON:
            balloon.current = value * kKib;
            break;
        case VIR_DOMAIN_MEMORY_STAT_USABLE:
            balloon.usable = value * kKib;
            break;
        case VIR_DOMAIN_MEMORY_STAT_DISK_CACHES:
            balloon.diskCaches = value * kKib;
            break;
        case VIR_DOMAIN_MEMORY_STAT_RSS:
            balloon.resident = value * kKib;
            break;
        case VIR_DOMAIN_MEMORY_STAT_SWAP_IN:
            balloon.swapIn = value * kKib;
            break;
        case VIR_DOMAIN_MEMORY_STAT_SWAP_OUT:
            balloon.swapOut = value * kKib;
            break;
        case VIR_DOMAIN_MEMORY_STAT_MAJOR_FAULT:
            balloon.majorFaults = value;
            break;
        case VIR_DOMAIN_MEMORY_STAT_LAST_UPDATE:
            balloon.lastUpdate = value;
            break;
        default:
            break;
        }
    }
}

// -1 is libvirt's "not known".
double known(long long value)
{
    return value < 0 ? kUnknown : static_cast<double>(value);
}

void readDisks(virDomainPtr handle, const std::vector<QString> &disks, DomainFigures &figures)
{
    for (const QString &target : disks) {
        virDomainBlockStatsStruct stats{};
        if (virDomainBlockStats(handle, target.toUtf8().constData(), &stats, sizeof stats) < 0)
            continue;
        DomainFigures::Block block;
        block.target = target;
        block.readBytes = known(stats.rd_bytes);
        block.readOps = known(stats.rd_req);
        block.writeBytes = known(stats.wr_bytes);
        block.writeOps = known(stats.wr_req);
        virDomainBlockInfo info{};
        if (virDomainGetBlockInfo(handle, target.toUtf8().constData(), &info, 0) == 0) {
            block.capacity = static_cast<double>(info.capacity);
            block.allocation = static_cast<double>(info.allocation);
            block.physical = static_cast<double>(info.physical);
        }
        figures.blocks.push_back(std::move(block));
    }
}

void readNics(virDomainPtr handle, const std::vector<QString> &devices, DomainFigures &figures)
{
    for (const QString &device : devices) {
        virDomainInterfaceStatsStruct stats{};
        if (virDomainInterfaceStats(handle, device.toUtf8().constData(), &stats, sizeof stats) < 0)
            continue;
        figures.nics.push_back({0, device, known(stats.rx_bytes), known(stats.rx_packets), known(stats.rx_errs),
                                known(stats.rx_drop), known(stats.tx_bytes), known(stats.tx_packets),
                                known(stats.tx_errs), known(stats.tx_drop)});
    }
}

} // namespace

DomainFigures readSingleDomain(virDomainPtr handle, const DeepDomain &domain)
{
    DomainFigures figures;
    figures.uuid = domain.uuid;
    virDomainInfo info{};
    if (virDomainGetInfo(handle, &info) < 0)
        return figures;
    figures.id = static_cast<int>(virDomainGetID(handle));
    figures.state = info.state;
    figures.cpuTime = static_cast<double>(info.cpuTime) * 1e-9;
    figures.vcpus = info.nrVirtCpu;
    figures.balloon.current = static_cast<double>(info.memory) * kKib;
    figures.balloon.maximum = static_cast<double>(info.maxMem) * kKib;
    readMemory(handle, figures);
    readDisks(handle, domain.disks, figures);
    readNics(handle, domain.nicDevices, figures);
    return figures;
}

} // namespace stratadeck
