// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/history/chunkcodec.h"
#include "models/history/history.h"

namespace stratadeck {

/// The columns of a journal row that are part of its checksum.
struct JournalKey {
    qint64 segment = 0;
    qint64 at = 0; ///< milliseconds since 1970
};

/// Appends one sweep as the bytes of a journal row to the empty `out`.
void encodeJournalRow(const JournalKey &key, std::span<const SeriesValue> values, Bytes &out);

/// Reads journal rows. Sweeps of one source name the same series in the same order, so the names are
/// only decoded when they differ from the row before.
class JournalDecoder
{
public:
    /// False when the row is damaged. Afterwards series() and value() describe it until the next call.
    bool decode(const JournalKey &key, QByteArrayView row);

    std::span<const SeriesId> series() const { return m_series; }
    /// True when series() is the same as after the call before.
    bool isSameSeries() const { return m_sameSeries; }
    double value(std::size_t index) const;

private:
    bool decodeNames(QByteArrayView names, quint64 count);

    Bytes m_names;
    std::vector<SeriesId> m_series;
    bool m_sameSeries = false;
    QByteArrayView m_values;
};

} // namespace stratadeck
