// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alert/alertengine.h"

#include <algorithm>

// What an engine keeps of itself and lets go of; alertengine.cpp has what it does.

namespace stratadeck {

void AlertEngine::restore(const EngineMemory &memory)
{
    m_isBegun = true;
    m_now = memory.now;
    m_nextIncident = memory.nextIncident;
    for (const Incident &incident : memory.incidents)
        m_incidents.emplace(incident.id, incident);
    for (const AlertState &state : memory.alerts) {
        Alert &alert = alertOf(state.labels);
        static_cast<AlertState &>(alert) = state;
        alert.sampledAt = memory.now;
        if (alert.incident && m_incidents.contains(*alert.incident))
            m_noted.push_back(&alert);
        else
            alert.incident.reset();
    }
    m_isRestored = true;
    m_windows.restore(memory.windows);
    m_groups.restore(memory.groups);
    setRules(std::exchange(m_rules, {}));
}

AlertState AlertEngine::stateOf(const Alert &alert)
{
    AlertState state = alert;
    if (alert.machine)
        state.rule = alert.machine->memory();
    if (alert.flapping)
        state.flaps = alert.flapping->memory();
    return state;
}

EngineMemory AlertEngine::memory() const
{
    EngineMemory memory{m_now, m_nextIncident, {}, incidents(), m_windows.all(), m_groups.timers()};
    for (const Alert *alert : m_noted)
        memory.alerts.push_back(stateOf(*alert)); // first, and in the order in which they are told of
    for (const auto &[labels, alert] : m_alerts) {
        const bool isQuiet = alert.condition == Condition::Inactive
                             && (!alert.machine || alert.machine->memory().missing == 0) && !alert.flapping;
        if (!isQuiet && !alert.incident)
            memory.alerts.push_back(stateOf(alert));
    }
    return memory;
}

bool AlertEngine::isSettled(const Alert &alert) const
{
    return !isOpen(alert) && !canReopen(alert) && !alert.isTold && !isActive(alert.condition)
           && alert.suppressedBy.empty();
}

void AlertEngine::forgetSettled()
{
    std::erase_if(m_noted, [this](Alert *alert) {
        if (!isSettled(*alert))
            return false;
        m_incidents.erase(*alert->incident);
        alert->previous = std::exchange(alert->incident, std::nullopt);
        if (!alert->machine && !alert->handle)
            m_alerts.erase(Labels(alert->labels)); // of another program, which may name ever new ones
        return true;
    });
    m_windows.forgetEnded(m_now);
}

void AlertEngine::setRules(std::vector<Rule> rules)
{
    const std::vector<Rule> before = std::exchange(m_rules, std::move(rules)); // machines point into it
    m_handles.clear();
    for (auto &[labels, alert] : m_alerts) {
        alert.handle.reset();
        if (!alert.rule && !alert.machine)
            continue;
        static_cast<AlertState &>(alert) = stateOf(alert);
        alert.machine.reset(); // it points to a rule that was
        alert.flapping.reset();
        const QString name = labelOf(labels, QStringLiteral("alertname"));
        const auto rule = std::ranges::find(m_rules, name, &Rule::name);
        if (rule == m_rules.end())
            setCondition(alert, Condition::Inactive);
        else
            startJudging(alert, *rule);
    }
}

void AlertEngine::resolveUnfed(Milliseconds silence)
{
    for (auto &[labels, alert] : m_alerts) {
        if (alert.machine && isActive(alert.condition) && m_now - alert.sampledAt.value_or(m_now) > silence)
            setCondition(alert, Condition::Inactive);
    }
}

void AlertEngine::setClockBack(TimePoint now)
{
    if (now >= m_now)
        return;
    const Milliseconds step = m_now - now;
    const auto back = [&](std::optional<TimePoint> &at) {
        if (at)
            *at -= step;
    };
    for (auto &[labels, alert] : m_alerts) {
        back(alert.sampledAt);
        back(alert.ackEnds);
        back(alert.escalateAt);
        if (alert.machine)
            alert.machine->resume({alert.condition, now, now, 0});
    }
    m_groups.setClockBack(step);
    m_now = now;
}

} // namespace stratadeck
