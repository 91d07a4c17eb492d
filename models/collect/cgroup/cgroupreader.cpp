// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/cgroup/cgroupreader.h"

#include "models/collect/cgroup/cgroupparse.h"

#include <QFile>
#include <unistd.h>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr double kNanosecond = 1e-9;

QString pathOf(const QString &directory, const char *name)
{
    return directory + u'/' + QLatin1StringView(name);
}

KeptFile::Content readOnce(const QString &directory, const char *name, std::span<char> buffer)
{
    return KeptFile(pathOf(directory, name)).read(buffer);
}

/// A cgroup without the file of a limit is not under that controller: nothing limits it there.
double readLimit(const QString &directory, const char *name, std::span<char> buffer,
                 double (*parse)(std::string_view))
{
    if (directory.isEmpty())
        return kUnknown;
    const KeptFile::Content content = readOnce(directory, name, buffer);
    return content.outcome == KeptFile::Outcome::Missing ? kNoLimit : parse(content.text);
}

void parseCpuacctUsage(std::string_view text, CgroupFigures &out)
{
    out.cpuTime = parseCgroupNumber(text) * kNanosecond;
}

void parseCpuacctShares(std::string_view text, CgroupFigures &out)
{
    static const auto ticksPerSecond = static_cast<double>(sysconf(_SC_CLK_TCK));
    parseCpuacctStat(text, ticksPerSecond, out);
}

void parseUsage(std::string_view text, CgroupFigures &out)
{
    out.memUsage = parseCgroupNumber(text);
}

void parseSwap(std::string_view text, CgroupFigures &out)
{
    out.memSwap = parseCgroupNumber(text);
}

void parsePids(std::string_view text, CgroupFigures &out)
{
    out.pids = parseCgroupNumber(text);
}

void parseBlkioBytes(std::string_view text, CgroupFigures &out)
{
    parseBlkio(text, BlkioFile::Bytes, out);
}

void parseBlkioOps(std::string_view text, CgroupFigures &out)
{
    parseBlkio(text, BlkioFile::Operations, out);
}

void parseCpuPressure(std::string_view text, CgroupFigures &out)
{
    parsePressure(text, out.psiCpuSome, nullptr);
}

void parseMemoryPressure(std::string_view text, CgroupFigures &out)
{
    parsePressure(text, out.psiMemorySome, &out.psiMemoryFull);
}

void parseIoPressure(std::string_view text, CgroupFigures &out)
{
    parsePressure(text, out.psiIoSome, &out.psiIoFull);
}

/// The _recursive files also count the cgroups inside; old kernels do not have them.
const char *recursiveIfThere(const QString &directory, const char *recursive, const char *plain)
{
    return QFile::exists(pathOf(directory, recursive)) ? recursive : plain;
}

} // namespace

CgroupReader::CgroupReader(const CgroupPaths &paths)
    : m_paths(paths)
    , m_freezer(paths.freezer.isEmpty() ? pathOf(paths.unified, "cgroup.events")
                                        : pathOf(paths.freezer, "freezer.state"))
{
    keepV1();
    keepV2();
}

void CgroupReader::keep(const QString &directory, const char *name, Parse parse, Pace pace)
{
    const QString path = pathOf(directory, name);
    if (!directory.isEmpty() && QFile::exists(path))
        m_sources.push_back({KeptFile(path), parse, pace});
}

void CgroupReader::keepV1()
{
    keep(m_paths.cpuacct, "cpuacct.usage", parseCpuacctUsage);
    keep(m_paths.cpuacct, "cpuacct.stat", parseCpuacctShares);
    keep(m_paths.cpu, "cpu.stat", parseCpuStat);
    keep(m_paths.memory, "memory.usage_in_bytes", parseUsage);
    keep(m_paths.memory, "memory.stat", parseMemoryStatV1, Pace::Slow);
    keep(m_paths.memory, "memory.oom_control", parseOomKills);
    keep(m_paths.pids, "pids.current", parsePids);
    if (m_paths.blkio.isEmpty())
        return;
    keep(m_paths.blkio,
         recursiveIfThere(m_paths.blkio, "blkio.throttle.io_service_bytes_recursive",
                          "blkio.throttle.io_service_bytes"),
         parseBlkioBytes);
    keep(m_paths.blkio,
         recursiveIfThere(m_paths.blkio, "blkio.throttle.io_serviced_recursive", "blkio.throttle.io_serviced"),
         parseBlkioOps);
}

// In a hybrid setup v2 repeats some figures of v1 with another rounding; what v1 gives is left to v1.
void CgroupReader::keepV2()
{
    if (m_paths.cpuacct.isEmpty() && m_paths.cpu.isEmpty())
        keep(m_paths.unified, "cpu.stat", parseCpuStat);
    if (m_paths.memory.isEmpty()) {
        keep(m_paths.unified, "memory.current", parseUsage);
        keep(m_paths.unified, "memory.stat", parseMemoryStatV2, Pace::Slow);
        keep(m_paths.unified, "memory.swap.current", parseSwap, Pace::Slow);
        keep(m_paths.unified, "memory.events", parseOomKills);
    }
    if (m_paths.blkio.isEmpty())
        keep(m_paths.unified, "io.stat", parseIoStat);
    if (m_paths.pids.isEmpty())
        keep(m_paths.unified, "pids.current", parsePids);
    keep(m_paths.unified, "cpu.pressure", parseCpuPressure);
    keep(m_paths.unified, "memory.pressure", parseMemoryPressure);
    keep(m_paths.unified, "io.pressure", parseIoPressure);
}

bool CgroupReader::read(std::span<char> buffer, CgroupFigures &out, bool withSlow)
{
    bool any = false;
    for (Source &source : m_sources) {
        if (source.pace == Pace::Slow && !withSlow)
            continue;
        const KeptFile::Content content = source.file.read(buffer);
        if (content.outcome == KeptFile::Outcome::Gone)
            return false;
        if (content.outcome != KeptFile::Outcome::Read)
            continue;
        source.parse(content.text, out);
        any = true;
    }
    return any;
}

CgroupLimits CgroupReader::readLimits(std::span<char> buffer) const
{
    CgroupLimits limits;
    if (m_paths.cpu.isEmpty()) {
        limits.cpus = readLimit(m_paths.unified, "cpu.max", buffer, parseCpuMax);
    } else {
        const std::string quota(readOnce(m_paths.cpu, "cpu.cfs_quota_us", buffer).text);
        limits.cpus = parseCfsQuota(quota, readOnce(m_paths.cpu, "cpu.cfs_period_us", buffer).text);
    }
    limits.memory = m_paths.memory.isEmpty()
                        ? readLimit(m_paths.unified, "memory.max", buffer, parseMemoryLimit)
                        : readLimit(m_paths.memory, "memory.limit_in_bytes", buffer, parseMemoryLimit);
    return limits;
}

bool CgroupReader::isFrozen(std::span<char> buffer)
{
    const std::string_view text = m_freezer.read(buffer).text;
    return text.starts_with("FROZEN") || text.find("frozen 1") != std::string_view::npos;
}

} // namespace stratadeck
