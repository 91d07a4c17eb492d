// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/notify/deliver/mailtarget.h"
#include "models/notify/deliver/webhooktarget.h"
#include "tests/support/fakeserver.h"
#include "tests/support/noticemaker.h"
#include "tests/support/verify.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <atomic>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(stratadeck::Attempt::Outcome)

class TestDeliveryTargets : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void webhookIsWhatAlertmanagerSends();
    void webhookArrives();
    void webhookStatuses_data();
    void webhookStatuses();
    void webhookAddresses_data();
    void webhookAddresses();
    void webhookThatIsStuck();
    void webhookIsGivenUpWhenWeEnd();
    void mailArrives();
    void mailReplies_data();
    void mailReplies();
    void mailIsNotSentInTheClear();
    void mailSettings_data();
    void mailSettings();
    void nobodyListens();
};

namespace {

using Outcome = Attempt::Outcome;

MailTarget mailTo(quint16 port, MailServer::Security security = MailServer::Security::None)
{
    MailServer server;
    server.host = u"127.0.0.1"_s;
    server.port = port;
    server.security = security;
    server.user = u"me"_s;
    server.password = u"secret"_s;
    return {u"mail"_s, server, {u"from@example.org"_s, {u"a@example.org"_s, u"b@example.org"_s}}};
}

/// A port of the loopback address that nobody listens at any more.
quint16 deadPort()
{
    return FakeServer([](Conversation &) {}).port();
}

} // namespace

void TestDeliveryTargets::webhookIsWhatAlertmanagerSends()
{
    NoticeMessage notice = noticeOf({firingAlert(1), resolved(firingAlert(2))});
    notice.group = {{u"alertname"_s, u"Cpu\"High\"\\\n"_s}};
    const QJsonObject json = QJsonDocument::fromJson(webhookJson(notice, u"ops"_s)).object();
    QCOMPARE(json["version"_L1].toString(), u"4"_s);
    QCOMPARE(json["groupKey"_L1].toString(), u"{}:{alertname=\"Cpu\\\"High\\\"\\\\\\n\"}"_s);
    QCOMPARE(json["status"_L1].toString(), u"firing"_s);
    QCOMPARE(json["receiver"_L1].toString(), u"ops"_s);
    QCOMPARE(json["truncatedAlerts"_L1].toInt(-1), 0);
    QCOMPARE(json["commonLabels"_L1].toObject(), (QJsonObject{{u"alertname"_s, u"CpuHigh"_s}}));
    QCOMPARE(json["commonAnnotations"_L1].toObject(), (QJsonObject{{u"summary"_s, u"processor is busy"_s}}));
    const QJsonValue fires = json["alerts"_L1][0];
    QCOMPARE(fires["status"_L1].toString(), u"firing"_s);
    QCOMPARE(fires["endsAt"_L1].toString(), u"0001-01-01T00:00:00Z"_s);
    QCOMPARE(fires["startsAt"_L1].toString(), u"2023-11-14T22:13:20.000Z"_s);
    QCOMPARE(fires["fingerprint"_L1].toString(), firingAlert(1).fingerprint);
    const QJsonValue over = json["alerts"_L1][1];
    QCOMPARE(over["status"_L1].toString(), u"resolved"_s);
    QCOMPARE(over["endsAt"_L1].toString(), u"2023-11-14T22:18:20.000Z"_s);
    const NoticeMessage many = noticeOf(std::vector<AlertMessage>(1200, firingAlert(1)));
    const QJsonObject cut = QJsonDocument::fromJson(webhookJson(many, u"ops"_s)).object();
    QCOMPARE(cut["truncatedAlerts"_L1].toInt(), 200);
    QCOMPARE(cut["alerts"_L1].toArray().size(), 1000);
}

