// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/format.h"

#include <QTest>

using namespace stratadeck;
using namespace Qt::StringLiterals;

class TestFormat : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void value_data();
    void value();
    void duration();
    void exact();
};

void TestFormat::value_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<Unit>("unit");
    QTest::addColumn<QString>("expected");
    QTest::newRow("unknown is a dash, never zero") << qQNaN() << Unit::Bytes << u"—"_s;
    QTest::newRow("zero bytes") << 0.0 << Unit::Bytes << u"0 B"_s;
    QTest::newRow("KiB") << 1536.0 << Unit::Bytes << u"1.50 KiB"_s;
    QTest::newRow("no fourth digit") << 1023.0 << Unit::Bytes << u"1.00 KiB"_s;
    QTest::newRow("GiB") << 8.0 * 1024 * 1024 * 1024 << Unit::Bytes << u"8 GiB"_s;
    QTest::newRow("rate") << 2048.0 << Unit::BytesPerSecond << u"2 KiB/s"_s;
    QTest::newRow("percent keeps one decimal") << 7.0 << Unit::Percent << u"7.0 %"_s;
    QTest::newRow("above a hundred is not clamped") << 131.26 << Unit::Percent << u"131.3 %"_s;
    QTest::newRow("count") << 12.0 << Unit::Count << u"12"_s;
    QTest::newRow("milliseconds") << 0.254 << Unit::Milliseconds << u"0.25 ms"_s;
}

void TestFormat::value()
{
    QFETCH(double, value);
    QFETCH(Unit, unit);
    QTEST(formatValue(value, unit, QLocale::c()), "expected");
}

void TestFormat::duration()
{
    QCOMPARE(formatDuration(std::chrono::seconds(12), QLocale::c()), u"12 s"_s);
    QCOMPARE(formatDuration(std::chrono::minutes(65), QLocale::c()), u"1 h 5 min"_s);
    QCOMPARE(formatDuration(std::chrono::hours(49), QLocale::c()), u"2 d 1 h"_s);
    QCOMPARE(formatDuration(std::chrono::seconds(-3), QLocale::c()), u"0 s"_s);
}

void TestFormat::exact()
{
    QCOMPARE(formatExact(0.1), u"0.10000000000000001"_s);
    QCOMPARE(formatExact(qQNaN()), QString());
    QCOMPARE(formatExact(qInf()), QString());
}

QTEST_APPLESS_MAIN(TestFormat)
#include "tst_format.moc"
