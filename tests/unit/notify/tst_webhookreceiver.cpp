// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/notify/alertmanager/webhookreceiver.h"
#include "models/notify/deliver/webcall.h"
#include "models/notify/deliver/webhooktarget.h"
#include "tests/support/noticemaker.h"
#include "tests/support/verify.h"

#include <QTcpSocket>
#include <QTest>
#include <atomic>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;

using Standing = WebhookInbox::Standing;
Q_DECLARE_METATYPE(stratadeck::WebhookInbox::Standing)

class TestWebhookReceiver : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsWhatAlertmanagerSends();
    void refusesWhatItDoesNot_data();
    void refusesWhatItDoesNot();
    void intake_data();
    void intake();
    void tokenComesBeforeTheBody();
    void standings();
    void forgetsTheOldest();
    void answers();
    void duplicatesAndLateOnes();
    void busyComesAgain();
    void largeBodyIsRefusedBeforeItIsSent();
    void manyClientsThatSayNothing();
    void needsATokenAndAPort();
};

namespace {

const QByteArray kToken = "0123456789abcdef";

QByteArray alertJson(const char *status, const char *start, const char *name = "X", const char *more = "")
{
    return QByteArray("{\"status\":\"") + status + "\",\"labels\":{\"alertname\":\"" + name
           + "\",\"severity\":\"warning\"},\"annotations\":{\"summary\":\"s\"},\"startsAt\":\"" + start
           + "\",\"endsAt\":\"0001-01-01T00:00:00Z\",\"generatorURL\":\"http://p/g\",\"fingerprint\":\"f\""
           + more + "}";
}

QByteArray webhook(const QByteArray &alerts, const char *version = "4", const char *more = "")
{
    return QByteArray("{\"receiver\":\"r\",\"status\":\"firing\",\"alerts\":[") + alerts
           + "],\"groupLabels\":{\"alertname\":\"X\"},\"commonLabels\":{},\"commonAnnotations\":{},"
             "\"externalURL\":\"http://am\",\"version\":\""
           + version + "\",\"groupKey\":\"{}:{}\",\"truncatedAlerts\":0" + more + "}";
}

constexpr char kStart[] = "2026-11-30T12:00:00.123456789Z";

QByteArray request(const QByteArray &body, const QByteArray &headers = {},
                   const QByteArray &line = "POST / HTTP/1.1")
{
    return line + "\r\nHost: x\r\nAuthorization: Bearer " + kToken + "\r\n" + headers
           + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

struct Room {
    std::mutex mutex;
    std::vector<WebhookArrival> arrivals;
    std::atomic<bool> isBusy = false;
    std::unique_ptr<WebhookReceiver> receiver;

    Room()
    {
        auto listening = WebhookReceiver::listen(0, kToken, [this](const auto &news, int) {
            if (isBusy)
                return WebhookReceiver::Intake::Busy;
            const std::scoped_lock lock(mutex);
            arrivals.insert(arrivals.end(), news.begin(), news.end());
            return WebhookReceiver::Intake::Stored;
        });
        if (!listening)
            qFatal("%s", qPrintable(listening.error().what));
        receiver = std::move(*listening);
    }
    int post(const QByteArray &body, const QByteArray &token = kToken) const
    {
        WebEndpoint endpoint;
        endpoint.url = u"http://127.0.0.1:%1"_s.arg(receiver->port());
        endpoint.bearer = token;
        const auto answer = callWeb(endpoint, WebMethod::Post, u"/webhook"_s, body, {});
        return answer ? answer->status : -1;
    }
    // "X firing", "X resolved late", ...
    QString words()
    {
        const std::scoped_lock lock(mutex);
        QStringList all;
        for (const WebhookArrival &arrival : arrivals) {
            all.append(labelOf(arrival.alert.labels, u"alertname"_s)
                       + (arrival.alert.isFiring() ? u" firing"_s : u" resolved"_s)
                       + (arrival.isLate ? u" late"_s : QString()));
        }
        return all.join(u", "_s);
    }
};

} // namespace

void TestWebhookReceiver::readsWhatAlertmanagerSends()
{
    const auto message =
        parseWebhook(webhook(alertJson("firing", kStart), "4", ",\"notification_reason\":[1]"));
    VERIFY_OK(message);
    QCOMPARE(message->receiver, u"r"_s);
    QCOMPARE(message->group, (Labels{{u"alertname"_s, u"X"_s}}));
    QCOMPARE(message->alerts.size(), 1);
    const ForeignAlert &alert = message->alerts[0];
    QVERIFY(alert.isFiring());
    QVERIFY(!alert.endsAt);
    QCOMPARE(toMillis(alert.startsAt), 1'796'040'000'123LL);
    QCOMPARE(alert.fingerprint, fingerprintOf(alert.labels)); // not what was told
    // Ours has the same form.
    const NoticeMessage ours = noticeOf({firingAlert(1), resolved(firingAlert(2))});
    const auto again = parseWebhook(webhookJson(ours, u"r"_s));
    VERIFY_OK(again);
    for (std::size_t i = 0; i < ours.alerts.size(); ++i) {
        QCOMPARE(again->alerts[i].fingerprint, ours.alerts[i].fingerprint);
        QCOMPARE(again->alerts[i].labels, ours.alerts[i].labels);
        QCOMPARE(again->alerts[i].startsAt, ours.alerts[i].startsAt);
        QCOMPARE(again->alerts[i].endsAt, ours.alerts[i].endsAt);
    }
}

void TestWebhookReceiver::refusesWhatItDoesNot_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("place");
    const QByteArray good = alertJson("firing", kStart);
    QTest::newRow("empty") << QByteArray() << u"document"_s;
    QTest::newRow("broken") << webhook(good).chopped(3) << u"document"_s;
    QTest::newRow("a list") << QByteArray("[]") << u"version"_s;
    QTest::newRow("version 3") << webhook(good, "3") << u"version"_s;
    QTest::newRow("status") << webhook(alertJson("perhaps", kStart)) << u"alerts[0].status"_s;
    QTest::newRow("second status") << webhook(good + ',' + alertJson("", kStart)) << u"alerts[1].status"_s;
    QTest::newRow("time") << webhook(alertJson("firing", "yesterday")) << u"alerts[0].startsAt"_s;
    QTest::newRow("no time") << webhook(alertJson("firing", "0001-01-01T00:00:00Z")) << u"alerts[0].startsAt"_s;
    QTest::newRow("labels") << webhook("{\"status\":\"firing\",\"labels\":[],\"startsAt\":\""
                                       + QByteArray(kStart) + "\"}")
                            << u"alerts[0].labels"_s;
    QTest::newRow("label") << webhook("{\"status\":\"firing\",\"labels\":{\"a\":1},\"startsAt\":\""
                                      + QByteArray(kStart) + "\"}")
                           << u"alerts[0].labels"_s;
    QTest::newRow("no labels") << webhook("{\"status\":\"firing\",\"labels\":{},\"startsAt\":\""
                                          + QByteArray(kStart) + "\"}")
                               << u"alerts[0].labels"_s;
    QTest::newRow("deep") << QByteArray(100'000, '[') << u"document"_s;
    QTest::newRow("more than 1 MiB") << QByteArray(1024 * 1024 + 1, ' ') << u"document"_s;
}

void TestWebhookReceiver::refusesWhatItDoesNot()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, place);
    const auto message = parseWebhook(body);
    VERIFY_FAILS(message, Error::Kind::Invalid);
    QCOMPARE(message.error().subject, place);
}

