// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>
#include <string_view>
#include <vector>

namespace stratadeck {

/// One line of /proc/diskstats. On 32-bit kernels the counters wrap; a fall is then read as a reset.
struct DiskLine {
    std::string_view name; ///< points into the text given
    quint64 reads = 0;
    quint64 readSectors = 0; ///< of 512 bytes, whatever the device's own
    quint64 readMilliseconds = 0;
    quint64 writes = 0;
    quint64 writtenSectors = 0;
    quint64 writeMilliseconds = 0;
    quint64 busyMilliseconds = 0;

    bool isIdle() const { return reads == 0 && writes == 0; }
    bool operator==(const DiskLine &) const = default;
};

/// Pure; any thread. Lines that cannot be read are left out; at most 4096 lines. What `storage` holds is
/// overwritten; its memory is used again.
std::vector<DiskLine> parseDiskStats(std::string_view text, std::vector<DiskLine> storage = {});

} // namespace stratadeck
