// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/sqlite.h"
#include "tests/support/brokendisk.h"
#include "tests/support/historyfixture.h"
#include "tests/support/verify.h"

#include <bit>
#include <cmath>
#include <map>
#include <numeric>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;

/// What moves into the archive and the tiers is still all there, however it was recorded.
class TestCompaction : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anyRecordingSurvives_data();
    void anyRecordingSurvives();
    void recordingGoesOnInBetween();
    void longRangesComeFromTiers();
    void tiersAgreeWithSamples();
    void gapsReachTheTiers();
    void clockSetBackByHours();
    void damagedBlocksStay();
    void damagedRowsAreGaps();
    void nothingIsLostWhenADiskIsFull();
};

namespace {

constexpr qint64 kHour = 3600;

/// Figures as they were recorded, by series and time.
using Record = std::vector<std::map<TimePoint, double>>;

void verifyRecord(const HistoryReader &reader, const std::vector<SeriesId> &series, const Record &record)
{
    const TimeRange range{record[0].begin()->first, record[0].rbegin()->first + Milliseconds(10'000)};
    for (std::size_t s = 0; s < series.size(); ++s) {
        std::map<TimePoint, double> found;
        for (const Bucket &bucket : readAll(reader, series[s], range).buckets) {
            if (!bucket.isGap())
                found.emplace(bucket.at, bucket.first);
        }
        QCOMPARE(found.size(), record[s].size());
        for (const auto &[at, figure] : record[s]) {
            QVERIFY2(found.contains(at), qPrintable(QString::number(toMillis(at))));
            QCOMPARE(std::bit_cast<quint64>(found[at]), std::bit_cast<quint64>(figure));
        }
    }
}

void compactUntilDone(HistoryWriter &writer, TimePoint now)
{
    while (require(writer.compact(now)))
        ;
}

qint64 countOf(const Store &store, const char *sql)
{
    return require(require(Database::open(store.path, Database::Mode::Read)).integer(sql));
}

} // namespace

void TestCompaction::anyRecordingSurvives_data()
{
    QTest::addColumn<int>("groups");
    QTest::addColumn<int>("period"); // seconds
    QTest::addColumn<qint64>("length");
    QTest::newRow("a second, two hours") << 1 << 1 << 2 * kHour + 300;
    QTest::newRow("a second, two groups") << 2 << 1 << kHour;
    QTest::newRow("a minute, three days") << 1 << 60 << 72 * kHour;
    QTest::newRow("ten minutes, eighty days") << 1 << 600 << 80 * 24 * kHour;
}

/// Counters, decimals, noise, gaps, restarts, a slow series, and the clock set back now and then.
void TestCompaction::anyRecordingSurvives()
{
    QFETCH(int, groups);
    QFETCH(int, period);
    QFETCH(qint64, length);
    const Store store;
    auto writer = store.writer();
    std::vector<SeriesId> series;
    for (int i = 0; i < groups; ++i) {
        makeSeries(*writer, 124, 10 + i); // neighbours that are silent
        for (const SeriesId id : makeSeries(*writer, 4, i))
            series.push_back(id);
    }
    Record record(series.size());
    qint64 sweep = 0;
    qint64 back = 0;
    for (qint64 t = 0; t < length; t += period, ++sweep) {
        if (sweep == length / period / 3) {
            writer.reset();
            writer = store.writer();
        }
        if (sweep == length / period / 2) {
            back = 900;
            require(writer->beginSegment());
        }
        const TimePoint at = second(t - back) + Milliseconds(sweep % 3 + (back > 0 ? 500 : 0));
        std::vector<SeriesValue> values;
        for (std::size_t s = 0; s < series.size(); ++s) {
            if (s % 4 == 3 && sweep % 10 != 0)
                continue; // read less often
            const double noise = static_cast<double>(sweep * 7919 % 1009);
            const std::array figures{1e9 + 1500.0 * static_cast<double>(sweep) + noise, noise / 100, noise / 7,
                                     -noise};
            const double figure = sweep % 400 < 5 ? kUnknown : figures[s % 4];
            values.push_back({series[s], figure});
            if (!std::isnan(figure))
                record[s].emplace(at, figure);
        }
        VERIFY_OK(writer->append(at, values));
    }
    verifyRecord(*store.reader(), series, record);
    compactUntilDone(*writer, second(length));
    verifyRecord(*store.reader(), series, record);
    QCOMPARE(require(checkHistory(store.path)), QStringList());
    VERIFY_OK(writer->compactAll());
    QCOMPARE(countOf(store, "SELECT count(*) FROM hot"), qint64(0));
    QCOMPARE(countOf(store, "SELECT count(*) FROM minute_part"), qint64(0));
    QCOMPARE(countOf(store, "SELECT count(*) FROM hour_part"), qint64(0));
    verifyRecord(*store.reader(), series, record);
    QCOMPARE(require(checkHistory(store.path)), QStringList());
    writer.reset();
    verifyRecord(*store.reader(), series, record);
    QCOMPARE(require(checkHistory(store.path)), QStringList());
}

void TestCompaction::recordingGoesOnInBetween()
{
    const Store store;
    auto writer = store.writer();
    const auto series = makeSeries(*writer, 3);
    Record record(series.size());
    for (qint64 t = 0; t < 3 * kHour; ++t) {
        std::vector<SeriesValue> values;
        for (std::size_t s = 0; s < series.size(); ++s) {
            values.push_back({series[s], double(t * qint64(s + 1))});
            record[s].emplace(second(t), values.back().value);
        }
        VERIFY_OK(writer->append(second(t), values));
        VERIFY_OK(writer->compact(second(t)));
    }
    verifyRecord(*store.reader(), series, record);
    QVERIFY(countOf(store, "SELECT count(*) FROM hot") <= 62);
    QVERIFY(countOf(store, "SELECT count(*) FROM journal") <= 241);
    QCOMPARE(require(store.reader()->statistics()).oldest, second(0));
    QCOMPARE(require(checkHistory(store.path)), QStringList());
}

void TestCompaction::longRangesComeFromTiers()
{
    const Store store;
    auto writer = store.writer();
    const auto series = makeSeries(*writer, 1).front();
    constexpr qint64 kDays = 40;
    for (qint64 t = 0; t < kDays * 24 * kHour; t += 20)
        VERIFY_OK(writer->append(second(t), std::array{SeriesValue{series, double(t % 1000)}}));
    compactUntilDone(*writer, second(kDays * 24 * kHour));
    const auto reader = store.reader();
    for (const int points : {4000, 200}) { // minutes, hours
        const Series read = readAll(*reader, series, {second(0), second(kDays * 24 * kHour)}, points);
        QVERIFY(read.reduced);
        QVERIFY(read.buckets.size() > std::size_t(points) * 9 / 10
                && read.buckets.size() <= std::size_t(points));
        qint64 samples = 0;
        for (const Bucket &bucket : read.buckets) {
            QVERIFY(!bucket.isGap());
            QVERIFY(bucket.min >= 0 && bucket.max <= 980 && bucket.min <= bucket.mean
                    && bucket.mean <= bucket.max);
            samples += bucket.count;
        }
        QVERIFY(std::abs(samples - kDays * 24 * kHour / 20) < 200); // buckets at the ends may lie outside
    }
    // It is told what is no longer kept as samples.
    VERIFY_OK(writer->retain({std::chrono::days(10), std::chrono::days(20), std::chrono::days(0), 0},
                             second(kDays * 24 * kHour)));
    const auto countIn = [&](qint64 fromDay, qint64 toDay, int points) {
        return readAll(*reader, series, {second(fromDay * 24 * kHour), second(toDay * 24 * kHour)}, points)
            .buckets.size();
    };
    QCOMPARE(countIn(38, 39, 1'000'000), std::size_t(24 * 180));
    QCOMPARE(countIn(25, 26, 1'000'000), std::size_t(24 * 60));
    QCOMPARE(countIn(5, 6, 1'000'000), std::size_t(24));
    QCOMPARE(require(checkHistory(store.path)), QStringList());
}

void TestCompaction::tiersAgreeWithSamples()
{
    const Store store;
    auto writer = store.writer();
    const auto series = makeSeries(*writer, 1).front();
    std::map<qint64, std::vector<double>> minutes;
    for (qint64 t = 0; t < 30 * kHour; t += 7) {
        const double figure = static_cast<double>(t * 7919 % 100'003) / 100;
        VERIFY_OK(writer->append(second(t), std::array{SeriesValue{series, figure}}));
        minutes[toMillis(second(t)) / 60'000].push_back(figure);
    }
    for (const bool compacted : {false, true}) {
        if (compacted)
            VERIFY_OK(writer->compactAll());
        const auto rollups = require(store.reader()->rollups(series, kAllTime, Tier::Minute));
        QCOMPARE(rollups.size(), minutes.size());
        std::size_t i = 0;
        for (const auto &[minute, figures] : minutes) {
            const Rollup &rollup = rollups[i++];
            QCOMPARE(rollup.at, minute * 60'000);
            QCOMPARE(rollup.count, quint32(figures.size()));
            QCOMPARE(rollup.min, *std::ranges::min_element(figures));
            QCOMPARE(rollup.max, *std::ranges::max_element(figures));
            const double mean = std::accumulate(figures.begin(), figures.end(), 0.0) / double(figures.size());
            QVERIFY(std::abs(rollup.mean - mean) < 1e-3); // a hundredth of what the figures resolve
        }
    }
    const auto hours = require(store.reader()->rollups(series, kAllTime, Tier::Hour));
    QVERIFY(hours.size() == 31 || hours.size() == 30);
    quint32 samples = 0;
    for (const Rollup &hour : hours)
        samples += hour.count;
    QCOMPARE(qint64(samples), (30 * kHour + 6) / 7);
}

void TestCompaction::gapsReachTheTiers()
{
    const Store store;
    auto writer = store.writer();
    const auto series = makeSeries(*writer, 2);
    const auto record = [&](qint64 from, qint64 to) {
        for (qint64 t = from; t < to; t += 10)
            VERIFY_OK(writer->append(second(t), std::array{SeriesValue{series[0], 1},
                                                           SeriesValue{series[1], t == 7190 ? kUnknown : 2}}));
    };
    record(0, 2 * kHour);
    writer.reset(); // nobody recorded for five hours
    writer = store.writer();
    record(7 * kHour, 9 * kHour);
    VERIFY_OK(writer->compactAll());
    const auto reader = store.reader();
    for (const SeriesId id : series) {
        const auto rollups = require(reader->rollups(id, kAllTime, Tier::Minute));
        QCOMPARE(std::ranges::count_if(rollups, &Rollup::gapAfter), 1);
        const Series read = readAll(*reader, id, {second(0), second(9 * kHour)}, 100);
        QVERIFY(read.reduced);
        QCOMPARE(std::ranges::count_if(read.buckets, &Bucket::isGap), 1);
    }
}

void TestCompaction::clockSetBackByHours()
{
    const Store store;
    auto writer = store.writer();
    const auto series = makeSeries(*writer, 1);
    Record record(1);
    const auto append = [&](qint64 from, qint64 to, double figure) {
        for (qint64 t = from; t < to; t += 5) {
            VERIFY_OK(writer->append(second(t), std::array{SeriesValue{series[0], figure}}));
            record[0].emplace(second(t), figure);
        }
    };
    append(0, 5 * kHour, 1);
    compactUntilDone(*writer, second(5 * kHour));
    VERIFY_OK(writer->beginSegment());
    append(2 * kHour + 1, 7 * kHour, 2); // into hours that are in the archive
    VERIFY_OK(writer->compactAll());
    verifyRecord(*store.reader(), series, record);
    QCOMPARE(require(store.reader()->statistics()).samples, qint64(record[0].size()));
    QCOMPARE(require(checkHistory(store.path)), QStringList());
    quint32 samples = 0;
    for (const Rollup &hour : require(store.reader()->rollups(series[0], kAllTime, Tier::Hour)))
        samples += hour.count;
    QCOMPARE(std::size_t(samples), record[0].size());
}

void TestCompaction::damagedBlocksStay()
{
    const Store store;
    auto writer = store.writer();
    const auto series = makeSeries(*writer, 1).front();
    for (qint64 t = 0; t < 3 * kHour; ++t)
        VERIFY_OK(writer->append(second(t), std::array{SeriesValue{series, double(t)}}));
    const qint64 before = countOf(store, "SELECT count(*) FROM hot");
    {
        const auto db = require(Database::open(store.path, Database::Mode::Create));
        require(db.execute("UPDATE hot SET data = zeroblob(50) WHERE win = (SELECT min(win) + 3 FROM hot)"));
    }
    compactUntilDone(*writer, second(3 * kHour));
    const qint64 left = countOf(store, "SELECT count(*) FROM hot");
    QVERIFY(left > 0 && left < before);
    QCOMPARE(require(checkHistory(store.path)).size(), 1);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"is damaged"_s));
    const Series read = readAll(*store.reader(), series);
    QCOMPARE(std::ranges::count_if(read.buckets, &Bucket::isGap), 1);
    QVERIFY(read.buckets.size() > 3 * kHour - 130);
}

void TestCompaction::damagedRowsAreGaps()
{
    const Store store;
    auto writer = store.writer();
    const auto series = makeSeries(*writer, 2);
    for (qint64 t = 0; t < 4 * kHour; ++t)
        VERIFY_OK(writer->append(second(t),
                                 std::array{SeriesValue{series[0], double(t)}, SeriesValue{series[1], 1}}));
    VERIFY_OK(writer->compactAll());
    writer.reset();
    const auto db = require(Database::open(store.path, Database::Mode::Create));
    require(db.execute("UPDATE raw SET data = substr(data, 1, 9) || x'00' || substr(data, 11) WHERE id ="
                       " (SELECT id FROM raw ORDER BY id LIMIT 1 OFFSET 2)"));
    QCOMPARE(require(checkHistory(store.path)).size(), 2); // the row, and what its hour lacks
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"archive of series .* is damaged"_s));
    const Series read = readAll(*store.reader(), series[0]);
    QCOMPARE(std::ranges::count_if(read.buckets, &Bucket::isGap), 1);
    QVERIFY(read.buckets.size() >= std::size_t(3 * kHour));
    QCOMPARE(readAll(*store.reader(), series[1]).buckets.size(), std::size_t(4 * kHour)); // its neighbour
}

/// Every single write of a step fails once: it is undone, and the next one does its work.
void TestCompaction::nothingIsLostWhenADiskIsFull()
{
    int failures = 0;
    for (int failing = 1; failing < 40; failing += 3) {
        const Store store;
        BrokenDisk disk;
        auto writer = store.writer();
        const auto series = makeSeries(*writer, 2);
        Record record(2);
        for (qint64 t = 0; t < 2 * kHour; t += 4) {
            VERIFY_OK(writer->append(
                second(t), std::array{SeriesValue{series[0], double(t)}, SeriesValue{series[1], 0.5}}));
            record[0].emplace(second(t), double(t));
            record[1].emplace(second(t), 0.5);
        }
        disk.failOnce(failing);
        for (int step = 0; step < 6; ++step) {
            failures += !writer->compact(second(2 * kHour));
            verifyRecord(*store.reader(), series, record);
        }
        disk.empty();
        compactUntilDone(*writer, second(2 * kHour));
        verifyRecord(*store.reader(), series, record);
        QCOMPARE(require(checkHistory(store.path)), QStringList());
    }
    QVERIFY(failures > 0);
}

QTEST_GUILESS_MAIN(TestCompaction)
#include "tst_compaction.moc"
