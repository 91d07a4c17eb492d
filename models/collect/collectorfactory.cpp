// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/collectorfactory.h"

#include "models/collect/cgroup/cgroupcollector.h"
#include "models/collect/container/containercollector.h"
#include "models/collect/host/hostcollector.h"
#include "models/collect/libvirt/libvirtcollector.h"
#include "models/collect/replay/replaycollector.h"

namespace stratadeck {

std::unique_ptr<Collector> makeCollector(const SourceUri &uri, const CollectorContext &context)
{
    switch (uri.kind) {
    case SourceKind::Host:
        return std::make_unique<HostCollector>(context);
    case SourceKind::Libvirt:
        return std::make_unique<LibvirtCollector>(context);
    case SourceKind::Podman:
    case SourceKind::Docker:
        return std::make_unique<ContainerCollector>(uri, context);
    case SourceKind::Cgroup:
        return std::make_unique<CgroupCollector>(uri, context);
    case SourceKind::Replay:
        return std::make_unique<ReplayCollector>(context, uri.path);
    }
    return nullptr;
}

} // namespace stratadeck
