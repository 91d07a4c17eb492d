// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/host/hostcollector.h"

#include "models/collect/host/cpufigures.h"
#include "models/collect/host/diskfigures.h"
#include "models/collect/host/fsfigures.h"
#include "models/collect/host/memoryfigures.h"
#include "models/collect/host/netfigures.h"

#include <QFile>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

// "model name" on x86, "cpu" on POWER; ARM names no model, so that only the kernel is shown.
QString cpuModel(const QString &root)
{
    QFile file(root + u"proc/cpuinfo"_s);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return {};
    for (const QByteArray &line : file.read(16384).split('\n')) {
        const qsizetype colon = line.indexOf(':');
        const QByteArray key = line.left(colon).trimmed();
        if (colon > 0 && (key == "model name" || key == "cpu"))
            return QString::fromUtf8(line.mid(colon + 1)).simplified().left(120);
    }
    return {};
}

EntityInfo hostInfo(const QString &root, const QString &name)
{
    const QString kernelFolder = root + u"proc/sys/kernel/"_s;
    const QString system = readFirstLine(kernelFolder + u"ostype"_s);
    const QString release = readFirstLine(kernelFolder + u"osrelease"_s);
    QStringList detail{(system + u' ' + release).trimmed(), cpuModel(root)};
    detail.removeAll(QString());
    EntityInfo info;
    info.key = u"host:"_s + name;
    info.kind = EntityKind::Host;
    info.name = name;
    info.host = name;
    info.run = readFirstLine(kernelFolder + u"random/boot_id"_s);
    info.state = EntityState::Running;
    info.detail = detail.join(u", "_s);
    return info;
}

} // namespace

struct HostCollector::Parts {
    Parts(const CollectorContext &context, const QString &root, const EntityInfo &info)
        : builder(context)
        , host(builder.entity(info))
        , cpu(root)
        , memory(root)
        , disks(root)
        , net(root)
        , fileSystems(root)
    {
    }

    BatchBuilder builder;
    EntityRef host;
    CpuFigures cpu;
    MemoryFigures memory;
    DiskFigures disks;
    NetFigures net;
    FsFigures fileSystems;
};

HostCollector::HostCollector(CollectorContext context, QString root)
    : m_context(std::move(context))
    , m_root(root.endsWith(u'/') ? std::move(root) : root + u'/')
{
}

HostCollector::~HostCollector() = default;

Result<> HostCollector::connect()
{
    const QString namePath = m_root + u"proc/sys/kernel/hostname"_s;
    const QString name = readFirstLine(namePath);
    if (name.isEmpty())
        return fail(Error::Kind::Io, u"cannot read the host's name from %1"_s.arg(namePath), namePath);
    m_parts = std::make_unique<Parts>(m_context, m_root, hostInfo(m_root, name));
    return {};
}

Result<std::vector<SampleBatch>> HostCollector::collect(const std::stop_token &stop)
{
    Q_UNUSED(stop) // nothing here takes long
    if (!m_parts) {
        if (auto connected = connect(); !connected)
            return tl::unexpected(connected.error());
    }
    BatchBuilder &builder = m_parts->builder;
    const EntityRef host = m_parts->host;
    const TimePoint at = m_context.clock->now();
    const Ticks ticks = m_context.clock->ticks();
    if (auto read = m_parts->cpu.read(builder, host); !read)
        return tl::unexpected(read.error());
    builder.add(host, MetricId::Running, 1);
    m_parts->memory.read(builder, host);
    m_parts->disks.read(builder, host, ticks);
    m_parts->net.read(builder, host, ticks);
    m_parts->fileSystems.read(builder, host, ticks);
    std::vector<SampleBatch> batches;
    batches.push_back(builder.take(at, ticks));
    return batches;
}

} // namespace stratadeck
