// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/collectorfactory.h"

#include "models/collect/libvirt/libvirtcollector.h"

namespace stratadeck {

std::unique_ptr<Collector> makeCollector(const SourceUri &uri, const CollectorContext &context)
{
    switch (uri.kind) {
    case SourceKind::Libvirt:
        return std::make_unique<LibvirtCollector>(context);
    case SourceKind::Host:
    case SourceKind::Podman:
    case SourceKind::Docker:
    case SourceKind::Cgroup:
    case SourceKind::Replay:
        break;
    }
    return nullptr;
}

} // namespace stratadeck
