// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/varint.h"

namespace stratadeck {

void putVarint(Bytes &out, quint64 value)
{
    while (value >= 0x80) {
        out.push_back(static_cast<char>(value | 0x80));
        value >>= 7;
    }
    out.push_back(static_cast<char>(value));
}

quint8 ByteReader::byte()
{
    if (m_rest.isEmpty()) {
        m_good = false;
        return 0;
    }
    return takeFirst();
}

quint64 ByteReader::longVarint()
{
    quint64 result = 0;
    for (int shift = 0; shift < 64; shift += 7) {
        const quint8 next = byte();
        result |= static_cast<quint64>(next & 0x7f) << shift;
        if (!(next & 0x80))
            return result;
    }
    m_good = false;
    return 0;
}

QByteArrayView ByteReader::take(quint64 size)
{
    if (size > static_cast<quint64>(m_rest.size())) {
        m_good = false;
        m_rest = {};
        return {};
    }
    const auto length = static_cast<qsizetype>(size);
    const QByteArrayView result = m_rest.first(length);
    m_rest = m_rest.sliced(length);
    return result;
}

} // namespace stratadeck
