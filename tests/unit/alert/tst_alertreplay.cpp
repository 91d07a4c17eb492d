// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alert/flapdetector.h"
#include "models/alert/labels.h"
#include "models/alert/replay.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace stratadeck;
using namespace Qt::StringLiterals;

namespace {

// The answer to a replay of these events; `settings` and `rules` are JSON, too.
QJsonObject replay(const QByteArray &events, const QByteArray &rules = {}, const QByteArray &settings = "{}",
                   const QByteArray &inhibit = {})
{
    const QByteArray json = "{\"rules\":[" + rules + "],\"inhibit\":[" + inhibit + "],\"settings\":" + settings
                            + ",\"events\":[" + events + "]}";
    const Result<QJsonObject> answer = replayAlerts(json);
    if (!answer)
        QTest::qFail(qPrintable(answer.error().what), __FILE__, __LINE__);
    return answer.value_or(QJsonObject());
}

// "30 first X/ 330 all_resolved /X": time, reason, names firing / names resolved.
QString noticesOf(const QJsonObject &answer)
{
    const auto names = [](const QJsonValue &alerts) {
        QStringList all;
        for (const QJsonValue &labels : alerts.toArray())
            all.append(labels["alertname"_L1].toString());
        return all.join(u'+');
    };
    QStringList lines;
    for (const QJsonValue &notice : answer["notices"_L1].toArray()) {
        lines.append(
            u"%1 %2 %3/%4"_s.arg(notice["t"_L1].toDouble())
                .arg(notice["reason"_L1].toString(), names(notice["firing"_L1]), names(notice["resolved"_L1])));
    }
    return lines.join(u' ');
}

// The alert of the n-th observation that has this name.
QJsonObject seen(const QJsonObject &answer, int observation, const QString &name)
{
    for (const QJsonValue &alert : answer["observations"_L1][observation]["alerts"_L1].toArray()) {
        if (alert["labels"_L1]["alertname"_L1].toString() == name)
            return alert.toObject();
    }
    return {};
}

QJsonObject incident(const QJsonObject &answer, int index)
{
    return answer["incidents"_L1][index].toObject();
}

QByteArray sampleAt(int t, double value)
{
    return "{\"t\":" + QByteArray::number(t) + R"(,"sample":{"metric":"cpu","labels":{},"value":)"
           + QByteArray::number(value) + "}}";
}

const QByteArray kCpu = R"({"name":"Cpu","severity":"P3","metric":"cpu","op":">","threshold":80,"for":60,
                            "clear":75,"keep":30})";

} // namespace

/// Timelines through the alert engine; the words and rules are those of the command line contract.
class TestAlertReplay : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void pendingNeedsItsTime();
    void betweenTheThresholdsIsRecovering();
    void belowIsTheMirror();
    void noDataFollowsThePolicy();
    void groupsLikeAlertmanager();
    void refireWithinAnIntervalTellsNobody();
    void worstGoesOutAtOnce();
    void acknowledgementEndsAndExpires();
    void lateAcknowledgementIsRefused();
    void riseOfSeverityVoidsAnAcknowledgement();
    void reopensSoonAndBeginsAnewLater();
    void silenceHidesButTheClockRuns();
    void silencedAlertTellsItsEnd();
    void silenceIncludesItsEnd();
    void editedSilenceKeepsOrChangesItsId();
    void maintenancePausesTheClock();
    void overlappingPausesCountOnce();
    void rootCauseInhibits();
    void twoSidedAlertsDoNotInhibitEachOther();
    void breachIsComputedBack();
    void severityMovesTheDueTime();
    void flappingIsToldOnceAndSettled();
    void flapWeights();
    void oldChangesDropOut();
    void outOfOrderSampleChangesNothing();
    void restartRepeatsNothing();
    void meansCountOnlyWhatHappened();
    void fingerprintIsAlertmanagers();
    void wrongInputIsNamed_data();
    void wrongInputIsNamed();
    void isoTimesAreSecondsSince1970();
};

