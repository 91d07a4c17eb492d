// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>
#include <optional>
#include <string_view>

namespace stratadeck {

/// /proc/loadavg.
struct LoadAverage {
    double one = 0;
    double five = 0;
    double fifteen = 0;
    quint64 tasks = 0; ///< processes and threads that exist

    bool operator==(const LoadAverage &) const = default;
};

/// None unless the whole line can be read. Pure; any thread.
std::optional<LoadAverage> parseLoadAverage(std::string_view text);

} // namespace stratadeck
