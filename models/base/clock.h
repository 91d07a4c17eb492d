// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/timerange.h"

namespace stratadeck {

/// Where time comes from; injected so that tests can step, jump and suspend it. Any thread.
class Clock
{
public:
    virtual ~Clock() = default;
    virtual TimePoint now() const = 0; ///< wall clock
    virtual Ticks ticks() const = 0;   ///< never steps, counts suspend
};

class SystemClock final : public Clock
{
public:
    TimePoint now() const override;
    Ticks ticks() const override;
};

} // namespace stratadeck
