// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/history/codec/effort.h"
#include "models/history/varint.h"

#include <span>
#include <vector>

namespace stratadeck {

// Rows of yes and no: at which instants a series has a value, and which values are gap markers.

/// Appends the cheapest telling of `mask` (0 or 1 a byte); its length is for the caller to remember.
void putMask(Bytes &out, std::span<const quint8> mask, Effort effort);
/// Fills `mask`. False when the bytes do not hold one.
bool getMask(ByteReader &in, std::span<quint8> mask);

} // namespace stratadeck
