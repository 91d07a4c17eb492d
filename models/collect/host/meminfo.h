// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>
#include <optional>
#include <string_view>

namespace stratadeck {

/// The lines of /proc/meminfo that are used, in bytes; none where the kernel does not say.
struct MemInfo {
    std::optional<quint64> total;
    std::optional<quint64> free;
    std::optional<quint64> available; ///< since Linux 3.14
    std::optional<quint64> buffers;
    std::optional<quint64> cached;
    std::optional<quint64> swapTotal;
    std::optional<quint64> swapFree;

    bool operator==(const MemInfo &) const = default;
};

/// Pure; any thread. Lines that cannot be read are left out.
MemInfo parseMemInfo(std::string_view text);

} // namespace stratadeck
