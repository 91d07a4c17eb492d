// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/base/timerange.h"

#include <QByteArrayView>
#include <QString>
#include <libvirt/libvirt.h>
#include <optional>
#include <vector>

namespace stratadeck {

struct GuestSnapshot {
    QString name; ///< as libvirt has it; whoever shows it makes it plain
    std::optional<TimePoint> taken;
    bool isCurrent = false; ///< what the guest's present state grew from
    QString state = {};     ///< of the guest then, libvirt's word: "running", "shutoff", "disk-snapshot"
    QString parent = {};    ///< the name of the snapshot it grew from; empty for a first one

    bool operator==(const GuestSnapshot &) const = default;
};

struct GuestSnapshots {
    std::vector<GuestSnapshot> known; ///< oldest first; those of unknown time at the beginning
    int unread = 0;                   ///< there are this many more
};

/// A guest's snapshots, as many as can be looked at within the time (one takes two round trips). Blocks, but
/// does not need the guest's monitor.
Result<GuestSnapshots> readSnapshots(virDomainPtr domain, const QString &uri, Milliseconds time);

/// Lays over `snapshot` what its XML tells: when it was taken, the guest's state, its parent. What cannot be
/// read stays as it was. Pure.
void readSnapshotXml(QByteArrayView xml, GuestSnapshot &snapshot);

} // namespace stratadeck
