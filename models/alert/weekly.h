// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/timerange.h"

#include <QByteArray>
#include <QSet>
#include <QTime>
#include <optional>

namespace stratadeck {

/// A time of day on some days of each week, as the clocks of a place show it. It begins with `from` and ends
/// before `to`, which is on the next day where it is not later than `from`. Where clocks are set forward over
/// one of them, it is the instant of the change; where they are set back over it, the beginning is the first
/// and the end the last of both.
struct Weekly {
    QByteArray zone; ///< IANA, "Europe/Berlin"
    QSet<int> days;  ///< of the beginning: 1 is Monday, 7 is Sunday
    QTime from;
    QTime to;

    bool operator==(const Weekly &) const = default;

    /// The zone is known, there is a day, and both times are times.
    bool isValid() const;
    bool covers(TimePoint now) const { return occurrenceAt(now).has_value(); }
    /// The one that covers `now`.
    std::optional<TimeRange> occurrenceAt(TimePoint now) const;
    /// The next beginning or end after `now`; absent only of one that is not valid.
    std::optional<TimePoint> nextChange(TimePoint now) const;
};

} // namespace stratadeck
