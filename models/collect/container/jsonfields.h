// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/plaintext.h"
#include "models/base/result.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace stratadeck {

// Access to fields of untrusted JSON; a field of another type counts as missing. Any thread.

Result<QJsonDocument> parseJson(const QByteArray &json, const QString &what);

/// A number that may stand for an amount: kUnknown when missing, negative or no number.
double amount(const QJsonObject &object, QLatin1StringView key);

/// The text of a field, made plain.
QString plainText(const QJsonObject &object, QLatin1StringView key, qsizetype longest = 256);

/// The id of a container, or nothing when it cannot be one: it becomes part of requests and file names.
QString containerId(const QJsonObject &object, QLatin1StringView key);
bool isContainerId(QStringView text);

} // namespace stratadeck
