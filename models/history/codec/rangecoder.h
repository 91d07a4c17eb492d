// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/history/varint.h"

#include <QtEndian>
#include <algorithm>
#include <array>
#include <bit>

namespace stratadeck {

/// The chance that a decision comes out true, learned as it goes: the mean of one estimate that settles down
/// and one that stays quick. Both are parts of 65536.
class Chance
{
public:
    quint32 ofTrue() const
    {
        const quint32 mean = (quint32{m_settling} + m_quick) >> 1;
        return mean | 1; // never 0; 65535 at most
    }
    void learn(bool outcome)
    {
        const qint32 target = outcome ? 65535 : 0;
        m_settling = static_cast<quint16>(m_settling + (((target - m_settling) * kShares[m_seen]) >> 16));
        m_quick = static_cast<quint16>(m_quick + ((target - m_quick) >> kQuickShift));
        m_seen = static_cast<quint16>(m_seen + (m_seen < kSettled));
    }

private:
    static constexpr int kQuickShift = 5;
    static constexpr quint16 kSettled = 126;
    // 65536 / (n + 1.5) and so less than 32768 from the second on: fits the product into 31 bits with its sign.
    static constexpr std::array<qint32, kSettled + 1> kShares = [] {
        std::array<qint32, kSettled + 1> shares{};
        for (std::size_t n = 0; n < shares.size(); ++n)
            shares[n] = std::min(static_cast<qint32>(131072 / (2 * n + 3)), 32767);
        return shares;
    }();

    quint16 m_settling = 1 << 15;
    quint16 m_quick = 1 << 15;
    quint16 m_seen = 0;
};

/// Writes decisions as one long binary fraction, and plain bits apart from it.
class RangeEncoder
{
public:
    explicit RangeEncoder(Bytes &out)
        : m_out(out)
        , m_start(out.size())
    {
    }
    bool bit(Chance &chance, bool outcome)
    {
        const quint64 part = (m_range >> 16) * chance.ofTrue();
        chance.learn(outcome);
        if (outcome) {
            m_range = part;
        } else {
            m_low += part;
            m_range -= part;
            if (m_low < part)
                carry();
        }
        if (m_range < kLeastRange)
            putWord();
        return outcome;
    }
    /// The lowest `count` bits, 0..63, each as likely as not.
    quint64 bits(quint64 value, int count)
    {
        m_bits |= value << m_bitCount;
        if (m_bitCount + count >= 64) {
            for (int byte = 0; byte < 8; ++byte)
                m_plain.push_back(static_cast<char>(m_bits >> (8 * byte)));
            m_bits = m_bitCount > 0 ? value >> (64 - m_bitCount) : 0;
            m_bitCount -= 64;
        }
        m_bitCount += count;
        return value;
    }
    /// Call once, at the end.
    void finish();

private:
    static constexpr quint64 kLeastRange = quint64{1} << 32;
    void carry();
    void putWord();

    Bytes &m_out;
    const std::size_t m_start;
    quint64 m_low = 0;
    quint64 m_range = ~quint64{0};
    quint64 m_bits = 0;
    int m_bitCount = 0;
    Bytes m_plain;
};

/// Reads what RangeEncoder wrote from all of `bytes`; any bytes do.
class RangeDecoder
{
public:
    explicit RangeDecoder(QByteArrayView bytes);
    /// `ignored` makes one template do for both directions.
    bool bit(Chance &chance, bool ignored = false)
    {
        Q_UNUSED(ignored)
        const quint64 part = (m_range >> 16) * chance.ofTrue();
        const bool outcome = m_code < part;
        chance.learn(outcome);
        m_code -= outcome ? 0 : part;
        m_range = outcome ? part : m_range - part;
        if (m_range < kLeastRange)
            takeWord();
        return outcome;
    }
    quint64 bits(quint64 ignored, int count)
    {
        Q_UNUSED(ignored)
        if (count > kMostBits) {
            const quint64 low = takeBits(kMostBits);
            return low | takeBits(count - kMostBits) << kMostBits;
        }
        return takeBits(count);
    }
    /// Whether the bytes were enough.
    bool isGood() const { return m_bitsTaken <= m_size * 8 && m_wordsTaken * 4 <= m_size + 8; }

private:
    static constexpr quint64 kLeastRange = quint64{1} << 32;
    static constexpr int kMostBits = 56;

    void takeWord()
    {
        m_range <<= 32;
        m_code = m_code << 32 | word(m_wordsTaken * 4);
        ++m_wordsTaken;
    }
    quint32 word(std::size_t at) const
    {
        return at + 4 <= m_size ? qFromBigEndian<quint32>(m_bytes + at) : lastWord(at);
    }
    quint32 lastWord(std::size_t at) const;
    quint64 takeBits(int count)
    {
        const std::size_t at = m_bitsTaken / 8;
        // The plain bits begin at the end and run to the front, byte by byte.
        const quint64 bytes =
            at + 8 <= m_size ? qFromBigEndian<quint64>(m_bytes + m_size - 8 - at) : lastBits(at);
        const quint64 value = bytes >> (m_bitsTaken % 8) & ((quint64{1} << count) - 1);
        m_bitsTaken += static_cast<std::size_t>(count);
        return value;
    }
    quint64 lastBits(std::size_t at) const;

    const char *m_bytes;
    std::size_t m_size;
    quint64 m_code = 0;
    quint64 m_range = ~quint64{0};
    std::size_t m_wordsTaken = 0;
    std::size_t m_bitsTaken = 0;
};

} // namespace stratadeck