void TestDeliveryTargets::webhookArrives()
{
    FakeWeb web([](const WebRequest &) { return WebReply{}; });
    WebEndpoint endpoint;
    endpoint.url = web.url() + u"/hook?team=ops"_s;
    endpoint.bearer = "token";
    WebhookTarget target(u"ops"_s, endpoint);
    const QByteArray payload = target.payloadOf(noticeOf({firingAlert(1)}));
    QCOMPARE(target.send(payload, {}).outcome, Outcome::Delivered);
    const QList<WebRequest> requests = web.requests();
    QCOMPARE(requests.size(), 1);
    QCOMPARE(requests[0].method, QByteArray("POST"));
    QCOMPARE(requests[0].target, QByteArray("/hook?team=ops"));
    QCOMPARE(requests[0].headers.value("authorization"), QByteArray("Bearer token"));
    QCOMPARE(requests[0].headers.value("content-type"), QByteArray("application/json"));
    QCOMPARE(requests[0].body, payload);
}

void TestDeliveryTargets::webhookStatuses_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<Outcome>("outcome");
    for (const int good : {200, 202, 204})
        QTest::addRow("%d", good) << good << Outcome::Delivered;
    for (const int no : {301, 400, 401, 403, 404, 410, 422})
        QTest::addRow("%d", no) << no << Outcome::Refused;
    for (const int later : {429, 500, 502, 503})
        QTest::addRow("%d", later) << later << Outcome::Later;
}

void TestDeliveryTargets::webhookStatuses()
{
    QFETCH(int, status);
    QFETCH(Outcome, outcome);
    FakeWeb web([status](const WebRequest &) {
        return WebReply{status, "no", "Retry-After: 17\r\nLocation: /elsewhere\r\n"};
    });
    WebEndpoint endpoint;
    endpoint.url = web.url();
    const Attempt attempt = WebhookTarget(u"ops"_s, endpoint).send("{}", {});
    QCOMPARE(attempt.outcome, outcome);
    QCOMPARE(web.requests().size(), 1);
    if (outcome == Outcome::Later)
        QCOMPARE(attempt.retryAfter.count(), 17'000);
}

void TestDeliveryTargets::webhookAddresses_data()
{
    QTest::addColumn<QString>("url");
    QTest::newRow("file") << u"file:///etc/passwd"_s;
    QTest::newRow("ftp") << u"ftp://127.0.0.1/"_s;
    QTest::newRow("password") << u"http://me:secret@127.0.0.1/"_s;
    QTest::newRow("no host") << u"http://"_s;
    QTest::newRow("empty") << QString();
}

void TestDeliveryTargets::webhookAddresses()
{
    QFETCH(QString, url);
    WebEndpoint endpoint;
    endpoint.url = url;
    VERIFY_FAILS(callWeb(endpoint, WebMethod::Post, {}, "{}", {}), Error::Kind::Invalid);
    endpoint.url = u"http://127.0.0.1:1"_s;
    endpoint.bearer = "a\r\nX-Other: b";
    VERIFY_FAILS(callWeb(endpoint, WebMethod::Post, {}, "{}", {}), Error::Kind::Invalid);
}

void TestDeliveryTargets::webhookThatIsStuck()
{
    FakeServer server([](Conversation &client) { client.read(1'000'000); });
    WebEndpoint endpoint;
    endpoint.url = server.url();
    endpoint.deadline = 200ms;
    const Attempt attempt = WebhookTarget(u"ops"_s, endpoint).send("{}", {});
    QCOMPARE(attempt.outcome, Outcome::Later);
    QCOMPARE(attempt.error.kind, Error::Kind::Timeout);
}

void TestDeliveryTargets::webhookIsGivenUpWhenWeEnd()
{
    std::stop_source stop;
    FakeServer server([&stop](Conversation &client) {
        client.readLine();
        stop.request_stop();
        client.read(1'000'000);
    });
    WebEndpoint endpoint;
    endpoint.url = server.url();
    endpoint.deadline = 1h;
    QCOMPARE(WebhookTarget(u"ops"_s, endpoint).send("{}", stop.get_token()).outcome, Outcome::Stopped);
}

void TestDeliveryTargets::mailArrives()
{
    FakeMail server;
    MailTarget target = mailTo(server.port());
    AlertMessage alert = firingAlert(1);
    alert.labels[u"alertname"_s] = u"处理器"_s;
    const QByteArray payload = target.payloadOf(noticeOf({alert}));
    const Attempt attempt = target.send(payload, {});
    QVERIFY2(attempt.outcome == Outcome::Delivered, qPrintable(attempt.error.what));
    const QList<FakeMail::Mail> mails = server.mails();
    QCOMPARE(mails.size(), 1);
    QVERIFY(mails[0].from.startsWith("<from@example.org>"));
    QCOMPARE(mails[0].to.size(), 2);
    QVERIFY(mails[0].to[1].startsWith("<b@example.org>"));
    QCOMPARE(mails[0].text, payload);
}

void TestDeliveryTargets::mailReplies_data()
{
    QTest::addColumn<QByteArray>("command");
    QTest::addColumn<QByteArray>("reply");
    QTest::addColumn<Outcome>("outcome");
    QTest::newRow("greylisted") << QByteArray("RCPT") << QByteArray("451 later") << Outcome::Later;
    QTest::newRow("no such user") << QByteArray("RCPT") << QByteArray("550 no such user") << Outcome::Refused;
    QTest::newRow("full") << QByteArray("DATA") << QByteArray("452 full") << Outcome::Later;
    QTest::newRow("not from you") << QByteArray("MAIL") << QByteArray("553 not you") << Outcome::Refused;
    QTest::newRow("password") << QByteArray("AUTH") << QByteArray("535 wrong") << Outcome::Refused;
}

void TestDeliveryTargets::mailReplies()
{
    QFETCH(QByteArray, command);
    QFETCH(QByteArray, reply);
    QFETCH(Outcome, outcome);
    FakeMail server({{command, reply}});
    MailTarget target = mailTo(server.port());
    const Attempt attempt = target.send(target.payloadOf(noticeOf({firingAlert(1)})), {});
    QVERIFY2(attempt.outcome == outcome, qPrintable(attempt.error.what));
    QVERIFY(server.mails().isEmpty());
}

void TestDeliveryTargets::mailIsNotSentInTheClear()
{
    FakeMail server; // has no TLS
    MailTarget target = mailTo(server.port(), MailServer::Security::StartTls);
    const Attempt attempt = target.send(target.payloadOf(noticeOf({firingAlert(1)})), {});
    QVERIFY(attempt.outcome != Outcome::Delivered);
    QVERIFY(server.mails().isEmpty());
    for (const QByteArray &command : server.commands())
        QVERIFY2(!command.startsWith("AUTH") && !command.startsWith("MAIL"), command.constData());
}

void TestDeliveryTargets::mailSettings_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("to");
    QTest::newRow("password in the clear") << u"mail.example.org"_s << u"me"_s << u"a@b.c"_s;
    QTest::newRow("host with more") << u"127.0.0.1/x"_s << QString() << u"a@b.c"_s;
    QTest::newRow("user with more") << u"127.0.0.1"_s << u"me\r\nRCPT TO:<x@y.z>"_s << u"a@b.c"_s;
    QTest::newRow("address with more") << u"127.0.0.1"_s << QString() << u"a@b.c>\r\nDATA"_s;
}

