// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alert/noticegroups.h"
#include "models/alert/severity.h"

#include <vector>

namespace stratadeck {

/// One alert as every channel tells of it. Texts are of strangers: never markup, never trusted in length.
struct AlertMessage {
    enum class Status : quint8 { Firing, Resolved };

    Labels labels;
    Labels annotations;
    Severity severity = Severity::P2;
    Status status = Status::Firing;
    TimePoint startsAt{};
    std::optional<TimePoint> endsAt; ///< of a resolved one
    QString fingerprint;             ///< as Alertmanager makes it
    int incident = 0;

    bool isFiring() const { return status == Status::Firing; }
    bool operator==(const AlertMessage &) const = default;
};

/// What people are told at once: the alerts of one group.
struct NoticeMessage {
    TimePoint at{};
    NoticeReason reason{};
    Labels group;
    std::vector<AlertMessage> alerts;

    bool isFiring() const; ///< any of its alerts
    bool operator==(const NoticeMessage &) const = default;
};

/// The worst of those that fire, else the worst of all; P3 without any.
Severity worstOf(const NoticeMessage &notice);

/// The labels without empty ones: Alertmanager takes a label that is empty for one that is missing, so only
/// these give the same fingerprint there.
Labels withoutEmpty(const Labels &labels);

} // namespace stratadeck