void TestAlertReplay::pendingNeedsItsTime()
{
    const QJsonObject answer =
        replay(sampleAt(0, 85) + ",{\"t\":0,\"observe\":{}}," + sampleAt(59, 85) + ",{\"t\":59,\"observe\":{}},"
                   + sampleAt(60, 85) + ",{\"t\":60,\"observe\":{}}," + sampleAt(200, 60) + ','
                   + sampleAt(300, 85) + ',' + sampleAt(310, 78) + ",{\"t\":310,\"observe\":{}}",
               kCpu);
    QCOMPARE(seen(answer, 0, u"Cpu"_s)["condition"_L1].toString(), u"pending"_s);
    QVERIFY(seen(answer, 0, u"Cpu"_s)["due"_L1].isNull());
    QCOMPARE(seen(answer, 1, u"Cpu"_s)["condition"_L1].toString(), u"pending"_s);
    QCOMPARE(seen(answer, 2, u"Cpu"_s)["condition"_L1].toString(), u"firing"_s);
    QCOMPARE(incident(answer, 0)["fired_at"_L1].toDouble(), 60.0);
    QCOMPARE(seen(answer, 2, u"Cpu"_s)["due"_L1].toDouble(), 60.0 + 86400);
    // 200 is not beyond: recovering; 300 fires again, 310 is between the thresholds.
    QCOMPARE(seen(answer, 3, u"Cpu"_s)["condition"_L1].toString(), u"recovering"_s);
    QCOMPARE(answer["incidents"_L1].toArray().size(), qsizetype(1));

    const QJsonObject nearMiss = replay(sampleAt(0, 85) + ',' + sampleAt(30, 78) + ',' + sampleAt(70, 85) + ','
                                            + sampleAt(110, 85) + ",{\"t\":110,\"observe\":{}}",
                                        kCpu);
    QVERIFY(nearMiss["incidents"_L1].toArray().isEmpty()); // 78 is not beyond: the time begins anew
    QCOMPARE(seen(nearMiss, 0, u"Cpu"_s)["condition"_L1].toString(), u"pending"_s);
}

void TestAlertReplay::betweenTheThresholdsIsRecovering()
{
    const QByteArray fires = sampleAt(0, 85) + ',' + sampleAt(60, 85) + ',';
    // Long below the threshold, but never well: 75 is.
    const QJsonObject held = replay(fires + sampleAt(100, 79) + ',' + sampleAt(500, 76), kCpu);
    QVERIFY(incident(held, 0)["resolved_at"_L1].isNull());
    const QJsonObject cleared = replay(fires + sampleAt(100, 79) + ',' + sampleAt(130, 75), kCpu);
    QCOMPARE(incident(cleared, 0)["resolved_at"_L1].toDouble(), 130.0); // the time counts from 100
    const QJsonObject tooSoon = replay(fires + sampleAt(100, 75) + ',' + sampleAt(129, 75), kCpu);
    QVERIFY(incident(tooSoon, 0)["resolved_at"_L1].isNull());
}

void TestAlertReplay::belowIsTheMirror()
{
    const QByteArray rule = R"({"name":"Free","metric":"cpu","op":"<","threshold":10,"clear":15})";
    const QJsonObject answer =
        replay(sampleAt(0, 10) + ',' + sampleAt(1, 9) + ',' + sampleAt(2, 14) + ',' + sampleAt(3, 15), rule);
    QCOMPARE(incident(answer, 0)["fired_at"_L1].toDouble(), 1.0);
    QCOMPARE(incident(answer, 0)["resolved_at"_L1].toDouble(), 3.0);
    QCOMPARE(incident(answer, 0)["severity"_L1].toString(), u"P2"_s);
}

void TestAlertReplay::noDataFollowsThePolicy()
{
    const auto rule = [](const char *policy) {
        return QByteArray(R"({"name":"R","metric":"cpu","op":">","threshold":1,"nodata":")") + policy + "\"}";
    };
    const auto missing = [](int t) {
        return ",{\"t\":" + QByteArray::number(t) + R"(,"sample":{"metric":"cpu","value":null}})";
    };
    const QByteArray end = R"(,{"t":9,"observe":{}})";
    const QByteArray events = sampleAt(0, 5) + missing(1) + end;
    QCOMPARE(seen(replay(events, rule("keep")), 0, u"R"_s)["condition"_L1].toString(), u"firing"_s);
    QCOMPARE(incident(replay(events, rule("ok")), 0)["resolved_at"_L1].toDouble(), 1.0);
    QCOMPARE(seen(replay(events, rule("error")), 0, u"R"_s)["condition"_L1].toString(), u"error"_s);
    const QByteArray quiet = sampleAt(0, 0) + missing(1);
    QVERIFY(replay(quiet, rule("alert"))["incidents"_L1].toArray().isEmpty());
    QCOMPARE(incident(replay(quiet + missing(2), rule("alert")), 0)["fired_at"_L1].toDouble(), 2.0);
}

