// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/brokendisk.h"
#include "tests/support/historyfixture.h"
#include "tests/support/verify.h"

#include <map>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;

class TestHistoryDiskFull : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void goesOnWhenSpaceReturns();
    void anyWriteMayFail();
    void creatingOnAFullDisk();
    void closingOnAFullDisk();
};

void TestHistoryDiskFull::goesOnWhenSpaceReturns()
{
    const Store store;
    BrokenDisk disk;
    auto writer = store.writer();
    const auto series = makeSeries(*writer, 1).front();
    for (int i = 0; i < 100; ++i)
        VERIFY_OK(writer->append(second(i), std::array{SeriesValue{series, double(i)}}));
    QVERIFY(disk.writes() > 100); // the broken calls are the ones SQLite makes

    disk.fill();
    const SeriesId added = makeSeries(*writer, 1, 2).front();
    VERIFY_OK(writer->event({{}, second(100), u"started"_s, u"while full"_s}));
    for (int i = 100; i < 110; ++i) {
        const auto lost =
            writer->append(second(i), std::array{SeriesValue{series, double(i)}, SeriesValue{added, 1}});
        VERIFY_FAILS(lost, Error::Kind::Io);
        QCOMPARE(lost.error().subject, store.path);
        QVERIFY2(lost.error().what.contains(u"2 figures"_s), qPrintable(lost.error().what));
    }
    // What was there can still be read.
    QCOMPARE(readAll(*store.reader(), series).buckets.size(), std::size_t(100));

    disk.empty();
    for (int i = 110; i < 400; ++i)
        VERIFY_OK(writer->append(second(i), std::array{SeriesValue{series, double(i)}, SeriesValue{added, 1}}));
    writer.reset();
    const auto reader = store.reader();
    const Series read = readAll(*reader, series);
    QCOMPARE(read.buckets.size(), std::size_t(390));
    QCOMPARE(read.buckets[99].at, second(99));
    QCOMPARE(read.buckets[100].at, second(110));
    QCOMPARE(readAll(*reader, added).buckets.size(), std::size_t(290));
    QCOMPARE(require(reader->entities()).size(), std::size_t(2)); // introduced while the disk was full
    QCOMPARE(require(reader->events(kAllTime, 9)).front().text, u"while full"_s);
    QCOMPARE(require(checkHistory(store.path)), QStringList());
}

/// Every single write of a run fails once; whatever append() promised is there afterwards.
void TestHistoryDiskFull::anyWriteMayFail()
{
    for (int failing = 1; failing < 400; failing += 7) {
        const Store store;
        BrokenDisk disk;
        auto writer = store.writer();
        const auto series = makeSeries(*writer, 3);
        std::map<qint64, double> promised;
        disk.failOnce(failing);
        for (int i = 0; i < 150; ++i) {
            const double figure = i * 0.25;
            const auto stored =
                writer->append(second(i), std::array{SeriesValue{series[0], figure}, SeriesValue{series[1], 1},
                                                     SeriesValue{series[2], -figure}});
            if (stored)
                promised[toMillis(second(i))] = figure;
        }
        QVERIFY(promised.size() >= 148);
        writer.reset();
        QCOMPARE(require(checkHistory(store.path)), QStringList());
        const Series read = readAll(*store.reader(), series[0]);
        std::map<qint64, double> found;
        for (const Bucket &bucket : read.buckets) {
            if (!bucket.isGap())
                found[toMillis(bucket.at)] = bucket.first;
        }
        QCOMPARE(found, promised);
    }
}

void TestHistoryDiskFull::creatingOnAFullDisk()
{
    const Store store;
    {
        BrokenDisk disk;
        disk.fill();
        VERIFY_FAILS(HistoryWriter::open(store.path), Error::Kind::Io);
    }
    VERIFY_OK(HistoryWriter::open(store.path));
    VERIFY_OK(HistoryReader::open(store.path));
}

void TestHistoryDiskFull::closingOnAFullDisk()
{
    const Store store;
    SeriesId series{};
    {
        BrokenDisk disk;
        auto writer = store.writer();
        series = makeSeries(*writer, 1).front();
        for (int i = 0; i < 10; ++i)
            VERIFY_OK(writer->append(second(i), std::array{SeriesValue{series, double(i)}}));
        disk.fill();
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"left figures in its journal"_s));
        writer.reset();
    }
    QCOMPARE(readAll(*store.reader(), series).buckets.size(), std::size_t(10));
    store.writer();
    QCOMPARE(require(store.reader()->statistics()).samples, qint64(10));
}

QTEST_GUILESS_MAIN(TestHistoryDiskFull)
#include "tst_historydiskfull.moc"
