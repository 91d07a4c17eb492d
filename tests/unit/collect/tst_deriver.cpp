// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/deriver.h"

#include "models/collect/batchbuilder.h"
#include "tests/support/batchtext.h"
#include "tests/support/fakeclock.h"

#include <QTest>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

/// A source of one host that is swept every second, and the deriver behind it.
struct Feed {
    FakeClock clock;
    BatchBuilder builder{CollectorContext{SourceId(3), u"host:"_s, &clock, 1000ms}};
    EntityRef host;
    Deriver deriver;

    Feed() { host = builder.entity(info({})); }
    static EntityInfo info(const QString &run)
    {
        EntityInfo info;
        info.key = u"host:a"_s;
        info.run = run;
        info.state = EntityState::Running;
        return info;
    }
    void add(MetricId metric, double figure, const QString &instance = {})
    {
        builder.add(host, metric, figure, instance);
    }
    Deriver::Step sweep(Milliseconds after = 1000ms)
    {
        clock.advance(after);
        return deriver.step(builder.take());
    }
    Deriver::Step failSweep(Milliseconds after = 1000ms)
    {
        clock.advance(after);
        SampleBatch batch = builder.take();
        batch.failed = true;
        return deriver.step(std::move(batch));
    }
    QStringList texts(const SampleBatch &batch) const { return readingTexts(batch, deriver.series()); }
    QStringList gap(const Deriver::Step &step) const { return texts(step.gap); }
};

} // namespace

class TestDeriver : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void firstReadingHasNoRate();
    void numbersDerivedSeriesInBetween();
    void counterResetIsUnknown();
    void newRunIsNewBaseline();
    void failedBatchIsOneGap();
    void suspendIsAGapWithoutSpike();
    void clockSetBackIsAStep();
    void smallStepBackIsTold();
    void stepAcrossAFailureIsToldOnce();
    void slewIsNoStep();
    void silentSeriesIsAGap();
    void slowSeriesIsNotSilent();
    void divisorIntroducedLater();
    void divisorOfTheInstance();
    void countersOfDifferentSweepsAreNotCompared();
    void unknownIsStoredOnce();
    void infinityIsUnknown();
    void foreignRefsAreDropped();
    void sameInstantTwice();
    void derivedFiguresAreRounded_data();
    void derivedFiguresAreRounded();
    void latencyKeepsATenthOfAMicrosecond();
    void rawFiguresStayExact();
    void endedSeriesIsAGapAndForgotten();
    void returningSeriesIsABeginning();
    void divisorMayEndEarlier();
    void churnTakesNoMemory();
};

void TestDeriver::firstReadingHasNoRate()
{
    Feed feed;
    feed.add(MetricId::MemMajorFaults, 100);
    QCOMPARE(feed.texts(feed.sweep().batch), QStringList{u"mem.major_faults=100"_s});
    feed.add(MetricId::MemMajorFaults, 104);
    QCOMPARE(feed.texts(feed.sweep(2000ms).batch),
             (QStringList{u"mem.major_fault_rate=2"_s, u"mem.major_faults=104"_s}));
}

void TestDeriver::numbersDerivedSeriesInBetween()
{
    Feed feed;
    feed.add(MetricId::MemMajorFaults, 1);
    feed.add(MetricId::Load1, 1);
    const Deriver::Step first = feed.sweep();
    QCOMPARE(value(first.batch.firstNewSeries), 0U);
    QStringList names;
    for (const SeriesDef &def : first.batch.newSeries)
        names.append(metric(def.metric).name);
    QCOMPARE(names, (QStringList{u"mem.major_faults"_s, u"mem.major_fault_rate"_s, u"load.1"_s}));
    QCOMPARE(value(first.batch.readings[1].series), 2U);

    feed.add(MetricId::Load5, 1);
    const Deriver::Step second = feed.sweep();
    QCOMPARE(value(second.batch.firstNewSeries), 3U);
    QCOMPARE(second.batch.newSeries.size(), std::size_t(1));
    QCOMPARE(feed.deriver.series().size(), std::size_t(4));
}

