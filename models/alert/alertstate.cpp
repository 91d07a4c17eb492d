// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alert/alertstate.h"

#include <algorithm>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

/// Flapping never hides what is unavailable.
bool isHidden(const AlertState &alert)
{
    return std::ranges::any_of(alert.suppressedBy, [&](const Suppressor &one) {
        return one.kind != SuppressorKind::Flapping || alert.severity != Severity::P0;
    });
}

} // namespace

Milliseconds graceOf(Severity severity, Milliseconds p0Grace)
{
    return severity == Severity::P0 ? p0Grace : Milliseconds(0);
}

AlertView viewOf(const AlertState &alert, const Incident *incident, TimePoint now, Milliseconds p0Grace)
{
    AlertView view{alert.labels, alert.severity, alert.condition, alert.handling, alert.suppressedBy, {}, {},
                   {},           false};
    if (alert.handling == Handling::Resolved && !incident)
        view.handling = Handling::New; // another incident is about to begin
    if (incident) {
        const RespondClock &clock = incident->clock;
        const bool runs = !clock.isStopped();
        view.breached =
            incident->breachAt
            || (runs && !clock.isPaused() && clock.due(now) + graceOf(alert.severity, p0Grace) <= now);
        if (runs)
            view.remaining = clock.remaining(now);
        if (runs && !clock.isPaused())
            view.due = clock.due(now);
    }
    const bool isResolved = view.handling == Handling::Resolved;
    view.badge = !isResolved && isHidden(alert) ? u"suppressed"_s : toWord(view.handling);
    return view;
}

} // namespace stratadeck
