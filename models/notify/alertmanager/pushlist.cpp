// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/notify/alertmanager/pushlist.h"

#include "models/notify/rfc3339.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <algorithm>

namespace stratadeck {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr Milliseconds kInterval = 60s;
constexpr Milliseconds kFiresFor = 4min;
constexpr Milliseconds kResolvedFor = 5min;
constexpr std::size_t kMostAtOnce = 5000;

bool isName(const QString &name)
{
    static const QRegularExpression shape(u"^[a-zA-Z_][a-zA-Z0-9_]*\\z"_s);
    return shape.match(name).hasMatch();
}

QJsonObject jsonOf(const Labels &labels)
{
    QJsonObject json;
    for (const auto &[name, value] : labels) {
        if (isName(name))
            json[name] = value;
    }
    return json;
}

} // namespace

bool PushList::put(const AlertMessage &alert, TimePoint now)
{
    AlertMessage kept = alert;
    kept.labels = withoutEmpty(alert.labels);
    kept.fingerprint = fingerprintOf(kept.labels);
    const bool isGood = !kept.labels.empty() && std::ranges::all_of(kept.labels, [](const auto &label) {
        return isName(label.first);
    });
    const auto known = m_alerts.find(kept.fingerprint);
    if (!isGood || (known == m_alerts.end() && !alert.isFiring()))
        return isGood; // it was never told that it fires
    if (known != m_alerts.end() && known->second.alert == kept)
        return true;
    m_alerts[kept.fingerprint] = {kept, now, true};
    return true;
}

std::vector<AlertMessage> PushList::due(TimePoint now) const
{
    const bool hasNews = std::ranges::any_of(m_alerts, [](const auto &one) { return one.second.isNews; });
    // A clock that was set back must not keep alerts from being told until it has caught up.
    const bool isTime = !m_sentAt || now - *m_sentAt >= kInterval || now < *m_sentAt;
    std::vector<AlertMessage> all;
    if (!hasNews && !isTime)
        return all;
    for (const auto &[fingerprint, entry] : m_alerts) {
        if (all.size() < kMostAtOnce)
            all.push_back(entry.alert);
    }
    return all;
}

void PushList::sent(TimePoint now)
{
    m_sentAt = now;
    for (auto &[fingerprint, entry] : m_alerts)
        entry.isNews = false;
    std::erase_if(m_alerts, [now](const auto &one) {
        return !one.second.alert.isFiring() && now - one.second.changedAt >= kResolvedFor;
    });
}

QByteArray pushJson(const std::vector<AlertMessage> &alerts, TimePoint now)
{
    QJsonArray all;
    for (const AlertMessage &alert : alerts) {
        // An end before the start is refused, and the whole push with it.
        const TimePoint end = alert.isFiring() ? std::max(now, alert.startsAt) + kFiresFor
                                               : std::max(alert.endsAt.value_or(now), alert.startsAt);
        all.append(QJsonObject{{u"labels"_s, jsonOf(alert.labels)},
                               {u"annotations"_s, jsonOf(withoutEmpty(alert.annotations))},
                               {u"startsAt"_s, toRfc3339(alert.startsAt)},
                               {u"endsAt"_s, toRfc3339(end)}});
    }
    return QJsonDocument(all).toJson(QJsonDocument::Compact);
}

} // namespace stratadeck
