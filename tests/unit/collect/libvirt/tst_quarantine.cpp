// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/libvirt/quarantine.h"

#include <QTest>

using namespace stratadeck;
using namespace std::chrono_literals;

class TestQuarantine : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void busyIsNoCrime();
    void suspectThenNamedThenFree();
    void brokenIsNamedAtOnce();
    void repeatedIsProbedSeldom();
    void benched();
    void forgotten();

private:
    static DomainControl control(DomainControl::State state, Milliseconds since = 0ms)
    {
        return {kGuest, state, since};
    }
    static constexpr QUuid kGuest{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};
    static constexpr TimePoint kWall{Milliseconds(1'700'000'000'000)};
    using State = DomainControl::State;
};

void TestQuarantine::busyIsNoCrime()
{
    Quarantine quarantine(1s, 5s);
    quarantine.report(control(State::Occupied, 900ms), kWall, 10s);
    QVERIFY(quarantine.mayAsk(kGuest, 10s));
    QVERIFY(quarantine.watched().empty());
}

void TestQuarantine::suspectThenNamedThenFree()
{
    Quarantine quarantine(1s, 5s);
    quarantine.report(control(State::Occupied, 1200ms), kWall, 10s);
    QVERIFY(!quarantine.mayAsk(kGuest, 10s)); // costs its neighbours nothing more
    QVERIFY(!quarantine.notAnsweringSince(kGuest));
    QCOMPARE(quarantine.watched(), std::vector<QUuid>{kGuest});
    quarantine.report(control(State::Occupied, 5200ms), kWall + 4s, 14s);
    QCOMPARE(*quarantine.notAnsweringSince(kGuest), kWall - 1200ms);
    quarantine.report(control(State::Occupied, 9200ms), kWall + 8100ms, 18s);
    QCOMPARE(*quarantine.notAnsweringSince(kGuest), kWall - 1200ms); // told once, does not jitter
    quarantine.report(control(State::Free), kWall + 9s, 19s);
    QVERIFY(quarantine.mayAsk(kGuest, 19s)); // back alone, at once
    QVERIFY(!quarantine.notAnsweringSince(kGuest));
    QVERIFY(quarantine.watched().empty());
}

void TestQuarantine::brokenIsNamedAtOnce()
{
    Quarantine quarantine(1s, 5s);
    quarantine.report(control(State::Broken), kWall, 10s);
    QVERIFY(!quarantine.mayAsk(kGuest, 10s));
    QCOMPARE(*quarantine.notAnsweringSince(kGuest), kWall);
}

void TestQuarantine::repeatedIsProbedSeldom()
{
    Quarantine quarantine(1s, 5s);
    quarantine.report(control(State::Occupied, 6s), kWall, 10s);
    quarantine.report(control(State::Free), kWall, 20s);
    quarantine.report(control(State::Occupied, 6s), kWall, 30s);
    quarantine.report(control(State::Free), kWall, 40s);
    // A monitor looks free while nobody asks: still named until it has answered, and asked every 30 s.
    QVERIFY(quarantine.notAnsweringSince(kGuest));
    QVERIFY(!quarantine.mayAsk(kGuest, 69s));
    QVERIFY(quarantine.mayAsk(kGuest, 70s));
    quarantine.answered(kGuest);
    QVERIFY(!quarantine.notAnsweringSince(kGuest));
    QVERIFY(quarantine.mayAsk(kGuest, 70s));
}

void TestQuarantine::benched()
{
    Quarantine quarantine(1s, 5s);
    quarantine.bench({kGuest}, kWall, 10s);
    QVERIFY(!quarantine.mayAsk(kGuest, 39s));
    QVERIFY(quarantine.mayAsk(kGuest, 40s));
    QCOMPARE(*quarantine.benchedSince(kGuest), kWall);
    QVERIFY(!quarantine.notAnsweringSince(kGuest)); // nothing is known against it
    quarantine.bench({kGuest}, kWall + 40s, 50s);
    QCOMPARE(*quarantine.benchedSince(kGuest), kWall);
    quarantine.answered(kGuest);
    QVERIFY(!quarantine.benchedSince(kGuest));
}

void TestQuarantine::forgotten()
{
    Quarantine quarantine(1s, 5s);
    quarantine.report(control(State::Occupied, 6s), kWall, 10s);
    quarantine.forget(kGuest); // destroyed
    QVERIFY(quarantine.mayAsk(kGuest, 10s));
    QVERIFY(quarantine.watched().empty());
}

QTEST_APPLESS_MAIN(TestQuarantine)
#include "tst_quarantine.moc"
