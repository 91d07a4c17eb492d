// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/slottable.h"

#include <algorithm>
#include <array>

namespace stratadeck {

void SlotTableBuilder::clear()
{
    m_entries.clear();
    m_bytes.clear();
}

void SlotTableBuilder::begin(quint32 slot)
{
    m_entries.push_back({slot, m_bytes.size()});
}

void SlotTableBuilder::finish(Bytes &table)
{
    putVarint(table, m_entries.size());
    quint32 next = 0;
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        const std::size_t end = i + 1 < m_entries.size() ? m_entries[i + 1].begin : m_bytes.size();
        putVarint(table, m_entries[i].slot - next);
        putVarint(table, end - m_entries[i].begin);
        next = m_entries[i].slot + 1;
    }
    table.insert(table.end(), m_bytes.begin(), m_bytes.end());
}

bool SlotTable::parse(QByteArrayView bytes)
{
    m_entries.clear();
    ByteReader in(bytes);
    const quint64 count = in.varint();
    if (!in.isGood() || count > kGroupSeries)
        return false;
    std::array<quint64, kGroupSeries> sizes{};
    quint64 slot = 0;
    for (quint64 i = 0; i < count; ++i) {
        slot += in.varint();
        sizes[i] = in.varint();
        if (!in.isGood() || slot >= kGroupSeries)
            return false;
        m_entries.push_back({static_cast<quint32>(slot), {}});
        ++slot;
    }
    for (quint64 i = 0; i < count; ++i)
        m_entries[i].bytes = in.take(sizes[i]);
    return in.isGood() && in.rest().isEmpty();
}

QByteArrayView SlotTable::find(quint32 slot) const
{
    const auto found = std::lower_bound(m_entries.begin(), m_entries.end(), slot,
                                        [](const Entry &entry, quint32 wanted) { return entry.slot < wanted; });
    return found != m_entries.end() && found->slot == slot ? found->bytes : QByteArrayView();
}

} // namespace stratadeck
