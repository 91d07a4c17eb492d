// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/timerange.h"

#include <QFlags>
#include <QString>
#include <optional>

namespace stratadeck {

/// What can be watched. The numeric values are stored; never renumber.
enum class EntityKind : quint8 { Host = 1, VirtualMachine = 2, Container = 4 };
Q_DECLARE_FLAGS(EntityKinds, EntityKind)
Q_DECLARE_OPERATORS_FOR_FLAGS(EntityKinds)

/// Life-cycle state in the words of libvirt and OCI. Stored; never renumber.
enum class EntityState : quint8 {
    Unknown = 0,
    Running = 1,
    Paused = 2,
    ShuttingDown = 3,
    ShutOff = 4, ///< a VM that is defined but not started
    Crashed = 5,
    Suspended = 6, ///< guest power management
    Created = 7,   ///< a container that never ran
    Exited = 8,
    Restarting = 9,
    Removing = 10,
    Dead = 11, ///< a container the engine failed to remove
    Gone = 12, ///< no longer known to its source; its history stays
};

/// What is wrong with an entity although its source answers.
enum class EntityProblem : quint8 {
    None = 0,
    MonitorNotAnswering = 1, ///< QEMU's monitor is stuck; figures are stale since `problemSince`
    Unhealthy = 2,           ///< the container's own health check fails
    StatsUnavailable = 3,    ///< the engine names it but gives no figures
};

/// The description of an entity as its source gives it. Identity is `key`; everything else may change.
struct EntityInfo {
    /// "vm:<host>/<uuid>", "container:<host>/<full id>", "host:<host name>". Never a name alone: names
    /// repeat over hosts and are used again after a guest is destroyed.
    QString key;
    EntityKind kind = EntityKind::Host;
    QString name;
    QString host; ///< the host it runs on, as that host calls itself

    /// Changes whenever its counters start again: the libvirt domain id, the container's start time.
    QString run;

    EntityState state = EntityState::Unknown;
    EntityProblem problem = EntityProblem::None;
    TimePoint problemSince{}; ///< only with a problem
    QString detail;           ///< one line for a person: the image, the libvirt state reason

    // Of now only: not kept in the store.
    TimePoint started{};        ///< when this run of a VM began; the epoch when nobody told
    bool hasSavedState = false; ///< a VM that is off and goes on from its saved memory when it is started

    bool operator==(const EntityInfo &) const = default;
};

/// True while counters can advance, so that a missing figure is a gap and not the normal state.
bool isActive(EntityState state);

/// When the run of now began, as far as its source tells; none of what does not run.
std::optional<TimePoint> runBegan(const EntityInfo &info);

/// Untranslated words used in the store, in JSON and in filters: "vm", "running".
QString toWord(EntityKind kind);
QString toWord(EntityState state);
QString toWord(EntityProblem problem);

} // namespace stratadeck
