// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/samplebatch.h"
#include "models/history/codec/columncodec.h"
#include "tests/fuzz/codecchecks.h"

#include <QDir>
#include <QTest>
#include <bit>
#include <cmath>
#include <limits>
#include <rapidcheck.h>

using namespace stratadeck;

class TestCodecColumn : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepsEveryBit_data();
    void keepsEveryBit();
    void keepsAnything();
    void leavesInstantsOut_data();
    void leavesInstantsOut();
    void isSmall_data();
    void isSmall();
    void truncatedIsRefused();
    void anyBitFlipIsSafe();
    void hostileCountsAreRefused();
    void oldFindingsHold_data();
    void oldFindingsHold();
};

namespace {

using Values = std::vector<double>;

constexpr std::array kEfforts{Effort::Fast, Effort::Small};
constexpr double kLimit = 9007199254740992.0; // 2^53

bool isSame(const Values &a, const Values &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](double x, double y) {
        return (std::isnan(x) && std::isnan(y)) || std::bit_cast<quint64>(x) == std::bit_cast<quint64>(y);
    });
}

Bytes encoded(const Column &column, std::size_t instants, Effort effort)
{
    Bytes bytes;
    ColumnEncoder().encode(column, instants, effort, bytes);
    return bytes;
}

bool survives(const Column &column, std::size_t instants)
{
    // One decoder for both: it must not carry anything over.
    ColumnDecoder decoder;
    for (const Effort effort : kEfforts) {
        Column again;
        if (!decoder.decode(encoded(column, instants, effort), instants, again)
            || again.present != column.present || !isSame(again.values, column.values))
            return false;
    }
    return true;
}

template<class Function>
Values values(std::size_t count, Function function)
{
    Values result;
    for (std::size_t i = 0; i < count; ++i)
        result.push_back(function(i));
    return result;
}

/// Looks random and is the same everywhere.
quint64 scramble(quint64 i)
{
    quint64 x = (i + 1) * 0x9e3779b97f4a7c15;
    x = (x ^ x >> 31) * 0xbf58476d1ce4e5b9;
    return x ^ x >> 29;
}

/// Columns of every coding, small enough to damage everywhere.
std::vector<Column> samples()
{
    const auto whole = [](std::size_t i) { return static_cast<double>(scramble(i) % 50); };
    const auto decimal = [](std::size_t i) { return static_cast<double>(scramble(i) % 5000) / 100; };
    const auto raw = [](std::size_t i) { return std::sqrt(static_cast<double>(scramble(i) % 5000)); };
    const auto sparse = [](std::size_t i) { return i % 17 == 3 ? 1e15 : 4.0; };
    const auto gaps = [](std::size_t i) { return i % 5 ? static_cast<double>(i) : kUnknown; };
    std::vector<Column> result{{{}, values(40, whole)}, {{}, values(40, decimal)},
                               {{}, values(40, raw)},   {{}, values(40, sparse)},
                               {{}, values(40, gaps)},  {{}, values(40, [](auto) { return 7.5; })}};
    Column some{{}, {}};
    for (std::size_t i = 0; i < 40; ++i) {
        some.present.push_back(scramble(i) % 3 == 0);
        if (some.present.back())
            some.values.push_back(decimal(i));
    }
    result.push_back(some);
    return result;
}

} // namespace

