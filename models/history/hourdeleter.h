// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/history/sqlite.h"

#include <vector>

namespace stratadeck {

/// Deletes old hours of the archive, each group's with its clock and its counts in one transaction: whenever it
/// is interrupted, what is left is whole. One thread; must not outlive the database.
class HourDeleter
{
public:
    /// Hours before `beforeHour`.
    static Result<HourDeleter> prepare(const Database &db, qint64 beforeHour);

    /// As many as fit into a short transaction; false when there are none.
    Result<bool> deleteSome(const Database &db);

private:
    Result<std::vector<qint64>> find(qint64 &samples);
    Result<> deleteHour(const Database &db, qint64 clock, qint64 &rows);

    Statement m_clocks;
    Statement m_removeRows;
    Statement m_removeClock;
    qint64 m_before = 0;
};

} // namespace stratadeck
