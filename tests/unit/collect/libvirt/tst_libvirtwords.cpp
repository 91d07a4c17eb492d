// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/entitytext.h"
#include "models/collect/libvirt/domainwords.h"
#include "models/collect/libvirt/hostfacts.h"
#include "models/collect/libvirt/libvirtconnection.h"
#include "models/collect/libvirt/libvirterror.h"

#include <QTest>
#include <cerrno>
#include <libvirt/virterror.h>

using namespace stratadeck;
using namespace Qt::StringLiterals;

class TestLibvirtWords : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void states_data();
    void states();
    void everyReasonHasWords();
    void lifecycle();
    void errors_data();
    void errors();
    void hosts_data();
    void hosts();
    void prompts_data();
    void prompts();
};

void TestLibvirtWords::states_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<int>("reason");
    QTest::addColumn<EntityState>("expected");
    QTest::addColumn<QString>("word");
    QTest::newRow("none") << 0 << 0 << EntityState::Unknown << QString();
    QTest::newRow("running") << 1 << 1 << EntityState::Running << u"booted"_s;
    QTest::newRow("blocked") << 2 << 0 << EntityState::Running << QString();
    QTest::newRow("paused") << 3 << 5 << EntityState::Paused << u"io-error"_s;
    QTest::newRow("shutting down") << 4 << 1 << EntityState::ShuttingDown << u"user"_s;
    QTest::newRow("off") << 5 << 3 << EntityState::ShutOff << u"crashed"_s;
    QTest::newRow("crashed") << 6 << 1 << EntityState::Crashed << u"panicked"_s;
    QTest::newRow("suspended") << 7 << 0 << EntityState::Suspended << QString();
    QTest::newRow("of a later libvirt") << 8 << 0 << EntityState::Unknown << QString();
    QTest::newRow("reason of a later libvirt") << 1 << 4711 << EntityState::Running << QString();
    QTest::newRow("not given") << -1 << -1 << EntityState::Unknown << QString();
}

void TestLibvirtWords::states()
{
    QFETCH(int, state);
    QFETCH(int, reason);
    QTEST(toEntityState(state), "expected");
    QTEST(stateReason(state, reason), "word");
}

void TestLibvirtWords::everyReasonHasWords()
{
    constexpr int kStates = 8;
    constexpr int kReasons = 30; // more than any state has
    int reasons = 0;
    for (int number = 0; number < kStates * kReasons; ++number) {
        EntityInfo info;
        info.kind = EntityKind::VirtualMachine;
        info.detail = stateReason(number / kReasons, number % kReasons);
        if (info.detail.isEmpty())
            continue;
        ++reasons;
        const bool isPlain = info.detail == "booted"_L1 || info.detail == "migrated"_L1;
        QVERIFY2(isPlain || detailText(info) != info.detail, qPrintable(info.detail));
        info.kind = EntityKind::Container;
        QCOMPARE(detailText(info), info.detail); // an image may be called so
    }
    QVERIFY(reasons > 30);
}

void TestLibvirtWords::lifecycle()
{
    QCOMPARE(lifecycleWords(VIR_DOMAIN_EVENT_STARTED, VIR_DOMAIN_EVENT_STARTED_BOOTED).type, u"started"_s);
    QCOMPARE(lifecycleWords(VIR_DOMAIN_EVENT_STOPPED, VIR_DOMAIN_EVENT_STOPPED_DESTROYED).text, u"destroyed"_s);
    QCOMPARE(lifecycleWords(VIR_DOMAIN_EVENT_STOPPED, VIR_DOMAIN_EVENT_STOPPED_CRASHED).type, u"crashed"_s);
    QCOMPARE(lifecycleWords(99, 7).type, u"lifecycle"_s);
}

