// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alert/alertengine.h"

#include <algorithm>
#include <utility>

// What suppresses an alert, and who is told what at once; alertengine.cpp has its condition and its handling.

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

bool has(const std::vector<Suppressor> &suppressors, SuppressorKind kind)
{
    return std::ranges::find(suppressors, kind, &Suppressor::kind) != suppressors.end();
}

bool pausesClock(const std::vector<Suppressor> &suppressors)
{
    // A silence does not, else it would be a way to never be late.
    return has(suppressors, SuppressorKind::Maintenance) || has(suppressors, SuppressorKind::Inhibition)
           || has(suppressors, SuppressorKind::Hold);
}

/// Why somebody is told of an alert when the last that suppressed it has ended.
std::optional<NoticeReason> reasonOfEnd(const std::vector<Suppressor> &ended)
{
    if (has(ended, SuppressorKind::Maintenance))
        return NoticeReason::MaintenanceEnded;
    if (has(ended, SuppressorKind::Inhibition))
        return NoticeReason::InhibitionEnded;
    if (has(ended, SuppressorKind::Silence))
        return NoticeReason::SilenceExpired;
    return {};
}

} // namespace

bool AlertEngine::isInhibitedBy(const Alert &target, const Alert &source, const InhibitRule &rule) const
{
    if (&source == &target || !isActive(source.condition) || !rule.source.matches(source.labels))
        return false;
    // Of two that are both cause and consequence, neither hides the other.
    if (rule.source.matches(target.labels) && rule.target.matches(source.labels))
        return false;
    return std::ranges::all_of(rule.equal, [&](const QString &name) {
        return labelOf(target.labels, name) == labelOf(source.labels, name);
    });
}

std::vector<Suppressor> AlertEngine::suppressorsOf(const Alert &alert, bool atEnd) const
{
    std::vector<Suppressor> found = m_windows.covering(alert.labels, m_now, atEnd);
    for (const InhibitRule &rule : m_inhibitRules) {
        if (!rule.target.matches(alert.labels))
            continue;
        for (const Alert *source : m_noted) {
            const Suppressor inhibitor{SuppressorKind::Inhibition, source->fingerprint};
            if (isInhibitedBy(alert, *source, rule) && std::ranges::find(found, inhibitor) == found.end())
                found.push_back(inhibitor);
        }
    }
    if (alert.flapping && alert.flapping->isFlapping())
        found.push_back({SuppressorKind::Flapping, u"flapping"_s});
    return found;
}

void AlertEngine::refreshSuppression(bool atEnd)
{
    for (Alert *alert : m_noted) {
        std::vector<Suppressor> now = suppressorsOf(*alert, atEnd);
        if (isOpen(*alert))
            incidentOf(*alert).clock.setPaused(pausesClock(now), m_now);
        if (now == alert->suppressedBy)
            continue;
        const std::vector<Suppressor> before = std::exchange(alert->suppressedBy, std::move(now));
        suppressionChanged(*alert, before);
    }
}

void AlertEngine::suppressionChanged(Alert &alert, const std::vector<Suppressor> &before)
{
    const bool wasFlapping = has(before, SuppressorKind::Flapping);
    const bool isFlapping = has(alert.suppressedBy, SuppressorKind::Flapping);
    if (isFlapping && !wasFlapping && alert.suppressedBy.size() == 1) {
        alert.isFlapStartTold = true;
        m_notices.push_back({m_now, NoticeReason::FlappingStart, alert.group, {alert.labels}, {}});
    }
    if (!alert.suppressedBy.empty())
        return;
    if (wasFlapping) {
        flappingEnded(alert);
        return;
    }
    const std::optional<NoticeReason> reason = reasonOfEnd(before);
    if (isActive(alert.condition) && reason)
        tell(*reason, alert);
}

// Who was told another state than this is told this one, in both directions.
void AlertEngine::flappingEnded(Alert &alert)
{
    const bool fires = isActive(alert.condition);
    const std::vector<Labels> one{alert.labels};
    const std::vector<Labels> none;
    if (std::exchange(alert.isFlapStartTold, false)) {
        m_notices.push_back(
            {m_now, NoticeReason::FlappingEnd, alert.group, fires ? one : none, fires ? none : one});
    }
    if (fires == alert.isTold)
        return;
    m_notices.push_back({m_now, fires ? NoticeReason::Firing : NoticeReason::Resolved, alert.group,
                         fires ? one : none, fires ? none : one});
    alert.isTold = fires;
    if (fires)
        m_groups.noteTold(alert.group, m_now);
}

std::vector<NoticeState> AlertEngine::statesOf(const Labels &group)
{
    std::vector<NoticeState> states;
    for (Alert *alert : m_noted) {
        if (alert->group == group)
            states.push_back(
                {&alert->labels, isActive(alert->condition), !alert->suppressedBy.empty(), &alert->isTold});
    }
    return states;
}

void AlertEngine::tell(NoticeReason reason, Alert &alert)
{
    m_notices.push_back({m_now, reason, alert.group, {alert.labels}, {}});
    alert.isTold = true;
    m_groups.noteTold(alert.group, m_now);
}

void AlertEngine::tellNewAtOnce(Alert &alert)
{
    if (!alert.isTold && alert.suppressedBy.empty())
        tell(NoticeGroups::reasonForNew(statesOf(alert.group)), alert);
}

/// The rest waits for its group, or was never told of.
void AlertEngine::tellResolvedAtOnce(Alert &alert)
{
    const bool isFlapping = has(alert.suppressedBy, SuppressorKind::Flapping);
    if (!alert.isTold || isFlapping)
        return;
    if (alert.suppressedBy.empty() && alert.severity != Severity::P0)
        return;
    alert.isTold = false;
    NoticeReason reason = NoticeReason::ResolvedWasSilenced;
    if (alert.suppressedBy.empty()) {
        const std::vector<NoticeState> states = statesOf(alert.group);
        reason = NoticeGroups::reasonForNew(states) == NoticeReason::First ? NoticeReason::AllResolved
                                                                           : NoticeReason::SomeResolved;
    }
    m_notices.push_back({m_now, reason, alert.group, {}, {alert.labels}});
}

} // namespace stratadeck
