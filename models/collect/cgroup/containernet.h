// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/samplebatch.h"
#include "models/collect/cgroup/keptfile.h"
#include "models/collect/host/netdev.h"

#include <optional>
#include <vector>

namespace stratadeck {

/// The counters of one network interface as its container sees it.
struct InterfaceIo {
    QString name; ///< empty for the sum an engine gives without naming interfaces
    double rxBytes = kUnknown;
    double rxPackets = kUnknown;
    double rxErrors = kUnknown;
    double rxDrops = kUnknown;
    double txBytes = kUnknown;
    double txPackets = kUnknown;
    double txErrors = kUnknown;
    double txDrops = kUnknown;

    bool operator==(const InterfaceIo &) const = default;
};

/// Reads the network counters of the namespace a process lives in, without its loopback.
class NetReader
{
public:
    /// nullopt when the process shares our own network (its counters are the host's, not the container's)
    /// or when that cannot be found out.
    static std::optional<NetReader> open(const QString &root, qint64 pid);

    /// Valid until the next call.
    const std::vector<InterfaceIo> &read(std::span<char> buffer);

private:
    explicit NetReader(KeptFile file);
    KeptFile m_file;
    std::vector<NetLine> m_lines; // both kept to reuse their memory
    std::vector<InterfaceIo> m_interfaces;
};

} // namespace stratadeck
