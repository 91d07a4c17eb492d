// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/history/catalogue.h"
#include "models/history/heads.h"

namespace stratadeck {

/// Deletes what is older than the policy keeps of it, then the oldest of what is left until the file holds no
/// more than the policy's size, then segments and departed entities that have nothing left. All in short
/// transactions.
Result<> retainHistory(const Database &db, Catalogue &catalogue, const Heads &heads,
                       const RetentionPolicy &policy, TimePoint now);

} // namespace stratadeck
