// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/notify/deliver/retryschedule.h"

#include <algorithm>

namespace stratadeck {

Milliseconds RetrySchedule::delay(int tries, double chance) const
{
    Milliseconds whole = std::min(first, longest);
    for (int i = 1; i < tries && whole < longest; ++i)
        whole = std::min(2 * whole, longest);
    const double half = static_cast<double>(whole.count()) / 2;
    return Milliseconds(static_cast<qint64>(half + half * std::clamp(chance, 0.0, 1.0)));
}

std::optional<TimePoint> RetrySchedule::next(TimePoint createdAt, TimePoint now, int tries,
                                             Milliseconds atLeast, double chance) const
{
    const TimePoint at = now + std::max(delay(tries, chance), std::min(atLeast, longest));
    if (at - createdAt > maxAge)
        return {};
    return at;
}

} // namespace stratadeck
