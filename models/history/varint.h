// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <vector>

namespace stratadeck {

// Little-endian base-128 numbers, and zigzag for signed ones, as in the Protocol Buffers encoding.

using Bytes = std::vector<char>;

inline quint64 zigzag(qint64 value)
{
    return (static_cast<quint64>(value) << 1) ^ static_cast<quint64>(value >> 63);
}

inline qint64 unzigzag(quint64 value)
{
    return static_cast<qint64>(value >> 1) ^ -static_cast<qint64>(value & 1);
}

void putVarint(Bytes &out, quint64 value);

/// Reads from untrusted bytes: past the end everything is 0 and isGood() is false.
class ByteReader
{
public:
    explicit ByteReader(QByteArrayView bytes)
        : m_rest(bytes)
    {
    }
    quint8 byte();
    quint64 varint()
    {
        // Most numbers of a chunk are small; this is called for every sample that is read.
        if (!m_rest.isEmpty() && static_cast<quint8>(m_rest.front()) < 0x80)
            return takeFirst();
        return longVarint();
    }
    QByteArrayView take(quint64 size);
    QByteArrayView rest() const { return m_rest; }
    bool isGood() const { return m_good; }

private:
    quint8 takeFirst()
    {
        const auto first = static_cast<quint8>(m_rest.front());
        m_rest = QByteArrayView(m_rest.data() + 1, m_rest.size() - 1);
        return first;
    }
    quint64 longVarint();

    QByteArrayView m_rest;
    bool m_good = true;
};

} // namespace stratadeck
