// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>
#include <string_view>
#include <vector>

namespace stratadeck {

/// One line of /proc/net/dev.
struct NetLine {
    struct Direction {
        quint64 bytes = 0;
        quint64 packets = 0;
        quint64 errors = 0;
        quint64 drops = 0;
        bool operator==(const Direction &) const = default;
    };
    std::string_view name; ///< points into the text given
    Direction received;
    Direction sent;

    bool operator==(const NetLine &) const = default;
};

/// Pure; any thread. Lines that cannot be read are left out; at most 4096 lines. What `storage` holds is
/// overwritten; its memory is used again.
std::vector<NetLine> parseNetDev(std::string_view text, std::vector<NetLine> storage = {});

} // namespace stratadeck
