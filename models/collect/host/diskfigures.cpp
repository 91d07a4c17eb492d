// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/host/diskfigures.h"

#include <QFileInfo>
#include <array>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::seconds kLookInterval{30};
constexpr double kSector = 512;
constexpr qsizetype kLongestName = 128; // device-mapper's own limit

/// For looking up only: it owns nothing.
QByteArray bytesOf(std::string_view text)
{
    return QByteArray::fromRawData(text.data(), static_cast<qsizetype>(text.size()));
}

bool isSpareKind(std::string_view name)
{
    return name.starts_with("loop") || name.starts_with("ram") || name.starts_with("zram");
}

} // namespace

DiskFigures::DiskFigures(const QString &root)
    : m_blockFolder(root + u"sys/block/"_s)
    , m_stats(root + u"proc/diskstats"_s)
    , m_disks({MetricId::DiskReadBytes, MetricId::DiskReadOps, MetricId::DiskReadTime, MetricId::DiskWriteBytes,
               MetricId::DiskWriteOps, MetricId::DiskWriteTime, MetricId::DiskIoTime})
    , m_capacities({MetricId::DiskCapacity}, kLookInterval)
{
}

void DiskFigures::read(BatchBuilder &builder, EntityRef host, Ticks now)
{
    const auto text = m_stats.read();
    if (!text)
        return;
    m_lines = parseDiskStats(*text, std::move(m_lines));
    if (!m_lookedAt || now - *m_lookedAt >= kLookInterval) {
        m_devices.clear(); // sizes and names may have changed
        m_lookedAt = now;
        readCapacities(builder, host, m_lines);
    }
    for (const DiskLine &line : m_lines) {
        if (!isShown(line))
            continue;
        const auto seconds = [](quint64 milliseconds) { return static_cast<double>(milliseconds) / 1e3; };
        const std::array figures{static_cast<double>(line.readSectors) * kSector,
                                 static_cast<double>(line.reads),
                                 seconds(line.readMilliseconds),
                                 static_cast<double>(line.writtenSectors) * kSector,
                                 static_cast<double>(line.writes),
                                 seconds(line.writeMilliseconds),
                                 seconds(line.busyMilliseconds)};
        Device &device = deviceOf(line);
        if (!device.row)
            device.row = m_disks.row(builder, host, device.instance);
        m_disks.add(builder, *device.row, figures);
    }
    m_disks.finishRound(builder);
}

void DiskFigures::readCapacities(BatchBuilder &builder, EntityRef host, const std::vector<DiskLine> &lines)
{
    for (const DiskLine &line : lines) {
        if (!isShown(line))
            continue;
        const Device &device = deviceOf(line);
        m_capacities.add(builder, host, device.instance, std::array{device.capacity});
    }
    m_capacities.finishRound(builder);
}

bool DiskFigures::isShown(const DiskLine &line)
{
    if (line.isIdle() && isSpareKind(line.name))
        return false;
    const Device &device = deviceOf(line);
    const bool isEmptyDrive = line.isIdle() && device.capacity == 0; // no disc in it
    return device.whole && !isEmptyDrive;
}

DiskFigures::Device &DiskFigures::deviceOf(const DiskLine &line)
{
    const QByteArray name = bytesOf(line.name);
    const auto known = m_devices.find(name);
    if (known != m_devices.end())
        return *known;
    // A slash in a device name ("cciss/c0d0") is an exclamation mark in /sys.
    const QString folder = m_blockFolder + QString::fromUtf8(name).replace(u'/', u'!');
    Device device;
    device.whole = !name.contains("..") && QFileInfo(folder).isDir();
    if (device.whole) {
        const QString given = readFirstLine(folder + u"/dm/name"_s, kLongestName);
        device.instance = given.isEmpty() ? QString::fromUtf8(name) : given;
        bool isNumber = false;
        const qulonglong sectors = readFirstLine(folder + u"/size"_s).toULongLong(&isNumber);
        if (isNumber)
            device.capacity = static_cast<double>(sectors) * kSector;
    }
    return *m_devices.insert(QByteArray(line.name.data(), name.size()), device);
}

} // namespace stratadeck
