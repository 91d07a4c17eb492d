// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/sweepschedule.h"

#include <QTest>

using namespace stratadeck;
using namespace std::chrono_literals;

class TestSweepSchedule : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void doesNotDrift();
    void skipsMissedPlaces_data();
    void skipsMissedPlaces();
    void backsOffToAMinute();
    void longPeriodsAreNotShortened();
    void beginsAnewAfterAnError();
};

void TestSweepSchedule::doesNotDrift()
{
    SweepSchedule schedule(100s, 1000ms);
    QVERIFY(schedule.due() == 100s);
    for (int i = 0; i < 1000; ++i) {
        // Every sweep begins 3 ms late and takes 7 ms.
        QCOMPARE(schedule.succeeded(schedule.due() + 10ms), 0);
        QVERIFY(schedule.due() == 100s + (i + 1) * 1s);
    }
}

void TestSweepSchedule::skipsMissedPlaces_data()
{
    QTest::addColumn<qint64>("took");
    QTest::addColumn<qint64>("misses");
    QTest::addColumn<qint64>("due");
    QTest::newRow("in time") << qint64(999) << qint64(0) << qint64(1000);
    QTest::newRow("exactly one period") << qint64(1000) << qint64(1) << qint64(2000);
    QTest::newRow("2.5 periods") << qint64(2500) << qint64(2) << qint64(3000);
    QTest::newRow("the machine slept an hour") << qint64(3600'500) << qint64(3600) << qint64(3601'000);
    QTest::newRow("before it was due") << qint64(-200) << qint64(0) << qint64(1000);
}

void TestSweepSchedule::skipsMissedPlaces()
{
    QFETCH(qint64, took);
    QFETCH(qint64, misses);
    QFETCH(qint64, due);
    SweepSchedule schedule(0s, 1000ms);
    QCOMPARE(schedule.succeeded(Milliseconds(took)), misses);
    QCOMPARE(std::chrono::duration_cast<Milliseconds>(schedule.due()).count(), due);
}

void TestSweepSchedule::backsOffToAMinute()
{
    SweepSchedule schedule(0s, 1000ms);
    Ticks now = 0s;
    QList<qint64> waits;
    for (int i = 0; i < 9; ++i) {
        schedule.failed(now);
        waits.append(std::chrono::duration_cast<std::chrono::seconds>(schedule.due() - now).count());
        now = schedule.due();
    }
    QCOMPARE(waits, (QList<qint64>{1, 2, 4, 8, 16, 32, 60, 60, 60}));
}

void TestSweepSchedule::longPeriodsAreNotShortened()
{
    SweepSchedule schedule(0s, 300s);
    schedule.failed(0s);
    QVERIFY(schedule.due() == 300s);
    schedule.failed(300s);
    QVERIFY(schedule.due() == 600s);
}

void TestSweepSchedule::beginsAnewAfterAnError()
{
    SweepSchedule schedule(0s, 1000ms);
    for (int i = 0; i < 5; ++i)
        schedule.failed(schedule.due());
    const Ticks end = schedule.due() + 40ms;
    QCOMPARE(schedule.succeeded(end), 0); // waiting on purpose is no miss
    QVERIFY(schedule.due() == end + 1s);
    schedule.failed(schedule.due());
    QVERIFY(schedule.due() == end + 2s); // the next trouble starts at one period again
}

QTEST_APPLESS_MAIN(TestSweepSchedule)
#include "tst_sweepschedule.moc"
