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
        if (m_checks[i].changed && now - m_checks[i].at <= 1h)
            sum += kWeight + static_cast<int>(i);
    }
    return static_cast<double>(sum) / kPerPercent;
}

void FlapDetector::take(TimePoint at, bool state)
{
    std::rotate(m_checks.begin(), m_checks.begin() + 1, m_checks.end());
    m_checks.back() = {at, m_any && state != m_state};
    m_any = true;
    m_state = state;
    constexpr double kHigh = 30;
    constexpr double kLow = 25;
    m_isFlapping = percent(at) > (m_isFlapping ? kLow : kHigh);
}

} // namespace stratadeck
