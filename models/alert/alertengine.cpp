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
    escalate();
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
    for (const Alert *alert : m_noted) {
        consider(alert->ackEnds);
        consider(alert->escalateAt);
    }
    return next;
}

AlertEngine::Alert &AlertEngine::alertOf(const Labels &labels)
{
    const auto [place, isNew] = m_alerts.try_emplace(labels);
    Alert &alert = place->second;
    if (isNew) {
        alert.labels = labels;
        alert.order = m_appeared++;
        alert.fingerprint = fingerprintOf(labels);
        alert.group = m_groups.groupOf(labels);
    }
    return alert;
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
    if (!alert.handle) {
        alert.handle = m_handles.size();
        m_handles.push_back({&alert, rule});
    }
    m_handles[*alert.handle].rule = rule;
    return *alert.handle;
}

bool AlertEngine::isWaiting(std::size_t rule, const Labels &labels) const
{
    if (!m_isRestored)
        return false;
    Labels named = labels;
    named[u"alertname"_s] = m_rules[rule].name;
    const auto known = m_alerts.find(named);
    return known != m_alerts.end() && known->second.condition != Condition::Inactive && !known->second.handle;
}

Condition AlertEngine::judge(AlertHandle handle, std::optional<double> value)
{
    const Handle &one = m_handles[handle];
    judge(m_rules[one.rule], *one.alert, value, m_now);
    return one.alert->condition;
}

void AlertEngine::endAlert(AlertHandle handle)
{
    const Handle &one = m_handles[handle];
    if (one.alert->machine)
        one.alert->machine.emplace(m_rules[one.rule]);
    setCondition(*one.alert, Condition::Inactive);
}

void AlertEngine::judge(const Rule &rule, Alert &alert, std::optional<double> value, TimePoint at)
{
    if (alert.sampledAt && at < *alert.sampledAt)
        return; // older than what was judged already
    alert.sampledAt = at;
    alert.value = value;
    if (!alert.machine)
        startJudging(alert, rule);
    const Condition condition = alert.machine->take(at, value);
    const bool wasFlapping = alert.flapping && alert.flapping->isFlapping();
    if (alert.flapping)
        alert.flapping->take(at, isActive(condition));
    const bool changes = alert.flapping && alert.flapping->isFlapping() != wasFlapping;
    if (isActive(condition) && !isActive(alert.condition) && !canReopen(alert))
        alert.severity = rule.severity; // a person may have raised that of the last incident
    setCondition(alert, condition);
    if (changes)
        refreshSuppression(false);
}

void AlertEngine::startJudging(Alert &alert, const Rule &rule)
{
    alert.machine.emplace(rule);
    if (alert.rule)
        alert.machine->resume(*alert.rule);
    else
        alert.severity = rule.severity;
    if (!rule.detectsFlapping)
        return;
    alert.flapping.emplace();
    if (alert.flaps)
        alert.flapping->resume(*alert.flaps);
}

void AlertEngine::fire(const Labels &labels, std::optional<Severity> severity, const ForeignWord &word)
{
    Alert &alert = alertOf(labels);
    alert.foreign = word;
    if (isActive(alert.condition))
        changeSeverity(alert, severity.value_or(alert.severity));
    else
        alert.severity = severity.value_or(alert.severity);
    setCondition(alert, Condition::Firing);
}

void AlertEngine::resolve(const Labels &labels)
{
    const auto known = m_alerts.find(labels);
    if (known != m_alerts.end())
        setCondition(known->second, Condition::Inactive);
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
        incident.id = m_nextIncident++;
        incident.labels = alert.labels;
        incident.severity = alert.severity;
        incident.firedAt = m_now;
        incident.value = alert.value;
        incident.clock = RespondClock(m_now, alert.severity);
        incident.previous = alert.incident ? alert.incident : alert.previous;
        if (!alert.incident)
            m_noted.push_back(&alert);
        alert.incident = incident.id;
        m_incidents.emplace(incident.id, std::move(incident));
        alert.handling = Handling::New;
    }
    planEscalation(alert);
    m_groups.open(alert.group, m_now);
    refreshSuppression(false);
    if (alert.severity == Severity::P0)
        tellNewAtOnce(alert);
}

void AlertEngine::end(Alert &alert)
{
    alert.handling = Handling::Resolved;
    alert.ackEnds.reset();
    alert.escalateAt.reset();
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
        alert->escalateAt.reset();
        Incident &incident = incidentOf(*alert);
        incident.ackedAt = incident.ackedAt.value_or(m_now);
        incident.ackedBy = acknowledgement.by;
        incident.note = acknowledgement.note;
        incident.clock.stop(m_now);
    }
}

