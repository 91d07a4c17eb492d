// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/rangeusage.h"

#include "models/base/samplebatch.h"
#include "tests/support/historyfixture.h"
#include "tests/support/verify.h"

#include <cmath>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;

class TestRangeUsage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void holdsUntilTheNextFigureOrAGap_data();
    void holdsUntilTheNextFigureOrAGap();
    void sumsOverDevicesAndMetrics();
    void leavesOutWhoHasNothing();
    void saysWhatWasMeasured();
    void gapsOfTheRecorderAreNotAveraged();
    void canBeCancelled();
};

/// "1 2 - 4": one figure a second from the range's begin on, "-" unknown, "." none.
void TestRangeUsage::holdsUntilTheNextFigureOrAGap_data()
{
    QTest::addColumn<QString>("figures");
    QTest::addColumn<double>("mean");
    QTest::addColumn<double>("seconds"); // known, of 120
    QTest::newRow("none") << QString() << kUnknown << 0.0;
    QTest::newRow("unknown") << u"- -"_s << kUnknown << 0.0;
    // The last figure reaches two steps further.
    QTest::newRow("some") << u"4 4 1 1"_s << (8.0 + 3) / 5 << 5.0;
    QTest::newRow("begins late") << u". 6 6"_s << 6.0 << 4.0;
    QTest::newRow("begins later than two samples") << u". . . . 6 6"_s << 6.0 << 3.0;
    QTest::newRow("a gap") << u"2 2 - . . 6 6 -"_s << 4.0 << 4.0;
    QTest::newRow("slower") << u"3 . . 3 . . 3 -"_s << 3.0 << 7.0;
}

void TestRangeUsage::holdsUntilTheNextFigureOrAGap()
{
    QFETCH(QString, figures);
    QFETCH(double, mean);
    QFETCH(double, seconds);
    UsageCollector collector({second(0), second(120)});
    const QStringList words = figures.split(u' ', Qt::SkipEmptyParts);
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (words[i] != u"."_s)
            collector.add(toMillis(second(i)), words[i] == u"-"_s ? kUnknown : words[i].toDouble());
    }
    const UsageProfile profile = collector.take();
    if (std::isnan(mean))
        QVERIFY(std::isnan(profile.mean()));
    else
        QVERIFY2(std::abs(profile.mean() - mean) < 1e-9, qPrintable(QString::number(profile.mean())));
    QVERIFY2(std::abs(profile.measured() * 120 - seconds) < 1e-9,
             qPrintable(QString::number(profile.measured() * 120)));
}

void TestRangeUsage::sumsOverDevicesAndMetrics()
{
    const Store store;
    const auto writer = store.writer();
    const EntityId vm = require(writer->entity(vmInfo(1), second(0)));
    const SeriesId read = require(writer->series(vm, MetricId::DiskReadRate, u"vda"_s));
    const SeriesId write = require(writer->series(vm, MetricId::DiskWriteRate, u"vda"_s));
    const SeriesId other = require(writer->series(vm, MetricId::DiskWriteRate, u"vdb"_s));
    const SeriesId memory = require(writer->series(vm, MetricId::MemUsed, {}));
    for (int i = 0; i < 600; ++i) {
        const std::array values{SeriesValue{read, 10}, SeriesValue{write, i < 300 ? 20.0 : 40.0},
                                SeriesValue{other, 5}, SeriesValue{memory, 1e9}};
        VERIFY_OK(writer->append(second(i), values));
    }
    const std::array metrics{MetricId::DiskReadRate, MetricId::DiskWriteRate};
    const auto usage = require(readUsage(*store.reader(), std::array{vm}, metrics, {second(0), second(600)}));
    QCOMPARE(usage.size(), std::size_t(1));
    QCOMPARE(usage.front().entity, vm);
    QVERIFY(std::abs(usage.front().profile.mean() - 45) < 0.1);
    QCOMPARE(usage.front().profile.quantile(0.95), 55.0);
    QVERIFY(usage.front().profile.measured() > 0.999);
}

