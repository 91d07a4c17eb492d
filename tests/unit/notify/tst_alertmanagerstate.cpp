// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/notify/alertmanager/ackmirror.h"
#include "models/notify/alertmanager/pulledalerts.h"
#include "models/notify/alertmanager/pushlist.h"
#include "models/notify/alertmanager/severitymap.h"
#include "tests/support/noticemaker.h"
#include "tests/support/verify.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestAlertmanagerState : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void severities();
    void readsAlerts();
    void readsSilences();
    void refusesWrongAnswers();
    void goneAfterTwoPulls();
    void failedPullChangesNothing();
    void pushesOnceAMinute();
    void resendsWhatIsResolved();
    void pushesOnlyWhatIsTaken();
    void pushHasAnEnd();
    void ackBecomesASilence();
    void ackCanBeSwitchedOff();
    void ackEndsWhileItIsMade();
};

namespace {

constexpr TimePoint kNow = fromMillis(1'700'000'600'000);

PulledAlert pulled(const QString &name)
{
    PulledAlert alert;
    alert.alert.labels = {{u"alertname"_s, name}};
    alert.alert.fingerprint = fingerprintOf(alert.alert.labels);
    alert.state = PulledAlert::State::Active;
    return alert;
}

QStringList namesOf(const std::vector<PulledAlert> &alerts)
{
    QStringList names;
    for (const PulledAlert &alert : alerts)
        names.append(labelOf(alert.alert.labels, u"alertname"_s));
    return names;
}

} // namespace

void TestAlertmanagerState::severities()
{
    const SeverityMap map;
    QCOMPARE(map.of({{u"severity"_s, u"critical"_s}}).severity, Severity::P1);
    QCOMPARE(map.of({{u"severity"_s, u"Warning"_s}}).severity, Severity::P2);
    QCOMPARE(map.of({{u"severity"_s, u"info"_s}}).severity, Severity::P3);
    QCOMPARE(map.of({{u"severity"_s, u"P0"_s}}).severity, Severity::P0);
    for (const Labels &unknown : {Labels{}, Labels{{u"severity"_s, QString(1'000'000, u'x')}}}) {
        QCOMPARE(map.of(unknown).severity, Severity::P2);
        QVERIFY(!map.of(unknown).isKnown);
    }
    const SeverityMap own({{u"Page"_s, Severity::P0}});
    QCOMPARE(own.of({{u"severity"_s, u"page"_s}}).severity, Severity::P0);
    QVERIFY(!own.of({{u"severity"_s, u"critical"_s}}).isKnown);
}

void TestAlertmanagerState::readsAlerts()
{
    const auto alerts = parseAlerts(R"([{"annotations":{"summary":"s"},"endsAt":"2099-01-01T00:00:00.000Z",
        "fingerprint":"x","receivers":[{"name":"r"}],"startsAt":"2023-11-14T22:13:20.000Z",
        "status":{"inhibitedBy":[],"silencedBy":["id-1"],"state":"suppressed"},"updatedAt":"2023-11-14T22:13:20.000Z",
        "generatorURL":"http://p","labels":{"alertname":"X","empty":""}}])");
    VERIFY_OK(alerts);
    const PulledAlert &alert = alerts->front();
    QVERIFY(alert.alert.isFiring()); // its end lies ahead
    QVERIFY(!alert.alert.endsAt);
    QCOMPARE(alert.state, PulledAlert::State::Suppressed);
    QCOMPARE(alert.silencedBy, QStringList{u"id-1"_s});
    QVERIFY(alert.mutedBy.isEmpty());
    QCOMPARE(alert.alert.fingerprint, fingerprintOf({{u"alertname"_s, u"X"_s}}));
}

void TestAlertmanagerState::readsSilences()
{
    ForeignSilence silence{{},
                           {{u"host"_s, u"h.*"_s, true, false}},
                           kNow,
                           kNow + 1h,
                           u"me"_s,
                           u"why \"x\""_s,
                           ForeignSilence::State::Active};
    const QByteArray json = silenceJson(silence);
    QVERIFY(!json.contains("\"id\""));
    silence.id = u"abc"_s;
    const QByteArray known = silenceJson(silence);
    const auto read =
        parseSilences('[' + known.chopped(1) + R"(,"status":{"state":"pending"},"updatedAt":"x"}])");
    VERIFY_OK(read);
    silence.state = ForeignSilence::State::Pending;
    QVERIFY(read->front() == silence);
}

