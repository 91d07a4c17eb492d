// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/metrics.h"

#include <QLocale>
#include <QString>

namespace stratadeck {

/// A figure for a person: 3 significant places at most, binary prefixes for bytes, an em dash for
/// unknown. `withUnit` adds the unit after a space; columns show it once in the header instead.
QString formatValue(double value, Unit unit, const QLocale &locale, bool withUnit = true);

/// A length of time in its two largest parts: "3 h 12 min", "12 s".
QString formatDuration(Milliseconds duration, const QLocale &locale);

/// For machines: 17 significant digits, "." as decimal point, empty for unknown.
QString formatExact(double value);

} // namespace stratadeck
