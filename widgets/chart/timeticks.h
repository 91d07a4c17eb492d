// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/timerange.h"

#include <QLocale>
#include <QTimeZone>
#include <functional>
#include <vector>

namespace stratadeck {

struct TimeTick {
    TimePoint at{};
    QString label;
    bool major = false; ///< a new day among hours, a new year among months
    bool operator==(const TimeTick &) const = default;
};

/// Ticks at round local times inside the range: as many as fit when each label may take `width(label)`
/// of `pixels` plus some air. Works from seconds to centuries; empty for an empty range.
std::vector<TimeTick> timeTicks(TimeRange range, double pixels,
                                const std::function<double(const QString &)> &width, const QTimeZone &zone,
                                const QLocale &locale);

/// The time of day to the second.
QString clockText(TimePoint at, const QTimeZone &zone, const QLocale &locale);

/// An instant in full for a person, to the second: what stands at the cursor.
QString timeText(TimePoint at, const QTimeZone &zone, const QLocale &locale);

} // namespace stratadeck
