// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/codec/decimals.h"

#include <cmath>

namespace stratadeck {

namespace {

qint64 nearest(double value, double power)
{
    const double scaled = value * power;
    return static_cast<qint64>(scaled + std::copysign(0.5, scaled));
}

/// Whether the decoder's expression gives back exactly this value (so not for -0.0).
bool isExact(double value, double power)
{
    if (!(std::abs(value) * power <= kExactIntegers))
        return false;
    const qint64 integer = power == 1 ? static_cast<qint64>(value) : nearest(value, power);
    return std::bit_cast<quint64>(static_cast<double>(integer) / power) == std::bit_cast<quint64>(value);
}

} // namespace

int findDecimals(std::span<const double> values, int decimals)
{
    // A value with two decimals also has three: the quotient is the double nearest to the same number. So one
    // pass is enough, except that the integers grow: the largest value decides whether they still fit.
    double largest = 0;
    double power = kPowersOfTen[static_cast<std::size_t>(decimals)];
    for (double value : values) {
        largest = std::max(largest, std::abs(value));
        while (!isExact(value, power)) {
            if (++decimals > kMaxDecimals)
                return kRawDoubles;
            power = kPowersOfTen[static_cast<std::size_t>(decimals)];
        }
    }
    return largest * power <= kExactIntegers ? decimals : kRawDoubles;
}

void toIntegers(std::span<const double> values, int decimals, std::span<qint64> out)
{
    std::size_t i = 0;
    if (decimals == kRawDoubles) {
        for (double value : values)
            out[i++] = toOrdered(value);
    } else if (decimals == 0) {
        for (double value : values)
            out[i++] = static_cast<qint64>(value);
    } else {
        const double power = kPowersOfTen[static_cast<std::size_t>(decimals)];
        for (double value : values)
            out[i++] = nearest(value, power);
    }
}

} // namespace stratadeck
