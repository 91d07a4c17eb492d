// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/notify/alertmanager/webhookmessage.h"

#include "models/base/jsonview.h"
#include "models/notify/alertmanager/foreignjson.h"

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongestBody = 1024 * 1024;
constexpr std::size_t kMostAlerts = 5000;

ForeignAlert alertOf(const JsonView &json)
{
    ForeignAlert alert;
    alert.labels = withoutEmpty(foreignLabelsOf(json["labels"_L1]));
    if (alert.labels.empty())
        json["labels"_L1].reject(u"expected labels"_s);
    alert.annotations = foreignLabelsOf(json["annotations"_L1]);
    const QString status = json["status"_L1].text();
    if (status == "resolved"_L1)
        alert.status = AlertMessage::Status::Resolved;
    else if (status != "firing"_L1)
        json["status"_L1].reject(u"expected firing or resolved"_s);
    alert.startsAt = timeOf(json["startsAt"_L1]).value_or(TimePoint{});
    if (!alert.isFiring())
        alert.endsAt = optionalTimeOf(json["endsAt"_L1]);
    alert.generatorUrl = json["generatorURL"_L1].text(QString()).left(kLongestForeignText);
    alert.fingerprint = fingerprintOf(alert.labels);
    return alert;
}

} // namespace

Result<WebhookMessage> parseWebhook(const QByteArray &body)
{
    if (body.size() > kLongestBody)
        return fail(Error::Kind::Invalid, u"document: expected at most 1 MiB"_s, u"document"_s);
    const Result<QJsonValue> root = JsonView::parse(body);
    if (!root)
        return tl::unexpected(root.error());
    JsonProblem problem;
    const JsonView json(*root, {}, problem);
    if (json["version"_L1].text() != "4"_L1)
        json["version"_L1].reject(u"expected \"4\""_s);
    WebhookMessage message;
    message.groupKey = json["groupKey"_L1].text(QString()).left(kLongestForeignText);
    message.receiver = json["receiver"_L1].text(QString()).left(kLongestForeignText);
    message.group = foreignLabelsOf(json["groupLabels"_L1]);
    if (!json["truncatedAlerts"_L1].isMissing())
        message.truncatedAlerts = json["truncatedAlerts"_L1].integerIn(0, 1'000'000'000);
    const std::vector<JsonView> alerts = json["alerts"_L1].items();
    if (alerts.size() > kMostAlerts)
        json["alerts"_L1].reject(u"expected at most %1"_s.arg(kMostAlerts));
    for (std::size_t i = 0; i < alerts.size() && !problem.found(); ++i)
        message.alerts.push_back(alertOf(alerts[i]));
    if (problem.found())
        return tl::unexpected(problem.error());
    return message;
}

} // namespace stratadeck