void TestAlertReplay::groupsLikeAlertmanager()
{
    const QJsonObject answer = replay(R"(
        {"t":0,"fire":{"labels":{"alertname":"X","host":"a"},"severity":"P2"}},
        {"t":10,"fire":{"labels":{"alertname":"X","host":"b"},"severity":"P2"}},
        {"t":40,"fire":{"labels":{"alertname":"X","host":"c"},"severity":"P2"}},
        {"t":335,"resolve":{"labels":{"alertname":"X","host":"a"}}},
        {"t":700,"resolve":{"labels":{"alertname":"X","host":"b"}}},
        {"t":700,"resolve":{"labels":{"alertname":"X","host":"c"}}},
        {"t":2000,"fire":{"labels":{"alertname":"X","host":"a"},"severity":"P2"}},
        {"t":16800,"observe":{}})");
    QCOMPARE(noticesOf(answer), u"30 first X+X/ 330 new_alerts X+X+X/ 630 some_resolved X+X/X "
                                "930 all_resolved /X+X 2030 first X/ 16730 repeat X/"_s);
}

void TestAlertReplay::refireWithinAnIntervalTellsNobody()
{
    QCOMPARE(noticesOf(replay(R"(
        {"t":0,"fire":{"labels":{"alertname":"X"},"severity":"P2"}},
        {"t":50,"resolve":{"labels":{"alertname":"X"}}},
        {"t":60,"fire":{"labels":{"alertname":"X"},"severity":"P2"}},
        {"t":1000,"observe":{}})")),
             u"30 first X/"_s);
    QCOMPARE(noticesOf(replay(R"(
        {"t":0,"fire":{"labels":{"alertname":"X"},"severity":"P2"}},
        {"t":20,"resolve":{"labels":{"alertname":"X"}}}, {"t":1000,"observe":{}})")),
             QString()); // who was not told that it fires is not told that it ended
}

void TestAlertReplay::worstGoesOutAtOnce()
{
    const QJsonObject answer = replay(R"(
        {"t":0,"fire":{"labels":{"alertname":"X","host":"a"},"severity":"P0"}},
        {"t":5,"fire":{"labels":{"alertname":"X","host":"b"},"severity":"P2"}},
        {"t":100,"resolve":{"labels":{"alertname":"X","host":"a"}}}, {"t":101,"observe":{}})");
    QCOMPARE(noticesOf(answer), u"0 first X/ 30 new_alerts X+X/ 100 some_resolved /X"_s);
}

void TestAlertReplay::acknowledgementEndsAndExpires()
{
    const QJsonObject answer = replay(R"(
        {"t":0,"fire":{"labels":{"alertname":"X"},"severity":"P1"}},
        {"t":100,"ack":{"labels":{"alertname":"X"},"by":"alice"}}, {"t":101,"observe":{}},
        {"t":1900,"observe":{}}, {"t":1901,"observe":{}}, {"t":9000,"observe":{}})",
                                      {}, R"({"ack_timeout":1800})");
    const QJsonObject acked = seen(answer, 0, u"X"_s);
    QCOMPARE(acked["badge"_L1].toString(), u"acked"_s);
    QVERIFY(acked["due"_L1].isNull() && acked["remaining"_L1].isNull());
    QCOMPARE(seen(answer, 1, u"X"_s)["badge"_L1].toString(), u"new"_s); // it ends before what happens then
    QCOMPARE(noticesOf(answer), u"30 first X/ 1900 ack_expired X/"_s);
    QVERIFY(incident(answer, 0)["breach_at"_L1].isNull()); // somebody did respond in time
    QCOMPARE(incident(answer, 0)["acked_at"_L1].toDouble(), 100.0);
}

void TestAlertReplay::lateAcknowledgementIsRefused()
{
    const QJsonObject answer = replay(R"(
        {"t":0,"fire":{"labels":{"alertname":"X"}}}, {"t":5,"resolve":{"labels":{"alertname":"X"}}},
        {"t":6,"ack":{"labels":{"alertname":"X"},"by":"bob"}}, {"t":7,"ack":{"labels":{"alertname":"Y"}}},
        {"t":8,"observe":{}})");
    QCOMPARE(answer["refused"_L1].toArray().size(), qsizetype(2));
    QCOMPARE(answer["refused"_L1][0]["op"_L1].toString(), u"ack"_s);
    QCOMPARE(answer["refused"_L1][0]["t"_L1].toDouble(), 6.0);
    QCOMPARE(seen(answer, 0, u"X"_s)["handling"_L1].toString(), u"resolved"_s);
    QVERIFY(incident(answer, 0)["acked_at"_L1].isNull());
}

void TestAlertReplay::riseOfSeverityVoidsAnAcknowledgement()
{
    const QByteArray begin = R"({"t":0,"fire":{"labels":{"alertname":"X"},"severity":"P2"}},
        {"t":10,"ack":{"labels":{"alertname":"X"},"by":"a"%1}},)";
    const QByteArray end = R"({"t":20,"severity":{"labels":{"alertname":"X"},"to":"P1"}},
        {"t":21,"observe":{}}, {"t":22,"severity":{"labels":{"alertname":"X"},"to":"P3"}}, {"t":23,"observe":{}})";
    const QJsonObject answer = replay(QByteArray(begin).replace("%1", "") + end);
    QCOMPARE(seen(answer, 0, u"X"_s)["handling"_L1].toString(), u"escalated"_s);
    QCOMPARE(noticesOf(answer), u"20 escalated X/"_s);
    const QJsonObject sticky = replay(QByteArray(begin).replace("%1", R"(,"sticky":true)") + end);
    QCOMPARE(seen(sticky, 0, u"X"_s)["handling"_L1].toString(), u"acked"_s);
    QCOMPARE(seen(sticky, 1, u"X"_s)["handling"_L1].toString(), u"acked"_s);
}

