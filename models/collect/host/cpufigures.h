// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/collect/host/instancetable.h"
#include "models/collect/host/kernelfile.h"
#include "models/collect/host/procstat.h"

namespace stratadeck {

/// CPU time, load and pressure of the host. Not thread-safe.
class CpuFigures
{
public:
    explicit CpuFigures(const QString &root);

    /// Adds this sweep's readings. Fails when /proc/stat cannot be read: then nothing is worth having.
    Result<> read(BatchBuilder &builder, EntityRef host);

private:
    void addCores(BatchBuilder &builder, EntityRef host);
    void readLoad(BatchBuilder &builder, EntityRef host);

    QString m_statPath;
    KernelFile m_stat;
    KernelFile m_load;
    ProcStat m_now; // kept to reuse its memory
    InstanceTable m_cores;
    std::vector<std::optional<std::size_t>> m_rows; // in m_cores, by number
    double m_ticksPerSecond;
};

} // namespace stratadeck
