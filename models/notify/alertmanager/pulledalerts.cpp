// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/notify/alertmanager/pulledalerts.h"

namespace stratadeck {

namespace {

constexpr int kMissingUntilGone = 2;

} // namespace

PulledChanges PulledAlerts::take(const std::vector<PulledAlert> &alerts)
{
    m_isStale = false;
    PulledChanges changes;
    for (auto &[fingerprint, known] : m_known)
        ++known.missing;
    for (const PulledAlert &alert : alerts) {
        const auto [known, isNew] = m_known.try_emplace(alert.alert.fingerprint, Known{alert, 0});
        known->second.missing = 0;
        if (isNew) {
            changes.fired.push_back(alert);
        } else if (known->second.alert != alert) {
            known->second.alert = alert;
            changes.changed.push_back(alert);
        }
    }
    for (auto known = m_known.begin(); known != m_known.end();) {
        if (known->second.missing < kMissingUntilGone) {
            ++known;
            continue;
        }
        changes.gone.push_back(known->second.alert);
        known = m_known.erase(known);
    }
    return changes;
}

std::vector<PulledAlert> PulledAlerts::alerts() const
{
    std::vector<PulledAlert> all;
    for (const auto &[fingerprint, known] : m_known)
        all.push_back(known.alert);
    return all;
}

} // namespace stratadeck