void TestAlertReplay::reopensSoonAndBeginsAnewLater()
{
    const QJsonObject answer = replay(R"(
        {"t":0,"fire":{"labels":{"alertname":"X"},"severity":"P1"}}, {"t":50,"ack":{"labels":{},"by":"a"}},
        {"t":100,"resolve":{"labels":{"alertname":"X"}}}, {"t":700,"observe":{}},
        {"t":700,"fire":{"labels":{"alertname":"X"},"severity":"P1"}}, {"t":701,"observe":{}},
        {"t":800,"resolve":{"labels":{"alertname":"X"}}}, {"t":1401,"observe":{}},
        {"t":1401,"fire":{"labels":{"alertname":"X"},"severity":"P1"}})");
    QCOMPARE(seen(answer, 0, u"X"_s)["badge"_L1].toString(), u"resolved"_s);
    QCOMPARE(seen(answer, 1, u"X"_s)["handling"_L1].toString(), u"reopened"_s);
    QCOMPARE(seen(answer, 1, u"X"_s)["due"_L1].toDouble(), 700.0 + 3600);
    QVERIFY(answer["observations"_L1][2]["alerts"_L1].toArray().isEmpty());
    QCOMPARE(answer["incidents"_L1].toArray().size(), qsizetype(2));
    QCOMPARE(incident(answer, 0)["reopen_count"_L1].toInt(), 1);
    QCOMPARE(incident(answer, 0)["fired_at"_L1].toDouble(), 0.0);
    QCOMPARE(incident(answer, 0)["acked_at"_L1].toDouble(), 50.0);
    QCOMPARE(incident(answer, 1)["previous"_L1], incident(answer, 0)["id"_L1]);
}

void TestAlertReplay::silenceHidesButTheClockRuns()
{
    const QJsonObject answer = replay(R"(
        {"t":0,"silence":{"id":"s","matchers":[{"name":"host","value":"a"}],"from":0,"to":5000}},
        {"t":10,"fire":{"labels":{"alertname":"X","host":"a"},"severity":"P1"}}, {"t":4000,"observe":{}},
        {"t":6000,"observe":{}})");
    const QJsonObject hidden = seen(answer, 0, u"X"_s);
    QCOMPARE(hidden["badge"_L1].toString(), u"suppressed"_s);
    QCOMPARE(hidden["suppressed_by"_L1].toArray(), QJsonArray{u"s"_s});
    QVERIFY(hidden["breached"_L1].toBool()); // else a silence would be a way to never be late
    QCOMPARE(incident(answer, 0)["breach_at"_L1].toDouble(), 3610.0);
    QCOMPARE(noticesOf(answer), u"5000 silence_expired X/"_s);
}

