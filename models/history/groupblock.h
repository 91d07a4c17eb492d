// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/history/block.h"
#include "models/history/codec/columncodec.h"
#include "models/history/heads.h"
#include "models/history/slottable.h"

namespace stratadeck {

/// The columns of a row of table `hot`; they are part of its checksum.
struct BlockKey {
    quint32 group = 0;
    qint64 window = 0;
    qint64 seq = 0; ///< of the last journal row whose figures are in it
    qint64 segment = 0;
};

/// Makes the bytes of a group's block from its head. Keeps its buffers: one thread.
class BlockEncoder
{
public:
    /// Valid until the next call.
    QByteArrayView encode(const BlockKey &key, const GroupHead &head);
    /// Of the block just made: figures and gap markers.
    qint64 samples() const { return m_samples; }

private:
    Column m_column;
    ColumnEncoder m_columns;
    SlotTableBuilder m_table;
    Bytes m_block;
    qint64 m_samples = 0;
};

/// Reads blocks. Safe for any bytes.
class BlockDecoder
{
public:
    /// False when the block is damaged. The bytes must stay valid while columns are read.
    bool open(const BlockKey &key, QByteArrayView block);
    const std::vector<qint64> &times() const { return m_times; }
    const std::vector<SlotTable::Entry> &columns() const { return m_table.entries(); }
    /// One of columns(); false when it is damaged.
    bool decode(const SlotTable::Entry &entry, Column &column);
    /// The samples of one series, empty when it has none; false when they are damaged.
    bool samplesOf(quint32 slot, Samples &samples);

private:
    std::vector<qint64> m_times;
    SlotTable m_table;
    ColumnDecoder m_decoder;
    Column m_column;
};

/// The samples of a column: `times` are its clock.
void samplesOf(const std::vector<qint64> &times, const Column &column, Samples &samples);

} // namespace stratadeck
