// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/collect/host/instancetable.h"
#include "models/collect/host/kernelfile.h"
#include "models/collect/host/netdev.h"

namespace stratadeck {

/// The host's network interfaces: those with hardware behind them, and the bridges, bonds, teams and
/// VLANs made of them. Virtual ends that belong to guests (veth, vnet, tap) are left out: the guest
/// shows the same traffic as its own. Where nothing has hardware behind it (a container) all
/// interfaces except the loopback count. Not thread-safe.
class NetFigures
{
public:
    explicit NetFigures(const QString &root);
    void read(BatchBuilder &builder, EntityRef host, Ticks now);

private:
    enum class Role : quint8 { Loopback, Hardware, Composed, Virtual };
    Role roleOf(std::string_view name);

    QString m_classFolder;
    KernelFile m_dev;
    InstanceTable m_interfaces;
    QHash<QByteArray, Role> m_roles;
    std::optional<Ticks> m_lookedAt; // when the roles were last looked up afresh
};

} // namespace stratadeck
