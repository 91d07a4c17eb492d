// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/merge.h"
#include "models/history/reduce.h"
#include "tests/support/historyfixture.h"

#include <rapidcheck.h>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;

class TestReduce : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void reduces_data();
    void reduces();
    void neverMoreThanAsked();
    void bucketsEndWhereEqualPartsOfTheRangeDo();
    void largeFiguresDoNotOverflow();
    void theLongestRange();
};

namespace {

/// "1 2 - 4": one figure a second, "-" unknown, "." none recorded.
Series reduced(const QString &figures, qint64 from, qint64 to, int maxPoints)
{
    Reducer reducer({second(from), second(to)}, maxPoints);
    const QStringList words = figures.split(u' ');
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (words[i] != u"."_s)
            reducer.add(toMillis(second(i)), words[i] == u"-"_s ? kUnknown : words[i].toDouble());
    }
    return reducer.take({});
}

} // namespace

void TestReduce::reduces_data()
{
    QTest::addColumn<QString>("figures");
    QTest::addColumn<int>("maxPoints");
    QTest::addColumn<QString>("expected");
    QTest::newRow("fits") << u"1 2 3 4"_s << 4 << u"0:1 1:2 2:3 3:4"_s;
    QTest::newRow("halved") << u"1 2 3 4"_s << 2 << u"0-1:1/2/1.5*2 2-3:3/4/3.5*2"_s;
    QTest::newRow("one bucket") << u"4 1 9 2"_s << 1 << u"0-3:1/9/4*4"_s;
    QTest::newRow("gaps are not counted") << u"1 - - 4"_s << 2 << u"0:1 gap@1 3:4"_s;
    QTest::newRow("gap at the start") << u"- - 3 4"_s << 2 << u"gap@0 2:3 3:4"_s;
    QTest::newRow("gap at the end") << u"1 2 - -"_s << 2 << u"0:1 1:2 gap@2"_s;
    QTest::newRow("gaps only") << u"- - - -"_s << 1 << u"gap@0"_s;
    QTest::newRow("gap inside a bucket") << u"1 - 3 4"_s << 1 << u"0-3:1/4/2.66667*3"_s;
    QTest::newRow("gap ends a bucket") << u"1 2 3 - 5 6 7 8"_s << 2 << u"0-2:1/3/2*3 gap@3 4-7:5/8/6.5*4"_s;
    QTest::newRow("gap begins a bucket") << u"1 2 3 4 - 6 7 8"_s << 2 << u"0-3:1/4/2.5*4 gap@4 5-7:6/8/7*3"_s;
    QTest::newRow("gap over buckets") << u"1 2 - - - - - - 9 10 11 12"_s << 3
                                      << u"0-1:1/2/1.5*2 gap@2 8-11:9/12/10.5*4"_s;
    QTest::newRow("nothing recorded is no gap")
        << u"1 2 . . . . . . 9 10 11 12"_s << 3 << u"0-1:1/2/1.5*2 8-11:9/12/10.5*4"_s;
    QTest::newRow("nothing") << u"."_s << 3 << QString();
}

void TestReduce::reduces()
{
    QFETCH(QString, figures);
    QFETCH(int, maxPoints);
    QFETCH(QString, expected);
    QCOMPARE(toText(reduced(figures, 0, figures.split(u' ').size(), maxPoints)), expected);
}

void TestReduce::neverMoreThanAsked()
{
    const bool holds = rc::check("at most maxPoints buckets hold samples, and none is lost", [] {
        const int maxPoints = *rc::gen::inRange(1, 50);
        const auto figures = *rc::gen::container<std::vector<int>>(rc::gen::inRange(-3, 30));
        const auto length = static_cast<qint64>(figures.size()) + *rc::gen::inRange(1, 20);
        Reducer reducer({second(0), second(length)}, maxPoints);
        double sum = 0;
        std::size_t known = 0;
        for (std::size_t i = 0; i < figures.size(); ++i) {
            reducer.add(toMillis(second(qint64(i))), figures[i] < 0 ? kUnknown : figures[i]);
            sum += std::max(figures[i], 0);
            known += figures[i] >= 0;
        }
        const Series series = reducer.take({});
        std::size_t holding = 0;
        std::size_t samples = 0;
        double total = 0;
        TimePoint before{};
        bool gapBefore = false;
        for (const Bucket &b : series.buckets) {
            RC_ASSERT(b.at > before && b.last >= b.at);
            RC_ASSERT(!(b.isGap() && gapBefore));
            RC_ASSERT(b.isGap()
                      || (b.min <= b.mean && b.mean <= b.max && b.min <= b.first && b.final <= b.max));
            before = b.last;
            gapBefore = b.isGap();
            holding += !b.isGap();
            samples += b.count;
            total += b.mean * b.count;
        }
        RC_ASSERT(holding <= std::size_t(maxPoints));
        RC_ASSERT(samples == known);
        RC_ASSERT(std::abs(total - sum) < 1e-6);
        RC_ASSERT(series.reduced == (known > std::size_t(maxPoints)));
    });
    QVERIFY(holds);
}

// So that a picture of a range that is no multiple of its width has the buckets' borders at its pixels' borders
// from one end to the other.
void TestReduce::bucketsEndWhereEqualPartsOfTheRangeDo()
{
    Reducer reducer({fromMillis(0), fromMillis(1007)}, 10);
    for (int i = 0; i < 1007; ++i)
        reducer.add(i, i);
    const Series series = reducer.take({});
    QCOMPARE(series.buckets.size(), std::size_t(10));
    for (int i = 0; i < 10; ++i)
        QCOMPARE(toMillis(series.buckets[static_cast<std::size_t>(i)].at), qint64((1007 * i + 9) / 10));
}

void TestReduce::largeFiguresDoNotOverflow()
{
    Reducer reducer({second(0), second(10)}, 1);
    for (int i = 0; i < 10; ++i)
        reducer.add(toMillis(second(i)), 1.7e308);
    QCOMPARE(reducer.take({}).buckets.front().mean, 1.7e308);
}

void TestReduce::theLongestRange()
{
    using Limits = std::numeric_limits<qint64>;
    Reducer reducer({fromMillis(Limits::min()), fromMillis(Limits::max())}, 2);
    for (int i = 0; i < 10; ++i)
        reducer.add(toMillis(second(i)), i);
    reducer.add(Limits::max() - 1, 10);
    const Series series = reducer.take({});
    QCOMPARE(series.buckets.size(), std::size_t(1));
    QCOMPARE(series.buckets.front().count, 11u);
}

QTEST_APPLESS_MAIN(TestReduce)
#include "tst_reduce.moc"
