// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/zoomhistory.h"

#include <utility>

namespace stratadeck {

namespace {

constexpr Milliseconds kOneStep{500};

} // namespace

void ZoomHistory::go(const ChartView &view, TimePoint now)
{
    if (view == m_current)
        return;
    const bool sameStep = m_lastStep && now >= *m_lastStep && now - *m_lastStep < kOneStep;
    m_lastStep = now;
    m_forward.clear();
    m_held = false;
    const ChartView left = std::exchange(m_current, view);
    if (sameStep)
        return;
    m_back.push_back(left);
    if (m_back.size() > kMostSteps)
        m_back.erase(m_back.begin());
}

void ZoomHistory::hold(TimeRange range)
{
    m_lastStep.reset();
    m_current.fixed = range;
    m_held = true;
}

void ZoomHistory::follow()
{
    m_lastStep.reset();
    m_current.fixed.reset();
    m_held = false;
}

void ZoomHistory::restart(const ChartView &view)
{
    *this = ZoomHistory(view);
}

const ChartView &ZoomHistory::goBack()
{
    m_lastStep.reset();
    if (m_back.empty())
        return m_current;
    m_held = false;
    m_forward.push_back(std::exchange(m_current, m_back.back()));
    m_back.pop_back();
    return m_current;
}

const ChartView &ZoomHistory::goForward()
{
    m_lastStep.reset();
    if (m_forward.empty())
        return m_current;
    m_held = false;
    m_back.push_back(std::exchange(m_current, m_forward.back()));
    m_forward.pop_back();
    return m_current;
}

} // namespace stratadeck
