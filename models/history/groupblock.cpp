// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/groupblock.h"

#include "models/history/checksum.h"
#include "models/history/codec/clockcodec.h"

namespace stratadeck {

namespace {

constexpr quint8 kFormat = 1;

quint64 seedOf(const BlockKey &key)
{
    return checksumSeed({key.group, key.window, key.seq, key.segment});
}

/// False when the series has no sample in the head.
bool columnOf(const GroupHead &head, quint32 slot, Column &column)
{
    column.clear();
    for (const auto &row : head.rows) {
        const double figure = (*row)[slot];
        if (!isAbsent(figure))
            column.values.push_back(figure);
    }
    if (column.values.size() == head.rows.size() || column.values.empty())
        return !column.values.empty();
    for (const auto &row : head.rows)
        column.present.push_back(!isAbsent((*row)[slot]));
    return true;
}

} // namespace

QByteArrayView BlockEncoder::encode(const BlockKey &key, const GroupHead &head)
{
    m_table.clear();
    m_samples = 0;
    for (quint32 slot = 0; slot < kGroupSeries; ++slot) {
        if (!columnOf(head, slot, m_column))
            continue;
        m_table.begin(slot);
        m_columns.encode(m_column, head.times.size(), Effort::Fast, m_table.out());
        m_samples += static_cast<qint64>(m_column.values.size());
    }
    Bytes clock;
    encodeClock(head.times, Effort::Fast, clock);
    m_block.clear();
    m_block.push_back(static_cast<char>(kFormat));
    putVarint(m_block, head.times.size());
    putVarint(m_block, clock.size());
    m_block.insert(m_block.end(), clock.begin(), clock.end());
    m_table.finish(m_block);
    putChecksum(m_block, seedOf(key));
    return m_block;
}

bool BlockDecoder::open(const BlockKey &key, QByteArrayView block)
{
    ByteReader in(withoutChecksum(block, seedOf(key)));
    if (in.byte() != kFormat)
        return false;
    const quint64 count = in.varint();
    const quint64 size = in.varint();
    const QByteArrayView clock = in.take(size);
    return in.isGood() && count >= 1 && count <= kMaxInstants && decodeClock(clock, count, m_times)
           && m_table.parse(in.rest());
}

bool BlockDecoder::decode(const SlotTable::Entry &entry, Column &column)
{
    return m_decoder.decode(entry.bytes, m_times.size(), column);
}

bool BlockDecoder::samplesOf(quint32 slot, Samples &samples)
{
    samples.clear();
    const QByteArrayView bytes = m_table.find(slot);
    if (bytes.isNull())
        return true;
    if (!m_decoder.decode(bytes, m_times.size(), m_column))
        return false;
    stratadeck::samplesOf(m_times, m_column, samples);
    return true;
}

void samplesOf(const std::vector<qint64> &times, const Column &column, Samples &samples)
{
    samples.values = column.values;
    if (column.present.empty()) {
        samples.times = times;
        return;
    }
    samples.times.clear();
    for (std::size_t i = 0; i < times.size(); ++i) {
        if (column.present[i])
            samples.times.push_back(times[i]);
    }
}

} // namespace stratadeck