void TestAlertReplay::silencedAlertTellsItsEnd()
{
    QCOMPARE(noticesOf(replay(R"(
        {"t":0,"fire":{"labels":{"alertname":"X"}}},
        {"t":40,"silence":{"id":"s","matchers":[],"from":40,"to":900}},
        {"t":50,"resolve":{"labels":{"alertname":"X"}}}, {"t":2000,"observe":{}})")),
             u"30 first X/ 50 resolved_was_silenced /X"_s);
}

void TestAlertReplay::silenceIncludesItsEnd()
{
    const QJsonObject answer = replay(R"(
        {"t":0,"fire":{"labels":{"alertname":"X"}}},
        {"t":1,"silence":{"id":"s","matchers":[],"from":10,"to":20}},
        {"t":1,"maintenance":{"id":"m","matchers":[],"from":30,"to":40}}, {"t":9,"observe":{}},
        {"t":10,"observe":{}}, {"t":20,"observe":{}}, {"t":30,"observe":{}}, {"t":40,"observe":{}})");
    const auto by = [&](int i) { return seen(answer, i, u"X"_s)["suppressed_by"_L1].toArray(); };
    QCOMPARE(by(0), QJsonArray());
    QCOMPARE(by(1), QJsonArray{u"s"_s});
    QCOMPARE(by(2), QJsonArray{u"s"_s});
    QCOMPARE(by(3), QJsonArray{u"m"_s});
    QCOMPARE(by(4), QJsonArray());
    QCOMPARE(noticesOf(answer), u"20 silence_expired X/ 40 maintenance_ended X/"_s);
}

void TestAlertReplay::editedSilenceKeepsOrChangesItsId()
{
    const QJsonObject answer = replay(R"(
        {"t":0,"fire":{"labels":{"alertname":"X","host":"a"}}},
        {"t":1,"silence":{"id":"s","matchers":[{"name":"host","value":"a"}],"from":1,"to":100}},
        {"t":2,"silence":{"id":"s","matchers":[{"name":"host","value":"a"}],"from":1,"to":300}}, {"t":200,"observe":{}},
        {"t":210,"silence":{"id":"s","matchers":[],"from":1,"to":300}}, {"t":210,"observe":{}},
        {"t":220,"silence":{"id":"s","matchers":[{"name":"host","value":"b"}],"from":220,"to":300}}, {"t":221,"observe":{}})");
    QCOMPARE(seen(answer, 0, u"X"_s)["suppressed_by"_L1].toArray(), QJsonArray{u"s"_s});
    QCOMPARE(seen(answer, 1, u"X"_s)["suppressed_by"_L1].toArray(), QJsonArray{u"s-2"_s});
    QCOMPARE(seen(answer, 2, u"X"_s)["suppressed_by"_L1].toArray(), QJsonArray());
    QCOMPARE(noticesOf(answer), u"220 silence_expired X/"_s);
}

void TestAlertReplay::maintenancePausesTheClock()
{
    const QJsonObject answer = replay(R"(
        {"t":0,"fire":{"labels":{"alertname":"X"},"severity":"P1"}},
        {"t":1,"maintenance":{"id":"m","matchers":[],"from":1000,"to":2000}}, {"t":1500,"observe":{}},
        {"t":2000,"observe":{}}, {"t":5000,"observe":{}})");
    QVERIFY(seen(answer, 0, u"X"_s)["due"_L1].isNull());
    QCOMPARE(seen(answer, 0, u"X"_s)["remaining"_L1].toDouble(), 2600.0);
    QCOMPARE(seen(answer, 1, u"X"_s)["due"_L1].toDouble(), 4600.0);
    QCOMPARE(incident(answer, 0)["breach_at"_L1].toDouble(), 4600.0);
    QCOMPARE(incident(answer, 0)["respond_due"_L1].toDouble(), 4600.0);
}

void TestAlertReplay::overlappingPausesCountOnce()
{
    const QJsonObject answer = replay(R"(
        {"t":0,"fire":{"labels":{"alertname":"X"},"severity":"P1"}},
        {"t":1,"maintenance":{"id":"m","matchers":[],"from":100,"to":300}},
        {"t":200,"hold":{"labels":{"alertname":"X"},"to":400,"why":"waiting for a part"}}, {"t":350,"observe":{}},
        {"t":500,"observe":{}})");
    QCOMPARE(seen(answer, 0, u"X"_s)["suppressed_by"_L1].toArray(), QJsonArray{u"hold"_s});
    QCOMPARE(seen(answer, 1, u"X"_s)["due"_L1].toDouble(), 3600.0 + 300);
}

void TestAlertReplay::rootCauseInhibits()
{
    const QByteArray rule =
        R"({"source":{"alertname":"HostDown"},"target":{"alertname":"ContainerDown|HighLatency"},
                                "equal":["host"]})";
    const QJsonObject answer = replay(R"(
        {"t":0,"fire":{"labels":{"alertname":"HostDown","host":"h1"},"severity":"P0"}},
        {"t":5,"fire":{"labels":{"alertname":"ContainerDown","host":"h1"},"severity":"P1"}},
        {"t":5,"fire":{"labels":{"alertname":"ContainerDownToo","host":"h1"},"severity":"P1"}},
        {"t":5,"fire":{"labels":{"alertname":"HighLatency","host":"h2"},"severity":"P1"}}, {"t":6,"observe":{}},
        {"t":105,"resolve":{"labels":{"alertname":"HostDown","host":"h1"}}}, {"t":106,"observe":{}})",
                                      {}, "{}", rule);
    QCOMPARE(seen(answer, 0, u"ContainerDown"_s)["suppressed_by"_L1].toArray(),
             QJsonArray{fingerprintOf({{u"alertname"_s, u"HostDown"_s}, {u"host"_s, u"h1"_s}})});
    QCOMPARE(seen(answer, 0, u"ContainerDownToo"_s)["badge"_L1].toString(), u"new"_s); // anchored
    QCOMPARE(seen(answer, 0, u"HighLatency"_s)["badge"_L1].toString(), u"new"_s);      // another host
    QCOMPARE(seen(answer, 1, u"ContainerDown"_s)["due"_L1].toDouble(), 5.0 + 3600 + 100);
    QVERIFY(noticesOf(answer).endsWith(u"105 inhibition_ended ContainerDown/ 105 all_resolved /HostDown"_s));
}