void TestAlertmanagerState::refusesWrongAnswers()
{
    for (const QByteArray &body :
         {QByteArray(), QByteArray("{}"), QByteArray("[1]"), QByteArray("[{}]"),
          QByteArray("[{\"labels\":{\"a\":\"b\"},\"startsAt\":\"x\",\"status\":{}}]")}) {
        VERIFY_FAILS(parseAlerts(body), Error::Kind::Invalid);
        VERIFY_FAILS(parseSilences(body), Error::Kind::Invalid);
    }
}

void TestAlertmanagerState::goneAfterTwoPulls()
{
    PulledAlerts known;
    QCOMPARE(namesOf(known.take({pulled(u"A"_s), pulled(u"B"_s)}).fired).size(), 2);
    QVERIFY(known.take({pulled(u"A"_s), pulled(u"B"_s)}).isEmpty());
    QVERIFY(known.take({pulled(u"A"_s)}).isEmpty()); // missing once may be chance
    QVERIFY(known.take({pulled(u"A"_s), pulled(u"B"_s)}).isEmpty());
    QVERIFY(known.take({pulled(u"A"_s)}).isEmpty());
    QCOMPARE(namesOf(known.take({pulled(u"A"_s)}).gone), QStringList{u"B"_s});
    QCOMPARE(namesOf(known.alerts()), QStringList{u"A"_s});
    PulledAlert silenced = pulled(u"A"_s);
    silenced.state = PulledAlert::State::Suppressed;
    QCOMPARE(namesOf(known.take({silenced}).changed), QStringList{u"A"_s});
    QCOMPARE(namesOf(known.take({silenced, pulled(u"B"_s)}).fired), QStringList{u"B"_s});
}

void TestAlertmanagerState::failedPullChangesNothing()
{
    PulledAlerts known;
    known.take({pulled(u"A"_s)});
    known.take({});
    for (int i = 0; i < 10; ++i)
        known.failed();
    QVERIFY(known.isStale());
    QCOMPARE(namesOf(known.alerts()), QStringList{u"A"_s});
    QCOMPARE(namesOf(known.take({}).gone), QStringList{u"A"_s}); // the second good one
    QVERIFY(!known.isStale());
}

void TestAlertmanagerState::pushesOnceAMinute()
{
    PushList list;
    QVERIFY(list.due(kNow).empty());
    QVERIFY(list.put(firingAlert(1), kNow));
    QCOMPARE(list.due(kNow).size(), 1);
    QCOMPARE(list.due(kNow + 1s).size(), 1); // has not arrived yet
    list.sent(kNow + 1s);
    QVERIFY(list.due(kNow + 60s).empty());
    QCOMPARE(list.due(kNow + 61s).size(), 1);
    list.put(firingAlert(2), kNow + 2s);
    QCOMPARE(list.due(kNow + 2s).size(), 2);
    list.sent(kNow + 2s);
    list.put(firingAlert(2), kNow + 3s); // nothing new
    QVERIFY(list.due(kNow + 3s).empty());
    QCOMPARE(list.due(kNow - 1h).size(), 2); // the clock was set back
}

void TestAlertmanagerState::resendsWhatIsResolved()
{
    PushList list;
    list.put(resolved(firingAlert(9)), kNow); // nobody there knows of it
    QVERIFY(list.due(kNow).empty());
    list.put(firingAlert(1), kNow);
    list.sent(kNow);
    list.put(resolved(firingAlert(1)), kNow + 10s);
    QCOMPARE(list.due(kNow + 10s).size(), 1);
    QVERIFY(!list.due(kNow + 10s)[0].isFiring());
    for (int seconds = 10; seconds < 310; seconds += 60) {
        list.sent(kNow + std::chrono::seconds(seconds));
        QVERIFY(list.holds(firingAlert(1).fingerprint));
    }
    list.sent(kNow + 310s);
    QVERIFY(!list.holds(firingAlert(1).fingerprint));
}

