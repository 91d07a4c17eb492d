// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/history/history.h"
#include "models/history/sqlite.h"

namespace stratadeck {

/// Tasks begun within the range that also meet `condition` (" AND ..." or empty; `e` is the entity's row),
/// newest first. The file has the task log: its layout is not older than that.
Result<std::vector<TaskRecord>> queryTasks(const Database &db, const QByteArray &condition, TimeRange range,
                                           int limit);

} // namespace stratadeck
