// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/host/cpufigures.h"

#include "models/collect/host/loadavg.h"
#include "models/collect/host/procstat.h"

#include <array>
#include <unistd.h>

namespace stratadeck {

using namespace Qt::StringLiterals;

CpuFigures::CpuFigures(const QString &root)
    : m_statPath(root + u"proc/stat"_s)
    , m_stat(m_statPath)
    , m_load(root + u"proc/loadavg"_s)
    , m_cores({MetricId::CoreTime})
    , m_ticksPerSecond(static_cast<double>(::sysconf(_SC_CLK_TCK)))
{
}

Result<> CpuFigures::read(BatchBuilder &builder, EntityRef host)
{
    const auto text = m_stat.read();
    if (!text)
        return fail(Error::Kind::Io, u"cannot read %1"_s.arg(m_statPath), m_statPath);
    const auto stat = parseProcStat(*text);
    if (!stat)
        return fail(Error::Kind::Corrupt, u"%1 has no CPU lines that can be read"_s.arg(m_statPath),
                    m_statPath);

    const auto seconds = [this](quint64 ticks) { return static_cast<double>(ticks) / m_ticksPerSecond; };
    const auto online = static_cast<double>(stat->cores.size());
    builder.add(host, MetricId::CpuTime, seconds(stat->all.busy()));
    builder.add(host, MetricId::CpuUser, seconds(stat->all.userMode()));
    builder.add(host, MetricId::CpuSystem, seconds(stat->all.kernelMode()));
    builder.add(host, MetricId::CpuIowaitTime, seconds(stat->all.iowait));
    builder.add(host, MetricId::CpuStealTime, seconds(stat->all.steal));
    builder.add(host, MetricId::CpuCores, online);
    builder.add(host, MetricId::CpuAllocated, online);
    for (const ProcStat::Core &core : stat->cores) {
        const std::array figures{seconds(core.times.busy())};
        m_cores.add(builder, host, QString::number(core.number), figures);
    }
    m_cores.finishRound(builder);
    readLoad(builder, host);
    return {};
}

void CpuFigures::readLoad(BatchBuilder &builder, EntityRef host)
{
    const auto text = m_load.read();
    const auto load = text ? parseLoadAverage(*text) : std::nullopt;
    if (!load)
        return;
    builder.add(host, MetricId::Load1, load->one);
    builder.add(host, MetricId::Load5, load->five);
    builder.add(host, MetricId::Load15, load->fifteen);
    builder.add(host, MetricId::PidsCurrent, static_cast<double>(load->tasks));
}

} // namespace stratadeck
