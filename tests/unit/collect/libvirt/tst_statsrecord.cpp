// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/collect/libvirt/domstats.h"

#include <QTest>
#include <cmath>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;

class TestStatsRecord : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void running();
    void busy();
    void hostile();
    void nothingIsUnknown();
    void bounded();
};

void TestStatsRecord::running()
{
    const DomainFigures figures = figuresOf(recorded("running.domstats"));
    QCOMPARE(figures.state, 1);
    QCOMPARE(figures.reason, 1);
    QCOMPARE(figures.cpuTime, 13.6);
    QCOMPARE(figures.cpuUser, 12.79);
    QCOMPARE(figures.cpuSystem, 0.81);
    QCOMPARE(figures.vcpus, 1.0);
    QCOMPARE(figures.vcpu.size(), 1u);
    QCOMPARE(figures.vcpu[0].time, 12.77);
    QCOMPARE(figures.vcpu[0].delay, 7.558518435);
    QCOMPARE(figures.vcpu[0].wait, 0.0);
    QCOMPARE(figures.balloon.current, 131072.0 * 1024);
    QCOMPARE(figures.balloon.usable, 72032.0 * 1024);
    QCOMPARE(figures.balloon.diskCaches, 2492.0 * 1024);
    QCOMPARE(figures.balloon.resident, 239440.0 * 1024);
    QCOMPARE(figures.balloon.lastUpdate, 1795470592.0);
    QCOMPARE(figures.nics.size(), 1u);
    QCOMPARE(figures.nics[0].device, u"vnet0"_s);
    QCOMPARE(figures.nics[0].rxBytes, 3240.0);
    QCOMPARE(figures.nics[0].txPackets, 30.0);
    QCOMPARE(figures.blocks.size(), 2u);
    QCOMPARE(figures.blocks[0].target, u"vda"_s);
    QCOMPARE(figures.blocks[0].capacity, 67108864.0);
    QVERIFY(figures.blocks[0].writeBytes > 0);
    QVERIFY(figures.blocks[0].writeTime > 0 && figures.blocks[0].writeTime < 10);
    // A drive without a medium has counters and no size.
    QCOMPARE(figures.blocks[1].target, u"sda"_s);
    QCOMPARE(figures.blocks[1].writeBytes, 0.0);
    QVERIFY(std::isnan(figures.blocks[1].capacity));
    QVERIFY(figures.isFromMonitor());
}

void TestStatsRecord::busy()
{
    const DomainFigures figures = figuresOf(recorded("busy.domstats"));
    QCOMPARE(figures.cpuTime, 13.68);
    QCOMPARE(figures.vcpus, 1.0);
    QCOMPARE(figures.balloon.current, 131072.0 * 1024);
    QVERIFY(std::isnan(figures.balloon.usable));
    QVERIFY(std::isnan(figures.balloon.resident));
    QCOMPARE(figures.blocks.size(), 2u);
    QVERIFY(std::isnan(figures.blocks[0].writeBytes));
    QVERIFY(!figures.isFromMonitor());
}

void TestStatsRecord::hostile()
{
    const DomainFigures figures = figuresOf(recorded("hostile.domstats"));
    QCOMPARE(figures.state, 5);
    QCOMPARE(figures.reason, 0);
    QVERIFY(std::isnan(figures.cpuTime)); // all ones: not known
    QVERIFY(std::isnan(figures.cpuUser)); // negative
    QCOMPARE(figures.cpuSystem, 1.0);
    QVERIFY(std::isnan(figures.balloon.resident)); // text
    QCOMPARE(figures.vcpus, 3.0);
    QCOMPARE(figures.vcpu.size(), 2u); // sparse
    QCOMPARE(figures.vcpu[1].number, 7u);
    QCOMPARE(figures.vcpu[1].time, 2.0);
    QCOMPARE(figures.vcpu[1].delay, 3.0);
    QCOMPARE(figures.nics.size(), 1u); // the nameless one cannot be told from others
    QCOMPARE(figures.nics[0].device, u"vnet5"_s);
    QCOMPARE(figures.nics[0].rxBytes, 1024.0);
    QVERIFY(std::isnan(figures.nics[0].txDrops));
    QCOMPARE(figures.blocks.size(), 2u); // of the backing chain only the top
    QCOMPARE(figures.blocks[0].readBytes, 4096.0);
    QCOMPARE(figures.blocks[0].readTime, 2.0);
    QCOMPARE(figures.blocks[1].target, u"sda"_s);
}

void TestStatsRecord::nothingIsUnknown()
{
    const DomainFigures figures = figuresOf({});
    QCOMPARE(figures.state, -1);
    QCOMPARE(figures.id, -1);
    QVERIFY(std::isnan(figures.cpuTime));
    QVERIFY(std::isnan(figures.vcpus));
    QVERIFY(std::isnan(figures.balloon.current));
    QVERIFY(figures.vcpu.empty() && figures.blocks.empty() && figures.nics.empty());
}

void TestStatsRecord::bounded()
{
    StatsRecord record;
    for (int i = 0; i < 5'000; ++i) {
        record.number("vcpu." + QByteArray::number(i) + ".time", 1e9);
        record.text("block." + QByteArray::number(i) + ".name", "disk" + QByteArray::number(i));
    }
    record.text("net.0.name", QByteArray(100'000, 'x'));
    const DomainFigures figures = record.take();
    QCOMPARE(figures.vcpu.size(), 1024u);
    QCOMPARE(figures.blocks.size(), 1024u);
    QVERIFY(figures.nics.empty());
}

QTEST_APPLESS_MAIN(TestStatsRecord)
#include "tst_statsrecord.moc"
