// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/samplebatch.h"
#include "models/history/chunkcodec.h"

#include <QTest>
#include <bit>
#include <cmath>
#include <limits>
#include <rapidcheck.h>

using namespace stratadeck;

class TestChunkCodec : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepsEveryBit_data();
    void keepsEveryBit();
    void keepsAnything();
    void anyDamageIsNoticed();
    void anyBytesAreSafe();
    void ofAnotherKeyIsRefused();
    void isSmall_data();
    void isSmall();
};

namespace {

using Values = std::vector<double>;

std::vector<qint64> everySecond(std::size_t count)
{
    std::vector<qint64> times;
    for (std::size_t i = 0; i < count; ++i)
        times.push_back(1'700'000'000'000 + static_cast<qint64>(i) * 1000);
    return times;
}

ChunkKey keyOf(const std::vector<qint64> &times)
{
    return {static_cast<SeriesId>(7), 3, times.front(), times.back(), static_cast<qint64>(times.size())};
}

QByteArray encoded(const std::vector<qint64> &times, const Values &values)
{
    ChunkEncoder encoder;
    return encoder.encode(keyOf(times), times, values).toByteArray();
}

/// Equal in every bit, except that NaN is NaN.
bool isSame(const Values &a, const Values &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](double x, double y) {
        return (std::isnan(x) && std::isnan(y)) || std::bit_cast<quint64>(x) == std::bit_cast<quint64>(y);
    });
}

/// False with a message from the property checker on standard error.
template<typename Property>
bool holds(const char *what, Property property)
{
    return rc::check(what, property);
}

