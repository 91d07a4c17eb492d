// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QByteArray>
#include <QHash>
#include <optional>

namespace stratadeck {

/// The directories that hold one container's cgroup files; empty where there is no such hierarchy.
struct CgroupPaths {
    QString cpu;
    QString cpuacct;
    QString memory;
    QString blkio;
    QString pids;
    QString freezer;
    QString unified; ///< v2; beside v1 controllers (hybrid) it still gives pressure

    bool isEmpty() const;
    bool operator==(const CgroupPaths &) const = default;
};

/// Which cgroup hierarchies this process sees and where: v1, v2 or both. A plain value.
class CgroupMounts
{
public:
    /// Reads `root`/proc/self/mountinfo; `root` is empty in production and a fixture tree in tests.
    static Result<CgroupMounts> read(const QString &root);
    static CgroupMounts parse(const QByteArray &mountinfo, const QString &root);

    /// The cgroups of container `id` from the text of /proc/<pid>/cgroup. Only a cgroup that carries the
    /// id in its name counts, at that level: a number that was given to another process, a container
    /// without cgroups of its own and the root cgroup would all give somebody else's figures.
    CgroupPaths locate(const QByteArray &procCgroup, const QString &id) const;

private:
    struct Mount {
        QByteArray top; ///< the cgroup that is mounted, as our cgroup namespace names it
        QString directory;
    };
    QString directoryOf(const Mount &mount, const QByteArray &cgroup, const QByteArray &id) const;

    std::optional<Mount> m_unified;
    QHash<QByteArray, Mount> m_controllers;
};

} // namespace stratadeck
