// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/history/chunkcodec.h"
#include "models/history/history.h"

#include <deque>

namespace stratadeck {

/// The samples that only the journal holds so far, by series, and which journal rows they keep alive.
/// Each series is sealed on its own, at staggered moments, so that no sweep has to pay for all of them.
class Heads
{
public:
    /// A head reaches back less than this, so that a silent series does not keep the journal for ever.
    static constexpr qint64 kLongestSpan = 600'000;
    static constexpr std::size_t kFull = 120;

    /// False when `at` does not rise, or the series occurs twice in the sweep that beginSweep() began.
    bool accepts(SeriesId series, qint64 segment, qint64 at);
    void beginSweep() { ++m_sweep; }

    /// True when the samples must become a chunk before one of this segment and time can be added.
    bool isDue(SeriesId series, qint64 segment, qint64 at) const;
    /// Adds silent series whose samples have waited too long.
    void collectOverdue(qint64 segment, qint64 at, std::vector<SeriesId> &due) const;
    std::vector<SeriesId> waiting() const;

    bool hasSamples(SeriesId series) const;
    qint64 segmentOf(SeriesId series) const { return m_heads[value(series)].segment; }
    void samplesOf(SeriesId series, Samples &out) const;

    /// Detaches the samples from their journal rows; rows nobody needs are added to `finished`.
    void release(SeriesId series, std::vector<qint64> &finished);
    /// The transaction failed: undoes release().
    void keep(SeriesId series);
    /// The chunk is on disk.
    void drop(SeriesId series);

    /// A sweep that was committed as journal row `seq`.
    void add(qint64 seq, qint64 segment, qint64 at, std::span<const SeriesValue> values);

private:
    struct Head {
        std::vector<quint32> rows;
        std::vector<double> values;
        qint64 segment = 0;
        qint64 last = 0;
        qint64 first = 0;
        quint64 sweep = 0;
        std::size_t full = 0;
    };
    struct Row {
        qint64 seq = 0;
        qint64 at = 0;
        quint32 samples = 0; ///< not in a chunk yet
    };
    Row &row(quint32 number) { return m_rows[number - m_firstRow]; }
    const Row &row(quint32 number) const { return m_rows[number - m_firstRow]; }
    bool isOverdue(const Head &head, qint64 segment, qint64 at) const;

    std::vector<Head> m_heads; ///< by series id
    std::deque<Row> m_rows;
    quint32 m_firstRow = 0;
    quint64 m_sweep = 0;
};

} // namespace stratadeck
