// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>
#include <QString>
#include <array>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

namespace stratadeck::bench {

/// Empty cgroups in this machine's v1 hierarchies, removed at the end whatever happens. Needs root.
class Cgroups
{
    Q_DISABLE_COPY_MOVE(Cgroups)
public:
    static constexpr std::array kHierarchies{"cpu", "cpuacct", "memory", "pids", "blkio", "freezer"};

    explicit Cgroups(int count)
        : m_count(count)
    {
        for (int i = 0; i < count; ++i) {
            for (const char *hierarchy : kHierarchies) {
                const QByteArray path = folder(hierarchy, i).toUtf8();
                if (mkdir(path.constData(), 0755) == 0)
                    m_made.append(path);
            }
        }
    }
    ~Cgroups()
    {
        for (const QByteArray &path : m_made)
            rmdir(path.constData());
    }
    bool isComplete() const { return m_made.size() == qsizetype(m_count * int(kHierarchies.size())); }

    static QString folder(const char *hierarchy, int number)
    {
        return QStringLiteral("/sys/fs/cgroup/%1/stratadeck-bench-%2-%3")
            .arg(QLatin1StringView(hierarchy))
            .arg(getpid())
            .arg(number);
    }
    /// The four files of a lean sweep, cgroup by cgroup.
    std::vector<QByteArray> leanPaths() const
    {
        std::vector<QByteArray> paths;
        for (int i = 0; i < m_count; ++i) {
            paths.push_back((folder("cpuacct", i) + QStringLiteral("/cpuacct.usage")).toUtf8());
            paths.push_back((folder("memory", i) + QStringLiteral("/memory.usage_in_bytes")).toUtf8());
            paths.push_back((folder("pids", i) + QStringLiteral("/pids.current")).toUtf8());
            paths.push_back((folder("cpu", i) + QStringLiteral("/cpu.stat")).toUtf8());
        }
        return paths;
    }

private:
    int m_count;
    QByteArrayList m_made;
};

} // namespace stratadeck::bench
