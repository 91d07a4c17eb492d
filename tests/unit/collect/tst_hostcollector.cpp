// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/host/hostcollector.h"

#include "models/collect/deriver.h"
#include "tests/support/batchtext.h"
#include "tests/support/fakeclock.h"
#include "tests/support/filetree.h"
#include "tests/support/verify.h"

#include <QTest>
#include <unistd.h>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

/// A recorded tree, the collector on it and what it has said so far.
struct Machine {
    FileTree tree{QStringLiteral(STRATADECK_TEST_DATA "/host/amd64-kvm")};
    FakeClock clock;
    HostCollector collector{CollectorContext{SourceId(1), u"host:"_s, &clock, 1000ms}, tree.root()};
    SeriesList series;
    SampleBatch last;

    QStringList sweep()
    {
        clock.advance(1000ms);
        auto batches = collector.collect({});
        if (!batches || batches->size() != 1)
            return {batches ? u"not one batch"_s : batches.error().what};
        last = std::move(batches->front());
        return series.texts(last);
    }
    /// File systems depend on the machine the test runs on.
    QStringList sweepWithoutFileSystems()
    {
        QStringList texts = sweep();
        texts.removeIf([](const QString &text) { return text.startsWith(u"fs."_s); });
        return texts;
    }
};

} // namespace

class TestHostCollector : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void describesTheHost();
    void readsARecordedMachine();
    void missingFilesAreLeftOut_data();
    void missingFilesAreLeftOut();
    void withoutCpuFiguresThereIsAnError();
    void recovers();
    void coreUnplugged();
    void diskUnpluggedAndBack();
    void diskPlugged();
    void partitionsAreNotDisks();
    void mapperDisksHaveTheirNames();
    void swapDiskAppearsWhenUsed();
    void emptyDriveIsLeftOut();
    void bridgesCountAndGuestEndsDoNot();
    void onlyVirtualInterfaces();
    void counterWrapIsUnknown();
    void localFileSystemsEvery30Seconds();
    void capacityEvery30Seconds();
    void readsThisMachine();
};

void TestHostCollector::describesTheHost()
{
    Machine machine;
    machine.sweep();
    QCOMPARE(machine.last.source, SourceId(1));
    QVERIFY(machine.last.at == machine.clock.now());
    QVERIFY(machine.last.ticks == machine.clock.ticks());
    QCOMPARE(machine.last.entities.size(), std::size_t(1));
    EntityInfo expected;
    expected.key = u"host:node1"_s;
    expected.kind = EntityKind::Host;
    expected.name = u"node1"_s;
    expected.host = u"node1"_s;
    expected.run = u"3f1c2a9e-7d54-4b0e-9a51-6f0d2c8e1b77"_s;
    expected.state = EntityState::Running;
    expected.detail = u"Linux 6.18.44, AMD EPYC"_s;
    QCOMPARE(machine.last.entities[0].info, expected);
    machine.sweep();
    QCOMPARE(machine.last.entities.size(), std::size_t(0)); // nothing changed
}

void TestHostCollector::readsARecordedMachine()
{
    Machine machine;
    const QStringList lines = machine.sweepWithoutFileSystems();
    QFile golden(QStringLiteral(STRATADECK_TEST_DATA "/host/amd64-kvm.readings.txt"));
    QVERIFY(golden.open(QIODevice::ReadOnly));
    QCOMPARE(lines.join(u'\n') + u'\n', QString::fromUtf8(golden.readAll()));
}

void TestHostCollector::missingFilesAreLeftOut_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("text"); // null: the file is missing
    QTest::addColumn<QStringList>("prefixes");
    const QStringList pressure{u"psi."_s};
    const QStringList load{u"load."_s, u"pids."_s};
    const QStringList memory{u"mem.used"_s,     u"mem.cache"_s,     u"mem.allocated"_s,
                             u"mem.resident"_s, u"mem.swap_used"_s, u"mem.swap_total"_s};
    const QStringList paging{u"mem.swap_in"_s, u"mem.swap_out"_s, u"mem.major"_s, u"mem.oom"_s};
    QTest::newRow("no pressure") << u"proc/pressure"_s << QByteArray() << pressure;
    QTest::newRow("no cpu pressure") << u"proc/pressure/cpu"_s << QByteArray() << QStringList{u"psi.cpu"_s};
    QTest::newRow("no loadavg") << u"proc/loadavg"_s << QByteArray() << load;
    QTest::newRow("loadavg cut") << u"proc/loadavg"_s << QByteArray("0.10 0.2") << load;
    QTest::newRow("no meminfo") << u"proc/meminfo"_s << QByteArray() << memory;
    QTest::newRow("empty meminfo") << u"proc/meminfo"_s << QByteArray("") << memory;
    QTest::newRow("no vmstat") << u"proc/vmstat"_s << QByteArray() << paging;
    QTest::newRow("vmstat of one endless line") << u"proc/vmstat"_s << QByteArray(1 << 20, 'x') << paging;
    QTest::newRow("no diskstats") << u"proc/diskstats"_s << QByteArray() << QStringList{u"disk."_s};
    QTest::newRow("no /sys/block") << u"sys/block"_s << QByteArray() << QStringList{u"disk."_s};
    QTest::newRow("no net/dev") << u"proc/net/dev"_s << QByteArray() << QStringList{u"net."_s};
    QTest::newRow("no mounts") << u"proc/self/mountinfo"_s << QByteArray() << QStringList{u"fs."_s};
}

