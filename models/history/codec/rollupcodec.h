// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/history/codec/integerrow.h"

namespace stratadeck {

/// A bucket of a coarser tier: what became of all values of one stretch of time.
struct Rollup {
    qint64 at = 0; ///< the start of the bucket in ms since 1970
    double min = 0;
    double max = 0;
    double mean = 0;
    quint32 count = 0;     ///< values in it; only those with some are stored
    bool gapAfter = false; ///< the series is unknown somewhere between its last value and the next bucket
};

/// Makes rollups bytes; keeps its buffers. One thread.
class RollupEncoder
{
public:
    /// Appends 1 to kMaxInstants rollups with rising times; `step` > 0 is their usual distance in ms.
    /// Everything comes back exactly, but when all minima and maxima are decimals (at most kMaxDecimals of
    /// them) the means are rounded to two decimals more than those have.
    void encode(std::span<const Rollup> rollups, qint64 step, Bytes &out);

private:
    void encodeTimes(std::span<const Rollup> rollups, qint64 step, Bytes &out);
    int findScale(std::span<const Rollup> rollups);

    IntegerEncoder m_integerEncoder;
    std::vector<double> m_extremes;
    std::vector<qint64> m_integers;
    std::vector<quint8> m_gaps;
};

/// Makes bytes rollups; keeps its buffers. One thread.
class RollupDecoder
{
public:
    /// Appends to `out`. False when `bytes` are not exactly some rollups; then `out` is as it was. Safe for any
    /// bytes.
    bool decode(QByteArrayView bytes, std::vector<Rollup> &out);

private:
    bool decodeFigures(ByteReader &in, int decimals, std::span<Rollup> out);
    bool decodeTimes(ByteReader &in, quint64 step, std::span<Rollup> out);

    IntegerDecoder m_integerDecoder;
    std::vector<qint64> m_lows;
    std::vector<qint64> m_means;
    std::vector<qint64> m_integers;
    std::vector<quint8> m_gaps;
};

} // namespace stratadeck
