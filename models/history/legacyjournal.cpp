// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/legacyjournal.h"

#include "models/history/checksum.h"

#include <QtEndian>
#include <bit>

namespace stratadeck {

namespace {

constexpr quint8 kFormat = 1;

quint64 seedOf(const LegacyJournalKey &key)
{
    return checksumSeed({key.segment, key.at});
}

} // namespace

bool LegacyJournalDecoder::decode(const LegacyJournalKey &key, QByteArrayView row)
{
    ByteReader in(withoutChecksum(row, seedOf(key)));
    if (in.byte() != kFormat)
        return false;
    const quint64 count = in.varint();
    if (!in.isGood() || count > static_cast<quint64>(row.size()) / 8)
        return false;
    m_values = in.take(count * 8);
    return in.isGood() && decodeNames(in.rest(), count);
}

double LegacyJournalDecoder::value(std::size_t index) const
{
    return std::bit_cast<double>(qFromLittleEndian<quint64>(m_values.data() + index * 8));
}

bool LegacyJournalDecoder::decodeNames(QByteArrayView names, quint64 count)
{
    m_sameSeries = m_series.size() == count && QByteArrayView(m_names) == names;
    if (m_sameSeries)
        return true;
    m_names.assign(names.begin(), names.end());
    m_series.clear();
    ByteReader in(names);
    quint64 id = 0;
    for (quint64 i = 0; i < count; ++i) {
        id += static_cast<quint64>(unzigzag(in.varint()));
        m_series.push_back(static_cast<SeriesId>(id));
    }
    if (in.isGood() && in.rest().isEmpty())
        return true;
    m_names.clear();
    m_series.clear();
    return false;
}

} // namespace stratadeck
