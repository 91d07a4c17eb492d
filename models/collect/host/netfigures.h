// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/collect/host/instancetable.h"
#include "models/collect/host/kernelfile.h"
#include "models/collect/host/linkreader.h"

namespace stratadeck {

/// The host's network interfaces: those with hardware behind them, and the bridges, bonds, teams and
/// VLANs made of them. Virtual ends that belong to guests (veth, vnet, tap) are left out: the guest
/// shows the same traffic as its own. Where nothing has hardware behind it (a container) all
/// interfaces except the loopback count. Read through netlink, or from /proc/net/dev where that is refused. Not
/// thread-safe.
class NetFigures
{
public:
    explicit NetFigures(const QString &root);
    void read(BatchBuilder &builder, EntityRef host, Ticks now);

private:
    enum class Role : quint8 { Loopback, Hardware, Composed, Virtual };
    struct Interface {
        Role role = Role::Virtual;
        std::optional<std::size_t> row; // in m_rows, once shown
    };
    std::optional<std::span<const NetLine>> readLines();
    Interface &interfaceOf(std::string_view name);
    Role roleOf(const QByteArray &name) const;
    void add(BatchBuilder &builder, EntityRef host, const NetLine &line, Interface &interface);

    QString m_classFolder;
    bool m_isThisMachine; // netlink tells of no recorded tree
    std::unique_ptr<LinkReader> m_links;
    KernelFile m_dev;
    std::vector<NetLine> m_lines; // of m_dev, kept to reuse its memory
    InstanceTable m_rows;
    QHash<QByteArray, Interface> m_interfaces;
    std::optional<Ticks> m_lookedAt; // when the roles were last looked up afresh
};

} // namespace stratadeck
