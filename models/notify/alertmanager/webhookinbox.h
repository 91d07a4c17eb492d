// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/notify/alertmanager/webhookmessage.h"

#include <QHash>
#include <deque>

namespace stratadeck {

/// Knows which alerts of a webhook were told before: each is delivered at least once, in no order. An alert is
/// known by fingerprint, start and status. One thread.
class WebhookInbox
{
public:
    enum class Standing : quint8 {
        New,
        Duplicate,
        Late, ///< older than what is known of the alert: belongs into its history, changes nothing
    };

    /// Of the fingerprints, those that were noted longest ago are forgotten beyond `most`.
    explicit WebhookInbox(std::size_t most = 20'000)
        : m_most(most)
    {
    }

    Standing standingOf(const ForeignAlert &alert) const;
    /// It has been stored.
    void note(const ForeignAlert &alert);
    std::size_t size() const { return m_byAge.size(); }

private:
    using Key = std::pair<TimePoint, AlertMessage::Status>;
    struct Entry {
        Key newest;
        std::deque<Key> seen; ///< the last few
        quint64 age = 0;
    };
    static bool isOlder(const Key &one, const Key &than);

    std::size_t m_most;
    QHash<QString, Entry> m_entries; ///< by fingerprint
    std::map<quint64, QString> m_byAge;
    quint64 m_nextAge = 1;
};

} // namespace stratadeck
