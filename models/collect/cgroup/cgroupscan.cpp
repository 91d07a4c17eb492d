// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/cgroup/cgroupscan.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <algorithm>
#include <cerrno>
#include <cstring>
#include <dirent.h>
#include <memory>
#include <sys/stat.h>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

// Slices nest a few levels; deeper trees are made by the containers themselves.
constexpr int kDeepest = 10;
constexpr qsizetype kIdLength = 64;
constexpr std::size_t kMostContainers = 20'000;

bool isFullId(QStringView text)
{
    const auto isHex = [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f'); };
    return text.size() == kIdLength && std::all_of(text.begin(), text.end(), isHex);
}

QStringList subdirectories(const QString &path)
{
    QStringList names;
    const std::unique_ptr<DIR, int (*)(DIR *)> directory(opendir(QFile::encodeName(path).constData()),
                                                         closedir);
    while (const dirent *entry = directory ? readdir(directory.get()) : nullptr) {
        const bool isDots = std::strcmp(entry->d_name, ".") == 0 || std::strcmp(entry->d_name, "..") == 0;
        if (entry->d_type == DT_DIR && !isDots)
            names.append(QFile::decodeName(entry->d_name));
    }
    return names;
}

/// Which member of CgroupPaths a v1 mount of this name fills.
QString CgroupPaths::*memberOf(const QString &controller)
{
    static const QHash<QString, QString CgroupPaths::*> members{
        {u"cpu"_s, &CgroupPaths::cpu},         {u"cpuacct"_s, &CgroupPaths::cpuacct},
        {u"memory"_s, &CgroupPaths::memory},   {u"blkio"_s, &CgroupPaths::blkio},
        {u"pids"_s, &CgroupPaths::pids},       {u"freezer"_s, &CgroupPaths::freezer},
        {u"unified"_s, &CgroupPaths::unified},
    };
    return members.value(controller, nullptr);
}

using Members = std::vector<QString CgroupPaths::*>;

class Scan
{
public:
    void hierarchy(const QString &root, const Members &members) { walk(root, {}, members, 0); }
    std::vector<FoundContainer> take();

private:
    void walk(const QString &directory, const QString &name, const Members &members, int depth)
    {
        for (const QString &child : subdirectories(directory)) {
            const QString path = directory + u'/' + child;
            const QString id = containerIdOf(child, name);
            if (id.isEmpty() && depth < kDeepest)
                walk(path, child, members, depth + 1);
            if (id.isEmpty() || (!m_found.contains(id) && m_found.size() >= qsizetype(kMostContainers)))
                continue;
            CgroupPaths &paths = m_found[id];
            for (QString CgroupPaths::*member : members)
                paths.*member = path;
        }
    }

    QHash<QString, CgroupPaths> m_found;
};

QString firstPath(const CgroupPaths &paths)
{
    for (const QString &path : {paths.cpuacct, paths.memory, paths.cpu, paths.pids, paths.blkio}) {
        if (!path.isEmpty())
            return path;
    }
    return paths.unified;
}

std::vector<FoundContainer> Scan::take()
{
    std::vector<FoundContainer> containers;
    for (auto it = m_found.constBegin(); it != m_found.constEnd(); ++it) {
        struct stat info = {};
        if (stat(QFile::encodeName(firstPath(*it)).constData(), &info) == 0)
            containers.push_back({it.key(), *it, QString::number(info.st_ino)});
    }
    std::sort(containers.begin(), containers.end(),
              [](const FoundContainer &a, const FoundContainer &b) { return a.id < b.id; });
    return containers;
}

std::optional<qint64> firstProcess(const QString &directory, int depth)
{
    QFile file(directory + u"/cgroup.procs"_s);
    if (file.open(QIODevice::ReadOnly)) {
        const QByteArray line = file.readLine(32).trimmed();
        if (!line.isEmpty())
            return line.toLongLong();
    }
    if (depth == 0)
        return std::nullopt;
    for (const QString &child : subdirectories(directory)) {
        if (const std::optional<qint64> pid = firstProcess(directory + u'/' + child, depth - 1))
            return pid;
    }
    return std::nullopt;
}

} // namespace

QString containerIdOf(const QString &cgroup, const QString &parent)
{
    QString name = cgroup;
    if (name.endsWith(".scope"_L1))
        name.chop(6);
    for (const QLatin1StringView prefix : {"libpod-"_L1, "docker-"_L1}) {
        if (name.startsWith(prefix) && isFullId(QStringView(name).sliced(prefix.size())))
            return name.sliced(prefix.size());
    }
    return parent == "docker"_L1 && isFullId(name) ? name : QString();
}

Result<std::vector<FoundContainer>> findContainers(const QString &root)
{
    const std::unique_ptr<DIR, int (*)(DIR *)> directory(opendir(QFile::encodeName(root).constData()),
                                                         closedir);
    if (!directory) {
        const int error = errno;
        const Error::Kind kind = error == EACCES ? Error::Kind::Denied : Error::Kind::NotFound;
        return fail(kind, u"%1: %2"_s.arg(root, qt_error_string(error)), root);
    }
    Scan scan;
    if (QFile::exists(root + u"/cgroup.controllers"_s)) {
        scan.hierarchy(root, {&CgroupPaths::unified});
        return scan.take();
    }
    bool any = false;
    for (const QString &mount : subdirectories(root)) {
        Members members;
        for (const QString &controller : mount.split(u',')) { // systemd mounts "cpu,cpuacct" together
            if (QString CgroupPaths::*member = memberOf(controller))
                members.push_back(member);
        }
        any = any || !members.empty();
        if (!members.empty())
            scan.hierarchy(root + u'/' + mount, members);
    }
    if (!any)
        return fail(Error::Kind::Invalid, u"%1: not a cgroup tree"_s.arg(root), root);
    return scan.take();
}

std::optional<qint64> anyProcess(const CgroupPaths &paths)
{
    constexpr int kLevels = 3;
    return firstProcess(firstPath(paths), kLevels);
}

} // namespace stratadeck
