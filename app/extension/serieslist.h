// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sqlite3.h>

namespace stratadeck {

/// `SELECT * FROM series_list`: every series with the names of its entity.
const sqlite3_module &seriesListModule();

} // namespace stratadeck
