// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/discover.h"

#include "models/collect/sourceuri.h"

#include <QFileInfo>
#include <algorithm>
#include <unistd.h>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

QString runtimeDirectory()
{
    const QString named = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return named.isEmpty() ? u"/run/user/%1"_s.arg(getuid()) : named;
}

FoundSource lookAt(const QString &uri, const QStringList &sockets)
{
    FoundSource found;
    found.uri = uri;
    found.path = sockets.first();
    for (const QString &socket : sockets) {
        const QFileInfo info(socket);
        if (!info.exists()) {
            // The directory outlives the daemon's socket: installed, but not running.
            if (QFileInfo::exists(info.path()) && found.reason == FoundSource::Reason::NotInstalled)
                found.reason = FoundSource::Reason::NotRunning;
            continue;
        }
        found.path = socket;
        const bool allowed = access(socket.toLocal8Bit().constData(), R_OK | W_OK) == 0;
        found.reason = allowed ? FoundSource::Reason::Usable : FoundSource::Reason::NoPermission;
        found.usable = allowed;
        break;
    }
    return found;
}

// unix:///path or tcp://host:port, as the engines' own clients read it.
QString engineUri(const QString &value, QLatin1StringView engine)
{
    if (value.startsWith("unix://"_L1))
        return engine + "://"_L1 + value.mid(7);
    if (value.startsWith("tcp://"_L1))
        return engine + "+tcp://"_L1 + value.mid(6);
    return {};
}

void addNamed(std::vector<FoundSource> &list, const QString &uri)
{
    if (uri.isEmpty() || !SourceUri::parse(uri))
        return;
    if (std::ranges::find(list, uri, &FoundSource::uri) == list.end())
        list.push_back({uri, FoundSource::Reason::Usable, true, {}});
}

} // namespace

std::vector<FoundSource> discoverSources()
{
    const QString run = runtimeDirectory();
    std::vector<FoundSource> list;
    list.push_back({u"host:"_s, FoundSource::Reason::Usable, true, {}});
    list.push_back(
        lookAt(u"qemu:///system"_s, {u"/run/libvirt/libvirt-sock"_s, u"/run/libvirt/virtqemud-sock"_s}));
    // As root both URIs are the same daemon's guests or an unwanted second daemon.
    if (getuid() != 0)
        list.push_back(lookAt(u"qemu:///session"_s,
                              {run + "/libvirt/libvirt-sock"_L1, run + "/libvirt/virtqemud-sock"_L1}));
    list.push_back(lookAt(u"podman:///run/podman/podman.sock"_s, {u"/run/podman/podman.sock"_s}));
    if (getuid() != 0) {
        const QString rootless = run + "/podman/podman.sock"_L1;
        list.push_back(lookAt(u"podman://"_s + rootless, {rootless}));
    }
    list.push_back(lookAt(u"docker:///var/run/docker.sock"_s, {u"/var/run/docker.sock"_s}));
    addNamed(list, qEnvironmentVariable("LIBVIRT_DEFAULT_URI"));
    addNamed(list, engineUri(qEnvironmentVariable("CONTAINER_HOST"), "podman"_L1));
    addNamed(list, engineUri(qEnvironmentVariable("DOCKER_HOST"), "docker"_L1));
    return list;
}

} // namespace stratadeck