void TestHostCollector::missingFilesAreLeftOut()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, text);
    QFETCH(QStringList, prefixes);
    Machine whole;
    QStringList expected = whole.sweep();
    const qsizetype before = expected.size();
    expected.removeIf([&prefixes](const QString &line) {
        return std::ranges::any_of(prefixes,
                                   [&line](const QString &prefix) { return line.startsWith(prefix); });
    });
    QVERIFY(expected.size() < before);

    Machine machine;
    QVERIFY(text.isNull() ? machine.tree.remove(path) : machine.tree.write(path, text));
    // File systems go on being used while the test runs.
    const auto withoutUse = [](QStringList lines) {
        lines.removeIf([](const QString &line) { return line.startsWith(u"fs.used"_s); });
        return lines;
    };
    QCOMPARE(withoutUse(machine.sweep()), withoutUse(expected));
}

void TestHostCollector::withoutCpuFiguresThereIsAnError()
{
    Machine machine;
    const QByteArray good = machine.tree.read(u"proc/stat"_s);
    QVERIFY(machine.tree.write(u"proc/stat"_s, good.left(60)));
    auto batches = machine.collector.collect({});
    VERIFY_FAILS(batches, Error::Kind::Corrupt);
    QVERIFY(batches.error().what.contains(machine.tree.root() + u"proc/stat"_s));

    Machine empty;
    QVERIFY(empty.tree.remove(u"proc/stat"_s));
    VERIFY_FAILS(empty.collector.collect({}), Error::Kind::Io);

    Machine nameless;
    QVERIFY(nameless.tree.remove(u"proc/sys/kernel/hostname"_s));
    VERIFY_FAILS(nameless.collector.collect({}), Error::Kind::Io);
}

void TestHostCollector::recovers()
{
    Machine machine;
    const QByteArray good = machine.tree.read(u"proc/stat"_s);
    QVERIFY(machine.tree.write(u"proc/stat"_s, ""));
    VERIFY_FAILS(machine.collector.collect({}), Error::Kind::Corrupt);
    QVERIFY(machine.tree.write(u"proc/stat"_s, good));
    QVERIFY(machine.sweep().contains(u"cpu.cores=2"_s));
    QCOMPARE(machine.last.entities.size(), std::size_t(1)); // the host was not lost with the error
}

void TestHostCollector::coreUnplugged()
{
    Machine machine;
    QVERIFY(machine.sweep().contains(u"cpu.cores=2"_s));
    const QByteArray both = machine.tree.read(u"proc/stat"_s);
    QByteArrayList lines = both.split('\n');
    lines.removeAt(2); // cpu1
    QVERIFY(machine.tree.write(u"proc/stat"_s, lines.join('\n')));
    const QStringList texts = machine.sweep();
    QVERIFY(texts.contains(u"cpu.cores=1"_s));
    QVERIFY(texts.contains(u"cpu.allocated=1"_s));
    QVERIFY(texts.contains(u"core.time[1]=?"_s));
    QVERIFY(machine.sweep().filter(u"core.time[1]"_s).isEmpty()); // said once
    QVERIFY(machine.tree.write(u"proc/stat"_s, both));
    QCOMPARE(machine.sweep().filter(u"core.time[1]=8"_s).size(), 1);
    QCOMPARE(machine.last.newSeries.size(), std::size_t(1)); // its return is a new beginning
}

void TestHostCollector::diskUnpluggedAndBack()
{
    Machine machine;
    Deriver deriver;
    const auto derived = [&] {
        machine.sweep();
        return readingTexts(deriver.step(machine.last).batch, deriver.series()).filter(u"[vda]"_s);
    };
    derived();
    QVERIFY(derived().contains(u"disk.read_rate[vda]=0"_s));
    const QByteArray before = machine.tree.read(u"proc/diskstats"_s);
    QVERIFY(machine.tree.write(u"proc/diskstats"_s, ""));
    QVERIFY(derived().contains(u"disk.read_rate[vda]=?"_s));
    // Another disk of the same name that has counted further already: no spike.
    QVERIFY(machine.tree.write(u"proc/diskstats"_s, " 254 0 vda 900000 0 900000000 1 1 1 1 1 0 1 1\n"));
    const QStringList back = derived();
    QVERIFY(back.contains(u"disk.read_ops[vda]=900000"_s));
    QVERIFY(back.filter(u"rate"_s).isEmpty());
    QVERIFY(derived().contains(u"disk.read_rate[vda]=0"_s));
}

