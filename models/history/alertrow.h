// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/history/history.h"
#include "models/history/sqlite.h"

namespace stratadeck {

/// The latest `limit` firings and resolvings of alerts in the range, of entities that meet `condition` (" AND
/// ..."; `e` is the entity's row), newest first. The file has alerts: its layout is not older than that.
Result<std::vector<AlertRecord>> queryAlerts(const Database &db, const QByteArray &condition, TimeRange range,
                                             int limit);

} // namespace stratadeck
