// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/cgroup/localcontainer.h"

#include "tests/support/batchreader.h"
#include "tests/support/fakeclock.h"

#include <QTest>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString kPodmanId = u"5e1f00c8b8f7d1473009b4004a7f6899af07a233dcd69581d0b5715546f28453"_s;
const QString kDockerId = u"0123456789abcdef"_s.repeated(4);
constexpr double kMebibyte = 1024 * 1024;

QString tree(const QString &name)
{
    return QStringLiteral(STRATADECK_TEST_DATA) + u"/cgroup/"_s + name;
}

} // namespace

class TestLocalContainer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void figures_data();
    void figures();
    void limitsWithoutAnyAreTheHost();
    void sharedNetworkIsNotTheContainers();
    void otherContainersProcess();
    void unknownStaysOut();
    void cacheLargerThanUsage();
    void silenceSpeaksOnce();
    void memoryPartsAreSlow();
    void limitCadence();
};

void TestLocalContainer::figures_data()
{
    QTest::addColumn<QString>("layout");
    QTest::addColumn<QString>("id");
    QTest::addColumn<bool>("hasPressure");
    QTest::addColumn<double>("cpuTime");
    QTest::newRow("v1") << u"v1"_s << kDockerId << false << 57.050420123;
    QTest::newRow("v2") << u"v2"_s << kPodmanId << true << 57.05042;
    QTest::newRow("hybrid") << u"hybrid"_s << kPodmanId << true << 57.050420123;
}

void TestLocalContainer::figures()
{
    QFETCH(QString, layout);
    QFETCH(QString, id);
    QFETCH(bool, hasPressure);
    QFETCH(double, cpuTime);
    const FakeClock clock;
    BatchBuilder builder({SourceId(1), {}, &clock, 1000ms});
    EntityInfo info;
    info.key = info.name = u"c"_s;
    ContainerSeries series(builder.entity(info));
    LocalHost host(tree(layout));
    const std::unique_ptr<LocalContainer> container = LocalContainer::open(host, 4242, id);
    QVERIFY(container);
    QVERIFY(container->sweep(builder, series, host, true));
    QVERIFY(!container->isFrozen(host));
    BatchReader reader;
    reader.feed(builder.take());

    const auto figure = [&](MetricId metric, const QString &instance = {}) {
        return reader.reading(u"c"_s, metric, instance).value_or(-1);
    };
    QCOMPARE(figure(MetricId::CpuTime), cpuTime);
    QCOMPARE(figure(MetricId::CpuUser), 40.0);
    QVERIFY(qAbs(figure(MetricId::CpuSystem) - 17.05) < 0.001);
    QCOMPARE(figure(MetricId::CpuCores), 4.0);
    QCOMPARE(figure(MetricId::CpuAllocated), 0.5);
    QCOMPARE(figure(MetricId::CpuPeriods), 500.0);
    QCOMPARE(figure(MetricId::CpuThrottledPeriods), 20.0);
    QCOMPARE(figure(MetricId::CpuThrottledTime), 1.5);
    QCOMPARE(figure(MetricId::MemResident), 32 * kMebibyte);
    QCOMPARE(figure(MetricId::MemUsed), 24 * kMebibyte);
    QCOMPARE(figure(MetricId::MemCache), 9 * kMebibyte);
    QCOMPARE(figure(MetricId::MemAllocated), 64 * kMebibyte);
    QCOMPARE(figure(MetricId::MemSwapUsed), 4096.0);
    QCOMPARE(figure(MetricId::MemMajorFaults), 7.0);
    QCOMPARE(figure(MetricId::MemOomKills), 2.0);
    QCOMPARE(figure(MetricId::PidsCurrent), 3.0);
    QCOMPARE(figure(MetricId::DiskReadBytes, u"vda"_s), 4096.0);
    QCOMPARE(figure(MetricId::DiskWriteBytes, u"vda"_s), 8192.0);
    QCOMPARE(figure(MetricId::DiskReadOps, u"vda"_s), 1.0);
    QCOMPARE(figure(MetricId::DiskWriteOps, u"vda"_s), 2.0);
    QCOMPARE(figure(MetricId::DiskReadBytes, u"7:9"_s), 512.0); // the kernel has no name for it
    QCOMPARE(figure(MetricId::NetRxBytes, u"eth0"_s), 1048576.0);
    QCOMPARE(figure(MetricId::NetRxDrops, u"eth0"_s), 2.0);
    QCOMPARE(figure(MetricId::NetTxPackets, u"eth0"_s), 600.0);
    QCOMPARE(figure(MetricId::NetTxErrors, u"eth0"_s), 3.0);
    QVERIFY(!reader.reading(u"c"_s, MetricId::NetRxBytes, u"lo"_s));
    QCOMPARE(reader.reading(u"c"_s, MetricId::PsiCpuSomeTime).has_value(), hasPressure);
    if (hasPressure) {
        QCOMPARE(figure(MetricId::PsiCpuSomeTime), 2.5);
        QCOMPARE(figure(MetricId::PsiMemoryFullTime), 1.25);
        QCOMPARE(figure(MetricId::PsiIoSomeTime), 2.5);
    }
}

