// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/notify/alertmanager/webhookinbox.h"

#include <algorithm>

namespace stratadeck {

namespace {

constexpr std::size_t kMostKeys = 8;

} // namespace

// Of one start, what is resolved came last.
bool WebhookInbox::isOlder(const Key &one, const Key &than)
{
    return one < than;
}

WebhookInbox::Standing WebhookInbox::standingOf(const ForeignAlert &alert) const
{
    const auto entry = m_entries.constFind(alert.fingerprint);
    if (entry == m_entries.constEnd())
        return Standing::New;
    const Key key(alert.startsAt, alert.status);
    if (std::ranges::find(entry->seen, key) != entry->seen.end())
        return Standing::Duplicate;
    return isOlder(key, entry->newest) ? Standing::Late : Standing::New;
}

void WebhookInbox::note(const ForeignAlert &alert)
{
    const Key key(alert.startsAt, alert.status);
    const auto known = m_entries.find(alert.fingerprint);
    Entry entry;
    if (known != m_entries.end()) {
        entry = *known;
        m_byAge.erase(entry.age);
    }
    if (entry.seen.empty() || isOlder(entry.newest, key))
        entry.newest = key;
    if (std::ranges::find(entry.seen, key) == entry.seen.end())
        entry.seen.push_back(key);
    if (entry.seen.size() > kMostKeys)
        entry.seen.pop_front();
    entry.age = m_nextAge++;
    m_byAge.emplace(entry.age, alert.fingerprint);
    m_entries.insert(alert.fingerprint, entry);
    if (m_byAge.size() > m_most) {
        m_entries.remove(m_byAge.begin()->second);
        m_byAge.erase(m_byAge.begin());
    }
}

} // namespace stratadeck
