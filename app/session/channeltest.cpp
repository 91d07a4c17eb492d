// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/channeltest.h"

#include "models/notify/alertmanager/amapi.h"
#include "models/notify/deliver/webhooktarget.h"

#include <QCoreApplication>
#include <chrono>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(ChannelTest)
};

NoticeMessage testNotice()
{
    AlertMessage alert;
    alert.labels = {{u"alertname"_s, u"StratadeckTest"_s}};
    alert.annotations = {{u"summary"_s, Tr::tr("This is a test of Stratadeck. Nothing has happened.")}};
    alert.severity = Severity::P3;
    alert.startsAt = std::chrono::time_point_cast<Milliseconds>(std::chrono::system_clock::now());
    alert.fingerprint = fingerprintOf(alert.labels);
    return {alert.startsAt, NoticeReason::First, alert.labels, {alert}};
}

Result<> sendTest(DeliveryTarget &target, const std::stop_token &stop)
{
    const Attempt attempt = target.send(target.payloadOf(testNotice()), stop);
    if (attempt.outcome == Attempt::Outcome::Delivered)
        return {};
    return tl::unexpected(attempt.error);
}

} // namespace

Result<> testWeb(const NotifySettings::Web &web, const QString &token, const std::stop_token &stop)
{
    WebEndpoint endpoint;
    endpoint.url = web.url;
    endpoint.bearer = token.toUtf8();
    WebhookTarget target(web.url, endpoint);
    return sendTest(target, stop);
}

Result<> testMail(const NotifySettings::Mail &mail, const QString &password, const std::stop_token &stop)
{
    MailTarget target(mail.host,
                      {mail.host, static_cast<quint16>(mail.port), mail.security, mail.user, password, {}},
                      {mail.from, mail.to});
    return sendTest(target, stop);
}

Result<> testAlertmanager(const NotifySettings::Alertmanager &alertmanager, const QString &token,
                          const std::stop_token &stop)
{
    WebEndpoint endpoint;
    endpoint.url = alertmanager.url;
    endpoint.bearer = token.toUtf8();
    endpoint.longestAnswer = kLongestAlertmanagerAnswer;
    return AlertmanagerApi(endpoint).alerts(stop).map([](const auto &) {});
}

Result<> testReceiver(int port, const QString &token, const std::stop_token &stop)
{
    WebEndpoint endpoint;
    endpoint.url = u"http://127.0.0.1:%1"_s.arg(port);
    endpoint.bearer = token.toUtf8();
    WebhookTarget target(u"stratadeck"_s, endpoint);
    NoticeMessage nothing = testNotice();
    nothing.alerts.clear();
    return callWeb(endpoint, WebMethod::Post, u"/webhook"_s, target.payloadOf(nothing), stop)
        .and_then([](const WebAnswer &answer) -> Result<> {
            if (answer.status == 200)
                return {};
            return fail(Error::Kind::Denied, u"The receiver answers %1"_s.arg(answer.status));
        });
}

} // namespace stratadeck
