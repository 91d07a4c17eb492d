// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QByteArray>
#include <QJsonObject>

namespace stratadeck {

/// Answers a cost case: NPV, IRR, MIRR, PAYBACK, EAC, PROJECT, TORNADO or MONTE_CARLO. Amounts are in one
/// currency, rates are shares, flows are yearly with index 0 today. What is not defined is null with an entry
/// in "notes". Invalid with the path of the field. Any thread.
Result<QJsonObject> answerCost(const QByteArray &json);

} // namespace stratadeck
