// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <vector>

namespace stratadeck {

/// One engine that could be on this machine, and whether it is.
struct FoundSource {
    enum class Reason { Usable, NotInstalled, NotRunning, NoPermission };
    QString uri;
    Reason reason = Reason::NotInstalled;
    bool usable = false;
    QString path; ///< the socket looked at; empty for the host itself
};

/// Looks for what can be watched here without being told: the host itself, libvirt (system and
/// session), Podman (rootful and rootless) and Docker by their sockets, and what LIBVIRT_DEFAULT_URI,
/// CONTAINER_HOST and DOCKER_HOST name. Only looks at files; does not connect. Fast; any thread.
std::vector<FoundSource> discoverSources();

} // namespace stratadeck
