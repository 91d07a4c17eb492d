// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sqlite3.h>

namespace stratadeck {

/// `SELECT * FROM samples(series, from, to [, step])`: what is known of one series, times in ms since 1970.
const sqlite3_module &samplesModule();

} // namespace stratadeck
