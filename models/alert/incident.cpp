// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alert/incident.h"

#include <algorithm>
#include <numeric>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

double quantile(const std::vector<double> &sorted, double q)
{
    const double place = q * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (place - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

class Lengths
{
public:
    void add(Milliseconds length) { m_seconds.push_back(std::chrono::duration<double>(length).count()); }
    TimeStatistics statistics()
    {
        if (m_seconds.empty())
            return {};
        std::ranges::sort(m_seconds);
        const double sum = std::accumulate(m_seconds.begin(), m_seconds.end(), 0.0);
        return {static_cast<int>(m_seconds.size()), sum / static_cast<double>(m_seconds.size()),
                quantile(m_seconds, 0.5), quantile(m_seconds, 0.9)};
    }

private:
    std::vector<double> m_seconds;
};

} // namespace

QString toWord(Handling handling)
{
    switch (handling) {
    case Handling::New:
        return u"new"_s;
    case Handling::Acked:
        return u"acked"_s;
    case Handling::Escalated:
        return u"escalated"_s;
    case Handling::Resolved:
        return u"resolved"_s;
    case Handling::Reopened:
        return u"reopened"_s;
    }
    return {};
}

IncidentStatistics statisticsOf(const std::vector<Incident> &incidents)
{
    std::vector<const Incident *> all;
    std::ranges::transform(incidents, std::back_inserter(all), [](const Incident &one) { return &one; });
    return statisticsOf(all);
}

IncidentStatistics statisticsOf(const std::vector<const Incident *> &incidents)
{
    Lengths acknowledge;
    Lengths resolve;
    Lengths byHuman;
    IncidentStatistics result;
    for (const Incident *one : incidents) {
        const Incident &incident = *one;
        if (incident.ackedAt)
            acknowledge.add(*incident.ackedAt - incident.firedAt);
        result.breached += incident.breachAt ? 1 : 0;
        if (!incident.resolvedAt) {
            ++result.open;
            continue;
        }
        resolve.add(*incident.resolvedAt - incident.firedAt);
        if (incident.ackedAt)
            byHuman.add(*incident.resolvedAt - incident.firedAt);
        else
            ++result.resolvedUnacknowledged;
    }
    result.toAcknowledge = acknowledge.statistics();
    result.toResolve = resolve.statistics();
    result.toResolveByHuman = byHuman.statistics();
    return result;
}

} // namespace stratadeck
