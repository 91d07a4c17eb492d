// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/collect/host/diskstats.h"
#include "models/collect/host/instancetable.h"
#include "models/collect/host/kernelfile.h"

namespace stratadeck {

/// Whole block devices of the host: partitions are left out because their disk counts them already,
/// and loop, RAM and compressed swap disks until something uses them. A device-mapper disk is named as
/// its owner named it ("vg-root", not "dm-0"). Not thread-safe.
class DiskFigures
{
public:
    explicit DiskFigures(const QString &root);
    void read(BatchBuilder &builder, EntityRef host, Ticks now);

private:
    /// What /sys/block says about a kernel name.
    struct Device {
        bool whole = false;
        QString instance;
        double capacity = kUnknown;     // bytes
        std::optional<std::size_t> row; // in m_disks, once shown
    };
    Device &deviceOf(const DiskLine &line);
    void readCapacities(BatchBuilder &builder, EntityRef host, const std::vector<DiskLine> &lines);
    bool isShown(const DiskLine &line);

    QString m_blockFolder;
    KernelFile m_stats;
    std::vector<DiskLine> m_lines; // kept to reuse its memory
    InstanceTable m_disks;
    InstanceTable m_capacities;
    QHash<QByteArray, Device> m_devices;
    std::optional<Ticks> m_lookedAt; // when the devices were last looked up afresh
};

} // namespace stratadeck