void TestHostCollector::diskPlugged()
{
    Machine machine;
    machine.sweep();
    const QByteArray before = machine.tree.read(u"proc/diskstats"_s);
    QVERIFY(machine.tree.write(u"proc/diskstats"_s, before + " 254 16 vdb 1 0 2 3 4 0 5 6 0 7 9\n"));
    QVERIFY(machine.sweep().filter(u"[vdb]"_s).isEmpty()); // /sys does not know it yet
    QVERIFY(machine.tree.write(u"sys/block/vdb/size"_s, "100\n"));
    machine.clock.advance(30s);
    const QStringList texts = machine.sweep();
    QVERIFY(texts.contains(u"disk.read_bytes[vdb]=1024"_s));
    QVERIFY(texts.contains(u"disk.write_bytes[vdb]=2560"_s));
    QVERIFY(texts.contains(u"disk.capacity[vdb]=51200"_s));
}

void TestHostCollector::partitionsAreNotDisks()
{
    Machine machine;
    const QByteArray before = machine.tree.read(u"proc/diskstats"_s);
    QVERIFY(machine.tree.write(u"proc/diskstats"_s, before + " 254 1 vda1 9 0 9 9 9 0 9 9 0 9 9\n"));
    const QStringList texts = machine.sweep();
    QVERIFY(!texts.filter(u"[vda]"_s).isEmpty());
    QVERIFY(texts.filter(u"vda1"_s).isEmpty());
}

void TestHostCollector::mapperDisksHaveTheirNames()
{
    Machine machine;
    const QByteArray before = machine.tree.read(u"proc/diskstats"_s);
    QVERIFY(machine.tree.write(u"proc/diskstats"_s, before + " 253 0 dm-0 9 0 9 9 9 0 9 9 0 9 9\n"));
    QVERIFY(machine.tree.write(u"sys/block/dm-0/dm/name"_s, "vg-root\n"));
    QVERIFY(machine.tree.write(u"sys/block/dm-0/size"_s, "not a number\n"));
    const QStringList texts = machine.sweep();
    QVERIFY(texts.contains(u"disk.read_ops[vg-root]=9"_s));
    QVERIFY(texts.contains(u"disk.capacity[vg-root]=?"_s));
    QVERIFY(texts.filter(u"dm-0"_s).isEmpty());
}

void TestHostCollector::swapDiskAppearsWhenUsed()
{
    Machine machine;
    const QStringList idle = machine.sweep();
    QVERIFY(idle.filter(u"loop"_s).isEmpty());
    QVERIFY(idle.filter(u"zram"_s).isEmpty());
    QVERIFY(machine.tree.replace(u"proc/diskstats"_s, "zram0 0 0 0 0", "zram0 5 0 40 1"));
    QVERIFY(machine.sweep().contains(u"disk.read_bytes[zram0]=20480"_s));
}

void TestHostCollector::emptyDriveIsLeftOut()
{
    Machine machine;
    const QByteArray before = machine.tree.read(u"proc/diskstats"_s);
    QVERIFY(machine.tree.write(u"proc/diskstats"_s, before + " 11 0 sr0 0 0 0 0 0 0 0 0 0 0 0\n"));
    QVERIFY(machine.tree.write(u"sys/block/sr0/size"_s, "0\n"));
    QVERIFY(machine.sweep().filter(u"sr0"_s).isEmpty());
}

void TestHostCollector::bridgesCountAndGuestEndsDoNot()
{
    Machine machine;
    QByteArray text = machine.tree.read(u"proc/net/dev"_s);
    for (const QByteArray name : {"br0", "bond0", "eth0.5", "vnet7", "veth1a2b"})
        text += name + ": 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16\n";
    QVERIFY(machine.tree.write(u"proc/net/dev"_s, text));
    QVERIFY(machine.tree.write(u"sys/class/net/br0/bridge/bridge_id"_s, "8000.0\n"));
    QVERIFY(machine.tree.write(u"sys/class/net/bond0/bonding/mode"_s, "active-backup 1\n"));
    QVERIFY(machine.tree.write(u"sys/class/net/eth0.5/uevent"_s, "DEVTYPE=vlan\nINTERFACE=eth0.5\n"));
    QVERIFY(machine.tree.write(u"sys/class/net/vnet7/uevent"_s, "INTERFACE=vnet7\n"));
    const QStringList received = machine.sweep().filter(u"net.rx_bytes"_s);
    QCOMPARE(received, (QStringList{u"net.rx_bytes[bond0]=1"_s, u"net.rx_bytes[br0]=1"_s,
                                    u"net.rx_bytes[eth0.5]=1"_s, u"net.rx_bytes[eth0]=611941718"_s}));
}

