// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/cgroup/cgroupcollector.h"
#include "models/collect/deriver.h"
#include "models/collect/host/hostcollector.h"
#include "models/collect/host/linkreader.h"
#include "tests/support/allocations.h"
#include "tests/support/fakeclock.h"
#include "tests/support/filetree.h"
#include "tests/support/verify.h"

#include <QTest>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

// The list of batches, the readings handed over, the readings begun, those with the rates: some for each sweep,
// none for a reading.
constexpr quint64 kForASweep = 8;

SourceUri cgroupSource(const QString &path)
{
    SourceUri uri;
    uri.kind = SourceKind::Cgroup;
    uri.path = path;
    return uri;
}

QString idOf(int container)
{
    return u"%1"_s.arg(container, 64, 16, QLatin1Char('0'));
}

/// `count` containers of cgroup v2 that differ in nothing but their names.
void makeContainers(FileTree &tree, int count)
{
    tree.write(u"sys/fs/cgroup/cgroup.controllers"_s, "cpu io memory pids\n");
    for (int i = 0; i < count; ++i) {
        const QString folder = u"sys/fs/cgroup/machine.slice/libpod-%1.scope/"_s.arg(idOf(i));
        tree.write(folder + u"cgroup.procs"_s, "0\n");
        tree.write(folder + u"cgroup.events"_s, "populated 1\nfrozen 0\n");
        tree.write(folder + u"cpu.stat"_s, "usage_usec 57050000\nuser_usec 40000000\nsystem_usec 17050000\n"
                                           "nr_periods 500\nnr_throttled 20\nthrottled_usec 1500000\n");
        tree.write(folder + u"memory.current"_s, "33554432\n");
        tree.write(folder + u"memory.events"_s, "low 0\noom 2\noom_kill 2\n");
        tree.write(folder + u"memory.stat"_s, "file 9437184\ninactive_file 8388608\npgmajfault 7\n");
        tree.write(folder + u"io.stat"_s, "8:0 rbytes=4096 wbytes=8192 rios=1 wios=2\n"
                                          "8:16 rbytes=1 wbytes=2 rios=3 wios=4\n");
        tree.write(folder + u"pids.current"_s, "3\n");
    }
}

/// What a steady second of a collector and the deriver behind it allocates, and how many readings it has.
struct Second {
    quint64 allocations = 0;
    std::size_t readings = 0;
};

Second steadySecond(Collector &collector, Deriver &deriver, FakeClock &clock)
{
    Second second;
    const auto sweep = [&] {
        clock.advance(1000ms);
        auto batches = collector.collect({});
        if (batches)
            second.readings = deriver.step(std::move(batches->front())).batch.readings.size();
    };
    sweep(); // introduces all series
    sweep(); // the first with rates
    const quint64 before = allocations();
    sweep();
    second.allocations = allocations() - before;
    return second;
}

} // namespace

class TestAllocations : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void areCounted();
    void host();
    void thisMachine();
    void containers_data();
    void containers();
    void links();
};

void TestAllocations::areCounted()
{
    const quint64 before = allocations();
    const QString text = u"x"_s.repeated(100); // Qt's own
    const std::vector<int> numbers(100);       // operator new
    QCOMPARE(allocations() - before, 2u);
    QVERIFY(text.size() == 100 && numbers.size() == 100);
}

void TestAllocations::host()
{
    const FileTree tree(QStringLiteral(STRATADECK_TEST_DATA "/host/amd64-kvm"));
    FakeClock clock;
    HostCollector collector({SourceId(1), u"host:"_s, &clock, 1000ms}, tree.root());
    Deriver deriver;
    const Second second = steadySecond(collector, deriver, clock);
    QVERIFY(second.readings > 40);
    QVERIFY2(second.allocations <= kForASweep, qPrintable(QString::number(second.allocations)));
}

void TestAllocations::thisMachine()
{
    FakeClock clock;
    HostCollector collector({SourceId(1), u"host:"_s, &clock, 1000ms});
    Deriver deriver;
    const Second second = steadySecond(collector, deriver, clock);
    QVERIFY(second.readings > 20);
    QVERIFY2(second.allocations <= kForASweep, qPrintable(QString::number(second.allocations)));
}

void TestAllocations::containers_data()
{
    QTest::addColumn<int>("count");
    QTest::newRow("one") << 1;
    QTest::newRow("many") << 64;
}

void TestAllocations::containers()
{
    QFETCH(int, count);
    FileTree tree(u"/nonexistent"_s); // an empty one
    makeContainers(tree, count);
    FakeClock clock;
    const QString root = tree.root().chopped(1);
    CgroupCollector collector(cgroupSource(root + u"/sys/fs/cgroup"_s),
                              {SourceId(1), u"cgroup:"_s, &clock, 1000ms}, root);
    Deriver deriver;
    const Second second = steadySecond(collector, deriver, clock);
    QVERIFY(second.readings > 20 * static_cast<std::size_t>(count));
    QVERIFY2(second.allocations <= kForASweep, qPrintable(QString::number(second.allocations)));
}

void TestAllocations::links()
{
    const std::unique_ptr<LinkReader> reader = LinkReader::open();
    QVERIFY(reader);
    QVERIFY(reader->read());
    const quint64 before = allocations();
    QVERIFY(reader->read());
    QCOMPARE(allocations() - before, 0u);
}

QTEST_APPLESS_MAIN(TestAllocations)
#include "tst_allocations.moc"
