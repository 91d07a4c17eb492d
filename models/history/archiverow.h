// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/history/varint.h"

#include <span>

namespace stratadeck {

// The bytes of the archive's rows (docs/history-format.md). One `clock` row a group and hour lists the
// instants in sections, each of one segment; a `raw` row a series and hour has the columns of some of them.

struct ClockSection {
    qint64 segment = 0;
    std::size_t count = 0; ///< instants
    QByteArrayView bytes;  ///< encodeClock()
};

/// Both seal with the row's id.
void encodeClockRow(qint64 id, std::span<const ClockSection> sections, Bytes &row);
/// Sections point into the row; false when it is damaged. Safe for any bytes.
bool decodeClockRow(qint64 id, QByteArrayView row, std::vector<ClockSection> &sections);

struct RawSection {
    std::size_t section = 0; ///< place in the clock row
    QByteArrayView bytes;    ///< ColumnEncoder
};

void encodeRawRow(qint64 id, std::span<const RawSection> sections, Bytes &row);
bool decodeRawRow(qint64 id, QByteArrayView row, std::vector<RawSection> &sections);

} // namespace stratadeck
