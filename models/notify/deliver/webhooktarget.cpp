// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/notify/deliver/webhooktarget.h"

#include "models/notify/rfc3339.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kMostAlerts = 1000;

QJsonObject jsonOf(const Labels &labels)
{
    QJsonObject json;
    for (const auto &[name, value] : labels)
        json[name] = value;
    return json;
}

/// What all of them have with the same value.
Labels common(const std::vector<AlertMessage> &alerts, Labels AlertMessage::*which)
{
    if (alerts.empty())
        return {};
    Labels shared = alerts.front().*which;
    for (const AlertMessage &alert : alerts) {
        const Labels &own = alert.*which;
        std::erase_if(shared, [&own](const auto &label) {
            const auto found = own.find(label.first);
            return found == own.end() || found->second != label.second;
        });
    }
    return shared;
}

QJsonObject jsonOf(const AlertMessage &alert)
{
    return {{u"status"_s, alert.isFiring() ? u"firing"_s : u"resolved"_s},
            {u"labels"_s, jsonOf(alert.labels)},
            {u"annotations"_s, jsonOf(alert.annotations)},
            {u"startsAt"_s, toRfc3339(alert.startsAt)},
            {u"endsAt"_s, alert.endsAt ? toRfc3339(*alert.endsAt) : u"0001-01-01T00:00:00Z"_s},
            {u"generatorURL"_s, QString()},
            {u"fingerprint"_s, alert.fingerprint}};
}

/// "{}:{alertname=\"X\"}", as Alertmanager names the groups of its root route.
QString groupKey(const Labels &group)
{
    QStringList labels;
    for (const auto &[name, value] : group) {
        QString escaped = value;
        escaped.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s).replace(u'\n', u"\\n"_s);
        labels.append(name + u"=\""_s + escaped + u'"');
    }
    return u"{}:{"_s + labels.join(u", "_s) + u'}';
}

} // namespace

QByteArray webhookJson(const NoticeMessage &notice, const QString &receiver)
{
    QJsonArray alerts;
    for (const AlertMessage &alert : notice.alerts) {
        if (alerts.size() < static_cast<qsizetype>(kMostAlerts))
            alerts.append(jsonOf(alert));
    }
    const auto truncated = static_cast<qint64>(notice.alerts.size()) - alerts.size();
    const QJsonObject json{{u"version"_s, u"4"_s},
                           {u"groupKey"_s, groupKey(notice.group)},
                           {u"truncatedAlerts"_s, truncated},
                           {u"status"_s, notice.isFiring() ? u"firing"_s : u"resolved"_s},
                           {u"receiver"_s, receiver},
                           {u"groupLabels"_s, jsonOf(notice.group)},
                           {u"commonLabels"_s, jsonOf(common(notice.alerts, &AlertMessage::labels))},
                           {u"commonAnnotations"_s, jsonOf(common(notice.alerts, &AlertMessage::annotations))},
                           {u"externalURL"_s, QString()},
                           {u"notification_reason"_s, toWord(notice.reason)},
                           {u"alerts"_s, alerts}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

Attempt WebhookTarget::send(const QByteArray &payload, const std::stop_token &stop)
{
    const Result<WebAnswer> answer = callWeb(m_endpoint, WebMethod::Post, {}, payload, stop);
    if (!answer) {
        const Error &error = answer.error();
        if (error.kind == Error::Kind::Cancelled)
            return {Attempt::Outcome::Stopped, error, {}};
        // What is wrong with an address or a certificate may be put right while this waits.
        return {Attempt::Outcome::Later, error, {}};
    }
    if (answer->status >= 200 && answer->status < 300)
        return {};
    const bool isWorthIt = answer->status == 429 || answer->status >= 500;
    return {isWorthIt ? Attempt::Outcome::Later : Attempt::Outcome::Refused,
            {isWorthIt ? Error::Kind::Unreachable : Error::Kind::Invalid,
             u"%1: HTTP status %2"_s.arg(m_endpoint.url).arg(answer->status), m_endpoint.url},
            answer->retryAfter};
}

} // namespace stratadeck
