// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/history/codec/effort.h"
#include "models/history/varint.h"

#include <span>
#include <vector>

namespace stratadeck {

/// Appends the instants of a clock: 1 to kMaxInstants, milliseconds since 1970, strictly rising. How many there
/// are and how many bytes it took is for the caller to remember.
void encodeClock(std::span<const qint64> times, Effort effort, Bytes &out);

/// Replaces `out` by `count` instants. False when `bytes` are not exactly that many rising ones, and then `out`
/// holds anything. Safe for any bytes.
bool decodeClock(QByteArrayView bytes, std::size_t count, std::vector<qint64> &out);

} // namespace stratadeck
