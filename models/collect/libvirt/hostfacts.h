// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/samplebatch.h"

#include <libvirt/libvirt.h>

namespace stratadeck {

/// What one libvirt host says of itself. Figures only for hosts other than this machine, which the
/// `host:` source watches.
struct HostFacts {
    /// As the host calls itself. Domains of the test driver live on a "host" of their own, so that they
    /// never mix with real ones.
    QString name;
    bool isRemote = false;
    double cores = kUnknown;
    double cpuTime = kUnknown; ///< seconds all CPUs were busy
    double cpuUser = kUnknown;
    double cpuSystem = kUnknown;
    double cpuIowait = kUnknown;
    double memTotal = kUnknown; ///< bytes
    double memUsed = kUnknown;
    double memCache = kUnknown;
};

/// Which host a connection leads to. `uri` as libvirt resolved it, `reportedName` of
/// virConnectGetHostname(), `localName` of this machine. Pure.
HostFacts identifyHost(const QString &uri, const QString &reportedName, const QString &localName);

/// The same for an open connection.
HostFacts identifyHost(virConnectPtr connection);

/// Reads the host's current figures; what it does not tell stays unknown.
void readHostFigures(virConnectPtr connection, HostFacts &host);

} // namespace stratadeck
