// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alert/incident.h"

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

class Mean
{
public:
    void add(Milliseconds time)
    {
        m_sum += std::chrono::duration<double>(time).count();
        ++m_count;
    }
    int count() const { return m_count; }
    std::optional<double> value() const { return m_count > 0 ? std::optional(m_sum / m_count) : std::nullopt; }

private:
    double m_sum = 0;
    int m_count = 0;
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
    Mean acknowledge;
    Mean resolve;
    Mean byHuman;
    IncidentStatistics result;
    for (const Incident &incident : incidents) {
        if (incident.ackedAt)
            acknowledge.add(*incident.ackedAt - incident.firedAt);
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
    result.timeToAcknowledge = acknowledge.value();
    result.acknowledged = acknowledge.count();
    result.timeToResolve = resolve.value();
    result.resolved = resolve.count();
    result.timeToResolveByHuman = byHuman.value();
    return result;
}

} // namespace stratadeck
