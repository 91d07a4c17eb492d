// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/entity.h"
#include "models/collect/cgroup/cgroupfigures.h"
#include "models/collect/cgroup/containernet.h"

namespace stratadeck {

enum class Health : quint8 { None, Starting, Healthy, Unhealthy };

/// One container as its engine describes it. All text is plain, of bounded length.
struct ContainerRecord {
    QString id; ///< in full, hexadecimal
    QString name;
    QString image;
    EntityState state = EntityState::Unknown;
    Health health = Health::None;
    qint64 pid = 0;  ///< its first process, 0 when it does not run or the engine did not say
    QString started; ///< changes with every start; empty when never started or not known
    double restarts = kUnknown;
    CgroupLimits limits; ///< as configured; read from the cgroup where that can be reached
};

/// Something an engine says has happened to a container.
struct ContainerEvent {
    QString id;
    QString name;
    QString image;
    QString type; ///< our word: "started", "died"
    QString text; ///< plain text for a person
    TimePoint at{};
    QByteArray identity; ///< tells two events apart when a reconnect delivers one again
};

/// What an engine's own statistics say of one container.
struct ContainerStats {
    QString id;
    CgroupFigures figures;
    std::vector<InterfaceIo> interfaces;
    double memoryLimit = kUnknown;
};

/// The machine an engine runs on.
struct EngineHost {
    double cpus = kUnknown;
    double memTotal = kUnknown;
};

} // namespace stratadeck
