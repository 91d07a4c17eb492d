// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alert/labels.h"
#include "models/base/jsonview.h"
#include "models/base/timerange.h"

namespace stratadeck {

// What the JSON of Alertmanager is made of; its texts are of strangers.

inline constexpr qsizetype kLongestForeignText = 4096;

/// An object of texts; none where it is missing or null. Names and values are cut, more than 64 are refused.
Labels foreignLabelsOf(const JsonView &json);
/// A time that must be there.
std::optional<TimePoint> timeOf(const JsonView &json);
/// None where it is missing, empty, or the year 1.
std::optional<TimePoint> optionalTimeOf(const JsonView &json);

} // namespace stratadeck
