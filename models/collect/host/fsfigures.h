// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/collect/host/fsprobe.h"
#include "models/collect/host/instancetable.h"
#include "models/collect/host/kernelfile.h"

namespace stratadeck {

/// Size and use of the local file systems, every 30 seconds. Never blocks: file systems are asked on a
/// thread of their own and their answers join the sweep after they came. Not thread-safe.
class FsFigures
{
public:
    /// File systems are asked under `root`, which ends in a slash.
    explicit FsFigures(const QString &root, FsProbe::Ask ask = FsProbe::statvfsUsage);
    void read(BatchBuilder &builder, EntityRef host, Ticks now);

    static constexpr std::chrono::seconds kInterval{30};

private:
    void ask(Ticks now);
    void addAnswers(BatchBuilder &builder, EntityRef host, const std::vector<FsProbe::Answer> &answers);

    QByteArray m_root; // without the last slash
    KernelFile m_mounts;
    FsProbe m_probe;
    InstanceTable m_fileSystems;
    std::optional<Ticks> m_askedAt;
};

} // namespace stratadeck