void TestRangeUsage::leavesOutWhoHasNothing()
{
    const Store store;
    const auto writer = store.writer();
    std::vector<EntityId> entities;
    std::vector<SeriesValue> values;
    for (int i = 0; i < 450; ++i) { // more than are read at once
        entities.push_back(require(writer->entity(vmInfo(i), second(0))));
        if (i % 2 == 0)
            values.push_back({require(writer->series(entities.back(), MetricId::CpuHostPercent, {})), i * 1.0});
    }
    for (int i = 0; i < 10; ++i)
        VERIFY_OK(writer->append(second(i), values));
    const std::array metrics{MetricId::CpuHostPercent};
    const auto usage = require(readUsage(*store.reader(), entities, metrics, {second(0), second(10)}));
    QCOMPARE(usage.size(), std::size_t(225));
    QCOMPARE(usage.back().entity, entities[448]);
    QVERIFY(std::abs(usage.back().profile.mean() - 448) < 1e-6);
    QVERIFY(require(readUsage(*store.reader(), entities, metrics, {second(20), second(30)})).empty());
    VERIFY_FAILS(readUsage(*store.reader(), entities, metrics, {second(5), second(5)}), Error::Kind::Invalid);
}

void TestRangeUsage::saysWhatWasMeasured()
{
    const Store store;
    const auto writer = store.writer();
    const EntityId vm = require(writer->entity(vmInfo(1), second(0)));
    const SeriesId cpu = require(writer->series(vm, MetricId::CpuHostPercent, {}));
    for (int i = 750; i < 1000; ++i)
        VERIFY_OK(writer->append(second(i), std::array{SeriesValue{cpu, 80}}));
    const auto usage = require(readUsage(*store.reader(), std::array{vm}, std::array{MetricId::CpuHostPercent},
                                         {second(0), second(1000)}));
    QCOMPARE(usage.front().profile.mean(), 80.0); // of the quarter that is known, not 20 of the whole
    QVERIFY(std::abs(usage.front().profile.measured() - 0.25) < 0.002);
}

void TestRangeUsage::gapsOfTheRecorderAreNotAveraged()
{
    const Store store;
    const auto record = [&store](int from, int to, double value) {
        const auto writer = store.writer();
        const EntityId vm = require(writer->entity(vmInfo(1), second(from)));
        const SeriesId cpu = require(writer->series(vm, MetricId::CpuHostPercent, {}));
        for (int i = from; i < to; ++i)
            VERIFY_OK(writer->append(second(i), std::array{SeriesValue{cpu, value}}));
    };
    record(0, 100, 10);
    record(300, 400, 30); // nobody recorded in between
    const auto entities = require(store.reader()->entities());
    const auto usage = require(readUsage(*store.reader(), std::array{entities.front().id},
                                         std::array{MetricId::CpuHostPercent}, {second(0), second(400)}));
    QVERIFY2(std::abs(usage.front().profile.mean() - 20) < 0.2,
             qPrintable(QString::number(usage.front().profile.mean())));
    QVERIFY(std::abs(usage.front().profile.measured() - 0.5) < 0.01);
}

void TestRangeUsage::canBeCancelled()
{
    const Store store;
    const auto writer = store.writer();
    const EntityId vm = require(writer->entity(vmInfo(1), second(0)));
    require(writer->series(vm, MetricId::CpuHostPercent, {}));
    std::stop_source stop;
    stop.request_stop();
    VERIFY_FAILS(readUsage(*store.reader(), std::array{vm}, std::array{MetricId::CpuHostPercent},
                           {second(0), second(10)}, stop.get_token()),
                 Error::Kind::Cancelled);
}

QTEST_GUILESS_MAIN(TestRangeUsage)
#include "tst_rangeusage.moc"
