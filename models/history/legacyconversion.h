// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/history/archivewriter.h"
#include "models/history/legacychunk.h"

namespace stratadeck {

/// Moves chunks of the layouts before groups into the archive, a few at a time.
class LegacyConversion
{
public:
    Result<> prepare(const Database &db);
    /// One transaction; false when there is nothing left to move.
    Result<bool> step(const Database &db);

private:
    Result<bool> convert(quint32 group);
    Result<std::optional<qint64>> oldestOf(quint32 group);
    Result<> collect(SeriesId series, qint64 from, qint64 to);
    Result<> forget(SeriesId series, qint64 from, qint64 to);
    void add(SeriesId series, qint64 segment, const Samples &samples);

    bool m_done = false;
    quint32 m_group = 0;
    quint32 m_groups = 0;
    Statement m_oldest;
    Statement m_chunks;
    Statement m_delete;
    Statement m_uncount;
    ArchiveWriter m_archive;
    ChunkDecoder m_decoder;
    Samples m_samples;

    std::map<qint64, ArchiveWriter::Hour> m_hours;
    std::map<qint64, std::pair<qint64, qint64>> m_counts; ///< chunks and samples, by segment
};

} // namespace stratadeck
