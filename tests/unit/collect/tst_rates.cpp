// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/rates.h"

#include <QTest>
#include <cmath>

using namespace stratadeck;
using namespace std::chrono_literals;

class TestRates : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void perSecond();
    void share();
    void deltaRatio();
    void ratioNeedsNoPast();
    void unknown_data();
    void unknown();
};

void TestRates::perSecond()
{
    const Derivation d{Formula::PerSecond, {}, {}, 100};
    QCOMPARE(derive(d, {10, 0, 1s}, {11, 0, 3s}, 10s), 50.0);
}

void TestRates::share()
{
    const Derivation d{Formula::PerSecondShare, {}, {}, 100};
    QCOMPARE(derive(d, {10, 2, 1s}, {13, 2, 2s}, 10s), 150.0); // above the allocation, not clamped
    // The allocation in force at the end of the interval counts.
    QCOMPARE(derive(d, {10, 2, 1s}, {13, 4, 2s}, 10s), 75.0);
}

void TestRates::deltaRatio()
{
    const Derivation d{Formula::DeltaRatio, {}, {}, 1000};
    QCOMPARE(derive(d, {1, 100, 1s}, {2, 104, 2s}, 10s), 250.0);
    QVERIFY(std::isnan(derive(d, {1, 100, 1s}, {1, 100, 2s}, 10s))); // no request, no latency
}

void TestRates::ratioNeedsNoPast()
{
    const Derivation d{Formula::Ratio, {}, {}, 100};
    QCOMPARE(derive(d, {}, {1, 4, 0s}, 10s), 25.0);
}

void TestRates::unknown_data()
{
    QTest::addColumn<double>("a0");
    QTest::addColumn<double>("a1");
    QTest::addColumn<qint64>("seconds");
    QTest::newRow("counter reset") << 10.0 << 3.0 << qint64(1);
    QTest::newRow("no time passed") << 1.0 << 2.0 << qint64(0);
    QTest::newRow("clock of the past") << 1.0 << 2.0 << qint64(-1);
    QTest::newRow("suspended in between") << 1.0 << 2.0 << qint64(3600);
    QTest::newRow("unknown before") << qQNaN() << 2.0 << qint64(1);
    QTest::newRow("unknown now") << 1.0 << qQNaN() << qint64(1);
}

void TestRates::unknown()
{
    QFETCH(double, a0);
    QFETCH(double, a1);
    QFETCH(qint64, seconds);
    const Derivation d{Formula::PerSecond, {}, {}, 1};
    const Ticks start = 10s;
    QVERIFY(std::isnan(derive(d, {a0, 0, start}, {a1, 0, start + std::chrono::seconds(seconds)}, 10s)));
}

QTEST_APPLESS_MAIN(TestRates)
#include "tst_rates.moc"
