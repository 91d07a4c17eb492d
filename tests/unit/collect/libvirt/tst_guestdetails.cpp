// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/libvirt/guestdetails.h"
#include "tests/support/verify.h"
#include "tests/unit/collect/libvirt/domstats.h"

#include <cmath>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;

class TestGuestDetails : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void running();
    void everything();
    void hostileText();
    void truncatedAnywhere();
    void refused_data();
    void refused();
    void memoryUnits_data();
    void memoryUnits();
    void snapshots_data();
    void snapshots();
};

void TestGuestDetails::running()
{
    const auto guest = parseGuestXml(recorded("running.xml"));
    VERIFY_OK(guest);
    QCOMPARE(guest->hypervisor, u"qemu"_s);
    QCOMPARE(guest->machine, u"pc-i440fx-7.2"_s);
    QCOMPARE(guest->architecture, u"x86_64"_s);
    QCOMPARE(guest->cpuMode, u"custom"_s);
    QCOMPARE(guest->cpuModel, u"qemu64"_s);
    QVERIFY(!guest->isUefi);
    QVERIFY(guest->bootsKernel);
    QCOMPARE(guest->bootOrder, std::vector<QString>{u"hd"_s});
    QCOMPARE(guest->memory, 131072.0 * 1024);
    QCOMPARE(guest->vcpus, 1);
    QCOMPARE(guest->maxVcpus, 1);
    QCOMPARE(guest->disks.size(), 2u);
    const GuestDetails::Disk &disk = guest->disks.front();
    QCOMPARE(disk.target, u"vda"_s);
    QCOMPARE(disk.bus, u"virtio"_s);
    QCOMPARE(disk.format, u"qcow2"_s);
    QCOMPARE(disk.source, u"/srv/guests/alpha.qcow2"_s);
    QVERIFY(std::isnan(disk.capacity)); // not told by XML, and not zero
    QCOMPARE(guest->disks.back().device, u"cdrom"_s);
    QVERIFY(guest->disks.back().isReadOnly);
    QCOMPARE(guest->disks.back().source, QString());
    QCOMPARE(guest->nics.size(), 1u);
    QCOMPARE(guest->nics.front().mac, u"52:54:00:2c:17:43"_s);
    QCOMPARE(guest->nics.front().kind, u"bridge"_s);
    QCOMPARE(guest->nics.front().network, u"sdbr0"_s);
    QCOMPARE(guest->nics.front().model, u"virtio"_s);
    QCOMPARE(guest->nics.front().device, u"vnet0"_s);
    QVERIFY(!guest->startsWithHost); // nobody was asked
}

void TestGuestDetails::everything()
{
    const auto guest = parseGuestXml(recorded("details.xml"));
    VERIFY_OK(guest);
    QCOMPARE(guest->title, u"Mail"_s);
    QCOMPARE(guest->description, u"Mail and groupware, do not stop"_s);
    QCOMPARE(guest->system, u"http://debian.org/debian/12"_s);
    QVERIFY(guest->isUefi);
    QVERIFY(guest->isSecureBoot);
    QCOMPARE(guest->vcpus, 2);
    QCOMPARE(guest->maxVcpus, 4);
    QCOMPARE(guest->sockets, 1);
    QCOMPARE(guest->cores, 2);
    QCOMPARE(guest->threads, 2);
    QCOMPARE(guest->memory, 2097152.0 * 1024);
    QCOMPARE(guest->maxMemory, 4096.0 * 1024 * 1024);
    // The order at the devices counts, not the one by kinds.
    QCOMPARE(guest->bootOrder, (std::vector<QString>{u"52:54:00:ab:cd:01"_s, u"vda"_s}));
    QCOMPARE(guest->disks.size(), 3u);
    QCOMPARE(guest->disks[0].source, u"/images/mail.qcow2"_s); // not its backing file
    QCOMPARE(guest->disks[1].source, u"rbd:pool/mail-data"_s);
    QVERIFY(guest->disks[1].isShareable);
    QCOMPARE(guest->disks[2].source, u"isos/debian.iso"_s);
    QCOMPARE(guest->nics.size(), 2u);
    QCOMPARE(guest->nics[0].network, u"default"_s); // not the bridge below it
    QVERIFY(guest->nics[0].isUnplugged);
    QCOMPARE(guest->nics[1].kind, u"user"_s);
    QVERIFY(!guest->nics[1].isUnplugged);
    QCOMPARE(guest->consoles, (std::vector<QString>{u"vnc 127.0.0.1:5901"_s, u"spice"_s}));
}

