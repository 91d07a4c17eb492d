// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/notify/alertmanager/amapi.h"

#include "models/notify/alertmanager/foreignjson.h"
#include "models/notify/rfc3339.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongestAnswer = qsizetype(16) * 1024 * 1024;
constexpr std::size_t kMostItems = 50'000;

QStringList texts(const JsonView &json)
{
    QStringList all;
    if (json.isNull())
        return all;
    for (const JsonView &item : json.items(true))
        all.append(item.text().left(kLongestForeignText));
    return all;
}

PulledAlert alertOf(const JsonView &json)
{
    PulledAlert pulled;
    pulled.alert.labels = withoutEmpty(foreignLabelsOf(json["labels"_L1]));
    if (pulled.alert.labels.empty())
        json["labels"_L1].reject(u"expected labels"_s);
    pulled.alert.annotations = foreignLabelsOf(json["annotations"_L1]);
    pulled.alert.startsAt = timeOf(json["startsAt"_L1]).value_or(TimePoint{});
    pulled.alert.generatorUrl = json["generatorURL"_L1].text(QString()).left(kLongestForeignText);
    pulled.alert.fingerprint = fingerprintOf(pulled.alert.labels);
    const JsonView status = json["status"_L1];
    const QString state = status["state"_L1].text();
    pulled.state = state == "active"_L1       ? PulledAlert::State::Active
                   : state == "suppressed"_L1 ? PulledAlert::State::Suppressed
                                              : PulledAlert::State::Unprocessed;
    pulled.silencedBy = texts(status["silencedBy"_L1]);
    pulled.inhibitedBy = texts(status["inhibitedBy"_L1]);
    pulled.mutedBy = texts(status["mutedBy"_L1]);
    return pulled;
}

ForeignSilence silenceOf(const JsonView &json)
{
    ForeignSilence silence;
    silence.id = json["id"_L1].text().left(kLongestForeignText);
    for (const JsonView &matcher : json["matchers"_L1].items()) {
        silence.matchers.push_back({matcher["name"_L1].text().left(kLongestForeignText),
                                    matcher["value"_L1].text().left(kLongestForeignText),
                                    matcher["isRegex"_L1].flag(false), matcher["isEqual"_L1].flag(true)});
    }
    silence.startsAt = timeOf(json["startsAt"_L1]).value_or(TimePoint{});
    silence.endsAt = timeOf(json["endsAt"_L1]).value_or(TimePoint{});
    silence.createdBy = json["createdBy"_L1].text(QString()).left(kLongestForeignText);
    silence.comment = json["comment"_L1].text(QString()).left(kLongestForeignText);
    const QString state = json["status"_L1]["state"_L1].text();
    silence.state = state == "expired"_L1   ? ForeignSilence::State::Expired
                    : state == "pending"_L1 ? ForeignSilence::State::Pending
                                            : ForeignSilence::State::Active;
    return silence;
}

template<typename T>
Result<std::vector<T>> listOf(const QByteArray &body, T (*read)(const JsonView &))
{
    const Result<QJsonValue> root = JsonView::parse(body);
    if (!root)
        return tl::unexpected(root.error());
    JsonProblem problem;
    const JsonView json(*root, {}, problem);
    const std::vector<JsonView> items = json.items();
    if (items.size() > kMostItems)
        json.reject(u"expected at most %1"_s.arg(kMostItems));
    std::vector<T> all;
    for (std::size_t i = 0; i < items.size() && !problem.found(); ++i)
        all.push_back(read(items[i]));
    if (problem.found())
        return tl::unexpected(problem.error());
    return all;
}

Error::Kind kindOf(int status)
{
    if (status == 401 || status == 403)
        return Error::Kind::Denied;
    if (status == 404)
        return Error::Kind::NotFound;
    return status >= 500 ? Error::Kind::Unreachable : Error::Kind::Invalid;
}

bool isId(const QString &id)
{
    static const QRegularExpression shape(u"^[A-Za-z0-9-]{1,64}\\z"_s);
    return shape.match(id).hasMatch();
}

