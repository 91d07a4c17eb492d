// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/codec/rollupcodec.h"
#include "tests/fuzz/codecchecks.h"

#include <QDir>
#include <QTest>
#include <bit>
#include <cmath>
#include <limits>
#include <rapidcheck.h>

using namespace stratadeck;

using Rollups = std::vector<Rollup>;

class TestCodecRollup : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepsRollups_data();
    void keepsRollups();
    void keepsAnything();
    void meansAreRounded();
    void appends();
    void anyDamageIsSafe();
    void hostileCountsAreRefused();
    void oldFindingsHold_data();
    void oldFindingsHold();
};

namespace {

constexpr qint64 kStart = 1'699'999'980'000;
constexpr qint64 kMinute = 60'000;

Bytes encoded(const Rollups &rollups, qint64 step = kMinute)
{
    Bytes bytes;
    RollupEncoder().encode(rollups, step, bytes);
    return bytes;
}

bool isSame(double a, double b)
{
    return (std::isnan(a) && std::isnan(b)) || std::bit_cast<quint64>(a) == std::bit_cast<quint64>(b);
}

bool isSame(const Rollup &a, const Rollup &b)
{
    return a.at == b.at && isSame(a.min, b.min) && isSame(a.max, b.max) && isSame(a.mean, b.mean)
           && a.count == b.count && a.gapAfter == b.gapAfter;
}

bool survives(const Rollups &rollups, qint64 step = kMinute)
{
    Rollups again;
    return RollupDecoder().decode(encoded(rollups, step), again)
           && std::equal(again.begin(), again.end(), rollups.begin(), rollups.end(),
                         [](const Rollup &a, const Rollup &b) { return isSame(a, b); });
}

Rollups minutes(std::size_t count, double unit)
{
    Rollups result;
    for (std::size_t i = 0; i < count; ++i) {
        const auto at = kStart + static_cast<qint64>(i + i / 50) * kMinute;
        const auto low = static_cast<double>(i * 37 % 100);
        result.push_back({at, low / unit, (low + 6) / unit, (low + 2) / unit, i % 9 ? 60u : 59u, i % 50 == 49});
    }
    return result;
}

} // namespace

void TestCodecRollup::keepsRollups_data()
{
    using Limits = std::numeric_limits<double>;
    constexpr qint64 kMax = std::numeric_limits<qint64>::max();
    constexpr double kLimit = 9007199254740992.0; // 2^53
    QTest::addColumn<Rollups>("rollups");
    QTest::newRow("one") << Rollups{{kStart, 1, 3, 2, 60, false}};
    QTest::newRow("one with a gap") << Rollups{{kStart, 1, 3, 2, 1, true}};
    QTest::newRow("integers") << minutes(4096, 1);
    QTest::newRow("decimals") << minutes(4096, 100);
    QTest::newRow("doubles") << minutes(4096, 3);
    QTest::newRow("far apart") << Rollups{{std::numeric_limits<qint64>::min(), 1, 1, 1, 1, false},
                                          {kMax, 2, 2, 2, std::numeric_limits<quint32>::max(), true}};
    QTest::newRow("extremes") << Rollups{
        {0, Limits::lowest(), Limits::max(), 0, 7, false},
        {1, -Limits::infinity(), Limits::infinity(), Limits::quiet_NaN(), 7, false},
        {2, -0.0, Limits::denorm_min(), 0, 7, false}};
    QTest::newRow("2^53") << Rollups{{0, -kLimit, kLimit, 0, 7, false}, {1, 0, kLimit, kLimit / 3, 7, false}};
    QTest::newRow("mean far outside") << Rollups{{0, 1, 2, 1e300, 7, false}};
    QTest::newRow("mean of no size") << Rollups{{0, 0.001, 0.001, 0.001, 7, false}};
}

void TestCodecRollup::keepsRollups()
{
    QFETCH(Rollups, rollups);
    QVERIFY(survives(rollups));
    QVERIFY(survives(rollups, 3'600'000));
}

