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

// Both say whether the decoder's expression gives back exactly this value, so not for -0.0.

bool isInteger(double value)
{
    return std::abs(value) <= kExactIntegers
           && std::bit_cast<quint64>(static_cast<double>(static_cast<qint64>(value)))
                  == std::bit_cast<quint64>(value);
}

bool isExact(double value, double power)
{
    return std::abs(value) * power <= kExactIntegers
           && std::bit_cast<quint64>(static_cast<double>(nearest(value, power)) / power)
                  == std::bit_cast<quint64>(value);
}

} // namespace

int findDecimals(std::span<const double> values)
{
    std::size_t i = 0;
    while (i < values.size() && isInteger(values[i]))
        ++i;
    if (i == values.size())
        return 0;
    // A value with two decimals also has three: the quotient is the double nearest to the same number. So what
    // has passed needs no second look, except that the integers grow: the largest value decides whether they
    // still fit.
    int decimals = 1;
    for (double value : values.subspan(i)) {
        while (!isExact(value, kPowersOfTen[static_cast<std::size_t>(decimals)])) {
            if (++decimals > kMaxDecimals)
                return kRawDoubles;
        }
    }
    double largest = 0;
    for (double value : values)
        largest = std::max(largest, std::abs(value));
    return largest * kPowersOfTen[static_cast<std::size_t>(decimals)] <= kExactIntegers ? decimals
                                                                                        : kRawDoubles;
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