WebEndpoint withRoom(WebEndpoint endpoint)
{
    endpoint.longestAnswer = kLongestAnswer;
    return endpoint;
}

} // namespace

Result<std::vector<PulledAlert>> parseAlerts(const QByteArray &body)
{
    return listOf<PulledAlert>(body, &alertOf);
}

Result<std::vector<ForeignSilence>> parseSilences(const QByteArray &body)
{
    return listOf<ForeignSilence>(body, &silenceOf);
}

QByteArray silenceJson(const ForeignSilence &silence)
{
    QJsonArray matchers;
    for (const SilenceMatcher &matcher : silence.matchers) {
        matchers.append(QJsonObject{{u"name"_s, matcher.name},
                                    {u"value"_s, matcher.value},
                                    {u"isRegex"_s, matcher.isRegex},
                                    {u"isEqual"_s, matcher.isEqual}});
    }
    QJsonObject json{{u"matchers"_s, matchers},
                     {u"startsAt"_s, toRfc3339(silence.startsAt)},
                     {u"endsAt"_s, toRfc3339(silence.endsAt)},
                     {u"createdBy"_s, silence.createdBy},
                     {u"comment"_s, silence.comment}};
    if (!silence.id.isEmpty())
        json[u"id"_s] = silence.id;
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

AlertmanagerApi::AlertmanagerApi(WebEndpoint endpoint)
    : m_endpoint(withRoom(std::move(endpoint)))
{
}

Result<QByteArray> AlertmanagerApi::call(WebMethod method, const QString &path, const QByteArray &body,
                                         const std::stop_token &stop) const
{
    const auto answer = callWeb(m_endpoint, method, u"/api/v2"_s + path, body, stop);
    if (!answer)
        return tl::unexpected(answer.error());
    if (answer->status == 200)
        return answer->body;
    return fail(kindOf(answer->status),
                u"%1%2: HTTP status %3, %4"_s.arg(m_endpoint.url, path)
                    .arg(answer->status)
                    .arg(QString::fromUtf8(answer->body.left(500))),
                m_endpoint.url);
}

Result<std::vector<PulledAlert>> AlertmanagerApi::alerts(const std::stop_token &stop) const
{
    const QString path = u"/alerts?active=true&silenced=true&inhibited=true&unprocessed=true"_s;
    return call(WebMethod::Get, path, {}, stop).and_then(parseAlerts);
}

Result<> AlertmanagerApi::push(const QByteArray &alerts, const std::stop_token &stop) const
{
    return call(WebMethod::Post, u"/alerts"_s, alerts, stop).map([](const QByteArray &) {});
}

Result<std::vector<ForeignSilence>> AlertmanagerApi::silences(const std::stop_token &stop) const
{
    return call(WebMethod::Get, u"/silences"_s, {}, stop).and_then(parseSilences);
}

Result<QString> AlertmanagerApi::putSilence(const ForeignSilence &silence, const std::stop_token &stop) const
{
    const auto body = call(WebMethod::Post, u"/silences"_s, silenceJson(silence), stop);
    if (!body)
        return tl::unexpected(body.error());
    const QString id = QJsonDocument::fromJson(*body)["silenceID"_L1].toString();
    if (!isId(id))
        return fail(Error::Kind::Invalid, u"%1 gave a silence no id"_s.arg(m_endpoint.url), m_endpoint.url);
    return id;
}

Result<> AlertmanagerApi::endSilence(const QString &id, const std::stop_token &stop) const
{
    if (!isId(id))
        return fail(Error::Kind::Invalid, u"%1 is no id of a silence"_s.arg(id.left(64)), id.left(64));
    const auto ended = call(WebMethod::Delete, u"/silence/"_s + id, {}, stop);
    if (ended || ended.error().kind == Error::Kind::NotFound)
        return {};
    // Before version 0.27 these are 500, told apart by their words alone.
    const QString &what = ended.error().what;
    if (what.contains("already expired"_L1) || what.contains("not found"_L1))
        return {};
    return tl::unexpected(ended.error());
}

} // namespace stratadeck
