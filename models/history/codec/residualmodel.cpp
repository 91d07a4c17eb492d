// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/codec/residualmodel.h"

namespace stratadeck {

template<class Coder>
int ResidualModel::codeLength(Coder &coder, int length)
{
    constexpr int kLongest = 64;
    const int expected = (m_length + m_lengthBefore + 1) / 2;
    const auto e = static_cast<std::size_t>(expected);
    const std::size_t trend = m_length > m_lengthBefore ? 2 : m_length < m_lengthBefore ? 0 : 1;
    if (coder.bit(m_same[e][trend], length == expected))
        return expected;
    const bool longer =
        expected == 1 || (expected < kLongest && coder.bit(m_longer[e][trend], length > expected));
    auto &stop = m_stop[longer];
    int at = expected;
    do
        at += longer ? 1 : -1;
    while (at > 1 && at < kLongest && !coder.bit(stop[static_cast<std::size_t>(at)], length == at));
    return at;
}

template<class Coder>
qint64 ResidualModel::code(Coder &coder, qint64 residual, bool isUnsigned)
{
    quint64 magnitude = residual < 0 ? 0 - static_cast<quint64>(residual) : static_cast<quint64>(residual);
    const bool isZero = coder.bit(m_zero[m_zeros], magnitude == 0);
    m_zeros = (m_zeros << 1 | isZero) & (kHistories - 1);
    if (isZero)
        return 0;
    const int length = codeLength(coder, std::bit_width(magnitude));
    m_lengthBefore = m_length;
    m_length = length;
    bool negative = false;
    if (!isUnsigned) {
        auto &chances = m_negative[static_cast<std::size_t>(std::min(length, kSignLengths) - 1)];
        negative = coder.bit(chances[m_signs], residual < 0);
        m_signs = (m_signs << 1 | negative) & 3;
    }
    auto &top = m_top[static_cast<std::size_t>(length)];
    const int below = length - 1;
    const int modelled = std::min(below, kModelledBits);
    const int plain = below - modelled;
    std::size_t node = 1;
    for (int bit = below - 1; bit >= plain; --bit)
        node = node << 1 | coder.bit(top[node], magnitude >> bit & 1);
    quint64 result = node << plain;
    if (plain > 0)
        result |= coder.bits(magnitude & ((quint64{1} << plain) - 1), plain);
    return static_cast<qint64>(negative ? 0 - result : result);
}

void ResidualModel::encode(std::span<const qint64> residuals, bool isUnsigned, RangeEncoder &out)
{
    for (qint64 residual : residuals)
        code(out, residual, isUnsigned);
}

void ResidualModel::decode(std::span<qint64> residuals, bool isUnsigned, RangeDecoder &in)
{
    for (qint64 &residual : residuals)
        residual = code(in, 0, isUnsigned);
}

} // namespace stratadeck
