// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/history/varint.h"

#include <span>

namespace stratadeck {

// Bit packing in frames: each has the width that suits most of its numbers, and the few that are too wide for
// it stand behind. So one outlier widens nothing.

/// Appends the numbers; their count is for the caller to remember.
void putPacked(Bytes &out, std::span<const quint64> numbers);
/// As many numbers as `out` has. False when the bytes do not hold them.
bool getPacked(ByteReader &in, std::span<quint64> out);

} // namespace stratadeck
