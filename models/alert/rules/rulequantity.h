// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/metrics.h"
#include "models/base/timerange.h"

#include <QString>
#include <optional>

namespace stratadeck {

// Numbers and times in rules: "85%", "4GiB", "20ms", "1h30m". Written so that reading gives the same again.

/// "1h30m"; "0s" for none. Not negative.
QString durationText(Milliseconds duration);
/// Parts of d, h, m, s and ms, each at most once and the largest first; a week is 7d.
std::optional<Milliseconds> durationOf(QStringView text);

/// The shortest text of this unit that reads as exactly this number.
QString quantityText(double value, Unit unit);
/// A number, and behind it a unit that fits: a percent sign, B, KiB to TiB, these "/s", ms, s, m, h, d. None
/// when it is no number, is not finite, or its unit is another's.
std::optional<double> quantityOf(QStringView text, Unit unit);

} // namespace stratadeck
