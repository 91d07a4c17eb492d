// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>
#include <bit>
#include <cmath>

namespace stratadeck {

// Logarithm and exponential from sums, products and quotients alone: the same bits on every machine, which no
// standard library promises, and plain enough for a compiler to reckon several at once. Both are within a few
// units of the last place.

/// Natural logarithm of a normal positive number; has no meaning for anything else.
inline double portableLog(double x)
{
    constexpr quint64 kExponent = 0xfff0000000000000;
    constexpr quint64 kOne = 0x3ff0000000000000;
    constexpr quint64 kRootOfHalf = 0x3fe6a09e667f3bcd;
    constexpr quint64 kShift52 = 0x4330000000000000; // 2^52: or-ing makes a double of the low bits
    // x = part * 2^exponent with part from sqrt(1/2) to sqrt(2), without a branch.
    const auto bits = std::bit_cast<quint64>(x);
    const quint64 shifted = bits + (kOne - kRootOfHalf);
    const double exponent = std::bit_cast<double>(kShift52 | (shifted >> 52)) - (4503599627370496.0 + 1023);
    const double part = std::bit_cast<double>(bits - (shifted & kExponent) + kOne);
    // log(part) = 2 artanh(s), |s| <= 0.1716
    const double s = (part - 1) / (part + 1);
    const double z = s * s;
    double sum = 1.0 / 23;
    sum = sum * z + 1.0 / 21;
    sum = sum * z + 1.0 / 19;
    sum = sum * z + 1.0 / 17;
    sum = sum * z + 1.0 / 15;
    sum = sum * z + 1.0 / 13;
    sum = sum * z + 1.0 / 11;
    sum = sum * z + 1.0 / 9;
    sum = sum * z + 1.0 / 7;
    sum = sum * z + 1.0 / 5;
    sum = sum * z + 1.0 / 3;
    const double tail = 2 * s * z * sum;
    constexpr double kLn2High = 0.693147180369123816490; // ends in zeros: times an exponent it is exact
    constexpr double kLn2Low = 1.90821492927058770002e-10;
    return exponent * kLn2High + (2 * s + (tail + exponent * kLn2Low));
}

/// e^x for -700 <= x <= 700; what is beyond counts as the nearest of these.
inline double portableExp(double x)
{
    constexpr double kLongest = 700;
    constexpr double kLog2E = 1.4426950408889634;
    constexpr double kLn2High = 0.693147180369123816490;
    constexpr double kLn2Low = 1.90821492927058770002e-10;
    const double inside = x < -kLongest ? -kLongest : x > kLongest ? kLongest : x;
    const double power = std::floor(inside * kLog2E + 0.5);
    const double r = (inside - power * kLn2High) - power * kLn2Low; // |r| <= 0.35
    double sum = 1;
    for (int n = 14; n > 0; --n)
        sum = 1 + sum * r / n;
    return std::ldexp(sum, static_cast<int>(power));
}

} // namespace stratadeck
