// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/cgroup/cgroupcollector.h"

#include "tests/support/batchreader.h"
#include "tests/support/fakeclock.h"
#include "tests/support/verify.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString kPodmanId = u"5e1f00c8b8f7d1473009b4004a7f6899af07a233dcd69581d0b5715546f28453"_s;
const QString kDockerId = u"0123456789abcdef"_s.repeated(4);

void put(const QString &path, const QByteArray &text)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("cannot write %s", qPrintable(path));
}

} // namespace

class TestCgroupCollector : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void names_data();
    void names();
    void fixtures_data();
    void fixtures();
    void comesAndGoes();
    void madeAnewIsAnotherRun();
    void freezesAndEmpties();
    void noTree_data();
    void noTree();
};

void TestCgroupCollector::names_data()
{
    QTest::addColumn<QString>("cgroup");
    QTest::addColumn<QString>("parent");
    QTest::addColumn<bool>("isContainer");
    const QString id = kPodmanId;
    QTest::newRow("podman cgroupfs") << u"libpod-"_s + id << u"libpod_parent"_s << true;
    QTest::newRow("podman systemd") << u"libpod-%1.scope"_s.arg(id) << u"machine.slice"_s << true;
    QTest::newRow("docker systemd") << u"docker-%1.scope"_s.arg(id) << u"system.slice"_s << true;
    QTest::newRow("docker cgroupfs") << id << u"docker"_s << true;
    QTest::newRow("bare id elsewhere") << id << u"kubepods"_s << false;
    QTest::newRow("conmon") << u"libpod-conmon-%1.scope"_s.arg(id) << u"machine.slice"_s << false;
    QTest::newRow("short id") << u"libpod-"_s + id.left(12) << u"machine.slice"_s << false;
    QTest::newRow("no hex") << u"libpod-"_s + QString(64, u'g') << u"machine.slice"_s << false;
    QTest::newRow("docker itself") << u"docker.service"_s << u"system.slice"_s << false;
}

void TestCgroupCollector::names()
{
    QFETCH(QString, cgroup);
    QFETCH(QString, parent);
    QFETCH(bool, isContainer);
    QCOMPARE(containerIdOf(cgroup, parent), isContainer ? kPodmanId : QString());
}

void TestCgroupCollector::fixtures_data()
{
    QTest::addColumn<QString>("layout");
    QTest::addColumn<QString>("id");
    QTest::newRow("v1") << u"v1"_s << kDockerId;
    QTest::newRow("v2") << u"v2"_s << kPodmanId;
    QTest::newRow("hybrid") << u"hybrid"_s << kPodmanId;
}

void TestCgroupCollector::fixtures()
{
    QFETCH(QString, layout);
    QFETCH(QString, id);
    const QString root = QStringLiteral(STRATADECK_TEST_DATA) + u"/cgroup/"_s + layout;
    SourceUri uri;
    uri.kind = SourceKind::Cgroup;
    uri.path = root + u"/sys/fs/cgroup"_s;
    const FakeClock clock;
    CgroupCollector collector(uri, {SourceId(1), uri.path, &clock, 1000ms}, root);
    const auto batches = collector.collect({});
    VERIFY_OK(batches);
    BatchReader reader;
    reader.feed(*batches);
    QCOMPARE(reader.entityCount(), 1);
    const EntityInfo info = reader.entity(id).value_or(EntityInfo());
    QCOMPARE(info.key, u"container:%1/%2"_s.arg(QSysInfo::machineHostName(), id));
    QCOMPARE(info.kind, EntityKind::Container);
    QCOMPARE(info.name, id.left(12));
    QCOMPARE(info.state, EntityState::Running);
    QVERIFY(!info.run.isEmpty());
    QCOMPARE(reader.reading(id, MetricId::PidsCurrent).value_or(-1), 3.0);
    QCOMPARE(reader.reading(id, MetricId::MemUsed).value_or(-1), 24.0 * 1024 * 1024);
    QCOMPARE(reader.reading(id, MetricId::CpuAllocated).value_or(-1), 0.5);
    QCOMPARE(reader.reading(id, MetricId::NetRxBytes, u"eth0"_s).value_or(-1), 1048576.0); // found its process
    QCOMPARE(reader.reading(id, MetricId::Running).value_or(-1), 1.0);
}

