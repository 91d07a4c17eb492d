// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <stop_token>

namespace stratadeck {

class Database;

struct CompactedStore {
    qint64 bytesBefore = 0;
    qint64 bytesAfter = 0;
    qint64 samples = 0; ///< in the store now
};

/// Moves everything to where it takes the least room and rebuilds the file without free pages, with the page
/// size of new stores. As its writer: Busy while another process writes or reads it. NotFound when there is
/// none; Io when the disk has no room for the copies that a rebuild makes; Cancelled. The store stays whole on
/// every error.
Result<CompactedStore> compactStore(const QString &path, const std::stop_token &stop = {});

/// Leaves write-ahead logging, so that the plain file holds everything. Busy while anybody else uses the store.
Result<> leaveWriteAheadLog(const Database &db, const QString &path);

} // namespace stratadeck
