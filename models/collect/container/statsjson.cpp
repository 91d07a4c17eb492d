// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/container/enginejson.h"
#include "models/collect/container/jsonfields.h"

#include <QJsonArray>
#include <cmath>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr double kNanosecond = 1e-9;

// No container has more disks or interfaces; looking them up one by one must stay cheap.
constexpr std::size_t kMostInstances = 1000;

/// A sum over disks or interfaces that is zero in both directions may just as well not be counted at all
/// (no accounting for the disk, no network of its own): that is not a known zero.
bool isCounted(double in, double out)
{
    return in > 0 || out > 0;
}

/// The two APIs name the counters of an interface differently.
struct InterfaceKeys {
    QLatin1StringView rxBytes, rxPackets, rxErrors, rxDrops, txBytes, txPackets, txErrors, txDrops;
};
constexpr InterfaceKeys kPodmanKeys{"RxBytes"_L1, "RxPackets"_L1, "RxErrors"_L1, "RxDropped"_L1,
                                    "TxBytes"_L1, "TxPackets"_L1, "TxErrors"_L1, "TxDropped"_L1};
constexpr InterfaceKeys kDockerKeys{"rx_bytes"_L1, "rx_packets"_L1, "rx_errors"_L1, "rx_dropped"_L1,
                                    "tx_bytes"_L1, "tx_packets"_L1, "tx_errors"_L1, "tx_dropped"_L1};

void addInterfaces(const QJsonObject &interfaces, const InterfaceKeys &keys, ContainerStats &stats)
{
    for (auto it = interfaces.begin(); it != interfaces.end(); ++it) {
        const QJsonObject io = it.value().toObject();
        const InterfaceIo figures{
            plainText(it.key(), 64),    amount(io, keys.rxBytes),  amount(io, keys.rxPackets),
            amount(io, keys.rxErrors),  amount(io, keys.rxDrops),  amount(io, keys.txBytes),
            amount(io, keys.txPackets), amount(io, keys.txErrors), amount(io, keys.txDrops)};
        // Podman 4's Docker API calls the sum "network", and gives it to containers without a network, too.
        const bool isSum = it.key() == "network"_L1;
        if (stats.interfaces.size() < kMostInstances && (!isSum || isCounted(figures.rxBytes, figures.txBytes)))
            stats.interfaces.push_back(figures);
    }
}

void addPodmanNetwork(const QJsonObject &row, ContainerStats &stats)
{
    addInterfaces(row["Network"_L1].toObject(), kPodmanKeys, stats); // since Podman 5
    const double in = amount(row, "NetInput"_L1);
    const double out = amount(row, "NetOutput"_L1);
    if (!stats.interfaces.empty() || !isCounted(in, out))
        return;
    InterfaceIo sum;
    sum.rxBytes = in;
    sum.txBytes = out;
    stats.interfaces.push_back(sum);
}

/// CPU and AvgCPU of a one-shot answer are averages since the start of the container, not what it uses now,
/// so only the counter is taken.
ContainerStats toPodmanStats(const QJsonObject &row)
{
    ContainerStats stats;
    stats.id = containerId(row, "ContainerID"_L1);
    CgroupFigures &figures = stats.figures;
    figures.cpuTime = amount(row, "CPUNano"_L1) * kNanosecond;
    figures.cpuSystem = amount(row, "CPUSystemNano"_L1) * kNanosecond;
    figures.memUsage = amount(row, "MemUsage"_L1);
    figures.pids = amount(row, "PIDs"_L1);
    stats.memoryLimit = amount(row, "MemLimit"_L1);
    const double read = amount(row, "BlockInput"_L1);
    const double written = amount(row, "BlockOutput"_L1);
    if (isCounted(read, written)) {
        DeviceIo sum;
        sum.readBytes = read;
        sum.writeBytes = written;
        figures.devices.push_back(sum);
    }
    addPodmanNetwork(row, stats);
    return stats;
}

DeviceIo &deviceOf(CgroupFigures &figures, double major, double minor)
{
    for (DeviceIo &io : figures.devices) {
        if (io.major == major && io.minor == minor)
            return io;
    }
    DeviceIo io;
    io.major = static_cast<quint32>(major);
    io.minor = static_cast<quint32>(minor);
    figures.devices.push_back(io);
    return figures.devices.back();
}

