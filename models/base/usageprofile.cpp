// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/usageprofile.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace stratadeck {

UsageProfile::UsageProfile(TimeRange range)
    : m_range(range)
    , m_partLength(static_cast<double>(range.length().count()) / static_cast<double>(kParts))
    , m_parts(kParts)
{
}

// Called for every sample of thousands of series.
void UsageProfile::hold(TimePoint from, TimePoint to, double level)
{
    if (m_parts.empty())
        return;
    auto at = static_cast<double>((std::max(from, m_range.from) - m_range.from).count());
    const auto end = static_cast<double>((std::min(to, m_range.to) - m_range.from).count());
    auto index = static_cast<std::size_t>(at / m_partLength);
    while (at < end) {
        const bool last = index + 1 >= kParts;
        const double until = last ? end : std::min(end, static_cast<double>(index + 1) * m_partLength);
        Part &part = m_parts[std::min(index, kParts - 1)];
        part.integral += level * (until - at);
        part.known += until - at;
        at = until;
        ++index;
    }
}

void UsageProfile::add(const UsageProfile &other)
{
    if (m_parts.empty()) {
        *this = other;
        return;
    }
    for (std::size_t i = 0; i < other.m_parts.size(); ++i) {
        const double level = m_parts[i].level() + other.m_parts[i].level();
        m_parts[i].known = std::max(m_parts[i].known, other.m_parts[i].known);
        m_parts[i].integral = level * m_parts[i].known;
    }
}

bool UsageProfile::isEmpty() const
{
    return std::ranges::none_of(m_parts, [](const Part &part) { return part.known > 0; });
}

double UsageProfile::mean() const
{
    double sum = 0;
    double known = 0;
    for (const Part &part : m_parts) {
        sum += part.integral;
        known += part.known;
    }
    return known > 0 ? sum / known : std::numeric_limits<double>::quiet_NaN();
}

double UsageProfile::quantile(double share) const
{
    std::vector<double> levels;
    for (const Part &part : m_parts) {
        if (part.known > 0)
            levels.push_back(part.level());
    }
    if (levels.empty())
        return std::numeric_limits<double>::quiet_NaN();
    const auto place = static_cast<std::size_t>(std::ceil(share * static_cast<double>(levels.size())));
    const auto at = levels.begin() + static_cast<std::ptrdiff_t>(place > 0 ? place - 1 : 0);
    std::nth_element(levels.begin(), at, levels.end());
    return *at;
}

double UsageProfile::measured() const
{
    double known = 0;
    for (const Part &part : m_parts)
        known += part.known;
    const auto length = static_cast<double>(m_range.length().count());
    return length > 0 ? std::min(1.0, known / length) : 0;
}

} // namespace stratadeck