void AlertEngine::unacknowledge(const Labels &pattern)
{
    for (Alert *alert : openMatching(pattern, u"unack"_s)) {
        if (alert->handling != Handling::Acked)
            continue;
        alert->handling = Handling::New;
        alert->ackEnds.reset();
        Incident &incident = incidentOf(*alert);
        incident.ackedAt.reset();
        incident.ackedBy.clear();
        incident.note.clear();
        incident.clock.goOn();
        planEscalation(*alert);
    }
    refreshSuppression(false);
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

void AlertEngine::suppress(const WindowRequest &request)
{
    if (m_windows.put(request, m_now)) {
        refreshSuppression(false);
        return;
    }
    m_refusals.push_back({m_now, toWord(request.kind), u"it would end before it begins"_s});
}

void AlertEngine::endSuppression(const QString &id)
{
    if (m_windows.end(id, m_now))
        refreshSuppression(false);
    else
        m_refusals.push_back({m_now, u"end"_s, u"it has ended already"_s});
}

void AlertEngine::expireAcknowledgements()
{
    for (Alert *alert : m_noted) {
        if (!alert->ackEnds || *alert->ackEnds > m_now)
            continue;
        alert->ackEnds.reset();
        alert->handling = Handling::New;
        planEscalation(*alert);
        if (alert->suppressedBy.empty())
            tell(NoticeReason::AckExpired, *alert);
    }
}

/// What is unavailable or hurts a core function is told of again and louder until somebody responds; after five
/// times it stays red.
void AlertEngine::planEscalation(Alert &alert)
{
    alert.escalations = 0;
    const bool matters = !isWorse(Severity::P1, alert.severity);
    alert.escalateAt = matters && m_settings.escalateAfter > Milliseconds(0)
                           ? std::optional(m_now + m_settings.escalateAfter)
                           : std::nullopt;
}

void AlertEngine::escalate()
{
    constexpr int kMost = 5;
    for (Alert *alert : m_noted) {
        if (!alert->escalateAt || *alert->escalateAt > m_now)
            continue;
        alert->escalateAt = m_now + m_settings.escalateAfter;
        if (!alert->suppressedBy.empty())
            continue;
        alert->handling = Handling::Escalated;
        if (++alert->escalations == kMost)
            alert->escalateAt.reset();
        tell(NoticeReason::Escalated, *alert);
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

/// What happens at the very instant at which it is due is still in time.
void AlertEngine::recordBreaches(bool atEnd)
{
    for (const Alert *alert : m_noted) {
        Incident &incident = incidentOf(*alert);
        if (incident.breachAt || incident.clock.isStopped() || incident.clock.isPaused())
            continue;
        const TimePoint breach = incident.clock.due(m_now) + graceOf(incident.severity, m_settings.p0Grace);
        if (breach < m_now || (atEnd && breach == m_now))
            incident.breachAt = breach;
    }
}

std::vector<AlertView> AlertEngine::observe() const
{
    std::vector<const Alert *> shown;
    for (const auto &[labels, alert] : m_alerts) {
        if (alert.condition != Condition::Inactive || canReopen(alert))
            shown.push_back(&alert);
    }
    std::ranges::sort(shown, {}, &Alert::order);
    std::vector<AlertView> views;
    for (const Alert *alert : shown) {
        AlertState state = stateOf(*alert);
        state.suppressedBy = suppressorsOf(*alert, false);
        const bool counts = isOpen(*alert) || canReopen(*alert);
        views.push_back(viewOf(state, counts ? &incidentOf(*alert) : nullptr, m_now, m_settings.p0Grace));
    }
    return views;
}

const Incident *AlertEngine::incidentOf(const Labels &labels) const
{
    const auto known = m_alerts.find(labels);
    return known == m_alerts.end() || !known->second.incident ? nullptr : &incidentOf(known->second);
}

const ForeignWord *AlertEngine::foreignWordOf(const Labels &labels) const
{
    const auto known = m_alerts.find(labels);
    return known == m_alerts.end() ? nullptr : &known->second.foreign;
}

std::vector<Incident> AlertEngine::incidents() const
{
    std::vector<Incident> all;
    for (const auto &[id, incident] : m_incidents)
        all.push_back(incident);
    return all;
}

} // namespace stratadeck
