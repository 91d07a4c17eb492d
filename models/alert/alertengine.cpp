// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alert/alertengine.h"

#include <algorithm>
#include <iterator>

namespace stratadeck {

using namespace Qt::StringLiterals;

AlertEngine::AlertEngine(AlertSettings settings, std::vector<Rule> rules, std::vector<InhibitRule> inhibitRules)
    : m_settings(std::move(settings))
    , m_rules(std::move(rules))
    , m_inhibitRules(std::move(inhibitRules))
    , m_groups(m_settings.groups)
{
}

void AlertEngine::advanceTo(TimePoint now)
{
    if (!m_isBegun) {
        m_isBegun = true;
        startInstant(now);
        return;
    }
    if (now <= m_now)
        return;
    finish();
    for (auto next = nextTimer(); next && *next < now; next = nextTimer()) {
        startInstant(*next);
        finish();
    }
    startInstant(now);
}

void AlertEngine::startInstant(TimePoint now)
{
    m_now = now;
    recordBreaches(false);
    refreshSuppression(false);
    expireAcknowledgements();
}

void AlertEngine::finish()
{
    recordBreaches(true);
    m_groups.flush(
        m_now, [this](const Labels &group) { return statesOf(group); }, m_notices);
    refreshSuppression(true);
}

std::optional<TimePoint> AlertEngine::nextTimer() const
{
    std::optional<TimePoint> next = m_windows.nextChange(m_now);
    const auto consider = [&](std::optional<TimePoint> at) {
        if (at && *at > m_now && (!next || *at < *next))
            next = at;
    };
    consider(m_groups.nextFlush(m_now));
    for (const Alert *alert : m_noted)
        consider(alert->ackEnds);
    return next;
}

AlertEngine::Alert &AlertEngine::alertOf(const Labels &labels)
{
    Alert *&known = m_byLabels[labels];
    if (!known) {
        known = &m_alerts.emplace_back();
        known->labels = labels;
        known->place = m_alerts.size() - 1;
        known->fingerprint = fingerprintOf(labels);
        known->group = m_groups.groupOf(labels);
    }
    return *known;
}

/// Those that a person can do something about; where there are none, that is refused.
std::vector<AlertEngine::Alert *> AlertEngine::openMatching(const Labels &pattern, const QString &operation)
{
    std::vector<Alert *> found;
    std::ranges::copy_if(m_noted, std::back_inserter(found),
                         [&](const Alert *alert) { return hasLabels(alert->labels, pattern); });
    const bool isKnown = !found.empty();
    std::erase_if(found, [this](const Alert *alert) { return !isOpen(*alert); });
    if (found.empty())
        m_refusals.push_back({m_now, operation, isKnown ? u"resolved"_s : u"no such alert"_s});
    return found;
}

void AlertEngine::sample(const QString &metric, const Labels &labels, std::optional<double> value, TimePoint at)
{
    for (const Rule &rule : m_rules) {
        if (rule.metric != metric)
            continue;
        Labels named = labels;
        named[u"alertname"_s] = rule.name;
        judge(rule, alertOf(named), value, at);
    }
}

AlertEngine::AlertHandle AlertEngine::alertFor(std::size_t rule, const Labels &labels)
{
    Labels named = labels;
    named[u"alertname"_s] = m_rules[rule].name;
    Alert &alert = alertOf(named);
    alert.rule = rule;
    return alert.place;
}

Condition AlertEngine::judge(AlertHandle handle, std::optional<double> value)
{
    Alert &alert = m_alerts[handle];
    judge(m_rules[alert.rule], alert, value, m_now);
    return alert.condition;
}

void AlertEngine::endAlert(AlertHandle handle)
{
    Alert &alert = m_alerts[handle];
    if (alert.machine)
        alert.machine.emplace(m_rules[alert.rule]);
    setCondition(alert, Condition::Inactive);
}

void AlertEngine::judge(const Rule &rule, Alert &alert, std::optional<double> value, TimePoint at)
{
    if (alert.sampledAt && at < *alert.sampledAt)
        return; // older than what was judged already
    alert.sampledAt = at;
    if (!alert.machine) {
        alert.machine.emplace(rule);
        alert.severity = rule.severity;
        if (rule.detectsFlapping)
            alert.flaps.emplace();
    }
    const Condition condition = alert.machine->take(at, value);
    const bool wasFlapping = alert.flaps && alert.flaps->isFlapping();
    if (alert.flaps)
        alert.flaps->take(at, isActive(condition));
    const bool changes = alert.flaps && alert.flaps->isFlapping() != wasFlapping;
    if (isActive(condition) && !isActive(alert.condition) && !canReopen(alert))
        alert.severity = rule.severity; // a person may have raised that of the last incident
    setCondition(alert, condition);
    if (changes)
        refreshSuppression(false);
}

void AlertEngine::fire(const Labels &labels, std::optional<Severity> severity)
{
    Alert &alert = alertOf(labels);
    if (isActive(alert.condition))
        changeSeverity(alert, severity.value_or(alert.severity));
    else
        alert.severity = severity.value_or(alert.severity);
    setCondition(alert, Condition::Firing);
}

void AlertEngine::resolve(const Labels &labels)
{
    const auto known = m_byLabels.find(labels);
    if (known != m_byLabels.end())
        setCondition(*known->second, Condition::Inactive);
}

void AlertEngine::setCondition(Alert &alert, Condition condition)
{
    const bool wasActive = isActive(alert.condition);
    alert.condition = condition;
    if (wasActive == isActive(condition))
        return;
    if (isActive(condition))
        begin(alert);
    else
        end(alert);
}

void AlertEngine::begin(Alert &alert)
{
    alert.ackEnds.reset();
    if (canReopen(alert)) {
        Incident &incident = incidentOf(alert);
        incident.resolvedAt.reset();
        ++incident.reopenCount;
        incident.severity = alert.severity;
        incident.clock = RespondClock(m_now, alert.severity);
        alert.handling = Handling::Reopened;
    } else {
        Incident incident;
        incident.id = static_cast<int>(m_incidents.size()) + 1;
        incident.labels = alert.labels;
        incident.severity = alert.severity;
        incident.firedAt = m_now;
        incident.clock = RespondClock(m_now, alert.severity);
        if (alert.incident)
            incident.previous = incidentOf(alert).id;
        else
            m_noted.push_back(&alert);
        alert.incident = m_incidents.size();
        m_incidents.push_back(std::move(incident));
        alert.handling = Handling::New;
    }
    m_groups.open(alert.group, m_now);
    refreshSuppression(false);
    if (alert.severity == Severity::P0)
        tellNewAtOnce(alert);
}

void AlertEngine::end(Alert &alert)
{
    alert.handling = Handling::Resolved;
    alert.ackEnds.reset();
    Incident &incident = incidentOf(alert);
    incident.resolvedAt = m_now;
    incident.clock.stop(m_now);
    refreshSuppression(false);
    tellResolvedAtOnce(alert);
}

void AlertEngine::acknowledge(const Labels &pattern, const Acknowledgement &acknowledgement)
{
    for (Alert *alert : openMatching(pattern, u"ack"_s)) {
        alert->handling = Handling::Acked;
        alert->isAckSticky = acknowledgement.sticky;
        alert->ackEnds = acknowledgement.until.value_or(m_now + m_settings.ackTimeout);
        Incident &incident = incidentOf(*alert);
        incident.ackedAt = incident.ackedAt.value_or(m_now);
        incident.clock.stop(m_now);
    }
}

void AlertEngine::changeSeverity(const Labels &pattern, Severity severity)
{
    for (Alert *alert : openMatching(pattern, u"severity"_s))
        changeSeverity(*alert, severity);
}

void AlertEngine::changeSeverity(Alert &alert, Severity severity)
{
    if (severity == alert.severity)
        return;
    const bool isRise = isWorse(severity, alert.severity);
    Incident &incident = incidentOf(alert);
    incident.clock.changeSeverity(alert.severity, severity, m_now);
    alert.severity = severity;
    incident.severity = severity;
    if (!isRise)
        return;
    if (alert.handling == Handling::Acked && !alert.isAckSticky) {
        alert.handling = Handling::Escalated;
        alert.ackEnds.reset();
        incident.clock.goOn();
        refreshSuppression(false);
        if (alert.suppressedBy.empty())
            tell(NoticeReason::Escalated, alert);
    } else if (severity == Severity::P0) {
        tellNewAtOnce(alert);
    }
}

void AlertEngine::suppress(SuppressorKind kind, const QString &id, const Labels &pattern,
                           std::optional<TimePoint> from, std::optional<TimePoint> to)
{
    if (m_windows.put(kind, id, pattern, from, to, m_now)) {
        refreshSuppression(false);
        return;
    }
    const QString operation = kind == SuppressorKind::Silence ? u"silence"_s
                              : kind == SuppressorKind::Hold  ? u"hold"_s
                                                              : u"maintenance"_s;
    m_refusals.push_back({m_now, operation, u"it would end before it begins"_s});
}

void AlertEngine::expireAcknowledgements()
{
    for (Alert *alert : m_noted) {
        if (!alert->ackEnds || *alert->ackEnds > m_now)
            continue;
        alert->ackEnds.reset();
        alert->handling = Handling::New;
        if (alert->suppressedBy.empty())
            tell(NoticeReason::AckExpired, *alert);
    }
}

bool AlertEngine::isOpen(const Alert &alert) const
{
    return alert.incident && !incidentOf(alert).resolvedAt;
}

bool AlertEngine::canReopen(const Alert &alert) const
{
    if (!alert.incident)
        return false;
    const Incident &incident = incidentOf(alert);
    return incident.resolvedAt && m_now - *incident.resolvedAt <= m_settings.reopenWindow;
}

Milliseconds AlertEngine::graceOf(Severity severity) const
{
    return severity == Severity::P0 ? m_settings.p0Grace : Milliseconds(0);
}

/// What happens at the very instant at which it is due is still in time.
void AlertEngine::recordBreaches(bool atEnd)
{
    for (const Alert *alert : m_noted) {
        Incident &incident = incidentOf(*alert);
        if (incident.breachAt || incident.clock.isStopped() || incident.clock.isPaused())
            continue;
        const TimePoint breach = incident.clock.due(m_now) + graceOf(incident.severity);
        if (breach < m_now || (atEnd && breach == m_now))
            incident.breachAt = breach;
    }
}

std::vector<AlertView> AlertEngine::observe() const
{
    std::vector<AlertView> views;
    for (const Alert &alert : m_alerts) {
        if (alert.condition != Condition::Inactive || canReopen(alert))
            views.push_back(viewOf(alert));
    }
    return views;
}

AlertView AlertEngine::viewOf(const Alert &alert) const
{
    AlertView view{
        alert.labels, alert.severity, alert.condition, alert.handling, suppressorsOf(alert, false), {}, {},
        {},           false};
    if (alert.handling == Handling::Resolved && !canReopen(alert))
        view.handling = Handling::New; // another incident is about to begin
    if (alert.incident && (isOpen(alert) || canReopen(alert))) {
        const Incident &incident = incidentOf(alert);
        const RespondClock &clock = incident.clock;
        const bool runs = !clock.isStopped();
        view.breached = incident.breachAt
                        || (runs && !clock.isPaused() && clock.due(m_now) + graceOf(alert.severity) <= m_now);
        if (runs)
            view.remaining = clock.remaining(m_now);
        if (runs && !clock.isPaused())
            view.due = clock.due(m_now);
    }
    // Flapping never hides what is unavailable.
    const bool isHidden = std::ranges::any_of(view.suppressedBy, [&](const Suppressor &one) {
        return one.kind != SuppressorKind::Flapping || view.severity != Severity::P0;
    });
    view.badge = view.handling == Handling::Resolved ? toWord(view.handling)
                 : isHidden                          ? u"suppressed"_s
                                                     : toWord(view.handling);
    return view;
}

} // namespace stratadeck
