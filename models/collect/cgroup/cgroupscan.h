// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/collect/cgroup/cgroupmounts.h"

#include <optional>
#include <vector>

namespace stratadeck {

/// A container that was found by the name of its cgroup alone.
struct FoundContainer {
    QString id;
    CgroupPaths paths;
    QString run; ///< changes when the cgroup is made anew
};

/// The container id in the name of a cgroup: "libpod-<id>", "libpod-<id>.scope", "docker-<id>.scope", and a
/// bare id below a cgroup called "docker". Empty for everything else, such as "libpod-conmon-<id>.scope".
QString containerIdOf(const QString &cgroup, const QString &parent);

/// Looks through the cgroups below `root` (a mount of v2, or a folder of v1 mounts). A container inside a
/// container belongs to the outer one. Errors: NotFound, Denied, Invalid when it is no cgroup tree.
Result<std::vector<FoundContainer>> findContainers(const QString &root);

/// A process of the cgroup or of a cgroup inside; 0 when there is one that our process namespace does not
/// show, nullopt when the cgroup is empty.
std::optional<qint64> anyProcess(const CgroupPaths &paths);

} // namespace stratadeck
