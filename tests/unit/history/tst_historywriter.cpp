// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/sqlite.h"
#include "tests/support/historyfixture.h"
#include "tests/support/verify.h"

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;

class TestHistoryWriter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void storesAndFindsNames();
    void keepsWhatChanged();
    void sweepsAreReadAtOnce();
    void sweepsSurviveSealing_data();
    void sweepsSurviveSealing();
    void sourcesAppendInTheirOwnCalls();
    void silentSeriesAreSealed();
    void refuses_data();
    void refuses();
    void lastSeenFollowsFigures();
    void makesFolders();
    void runsAreSegments();
    void clockSetBack();
    void eventsComeInOrder();
    void namesAreBounded();
};

void TestHistoryWriter::storesAndFindsNames()
{
    const Store store;
    {
        auto writer = store.writer();
        const EntityId vm = require(writer->entity(vmInfo(1), second(0)));
        QCOMPARE(require(writer->entity(vmInfo(1), second(1))), vm);
        EntityInfo twin = vmInfo(2);
        twin.name = vmInfo(1).name;
        require(writer->entity(twin, second(0)));
        const SeriesId disk = require(writer->series(vm, MetricId::DiskReadBytes, u"vda"_s));
        QCOMPARE(require(writer->series(vm, MetricId::DiskReadBytes, u"vda"_s)), disk);
        QVERIFY(require(writer->series(vm, MetricId::DiskReadBytes, u"vdb"_s)) != disk);
        VERIFY_OK(writer->append(second(0), {}));
    }
    const auto reader = store.reader();
    const auto entities = require(reader->entities());
    QCOMPARE(entities.size(), std::size_t(2));
    QCOMPARE(entities[0].info, vmInfo(1));
    QCOMPARE(entities[0].firstSeen, second(0));
    QCOMPARE(require(reader->findEntities(u"vm:host/2"_s)).size(), std::size_t(1));
    QCOMPARE(require(reader->findEntities(u"guest1"_s)).size(), std::size_t(2));
    QCOMPARE(require(reader->findEntities(QString::number(value(entities[1].id)))).front().info.key,
             u"vm:host/2"_s);
    QVERIFY(require(reader->findEntities(u"nobody"_s)).empty());
    const auto series = require(reader->seriesOf(entities[0].id));
    QCOMPARE(series.size(), std::size_t(2));
    QCOMPARE(series[0].metric, MetricId::DiskReadBytes);
    QCOMPARE(series[1].instance, u"vdb"_s);
}

void TestHistoryWriter::keepsWhatChanged()
{
    const Store store;
    EntityInfo changed = vmInfo(1);
    EntityId id{};
    {
        auto writer = store.writer();
        id = require(writer->entity(vmInfo(1), second(0)));
    }
    {
        auto writer = store.writer();
        changed.state = EntityState::Crashed;
        changed.problem = EntityProblem::Unhealthy;
        changed.problemSince = second(5);
        changed.detail = u"it’s broken \U0001F4A5"_s;
        QCOMPARE(require(writer->entity(changed, second(9))), id);
    }
    const auto entities = require(store.reader()->entities());
    QCOMPARE(entities.size(), std::size_t(1));
    QCOMPARE(entities[0].info, changed);
    QCOMPARE(entities[0].firstSeen, second(0));
    QCOMPARE(entities[0].lastSeen, second(9));
}

void TestHistoryWriter::sweepsAreReadAtOnce()
{
    const Store store;
    auto writer = store.writer();
    const auto series = makeSeries(*writer, 2);
    VERIFY_OK(writer->append(second(0), std::array{SeriesValue{series[0], 1.5}, SeriesValue{series[1], 7}}));
    const auto reader = store.reader();
    QCOMPARE(toText(readAll(*reader, series[0])), u"0:1.5"_s);
    // One more, seen by the reader that is open already.
    VERIFY_OK(writer->append(second(1), std::array{SeriesValue{series[0], 2.5}}));
    QCOMPARE(toText(readAll(*reader, series[0])), u"0:1.5 1:2.5"_s);
    QCOMPARE(toText(readAll(*reader, series[1])), u"0:7"_s);
    const auto both = require(reader->read(std::array{series[1], series[0], series[1]}, kAllTime, 10));
    QCOMPARE(both.size(), std::size_t(3));
    QCOMPARE(toText(both[0]), u"0:7"_s);
    QCOMPARE(toText(both[1]), u"0:1.5 1:2.5"_s);
    QCOMPARE(toText(both[2]), u"0:7"_s);
}

void TestHistoryWriter::sweepsSurviveSealing_data()
{
    QTest::addColumn<int>("sweeps");
    QTest::addColumn<bool>("closed");
    for (int sweeps : {1, 59, 61, 120, 121, 400}) {
        QTest::addRow("%d, while writing", sweeps) << sweeps << false;
        QTest::addRow("%d, closed", sweeps) << sweeps << true;
    }
}

