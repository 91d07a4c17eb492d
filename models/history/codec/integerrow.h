// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/history/codec/differencing.h"

namespace stratadeck {

// A row of integers as bytes: how it is differenced, and then its residuals, packed or range-coded. Both
// classes keep their buffers; one thread.

class IntegerEncoder
{
public:
    /// Appends `integers`, which are not empty. For canWrap see Differencer.
    void encode(std::span<const qint64> integers, Effort effort, bool canWrap, Bytes &out);

private:
    Differencer m_differencer;
    std::vector<quint64> m_numbers;
};

class IntegerDecoder
{
public:
    /// Reads packed integers; `out` says how many and is not empty.
    bool decodePacked(ByteReader &in, std::span<qint64> out);
    /// Reads range-coded ones, to which all that is left of `in` belongs.
    bool decodeRanged(ByteReader &in, std::span<qint64> out);

private:
    std::vector<qint64> m_residuals;
    std::vector<quint64> m_numbers;
};

} // namespace stratadeck
