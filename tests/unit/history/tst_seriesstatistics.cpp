// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/seriesstatistics.h"

#include "models/base/samplebatch.h"
#include "tests/support/historyfixture.h"

#include <algorithm>
#include <cmath>
#include <rapidcheck.h>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;

class TestSeriesStatistics : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void quantiles_data();
    void quantiles();
    void agreesWithSorting();
    void countsAndGaps_data();
    void countsAndGaps();
    void longRangesAreBoundedAndSaySo();
    void readsTheStoreExactly();
    void eventsOfSomeEntitiesOnly();
};

namespace {

std::vector<double> numbers(const QString &text)
{
    std::vector<double> result;
    for (const QString &word : text.split(u' ', Qt::SkipEmptyParts))
        result.push_back(word.toDouble());
    return result;
}

/// "1 2 - 4": one figure a second, "-" unknown, "." none recorded.
SeriesStatistics statisticsOf(const QString &figures, qint64 seconds)
{
    StatisticsCollector collector({second(0), second(seconds)});
    const QStringList words = figures.split(u' ', Qt::SkipEmptyParts);
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (words[i] != u"."_s)
            collector.add(toMillis(second(i)), words[i] == u"-"_s ? kUnknown : words[i].toDouble());
    }
    return collector.take({});
}

double bySorting(std::vector<double> figures, double share)
{
    std::ranges::sort(figures);
    const double rank = share * static_cast<double>(figures.size() - 1);
    const auto below = static_cast<std::size_t>(rank);
    const double next = figures[std::min(below + 1, figures.size() - 1)];
    return figures[below] + (rank - std::floor(rank)) * (next - figures[below]);
}

} // namespace

void TestSeriesStatistics::quantiles_data()
{
    QTest::addColumn<QString>("figures");
    QTest::addColumn<double>("share");
    QTest::addColumn<double>("expected");
    // The figures of the first rows are those of R's quantile(type = 7).
    QTest::newRow("median of four") << u"4 1 3 2"_s << 0.5 << 2.5;
    QTest::newRow("p95 of ten") << u"1 2 3 4 5 6 7 8 9 10"_s << 0.95 << 9.55;
    QTest::newRow("p99 of ten") << u"10 9 8 7 6 5 4 3 2 1"_s << 0.99 << 9.91;
    QTest::newRow("smallest") << u"5 3 8"_s << 0.0 << 3.0;
    QTest::newRow("largest") << u"5 3 8"_s << 1.0 << 8.0;
    QTest::newRow("one") << u"7"_s << 0.95 << 7.0;
    QTest::newRow("equal ones") << u"2 2 2 2"_s << 0.99 << 2.0;
}

void TestSeriesStatistics::quantiles()
{
    QFETCH(QString, figures);
    QFETCH(double, share);
    QFETCH(double, expected);
    std::vector<double> values = numbers(figures);
    QVERIFY(std::abs(quantileOf(values, share) - expected) < 1e-9);
    std::vector<double> none;
    QVERIFY(std::isnan(quantileOf(none, share)));
}

void TestSeriesStatistics::agreesWithSorting()
{
    const bool ok = rc::check("quantiles are those of the sorted figures", [] {
        std::vector<double> figures;
        for (const int figure : *rc::gen::nonEmpty<std::vector<int>>())
            figures.push_back(figure);
        for (const double share : {0.5, 0.95, 0.99}) {
            std::vector<double> copy = figures;
            const double expected = bySorting(figures, share);
            RC_ASSERT(std::abs(quantileOf(copy, share) - expected) <= 1e-9 * (1 + std::abs(expected)));
        }
    });
    QVERIFY(ok);
}

void TestSeriesStatistics::countsAndGaps_data()
{
    QTest::addColumn<QString>("figures");
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("gaps");
    QTest::addColumn<int>("unknownSeconds");
    QTest::addColumn<double>("mean");
    QTest::newRow("all known") << u"1 2 3 4"_s << 4 << 0 << 0 << 2.5;
    QTest::newRow("zero is a figure") << u"0 0 0 4"_s << 4 << 0 << 0 << 1.0;
    QTest::newRow("one gap") << u"1 - - 4"_s << 2 << 1 << 2 << 2.5;
    QTest::newRow("two gaps") << u"1 - 3 - 5"_s << 3 << 2 << 2 << 3.0;
    QTest::newRow("open at the end") << u"1 3 - - . . . . . ."_s << 2 << 1 << 8 << 2.0;
    QTest::newRow("open at the start") << u"- 3"_s << 1 << 1 << 1 << 3.0;
    QTest::newRow("nothing known") << u"-"_s << 0 << 1 << 10 << kUnknown;
    QTest::newRow("nothing recorded") << QString() << 0 << 0 << 0 << kUnknown;
}