void addDockerDevices(const QJsonArray &rows, bool bytes, CgroupFigures &figures)
{
    for (const QJsonValue &value : rows) {
        const QJsonObject row = value.toObject();
        const double major = amount(row, "major"_L1);
        const double minor = amount(row, "minor"_L1);
        const double count = amount(row, "value"_L1);
        const QString operation = row["op"_L1].toString().toLower();
        constexpr double kLargest = std::numeric_limits<quint32>::max();
        if (!(major <= kLargest) || !(minor <= kLargest) || std::isnan(count))
            continue;
        if (operation != "read"_L1 && operation != "write"_L1)
            continue;
        if (figures.devices.size() >= kMostInstances)
            return;
        DeviceIo &io = deviceOf(figures, major, minor);
        if (bytes)
            (operation == "read"_L1 ? io.readBytes : io.writeBytes) = count;
        else
            (operation == "read"_L1 ? io.readOps : io.writeOps) = count;
    }
}

void addDockerCpu(const QJsonObject &cpu, CgroupFigures &figures)
{
    const QJsonObject usage = cpu["cpu_usage"_L1].toObject();
    figures.cpuTime = amount(usage, "total_usage"_L1) * kNanosecond;
    figures.cpuUser = amount(usage, "usage_in_usermode"_L1) * kNanosecond;
    figures.cpuSystem = amount(usage, "usage_in_kernelmode"_L1) * kNanosecond;
    const QJsonObject throttling = cpu["throttling_data"_L1].toObject();
    figures.cpuPeriods = amount(throttling, "periods"_L1);
    figures.cpuThrottledPeriods = amount(throttling, "throttled_periods"_L1);
    figures.cpuThrottledTime = amount(throttling, "throttled_time"_L1) * kNanosecond;
}

void addDockerMemory(const QJsonObject &memory, ContainerStats &stats)
{
    CgroupFigures &figures = stats.figures;
    figures.memUsage = amount(memory, "usage"_L1);
    stats.memoryLimit = amount(memory, "limit"_L1);
    const QJsonObject detail = memory["stats"_L1].toObject();
    const bool isV1 = detail.contains("total_inactive_file"_L1);
    figures.memInactiveFile = amount(detail, isV1 ? "total_inactive_file"_L1 : "inactive_file"_L1);
    figures.memFile = amount(detail, isV1 ? "total_cache"_L1 : "file"_L1);
    figures.memMajorFaults = amount(detail, isV1 ? "total_pgmajfault"_L1 : "pgmajfault"_L1);
}

} // namespace

Result<std::vector<ContainerStats>> parsePodmanStats(const QByteArray &json)
{
    const Result<QJsonDocument> document = parseJson(json, u"container statistics"_s);
    if (!document)
        return tl::unexpected(document.error());
    // For a container it does not know Podman answers 200 with {"Error":{},"Stats":null}.
    const QJsonValue rows = document->object()["Stats"_L1];
    if (!rows.isArray())
        return fail(Error::Kind::Invalid, u"container statistics: no rows"_s, u"container statistics"_s);
    std::vector<ContainerStats> all;
    for (const QJsonValue &value : rows.toArray()) {
        const QJsonObject row = value.toObject();
        ContainerStats stats = toPodmanStats(row);
        // A stopped container gets a row of zeros, with a zero clock.
        if (!stats.id.isEmpty() && amount(row, "SystemNano"_L1) > 0)
            all.push_back(std::move(stats));
    }
    return all;
}

Result<ContainerStats> parseDockerStats(const QByteArray &json)
{
    const Result<QJsonDocument> document = parseJson(json, u"container statistics"_s);
    if (!document)
        return tl::unexpected(document.error());
    // precpu_stats is left alone: Podman fills it with zeros, and one-shot answers have none.
    const QJsonObject object = document->object();
    ContainerStats stats;
    addDockerCpu(object["cpu_stats"_L1].toObject(), stats.figures);
    addDockerMemory(object["memory_stats"_L1].toObject(), stats);
    stats.figures.pids = amount(object["pids_stats"_L1].toObject(), "current"_L1);
    const QJsonObject blkio = object["blkio_stats"_L1].toObject();
    addDockerDevices(blkio["io_service_bytes_recursive"_L1].toArray(), true, stats.figures);
    addDockerDevices(blkio["io_serviced_recursive"_L1].toArray(), false, stats.figures);
    addInterfaces(object["networks"_L1].toObject(), kDockerKeys, stats);
    // A container that does not run gets an object of zeros and no memory limit.
    const bool isEmpty = !(stats.figures.cpuTime > 0) && !(stats.memoryLimit > 0);
    if (isEmpty)
        return fail(Error::Kind::NotFound, u"container statistics: none"_s, u"container statistics"_s);
    return stats;
}

} // namespace stratadeck
