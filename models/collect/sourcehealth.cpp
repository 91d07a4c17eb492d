// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/sourcehealth.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kKeptSweepTimes = 300;

/// Nearest rank; 0 without sweeps.
double percentile(const std::vector<double> &sorted, double share)
{
    if (sorted.empty())
        return 0;
    const auto rank = static_cast<std::size_t>(std::ceil(share * static_cast<double>(sorted.size())));
    return sorted[std::max<std::size_t>(rank, 1) - 1];
}

} // namespace

SourceHealth::SourceHealth(SourceId id, const QString &uri, Milliseconds deadline, Instant now)
    : m_deadline(deadline)
    , m_due(now.ticks)
{
    m_status.id = id;
    m_status.uri = uri;
    m_status.since = now.at;
}

void SourceHealth::enter(SourceState state, TimePoint since)
{
    if (m_status.state == state)
        return;
    m_status.state = state;
    m_status.since = since;
}

void SourceHealth::sweepBegan(Instant now)
{
    // A thread that wakes late was stale until now although nothing had said so.
    if (m_status.state == SourceState::Ready && isLate(now.ticks))
        enter(SourceState::Stale, *m_status.lastSuccess);
    m_begin = now;
    m_sweeping = true;
    m_status.nextTry.reset();
}

void SourceHealth::sweepSucceeded(Instant now, Ticks due, const std::optional<Error> &trouble)
{
    if (m_status.state == SourceState::Ready && isLate(now.ticks))
        m_status.since = now.at; // it was stale in between
    enter(SourceState::Ready, now.at);
    m_sweeping = false;
    m_due = due;
    m_status.error = trouble;
    m_status.nextTry.reset();
    m_status.lastSuccess = now.at;
    ++m_status.sweeps;
    m_sweepTimes.push_back(toSeconds(now.ticks - m_begin.ticks) * 1e3);
    if (m_sweepTimes.size() > kKeptSweepTimes)
        m_sweepTimes.pop_front();
}

void SourceHealth::sweepFailed(Instant now, const Error &error, Ticks due)
{
    enter(SourceState::Failed, now.at);
    m_sweeping = false;
    m_due = due;
    m_status.error = error;
    m_status.nextTry = now.at + std::chrono::ceil<Milliseconds>(due - now.ticks);
    ++m_status.misses;
}

void SourceHealth::ended(Instant now, const Error &error)
{
    enter(SourceState::Ended, now.at);
    m_sweeping = false;
    m_status.error = error;
    m_status.nextTry.reset();
}

bool SourceHealth::isLate(Ticks now) const
{
    return now - (m_sweeping ? m_begin.ticks : m_due) > m_deadline;
}

SourceStatus SourceHealth::status(Instant now) const
{
    SourceStatus status = m_status;
    std::vector<double> sorted(m_sweepTimes.begin(), m_sweepTimes.end());
    std::ranges::sort(sorted);
    status.sweepP50 = percentile(sorted, 0.50);
    status.sweepP99 = percentile(sorted, 0.99);
    if (!isLate(now.ticks))
        return status;
    if (status.state == SourceState::Ready) {
        status.state = SourceState::Stale;
        status.since = *status.lastSuccess;
    } else if (status.state == SourceState::Loading) {
        const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(m_deadline).count();
        status.state = SourceState::Failed;
        status.since += m_deadline;
        status.error = Error{Error::Kind::Timeout,
                             u"source '%1': no answer within %2 s"_s.arg(status.uri).arg(seconds), status.uri};
    }
    return status;
}

} // namespace stratadeck
