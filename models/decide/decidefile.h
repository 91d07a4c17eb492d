// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QByteArray>
#include <QJsonObject>

namespace stratadeck {

/// Answers a decision case: options by criteria, and the method to apply. What is not defined is null with an
/// entry in "notes"; which variant was used stands in "conventions". Invalid with the path of the field. Any
/// thread; a case with 100,000 draws takes some tens of milliseconds.
Result<QJsonObject> answerDecision(const QByteArray &json);

} // namespace stratadeck
