// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/libvirt/hostfacts.h"

#include <QHash>
#include <QSysInfo>
#include <QUrl>
#include <cstdlib>
#include <vector>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

QString takeText(char *text)
{
    const QString taken = text ? QString::fromUtf8(text).left(4096) : QString();
    std::free(text);
    return taken;
}

bool isThisMachine(const QString &server)
{
    return server.isEmpty() || server == "localhost"_L1 || server == "::1"_L1 || server.startsWith("127."_L1);
}

// One side may know the domain and the other not; two full names must agree as a whole.
bool isSameName(const QString &a, const QString &b)
{
    if (a.contains(u'.') && b.contains(u'.'))
        return a.compare(b, Qt::CaseInsensitive) == 0;
    return a.section(u'.', 0, 0).compare(b.section(u'.', 0, 0), Qt::CaseInsensitive) == 0;
}

QHash<QByteArray, double> nodeCpu(virConnectPtr connection)
{
    int count = 0;
    if (virNodeGetCPUStats(connection, VIR_NODE_CPU_STATS_ALL_CPUS, nullptr, &count, 0) < 0 || count <= 0)
        return {};
    std::vector<virNodeCPUStats> stats(static_cast<std::size_t>(count));
    if (virNodeGetCPUStats(connection, VIR_NODE_CPU_STATS_ALL_CPUS, stats.data(), &count, 0) < 0)
        return {};
    QHash<QByteArray, double> figures;
    for (int i = 0; i < count; ++i)
        figures.insert(QByteArray(stats[i].field), static_cast<double>(stats[i].value) * 1e-9);
    return figures;
}

QHash<QByteArray, double> nodeMemory(virConnectPtr connection)
{
    int count = 0;
    if (virNodeGetMemoryStats(connection, VIR_NODE_MEMORY_STATS_ALL_CELLS, nullptr, &count, 0) < 0
        || count <= 0)
        return {};
    std::vector<virNodeMemoryStats> stats(static_cast<std::size_t>(count));
    if (virNodeGetMemoryStats(connection, VIR_NODE_MEMORY_STATS_ALL_CELLS, stats.data(), &count, 0) < 0)
        return {};
    QHash<QByteArray, double> figures;
    for (int i = 0; i < count; ++i)
        figures.insert(QByteArray(stats[i].field), static_cast<double>(stats[i].value) * 1024);
    return figures;
}

} // namespace

HostFacts identifyHost(const QString &uri, const QString &reportedName, const QString &localName)
{
    HostFacts host;
    const QUrl url(uri);
    if (url.scheme().section(u'+', 0, 0) == "test"_L1) {
        QString path = url.path();
        host.name = "test"_L1 + path.replace(u'/', u'-');
        return host;
    }
    host.isRemote = !isThisMachine(url.host()) && !isSameName(reportedName, localName);
    host.name = host.isRemote && !reportedName.isEmpty() ? reportedName
                : host.isRemote                          ? url.host()
                                                         : localName;
    return host;
}

HostFacts identifyHost(virConnectPtr connection)
{
    return identifyHost(takeText(virConnectGetURI(connection)), takeText(virConnectGetHostname(connection)),
                        QSysInfo::machineHostName());
}

void readHostFigures(virConnectPtr connection, HostFacts &host)
{
    virNodeInfo node{};
    host.cores = virNodeGetInfo(connection, &node) == 0 && node.cpus > 0 ? node.cpus : kUnknown;
    if (!host.isRemote)
        return;
    const QHash<QByteArray, double> cpu = nodeCpu(connection);
    host.cpuUser = cpu.value(VIR_NODE_CPU_STATS_USER, kUnknown);
    host.cpuSystem = cpu.value(VIR_NODE_CPU_STATS_KERNEL, kUnknown);
    host.cpuIowait = cpu.value(VIR_NODE_CPU_STATS_IOWAIT, kUnknown);
    host.cpuTime = host.cpuUser + host.cpuSystem; // unknown when either is
    // MemAvailable is not among libvirt's figures; free, buffers and cache come closest to it.
    const QHash<QByteArray, double> memory = nodeMemory(connection);
    host.memTotal = memory.value(VIR_NODE_MEMORY_STATS_TOTAL, kUnknown);
    host.memCache = memory.value(VIR_NODE_MEMORY_STATS_BUFFERS, kUnknown)
                    + memory.value(VIR_NODE_MEMORY_STATS_CACHED, kUnknown);
    host.memUsed = host.memTotal - memory.value(VIR_NODE_MEMORY_STATS_FREE, kUnknown) - host.memCache;
}

} // namespace stratadeck
