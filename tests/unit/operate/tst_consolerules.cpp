// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operate/console/consolerules.h"
#include "models/operate/operation.h"

#include <QSet>
#include <QTest>

using namespace stratadeck;
using namespace Qt::StringLiterals;

class TestConsoleRules : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void catalogue();
    void reasons_data();
    void reasons();
    void whatIsMissingIsNamed_data();
    void whatIsMissingIsNamed();
};

namespace {

const QString kPodman = u"podman:///run/podman.sock"_s;
const QString kQemu = u"qemu:///system"_s;

EntityInfo entity(EntityKind kind, EntityState state)
{
    EntityInfo info;
    info.kind = kind;
    info.state = state;
    info.key = kind == EntityKind::Container ? u"container:h/"_s + QString(64, u'a')
                                             : u"vm:h/d6a8a7de-4fc1-4b45-9e3e-1c5d2e7a9b10"_s;
    return info;
}

Programs everything()
{
    return findPrograms([](const QString &name) { return u"/usr/bin/"_s + name; });
}

} // namespace

void TestConsoleRules::catalogue()
{
    QSet<QString> words;
    int index = 0;
    for (const ConsoleInfo &info : consoleCatalogue()) {
        QCOMPARE(static_cast<int>(info.id), index++);
        QVERIFY(findConsole(QString(info.word)) == info.id);
        QVERIFY(!findOperation(QString(info.word))); // they share the task log
        QVERIFY(!consoleText(info.id).isEmpty());
        QVERIFY(consoleAdvice(info.id).endsWith(u'.'));
        words.insert(info.word);
    }
    QCOMPARE(words.size(), qsizetype(4));
    QVERIFY(!findConsole(u"stop"));
}

void TestConsoleRules::reasons_data()
{
    QTest::addColumn<int>("console");
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("state");
    QTest::addColumn<QString>("uri");
    QTest::addColumn<bool>("readOnly");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char *name, ConsoleKind console, EntityKind kind, EntityState state,
                        const QString &uri, const QString &reason, bool readOnly = false) {
        QTest::newRow(name) << static_cast<int>(console) << static_cast<int>(kind) << static_cast<int>(state)
                            << uri << readOnly << reason;
    };
    using enum ConsoleKind;
    constexpr auto vm = EntityKind::VirtualMachine;
    constexpr auto box = EntityKind::Container;
    const QString off = u"It is not running."_s;
    const QString readOnly = u"read-only mode"_s;
    row("screen", Graphical, vm, EntityState::Running, kQemu, {});
    row("screen of a paused one", Graphical, vm, EntityState::Paused, kQemu, {});
    row("serial while it shuts down", Serial, vm, EntityState::ShuttingDown, kQemu, {});
    row("shell", Shell, box, EntityState::Running, kPodman, {});
    row("log", Log, box, EntityState::Running, kPodman, {});
    row("log of what has ended", Log, box, EntityState::Exited, kPodman, {});
    row("log far away", Log, box, EntityState::Running, u"docker+tcp://h:2375"_s, {});
    row("log is only looking", Log, box, EntityState::Running, kPodman, {}, true);
    row("screen of what is off", Graphical, vm, EntityState::ShutOff, kQemu, off);
    row("serial of what is off", Serial, vm, EntityState::ShutOff, kQemu, off);
    row("shell in what has ended", Shell, box, EntityState::Exited, kPodman, off);
    row("shell in what never ran", Shell, box, EntityState::Created, kPodman, off);
    row("shell in what is paused", Shell, box, EntityState::Paused, kPodman, u"resume it first"_s);
    row("log of what never ran", Log, box, EntityState::Created, kPodman, u"never run"_s);
    row("log of what is gone", Log, box, EntityState::Gone, kPodman, u"only its history is left"_s);
    row("unknown", Graphical, vm, EntityState::Unknown, kQemu, u"not known now"_s);
    row("shell far away", Shell, box, EntityState::Running, u"podman+tcp://h:1"_s, u"local socket only"_s);
    row("no source", Log, box, EntityState::Running, {}, u"not connected"_s);
    row("figures only", Log, box, EntityState::Running, u"cgroup:///sys/fs/cgroup"_s, u"only gives figures"_s);
    row("log of a VM", Log, vm, EntityState::Running, kQemu, u"containers only"_s);
    row("screen of a container", Graphical, box, EntityState::Running, kPodman, u"virtual machines only"_s);
    row("shell on a host", Shell, EntityKind::Host, EntityState::Running, kPodman, u"containers only"_s);
    row("only look: screen", Graphical, vm, EntityState::Running, kQemu, readOnly, true);
    row("only look: serial", Serial, vm, EntityState::Running, kQemu, readOnly, true);
    row("only look: shell", Shell, box, EntityState::Running, kPodman, readOnly, true);
}

