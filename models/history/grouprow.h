// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/history/layout.h"

#include <array>
#include <bit>

namespace stratadeck {

/// The figures of one group at one instant, by slot. NaN is a gap marker, kAbsent no sample at all.
using GroupRow = std::array<double, kGroupSeries>;

/// A NaN of our own; only inside this room, and told from others by its bits.
inline constexpr quint64 kAbsentBits = 0x7ff8'0000'0061'6273;
inline constexpr double kAbsent = std::bit_cast<double>(kAbsentBits);

inline bool isAbsent(double figure)
{
    return std::bit_cast<quint64>(figure) == kAbsentBits;
}

} // namespace stratadeck
