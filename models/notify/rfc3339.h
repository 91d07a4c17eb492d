// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/timerange.h"

#include <QString>
#include <optional>

namespace stratadeck {

/// "2026-11-30T12:00:00.000Z". Any thread.
QString toRfc3339(TimePoint at);

/// Of a time with a zone, fractions beyond milliseconds cut off. Nothing for what is no time, and for the year
/// 1, by which Alertmanager says that there is none.
std::optional<TimePoint> fromRfc3339(const QString &text);

/// Whether it is the time by which Alertmanager says that there is none.
bool isNoTime(const QString &text);

} // namespace stratadeck