void TestWebhookReceiver::intake_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("status"); // 0: complete, -1: waits for more
    QTest::newRow("whole") << request("{}") << 0;
    QTest::newRow("empty body") << request("") << 0;
    QTest::newRow("the other path") << request("{}", {}, "POST /webhook HTTP/1.1") << 0;
    QTest::newRow("half") << request("{}").chopped(1) << -1;
    QTest::newRow("half a head") << request("{}").left(30) << -1;
    QTest::newRow("nothing") << QByteArray() << -1;
    QTest::newRow("no token") << QByteArray("POST / HTTP/1.1\r\nContent-Length: 2\r\n\r\n{}") << 401;
    QTest::newRow("wrong token") << request("{}").replace(kToken, "0123456789abcdeF") << 401;
    QTest::newRow("longer token") << request("{}").replace(kToken, kToken + "0") << 401;
    QTest::newRow("other scheme") << request("{}").replace("Bearer", "Basic") << 401;
    QTest::newRow("small letters") << request("{}").replace("Authorization: Bearer", "authorization:bearer")
                                   << 0;
    QTest::newRow("path") << request("{}", {}, "POST /etc HTTP/1.1") << 404;
    QTest::newRow("method") << request("{}", {}, "GET / HTTP/1.1") << 405;
    QTest::newRow("not HTTP") << request("{}", {}, "SSH-2.0-OpenSSH") << 400;
    QTest::newRow("HTTP/2") << request("{}", {}, "POST / HTTP/2.0") << 400;
    QTest::newRow("two lengths") << request("{}", "Content-Length: 3\r\n") << 400;
    QTest::newRow("two tokens") << request("{}", "Authorization: Bearer x\r\n") << 401;
    QTest::newRow("length and chunks") << request("{}", "Transfer-Encoding: chunked\r\n") << 411;
    QTest::newRow("no length") << request("").replace("Content-Length", "X-Length") << 411;
    QTest::newRow("negative") << request("{}").replace("Length: 2", "Length: -2") << 400;
    QTest::newRow("huge") << request("{}").replace("Length: 2", "Length: 99999999999999999999") << 400;
    QTest::newRow("1 MiB") << request("").replace("Length: 0", "Length: 1048576") << -1;
    QTest::newRow("more than 1 MiB") << request("").replace("Length: 0", "Length: 1048577") << 413;
    QTest::newRow("expectation") << request("{}", "Expect: cake\r\n") << 417;
    QTest::newRow("blank in a name") << request("{}", "X : y\r\n") << 400;
    QTest::newRow("endless head") << request("{}", "X: " + QByteArray(20'000, 'y') + "\r\n") << 431;
    QTest::newRow("endless line") << QByteArray(1'000'000, 'P') << 431;
}

void TestWebhookReceiver::intake()
{
    QFETCH(QByteArray, text);
    QFETCH(int, status);
    HttpIntake whole(kToken);
    whole.feed(text);
    HttpIntake bytes(kToken);
    for (const char &byte : text)
        bytes.feed(QByteArrayView(&byte, 1));
    for (const HttpIntake *intake : {&whole, &bytes}) {
        if (status == 0) {
            QCOMPARE(intake->state(), HttpIntake::State::Complete);
            QCOMPARE(intake->body(), text.mid(text.indexOf("\r\n\r\n") + 4));
        } else if (status < 0) {
            QCOMPARE(intake->state(), HttpIntake::State::Reading);
        } else {
            QCOMPARE(intake->state(), HttpIntake::State::Refused);
            QCOMPARE(intake->status(), status);
        }
    }
}

void TestWebhookReceiver::tokenComesBeforeTheBody()
{
    HttpIntake intake(kToken);
    intake.feed("POST / HTTP/1.1\r\nAuthorization: Bearer no\r\nContent-Length: 1000000\r\n\r\n");
    QCOMPARE(intake.status(), 401);
    HttpIntake withoutToken{QByteArray()};
    withoutToken.feed("POST / HTTP/1.1\r\nAuthorization: Bearer \r\nContent-Length: 0\r\n\r\n");
    QCOMPARE(withoutToken.status(), 401);
    HttpIntake waits(kToken);
    waits.feed(request("", "Expect: 100-continue\r\n").replace("Length: 0", "Length: 5"));
    QVERIFY(waits.takeContinue());
    QVERIFY(!waits.takeContinue());
}

void TestWebhookReceiver::standings()
{
    const auto alert = [](AlertMessage::Status status, qint64 start) {
        ForeignAlert some;
        some.status = status;
        some.startsAt = fromMillis(start);
        some.fingerprint = u"f"_s;
        return some;
    };
    using Status = AlertMessage::Status;
    WebhookInbox inbox;
    QCOMPARE(inbox.standingOf(alert(Status::Firing, 5)), Standing::New);
    inbox.note(alert(Status::Firing, 5));
    QCOMPARE(inbox.standingOf(alert(Status::Firing, 5)), Standing::Duplicate);
    QCOMPARE(inbox.standingOf(alert(Status::Resolved, 5)), Standing::New);
    QCOMPARE(inbox.standingOf(alert(Status::Resolved, 4)), Standing::Late);
    inbox.note(alert(Status::Resolved, 9)); // its firing is still under way
    QCOMPARE(inbox.standingOf(alert(Status::Firing, 9)), Standing::Late);
    inbox.note(alert(Status::Firing, 9));
    QCOMPARE(inbox.standingOf(alert(Status::Firing, 9)), Standing::Duplicate);
    QCOMPARE(inbox.standingOf(alert(Status::Resolved, 9)), Standing::Duplicate);
    QCOMPARE(inbox.standingOf(alert(Status::Firing, 10)), Standing::New);
}

void TestWebhookReceiver::forgetsTheOldest()
{
    WebhookInbox inbox(2);
    ForeignAlert alert;
    for (const QString &fingerprint : {u"a"_s, u"b"_s, u"a"_s, u"c"_s}) {
        alert.fingerprint = fingerprint;
        inbox.note(alert);
    }
    QCOMPARE(inbox.size(), 2);
    alert.fingerprint = u"b"_s;
    QCOMPARE(inbox.standingOf(alert), Standing::New);
    alert.fingerprint = u"a"_s;
    QCOMPARE(inbox.standingOf(alert), Standing::Duplicate);
}

void TestWebhookReceiver::answers()
{
    Room room;
    QCOMPARE(room.post(webhook(alertJson("firing", kStart))), 200);
    QCOMPARE(room.post(webhook(alertJson("firing", kStart)), "no"), 401);
    QCOMPARE(room.post(webhook(alertJson("firing", kStart), "5")), 400);
    QCOMPARE(room.post("{"), 400);
    QCOMPARE(room.post(QByteArray(1024 * 1024 + 1, ' ')), 413);
    QCOMPARE(room.words(), u"X firing"_s);
    const std::map<int, qint64> expected{{200, 1}, {400, 2}, {401, 1}, {413, 1}};
    QVERIFY(room.receiver->answers() == expected);
}

void TestWebhookReceiver::duplicatesAndLateOnes()
{
    Room room;
    const char later[] = "2026-11-30T13:00:00Z";
    QCOMPARE(room.post(webhook(alertJson("firing", kStart) + ',' + alertJson("firing", kStart, "Y"))), 200);
    QCOMPARE(room.post(webhook(alertJson("firing", kStart) + ',' + alertJson("resolved", kStart, "Y"))), 200);
    QCOMPARE(room.post(webhook(alertJson("resolved", later))), 200);
    QCOMPARE(room.post(webhook(alertJson("firing", later))), 200);
    QCOMPARE(room.post(webhook(alertJson("resolved", kStart))), 200);
    QCOMPARE(room.words(), u"X firing, Y firing, Y resolved, X resolved, X firing late, X resolved late"_s);
}

void TestWebhookReceiver::busyComesAgain()
{
    Room room;
    room.isBusy = true;
    QCOMPARE(room.post(webhook(alertJson("firing", kStart))), 503);
    room.isBusy = false;
    QCOMPARE(room.post(webhook(alertJson("firing", kStart))), 200);
    QCOMPARE(room.words(), u"X firing"_s);
}

void TestWebhookReceiver::largeBodyIsRefusedBeforeItIsSent()
{
    const Room room;
    QTcpSocket client;
    client.connectToHost(u"127.0.0.1"_s, room.receiver->port());
    QVERIFY(client.waitForConnected());
    client.write("POST / HTTP/1.1\r\nAuthorization: Bearer " + kToken
                 + "\r\nContent-Length: 999999999\r\n\r\n");
    QTRY_VERIFY(client.waitForReadyRead(100) || client.bytesAvailable() > 0);
    QVERIFY(client.readAll().startsWith("HTTP/1.1 413 "));
}

void TestWebhookReceiver::manyClientsThatSayNothing()
{
    Room room;
    std::vector<std::unique_ptr<QTcpSocket>> silent;
    for (int i = 0; i < 40; ++i) {
        silent.push_back(std::make_unique<QTcpSocket>());
        silent.back()->connectToHost(u"127.0.0.1"_s, room.receiver->port());
        QVERIFY(silent.back()->waitForConnected());
        silent.back()->write("POST / HTTP/1.1\r\n");
    }
    QCOMPARE(room.post(webhook(alertJson("firing", kStart))), 200);
}

void TestWebhookReceiver::needsATokenAndAPort()
{
    const auto handler = [](const auto &, int) { return WebhookReceiver::Intake::Stored; };
    VERIFY_FAILS(WebhookReceiver::listen(0, {}, handler), Error::Kind::Invalid);
    const auto first = WebhookReceiver::listen(0, kToken, handler);
    VERIFY_OK(first);
    VERIFY_FAILS(WebhookReceiver::listen((*first)->port(), kToken, handler), Error::Kind::Busy);
}

QTEST_GUILESS_MAIN(TestWebhookReceiver)
#include "tst_webhookreceiver.moc"
