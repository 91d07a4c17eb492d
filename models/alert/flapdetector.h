// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/timerange.h"

#include <array>

namespace stratadeck {

/// Whether a state changes back and forth too often to tell anybody each time. Icinga's way: of the last 20
/// checks the changes count, the newest most (weight 0.8 + 0.02 i for slot i, the oldest is 0); it begins to
/// flap above 30 % and ends at 25 % or below. Changes of more than an hour ago count no more, as checks may be
/// rare.
class FlapDetector
{
public:
    static constexpr std::size_t kSlots = 20;
    struct Check {
        TimePoint at{}; ///< of a change
        bool changed = false;

        bool operator==(const Check &) const = default;
    };
    /// All that it knows.
    struct Memory {
        std::array<Check, kSlots> checks{}; ///< oldest first
        bool any = false;
        bool state = false;
        bool isFlapping = false;

        bool operator==(const Memory &) const = default;
    };

    /// Takes the state after a check; the first is no change. Times do not fall.
    void take(TimePoint at, bool state);
    bool isFlapping() const { return m_memory.isFlapping; }
    /// 0 to 99 per cent.
    double percent(TimePoint now) const;

    const Memory &memory() const { return m_memory; }
    void resume(const Memory &memory) { m_memory = memory; }

private:
    Memory m_memory;
};

} // namespace stratadeck
