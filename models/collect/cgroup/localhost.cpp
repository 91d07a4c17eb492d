// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/cgroup/localhost.h"

#include "models/base/logging.h"
#include "models/base/samplebatch.h"
#include "models/collect/host/meminfo.h"

#include <QFile>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

// Large enough for io.stat of hundreds of devices.
constexpr std::size_t kBufferSize = 64 * 1024;
constexpr qint64 kLongestUevent = 4096;
constexpr qsizetype kLongestDeviceName = 80;

QByteArray readAll(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(qint64(kBufferSize)) : QByteArray();
}

} // namespace

double parseCpuList(const QByteArray &text)
{
    double cpus = 0;
    for (const QByteArray &range : text.trimmed().split(',')) {
        const QByteArrayList ends = range.split('-');
        bool firstOk = false;
        bool lastOk = false;
        const int first = ends.first().toInt(&firstOk);
        const int last = ends.last().toInt(&lastOk);
        if (!firstOk || !lastOk || ends.size() > 2 || last < first)
            return kUnknown;
        cpus += last - first + 1;
    }
    return cpus;
}

LocalHost::LocalHost(QString root)
    : m_root(std::move(root))
    , m_cpus(kUnknown)
    , m_memTotal(kUnknown)
    , m_buffer(kBufferSize)
{
    refresh();
}

void LocalHost::refresh()
{
    if (Result<CgroupMounts> mounts = CgroupMounts::read(m_root))
        m_mounts = std::move(*mounts);
    else
        qCWarning(lcCollect, "no cgroup mounts: %ls", qUtf16Printable(mounts.error().what));
    m_cpus = parseCpuList(readAll(m_root + u"/sys/devices/system/cpu/online"_s));
    const QByteArray memory = readAll(m_root + u"/proc/meminfo"_s);
    const std::optional<quint64> total = parseMemInfo({memory.constData(), std::size_t(memory.size())}).total;
    m_memTotal = total ? static_cast<double>(*total) : kUnknown;
}

QString LocalHost::deviceName(quint32 major, quint32 minor)
{
    const quint64 number = quint64(major) << 32 | minor;
    const auto known = m_devices.constFind(number);
    if (known != m_devices.constEnd())
        return *known;
    QString name = u"%1:%2"_s.arg(major).arg(minor);
    QFile uevent(m_root + u"/sys/dev/block/%1/uevent"_s.arg(name));
    if (uevent.open(QIODevice::ReadOnly)) {
        for (const QByteArray &line : uevent.read(kLongestUevent).split('\n')) {
            if (line.startsWith("DEVNAME=") && line.size() > 8)
                name = QString::fromUtf8(line.mid(8)).left(kLongestDeviceName);
        }
    }
    m_devices.insert(number, name);
    return name;
}

} // namespace stratadeck
