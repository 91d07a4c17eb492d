// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/history/history.h"
#include "models/history/sqlite.h"

namespace stratadeck {

// The row of the entity table, shared by writer and reader.

inline constexpr char kSelectEntities[] =
    "SELECT id, key, kind, name, host, run, state, problem, problem_since, detail, first_seen, last_seen"
    " FROM entity ORDER BY id";

/// From a row with the columns of kSelectEntities. Numbers of a later version become Unknown.
EntityRecord entityOf(const Statement &row);
/// Parameters 1 to 12 in the order of kSelectEntities.
void bindEntity(Statement &statement, const EntityRecord &record);

} // namespace stratadeck
