// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/codec/clockcodec.h"
#include "tests/fuzz/codecchecks.h"

#include <QDir>
#include <QTest>
#include <limits>
#include <numeric>
#include <rapidcheck.h>

using namespace stratadeck;

using Times = std::vector<qint64>;

class TestCodecClock : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepsTimes_data();
    void keepsTimes();
    void keepsAnything();
    void jitterCostsTwoBits();
    void anyDamageIsSafe();
    void mustRise();
    void oldFindingsHold_data();
    void oldFindingsHold();
};

namespace {

constexpr std::array kEfforts{Effort::Fast, Effort::Small};
constexpr qint64 kStart = 1'700'000'000'000;

Bytes encoded(const Times &times, Effort effort)
{
    Bytes bytes;
    encodeClock(times, effort, bytes);
    return bytes;
}

bool survives(const Times &times)
{
    return std::all_of(kEfforts.begin(), kEfforts.end(), [&](Effort effort) {
        Times again;
        return decodeClock(encoded(times, effort), times.size(), again) && again == times;
    });
}

template<class Function>
Times timesOf(qint64 count, Function function)
{
    Times result;
    for (qint64 i = 0; i < count; ++i)
        result.push_back(kStart + function(i));
    return result;
}

qint64 jitter(qint64 i)
{
    return static_cast<qint64>((static_cast<quint64>(i + 1) * 0x9e3779b97f4a7c15 >> 40) % 3);
}

} // namespace

void TestCodecClock::keepsTimes_data()
{
    constexpr qint64 kMin = std::numeric_limits<qint64>::min();
    constexpr qint64 kMax = std::numeric_limits<qint64>::max();
    QTest::addColumn<Times>("times");
    QTest::newRow("one") << Times{kStart};
    QTest::newRow("two") << Times{kStart, kStart + 1};
    QTest::newRow("before 1970") << Times{-5000, -4000, -3000, 0, 1000};
    QTest::newRow("all of time") << Times{kMin, 0, kMax};
    QTest::newRow("ends of time") << Times{kMin, kMin + 1, kMax - 1, kMax};
    QTest::newRow("even") << timesOf(4096, [](qint64 i) { return i * 1000; });
    QTest::newRow("every ms") << timesOf(4096, [](qint64 i) { return i; });
    QTest::newRow("jitter") << timesOf(4096, [](qint64 i) { return i * 1000 + jitter(i); });
    QTest::newRow("drift") << timesOf(4096, [](qint64 i) { return i * 1001 + i / 3; });
    QTest::newRow("pauses") << timesOf(4096, [](qint64 i) { return (i + i / 100 * 50) * 1000 + jitter(i); });
    QTest::newRow("a change of pace") << timesOf(1000,
                                                 [](qint64 i) { return i < 500 ? i * 1000 : 500'000 + i * i; });
    QTest::newRow("a year between") << Times{kStart, kStart + 1000, kStart + 2000, kStart + 31'536'000'000};
}

void TestCodecClock::keepsTimes()
{
    QFETCH(Times, times);
    QVERIFY(survives(times));
}

void TestCodecClock::keepsAnything()
{
    const bool holds = rc::check("a clock gives back what went in", [] {
        const auto steps = *rc::gen::nonEmpty(rc::gen::container<Times>(rc::gen::inRange<qint64>(1, 100'000)));
        const int bits = *rc::gen::inRange(0, 40);
        qint64 time = *rc::gen::inRange<qint64>(-4'000'000'000'000, 4'000'000'000'000);
        Times times;
        for (qint64 step : steps)
            times.push_back(time += 1 + (step << bits) / 100'000);
        RC_ASSERT(survives(times));
    });
    QVERIFY(holds);
}

void TestCodecClock::jitterCostsTwoBits()
{
    const Times times = timesOf(3600, [](qint64 i) { return i * 1000 + jitter(i); });
    QCOMPARE_LE(encoded(times, Effort::Small).size(), 3600u / 4);
    const Times even = timesOf(3600, [](qint64 i) { return i * 1000; });
    QCOMPARE_LE(encoded(even, Effort::Small).size(), 25u);
}

void TestCodecClock::anyDamageIsSafe()
{
    const Times times = timesOf(60, [](qint64 i) { return (i + i / 20) * 1000 + jitter(i); });
    for (const Effort effort : kEfforts) {
        Bytes bytes = encoded(times, effort);
        Times out;
        for (std::size_t bit = 0; bit < 8 * bytes.size(); ++bit) {
            bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ 1 << (bit % 8));
            if (decodeClock(bytes, times.size(), out)) {
                QCOMPARE(out.size(), times.size());
                QVERIFY(std::adjacent_find(out.begin(), out.end(), std::greater_equal<>()) == out.end());
            }
            bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ 1 << (bit % 8));
        }
        for (std::size_t size = 0; size < bytes.size(); ++size) {
            const Bytes exact(bytes.begin(), bytes.begin() + static_cast<qsizetype>(size));
            QVERIFY(!decodeClock(exact, times.size(), out) || effort == Effort::Small);
        }
        QVERIFY(!decodeClock(bytes, 0, out));
        QVERIFY(!decodeClock(bytes, kMaxInstants + 1, out));
        QVERIFY(!decodeClock(bytes, std::numeric_limits<std::size_t>::max(), out));
    }
}

void TestCodecClock::mustRise()
{
    Times out;
    const Bytes falling = encoded({kStart + 1, kStart}, Effort::Fast);
    QVERIFY(!decodeClock(falling, 2, out));
    const Bytes standing = encoded({kStart, kStart}, Effort::Fast);
    QVERIFY(!decodeClock(standing, 2, out));
}

void TestCodecClock::oldFindingsHold_data()
{
    QTest::addColumn<QByteArray>("input");
    const QDir folder(QStringLiteral(STRATADECK_TEST_DATA "/fuzz/clock"));
    for (const QString &name : folder.entryList(QDir::Files)) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QTest::newRow(qPrintable(name)) << file.readAll();
    }
}

void TestCodecClock::oldFindingsHold()
{
    QFETCH(QByteArray, input);
    QCOMPARE(fuzz::checkClock(input), QByteArrayView(QTest::currentDataTag()).startsWith("bad")
                                          ? fuzz::Verdict::Refused
                                          : fuzz::Verdict::Kept);
}

QTEST_GUILESS_MAIN(TestCodecClock)
#include "tst_codecclock.moc"
