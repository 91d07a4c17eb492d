// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/tierrow.h"

#include "models/history/checksum.h"

namespace stratadeck {

namespace {

constexpr quint8 kFormat = 1;

} // namespace

QByteArrayView TierCodec::encodeRow(qint64 id, std::span<const Rollup> rollups, qint64 step)
{
    m_row.clear();
    m_row.push_back(static_cast<char>(kFormat));
    m_encoder.encode(rollups, step, m_row);
    putChecksum(m_row, checksumSeed({id}));
    return m_row;
}

bool TierCodec::decodeRow(qint64 id, QByteArrayView row, std::vector<Rollup> &rollups)
{
    ByteReader in(withoutChecksum(row, checksumSeed({id})));
    return in.byte() == kFormat && in.isGood() && m_decoder.decode(in.rest(), rollups);
}

QByteArrayView TierCodec::encodePart(quint32 group, qint64 period, const GroupRollups &rollups, qint64 step)
{
    m_builder.clear();
    for (const auto &[slot, some] : rollups) {
        if (some.empty())
            continue;
        m_builder.begin(slot);
        m_encoder.encode(some, step, m_builder.out());
    }
    m_row.clear();
    m_row.push_back(static_cast<char>(kFormat));
    m_builder.finish(m_row);
    putChecksum(m_row, checksumSeed({group, period}));
    return m_row;
}

bool TierCodec::openPart(quint32 group, qint64 period, QByteArrayView row)
{
    ByteReader in(withoutChecksum(row, checksumSeed({group, period})));
    return in.byte() == kFormat && in.isGood() && m_table.parse(in.rest());
}

bool TierCodec::decodePart(quint32 group, qint64 period, QByteArrayView row, GroupRollups &rollups)
{
    if (!openPart(group, period, row))
        return false;
    for (const SlotTable::Entry &entry : m_table.entries()) {
        if (!m_decoder.decode(entry.bytes, rollups[entry.slot]))
            return false;
    }
    return true;
}

bool TierCodec::decodePart(quint32 group, qint64 period, QByteArrayView row, quint32 slot,
                           std::vector<Rollup> &rollups)
{
    if (!openPart(group, period, row))
        return false;
    const QByteArrayView bytes = m_table.find(slot);
    return bytes.isNull() || m_decoder.decode(bytes, rollups);
}

} // namespace stratadeck
