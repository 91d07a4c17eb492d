// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/history/partfile.h"

#include <functional>
#include <stop_token>

namespace stratadeck {

/// Called in the thread that copies, some times a second at most: pages copied so far and in all.
using CopyProgress = std::function<void(qint64 done, qint64 total)>;

/// Copies a store to a new file, of one moment, also while another process writes the store. The copy is
/// checked before it gets its name; nothing is left of one that failed. Invalid when the file exists and is not
/// to be replaced or is the store itself, Busy when it is a store in use, Corrupt when the copy has faults,
/// Cancelled, and the errors of HistoryReader::open().
Result<> backupStore(const QString &store, const QString &copy, IfExists ifExists, const CopyProgress &progress,
                     const std::stop_token &stop = {});

/// Puts a copy of `copy` in the store's place, in one step, and keeps what was there as
/// "<store>.before-restore" (with a number when that is taken); the answer names it, and is empty when there
/// was nothing. Busy while anybody uses the store; Foreign when a file that is not ours is in its place;
/// Corrupt when `copy` has faults, Cancelled.
Result<QString> restoreStore(const QString &copy, const QString &store, const CopyProgress &progress,
                             const std::stop_token &stop = {});

} // namespace stratadeck
