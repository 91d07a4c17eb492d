// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/ids.h"
#include "models/history/varint.h"

#include <span>

namespace stratadeck {

// Journal rows of the layouts before groups of series (docs/history-format.md).

/// The columns that are part of a row's checksum.
struct LegacyJournalKey {
    qint64 segment = 0;
    qint64 at = 0; ///< milliseconds since 1970
};

/// Reads them. Sweeps of one source name the same series in the same order, so the names are
/// only decoded when they differ from the row before.
class LegacyJournalDecoder
{
public:
    /// False when the row is damaged. Afterwards series() and value() describe it until the next call.
    bool decode(const LegacyJournalKey &key, QByteArrayView row);

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
