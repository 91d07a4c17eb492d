// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/host/memoryfigures.h"

#include "models/collect/host/meminfo.h"
#include "models/collect/host/pressure.h"
#include "models/collect/host/vmstat.h"

#include <unistd.h>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

double known(const std::optional<quint64> &count)
{
    return count ? static_cast<double>(*count) : kUnknown;
}

/// A part taken from a whole; unknown when the two were not read at one instant and do not fit.
double rest(const std::optional<quint64> &whole, const std::optional<quint64> &part)
{
    return whole && part && *part <= *whole ? static_cast<double>(*whole - *part) : kUnknown;
}

/// Figures this kernel does not have give no series at all, rather than one that is always unknown.
void addIf(bool exists, BatchBuilder &builder, EntityRef host, MetricId metric, double figure)
{
    if (exists)
        builder.add(host, metric, figure);
}

void addStall(BatchBuilder &builder, EntityRef host, MetricId metric,
              const std::optional<quint64> &microseconds)
{
    addIf(microseconds.has_value(), builder, host, metric, known(microseconds) / 1e6);
}

} // namespace

MemoryFigures::MemoryFigures(const QString &root)
    : m_memInfo(root + u"proc/meminfo"_s)
    , m_vmStat(root + u"proc/vmstat"_s)
    , m_cpuPressure(root + u"proc/pressure/cpu"_s)
    , m_memoryPressure(root + u"proc/pressure/memory"_s)
    , m_ioPressure(root + u"proc/pressure/io"_s)
    , m_pageSize(static_cast<double>(::sysconf(_SC_PAGESIZE)))
{
}

void MemoryFigures::read(BatchBuilder &builder, EntityRef host)
{
    readLevels(builder, host);
    readPaging(builder, host);
    readPressure(builder, host);
}

void MemoryFigures::readLevels(BatchBuilder &builder, EntityRef host)
{
    const auto text = m_memInfo.read();
    if (!text)
        return;
    const MemInfo info = parseMemInfo(*text);
    addIf(info.total.has_value(), builder, host, MetricId::MemAllocated, known(info.total));
    addIf(info.available.has_value(), builder, host, MetricId::MemUsed, rest(info.total, info.available));
    addIf(info.free.has_value(), builder, host, MetricId::MemResident, rest(info.total, info.free));
    addIf(info.cached && info.buffers, builder, host, MetricId::MemCache,
          known(info.cached) + known(info.buffers));
    addIf(info.swapTotal.has_value(), builder, host, MetricId::MemSwapTotal, known(info.swapTotal));
    addIf(info.swapFree.has_value(), builder, host, MetricId::MemSwapUsed, rest(info.swapTotal, info.swapFree));
}

void MemoryFigures::readPaging(BatchBuilder &builder, EntityRef host)
{
    const auto text = m_vmStat.read();
    if (!text)
        return;
    const VmStat stat = parseVmStat(*text);
    addIf(stat.swapInPages.has_value(), builder, host, MetricId::MemSwapIn,
          known(stat.swapInPages) * m_pageSize);
    addIf(stat.swapOutPages.has_value(), builder, host, MetricId::MemSwapOut,
          known(stat.swapOutPages) * m_pageSize);
    addIf(stat.majorFaults.has_value(), builder, host, MetricId::MemMajorFaults, known(stat.majorFaults));
    addIf(stat.oomKills.has_value(), builder, host, MetricId::MemOomKills, known(stat.oomKills));
}

void MemoryFigures::readPressure(BatchBuilder &builder, EntityRef host)
{
    if (const auto text = m_cpuPressure.read())
        addStall(builder, host, MetricId::PsiCpuSomeTime, parsePressure(*text).some);
    if (const auto text = m_memoryPressure.read()) {
        const Pressure pressure = parsePressure(*text);
        addStall(builder, host, MetricId::PsiMemorySomeTime, pressure.some);
        addStall(builder, host, MetricId::PsiMemoryFullTime, pressure.full);
    }
    if (const auto text = m_ioPressure.read()) {
        const Pressure pressure = parsePressure(*text);
        addStall(builder, host, MetricId::PsiIoSomeTime, pressure.some);
        addStall(builder, host, MetricId::PsiIoFullTime, pressure.full);
    }
}

} // namespace stratadeck
