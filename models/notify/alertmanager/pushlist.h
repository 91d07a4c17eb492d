// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/notify/alertmessage.h"

namespace stratadeck {

/// Which of our alerts an Alertmanager has to be told of: those that fire once a minute, each time to end four
/// minutes later unless told again; those that are resolved for five minutes more. One thread.
class PushList
{
public:
    /// A new state of an alert. False when Alertmanager would take none of the alerts with it, because a
    /// label's name is none there; it is left out.
    bool put(const AlertMessage &alert, TimePoint now);
    /// What to send now: all of it when something is new or a minute has passed, else nothing.
    std::vector<AlertMessage> due(TimePoint now) const;
    /// What due(now) gave has arrived.
    void sent(TimePoint now);

    bool holds(const QString &fingerprint) const { return m_alerts.contains(fingerprint); }

private:
    struct Entry {
        AlertMessage alert;
        TimePoint changedAt{};
        bool isNews = true;
    };
    std::map<QString, Entry> m_alerts; ///< by fingerprint
    std::optional<TimePoint> m_sentAt;
};

/// The body of a push.
QByteArray pushJson(const std::vector<AlertMessage> &alerts, TimePoint now);

} // namespace stratadeck