void TestDeliveryTargets::mailSettings()
{
    QFETCH(QString, host);
    QFETCH(QString, user);
    QFETCH(QString, to);
    FakeMail server;
    MailServer settings;
    settings.host = host;
    settings.port = server.port();
    settings.security = MailServer::Security::None;
    settings.user = user;
    MailTarget target(u"mail"_s, settings, {u"from@b.c"_s, {to}});
    QCOMPARE(target.send("text", {}).outcome, Outcome::Refused);
    QVERIFY(server.commands().isEmpty());
}

void TestDeliveryTargets::nobodyListens()
{
    const quint16 port = deadPort();
    MailTarget mail = mailTo(port);
    const Attempt attempt = mail.send(mail.payloadOf(noticeOf({firingAlert(1)})), {});
    QCOMPARE(attempt.outcome, Outcome::Later);
    QCOMPARE(attempt.error.kind, Error::Kind::Unreachable);
    WebEndpoint endpoint;
    endpoint.url = u"http://127.0.0.1:%1"_s.arg(port);
    QCOMPARE(WebhookTarget(u"ops"_s, endpoint).send("{}", {}).outcome, Outcome::Later);
}

QTEST_GUILESS_MAIN(TestDeliveryTargets)
#include "tst_deliverytargets.moc"
