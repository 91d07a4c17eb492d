// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/collect/cgroup/cgroupfigures.h"
#include "models/collect/cgroup/cgroupmounts.h"
#include "models/collect/cgroup/keptfile.h"

namespace stratadeck {

/// Reads the figures of one cgroup from its v1, v2 or hybrid files, which it keeps open. Not thread-safe.
class CgroupReader
{
public:
    explicit CgroupReader(const CgroupPaths &paths);

    /// False when the cgroup has gone; the figures are then worth nothing. Without `withSlow` the files that
    /// cost most, memory.stat above all, are left out and their figures stay as they are.
    bool read(std::span<char> buffer, CgroupFigures &out, bool withSlow);

    /// Quota and limit. They change seldom, so their files are not kept open.
    CgroupLimits readLimits(std::span<char> buffer) const;

    /// True when the freezer holds its tasks.
    bool isFrozen(std::span<char> buffer);

private:
    using Parse = void (*)(std::string_view, CgroupFigures &);
    enum class Pace : quint8 { EverySweep, Slow };
    struct Source {
        KeptFile file;
        Parse parse;
        Pace pace;
    };
    void keep(const QString &directory, const char *name, Parse parse, Pace pace = Pace::EverySweep);
    void keepV1();
    void keepV2();

    CgroupPaths m_paths;
    std::vector<Source> m_sources;
    KeptFile m_freezer;
};

} // namespace stratadeck
