// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/ids.h"
#include "models/history/sqlite.h"

namespace stratadeck {

/// Until when a series is in chunks of the layouts before groups; the same samples may still stand in a
/// journal of that time.
class LegacySealed
{
public:
    Result<> prepare(const Database &db);
    /// Milliseconds since 1970; the lowest number when nothing near the journal's times is sealed.
    Result<qint64> find(SeriesId series, qint64 segment);

private:
    Statement m_lastChunk;
    qint64 m_from = 0;
};

} // namespace stratadeck