void TestCodecColumn::keepsEveryBit_data()
{
    using Limits = std::numeric_limits<double>;
    QTest::addColumn<Values>("original");
    QTest::newRow("one value") << Values{42};
    QTest::newRow("two values") << Values{42, 43};
    QTest::newRow("one gap marker") << Values{kUnknown};
    QTest::newRow("all gap markers") << Values(4096, kUnknown);
    QTest::newRow("negative zero") << Values{-0.0};
    QTest::newRow("both zeros") << Values{0.0, -0.0, 0.0, -0.0};
    QTest::newRow("constant decimal") << Values(4096, 12.34);
    QTest::newRow("constant third") << Values(100, 1.0 / 3);
    QTest::newRow("infinities") << Values{Limits::infinity(), -Limits::infinity(), 0, kUnknown, 1};
    QTest::newRow("extremes") << Values{Limits::max(), Limits::lowest(), Limits::min(), Limits::epsilon()};
    QTest::newRow("denormals") << Values{Limits::denorm_min(), -Limits::denorm_min(), 5e-310, 0};
    QTest::newRow("2^53") << Values{kLimit, -kLimit, kLimit - 1, 1 - kLimit, 0, kLimit};
    QTest::newRow("beyond 2^53") << Values{kLimit + 2, kLimit, 1};
    QTest::newRow("64 bits") << Values{0x1p63, -0x1p63, 0x1p64, 0x1p62, -0x1p62};
    QTest::newRow("32 bits") << Values{2147483647, -2147483648.0, 4294967295, 0};
    QTest::newRow("nine decimals") << Values{0.123456789, 1.000000001, 2};
    QTest::newRow("ten decimals") << Values{0.1234567891, 1, 2};
    QTest::newRow("decimals and a huge integer") << Values{0.001, kLimit, 5};
    QTest::newRow("sum of decimals") << Values{0.1 + 0.2, 0.3, 0.1};
    QTest::newRow("4096 integers") << values(
        4096, [](std::size_t i) { return static_cast<double>(scramble(i) % 9); });
    QTest::newRow("4096 decimals") << values(
        4096, [](std::size_t i) { return static_cast<double>(scramble(i) % 9999) / 1000; });
    QTest::newRow("4096 of any bits") << values(
        4096, [](std::size_t i) { return std::bit_cast<double>(scramble(i)); });
    QTest::newRow("floats") << values(
        500, [](std::size_t i) { return static_cast<double>(std::sqrt(static_cast<float>(i))); });
    QTest::newRow("pages") << values(
        500, [](std::size_t i) { return static_cast<double>(scramble(i) % 100) * 4096 + 7; });
    QTest::newRow("multiples of 1500")
        << values(500, [](std::size_t i) { return static_cast<double>(scramble(i) % 100) * 1500 - 3; });
    QTest::newRow("straight line") << values(500,
                                             [](std::size_t i) { return static_cast<double>(i) * 977 - 5; });
    QTest::newRow("parabola") << values(500, [](std::size_t i) { return static_cast<double>(i * i); });
    QTest::newRow("outliers") << values(
        500, [](std::size_t i) { return i % 40 ? static_cast<double>(i % 3) : 1e14 - static_cast<double>(i); });
    QTest::newRow("some gap markers") << values(
        500, [](std::size_t i) { return scramble(i) % 3 ? static_cast<double>(i) : kUnknown; });
}

void TestCodecColumn::keepsEveryBit()
{
    QFETCH(Values, original);
    QVERIFY(survives({{}, original}, original.size()));
}

