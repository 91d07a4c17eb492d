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

    /// False when the cgroup has gone; the figures are then worth nothing.
    bool read(std::span<char> buffer, CgroupFigures &out);

    /// Quota and limit. They change seldom, so their files are not kept open.
    CgroupLimits readLimits(std::span<char> buffer) const;

    /// True when the freezer holds its tasks.
    bool isFrozen(std::span<char> buffer) const;

private:
    using Parse = void (*)(std::string_view, CgroupFigures &);
    struct Source {
        KeptFile file;
        Parse parse;
    };
    void keep(const QString &directory, const char *name, Parse parse);
    void keepV1();
    void keepV2();

    CgroupPaths m_paths;
    std::vector<Source> m_sources;
};

} // namespace stratadeck
