// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/seriesstatistics.h"

#include "models/history/codec/rollupcodec.h"

#include <algorithm>
#include <cmath>

namespace stratadeck {

double quantileOf(std::vector<double> &figures, double share)
{
    if (figures.empty())
        return std::numeric_limits<double>::quiet_NaN();
    const double rank = share * static_cast<double>(figures.size() - 1);
    const auto below = static_cast<std::ptrdiff_t>(std::floor(rank));
    const auto at = figures.begin() + below;
    std::nth_element(figures.begin(), at, figures.end());
    const double part = rank - static_cast<double>(below);
    if (part <= 0)
        return *at;
    const double next = *std::min_element(at + 1, figures.end());
    return *at + part * (next - *at);
}

StatisticsCollector::StatisticsCollector(TimeRange range, std::size_t mostKept)
    : m_end(toMillis(range.to))
    , m_mostKept(mostKept)
{
}

void StatisticsCollector::add(qint64 at, double value)
{
    if (std::isnan(value)) {
        addGap(at);
        return;
    }
    endGap(at);
    if (m_result.count % m_stride == 0)
        keep(value);
    ++m_result.count;
    m_sum += static_cast<long double>(value);
    m_result.min = std::fmin(m_result.min, value);
    m_result.max = std::fmax(m_result.max, value);
}

void StatisticsCollector::addGap(qint64 at)
{
    if (!m_gap)
        m_gap = at;
}

void StatisticsCollector::addRollup(const Rollup &rollup, qint64)
{
    endGap(rollup.at);
    m_result.approximate = true;
    for (quint32 i = 0; i < rollup.count; ++i) {
        if (m_result.count % m_stride == 0)
            keep(rollup.mean);
        ++m_result.count;
    }
    m_sum += static_cast<long double>(rollup.mean) * rollup.count;
    m_result.min = std::fmin(m_result.min, rollup.min);
    m_result.max = std::fmax(m_result.max, rollup.max);
}

void StatisticsCollector::endGap(qint64 at)
{
    if (!m_gap)
        return;
    ++m_result.gaps;
    m_result.unknown += Milliseconds(std::max<qint64>(0, at - *m_gap));
    m_gap.reset();
}

void StatisticsCollector::keep(double value)
{
    if (m_kept.size() == m_mostKept) {
        for (std::size_t i = 0; 2 * i < m_kept.size(); ++i)
            m_kept[i] = m_kept[2 * i];
        m_kept.resize((m_kept.size() + 1) / 2);
        m_stride *= 2;
        m_result.approximate = true;
        if (m_result.count % m_stride != 0)
            return;
    }
    m_kept.push_back(value);
}

SeriesStatistics StatisticsCollector::take(SeriesId id)
{
    endGap(m_end);
    m_result.id = id;
    if (m_result.count > 0)
        m_result.mean = static_cast<double>(m_sum / static_cast<long double>(m_result.count));
    m_result.p50 = quantileOf(m_kept, 0.5);
    m_result.p95 = quantileOf(m_kept, 0.95);
    m_result.p99 = quantileOf(m_kept, 0.99);
    return m_result;
}

} // namespace stratadeck
