// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/base/timerange.h"

#include <QString>

namespace stratadeck {

/// An instant as a user types it: ISO-8601 (local time without an offset), seconds since 1970, "now",
/// or relative to now: "-90s", "-15m", "-2h", "-7d".
Result<TimePoint> parseTime(const QString &text, TimePoint now);

/// ISO-8601 in UTC with milliseconds.
QString isoTime(TimePoint time);

} // namespace stratadeck
