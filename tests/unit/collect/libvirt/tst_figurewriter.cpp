// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/libvirt/figurewriter.h"
#include "tests/support/batchlog.h"
#include "tests/support/fakeclock.h"
#include "tests/unit/collect/libvirt/domstats.h"

#include <QTest>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestFigureWriter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void recordedGuest();
    void balloonThatDeflates();
    void staleBalloon();
    void withoutBalloonDriver();
    void nicsByMac();
    void cpuReadTwice();
    void startUnderTheSameId();
    void absentIsNotZero();

private:
    void write(const DomainFigures &figures)
    {
        m_writer->write(m_guest, figures, {m_clock.now(), m_clock.ticks()});
        m_log.add(m_builder->take());
    }
    double last(MetricId metric, const QString &instance = {}) const
    {
        return m_log.last(kKey, metric, instance);
    }

    const QString kKey = u"vm:h/u"_s;
    FakeClock m_clock{fromMillis(1'795'470'593'000)}; // one second after the recorded balloon report
    std::unique_ptr<BatchBuilder> m_builder;
    std::unique_ptr<FigureWriter> m_writer;
    Guest m_guest;
    BatchLog m_log;
};

void TestFigureWriter::init()
{
    const CollectorContext context{SourceId(1), u"test:"_s, &m_clock, 1000ms};
    m_builder = std::make_unique<BatchBuilder>(context);
    m_writer = std::make_unique<FigureWriter>(*m_builder, context.period);
    m_log = {};
    m_guest = {};
    m_guest.id = 3;
    m_guest.info.key = kKey;
    m_guest.info.run = u"3"_s;
    m_guest.xml = DomainXml::parse(recorded("running.xml")).value();
    m_guest.ref = m_builder->entity(m_guest.info);
    m_clock.setWall(fromMillis(1'795'470'593'000) - m_clock.now());
}

void TestFigureWriter::recordedGuest()
{
    write(figuresOf(recorded("running.domstats")));
    QCOMPARE(last(MetricId::CpuTime), 13.6);
    QCOMPARE(last(MetricId::CpuAllocated), 1.0);
    QCOMPARE(last(MetricId::VcpuDelay, u"0"_s), 7.558518435);
    QCOMPARE(last(MetricId::MemUsed), (131072.0 - 72032.0) * 1024);
    QCOMPARE(last(MetricId::MemCache), 2492.0 * 1024);
    QCOMPARE(last(MetricId::MemResident), 239440.0 * 1024);
    QCOMPARE(last(MetricId::MemMaximum), 131072.0 * 1024);
    QCOMPARE(last(MetricId::BalloonAge), 1.0);
    QCOMPARE(last(MetricId::DiskCapacity, u"vda"_s), 67108864.0);
    QCOMPARE(m_log.instances(kKey, MetricId::DiskCapacity), QStringList{u"vda"_s}); // none of the empty drive
    QCOMPARE(last(MetricId::NetRxBytes, u"52:54:00:2c:17:43"_s), 3240.0);
}

void TestFigureWriter::balloonThatDeflates()
{
    DomainFigures figures = figuresOf(recorded("running.domstats"));
    figures.balloon.usable = figures.balloon.current + 4096;
    write(figures);
    QVERIFY(std::isnan(last(MetricId::MemUsed)));
    QCOMPARE(last(MetricId::MemAllocated), 131072.0 * 1024);
}

void TestFigureWriter::staleBalloon()
{
    const DomainFigures figures = figuresOf(recorded("running.domstats"));
    write(figures);
    for (int i = 0; i < 29; ++i) {
        m_clock.advance(1s);
        write(figures);
    }
    QCOMPARE(last(MetricId::BalloonAge), 30.0);
    QVERIFY(last(MetricId::MemUsed) > 0);
    m_clock.advance(1s);
    write(figures); // the report has not changed for more than 30 s
    QVERIFY(std::isnan(last(MetricId::MemUsed)));
    QVERIFY(std::isnan(last(MetricId::MemCache)));
    QVERIFY(std::isnan(last(MetricId::MemMajorFaults)));
    QCOMPARE(last(MetricId::MemAllocated), 131072.0 * 1024); // the host's own figures hold
    QCOMPARE(last(MetricId::MemResident), 239440.0 * 1024);
    DomainFigures fresh = figures;
    fresh.balloon.lastUpdate += 40;
    write(fresh);
    QVERIFY(last(MetricId::MemUsed) > 0);
    QCOMPARE(last(MetricId::BalloonAge), 0.0);
}

void TestFigureWriter::withoutBalloonDriver()
{
    DomainFigures figures;
    figures.balloon.current = 1024;
    figures.balloon.maximum = 2048;
    figures.balloon.lastUpdate = 0;
    write(figures);
    QCOMPARE(last(MetricId::MemAllocated), 1024.0);
    QVERIFY(m_log.points(kKey, MetricId::MemUsed).empty());
    QVERIFY(m_log.points(kKey, MetricId::BalloonAge).empty());
}

void TestFigureWriter::nicsByMac()
{
    DomainFigures figures;
    figures.nics.push_back({0, u"vnet9"_s, 1, 1, 0, 0, 1, 1, 0, 0});
    write(figures);
    QVERIFY(m_log.instances(kKey, MetricId::NetRxBytes).isEmpty());
    QVERIFY(m_guest.wantsXml); // plugged in since
    m_guest.xml->nics[0].device = u"vnet9"_s;
    write(figures);
    QCOMPARE(m_log.instances(kKey, MetricId::NetRxBytes), QStringList{u"52:54:00:2c:17:43"_s});
}

void TestFigureWriter::cpuReadTwice()
{
    DomainFigures figures;
    figures.cpuTime = 1;
    write(figures);
    m_clock.advance(50ms); // by the other connection
    write(figures);
    QCOMPARE(m_log.points(kKey, MetricId::CpuTime).size(), 1u);
    m_clock.advance(950ms);
    figures.cpuTime = 1.5;
    write(figures);
    QCOMPARE(m_log.points(kKey, MetricId::CpuTime).size(), 2u);
}

void TestFigureWriter::startUnderTheSameId()
{
    DomainFigures figures;
    figures.vcpus = 1;
    for (const double time : {100.0, 101.0, 0.5, 1.0}) {
        m_clock.advance(1s);
        figures.cpuTime = time;
        write(figures);
    }
    QCOMPARE(m_log.entities().value(kKey).run, u"3.1"_s);
    QCOMPARE(m_log.impossible(), QStringList());
    QCOMPARE(last(MetricId::CpuAllocPercent), 50.0);
}

void TestFigureWriter::absentIsNotZero()
{
    write({});
    QCOMPARE(m_log.batches(), 1);
    for (const Metric &metric : metricCatalogue())
        QVERIFY2(m_log.instances(kKey, metric.id).isEmpty(), metric.name.data());
}

QTEST_APPLESS_MAIN(TestFigureWriter)
#include "tst_figurewriter.moc"
