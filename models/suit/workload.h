// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/entity.h"

#include <vector>

namespace stratadeck {

/// A VM or container of the inventory that can be looked into.
struct Workload {
    EntityInfo info;
    QString uri; ///< of the engine that knows it; empty: only the store does
};

/// Something that was read of a workload. What was not read, or is not there, is no fact.
struct WorkloadFact {
    enum class Kind : quint8 {
        RunsAsContainer,
        OtherSystem,     ///< not Linux; `value` names it
        LinuxSystem,     ///< `value` names it
        HostsKernel,     ///< boots a kernel that lies on the host
        SecureBoot,      ///< its firmware can; whether keys are enrolled is not told
        SharedDisk,      ///< a disk handed through as a whole or used by several VMs; `value` is its name
        KeepsSnapshots,  ///< `value` is how many
        TransientVm,     ///< is forgotten when it ends
        Privileged,      ///< all rights on the host
        EngineSocket,    ///< may command the container engine; `value` is the path
        HostNetwork,     ///< uses the network of the host
        WritableVolume,  ///< `value` is where it is mounted
        WritableBind,    ///< a folder of the host; `value` is where it is mounted
        NothingWritable, ///< its root file system is read-only and nothing else is written
        HealthCheck,
        RestartedByEngine, ///< `value` is the policy
        PublishesPorts,    ///< `value` names them
        BelongsToPod,      ///< `value` names it
        LoadSwings,        ///< `value` is what was measured
        LoadIsSteady       ///< `value` is what was measured
    };
    enum class Place : quint8 { Inventory, DomainXml, Inspect, History };

    Kind kind = Kind::RunsAsContainer;
    Place place = Place::Inventory;
    QString path;       ///< where in there: "/domain/os/loader/@secure"
    QString value = {}; ///< what stood there, when it says more than the kind

    bool operator==(const WorkloadFact &) const = default;
};

} // namespace stratadeck