void TestCodecColumn::keepsAnything()
{
    const bool holds = rc::check("a column gives back what went in", [] {
        const int kind = *rc::gen::inRange(0, 6);
        const auto numbers =
            *rc::gen::nonEmpty(rc::gen::container<std::vector<quint64>>(rc::gen::arbitrary<quint64>()));
        const bool isPartial = *rc::gen::arbitrary<bool>();
        Column column;
        double counter = 0;
        for (quint64 number : numbers) {
            const quint64 bits = scramble(number); // small numbers as well, and all of every size
            counter += static_cast<double>(bits % 100'000);
            const Values choices{counter,
                                 static_cast<double>(bits % 7),
                                 static_cast<double>(bits % 1000) / 7,
                                 std::bit_cast<double>(bits),
                                 static_cast<double>(static_cast<qint64>(bits) >> 11),
                                 static_cast<double>(static_cast<qint64>(bits) >> (bits % 64)) / 1000};
            const bool isThere = !isPartial || bits >> 33 & 1;
            column.present.push_back(isThere);
            if (isThere)
                column.values.push_back(bits >> 35 & 15 ? choices[static_cast<std::size_t>(kind)] : kUnknown);
        }
        if (column.values.size() == numbers.size())
            column.present.clear();
        RC_ASSERT(survives(column, numbers.size()));
    });
    QVERIFY(holds);
}

void TestCodecColumn::leavesInstantsOut_data()
{
    QTest::addColumn<int>("instants");
    QTest::addColumn<int>("every"); // 0: none is present
    QTest::addColumn<int>("most");  // bytes with Effort::Small
    QTest::newRow("the only one is absent") << 1 << 0 << 4;
    QTest::newRow("all absent") << 4096 << 0 << 5;
    QTest::newRow("every second") << 4096 << 2 << 20;
    QTest::newRow("every tenth") << 4096 << 10 << 50;
    QTest::newRow("every sixtieth") << 4096 << 60 << 150;
    QTest::newRow("the first only") << 4096 << 4096 << 8;
}

void TestCodecColumn::leavesInstantsOut()
{
    QFETCH(int, instants);
    QFETCH(int, every);
    QFETCH(int, most);
    Column column;
    for (int i = 0; i < instants; ++i) {
        const bool isThere = every > 0 && i % every == 0;
        column.present.push_back(isThere);
        if (isThere)
            column.values.push_back(5);
    }
    QVERIFY(survives(column, static_cast<std::size_t>(instants)));
    QCOMPARE_LE(static_cast<int>(encoded(column, static_cast<std::size_t>(instants), Effort::Small).size()),
                most);
}

void TestCodecColumn::isSmall_data()
{
    QTest::addColumn<Values>("original");
    QTest::addColumn<int>("mostFast");
    QTest::addColumn<int>("mostSmall");
    constexpr std::size_t kCount = 3600;
    QTest::newRow("constant") << Values(kCount, 25.5) << 3 << 3;
    QTest::newRow("straight line") << values(kCount, [](std::size_t i) {
        return static_cast<double>(i) * 12345;
    }) << 130 << 40;
    QTest::newRow("one step in the middle")
        << values(kCount, [](std::size_t i) { return i < 1800 ? 1e9 : 2e9; }) << 140 << 20;
    // Two bits of chance in each value cannot become less than 900 bytes.
    QTest::newRow("two random bits") << values(kCount, [](std::size_t i) {
        return static_cast<double>(scramble(i) % 4);
    }) << 1030 << 945;
    QTest::newRow("a counter of pages") << values(kCount, [n = 0.0](std::size_t i) mutable {
        return n += static_cast<double>(scramble(i) % 4) * 4096;
    }) << 1030 << 945;
}

void TestCodecColumn::isSmall()
{
    QFETCH(Values, original);
    QFETCH(int, mostFast);
    QFETCH(int, mostSmall);
    QVERIFY(survives({{}, original}, original.size()));
    QCOMPARE_LE(static_cast<int>(encoded({{}, original}, original.size(), Effort::Fast).size()), mostFast);
    QCOMPARE_LE(static_cast<int>(encoded({{}, original}, original.size(), Effort::Small).size()), mostSmall);
}

void TestCodecColumn::truncatedIsRefused()
{
    // Range-coded bytes end in a fraction whose last bytes may be right by chance; packed ones are all needed.
    ColumnDecoder decoder;
    Column out;
    for (const Column &column : samples()) {
        for (const Effort effort : kEfforts) {
            const Bytes bytes = encoded(column, 40, effort);
            for (std::size_t size = 0; size < bytes.size(); ++size) {
                const std::vector<char> exact(bytes.begin(), bytes.begin() + static_cast<qsizetype>(size));
                const bool decodes = decoder.decode(exact, 40, out);
                QVERIFY(effort == Effort::Small || !decodes);
            }
            Bytes longer = bytes;
            longer.push_back(0);
            QVERIFY(effort == Effort::Small || !decoder.decode(longer, 40, out));
        }
    }
}

void TestCodecColumn::anyBitFlipIsSafe()
{
    ColumnDecoder decoder;
    Column out;
    for (const Column &column : samples()) {
        for (const Effort effort : kEfforts) {
            Bytes bytes = encoded(column, 40, effort);
            for (std::size_t bit = 0; bit < 8 * bytes.size(); ++bit) {
                bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ 1 << (bit % 8));
                if (decoder.decode(bytes, 40, out))
                    QVERIFY(out.present.empty() ? out.values.size() == 40 : out.present.size() == 40);
                bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ 1 << (bit % 8));
            }
            QVERIFY(decoder.decode(bytes, 40, out));
            QVERIFY(isSame(out.values, column.values));
        }
    }
}

void TestCodecColumn::hostileCountsAreRefused()
{
    ColumnDecoder decoder;
    Column out;
    const Bytes constant = encoded({{}, {5}}, 1, Effort::Fast);
    QVERIFY(decoder.decode(constant, kMaxInstants, out));
    QVERIFY(!decoder.decode(constant, 0, out));
    QVERIFY(!decoder.decode(constant, kMaxInstants + 1, out));
    QVERIFY(!decoder.decode(constant, std::numeric_limits<std::size_t>::max(), out));
    QVERIFY(!decoder.decode({}, 1, out));
    QVERIFY(out.values.capacity() <= 2 * kMaxInstants);
}

void TestCodecColumn::oldFindingsHold_data()
{
    QTest::addColumn<QByteArray>("input");
    const QDir folder(QStringLiteral(STRATADECK_TEST_DATA "/fuzz/column"));
    for (const QString &name : folder.entryList(QDir::Files)) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QTest::newRow(qPrintable(name)) << file.readAll();
    }
}

void TestCodecColumn::oldFindingsHold()
{
    QFETCH(QByteArray, input);
    const fuzz::Verdict verdict = fuzz::checkColumn(input);
    // What is named after what is wrong with it starts with "bad".
    QCOMPARE(verdict, QByteArrayView(QTest::currentDataTag()).startsWith("bad") ? fuzz::Verdict::Refused
                                                                                : fuzz::Verdict::Kept);
}

QTEST_GUILESS_MAIN(TestCodecColumn)
#include "tst_codeccolumn.moc"
