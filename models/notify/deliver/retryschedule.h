// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/timerange.h"

#include <optional>

namespace stratadeck {

/// When what could not be delivered is tried again: after `first`, then after twice as long each time, at most
/// after `longest`; half of it is left to chance, so that those who failed together do not come back together.
/// Not later than `maxAge` after it was made.
struct RetrySchedule {
    Milliseconds first{5'000};
    Milliseconds longest{300'000};
    Milliseconds maxAge{86'400'000};

    /// How long to wait after the n-th try, from 1; `chance` from 0 to 1.
    Milliseconds delay(int tries, double chance) const;
    /// When to try again, or never. `atLeast` is what the other side asked for; beyond `longest` it is not
    /// heeded.
    std::optional<TimePoint> next(TimePoint createdAt, TimePoint now, int tries, Milliseconds atLeast,
                                  double chance) const;
};

} // namespace stratadeck
