// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/collect/cgroup/cgroupmounts.h"

#include <span>
#include <vector>

namespace stratadeck {

/// What the readers of local containers share: where the kernel's files are, how large this host is, how
/// its block devices are called, and a buffer to read into. `root` is empty in production and a fixture
/// tree in tests. Not thread-safe.
class LocalHost
{
public:
    explicit LocalHost(QString root);

    /// Looks again at what may change while the machine runs: mounts, CPUs, memory. Call it now and then.
    void refresh();

    const QString &root() const { return m_root; }
    const CgroupMounts &mounts() const { return m_mounts; }
    double cpus() const { return m_cpus; }         ///< logical CPUs online; kUnknown when unreadable
    double memTotal() const { return m_memTotal; } ///< bytes; kUnknown when unreadable
    std::span<char> buffer() { return m_buffer; }

    /// The name of a block device ("vda"), or "8:0" where the kernel gives none.
    QString deviceName(quint32 major, quint32 minor);

private:
    QString m_root;
    CgroupMounts m_mounts;
    double m_cpus;
    double m_memTotal;
    QHash<quint64, QString> m_devices;
    std::vector<char> m_buffer;
};

/// CPUs in a kernel list such as "0-3,8"; kUnknown when it is not one.
double parseCpuList(const QByteArray &text);

} // namespace stratadeck
