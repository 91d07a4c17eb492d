// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/cgroup/cgroupmounts.h"

#include <QFile>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

/// mountinfo writes space, tab, newline and backslash as three octal digits.
QByteArray unescaped(const QByteArray &text)
{
    QByteArray out;
    for (qsizetype i = 0; i < text.size(); ++i) {
        bool octal = false;
        const int code = text[i] == '\\' ? text.mid(i + 1, 3).toInt(&octal, 8) : 0;
        if (octal)
            i += 3;
        out += octal ? static_cast<char>(code) : text[i];
    }
    return out;
}

/// `cgroup` as seen from the mounted cgroup `top`; nullopt when it lies outside of the mount. Both start
/// with "/.." parts when they lie above our cgroup namespace.
std::optional<QByteArray> below(const QByteArray &top, const QByteArray &cgroup)
{
    if (top == "/")
        return cgroup.startsWith("/..") ? std::nullopt : std::optional(cgroup);
    if (cgroup == top)
        return QByteArray("/");
    return cgroup.startsWith(top + '/') ? std::optional(cgroup.mid(top.size())) : std::nullopt;
}

/// Cut behind the first part that carries the id: podman and systemd put cgroups of their own inside.
QByteArray cutAtId(const QByteArray &cgroup, const QByteArray &id)
{
    const qsizetype at = id.isEmpty() ? -1 : cgroup.indexOf(id);
    if (at < 0)
        return {};
    const qsizetype end = cgroup.indexOf('/', at);
    return end < 0 ? cgroup : cgroup.left(end);
}

} // namespace

bool CgroupPaths::isEmpty() const
{
    return *this == CgroupPaths{};
}

Result<CgroupMounts> CgroupMounts::read(const QString &root)
{
    QFile file(root + u"/proc/self/mountinfo"_s);
    if (!file.open(QIODevice::ReadOnly))
        return fail(Error::Kind::Io, u"%1: %2"_s.arg(file.fileName(), file.errorString()), file.fileName());
    return parse(file.readAll(), root);
}

CgroupMounts CgroupMounts::parse(const QByteArray &mountinfo, const QString &root)
{
    CgroupMounts mounts;
    for (const QByteArray &line : mountinfo.split('\n')) {
        // "32 31 0:29 /top /sys/fs/cgroup/cpu rw,relatime [optional ...] - cgroup cgroup rw,cpu"
        const QByteArrayList fields = line.split(' ');
        const qsizetype dash = fields.indexOf("-");
        if (dash < 6 || fields.size() < dash + 4)
            continue;
        const Mount mount{unescaped(fields[3]), root + QFile::decodeName(unescaped(fields[4]))};
        // A hierarchy may be mounted in several places; the one that shows all of it is the useful one.
        const auto better = [&mount](const QByteArray &known) { return mount.top == "/" && known != "/"; };
        if (fields[dash + 1] == "cgroup2" && (!mounts.m_unified || better(mounts.m_unified->top)))
            mounts.m_unified = mount;
        if (fields[dash + 1] != "cgroup")
            continue;
        for (const QByteArray &option : fields[dash + 3].split(',')) {
            const auto known = mounts.m_controllers.constFind(option);
            if (known == mounts.m_controllers.constEnd() || better(known->top))
                mounts.m_controllers.insert(option, mount);
        }
    }
    return mounts;
}

QString CgroupMounts::directoryOf(const Mount &mount, const QByteArray &cgroup, const QByteArray &id) const
{
    const std::optional<QByteArray> path = below(mount.top, cutAtId(cgroup, id));
    return path && !path->isEmpty() ? mount.directory + QFile::decodeName(*path) : QString();
}

CgroupPaths CgroupMounts::locate(const QByteArray &procCgroup, const QString &id) const
{
    CgroupPaths paths;
    const std::pair<QByteArray, QString *> wanted[] = {
        {"cpu", &paths.cpu},     {"cpuacct", &paths.cpuacct}, {"memory", &paths.memory},
        {"blkio", &paths.blkio}, {"pids", &paths.pids},       {"freezer", &paths.freezer},
    };
    const QByteArray name = id.toLatin1();
    for (const QByteArray &line : procCgroup.split('\n')) {
        // "4:memory:/path", "2:cpu,cpuacct:/path", v2: "0::/path"
        const qsizetype first = line.indexOf(':');
        const qsizetype second = line.indexOf(':', first + 1);
        if (first < 0 || second < 0)
            continue;
        const QByteArray controllers = line.mid(first + 1, second - first - 1);
        const QByteArray cgroup = line.mid(second + 1);
        if (controllers.isEmpty() && m_unified)
            paths.unified = directoryOf(*m_unified, cgroup, name);
        for (const QByteArray &controller : controllers.split(',')) {
            const auto mount = m_controllers.constFind(controller);
            if (mount == m_controllers.constEnd())
                continue;
            for (const auto &[wantedName, directory] : wanted) {
                if (wantedName == controller)
                    *directory = directoryOf(*mount, cgroup, name);
            }
        }
    }
    return paths;
}

} // namespace stratadeck
