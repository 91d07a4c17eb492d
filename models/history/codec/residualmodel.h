// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/history/codec/rangecoder.h"

#include <span>

namespace stratadeck {

/// What is known so far of a row of residuals; fresh for every row. Both directions learn alike.
///
/// A residual is told as: whether it is zero, given how long ago the last others were; then the length of its
/// magnitude in bits, searched outward from the last ones; the sign, given the
/// length and the last signs; the highest bits under the leading one,
/// given the length; the rest as plain bits.
class ResidualModel
{
public:
    void encode(std::span<const qint64> residuals, bool isUnsigned, RangeEncoder &out);
    void decode(std::span<qint64> residuals, bool isUnsigned, RangeDecoder &in);

private:
    static constexpr std::size_t kLengths = 66;
    static constexpr std::size_t kHistories = 64;
    static constexpr int kModelledBits = 3;
    static constexpr int kSignLengths = 4; // small residuals are often lopsided, each in its way

    template<class Coder>
    qint64 code(Coder &coder, qint64 residual, bool isUnsigned);
    template<class Coder>
    int codeLength(Coder &coder, int length);

    std::array<Chance, kHistories> m_zero;
    std::array<std::array<Chance, 3>, kLengths> m_same;
    std::array<std::array<Chance, 3>, kLengths> m_longer;
    std::array<std::array<Chance, kLengths>, 2> m_stop;
    std::array<std::array<Chance, 4>, kSignLengths> m_negative;
    std::array<std::array<Chance, 1 << kModelledBits>, kLengths> m_top;
    std::size_t m_zeros = 0; // the last outcomes, newest lowest
    int m_length = 1;        // of the last that was not zero
    int m_lengthBefore = 1;
    unsigned m_signs = 0;
};

} // namespace stratadeck
