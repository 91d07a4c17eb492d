// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/journal.h"

#include <QtEndian>
#include <array>
#include <bit>
#include <xxhash.h>

namespace stratadeck {

namespace {

constexpr quint8 kFormat = 1;

quint64 seedOf(const JournalKey &key)
{
    const std::array<qint64, 2> fields{qToLittleEndian(key.segment), qToLittleEndian(key.at)};
    return XXH3_64bits(fields.data(), sizeof fields);
}

} // namespace

void encodeJournalRow(const JournalKey &key, std::span<const SeriesValue> values, Bytes &out)
{
    out.push_back(static_cast<char>(kFormat));
    putVarint(out, values.size());
    // Values first, at a place that does not depend on the names.
    const std::size_t offset = out.size();
    out.resize(offset + values.size() * 8);
    char *place = out.data() + offset;
    for (const SeriesValue &v : values) {
        qToLittleEndian(std::bit_cast<quint64>(v.value), place);
        place += 8;
    }
    qint64 before = 0;
    for (const SeriesValue &v : values) {
        const qint64 id = value(v.series);
        putVarint(out, zigzag(id - before));
        before = id;
    }
    putChecksum(out, seedOf(key));
}

bool JournalDecoder::decode(const JournalKey &key, QByteArrayView row)
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

double JournalDecoder::value(std::size_t index) const
{
    return std::bit_cast<double>(qFromLittleEndian<quint64>(m_values.data() + index * 8));
}

bool JournalDecoder::decodeNames(QByteArrayView names, quint64 count)
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
