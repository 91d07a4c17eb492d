// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/history/codec/effort.h"
#include "models/history/varint.h"

#include <span>
#include <vector>

namespace stratadeck {

/// How a row of integers is told by its differences. All arithmetic wraps at 64 bits, so any integers do.
struct Differencing {
    int order = 1;           ///< 0 from the first, 1 from the one before, 2 second differences
    qint64 first = 0;        ///< the first integer
    qint64 step = 0;         ///< order 2: the first difference, divided
    int shift = 0;           ///< all differences are multiples of 2^shift ...
    quint64 odd = 1;         ///< ... and of this
    qint64 bias = 0;         ///< is taken off what is left
    bool isUnsigned = false; ///< nothing of what is left is negative
};

void putDifferencing(Bytes &out, const Differencing &how);
/// False when the bytes are none; `in` then need not be good either.
bool getDifferencing(ByteReader &in, Differencing &how);

/// How many residuals so many integers have.
inline std::size_t residualCount(std::size_t integers, int order)
{
    const std::size_t given = order == 2 ? 2 : 1;
    return integers > given ? integers - given : 0;
}

/// Finds the cheapest way and applies it; keeps its buffers. One thread.
class Differencer
{
public:
    /// `integers` is not empty. Divisors that are no power of two are only tried when the integers do not wrap:
    /// when they are all between -2^62 and 2^62.
    const Differencing &choose(std::span<const qint64> integers, Effort effort, bool canWrap);
    /// What is left of them.
    std::span<const qint64> residuals() const { return m_residuals; }

private:
    void divide(std::span<const qint64> integers, bool canWrap);
    void chooseFast();
    void chooseSmall();

    Differencing m_how;
    std::vector<qint64> m_steps; // first differences, divided
    std::vector<qint64> m_residuals;
};

/// The integers again; `out` has one at least, and `residuals` is as long as residualCount() says.
void integrate(const Differencing &how, std::span<const qint64> residuals, std::span<qint64> out);
/// The same from residuals as they are packed: zigzag, or when isUnsigned as they are.
void integratePacked(const Differencing &how, std::span<const quint64> residuals, std::span<qint64> out);

} // namespace stratadeck