void TestLibvirtWords::errors_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("systemError");
    QTest::addColumn<QString>("message");
    QTest::addColumn<Error::Kind>("kind");
    using Kind = Error::Kind;
    QTest::newRow("socket without permission")
        << int(VIR_ERR_SYSTEM_ERROR) << EACCES << QString() << Kind::Denied;
    QTest::newRow("no socket") << int(VIR_ERR_SYSTEM_ERROR) << ENOENT << QString() << Kind::Unreachable;
    QTest::newRow("nobody listens") << int(VIR_ERR_SYSTEM_ERROR) << ECONNREFUSED << QString()
                                    << Kind::Unreachable;
    QTest::newRow("no answer") << int(VIR_ERR_SYSTEM_ERROR) << ETIMEDOUT << QString() << Kind::Timeout;
    QTest::newRow("wrong password") << int(VIR_ERR_AUTH_FAILED) << 0 << QString() << Kind::Denied;
    QTest::newRow("nobody to ask") << int(VIR_ERR_AUTH_CANCELLED) << 0 << QString() << Kind::Denied;
    QTest::newRow("access control") << int(VIR_ERR_ACCESS_DENIED) << 0 << QString() << Kind::Denied;
    QTest::newRow("ssh key refused") << int(VIR_ERR_SYSTEM_ERROR) << ECONNRESET
                                     << u"Cannot recv data: me@host: Permission denied (publickey)."_s
                                     << Kind::Denied;
    QTest::newRow("ssh host unknown") << int(VIR_ERR_SYSTEM_ERROR) << ECONNRESET
                                      << u"Cannot recv data: Host key verification failed."_s << Kind::Denied;
    QTest::newRow("ssh host away") << int(VIR_ERR_SYSTEM_ERROR) << ECONNRESET
                                   << u"Cannot recv data: No route to host"_s << Kind::Unreachable;
    QTest::newRow("connection broke") << int(VIR_ERR_RPC) << 0 << QString() << Kind::Unreachable;
    QTest::newRow("unknown driver") << int(VIR_ERR_NO_CONNECT) << 0 << QString() << Kind::Unreachable;
    QTest::newRow("bad URI") << int(VIR_ERR_INVALID_ARG) << 0 << QString() << Kind::Invalid;
    QTest::newRow("took too long") << int(VIR_ERR_OPERATION_TIMEOUT) << 0 << QString() << Kind::Timeout;
}

void TestLibvirtWords::errors()
{
    QFETCH(int, code);
    QFETCH(int, systemError);
    QFETCH(QString, message);
    const Error error = toError({code, systemError, message}, u"connecting"_s, u"qemu:///system"_s);
    QTEST(error.kind, "kind");
    QCOMPARE(error.subject, u"qemu:///system"_s);
    QVERIFY(error.what.contains(u"qemu:///system: connecting"_s));
}

void TestLibvirtWords::hosts_data()
{
    QTest::addColumn<QString>("uri");
    QTest::addColumn<QString>("reported");
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isRemote");
    QTest::newRow("local") << u"qemu:///system"_s << u"desk.example.org"_s << u"desk"_s << false;
    QTest::newRow("a socket") << u"qemu+unix:///system?socket=/x"_s << u"desk"_s << u"desk"_s << false;
    QTest::newRow("over ssh") << u"qemu+ssh://root@farm/system"_s << u"farm.example.org"_s
                              << u"farm.example.org"_s << true;
    QTest::newRow("over ssh to here") << u"qemu+ssh://localhost/system"_s << u"desk"_s << u"desk"_s << false;
    QTest::newRow("by its own address")
        << u"qemu+tls://10.0.0.1/system"_s << u"DESK.example.org"_s << u"desk"_s << false;
    QTest::newRow("name not told") << u"qemu+ssh://farm/system"_s << QString() << u"farm"_s << true;
    QTest::newRow("test driver") << u"test:///default"_s << u"desk"_s << u"test-default"_s << false;
    QTest::newRow("test file") << u"test:///tmp/node.xml"_s << u"desk"_s << u"test-tmp-node.xml"_s << false;
}

void TestLibvirtWords::hosts()
{
    QFETCH(QString, uri);
    QFETCH(QString, reported);
    const HostFacts host = identifyHost(uri, reported, u"desk"_s);
    QTEST(host.name, "name");
    QTEST(host.isRemote, "isRemote");
}

void TestLibvirtWords::prompts_data()
{
    QTest::addColumn<QString>("uri");
    QTest::addColumn<QString>("opened");
    QTest::newRow("local") << u"qemu:///system"_s << u"qemu:///system"_s;
    QTest::newRow("ssh") << u"qemu+ssh://h/system"_s << u"qemu+ssh://h/system?no_tty=1"_s;
    QTest::newRow("ssh with options") << u"qemu+ssh://h/system?keyfile=/k"_s
                                      << u"qemu+ssh://h/system?keyfile=/k&no_tty=1"_s;
    QTest::newRow("as the user says") << u"qemu+ssh://h/system?no_tty=0"_s << u"qemu+ssh://h/system?no_tty=0"_s;
    QTest::newRow("tls") << u"qemu+tls://h/system"_s << u"qemu+tls://h/system"_s;
}

void TestLibvirtWords::prompts()
{
    QFETCH(QString, uri);
    QTEST(LibvirtConnection::withoutPrompts(uri), "opened");
}

QTEST_APPLESS_MAIN(TestLibvirtWords)
#include "tst_libvirtwords.moc"
