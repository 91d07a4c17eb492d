// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alert/condition.h"
#include "models/alert/flapdetector.h"
#include "models/alert/incident.h"
#include "models/alert/suppression.h"

namespace stratadeck {

/// What another program says of an alert beyond its labels.
struct ForeignWord {
    QString origin; ///< who says so, in a word
    Labels annotations;
    bool isSeverityGuessed = false; ///< its own word for it means nothing to us

    bool isEmpty() const { return origin.isEmpty() && annotations.empty() && !isSeverityGuessed; }
    bool operator==(const ForeignWord &) const = default;
};

/// All there is to know of an alert, so that another run of the program can go on with it.
struct AlertState {
    Labels labels;
    Severity severity = Severity::P2;
    Condition condition = Condition::Inactive;
    Handling handling = Handling::New;
    std::vector<Suppressor> suppressedBy;
    std::optional<int> incident;         ///< the newest
    std::optional<TimePoint> ackEnds;    ///< while acknowledged
    std::optional<TimePoint> escalateAt; ///< while nobody has responded
    std::optional<ConditionMemory> rule; ///< of an alert that a rule judges; else another program says so
    std::optional<FlapDetector::Memory> flaps;
    ForeignWord foreign; ///< of one that another program says
    int escalations = 0;
    bool isAckSticky = false;
    bool isTold = false; ///< somebody was told that it fires, and not yet that it is resolved
    bool isFlapStartTold = false;

    bool operator==(const AlertState &) const = default;
};

/// An alert as the board shows it.
struct AlertView {
    Labels labels;
    Severity severity = Severity::P2;
    Condition condition = Condition::Inactive;
    Handling handling = Handling::New;
    std::vector<Suppressor> suppressedBy;
    QString badge;                         ///< one word for all of it
    std::optional<TimePoint> due;          ///< absent once responded, and while the clock is paused
    std::optional<Milliseconds> remaining; ///< until due, negative when overdue; absent once responded
    bool breached = false;
};

/// `incident` is the alert's newest while it is open or can be reopened, else null. `p0Grace` as in
/// AlertSettings.
AlertView viewOf(const AlertState &alert, const Incident *incident, TimePoint now, Milliseconds p0Grace);

/// How long after `due` an incident is overdue.
Milliseconds graceOf(Severity severity, Milliseconds p0Grace);

} // namespace stratadeck