void TestDeriver::counterResetIsUnknown()
{
    Feed feed;
    for (const double count : {100.0, 110.0}) {
        feed.add(MetricId::MemMajorFaults, count);
        feed.sweep();
    }
    feed.add(MetricId::MemMajorFaults, 4);
    QCOMPARE(feed.texts(feed.sweep().batch),
             (QStringList{u"mem.major_fault_rate=?"_s, u"mem.major_faults=4"_s}));
    feed.add(MetricId::MemMajorFaults, 7);
    QCOMPARE(feed.texts(feed.sweep().batch),
             (QStringList{u"mem.major_fault_rate=3"_s, u"mem.major_faults=7"_s}));
}

void TestDeriver::newRunIsNewBaseline()
{
    Feed feed;
    for (const double count : {100.0, 110.0}) {
        feed.add(MetricId::MemMajorFaults, count);
        feed.sweep();
    }
    feed.builder.entity(Feed::info(u"second"_s));
    feed.add(MetricId::MemMajorFaults, 5000); // higher, and still another count
    QCOMPARE(feed.texts(feed.sweep().batch),
             (QStringList{u"mem.major_fault_rate=?"_s, u"mem.major_faults=5000"_s}));
    feed.add(MetricId::MemMajorFaults, 5001);
    QCOMPARE(feed.texts(feed.sweep().batch),
             (QStringList{u"mem.major_fault_rate=1"_s, u"mem.major_faults=5001"_s}));
}

void TestDeriver::failedBatchIsOneGap()
{
    Feed feed;
    for (const double count : {100.0, 110.0}) {
        feed.add(MetricId::MemMajorFaults, count);
        feed.sweep();
    }
    const TimePoint lastKnown = feed.clock.now();
    const Deriver::Step failed = feed.failSweep();
    QCOMPARE(feed.gap(failed), (QStringList{u"mem.major_fault_rate=?"_s, u"mem.major_faults=?"_s}));
    QVERIFY(failed.gap.at == lastKnown + 1ms);
    QCOMPARE(failed.gap.source, SourceId(3));
    QVERIFY(failed.batch.failed);
    QCOMPARE(feed.gap(feed.failSweep()), QStringList());

    // What was counted while the source was away is spread over the whole distance.
    feed.add(MetricId::MemMajorFaults, 140);
    const Deriver::Step back = feed.sweep();
    QCOMPARE(feed.gap(back), QStringList());
    QCOMPARE(feed.texts(back.batch), (QStringList{u"mem.major_fault_rate=10"_s, u"mem.major_faults=140"_s}));
}

void TestDeriver::suspendIsAGapWithoutSpike()
{
    Feed feed;
    for (const double count : {100.0, 110.0}) {
        feed.add(MetricId::MemMajorFaults, count);
        feed.sweep();
    }
    feed.add(MetricId::MemMajorFaults, 100000);
    const Deriver::Step late = feed.sweep(3600s);
    QVERIFY(late.clockStep == 0ms);
    QCOMPARE(feed.gap(late), (QStringList{u"mem.major_fault_rate=?"_s, u"mem.major_faults=?"_s}));
    QCOMPARE(feed.texts(late.batch), QStringList{u"mem.major_faults=100000"_s});
    feed.add(MetricId::MemMajorFaults, 100002);
    QCOMPARE(feed.texts(feed.sweep().batch),
             (QStringList{u"mem.major_fault_rate=2"_s, u"mem.major_faults=100002"_s}));
}