void TestCgroupCollector::comesAndGoes()
{
    const QTemporaryDir dir;
    put(dir.filePath(u"cgroup.controllers"_s), "cpu\n");
    SourceUri uri;
    uri.path = dir.path();
    FakeClock clock;
    CgroupCollector collector(uri, {SourceId(1), uri.path, &clock, 1000ms}, dir.path());
    BatchReader reader;
    const auto sweep = [&] {
        const auto batches = collector.collect({});
        if (batches)
            reader.feed(*batches);
        clock.advance(6s);
        return batches.has_value();
    };
    QVERIFY(sweep());
    QCOMPARE(reader.entityCount(), 0);
    const QString path = dir.filePath(u"a.slice/libpod-"_s + kPodmanId);
    put(path + u"/cpu.stat"_s, "usage_usec 1000000\n");
    put(path + u"/cgroup.procs"_s, "1\n");
    QVERIFY(sweep());
    QCOMPARE(reader.state(kPodmanId), EntityState::Running);
    QCOMPARE(reader.reading(kPodmanId, MetricId::CpuTime).value_or(-1), 1.0);
    QVERIFY(QDir(path).removeRecursively());
    QVERIFY(sweep());
    QCOMPARE(reader.state(kPodmanId), EntityState::Gone);
    const std::optional<double> last = reader.reading(kPodmanId, MetricId::CpuTime);
    QVERIFY(last && qIsNaN(*last)); // said to be unknown, not left standing
    QVERIFY(sweep());
    QVERIFY(!reader.reading(kPodmanId, MetricId::CpuTime));
}

void TestCgroupCollector::madeAnewIsAnotherRun()
{
    const QTemporaryDir dir;
    put(dir.filePath(u"cgroup.controllers"_s), "cpu\n");
    const QString path = dir.filePath(u"libpod-"_s + kPodmanId);
    put(path + u"/cpu.stat"_s, "usage_usec 9000000\n");
    put(path + u"/cgroup.procs"_s, "1\n");
    SourceUri uri;
    uri.path = dir.path();
    FakeClock clock;
    CgroupCollector collector(uri, {SourceId(1), uri.path, &clock, 1000ms}, dir.path());
    BatchReader reader;
    reader.feed(collector.collect({}).value());
    const QString before = reader.entity(kPodmanId)->run;
    QVERIFY(QDir().rename(path, dir.filePath(u"old"_s))); // keeps the old inode in use
    put(path + u"/cpu.stat"_s, "usage_usec 5000000\n");
    put(path + u"/cgroup.procs"_s, "1\n");
    clock.advance(6s);
    reader.feed(collector.collect({}).value());
    QVERIFY(reader.entity(kPodmanId)->run != before);
    QCOMPARE(reader.reading(kPodmanId, MetricId::CpuTime).value_or(-1), 5.0);
}

void TestCgroupCollector::freezesAndEmpties()
{
    const QTemporaryDir dir;
    put(dir.filePath(u"cgroup.controllers"_s), "cpu\n");
    const QString path = dir.filePath(u"libpod-"_s + kPodmanId);
    put(path + u"/cpu.stat"_s, "usage_usec 9000000\n");
    put(path + u"/cgroup.procs"_s, "1\n");
    put(path + u"/cgroup.events"_s, "populated 1\nfrozen 1\n");
    const QString empty = dir.filePath(u"libpod-"_s + kDockerId);
    put(empty + u"/cpu.stat"_s, "usage_usec 1\n");
    put(empty + u"/cgroup.procs"_s, "");
    SourceUri uri;
    uri.path = dir.path();
    const FakeClock clock;
    CgroupCollector collector(uri, {SourceId(1), uri.path, &clock, 1000ms}, dir.path());
    BatchReader reader;
    reader.feed(collector.collect({}).value());
    QCOMPARE(reader.state(kPodmanId), EntityState::Paused);
    QCOMPARE(reader.reading(kPodmanId, MetricId::Running).value_or(-1), 0.0);
    QCOMPARE(reader.reading(kPodmanId, MetricId::CpuTime).value_or(-1), 9.0); // frozen counters are true
    QCOMPARE(reader.state(kDockerId), EntityState::Exited);
    QVERIFY(!reader.reading(kDockerId, MetricId::CpuTime));
}

void TestCgroupCollector::noTree_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<Error::Kind>("kind");
    QTest::newRow("nothing there") << u"/nonexistent/cgroup"_s << Error::Kind::NotFound;
    QTest::newRow("something else") << QDir::tempPath() << Error::Kind::Invalid;
}

void TestCgroupCollector::noTree()
{
    QFETCH(QString, path);
    QFETCH(Error::Kind, kind);
    const QTemporaryDir dir;
    SourceUri uri;
    uri.path = kind == Error::Kind::Invalid ? dir.path() : path;
    const FakeClock clock;
    CgroupCollector collector(uri, {SourceId(1), uri.path, &clock, 1000ms}, dir.path());
    VERIFY_FAILS(collector.collect({}), kind);
}

QTEST_APPLESS_MAIN(TestCgroupCollector)
#include "tst_cgroupcollector.moc"