void TestCodecRollup::keepsAnything()
{
    const bool holds = rc::check("rollups come back", [] {
        const auto numbers =
            *rc::gen::nonEmpty(rc::gen::container<std::vector<quint64>>(rc::gen::arbitrary<quint64>()));
        const bool isInteger = *rc::gen::arbitrary<bool>();
        Rollups rollups;
        qint64 at = *rc::gen::inRange<qint64>(-4'000'000'000'000, 4'000'000'000'000);
        for (quint64 number : numbers) {
            const quint64 bits = number * 0x9e3779b97f4a7c15;
            at += 1 + static_cast<qint64>(bits >> 44);
            const auto figure = [&](quint64 factor) {
                return isInteger ? static_cast<double>(static_cast<qint32>(bits * factor >> 32))
                                 : std::bit_cast<double>(bits * factor);
            };
            rollups.push_back(
                {at, figure(3), figure(5), figure(7), static_cast<quint32>(bits >> 40) + 1, bits >> 63 == 1});
        }
        RC_ASSERT(survives(rollups));
    });
    QVERIFY(holds);
}

void TestCodecRollup::meansAreRounded()
{
    // Two decimals in the extremes: the mean keeps four.
    Rollups again;
    QVERIFY(RollupDecoder().decode(encoded({{kStart, 0.25, 1, 1.0 / 3, 60, false}}), again));
    QCOMPARE(again[0].mean, 0.3333);
    // One of the extremes is no decimal: nothing is rounded.
    QVERIFY(survives({{kStart, 0.25, std::sqrt(2), 1.0 / 3, 60, false}}));
}

void TestCodecRollup::appends()
{
    RollupDecoder decoder;
    Rollups all;
    QVERIFY(decoder.decode(encoded(minutes(10, 1)), all));
    QVERIFY(decoder.decode(encoded(minutes(20, 10)), all));
    QCOMPARE(all.size(), 30u);
    QVERIFY(isSame(all[29], minutes(20, 10)[19]));
    QVERIFY(!decoder.decode(QByteArrayView("\x0b\x01"), all));
    QCOMPARE(all.size(), 30u);
}

void TestCodecRollup::anyDamageIsSafe()
{
    for (const Rollups &rollups : {minutes(60, 1), minutes(60, 100), minutes(60, 3)}) {
        Bytes bytes = encoded(rollups);
        RollupDecoder decoder;
        Rollups out;
        for (std::size_t bit = 0; bit < 8 * bytes.size(); ++bit) {
            bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ 1 << (bit % 8));
            out.clear();
            const bool decodes = decoder.decode(bytes, out);
            QCOMPARE(decodes, !out.empty());
            bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ 1 << (bit % 8));
        }
        for (std::size_t size = 0; size < bytes.size(); ++size) {
            const Bytes exact(bytes.begin(), bytes.begin() + static_cast<qsizetype>(size));
            QVERIFY(!decoder.decode(exact, out));
        }
        bytes.push_back(0);
        QVERIFY(!decoder.decode(bytes, out));
    }
}

void TestCodecRollup::hostileCountsAreRefused()
{
    RollupDecoder decoder;
    Rollups out;
    Bytes bytes{0};
    putVarint(bytes, std::numeric_limits<quint64>::max());
    bytes.insert(bytes.end(), 1000, 0);
    QVERIFY(!decoder.decode(bytes, out));
    QVERIFY(out.capacity() <= kMaxInstants);
}

void TestCodecRollup::oldFindingsHold_data()
{
    QTest::addColumn<QByteArray>("input");
    const QDir folder(QStringLiteral(STRATADECK_TEST_DATA "/fuzz/rollup"));
    for (const QString &name : folder.entryList(QDir::Files)) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QTest::newRow(qPrintable(name)) << file.readAll();
    }
}

void TestCodecRollup::oldFindingsHold()
{
    QFETCH(QByteArray, input);
    QCOMPARE(fuzz::checkRollups(input), QByteArrayView(QTest::currentDataTag()).startsWith("bad")
                                            ? fuzz::Verdict::Refused
                                            : fuzz::Verdict::Kept);
}

QTEST_GUILESS_MAIN(TestCodecRollup)
#include "tst_codecrollup.moc"