void TestGuestDetails::hostileText()
{
    const QByteArray xml = QStringLiteral("<domain><title>a\u202Eb</title><description>%1</description>"
                                          "<vcpu>-3</vcpu><memory>many</memory>"
                                          "<devices>%2</devices></domain>")
                               .arg(QString(100'000, u'x'))
                               .arg(u"<disk><target dev='a'/></disk>"_s.repeated(5000))
                               .toUtf8();
    const auto guest = parseGuestXml(xml);
    VERIFY_OK(guest);
    QCOMPARE(guest->title, u"ab"_s); // writing direction is not turned
    QVERIFY(guest->description.size() <= 1024);
    QVERIFY(guest->disks.size() <= 256);
    QCOMPARE(guest->vcpus, 0);
    QVERIFY(std::isnan(guest->maxMemory));
}

void TestGuestDetails::truncatedAnywhere()
{
    const QByteArray whole = recorded("details.xml").trimmed();
    for (qsizetype size = 0; size < whole.size(); size += 7)
        VERIFY_FAILS(parseGuestXml(whole.left(size)), Error::Kind::Invalid);
}

void TestGuestDetails::refused_data()
{
    QTest::addColumn<QByteArray>("xml");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no domain") << QByteArray("<network><name>x</name></network>");
    QTest::newRow("entities") << QByteArray("<!DOCTYPE d [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]>"
                                            "<domain><title>&b;</title></domain>");
    QTest::newRow("deep") << QByteArray("<domain>") + QByteArray("<a>").repeated(1000);
    QTest::newRow("huge") << "<domain>" + QByteArray(5 * 1024 * 1024, ' ') + "</domain>";
}

void TestGuestDetails::refused()
{
    QFETCH(QByteArray, xml);
    VERIFY_FAILS(parseGuestXml(xml), Error::Kind::Invalid);
}

void TestGuestDetails::memoryUnits_data()
{
    QTest::addColumn<QByteArray>("memory");
    QTest::addColumn<double>("bytes");
    QTest::newRow("none") << QByteArray("<memory>1</memory>") << 1024.0;
    QTest::newRow("bytes") << QByteArray("<memory unit='b'>1</memory>") << 1.0;
    QTest::newRow("decimal") << QByteArray("<memory unit='GB'>2</memory>") << 2e9;
    QTest::newRow("binary") << QByteArray("<memory unit='GiB'>2</memory>") << 2147483648.0;
    QTest::newRow("unknown unit") << QByteArray("<memory unit='acres'>2</memory>") << kUnknown;
    QTest::newRow("below zero") << QByteArray("<memory unit='b'>-2</memory>") << kUnknown;
}

void TestGuestDetails::memoryUnits()
{
    QFETCH(QByteArray, memory);
    QFETCH(double, bytes);
    const auto guest = parseGuestXml("<domain>" + memory + "</domain>");
    VERIFY_OK(guest);
    QCOMPARE(std::isnan(guest->maxMemory), std::isnan(bytes));
    if (!std::isnan(bytes))
        QCOMPARE(guest->maxMemory, bytes);
}

void TestGuestDetails::snapshots_data()
{
    QTest::addColumn<QByteArray>("xml");
    QTest::addColumn<qint64>("seconds"); // 0: not known
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("parent");
    QTest::newRow("child") << QByteArray("<domainsnapshot><name>b</name><state>running</state>"
                                         "<parent><name>a</name></parent>"
                                         "<creationTime>1764000000</creationTime>"
                                         "<domain><state>x</state><creationTime>5</creationTime></domain>"
                                         "</domainsnapshot>")
                           << qint64(1764000000) << u"running"_s << u"a"_s;
    QTest::newRow("time after the domain")
        << QByteArray("<domainsnapshot><domain><a/></domain><creationTime>7</creationTime></domainsnapshot>")
        << qint64(7) << QString() << QString();
    QTest::newRow("no time") << QByteArray("<domainsnapshot><creationTime>soon</creationTime></domainsnapshot>")
                             << qint64(0) << QString() << QString();
    QTest::newRow("absurd time") << QByteArray(
        "<domainsnapshot><creationTime>99999999999999</creationTime></domainsnapshot>")
                                 << qint64(0) << QString() << QString();
    QTest::newRow("other document") << QByteArray("<domain><creationTime>7</creationTime></domain>")
                                    << qint64(0) << QString() << QString();
    QTest::newRow("cut off") << QByteArray("<domainsnapshot><state>run") << qint64(0) << QString() << QString();
}

void TestGuestDetails::snapshots()
{
    QFETCH(QByteArray, xml);
    QFETCH(qint64, seconds);
    GuestSnapshot snapshot;
    snapshot.name = u"kept"_s;
    readSnapshotXml(xml, snapshot);
    QCOMPARE(snapshot.name, u"kept"_s);
    QCOMPARE(snapshot.taken.has_value(), seconds > 0);
    if (seconds > 0)
        QCOMPARE(toMillis(*snapshot.taken), seconds * 1000);
    QTEST(snapshot.state, "state");
    QTEST(snapshot.parent, "parent");
}

QTEST_APPLESS_MAIN(TestGuestDetails)
#include "tst_guestdetails.moc"
