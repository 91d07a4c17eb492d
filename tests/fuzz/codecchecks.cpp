// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/codecchecks.h"

#include "models/history/codec/clockcodec.h"
#include "models/history/codec/columncodec.h"
#include "models/history/codec/rollupcodec.h"

#include <QtEndian>
#include <algorithm>
#include <array>
#include <bit>
#include <cmath>

namespace stratadeck::fuzz {

namespace {

constexpr std::array kEfforts{Effort::Fast, Effort::Small};

struct Counted {
    std::size_t instants = 0;
    QByteArrayView bytes;
};

Counted counted(QByteArrayView input)
{
    if (input.size() < 2)
        return {};
    return {qFromLittleEndian<quint16>(input.data()) % kMaxInstants + 1, input.sliced(2)};
}

bool isSame(double a, double b)
{
    return (std::isnan(a) && std::isnan(b)) || std::bit_cast<quint64>(a) == std::bit_cast<quint64>(b);
}

/// The mean may move by half a hundredth of the last decimal of the extremes, and no further.
bool isClose(double a, double b)
{
    return isSame(a, b) || std::abs(a - b) <= 0.0051;
}

} // namespace

Verdict checkColumn(QByteArrayView input)
{
    const Counted in = counted(input);
    ColumnDecoder decoder;
    Column column;
    if (in.instants == 0 || !decoder.decode(in.bytes, in.instants, column))
        return Verdict::Refused;
    for (const Effort effort : kEfforts) {
        Bytes bytes;
        ColumnEncoder().encode(column, in.instants, effort, bytes);
        Column again;
        if (!decoder.decode(bytes, in.instants, again))
            return Verdict::Broken;
        // A mask of ones only need not come back as one.
        const bool isFull = column.values.size() == in.instants;
        if (!(isFull ? again.present.empty() : again.present == column.present)
            || !std::equal(again.values.begin(), again.values.end(), column.values.begin(), column.values.end(),
                           isSame))
            return Verdict::Broken;
    }
    return Verdict::Kept;
}

Verdict checkClock(QByteArrayView input)
{
    const Counted in = counted(input);
    std::vector<qint64> times;
    if (in.instants == 0 || !decodeClock(in.bytes, in.instants, times))
        return Verdict::Refused;
    for (const Effort effort : kEfforts) {
        Bytes bytes;
        encodeClock(times, effort, bytes);
        std::vector<qint64> again;
        if (!decodeClock(bytes, in.instants, again) || again != times)
            return Verdict::Broken;
    }
    return Verdict::Kept;
}

Verdict checkRollups(QByteArrayView input)
{
    RollupDecoder decoder;
    std::vector<Rollup> rollups;
    if (!decoder.decode(input, rollups))
        return Verdict::Refused;
    Bytes bytes;
    RollupEncoder().encode(rollups, 60'000, bytes);
    std::vector<Rollup> again;
    if (!decoder.decode(bytes, again))
        return Verdict::Broken;
    const bool kept = std::equal(
        again.begin(), again.end(), rollups.begin(), rollups.end(), [](const Rollup &a, const Rollup &b) {
            return a.at == b.at && isSame(a.min, b.min) && isSame(a.max, b.max) && isClose(a.mean, b.mean)
                   && a.count == b.count && a.gapAfter == b.gapAfter;
        });
    return kept ? Verdict::Kept : Verdict::Broken;
}

} // namespace stratadeck::fuzz
