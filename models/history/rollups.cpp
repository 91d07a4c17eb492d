// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/rollups.h"

#include "models/history/layout.h"

#include <algorithm>
#include <cmath>

namespace stratadeck {

namespace {

/// Of two that describe the same bucket. `b` is the later part.
Rollup joined(const Rollup &a, const Rollup &b)
{
    Rollup both = a;
    both.min = std::min(a.min, b.min);
    both.max = std::max(a.max, b.max);
    both.count = a.count + b.count;
    const long double sum =
        static_cast<long double>(a.mean) * a.count + static_cast<long double>(b.mean) * b.count;
    both.mean = static_cast<double>(sum / both.count);
    both.gapAfter = b.gapAfter;
    return both;
}

} // namespace

void RollupCollector::add(qint64 at, double value)
{
    if (std::isnan(value)) {
        addGap(at);
        return;
    }
    if (m_current.count == 0 || at - m_current.at >= m_step)
        open(at);
    m_current.gapAfter = false;
    m_current.min = m_current.count == 0 ? value : std::min(m_current.min, value);
    m_current.max = m_current.count == 0 ? value : std::max(m_current.max, value);
    ++m_current.count;
    m_sum += static_cast<long double>(value);
}

void RollupCollector::addGap(qint64)
{
    // Before the first figure there is nothing that a gap could follow.
    m_current.gapAfter = m_current.count > 0;
}

void RollupCollector::addRollup(const Rollup &rollup, qint64)
{
    if (m_current.count == 0 || rollup.at - m_current.at >= m_step)
        open(rollup.at);
    m_current.min = m_current.count == 0 ? rollup.min : std::min(m_current.min, rollup.min);
    m_current.max = m_current.count == 0 ? rollup.max : std::max(m_current.max, rollup.max);
    m_current.count += rollup.count;
    m_sum += static_cast<long double>(rollup.mean) * rollup.count;
    m_current.gapAfter = rollup.gapAfter;
}

void RollupCollector::open(qint64 at)
{
    flush();
    m_current = {};
    m_current.at = floorDivide(at, m_step) * m_step;
    m_sum = 0;
}

void RollupCollector::flush()
{
    if (m_current.count == 0)
        return;
    m_current.mean = static_cast<double>(m_sum / m_current.count);
    m_rollups.push_back(m_current);
}

std::vector<Rollup> RollupCollector::take()
{
    flush();
    m_current = {};
    return std::move(m_rollups);
}

std::vector<Rollup> mergeRollups(std::span<const Rollup> a, std::span<const Rollup> b)
{
    std::vector<Rollup> all(a.size() + b.size());
    std::merge(a.begin(), a.end(), b.begin(), b.end(), all.begin(),
               [](const Rollup &x, const Rollup &y) { return x.at < y.at; });
    std::size_t kept = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (kept > 0 && all[kept - 1].at == all[i].at)
            all[kept - 1] = joined(all[kept - 1], all[i]);
        else
            all[kept++] = all[i];
    }
    all.resize(kept);
    return all;
}

std::vector<Rollup> coarserRollups(std::span<const Rollup> rollups, qint64 step, qint64 coarserStep)
{
    RollupCollector collector(coarserStep);
    for (const Rollup &rollup : rollups)
        collector.addRollup(rollup, step);
    return collector.take();
}

} // namespace stratadeck
