// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/collect/batchbuilder.h"
#include "models/collect/host/kernelfile.h"

namespace stratadeck {

/// Memory, swap, paging and stall times of the host. A file or line that the kernel does not have
/// gives no reading. Not thread-safe.
class MemoryFigures
{
public:
    explicit MemoryFigures(const QString &root);
    void read(BatchBuilder &builder, EntityRef host);

private:
    void readLevels(BatchBuilder &builder, EntityRef host);
    void readPaging(BatchBuilder &builder, EntityRef host);
    void readPressure(BatchBuilder &builder, EntityRef host);

    KernelFile m_memInfo;
    KernelFile m_vmStat;
    KernelFile m_cpuPressure;
    KernelFile m_memoryPressure;
    KernelFile m_ioPressure;
    double m_pageSize;
};

} // namespace stratadeck