void TestAlertReplay::twoSidedAlertsDoNotInhibitEachOther()
{
    const QByteArray rule = R"({"source":{"alertname":"A|B"},"target":{"alertname":"A|B|C"},"equal":["host"]})";
    const QJsonObject answer = replay(R"(
        {"t":0,"fire":{"labels":{"alertname":"A"}}}, {"t":0,"fire":{"labels":{"alertname":"B"}}},
        {"t":0,"fire":{"labels":{"alertname":"C"}}}, {"t":1,"observe":{}})",
                                      {}, "{}", rule);
    QVERIFY(seen(answer, 0, u"A"_s)["suppressed_by"_L1].toArray().isEmpty());
    QVERIFY(seen(answer, 0, u"B"_s)["suppressed_by"_L1].toArray().isEmpty());
    QCOMPARE(seen(answer, 0, u"C"_s)["suppressed_by"_L1].toArray().size(), qsizetype(2)); // missing is empty
}

void TestAlertReplay::breachIsComputedBack()
{
    const QJsonObject answer = replay(R"(
        {"t":0,"fire":{"labels":{"alertname":"Zero"},"severity":"P0"}},
        {"t":0,"fire":{"labels":{"alertname":"One"},"severity":"P1"}},
        {"t":0,"fire":{"labels":{"alertname":"Acked"},"severity":"P1"}},
        {"t":299,"observe":{}}, {"t":300,"observe":{}},
        {"t":3600,"ack":{"labels":{"alertname":"Acked"},"by":"a"}}, {"t":100000,"observe":{}})");
    QVERIFY(!seen(answer, 0, u"Zero"_s)["breached"_L1].toBool());
    QVERIFY(seen(answer, 1, u"Zero"_s)["breached"_L1].toBool());
    QCOMPARE(seen(answer, 1, u"Zero"_s)["due"_L1].toDouble(), 0.0);
    QCOMPARE(incident(answer, 0)["breach_at"_L1].toDouble(), 300.0);
    QCOMPARE(incident(answer, 1)["breach_at"_L1].toDouble(), 3600.0); // not when somebody looked
    QVERIFY(incident(answer, 2)["breach_at"_L1].isNull());            // just in time
}