void TestHostCollector::onlyVirtualInterfaces()
{
    Machine machine;
    QVERIFY(machine.tree.remove(u"sys/class/net/eth0/device"_s)); // as inside a container
    const QStringList received = machine.sweep().filter(u"net.rx_bytes"_s);
    QCOMPARE(received, (QStringList{u"net.rx_bytes[eth0]=611941718"_s, u"net.rx_bytes[ifb0]=0"_s,
                                    u"net.rx_bytes[ifb1]=0"_s}));
}

void TestHostCollector::counterWrapIsUnknown()
{
    Machine machine;
    Deriver deriver;
    const QByteArray line(" 254 0 vda %1 0 8 1 1 0 8 1 0 1 1\n");
    QStringList iops;
    for (const QByteArray reads : {"4294967290", "4294967295", "3", "5"}) {
        QVERIFY(machine.tree.write(u"proc/diskstats"_s, QByteArray(line).replace("%1", reads)));
        machine.sweep();
        iops += readingTexts(deriver.step(machine.last).batch, deriver.series()).filter(u"disk.read_iops"_s);
    }
    QCOMPARE(iops,
             (QStringList{u"disk.read_iops[vda]=5"_s, u"disk.read_iops[vda]=?"_s, u"disk.read_iops[vda]=2"_s}));
}

void TestHostCollector::localFileSystemsEvery30Seconds()
{
    Machine machine;
    const QStringList first = machine.sweep().filter(u"fs."_s);
    QCOMPARE(first.size(), 2); // neither the bind mount nor the network mount
    QVERIFY(first[0].startsWith(u"fs.size[/]="_s));
    QVERIFY(first[1].startsWith(u"fs.used[/]="_s));
    QVERIFY(first[0].section(u'=', 1).toDouble() > 0);
    for (const SeriesDef &def : machine.series.defs()) {
        if (def.metric == MetricId::FsSize)
            QVERIFY(def.interval == Milliseconds(30s));
    }
    for (int i = 0; i < 29; ++i)
        QVERIFY(machine.sweep().filter(u"fs."_s).isEmpty());
    QCOMPARE(machine.sweep().filter(u"fs."_s).size(), 2);
    // Unmounted: said once, in the next round.
    QVERIFY(machine.tree.write(u"proc/self/mountinfo"_s, "21 26 0:20 / /proc rw - proc proc rw\n"));
    machine.clock.advance(30s);
    QCOMPARE(machine.sweep().filter(u"fs."_s), (QStringList{u"fs.size[/]=?"_s, u"fs.used[/]=?"_s}));
}

void TestHostCollector::capacityEvery30Seconds()
{
    Machine machine;
    QVERIFY(machine.sweep().contains(u"disk.capacity[vda]=274877906944"_s));
    QVERIFY(machine.sweep().filter(u"capacity"_s).isEmpty());
    QVERIFY(machine.tree.write(u"sys/block/vda/size"_s, "4\n")); // resized
    machine.clock.advance(30s);
    QVERIFY(machine.sweep().contains(u"disk.capacity[vda]=2048"_s));
}

void TestHostCollector::readsThisMachine()
{
    const SystemClock clock;
    HostCollector collector(CollectorContext{SourceId(1), u"host:"_s, &clock});
    SeriesList series;
    for (int sweep = 0; sweep < 2; ++sweep) {
        const auto batches = collector.collect({});
        VERIFY_OK(batches);
        QCOMPARE(batches->size(), std::size_t(1));
        const QStringList texts = series.texts(batches->front());
        const auto figure = [&texts](const QString &name) {
            const QStringList found = texts.filter(name + u'=');
            return found.size() == 1 ? found.first().section(u'=', 1).toDouble() : -1;
        };
        QCOMPARE(figure(u"cpu.cores"_s), static_cast<double>(::sysconf(_SC_NPROCESSORS_ONLN)));
        const auto pages = static_cast<double>(::sysconf(_SC_PHYS_PAGES));
        QCOMPARE(figure(u"mem.allocated"_s), pages * static_cast<double>(::sysconf(_SC_PAGESIZE)));
        QVERIFY(figure(u"cpu.time"_s) > 0);
        QVERIFY(figure(u"mem.used"_s) < figure(u"mem.allocated"_s));
        QVERIFY(figure(u"pids.current"_s) > 1);
    }
}

QTEST_APPLESS_MAIN(TestHostCollector)
#include "tst_hostcollector.moc"