void TestLocalContainer::limitsWithoutAnyAreTheHost()
{
    const FakeClock clock;
    BatchBuilder builder({SourceId(1), {}, &clock, 1000ms});
    EntityInfo info;
    info.key = info.name = u"c"_s;
    ContainerSeries series(builder.entity(info));
    BatchReader reader;
    series.addLimits(builder, {kNoLimit, kNoLimit}, 4, 8e9, 0ms);
    reader.feed(builder.take());
    QCOMPARE(reader.reading(u"c"_s, MetricId::CpuAllocated).value_or(-1), 4.0);
    QCOMPARE(reader.reading(u"c"_s, MetricId::MemAllocated).value_or(-1), 8e9);
    series.addLimits(builder, {16, 1e12}, 4, 8e9, 0ms); // more than there is
    reader.feed(builder.take());
    QCOMPARE(reader.reading(u"c"_s, MetricId::CpuAllocated).value_or(-1), 4.0);
    QCOMPARE(reader.reading(u"c"_s, MetricId::MemAllocated).value_or(-1), 8e9);
    series.addLimits(builder, {kNoLimit, 1e6}, kUnknown, kUnknown, 0ms);
    reader.feed(builder.take());
    QVERIFY(!reader.reading(u"c"_s, MetricId::CpuAllocated)); // no limit of an unknown host
    QCOMPARE(reader.reading(u"c"_s, MetricId::MemAllocated).value_or(-1), 1e6);
}

void TestLocalContainer::sharedNetworkIsNotTheContainers()
{
    QVERIFY(NetReader::open(tree(u"v2"_s), 4242));
    QVERIFY(!NetReader::open(tree(u"v2"_s), 4343)); // --network=host: these are the host's counters
    QVERIFY(!NetReader::open(tree(u"v2"_s), 4444)); // ended meanwhile
}

void TestLocalContainer::otherContainersProcess()
{
    LocalHost host(tree(u"v2"_s));
    QVERIFY(!LocalContainer::open(host, 4242, kDockerId));
    QVERIFY(!LocalContainer::open(host, 0, kPodmanId));
    QVERIFY(!LocalContainer::open(host, 99999, kPodmanId));
}

void TestLocalContainer::unknownStaysOut()
{
    const FakeClock clock;
    BatchBuilder builder({SourceId(1), {}, &clock, 1000ms});
    EntityInfo info;
    info.key = info.name = u"c"_s;
    ContainerSeries series(builder.entity(info));
    CgroupFigures figures;
    figures.memUsage = 100; // without inactive_file nobody knows what of it is used
    series.add(builder, figures, nullptr);
    const SampleBatch batch = builder.take();
    QCOMPARE(batch.readings.size(), 1u);
    QCOMPARE(batch.newSeries.front().metric, MetricId::MemResident);
}

