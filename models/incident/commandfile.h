// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/incident/alertcommand.h"

#include <vector>

namespace stratadeck {

/// Leaves commands for the alert engine in the history file at `path`, all of them or none; they are durable
/// when it returns. Any thread; waits for the disk. Invalid for one that is too long, Busy when the file stays
/// locked for seconds.
Result<> giveCommands(const QString &path, const std::vector<AlertCommand> &commands, const QString &who,
                      TimePoint now);

} // namespace stratadeck