void TestDeriver::clockSetBackIsAStep()
{
    Feed feed;
    for (const double count : {100.0, 110.0}) {
        feed.add(MetricId::MemMajorFaults, count);
        feed.sweep();
    }
    const TimePoint before = feed.clock.now();
    feed.clock.setWall(-3600s);
    feed.add(MetricId::MemMajorFaults, 112);
    const Deriver::Step stepped = feed.sweep();
    QVERIFY(stepped.clockStep == Milliseconds(-3600s));
    QVERIFY(stepped.gap.at == before + 1ms);
    QCOMPARE(feed.gap(stepped), (QStringList{u"mem.major_fault_rate=?"_s, u"mem.major_faults=?"_s}));
    // The boot clock went on, so that the rate is right.
    QCOMPARE(feed.texts(stepped.batch), (QStringList{u"mem.major_fault_rate=2"_s, u"mem.major_faults=112"_s}));
    feed.add(MetricId::MemMajorFaults, 113);
    QVERIFY(feed.sweep().clockStep == 0ms);
}

void TestDeriver::smallStepBackIsTold()
{
    Feed feed;
    feed.add(MetricId::Load1, 1);
    feed.sweep();
    feed.clock.setWall(-1500ms); // within the tolerance, but times would fall
    feed.add(MetricId::Load1, 1);
    QVERIFY(feed.sweep().clockStep == -1500ms);
}

void TestDeriver::stepAcrossAFailureIsToldOnce()
{
    Feed feed;
    feed.add(MetricId::Load1, 1);
    feed.sweep();
    feed.clock.setWall(60s);
    QVERIFY(feed.failSweep().clockStep == Milliseconds(60s));
    feed.add(MetricId::Load1, 1);
    QVERIFY(feed.sweep().clockStep == 0ms);
}

void TestDeriver::slewIsNoStep()
{
    Feed feed;
    for (int i = 0; i < 100; ++i) {
        feed.clock.setWall(i % 2 ? 300ms : -200ms);
        feed.add(MetricId::Load1, 1);
        const Deriver::Step step = feed.sweep();
        QVERIFY(step.clockStep == 0ms);
        QCOMPARE(feed.gap(step), QStringList());
    }
}

void TestDeriver::silentSeriesIsAGap()
{
    Feed feed;
    feed.add(MetricId::Load1, 1);
    feed.add(MetricId::Load5, 5);
    feed.sweep();
    int sweeps = 0;
    QStringList gap;
    while (gap.isEmpty() && sweeps < 20) {
        feed.add(MetricId::Load1, 1);
        gap = feed.gap(feed.sweep());
        ++sweeps;
    }
    QCOMPARE(gap, QStringList{u"load.5=?"_s});
    QCOMPARE(sweeps, 6); // three intervals and two seconds of grace have passed
    feed.add(MetricId::Load1, 1);
    QCOMPARE(feed.gap(feed.sweep()), QStringList());
}

void TestDeriver::slowSeriesIsNotSilent()
{
    Feed feed;
    const SeriesRef slow = feed.builder.series(feed.host, MetricId::FsSize, u"/"_s, 30s);
    feed.builder.add(slow, 100);
    feed.add(MetricId::Load1, 1);
    feed.sweep();
    for (int i = 0; i < 90; ++i) {
        feed.add(MetricId::Load1, 1);
        QCOMPARE(feed.gap(feed.sweep()), QStringList());
    }
    // A sweep a few seconds late silences what is read every sweep, not what is read every 30 s.
    feed.builder.add(slow, 100);
    feed.add(MetricId::Load1, 1);
    feed.sweep();
    feed.add(MetricId::Load1, 1);
    QCOMPARE(feed.gap(feed.sweep(8s)), QStringList{u"load.1=?"_s});
}

