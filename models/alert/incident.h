// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alert/labels.h"
#include "models/alert/respondclock.h"

namespace stratadeck {

/// What somebody has made of an alert: the second of its axes.
enum class Handling : quint8 { New, Acked, Escalated, Resolved, Reopened };
QString toWord(Handling handling);

/// One time that an alert fired until it was resolved for good; a refire soon after reopens it.
struct Incident {
    int id = 0;
    Labels labels;
    Severity severity = Severity::P2;
    TimePoint firedAt{};
    std::optional<double> value;      ///< of what the rule watches, when it fired
    std::optional<TimePoint> ackedAt; ///< the first time
    QString ackedBy;                  ///< the last time, like the note
    QString note;
    std::optional<TimePoint> resolvedAt;
    int reopenCount = 0;
    RespondClock clock;
    std::optional<TimePoint> breachAt; ///< when it became overdue; stays
    std::optional<int> previous;       ///< the incident that the same alert had before

    bool operator==(const Incident &) const = default;
};

/// Lengths of time in seconds; absent without a case.
struct TimeStatistics {
    int count = 0;
    std::optional<double> mean;
    std::optional<double> median;
    std::optional<double> p90; ///< nine of ten were as quick; by linear interpolation, as the median
};

/// How quickly incidents were answered and resolved, from their firing.
struct IncidentStatistics {
    TimeStatistics toAcknowledge; ///< of those that were
    TimeStatistics toResolve;
    TimeStatistics toResolveByHuman; ///< of those that somebody had acknowledged
    int resolvedUnacknowledged = 0;
    int open = 0;
    int breached = 0; ///< nobody responded in time
};
IncidentStatistics statisticsOf(const std::vector<const Incident *> &incidents);
IncidentStatistics statisticsOf(const std::vector<Incident> &incidents);

} // namespace stratadeck