void TestHistoryWriter::sweepsSurviveSealing()
{
    QFETCH(int, sweeps);
    QFETCH(bool, closed);
    const Store store;
    auto writer = store.writer();
    const auto series = makeSeries(*writer, 5);
    const auto figure = [](int sweep, std::size_t s) {
        return sweep % 17 == 5 ? kUnknown : sweep * 0.37 * double(s + 1);
    };
    for (int sweep = 0; sweep < sweeps; ++sweep) {
        std::vector<SeriesValue> values;
        for (std::size_t s = 0; s < series.size(); ++s)
            values.push_back({series[s], figure(sweep, s)});
        VERIFY_OK(writer->append(second(sweep) + Milliseconds(sweep % 3), values));
    }
    if (closed)
        writer.reset();
    const auto reader = store.reader();
    for (std::size_t s = 0; s < series.size(); ++s) {
        const Series read = readAll(*reader, series[s]);
        QCOMPARE(read.buckets.size(), std::size_t(sweeps));
        for (int sweep = 0; sweep < sweeps; ++sweep) {
            const Bucket &bucket = read.buckets[std::size_t(sweep)];
            QCOMPARE(bucket.at, second(sweep) + Milliseconds(sweep % 3));
            if (sweep % 17 == 5)
                QVERIFY(bucket.isGap());
            else
                QVERIFY(bucket.count == 1 && bucket.first == figure(sweep, s));
        }
    }
    const auto statistics = require(reader->statistics());
    QCOMPARE(statistics.series, qint64(5));
    QCOMPARE(statistics.oldest, second(0));
    QCOMPARE(statistics.newest, second(sweeps - 1) + Milliseconds((sweeps - 1) % 3));
    if (closed)
        QCOMPARE(statistics.samples, qint64(5 * sweeps));
    else
        QVERIFY(sweeps < 400 || statistics.samples > qint64(5 * (sweeps - 180)));
    QCOMPARE(require(checkHistory(store.path)), QStringList());
}

void TestHistoryWriter::sourcesAppendInTheirOwnCalls()
{
    const Store store;
    auto writer = store.writer();
    const auto fast = makeSeries(*writer, 3, 1);
    const auto slow = makeSeries(*writer, 2, 2);
    int slowSweeps = 0;
    for (int sweep = 0; sweep < 700; ++sweep) {
        VERIFY_OK(
            writer->append(second(sweep), std::array{SeriesValue{fast[0], double(sweep)},
                                                     SeriesValue{fast[1], 1}, SeriesValue{fast[2], -0.5}}));
        if (sweep % 10 != 0)
            continue;
        ++slowSweeps;
        // Read a little earlier than what was stored just now.
        VERIFY_OK(writer->append(second(sweep) - Milliseconds(5),
                                 std::array{SeriesValue{slow[1], double(sweep)}, SeriesValue{slow[0], 3}}));
    }
    const auto reader = store.reader();
    QCOMPARE(readAll(*reader, fast[0]).buckets.size(), std::size_t(700));
    const Series read = readAll(*reader, slow[1]);
    QCOMPARE(read.buckets.size(), std::size_t(slowSweeps));
    QCOMPARE(read.buckets[3].at, second(30) - Milliseconds(5));
    QCOMPARE(read.buckets[3].first, 30.0);
    QCOMPARE(require(checkHistory(store.path)), QStringList());
}

void TestHistoryWriter::silentSeriesAreSealed()
{
    const Store store;
    auto writer = store.writer();
    const auto series = makeSeries(*writer, 2);
    VERIFY_OK(writer->append(second(0), std::array{SeriesValue{series[0], 1}, SeriesValue{series[1], 2}}));
    for (int sweep = 1; sweep < 700; ++sweep)
        VERIFY_OK(writer->append(second(sweep), std::array{SeriesValue{series[0], 1}}));
    // It does not keep the journal for ever.
    const auto db = require(Database::open(store.path, Database::Mode::Read));
    QVERIFY(require(db.integer("SELECT count(*) FROM journal")) <= 241); // two windows and the sweep under way
    QCOMPARE(toText(readAll(*store.reader(), series[1])), u"0:2"_s);
}

void TestHistoryWriter::refuses_data()
{
    QTest::addColumn<QList<double>>("times");
    QTest::addColumn<QList<int>>("series");
    QTest::newRow("time falls") << QList<double>{5, 4} << QList<int>{0};
    QTest::newRow("time stands") << QList<double>{5, 5} << QList<int>{0};
    QTest::newRow("a series twice") << QList<double>{5} << QList<int>{0, 1, 0};
    QTest::newRow("unknown series") << QList<double>{5} << QList<int>{99};
}

void TestHistoryWriter::refuses()
{
    QFETCH(QList<double>, times);
    QFETCH(QList<int>, series);
    const Store store;
    auto writer = store.writer();
    const auto known = makeSeries(*writer, 2);
    std::vector<SeriesValue> values;
    for (int index : series)
        values.push_back({index < 2 ? known[std::size_t(index)] : static_cast<SeriesId>(index), 1.0});
    for (qsizetype i = 0; i + 1 < times.size(); ++i)
        VERIFY_OK(writer->append(second(qint64(times[i])), values));
    VERIFY_FAILS(writer->append(second(qint64(times.back())), values), Error::Kind::Invalid);
    // It goes on, and what was refused is not there.
    VERIFY_OK(writer->append(second(6), std::array{SeriesValue{known[0], 6}}));
    QCOMPARE(readAll(*store.reader(), known[0]).buckets.back().first, 6.0);
    QCOMPARE(readAll(*store.reader(), known[0]).buckets.size(), std::size_t(times.size()));
}

