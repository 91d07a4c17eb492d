// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>
#include <array>
#include <bit>
#include <span>
#include <vector>

namespace stratadeck {

// Numbers between an archive and a series: each value is an integer divided by a power of ten, and the same
// power serves the whole series. Where there is none, the bits of the doubles stand in as integers.

/// Powers of ten above are not tried: figures of a machine have no more decimals than that.
inline constexpr int kMaxDecimals = 9;
/// Stands where the number of decimals does: the integers are bits of doubles.
inline constexpr int kRawDoubles = kMaxDecimals + 1;
inline constexpr std::array<double, kMaxDecimals + 3> kPowersOfTen{1,   1e1, 1e2, 1e3, 1e4,  1e5,
                                                                   1e6, 1e7, 1e8, 1e9, 1e10, 1e11};
/// Integers up to here are all doubles.
inline constexpr double kExactIntegers = 9007199254740992.0; // 2^53

inline double toDouble(qint64 integer, int decimals)
{
    return static_cast<double>(integer) / kPowersOfTen[static_cast<std::size_t>(decimals)];
}

/// Doubles as integers that rise when they do (without NaN): what lies close together differs little.
inline qint64 toOrdered(double value)
{
    const auto bits = std::bit_cast<qint64>(value);
    return bits ^ static_cast<qint64>(static_cast<quint64>(bits >> 63) >> 1);
}

inline double fromOrdered(qint64 integer)
{
    return std::bit_cast<double>(integer ^ static_cast<qint64>(static_cast<quint64>(integer >> 63) >> 1));
}

/// The fewest decimals, at least `decimals`, with which toDouble() gives back the bits of every value;
/// kRawDoubles when there are none.
int findDecimals(std::span<const double> values);

/// What findDecimals() promised, or the ordered bits. `out` has the size of `values`.
void toIntegers(std::span<const double> values, int decimals, std::span<qint64> out);

} // namespace stratadeck
