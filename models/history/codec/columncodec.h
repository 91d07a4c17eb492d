// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/history/codec/integerrow.h"

namespace stratadeck {

/// The values of one series at the instants of a clock.
struct Column {
    std::vector<quint8> present; ///< empty: at every instant; else 0 or 1 for each
    std::vector<double> values;  ///< one for each instant it is present at; NaN is a gap marker

    void clear();
};

/// Makes columns bytes; keeps its buffers. One thread.
class ColumnEncoder
{
public:
    /// Appends `column`, which spans 1 to kMaxInstants instants. The bytes depend on nothing else.
    void encode(const Column &column, std::size_t instants, Effort effort, Bytes &out);

private:
    IntegerEncoder m_integerEncoder;
    std::vector<double> m_known;
    std::vector<quint8> m_gaps;
    std::vector<qint64> m_integers;
};

/// Makes bytes columns; keeps its buffers. One thread.
class ColumnDecoder
{
public:
    /// Every bit comes back, except those of a NaN. False when `bytes` are not exactly one column of so many
    /// instants, and then `out` holds anything. Safe for any bytes: it takes no more memory than a column of
    /// kMaxInstants needs.
    bool decode(QByteArrayView bytes, std::size_t instants, Column &out);

private:
    bool decodeKnown(ByteReader &in, quint8 head, std::span<double> out);

    IntegerDecoder m_integerDecoder;
    std::vector<quint8> m_gaps;
    std::vector<qint64> m_integers;
};

} // namespace stratadeck
