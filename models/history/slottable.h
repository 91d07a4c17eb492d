// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/history/layout.h"
#include "models/history/varint.h"

namespace stratadeck {

/// Byte strings of some series of a group, behind a directory that lets a reader skip to the one it wants.
class SlotTableBuilder
{
public:
    void clear();
    /// Slots rise; the bytes that `out()` gets until the next call belong to `slot`.
    void begin(quint32 slot);
    Bytes &out() { return m_bytes; }
    /// Appends directory and bytes.
    void finish(Bytes &table);
    bool isEmpty() const { return m_entries.empty(); }

private:
    struct Entry {
        quint32 slot = 0;
        std::size_t begin = 0;
    };
    std::vector<Entry> m_entries;
    Bytes m_bytes;
};

/// Reads what SlotTableBuilder made. Safe for any bytes.
class SlotTable
{
public:
    struct Entry {
        quint32 slot = 0;
        QByteArrayView bytes;
    };
    /// `bytes` must outlive the entries; false when they are no table.
    bool parse(QByteArrayView bytes);
    const std::vector<Entry> &entries() const { return m_entries; }
    /// A null view when the series is not there.
    QByteArrayView find(quint32 slot) const;

private:
    std::vector<Entry> m_entries;
};

} // namespace stratadeck