void TestAlertReplay::severityMovesTheDueTime()
{
    const auto due = [](const QByteArray &from, int at, const QByteArray &to) {
        const QJsonObject answer = replay(R"({"t":0,"fire":{"labels":{"alertname":"X"},"severity":")" + from
                                          + R"("}},{"t":)" + QByteArray::number(at)
                                          + R"(,"severity":{"labels":{"alertname":"X"},"to":")" + to + "\"}}");
        return incident(answer, 0)["respond_due"_L1].toDouble();
    };
    QCOMPARE(due("P2", 1000, "P1"), 4600.0);
    QCOMPARE(due("P2", 14000, "P1"), 14400.0); // never later than it was
    QCOMPARE(due("P2", 50, "P0"), 50.0);
    QCOMPARE(due("P1", 1000, "P2"), 14400.0);
}

void TestAlertReplay::flappingIsToldOnceAndSettled()
{
    const QByteArray rule = R"({"name":"F","severity":"P2","metric":"cpu","op":">","threshold":1,"flap":true})";
    QByteArray events;
    for (int i = 0; i < 8; ++i)
        events += sampleAt(i * 10, i % 2 == 0 ? 5 : 0) + ',';
    const QJsonObject during = replay(events + "{\"t\":75,\"observe\":{}}", rule);
    // Changes at 10, 20 ... the sixth takes it above 30 %.
    QVERIFY2(noticesOf(during).contains(u"flapping_start F/"_s), qPrintable(noticesOf(during)));
    QCOMPARE(noticesOf(during).count(u"flapping_start"_s), qsizetype(1));
    QCOMPARE(seen(during, 0, u"F"_s)["suppressed_by"_L1].toArray(), QJsonArray{u"flapping"_s});
    for (int i = 8; i < 40; ++i)
        events += sampleAt(i * 10, 5) + ',';
    const QJsonObject settled = replay(events + "{\"t\":400,\"observe\":{}}", rule);
    const QString notices = noticesOf(settled);
    QCOMPARE(notices.count(u"flapping_end F/"_s), qsizetype(1));
    QVERIFY(seen(settled, 0, u"F"_s)["suppressed_by"_L1].toArray().isEmpty());
}

void TestAlertReplay::flapWeights()
{
    FlapDetector flaps;
    const auto at = [](int i) { return TimePoint(std::chrono::seconds(i)); };
    flaps.take(at(0), true);
    QCOMPARE(flaps.percent(at(0)), 0.0); // the first is no change
    flaps.take(at(1), false);
    QCOMPARE(flaps.percent(at(1)), 5.9); // 100 * 1.18 / 20
    for (int i = 2; i < 6; ++i)
        flaps.take(at(i), i % 2 == 0);
    QCOMPARE(flaps.percent(at(5)), 28.5);
    QVERIFY(!flaps.isFlapping());
    flaps.take(at(6), true);
    QVERIFY(flaps.isFlapping()); // 33.9 %
    for (int i = 7; i < 40; ++i)
        flaps.take(at(i), i % 2 == 0);
    QCOMPARE(flaps.percent(at(39)), 99.0);
}

void TestAlertReplay::oldChangesDropOut()
{
    FlapDetector flaps;
    const auto at = [](int i) { return TimePoint(std::chrono::seconds(i)); };
    for (int i = 0; i < 8; ++i)
        flaps.take(at(i * 600), i % 2 == 0);
    QVERIFY(flaps.isFlapping());
    flaps.take(at(7 * 600 + 3601), false);
    QCOMPARE(flaps.percent(at(7 * 600 + 3601)), 0.0);
    QVERIFY(!flaps.isFlapping());
}

void TestAlertReplay::outOfOrderSampleChangesNothing()
{
    const QJsonObject answer = replay(sampleAt(0, 85) + ',' + sampleAt(60, 85) + ',' + sampleAt(30, 10) + ','
                                          + sampleAt(70, 85) + ",{\"t\":70,\"observe\":{}}",
                                      kCpu);
    QCOMPARE(seen(answer, 0, u"Cpu"_s)["condition"_L1].toString(), u"firing"_s);
    QVERIFY(incident(answer, 0)["resolved_at"_L1].isNull());
}

void TestAlertReplay::restartRepeatsNothing()
{
    const QByteArray begin = R"({"t":0,"fire":{"labels":{"alertname":"X"},"severity":"P0"}},
        {"t":1,"fire":{"labels":{"alertname":"Y"},"severity":"P2"}},)";
    const QByteArray end = R"({"t":1000,"observe":{}})";
    QCOMPARE(noticesOf(replay(begin + R"({"t":10,"restart":{}},{"t":100,"restart":{}},)" + end)),
             noticesOf(replay(begin + end)));
}

