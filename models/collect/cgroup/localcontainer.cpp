// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/cgroup/localcontainer.h"

#include <QFile>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kLongestCgroupFile = 64 * 1024;

// Well below what the deriver calls a late sweep or a set clock, so that slow readings are never the last to
// return.
constexpr std::chrono::milliseconds kGrace{1000};

} // namespace

LocalContainer::LocalContainer(CgroupReader cgroup)
    : m_cgroup(std::move(cgroup))
{
}

std::unique_ptr<LocalContainer> LocalContainer::open(LocalHost &host, qint64 pid, const QString &id)
{
    QFile file(u"%1/proc/%2/cgroup"_s.arg(host.root()).arg(pid));
    if (pid <= 0 || !file.open(QIODevice::ReadOnly))
        return nullptr;
    return open(host, host.mounts().locate(file.read(kLongestCgroupFile), id), pid);
}

std::unique_ptr<LocalContainer> LocalContainer::open(LocalHost &host, const CgroupPaths &paths, qint64 pid)
{
    if (paths.isEmpty())
        return nullptr;
    CgroupReader cgroup(paths);
    CgroupFigures figures;
    if (!cgroup.read(host.buffer(), figures, false))
        return nullptr;
    std::unique_ptr<LocalContainer> container(new LocalContainer(std::move(cgroup)));
    if (pid > 0)
        container->m_network = NetReader::open(host.root(), pid);
    return container;
}

bool LocalContainer::sweep(BatchBuilder &builder, ContainerSeries &series, LocalHost &host, bool withSlow)
{
    const bool slowToo = withSlow || !m_hadSlow;
    m_figures.clear();
    if (!m_cgroup.read(host.buffer(), m_figures, slowToo))
        return false;
    series.add(builder, m_figures, &host, kSlowInterval);
    if (m_network)
        series.add(builder, m_network->read(host.buffer()));
    if (slowToo) {
        m_hadSlow = true;
        series.addLimits(builder, m_cgroup.readLimits(host.buffer()), host.cpus(), host.memTotal(),
                         kSlowInterval);
    }
    return true;
}

bool SlowCadence::isDue(TimePoint now, Ticks ticks, Milliseconds period)
{
    const Ticks passed = ticks - m_lastTicks;
    const Ticks drift = std::chrono::abs(Ticks(now - m_lastNow) - passed);
    const bool due =
        !m_started || passed > 2 * period + kGrace || drift > kGrace || ticks - m_lastDue >= kSlowInterval;
    m_started = true;
    m_lastNow = now;
    m_lastTicks = ticks;
    if (due)
        m_lastDue = ticks;
    return due;
}

} // namespace stratadeck
