// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/sourceuri.h"

#include "models/collect/collectorfactory.h"
#include "tests/support/fakeclock.h"
#include "tests/support/verify.h"

#include <QTest>

using namespace stratadeck;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(stratadeck::SourceUri)

class TestSourceUri : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void parses_data();
    void parses();
    void refuses_data();
    void refuses();
    void errorsAreShort();
    void factoryKnowsHostAndReplay();
};

void TestSourceUri::parses_data()
{
    QTest::addColumn<SourceUri>("expected");
    const auto row = [](const char *text, SourceKind kind, const QString &path = {}, const QString &host = {},
                        quint16 port = 0) {
        QTest::newRow(text) << SourceUri{kind, QString::fromUtf8(text), path, host, port};
    };
    row("host:", SourceKind::Host);
    row("HOST:", SourceKind::Host);
    row("qemu:///system", SourceKind::Libvirt);
    row("qemu+ssh://root@node2/system", SourceKind::Libvirt);
    row("qemu+ssh://root@node2:2222/system?keyfile=/k&no_verify=1", SourceKind::Libvirt);
    row("test:///default", SourceKind::Libvirt);
    row("lxc:///system", SourceKind::Libvirt);
    row("podman:///run/podman/podman.sock", SourceKind::Podman, u"/run/podman/podman.sock"_s);
    row("docker:///var/run/docker.sock", SourceKind::Docker, u"/var/run/docker.sock"_s);
    row("podman:///tmp/with%20blank.sock", SourceKind::Podman, u"/tmp/with blank.sock"_s);
    row("podman+tcp://node3:8080", SourceKind::Podman, {}, u"node3"_s, 8080);
    row("docker+tcp://[::1]:2375", SourceKind::Docker, {}, u"::1"_s, 2375);
    row("cgroup:///sys/fs/cgroup", SourceKind::Cgroup, u"/sys/fs/cgroup"_s);
    row("replay:/tmp/a session.jsonl", SourceKind::Replay, u"/tmp/a session.jsonl"_s);
    row("replay:relative%20.jsonl", SourceKind::Replay, u"relative%20.jsonl"_s); // a path, not a URL
    row("replay:C:x", SourceKind::Replay, u"C:x"_s);
}

void TestSourceUri::parses()
{
    QFETCH(SourceUri, expected);
    const auto uri = SourceUri::parse(expected.text);
    VERIFY_OK(uri);
    QCOMPARE(*uri, expected);
}

void TestSourceUri::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("reason");
    QTest::newRow("empty") << QString() << u"SCHEME"_s;
    QTest::newRow("no scheme") << u"/run/podman.sock"_s << u"SCHEME"_s;
    QTest::newRow("only a colon") << u":x"_s << u"SCHEME"_s;
    QTest::newRow("host with a name") << u"host:node2"_s << u"nothing after host:"_s;
    QTest::newRow("replay without file") << u"replay:"_s << u"file after replay:"_s;
    QTest::newRow("unknown scheme") << u"http://x/"_s << u"unknown scheme"_s;
    QTest::newRow("almost podman") << u"podmanx:///x"_s << u"unknown scheme"_s;
    QTest::newRow("almost docker") << u"docker+udp://x:1"_s << u"unknown scheme"_s;
    QTest::newRow("socket without path") << u"podman://"_s << u"socket path"_s;
    QTest::newRow("socket with host") << u"podman://run/podman.sock"_s << u"socket path"_s;
    QTest::newRow("relative socket") << u"podman:podman.sock"_s << u"socket path"_s;
    QTest::newRow("relative cgroup") << u"cgroup:sys"_s << u"absolute"_s;
    QTest::newRow("tcp without port") << u"docker+tcp://node"_s << u"host:port"_s;
    QTest::newRow("tcp port 0") << u"docker+tcp://node:0"_s << u"host:port"_s;
    QTest::newRow("tcp port too large") << u"docker+tcp://node:70000"_s << QString();
    QTest::newRow("tcp without host") << u"docker+tcp://:2375"_s << QString();
    QTest::newRow("not a URL") << u"qemu://[bad/system"_s << QString();
    QTest::newRow("too long") << u"replay:"_s + QString(5000, u'x') << u"longer than"_s;
}

void TestSourceUri::refuses()
{
    QFETCH(QString, text);
    QFETCH(QString, reason);
    const auto uri = SourceUri::parse(text);
    VERIFY_FAILS(uri, Error::Kind::Invalid);
    QVERIFY2(uri.error().what.contains(reason), qPrintable(uri.error().what));
}

void TestSourceUri::errorsAreShort()
{
    const auto uri = SourceUri::parse(QString(4000, u'x') + u":y"_s);
    VERIFY_FAILS(uri, Error::Kind::Invalid);
    QVERIFY(uri.error().what.size() < 500);
    QVERIFY(uri.error().subject.size() <= 200);
}

void TestSourceUri::factoryKnowsHostAndReplay()
{
    const test::FakeClock clock;
    for (const QString &text : {u"host:"_s, u"replay:/nowhere"_s}) {
        const auto uri = SourceUri::parse(text);
        VERIFY_OK(uri);
        QVERIFY(makeCollector(*uri, {SourceId(1), text, &clock}) != nullptr);
    }
}

QTEST_APPLESS_MAIN(TestSourceUri)
#include "tst_sourceuri.moc"