void TestConsoleRules::reasons()
{
    QFETCH(const int, console);
    QFETCH(const int, kind);
    QFETCH(const int, state);
    QFETCH(const QString, uri);
    QFETCH(const bool, readOnly);
    QFETCH(const QString, reason);
    const auto why = whyNotConsole(static_cast<ConsoleKind>(console),
                                   entity(static_cast<EntityKind>(kind), static_cast<EntityState>(state)), uri,
                                   readOnly, everything(), std::nullopt);
    QCOMPARE(why.has_value(), !reason.isEmpty());
    if (why)
        QVERIFY2(why->contains(reason) && why->endsWith(u'.'), qPrintable(*why));
}

void TestConsoleRules::whatIsMissingIsNamed_data()
{
    QTest::addColumn<int>("console");
    QTest::addColumn<QStringList>("missing");
    QTest::addColumn<QString>("reason");
    const auto console = [](ConsoleKind kind) { return static_cast<int>(kind); };
    const QStringList terminals{u"x-terminal-emulator"_s, u"gnome-terminal"_s, u"konsole"_s,
                                u"xfce4-terminal"_s, u"xterm"_s};
    const QStringList viewers{u"virt-viewer"_s, u"virt-manager"_s, u"remote-viewer"_s};
    QTest::newRow("viewer") << console(ConsoleKind::Graphical) << viewers << u"the package virt-viewer."_s;
    QTest::newRow("one viewer is enough") << console(ConsoleKind::Graphical) << viewers.first(2) << QString();
    QTest::newRow("terminal, serial") << console(ConsoleKind::Serial) << terminals
                                      << u"the package xterm, for"_s;
    QTest::newRow("terminal, shell") << console(ConsoleKind::Shell) << terminals << u"the package xterm, for"_s;
    QTest::newRow("virsh") << console(ConsoleKind::Serial) << QStringList{u"virsh"_s}
                           << u"the package libvirt-clients."_s;
    QTest::newRow("client") << console(ConsoleKind::Shell) << QStringList{u"podman"_s, u"docker"_s}
                            << u"the package podman."_s;
    QTest::newRow("log needs nothing") << console(ConsoleKind::Log) << viewers + terminals << QString();
}

void TestConsoleRules::whatIsMissingIsNamed()
{
    QFETCH(const int, console);
    QFETCH(const QStringList, missing);
    QFETCH(const QString, reason);
    Programs programs = everything();
    for (const QString &name : missing)
        programs.remove(name);
    const auto kind = static_cast<ConsoleKind>(console);
    const bool isGuest = consoleInfo(kind).of == EntityKind::VirtualMachine;
    const EntityInfo running = entity(consoleInfo(kind).of, EntityState::Running);
    const QString uri = isGuest ? kQemu : kPodman;
    const auto why = whyNotConsole(kind, running, uri, false, programs, std::nullopt);
    QCOMPARE(why.has_value(), !reason.isEmpty());
    if (why)
        QVERIFY2(why->contains(reason), qPrintable(*why));
    if (kind == ConsoleKind::Log)
        return;
    QVERIFY(whyNotConsole(kind, running, uri, false, std::nullopt, std::nullopt)); // nobody has looked yet
    const auto bare = whyNotConsole(kind, running, uri, false, everything(), GuestConsoles());
    QCOMPARE(bare.has_value(), isGuest); // a VM that has neither screen nor serial port
}

QTEST_GUILESS_MAIN(TestConsoleRules)
#include "tst_consolerules.moc"
