// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>
#include <optional>
#include <string_view>

namespace stratadeck {

/// One file of /proc/pressure: total stall time in microseconds; none where the line is missing (old
/// kernels have no "full" line for the CPU).
struct Pressure {
    std::optional<quint64> some;
    std::optional<quint64> full;

    bool operator==(const Pressure &) const = default;
};

/// Pure; any thread.
Pressure parsePressure(std::string_view text);

} // namespace stratadeck