void TestHistoryWriter::lastSeenFollowsFigures()
{
    const Store store;
    {
        auto writer = store.writer();
        const auto series = makeSeries(*writer, 1);
        for (int sweep = 0; sweep < 200; ++sweep)
            VERIFY_OK(
                writer->append(second(sweep), std::array{SeriesValue{series[0], sweep < 190 ? 1 : kUnknown}}));
    }
    QCOMPARE(require(store.reader()->entities()).front().lastSeen, second(189));
}

void TestHistoryWriter::makesFolders()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a/b c/ü#%?.db"_s);
    VERIFY_OK(HistoryWriter::open(path));
    QVERIFY(QFile::exists(path));
    VERIFY_OK(HistoryReader::open(path));
}

void TestHistoryWriter::runsAreSegments()
{
    const Store store;
    SeriesId series{};
    for (int run = 0; run < 3; ++run) {
        auto writer = store.writer();
        series = makeSeries(*writer, 1).front();
        for (int i = 0; i < 2; ++i)
            VERIFY_OK(writer->append(second(run * 10 + i), std::array{SeriesValue{series, double(run)}}));
    }
    QCOMPARE(toText(readAll(*store.reader(), series)), u"0:0 1:0 gap@1.001 10:1 11:1 gap@11.001 20:2 21:2"_s);
}

void TestHistoryWriter::clockSetBack()
{
    const Store store;
    auto writer = store.writer();
    const auto series = makeSeries(*writer, 1).front();
    for (int i = 0; i <= 3600; i += 600)
        VERIFY_OK(writer->append(second(i), std::array{SeriesValue{series, 1}}));
    VERIFY_FAILS(writer->append(second(100), std::array{SeriesValue{series, 2}}), Error::Kind::Invalid);
    VERIFY_OK(writer->beginSegment());
    for (int i = 100; i <= 4300; i += 600) // one hour back
        VERIFY_OK(writer->append(second(i), std::array{SeriesValue{series, 2}}));
    // Both recorded the same hour: in time order, and no gap where either was recording.
    const QString expected =
        u"0:1 100:2 600:1 700:2 1200:1 1300:2 1800:1 1900:2 2400:1 2500:2 3000:1 3100:2 3600:1 "
        "3700:2 4300:2"_s;
    QCOMPARE(toText(readAll(*store.reader(), series)), expected);
    VERIFY_OK(writer->seal());
    QCOMPARE(toText(readAll(*store.reader(), series)), expected);
    writer.reset();
    QCOMPARE(toText(readAll(*store.reader(), series)), expected);
    QCOMPARE(require(checkHistory(store.path)), QStringList());
}

void TestHistoryWriter::eventsComeInOrder()
{
    const Store store;
    auto writer = store.writer();
    const EntityId vm = require(writer->entity(vmInfo(1), second(0)));
    for (int i : {3, 1, 2})
        VERIFY_OK(writer->event({vm, second(i), u"started"_s, u"event %1"_s.arg(i)}));
    QCOMPARE(require(store.reader()->events(kAllTime, 10)).size(), std::size_t(0)); // joins the next append
    VERIFY_OK(writer->append(second(4), {}));
    const auto reader = store.reader();
    const auto latest = require(reader->events(kAllTime, 2));
    QCOMPARE(latest.size(), std::size_t(2));
    QCOMPARE(latest[0].text, u"event 2"_s);
    QCOMPARE(latest[1].text, u"event 3"_s);
    QCOMPARE(latest[1].entity, vm);
    QCOMPARE(require(reader->events({second(1), second(2)}, 10)).front().at, second(1));
}

void TestHistoryWriter::namesAreBounded()
{
    const Store store;
    auto writer = store.writer();
    EntityInfo info = vmInfo(1);
    info.detail = QString(1'000'000, u'x');
    const EntityId vm = require(writer->entity(info, second(0)));
    VERIFY_OK(writer->append(second(0), {}));
    QCOMPARE(require(store.reader()->entities()).front().info.detail.size(), 4096);
    VERIFY_FAILS(writer->series(vm, MetricId::NetRxBytes, QString(1'000'000, u'x')), Error::Kind::Invalid);
    VERIFY_FAILS(writer->series(static_cast<EntityId>(77), MetricId::NetRxBytes, {}), Error::Kind::Invalid);
    info.key = QString(1'000'000, u'x');
    VERIFY_FAILS(writer->entity(info, second(0)), Error::Kind::Invalid);
    info.key.clear();
    VERIFY_FAILS(writer->entity(info, second(0)), Error::Kind::Invalid);
}

QTEST_GUILESS_MAIN(TestHistoryWriter)
#include "tst_historywriter.moc"