void TestAlertReplay::meansCountOnlyWhatHappened()
{
    const QJsonObject answer = replay(R"(
        {"t":0,"fire":{"labels":{"alertname":"A"}}}, {"t":0,"fire":{"labels":{"alertname":"B"}}},
        {"t":0,"fire":{"labels":{"alertname":"C"}}}, {"t":10,"ack":{"labels":{"alertname":"A"},"by":"a"}},
        {"t":30,"resolve":{"labels":{"alertname":"A"}}}, {"t":50,"resolve":{"labels":{"alertname":"B"}}})");
    const QJsonObject stats = answer["stats"_L1].toObject();
    QCOMPARE(stats["mtta"_L1].toDouble(), 10.0);
    QCOMPARE(stats["mtta_n"_L1].toInt(), 1);
    QCOMPARE(stats["mttr"_L1].toDouble(), 40.0);
    QCOMPARE(stats["mttr_n"_L1].toInt(), 2);
    QCOMPARE(stats["mttr_human"_L1].toDouble(), 30.0);
    QCOMPARE(stats["unacked_auto"_L1].toInt(), 1);
    QCOMPARE(stats["open"_L1].toInt(), 1);
    QVERIFY(replay(R"({"t":0,"observe":{}})")["stats"_L1]["mtta"_L1].isNull());
}

void TestAlertReplay::fingerprintIsAlertmanagers()
{
    QCOMPARE(fingerprintOf({}), u"cbf29ce484222325"_s);
    // A pair that Prometheus' own library is tested with.
    QCOMPARE(fingerprintOf({{u"name"_s, u"garland, briggs"_s}, {u"fear"_s, u"love is not enough"_s}}),
             u"%1"_s.arg(5799056148416392346ULL, 16, 16, QChar(u'0')));
}

void TestAlertReplay::wrongInputIsNamed_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("place");
    QTest::newRow("no JSON") << QByteArray("{\"events\":") << u"document"_s;
    QTest::newRow("no events") << QByteArray("{}") << u"events"_s;
    QTest::newRow("unknown field") << QByteArray(R"({"events":[],"rulez":[]})") << u"rulez"_s;
    QTest::newRow("unknown event") << QByteArray(R"({"events":[{"t":0,"boom":{}}]})") << u"events[0].boom"_s;
    QTest::newRow("nothing happens") << QByteArray(R"({"events":[{"t":0}]})") << u"events[0]"_s;
    QTest::newRow("no time") << QByteArray(R"({"events":[{"observe":{}}]})") << u"events[0].t"_s;
    QTest::newRow("text for a number")
        << QByteArray(R"({"rules":[{"name":"a","metric":"m","threshold":"x"}],"events":[]})")
        << u"rules[0].threshold"_s;
    QTest::newRow("clear on the wrong side")
        << QByteArray(R"({"rules":[{"name":"a","metric":"m","op":">","threshold":1,"clear":2}],"events":[]})")
        << u"rules[0].clear"_s;
    QTest::newRow("unknown severity") << QByteArray(
        R"({"events":[{"t":0,"fire":{"labels":{},"severity":"P9"}}]})")
                                      << u"events[0].fire.severity"_s;
    QTest::newRow("not an expression")
        << QByteArray(R"({"inhibit":[{"source":{"a":"("},"target":{}}],"events":[]})")
        << u"inhibit[0].source.a"_s;
    QTest::newRow("label that is no text")
        << QByteArray(R"({"events":[{"t":0,"fire":{"labels":{"a":1}}}]})") << u"events[0].fire.labels.a"_s;
}

void TestAlertReplay::wrongInputIsNamed()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QString, place);
    const Result<QJsonObject> answer = replayAlerts(json);
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, Error::Kind::Invalid);
    QVERIFY2(answer.error().what.startsWith(place + u": expected"_s), qPrintable(answer.error().what));
}

void TestAlertReplay::isoTimesAreSecondsSince1970()
{
    const QJsonObject answer = replay(R"({"t":"2026-01-01T00:00:00Z","fire":{"labels":{"alertname":"X"}}},
        {"t":"2026-01-01T01:00:30+01:00","observe":{}})");
    QCOMPARE(incident(answer, 0)["fired_at"_L1].toDouble(), 1767225600.0);
    QCOMPARE(answer["observations"_L1][0]["t"_L1].toDouble(), 1767225630.0);
}

QTEST_GUILESS_MAIN(TestAlertReplay)
#include "tst_alertreplay.moc"
