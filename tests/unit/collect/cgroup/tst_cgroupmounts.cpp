// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/cgroup/cgroupmounts.h"

#include "tests/support/verify.h"

#include <QTest>

using namespace stratadeck;
using namespace Qt::StringLiterals;

namespace {

const QString kId = QString(64, u'a');
const QByteArray kName(64, 'a');

const QByteArray kV1 =
    "31 23 0:28 / /sys/fs/cgroup rw - tmpfs tmpfs rw\n"
    "32 31 0:29 / /sys/fs/cgroup/cpu,cpuacct rw shared:1 master:2 - cgroup cgroup rw,cpu,cpuacct\n"
    "33 31 0:30 / /sys/fs/cgroup/memory rw - cgroup cgroup rw,memory\n";
const QByteArray kV2 = "30 22 0:27 / /sys/fs/cgroup rw,nosuid shared:9 - cgroup2 cgroup2 rw,nsdelegate\n";

} // namespace

class TestCgroupMounts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void v1();
    void v2_data();
    void v2();
    void hybridKeepsBoth();
    void mountOfPart();
    void wholeMountWins();
    void escapedMountPoint();
    void garbage_data();
    void garbage();
    void missingFile();
};

void TestCgroupMounts::v1()
{
    const CgroupMounts mounts = CgroupMounts::parse(kV1, {});
    const CgroupPaths paths = mounts.locate(
        "4:memory:/docker/" + kName + "\n2:cpu,cpuacct:/docker/" + kName + "\n9:name=systemd:/\n", kId);
    QCOMPARE(paths.cpu, u"/sys/fs/cgroup/cpu,cpuacct/docker/"_s + kId);
    QCOMPARE(paths.cpuacct, paths.cpu);
    QCOMPARE(paths.memory, u"/sys/fs/cgroup/memory/docker/"_s + kId);
    QVERIFY(paths.unified.isEmpty());
    QVERIFY(paths.pids.isEmpty()); // not mounted
}

void TestCgroupMounts::v2_data()
{
    QTest::addColumn<QByteArray>("cgroup");
    QTest::addColumn<QString>("expected");
    const QByteArray scope = "/machine.slice/libpod-" + kName + ".scope";
    const QString found = u"/sys/fs/cgroup/machine.slice/libpod-%1.scope"_s.arg(kId);
    QTest::newRow("podman scope") << scope << found;
    QTest::newRow("cgroup inside the scope") << scope + "/container" << found;
    QTest::newRow("systemd inside the container") << scope + "/container/init.scope" << found;
    QTest::newRow("docker scope") << "/system.slice/docker-" + kName + ".scope"
                                  << u"/sys/fs/cgroup/system.slice/docker-%1.scope"_s.arg(kId);
    // These would give the figures of everybody, or of somebody else.
    QTest::newRow("root cgroup") << QByteArray("/") << QString();
    QTest::newRow("container without a cgroup of its own")
        << QByteArray("/user.slice/session-1.scope") << QString();
    QTest::newRow("number given to another container")
        << "/machine.slice/libpod-" + QByteArray(64, 'b') << QString();
    QTest::newRow("outside of our namespace") << "/../libpod-" + kName << QString();
    QTest::newRow("empty") << QByteArray() << QString();
}

void TestCgroupMounts::v2()
{
    QFETCH(QByteArray, cgroup);
    QFETCH(QString, expected);
    const CgroupPaths paths = CgroupMounts::parse(kV2, {}).locate("0::" + cgroup + '\n', kId);
    QCOMPARE(paths.unified, expected);
    QCOMPARE(paths.isEmpty(), expected.isEmpty());
}

void TestCgroupMounts::hybridKeepsBoth()
{
    const QByteArray unified = "41 31 0:38 / /sys/fs/cgroup/unified rw - cgroup2 cgroup2 rw\n";
    const CgroupPaths paths =
        CgroupMounts::parse(kV1 + unified, {}).locate("4:memory:/x-" + kName + "\n0::/x-" + kName + '\n', kId);
    QCOMPARE(paths.memory, u"/sys/fs/cgroup/memory/x-"_s + kId);
    QCOMPARE(paths.unified, u"/sys/fs/cgroup/unified/x-"_s + kId);
}

// Inside a container only part of the tree is mounted, and /proc names cgroups from our own root.
void TestCgroupMounts::mountOfPart()
{
    const CgroupMounts above = CgroupMounts::parse("30 22 0:27 /.. /host/cgroup ro - cgroup2 cgroup2 rw\n", {});
    QCOMPARE(above.locate("0::/../libpod-" + kName + '\n', kId).unified, u"/host/cgroup/libpod-"_s + kId);
    const CgroupMounts below =
        CgroupMounts::parse("30 22 0:27 /docker /sys/fs/cgroup ro - cgroup2 cgroup2 rw\n", {});
    QCOMPARE(below.locate("0::/docker/" + kName + '\n', kId).unified, u"/sys/fs/cgroup/"_s + kId);
    QVERIFY(below.locate("0::/elsewhere/" + kName + '\n', kId).isEmpty());
}

void TestCgroupMounts::wholeMountWins()
{
    const QByteArray part = "50 22 0:27 /docker /srv/part rw - cgroup2 cgroup2 rw\n";
    const QString expected = u"/sys/fs/cgroup/x-"_s + kId;
    QCOMPARE(CgroupMounts::parse(part + kV2, {}).locate("0::/x-" + kName, kId).unified, expected);
    QCOMPARE(CgroupMounts::parse(kV2 + part, {}).locate("0::/x-" + kName, kId).unified, expected);
}

void TestCgroupMounts::escapedMountPoint()
{
    const CgroupMounts mounts =
        CgroupMounts::parse("30 22 0:27 / /mnt/a\\040b\\134c rw - cgroup2 cgroup2 rw\n", u"/root"_s);
    QCOMPARE(mounts.locate("0::/x-" + kName, kId).unified, u"/root/mnt/a b\\c/x-"_s + kId);
}

void TestCgroupMounts::garbage_data()
{
    QTest::addColumn<QByteArray>("mountinfo");
    QTest::addColumn<QByteArray>("cgroup");
    QTest::newRow("nothing") << QByteArray() << QByteArray();
    QTest::newRow("cut lines") << QByteArray("30 22 0:27 /\n30 22 0:27 / /x rw -\n- cgroup2\n- - - -")
                               << "0::/" + kName;
    QTest::newRow("no colons") << kV2 << QByteArray("0 /libpod\n\n:\n");
    QTest::newRow("binary") << QByteArray("\xff\0\n \n", 5) << QByteArray("\xff\0:\n", 4);
}

void TestCgroupMounts::garbage()
{
    QFETCH(QByteArray, mountinfo);
    QFETCH(QByteArray, cgroup);
    QVERIFY(CgroupMounts::parse(mountinfo, {}).locate(cgroup, kId).isEmpty());
}

void TestCgroupMounts::missingFile()
{
    VERIFY_FAILS(CgroupMounts::read(u"/nonexistent"_s), Error::Kind::Io);
}

QTEST_APPLESS_MAIN(TestCgroupMounts)
#include "tst_cgroupmounts.moc"
