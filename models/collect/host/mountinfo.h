// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <string_view>
#include <vector>

namespace stratadeck {

/// A mounted file system worth watching.
struct Mount {
    QByteArray point;
    QByteArray source; ///< the device, or the dataset of a ZFS
    bool operator==(const Mount &) const = default;
};

/// The local, disk-backed file systems of /proc/self/mountinfo, each once (a bind mount shows the same
/// figures again; the shortest mount point stays). Network and FUSE file systems are left out because
/// asking them can hang, read-only images (squashfs, ISO) because they are always full. At most 256.
/// Pure; any thread.
std::vector<Mount> parseMountInfo(std::string_view text);

} // namespace stratadeck