/// Times that rise and values of every kind: counters, levels, rates, all bit patterns, gaps.
Samples anySamples()
{
    Samples samples;
    const auto steps =
        *rc::gen::nonEmpty(rc::gen::container<std::vector<qint64>>(rc::gen::inRange<qint64>(1, 100'000)));
    qint64 time = *rc::gen::inRange<qint64>(-4'000'000'000'000, 4'000'000'000'000);
    for (qint64 step : steps)
        samples.times.push_back(time += step);
    const int kind = *rc::gen::inRange(0, 4);
    double counter = 0;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const auto bits = *rc::gen::arbitrary<quint64>();
        counter += static_cast<double>(bits % 100'000);
        const Values choices{counter, static_cast<double>(bits % 7), static_cast<double>(bits % 1000) / 7,
                             std::bit_cast<double>(bits)};
        const bool gap = *rc::gen::inRange(0, 10) == 0;
        samples.values.push_back(gap ? kUnknown : choices[static_cast<std::size_t>(kind)]);
    }
    return samples;
}

} // namespace

void TestChunkCodec::keepsEveryBit_data()
{
    QTest::addColumn<Values>("values");
    using Limits = std::numeric_limits<double>;
    QTest::newRow("one") << Values{1.5};
    QTest::newRow("one gap") << Values{kUnknown};
    QTest::newRow("gaps only") << Values{kUnknown, kUnknown, kUnknown};
    QTest::newRow("constant") << Values{0.1, 0.1, 0.1};
    QTest::newRow("constant with gaps") << Values{kUnknown, 0.1, kUnknown, 0.1, kUnknown};
    QTest::newRow("counter") << Values{0, 10, 20, 30, 40};
    QTest::newRow("counter that starts again") << Values{1e15, 1e15 + 1, 0, 1};
    QTest::newRow("signs of zero") << Values{0.0, -0.0, 0.0};
    QTest::newRow("largest exact integers") << Values{9007199254740992, -9007199254740992, 9007199254740992};
    QTest::newRow("beyond exact integers") << Values{9007199254740994.0, 1, 18446744073709551616.0};
    QTest::newRow("infinities") << Values{Limits::infinity(), -Limits::infinity(), 1};
    QTest::newRow("extremes") << Values{Limits::max(), Limits::lowest(), Limits::min(), Limits::denorm_min()};
    QTest::newRow("fractions and gaps") << Values{0.1, kUnknown, 0.2, 0.30000000000000004, kUnknown};
    QTest::newRow("as many as allowed") << Values(kMaxChunkSamples, 0.5);
}

void TestChunkCodec::keepsEveryBit()
{
    QFETCH(Values, values);
    const auto times = everySecond(values.size());
    ChunkDecoder decoder;
    Samples out;
    QVERIFY(decoder.decode(keyOf(times), encoded(times, values), out));
    QCOMPARE(out.times, times);
    QVERIFY(isSame(out.values, values));
}

void TestChunkCodec::keepsAnything()
{
    ChunkEncoder encoder;
    ChunkDecoder decoder;
    Samples out;
    QVERIFY(holds("decode(encode(x)) == x", [&] {
        const Samples in = anySamples();
        const ChunkKey key = keyOf(in.times);
        RC_ASSERT(decoder.decode(key, encoder.encode(key, in.times, in.values), out));
        RC_ASSERT(out.times == in.times);
        RC_ASSERT(isSame(out.values, in.values));
    }));
}

void TestChunkCodec::anyDamageIsNoticed()
{
    ChunkDecoder decoder;
    Samples out;
    QVERIFY(holds("a changed or missing byte is noticed", [&] {
        const Samples in = anySamples();
        QByteArray chunk = encoded(in.times, in.values);
        const auto place = *rc::gen::inRange<qsizetype>(0, chunk.size());
        if (*rc::gen::arbitrary<bool>())
            chunk.truncate(place);
        else
            chunk[place] = static_cast<char>(chunk[place] ^ *rc::gen::inRange(1, 256));
        RC_ASSERT(!decoder.decode(keyOf(in.times), chunk, out));
    }));
}

void TestChunkCodec::anyBytesAreSafe()
{
    ChunkDecoder decoder;
    Samples out;
    QVERIFY(holds("hostile bytes with a right checksum do no harm", [&] {
        // The checksum of the key is not public, so damage is made before it is added: as if by a
        // program that writes nonsense but signs it.
        const auto count = *rc::gen::inRange<qint64>(1, 40);
        const ChunkKey key{static_cast<SeriesId>(1), 1, 0, count - 1, count};
        Bytes bytes{1, 0};
        const auto body = *rc::gen::container<std::vector<char>>(rc::gen::arbitrary<char>());
        bytes.insert(bytes.end(), body.begin(), body.end());
        putChecksum(bytes, chunkSeed(key));
        if (decoder.decode(key, bytes, out))
            RC_ASSERT(out.times.size() == static_cast<std::size_t>(count)
                      && out.values.size() == out.times.size());
    }));
}

void TestChunkCodec::ofAnotherKeyIsRefused()
{
    const auto times = everySecond(10);
    const QByteArray chunk = encoded(times, Values(10, 1.0));
    ChunkDecoder decoder;
    Samples out;
    const ChunkKey right = keyOf(times);
    QVERIFY(decoder.decode(right, chunk, out));
    for (int field = 0; field < 5; ++field) {
        ChunkKey wrong = right;
        wrong.series = static_cast<SeriesId>(value(wrong.series) + (field == 0));
        wrong.segment += field == 1;
        wrong.start += field == 2;
        wrong.end += field == 3;
        wrong.count += field == 4;
        QVERIFY2(!decoder.decode(wrong, chunk, out), qPrintable(QString::number(field)));
    }
}

void TestChunkCodec::isSmall_data()
{
    QTest::addColumn<Values>("values");
    QTest::addColumn<double>("mostBytesPerSample");
    Values constant(120, 42);
    Values counter;
    Values pages;
    for (int i = 0; i < 120; ++i) {
        counter.push_back(1e9 + i * 1500 + (i * 7919) % 13);
        const int page = i / 10;
        pages.push_back(1e9 + 4096 * page);
    }
    QTest::newRow("constant") << constant << 0.5;
    QTest::newRow("counter") << counter << 1.5;
    QTest::newRow("memory in pages") << pages << 1.0;
}

void TestChunkCodec::isSmall()
{
    QFETCH(Values, values);
    QFETCH(double, mostBytesPerSample);
    const double perSample =
        static_cast<double>(encoded(everySecond(values.size()), values).size()) / double(values.size());
    QVERIFY2(perSample <= mostBytesPerSample, qPrintable(QString::number(perSample)));
}

QTEST_APPLESS_MAIN(TestChunkCodec)
#include "tst_chunkcodec.moc"
