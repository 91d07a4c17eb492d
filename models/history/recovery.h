// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/history/blockwriter.h"

namespace stratadeck {

/// Seals what an earlier process left in the journal and empties it, in one transaction. Rows that
/// are damaged are logged and lost.
Result<> recoverJournal(const Database &db, Catalogue &catalogue, BlockWriter &blocks);

} // namespace stratadeck