void TestSeriesStatistics::countsAndGaps()
{
    QFETCH(QString, figures);
    QFETCH(int, count);
    QFETCH(int, gaps);
    QFETCH(int, unknownSeconds);
    QFETCH(double, mean);
    const SeriesStatistics found = statisticsOf(figures, 10);
    QCOMPARE(found.count, qint64(count));
    QCOMPARE(found.gaps, qint64(gaps));
    QCOMPARE(found.unknown, Milliseconds(unknownSeconds * 1000));
    QCOMPARE(found.mean, mean);
    QCOMPARE(std::isnan(found.p95), count == 0);
    QCOMPARE(std::isnan(found.min), count == 0);
    QVERIFY(!found.approximate);
}

void TestSeriesStatistics::longRangesAreBoundedAndSaySo()
{
    constexpr int count = 100'000;
    StatisticsCollector collector({second(0), second(count)}, 1000);
    for (int i = 0; i < count; ++i)
        collector.add(toMillis(second(i)), i);
    const SeriesStatistics found = collector.take({});
    QVERIFY(found.approximate);
    QCOMPARE(found.count, qint64(count));
    QCOMPARE(found.min, 0.0);
    QCOMPARE(found.max, count - 1.0);
    QCOMPARE(found.mean, (count - 1.0) / 2);
    QVERIFY(std::abs(found.p50 - count * 0.50) < count * 0.004);
    QVERIFY(std::abs(found.p95 - count * 0.95) < count * 0.004);
    QVERIFY(std::abs(found.p99 - count * 0.99) < count * 0.004);
}

void TestSeriesStatistics::readsTheStoreExactly()
{
    const Store store;
    const auto writer = store.writer();
    const std::vector<SeriesId> series = makeSeries(*writer, 2);
    std::vector<double> figures;
    for (int i = 0; i < 5000; ++i) {
        figures.push_back((i * 7919) % 5003);
        const double other = i % 10 < 3 ? kUnknown : 1.0;
        const std::array values{SeriesValue{series[0], figures.back()}, SeriesValue{series[1], other}};
        require(writer->append(second(i), values));
    }
    const auto reader = store.reader();
    const auto found = require(reader->summarise(series, {second(0), second(5000)}));
    QCOMPARE(found.size(), std::size_t(2));
    QCOMPARE(found[0].count, qint64(5000));
    QCOMPARE(found[0].p95, bySorting(figures, 0.95));
    QCOMPARE(found[0].max, *std::ranges::max_element(figures));
    QCOMPARE(found[1].count, qint64(3500));
    QCOMPARE(found[1].gaps, qint64(500));
    QCOMPARE(found[1].unknown, Milliseconds(1'500'000));
    // Part of the range only.
    const auto part = require(reader->summarise(series, {second(10), second(20)}));
    QCOMPARE(part[0].count, qint64(10));
    QVERIFY(!reader->summarise(series, {second(5), second(5)}));
}

void TestSeriesStatistics::eventsOfSomeEntitiesOnly()
{
    const Store store;
    const auto writer = store.writer();
    const EntityId one = require(writer->entity(vmInfo(1), second(0)));
    const EntityId two = require(writer->entity(vmInfo(2), second(0)));
    for (int i = 0; i < 20; ++i) {
        const EventRecord event{i % 5 == 0 ? one : two, second(i), u"started"_s, QString::number(i)};
        require(writer->event(event));
    }
    require(writer->append(second(20), {}));
    const auto reader = store.reader();
    const auto found = require(reader->events(std::array{one}, {second(0), second(100)}, 3));
    QCOMPARE(found.size(), std::size_t(3)); // the latest three of four
    QCOMPARE(found.front().text, u"5"_s);
    QCOMPARE(found.back().text, u"15"_s);
    QCOMPARE(require(reader->events(std::array{one, two}, {second(0), second(100)}, 50)).size(),
             std::size_t(20));
    QVERIFY(require(reader->events({}, {second(0), second(100)}, 50)).empty());
}

QTEST_GUILESS_MAIN(TestSeriesStatistics)
#include "tst_seriesstatistics.moc"