void TestLocalContainer::cacheLargerThanUsage()
{
    const FakeClock clock;
    BatchBuilder builder({SourceId(1), {}, &clock, 1000ms});
    EntityInfo info;
    info.key = info.name = u"c"_s;
    ContainerSeries series(builder.entity(info));
    CgroupFigures figures;
    figures.memUsage = 100;
    figures.memInactiveFile = 150;
    series.add(builder, figures, nullptr);
    BatchReader reader;
    reader.feed(builder.take());
    QCOMPARE(reader.reading(u"c"_s, MetricId::MemUsed).value_or(-1), 100.0); // never negative
}

void TestLocalContainer::silenceSpeaksOnce()
{
    const FakeClock clock;
    BatchBuilder builder({SourceId(1), {}, &clock, 1000ms});
    EntityInfo info;
    info.key = info.name = u"c"_s;
    ContainerSeries series(builder.entity(info));
    CgroupFigures figures;
    figures.cpuTime = 1;
    figures.devices.push_back({8, 0, 1, 2, kUnknown, kUnknown});
    series.add(builder, figures, nullptr);
    series.add(builder, MetricId::Running, 1);
    series.add(builder, MetricId::RestartCount, 2);
    builder.take();
    series.silence(builder);
    const SampleBatch silent = builder.take();
    QCOMPARE(silent.readings.size(), 3u); // CPU time, bytes read and written, but not what is still known
    for (const Reading &reading : silent.readings)
        QVERIFY(qIsNaN(reading.value));
    series.add(builder, MetricId::Running, 0); // goes on, and is no sign of life
    series.silence(builder);
    QCOMPARE(builder.take().readings.size(), 1u);
}

// memory.stat costs as much as all other files together: it is read with the limits, and what needs it says so.
void TestLocalContainer::memoryPartsAreSlow()
{
    const FakeClock clock;
    BatchBuilder builder({SourceId(1), {}, &clock, 1000ms});
    EntityInfo info;
    info.key = info.name = u"c"_s;
    ContainerSeries series(builder.entity(info));
    LocalHost host(tree(u"v2"_s));
    const auto container = LocalContainer::open(host, 4242, kPodmanId);
    QVERIFY(container);
    BatchReader reader;
    for (const bool isDue : {false, false, true, false}) {
        QVERIFY(container->sweep(builder, series, host, isDue));
        const SampleBatch batch = builder.take();
        for (const SeriesDef &def : batch.newSeries) {
            const bool slow = def.metric == MetricId::MemUsed || def.metric == MetricId::MemCache
                              || def.metric == MetricId::MemSwapUsed || def.metric == MetricId::MemMajorFaults;
            if (slow)
                QVERIFY(def.interval == kSlowInterval);
        }
        const bool first = !batch.newSeries.empty(); // needs everything at once
        reader.feed(batch);
        for (const MetricId metric : {MetricId::MemUsed, MetricId::MemCache, MetricId::MemSwapUsed})
            QCOMPARE(reader.reading(u"c"_s, metric).has_value(), first || isDue);
        QVERIFY(reader.reading(u"c"_s, MetricId::MemResident));
        QVERIFY(reader.reading(u"c"_s, MetricId::PidsCurrent));
    }
}

void TestLocalContainer::limitCadence()
{
    SlowCadence cadence;
    TimePoint now = fromMillis(1'700'000'000'000);
    Ticks ticks = 1h;
    const auto after = [&](Milliseconds wall, Milliseconds boot) {
        now += wall;
        ticks += boot;
        return cadence.isDue(now, ticks, 1000ms);
    };
    QVERIFY(after(0ms, 0ms));
    for (int second = 1; second < 10; ++second)
        QVERIFY(!after(1s, 1s));
    QVERIFY(after(1s, 1s));
    QVERIFY(!after(1s, 1s));
    QVERIFY(after(3601s, 1s)); // the wall clock was set: everything before is a gap
    QVERIFY(!after(1s, 1s));
    QVERIFY(after(8s, 8s)); // a late sweep
    QVERIFY(!after(1s, 1s));
    cadence.forget();
    QVERIFY(after(1s, 1s));
}

QTEST_APPLESS_MAIN(TestLocalContainer)
#include "tst_localcontainer.moc"
