// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/notify/alertmanager/alertmanagerlink.h"
#include "tests/support/fakeserver.h"
#include "tests/support/noticemaker.h"

#include <QByteArrayList>
#include <QJsonDocument>
#include <QSignalSpy>
#include <atomic>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestAlertmanagerLink : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void pullsPushesAndLeavesOutItsOwn();
    void staleAndFreshAgain();
    void silences();
    void acknowledgementIsMirrored();
    void endsWhileItIsAsking();
};

namespace {

/// As much of an Alertmanager as the link asks for.
struct FakeAlertmanager {
    std::mutex mutex;
    QByteArray alerts = "[]";
    std::atomic<bool> isDown = false;
    FakeWeb web{[this](const WebRequest &request) { return answer(request); }};

    WebReply answer(const WebRequest &request)
    {
        if (isDown)
            return {500, "down"};
        const std::scoped_lock lock(mutex);
        if (request.method == "GET")
            return {200, request.target.startsWith("/api/v2/alerts") ? alerts : QByteArray("[]")};
        if (request.method == "POST" && request.target == "/api/v2/silences")
            return {200, "{\"silenceID\":\"made-1\"}"};
        return {200, "{}"};
    }
    void setAlerts(const QByteArray &json)
    {
        const std::scoped_lock lock(mutex);
        alerts = json;
    }
    QByteArrayList bodies(const QByteArray &method, const QByteArray &target) const
    {
        QByteArrayList all;
        for (const WebRequest &request : web.requests()) {
            if (request.method == method && request.target.startsWith(target))
                all.append(request.body);
        }
        return all;
    }
    AlertmanagerSettings settings() const
    {
        AlertmanagerSettings some;
        some.endpoint.url = web.url();
        some.pullInterval = 10ms;
        return some;
    }
};

QByteArray alertJson(const AlertMessage &alert)
{
    return "{\"labels\":{\"alertname\":\"" + labelOf(alert.labels, u"alertname"_s).toUtf8() + "\",\"host\":\""
           + labelOf(alert.labels, u"host"_s).toUtf8()
           + "\"},\"annotations\":{},\"startsAt\":\"2023-11-14T22:13:20.000Z\",\"endsAt\":\"2099-01-01T00:00:"
             "00Z\","
             "\"status\":{\"state\":\"active\",\"silencedBy\":[],\"inhibitedBy\":[]},\"fingerprint\":\"x\"}";
}

} // namespace

void TestAlertmanagerLink::pullsPushesAndLeavesOutItsOwn()
{
    FakeAlertmanager there;
    const SystemClock clock;
    AlertmanagerLink link(there.settings(), clock);
    std::vector<PulledChanges> changes;
    connect(&link, &AlertmanagerLink::alertsChanged, this,
            [&changes](const PulledChanges &some) { changes.push_back(some); });
    const QSignalSpy pushed(&link, &AlertmanagerLink::pushed);
    link.push(firingAlert(1));
    QTRY_COMPARE(pushed.size(), 1);
    there.setAlerts('[' + alertJson(firingAlert(1)) + ',' + alertJson(firingAlert(2)) + ']');
    QTRY_COMPARE(changes.size(), 1);
    QCOMPARE(changes[0].fired.size(), 1);
    QCOMPARE(changes[0].fired[0].alert.fingerprint, firingAlert(2).fingerprint);
    QVERIFY(!link.isStale());
    const QJsonDocument body = QJsonDocument::fromJson(there.bodies("POST", "/api/v2/alerts").value(0));
    QCOMPARE(body[0]["labels"_L1]["host"_L1].toString(), u"h1"_s);
    link.push(resolved(firingAlert(1)));
    QTRY_COMPARE(pushed.size(), 2);
    there.setAlerts("[]");
    QTRY_COMPARE(changes.size(), 2);
    QCOMPARE(changes[1].gone.size(), 1);
}

void TestAlertmanagerLink::staleAndFreshAgain()
{
    FakeAlertmanager there;
    there.isDown = true;
    const SystemClock clock;
    AlertmanagerLink link(there.settings(), clock);
    const QSignalSpy stale(&link, &AlertmanagerLink::wentStale);
    const QSignalSpy fresh(&link, &AlertmanagerLink::becameFresh);
    const QSignalSpy pushFailed(&link, &AlertmanagerLink::pushFailed);
    link.push(firingAlert(1));
    QTRY_VERIFY(!stale.isEmpty());
    QTRY_VERIFY(!pushFailed.isEmpty());
    QVERIFY(link.isStale());
    there.isDown = false;
    QTRY_COMPARE(fresh.size(), 1);
    QVERIFY(!link.isStale());
    QTRY_VERIFY(there.bodies("POST", "/api/v2/alerts").size() >= 2); // what failed is pushed again
}

void TestAlertmanagerLink::silences()
{
    FakeAlertmanager there;
    const SystemClock clock;
    AlertmanagerLink link(there.settings(), clock);
    QStringList ids;
    connect(&link, &AlertmanagerLink::silencePut, this,
            [&ids](const ForeignSilence &silence) { ids.append(silence.id); });
    const QSignalSpy ended(&link, &AlertmanagerLink::silenceEnded);
    const QSignalSpy failed(&link, &AlertmanagerLink::silenceFailed);
    ForeignSilence silence;
    silence.matchers = {{u"host"_s, u"h1"_s}};
    link.putSilence(silence);
    QTRY_COMPARE(ids, QStringList{u"made-1"_s});
    link.endSilence(u"made-1"_s);
    QTRY_COMPARE(ended.size(), 1);
    QCOMPARE(there.bodies("DELETE", "/api/v2/silence/made-1").size(), 1);
    link.endSilence(u"../alerts"_s);
    QTRY_COMPARE(failed.size(), 1);
    there.isDown = true;
    link.putSilence(silence);
    QTRY_COMPARE(failed.size(), 2);
}

void TestAlertmanagerLink::acknowledgementIsMirrored()
{
    FakeAlertmanager there;
    const SystemClock clock;
    AlertmanagerLink link(there.settings(), clock);
    link.acknowledged(firingAlert(1).labels, u"alice"_s, {});
    QTRY_COMPARE(there.bodies("POST", "/api/v2/silences").size(), 1);
    link.acknowledgementEnded(firingAlert(1).labels);
    QTRY_COMPARE(there.bodies("DELETE", "/api/v2/silence/made-1").size(), 1);
}

void TestAlertmanagerLink::endsWhileItIsAsking()
{
    std::atomic<bool> isAsked = false;
    FakeServer stuck([&isAsked](Conversation &client) {
        client.readLine();
        isAsked = true;
        client.read(1'000'000);
    });
    AlertmanagerSettings settings;
    settings.endpoint.url = stuck.url();
    settings.endpoint.deadline = 1h;
    const SystemClock clock;
    const AlertmanagerLink link(settings, clock);
    QTRY_VERIFY(isAsked);
}

QTEST_GUILESS_MAIN(TestAlertmanagerLink)
#include "tst_alertmanagerlink.moc"
