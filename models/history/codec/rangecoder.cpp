// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/codec/rangecoder.h"

namespace stratadeck {

void RangeEncoder::carry()
{
    for (std::size_t i = m_out.size(); i > m_start;) {
        const auto next = static_cast<quint8>(static_cast<quint8>(m_out[--i]) + 1);
        m_out[i] = static_cast<char>(next);
        if (next != 0)
            return;
    }
}

void RangeEncoder::putWord()
{
    const std::size_t at = m_out.size();
    m_out.resize(at + 4);
    qToBigEndian(static_cast<quint32>(m_low >> 32), m_out.data() + at);
    m_low <<= 32;
    m_range <<= 32;
}

void RangeEncoder::finish()
{
    // The shortest fraction inside the range, whatever follows it.
    for (int bytes = 0; bytes <= 8; ++bytes) {
        const quint64 below = bytes == 8 ? 0 : ~quint64{0} >> (8 * bytes);
        const quint64 fraction = (m_low + below) & ~below;
        const quint64 distance = fraction - m_low; // wraps when the fraction does, and is right
        if (distance >= m_range || m_range - distance <= below)
            continue;
        if (fraction < m_low)
            carry();
        for (int byte = 0; byte < bytes; ++byte)
            m_out.push_back(static_cast<char>(fraction >> (56 - 8 * byte)));
        break;
    }
    for (; m_bitCount > 0; m_bitCount -= 8) {
        m_plain.push_back(static_cast<char>(m_bits));
        m_bits >>= 8;
    }
    m_out.insert(m_out.end(), m_plain.rbegin(), m_plain.rend());
}

RangeDecoder::RangeDecoder(QByteArrayView bytes)
    : m_bytes(bytes.data())
    , m_size(static_cast<std::size_t>(bytes.size()))
{
    m_code = static_cast<quint64>(word(0)) << 32 | word(4);
    m_wordsTaken = 2;
}

quint32 RangeDecoder::lastWord(std::size_t at) const
{
    quint32 result = 0;
    for (std::size_t i = at; i < at + 4; ++i)
        result = result << 8 | (i < m_size ? static_cast<quint8>(m_bytes[i]) : 0);
    return result;
}

quint64 RangeDecoder::lastBits(std::size_t at) const
{
    quint64 result = 0;
    for (std::size_t i = at; i < at + 8 && i < m_size; ++i)
        result |= static_cast<quint64>(static_cast<quint8>(m_bytes[m_size - 1 - i])) << (8 * (i - at));
    return result;
}

} // namespace stratadeck
