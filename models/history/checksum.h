// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/history/varint.h"

#include <initializer_list>

namespace stratadeck {

/// What the checksum of a row is seeded with: the columns that say whose row it is, so that one row cannot
/// be taken for another.
quint64 checksumSeed(std::initializer_list<qint64> columns);
/// Appends the checksum (XXH3-64) of what is in `bytes` so far, tied to `seed`.
void putChecksum(Bytes &bytes, quint64 seed);
/// The bytes before the checksum; a null view when it does not match.
QByteArrayView withoutChecksum(QByteArrayView bytes, quint64 seed);

} // namespace stratadeck
