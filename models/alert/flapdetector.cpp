// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alert/flapdetector.h"

#include <algorithm>

namespace stratadeck {

using namespace std::chrono_literals;

namespace {

// In tenths of a per cent, so that sums are exact: 100 % / 20 slots * (0.8 + 0.02 i) is 4.0 % + 0.1 % * i.
constexpr int kWeight = 40;
constexpr int kPerPercent = 10;

} // namespace

double FlapDetector::percent(TimePoint now) const
{
    int sum = 0;
    for (std::size_t i = 0; i < kSlots; ++i) {
        if (m_memory.checks[i].changed && now - m_memory.checks[i].at <= 1h)
            sum += kWeight + static_cast<int>(i);
    }
    return static_cast<double>(sum) / kPerPercent;
}

void FlapDetector::take(TimePoint at, bool state)
{
    std::rotate(m_memory.checks.begin(), m_memory.checks.begin() + 1, m_memory.checks.end());
    const bool changed = m_memory.any && state != m_memory.state;
    m_memory.checks.back() = {changed ? at : TimePoint(), changed};
    m_memory.any = true;
    m_memory.state = state;
    constexpr double kHigh = 30;
    constexpr double kLow = 25;
    m_memory.isFlapping = percent(at) > (m_memory.isFlapping ? kLow : kHigh);
}

} // namespace stratadeck
