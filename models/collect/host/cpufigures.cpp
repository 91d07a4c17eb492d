// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/host/cpufigures.h"

#include "models/collect/host/loadavg.h"

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
    auto stat = parseProcStat(*text, std::move(m_now));
    if (!stat)
        return fail(Error::Kind::Corrupt, u"%1 has no CPU lines that can be read"_s.arg(m_statPath),
                    m_statPath);

    m_now = std::move(*stat);
    const auto seconds = [this](quint64 ticks) { return static_cast<double>(ticks) / m_ticksPerSecond; };
    const auto online = static_cast<double>(m_now.cores.size());
    builder.add(host, MetricId::CpuTime, seconds(m_now.all.busy()));
    builder.add(host, MetricId::CpuUser, seconds(m_now.all.userMode()));
    builder.add(host, MetricId::CpuSystem, seconds(m_now.all.kernelMode()));
    builder.add(host, MetricId::CpuIowaitTime, seconds(m_now.all.iowait));
    builder.add(host, MetricId::CpuStealTime, seconds(m_now.all.steal));
    builder.add(host, MetricId::CpuCores, online);
    builder.add(host, MetricId::CpuAllocated, online);
    addCores(builder, host);
    readLoad(builder, host);
    return {};
}

void CpuFigures::addCores(BatchBuilder &builder, EntityRef host)
{
    for (const ProcStat::Core &core : m_now.cores) {
        if (m_rows.size() <= core.number)
            m_rows.resize(core.number + 1);
        std::optional<std::size_t> &row = m_rows[core.number];
        if (!row)
            row = m_cores.row(builder, host, QString::number(core.number));
        m_cores.add(builder, *row, std::array{static_cast<double>(core.times.busy()) / m_ticksPerSecond});
    }
    m_cores.finishRound(builder);
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