void TestDeriver::divisorIntroducedLater()
{
    Feed feed;
    for (const double seconds : {10.0, 12.0}) {
        feed.add(MetricId::CpuTime, seconds);
        QCOMPARE(feed.texts(feed.sweep().batch).size(), 1);
    }
    feed.add(MetricId::CpuTime, 14);
    feed.add(MetricId::CpuCores, 4);
    // The divisor is known now, the time before it is the baseline from here on.
    QCOMPARE(feed.texts(feed.sweep().batch), (QStringList{u"cpu.cores=4"_s, u"cpu.time=14"_s}));
    feed.add(MetricId::CpuTime, 16);
    feed.add(MetricId::CpuCores, 4);
    QCOMPARE(feed.texts(feed.sweep().batch),
             (QStringList{u"cpu.cores=4"_s, u"cpu.host_percent=50"_s, u"cpu.time=16"_s}));
}

void TestDeriver::divisorOfTheInstance()
{
    Feed feed;
    for (const double count : {100.0, 110.0}) {
        for (const QString &disk : {u"vda"_s, u"vdb"_s}) {
            const double factor = disk == u"vda"_s ? 1 : 2;
            feed.add(MetricId::DiskReadOps, count, disk);
            feed.add(MetricId::DiskReadTime, count * factor / 1000, disk);
        }
        const QStringList texts = feed.texts(feed.sweep().batch);
        if (count > 100) {
            QVERIFY(texts.contains(u"disk.read_iops[vda]=10"_s));
            const auto latency = [&texts](const QString &disk) {
                const QStringList found = texts.filter(u"disk.read_latency["_s + disk);
                return found.isEmpty() ? -1 : qRound(found.first().section(u'=', 1).toDouble() * 1000);
            };
            QCOMPARE(latency(u"vda"_s), 1000); // 1 ms each
            QCOMPARE(latency(u"vdb"_s), 2000);
        }
    }
}

void TestDeriver::countersOfDifferentSweepsAreNotCompared()
{
    Feed feed;
    const auto add = [&feed](double ops, double milliseconds) {
        feed.add(MetricId::DiskReadOps, ops, u"vda"_s);
        feed.add(MetricId::DiskReadTime, milliseconds / 1000, u"vda"_s);
    };
    add(100, 100);
    feed.sweep();
    feed.add(MetricId::DiskReadTime, 0.110, u"vda"_s); // the operations are missing in this sweep
    QVERIFY(feed.texts(feed.sweep().batch).filter(u"latency"_s).isEmpty());
    add(120, 120);
    const QStringList latency = feed.texts(feed.sweep().batch).filter(u"latency"_s);
    QCOMPARE(latency.size(), 1);
    QCOMPARE(qRound(latency.first().section(u'=', 1).toDouble() * 1000), 1000); // over both sweeps
}

void TestDeriver::unknownIsStoredOnce()
{
    Feed feed;
    feed.add(MetricId::MemMajorFaults, kUnknown);
    QCOMPARE(feed.texts(feed.sweep().batch), QStringList()); // nothing was known before
    for (const double count : {100.0, 110.0}) {
        feed.add(MetricId::MemMajorFaults, count);
        feed.sweep();
    }
    feed.add(MetricId::MemMajorFaults, kUnknown);
    QCOMPARE(feed.texts(feed.sweep().batch),
             (QStringList{u"mem.major_fault_rate=?"_s, u"mem.major_faults=?"_s}));
    for (int i = 0; i < 10; ++i) {
        feed.add(MetricId::MemMajorFaults, kUnknown);
        const Deriver::Step step = feed.sweep();
        QCOMPARE(feed.texts(step.batch), QStringList());
        QCOMPARE(feed.gap(step), QStringList());
    }
    feed.add(MetricId::MemMajorFaults, 500);
    QCOMPARE(feed.texts(feed.sweep().batch), QStringList{u"mem.major_faults=500"_s});
}

void TestDeriver::infinityIsUnknown()
{
    Feed feed;
    feed.add(MetricId::Load1, 1);
    feed.sweep();
    feed.add(MetricId::Load1, qInf());
    QCOMPARE(feed.texts(feed.sweep().batch), QStringList{u"load.1=?"_s});
}

