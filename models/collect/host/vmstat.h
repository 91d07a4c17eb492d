// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>
#include <optional>
#include <string_view>

namespace stratadeck {

/// The counters of /proc/vmstat that are used, since boot; none where the kernel does not count.
struct VmStat {
    std::optional<quint64> swapInPages;
    std::optional<quint64> swapOutPages;
    std::optional<quint64> majorFaults;
    std::optional<quint64> oomKills; ///< since Linux 4.13

    bool operator==(const VmStat &) const = default;
};

/// Pure; any thread. Lines that cannot be read are left out.
VmStat parseVmStat(std::string_view text);

} // namespace stratadeck
