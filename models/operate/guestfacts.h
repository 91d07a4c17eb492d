// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/entity.h"
#include "models/base/result.h"
#include "models/collect/libvirt/snapshots.h"
#include "models/operate/console/guestconsoles.h"

#include <QString>
#include <optional>
#include <vector>

namespace stratadeck {

/// What must be known of a VM before something is done to it.
struct GuestFacts {
    EntityState state = EntityState::Unknown;
    bool isPersistent = true; ///< false: when it stops, its definition is lost
    bool hasSavedState = false;
    int vcpus = 0; ///< now; 0 unknown
    int maxVcpus = 0;
    quint64 memory = 0; ///< bytes now; 0 unknown
    quint64 maxMemory = 0;
    std::vector<GuestSnapshot> snapshots;  ///< oldest first
    std::optional<GuestConsoles> consoles; ///< when libvirt tells its devices
};

/// Asks through a read-only connection of its own. Blocks; does not need the guest's monitor.
Result<GuestFacts> readGuestFacts(const QString &uri, const QString &key);

} // namespace stratadeck