void TestDeriver::foreignRefsAreDropped()
{
    Feed feed;
    feed.add(MetricId::Load1, 1);
    feed.builder.add(static_cast<SeriesRef>(77), 5);
    QCOMPARE(feed.texts(feed.sweep().batch), QStringList{u"load.1=1"_s});
}

void TestDeriver::sameInstantTwice()
{
    Feed feed;
    for (const double count : {100.0, 110.0}) {
        feed.add(MetricId::MemMajorFaults, count);
        feed.sweep();
    }
    feed.add(MetricId::MemMajorFaults, 110);
    QCOMPARE(feed.texts(feed.sweep(0ms).batch), QStringList{u"mem.major_faults=110"_s});
}

void TestDeriver::derivedFiguresAreRounded_data()
{
    QTest::addColumn<quint16>("counter");
    QTest::addColumn<double>("delta"); // counted in three seconds
    QTest::addColumn<double>("expected");
    const auto id = [](MetricId metric) { return static_cast<quint16>(metric); };
    QTest::newRow("per cent") << id(MetricId::CoreTime) << 1.0 << 33.33;
    QTest::newRow("rounded up") << id(MetricId::CoreTime) << 2.0 << 66.67;
    QTest::newRow("whole bytes") << id(MetricId::NetRxBytes) << 100.0 << 33.0;
    QTest::newRow("requests") << id(MetricId::DiskReadOps) << 1.0 << 0.33;
    QTest::newRow("less than a step") << id(MetricId::CoreTime) << 1e-5 << 0.0;
}

void TestDeriver::derivedFiguresAreRounded()
{
    QFETCH(quint16, counter);
    QFETCH(double, delta);
    QFETCH(double, expected);
    Feed feed;
    const auto metric = static_cast<MetricId>(counter);
    feed.add(metric, 0, u"0"_s);
    feed.sweep();
    feed.add(metric, delta, u"0"_s);
    const std::vector<Reading> readings = feed.sweep(3000ms).batch.readings;
    QCOMPARE(readings.size(), std::size_t(2));
    QVERIFY(readings[0].value == delta);
    QVERIFY(readings[1].value == expected); // the very number, not one near it
}

