// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alert/rule.h"
#include "models/base/result.h"

#include <QByteArray>
#include <QJsonObject>
#include <vector>

namespace stratadeck {

/// Runs the rules and events of a file over simulated time and says what an operator would have seen: the
/// engine of the board, with the file's clock. Times are seconds; of ISO 8601 input, seconds since 1970.
/// Invalid with the path of the field. How the figures are meant stands in "conventions". Any thread.
Result<QJsonObject> replayAlerts(const QByteArray &json);

/// The rules of such a file alone.
Result<std::vector<Rule>> rulesOfReplay(const QByteArray &json);

} // namespace stratadeck
