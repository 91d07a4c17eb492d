// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/history/sqlite.h"

namespace stratadeck {

/// Keeps rows of its own in a history file, by the writer's connection and in its transactions: they are stored
/// together with the sweep or not at all. The writer's thread.
class HistoryCompanion
{
    Q_DISABLE_COPY_MOVE(HistoryCompanion)
public:
    HistoryCompanion() = default;
    virtual ~HistoryCompanion() = default;

    virtual bool isDirty() const = 0;
    /// In the transaction that stores a sweep. Without an error it is committed next, or tried again later.
    virtual Result<> write(const Database &db) = 0;
    virtual void committed() = 0;
};

} // namespace stratadeck
