// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/history/catalogue.h"
#include "models/history/heads.h"

namespace stratadeck {

/// Deletes chunks and events wholly older than the policy keeps, then segments and departed entities
/// that have nothing left, in short transactions.
Result<> retainHistory(const Database &db, Catalogue &catalogue, const Heads &heads,
                       const RetentionPolicy &policy, TimePoint now);

} // namespace stratadeck
