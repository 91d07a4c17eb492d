// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/history/catalogue.h"
#include "models/history/chunkcodec.h"

namespace stratadeck {

/// Puts chunks into the open transaction and keeps the counts of their segments.
class ChunkWriter
{
public:
    explicit ChunkWriter(Catalogue &catalogue)
        : m_catalogue(catalogue)
    {
    }
    Result<> prepare(const Database &db);

    Result<> write(SeriesId series, qint64 segment, std::span<const qint64> times,
                   std::span<const double> values);
    /// Stores the counts; call before the commit.
    Result<> finish();
    /// After a rollback: forgets the counts.
    void abandon() { m_counts.clear(); }

private:
    struct Count {
        qint64 chunks = 0;
        qint64 samples = 0;
    };
    Catalogue &m_catalogue;
    ChunkEncoder m_encoder;
    std::map<qint64, Count> m_counts; ///< by segment
    Statement m_putChunk;
    Statement m_putCounts;
};

} // namespace stratadeck