void TestDeriver::latencyKeepsATenthOfAMicrosecond()
{
    Feed feed;
    for (const double reads : {0.0, 30'000.0}) {
        feed.add(MetricId::DiskReadOps, reads, u"vda"_s);
        feed.add(MetricId::DiskReadTime, reads > 0 ? 1 : 0, u"vda"_s);
        const SampleBatch batch = feed.sweep().batch;
        for (const Reading &reading : batch.readings) {
            if (feed.deriver.series()[value(reading.series)].metric == MetricId::DiskReadLatency)
                QVERIFY(reading.value == 0.0333);
        }
        QCOMPARE(feed.texts(batch).filter(u"latency"_s).size(), reads > 0 ? 1 : 0);
    }
}

void TestDeriver::rawFiguresStayExact()
{
    Feed feed;
    feed.add(MetricId::CpuTime, 1.0 / 3);
    feed.add(MetricId::Load1, 2.0 / 3);
    const std::vector<Reading> readings = feed.sweep().batch.readings;
    QCOMPARE(readings.size(), std::size_t(2));
    QVERIFY(readings[0].value == 1.0 / 3);
    QVERIFY(readings[1].value == 2.0 / 3);
}

void TestDeriver::endedSeriesIsAGapAndForgotten()
{
    Feed feed;
    const QString nic = u"veth1"_s;
    for (const double bytes : {100.0, 110.0}) {
        feed.add(MetricId::NetRxBytes, bytes, nic);
        feed.add(MetricId::Load1, 1);
        feed.sweep();
    }
    feed.add(MetricId::NetRxBytes, 120, nic);
    feed.builder.end(feed.host, MetricId::NetRxBytes, nic);
    QCOMPARE(feed.texts(feed.sweep().batch),
             (QStringList{u"net.rx_bytes[veth1]=120"_s, u"net.rx_rate[veth1]=10"_s}));
    const TimePoint last = feed.clock.now();

    feed.add(MetricId::Load1, 1);
    const Deriver::Step left = feed.sweep();
    QCOMPARE(feed.gap(left), (QStringList{u"net.rx_bytes[veth1]=?"_s, u"net.rx_rate[veth1]=?"_s}));
    QVERIFY(left.gap.at == last + 1ms);
    QCOMPARE(left.batch.endedSeries.size(), std::size_t(2));

    feed.add(MetricId::Load1, 1);
    const Deriver::Step after = feed.sweep();
    QCOMPARE(feed.gap(after), QStringList());
    QVERIFY(after.batch.endedSeries.empty());
    QCOMPARE(feed.deriver.series().size(), std::size_t(1));
}

void TestDeriver::returningSeriesIsABeginning()
{
    Feed feed;
    for (const double bytes : {100.0, 110.0}) {
        feed.add(MetricId::NetRxBytes, bytes, u"veth1"_s);
        feed.sweep();
    }
    feed.builder.end(feed.host, MetricId::NetRxBytes, u"veth1"_s);
    feed.sweep();
    for (const double bytes : {5000.0, 5001.0}) { // in the very step that marks the gap of the old one
        feed.add(MetricId::NetRxBytes, bytes, u"veth1"_s);
        const QStringList texts = feed.texts(feed.sweep().batch);
        QVERIFY2(texts.contains(u"net.rx_bytes[veth1]=%1"_s.arg(bytes)), qPrintable(texts.join(u' ')));
        QCOMPARE(texts.contains(u"net.rx_rate[veth1]=1"_s), bytes > 5000);
    }
    QCOMPARE(feed.deriver.series().size(), std::size_t(2));
}

void TestDeriver::divisorMayEndEarlier()
{
    Feed feed;
    const auto sweep = [&](double seconds, double cores) {
        feed.add(MetricId::CpuTime, seconds);
        feed.add(MetricId::CpuCores, cores);
        return feed.texts(feed.sweep().batch);
    };
    sweep(10, 4);
    QVERIFY(sweep(12, 4).contains(u"cpu.host_percent=50"_s));
    feed.builder.end(feed.host, MetricId::CpuCores, {});
    QStringList texts;
    for (int i = 0; i < 4; ++i)
        texts = sweep(14 + i, 2);
    QVERIFY2(texts.contains(u"cpu.host_percent=50"_s), qPrintable(texts.join(u' ')));
}

void TestDeriver::churnTakesNoMemory()
{
    Feed feed;
    feed.add(MetricId::Load1, 1); // lives on, beside all that come and go
    std::size_t most = 0;
    for (int i = 0; i < 10'000; ++i) {
        EntityInfo info;
        info.key = u"container:a/%1"_s.arg(i);
        info.state = EntityState::Running;
        info.run = u"1"_s;
        const EntityRef container = feed.builder.entity(info);
        for (const MetricId metric : {MetricId::CpuTime, MetricId::CpuCores, MetricId::CpuAllocated})
            feed.builder.add(container, metric, i);
        info.state = EntityState::Gone;
        feed.builder.entity(info);
        feed.add(MetricId::Load1, 1);
        feed.sweep();
        most = std::max(most, feed.deriver.series().capacity());
    }
    // Three read and two derived of each that was there within the last minutes.
    constexpr auto kMost = std::size_t(std::chrono::seconds(BatchBuilder::kKeptGone).count() + 5) * 5 + 4 * 64;
    QVERIFY2(most <= kMost, qPrintable(QString::number(most)));
    QCOMPARE(feed.deriver.series()[0].metric, MetricId::Load1);
}

QTEST_APPLESS_MAIN(TestDeriver)
#include "tst_deriver.moc"