void TestAlertmanagerState::pushesOnlyWhatIsTaken()
{
    PushList list;
    AlertMessage odd = firingAlert(1);
    odd.labels[u"not a name"_s] = u"x"_s;
    QVERIFY(!list.put(odd, kNow));
    QVERIFY(!list.put(AlertMessage(), kNow));
    QVERIFY(list.due(kNow).empty());
    AlertMessage empty = firingAlert(2);
    empty.labels[u"rack"_s] = QString();
    QVERIFY(list.put(empty, kNow));
    QCOMPARE(list.due(kNow)[0].fingerprint, firingAlert(2).fingerprint);
}

void TestAlertmanagerState::pushHasAnEnd()
{
    AlertMessage odd = firingAlert(2);
    odd.annotations[u"bad name"_s] = u"x"_s;
    AlertMessage future = resolved(firingAlert(3));
    future.endsAt = future.startsAt - 1h;
    const QJsonDocument json = QJsonDocument::fromJson(pushJson({firingAlert(1), odd, future}, kNow));
    QCOMPARE(json[0]["endsAt"_L1].toString(), u"2023-11-14T22:27:20.000Z"_s); // kNow + 4 min
    QCOMPARE(json[1]["annotations"_L1].toObject().keys(), QStringList{u"summary"_s});
    QCOMPARE(json[2]["endsAt"_L1].toString(), json[2]["startsAt"_L1].toString());
}

void TestAlertmanagerState::ackBecomesASilence()
{
    AckMirror mirror;
    const Labels labels = firingAlert(1).labels;
    mirror.acknowledged(labels, u"alice"_s, u"on it"_s);
    auto steps = mirror.due(kNow);
    QCOMPARE(steps.size(), 1);
    auto put = std::get<AckMirror::Put>(steps[0]);
    QCOMPARE(put.silence.matchers.size(), 2);
    QCOMPARE(put.silence.endsAt, kNow + 15min);
    QCOMPARE(put.silence.createdBy, u"alice"_s);
    QVERIFY(put.silence.id.isEmpty());
    mirror.wasPut(put, u"s1"_s);
    QVERIFY(mirror.due(kNow + 9min).empty());
    put = std::get<AckMirror::Put>(mirror.due(kNow + 10min).at(0)); // longer, in good time
    QCOMPARE(put.silence.id, u"s1"_s);
    QCOMPARE(put.silence.startsAt, kNow);
    QCOMPARE(put.silence.endsAt, kNow + 25min);
    mirror.wasPut(put, u"s1"_s);
    // Nobody could be asked until it had run out: another one.
    put = std::get<AckMirror::Put>(mirror.due(kNow + 1h).at(0));
    QVERIFY(put.silence.id.isEmpty());
    mirror.wasPut(put, u"s2"_s);
    mirror.ended(labels);
    const auto end = std::get<AckMirror::End>(mirror.due(kNow + 1h).at(0));
    QCOMPARE(end.id, u"s2"_s);
    mirror.wasEnded(end);
    QVERIFY(mirror.due(kNow + 2h).empty());
    mirror.acknowledged({}, u"alice"_s, {}); // would silence everything
    QVERIFY(mirror.due(kNow + 2h).empty());
}

void TestAlertmanagerState::ackCanBeSwitchedOff()
{
    AckMirror mirror;
    mirror.acknowledged(firingAlert(1).labels, {}, {});
    mirror.wasPut(std::get<AckMirror::Put>(mirror.due(kNow).at(0)), u"s1"_s);
    mirror.acknowledged(firingAlert(2).labels, {}, {});
    mirror.setEnabled(false);
    const auto steps = mirror.due(kNow);
    QCOMPARE(steps.size(), 1);
    QCOMPARE(std::get<AckMirror::End>(steps[0]).id, u"s1"_s);
    mirror.acknowledged(firingAlert(3).labels, {}, {});
    QCOMPARE(mirror.due(kNow).size(), 1);
}

void TestAlertmanagerState::ackEndsWhileItIsMade()
{
    AckMirror mirror;
    mirror.acknowledged(firingAlert(1).labels, {}, {});
    const auto put = std::get<AckMirror::Put>(mirror.due(kNow).at(0));
    mirror.ended(firingAlert(1).labels);
    QVERIFY(mirror.due(kNow).empty());
    mirror.wasPut(put, u"s1"_s);
    QCOMPARE(std::get<AckMirror::End>(mirror.due(kNow).at(0)).id, u"s1"_s);
}

QTEST_GUILESS_MAIN(TestAlertmanagerState)
#include "tst_alertmanagerstate.moc"
