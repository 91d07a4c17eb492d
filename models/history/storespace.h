// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <optional>
#include <stop_token>

namespace stratadeck {

/// What a store takes of the disk, in bytes unless said otherwise.
struct StoreSpace {
    qint64 layoutVersion = 0;
    qint64 pageSize = 0;
    qint64 freePages = 0; ///< pages that hold nothing; a count

    struct Groups {
        qint64 samples = 0;
        qint64 minutes = 0;
        qint64 hours = 0;
        qint64 journal = 0;
        qint64 other = 0; ///< names, events, tags, tasks and indexes
    };
    std::optional<Groups> groups; ///< none when this SQLite cannot tell
};

/// Looks at every page of the store for the groups. Errors are those of HistoryReader::open(), and Cancelled.
Result<StoreSpace> measureStore(const QString &path, const std::stop_token &stop = {});

} // namespace stratadeck
