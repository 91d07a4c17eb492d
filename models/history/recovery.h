// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/history/chunkwriter.h"

namespace stratadeck {

/// Until when a series is in chunks; the same samples may still stand in the journal.
class SealedUntil
{
public:
    /// `earliest` is the earliest time in the journal.
    static Result<SealedUntil> prepare(const Database &db, qint64 earliest);
    /// Milliseconds since 1970; the lowest number when nothing near the journal's times is sealed.
    Result<qint64> find(SeriesId series, qint64 segment);

private:
    Statement m_lastChunk;
    qint64 m_from = 0;
};

/// Seals what an earlier process left in the journal and empties it, in one transaction. Rows that
/// are damaged are logged and lost.
Result<> recoverJournal(const Database &db, Catalogue &catalogue, ChunkWriter &chunks);

} // namespace stratadeck
