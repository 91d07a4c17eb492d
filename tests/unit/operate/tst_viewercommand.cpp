// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operate/console/viewercommand.h"
#include "tests/support/verify.h"

#include <QProcess>

using namespace stratadeck;
using namespace Qt::StringLiterals;

// Which program is started for a console, and with which arguments.
class TestViewerCommand : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void graphical_data();
    void graphical();
    void serial();
    void shell_data();
    void shell();
    void terminals_data();
    void terminals();
    void refuses_data();
    void refuses();
    void argumentsReachTheProgram();
    void onlyKnownProgramsAreLookedFor();
    void consolesOfAGuest_data();
    void consolesOfAGuest();
    void addresses_data();
    void addresses();

private:
    static Programs installed(const QStringList &names)
    {
        Programs programs;
        for (const QString &name : names)
            programs.insert(name, u"/usr/bin/"_s + name);
        return programs;
    }
    static EntityInfo guest()
    {
        EntityInfo info;
        info.kind = EntityKind::VirtualMachine;
        info.key = u"vm:h/"_s + uuid();
        return info;
    }
    static EntityInfo container()
    {
        EntityInfo info;
        info.kind = EntityKind::Container;
        info.key = u"container:h/"_s + id();
        return info;
    }
    static QString uuid() { return u"d6a8a7de-4fc1-4b45-9e3e-1c5d2e7a9b10"_s; }
    static QString id() { return QString(64, u'b'); }
    static QString localUri() { return u"qemu+unix:///system?socket=/run/x;y"_s; }
    static GuestConsoles vnc()
    {
        GuestConsoles consoles;
        consoles.graphics.push_back({u"vnc"_s, u"127.0.0.1"_s, 5901, {}});
        return consoles;
    }
};

void TestViewerCommand::graphical_data()
{
    QTest::addColumn<QStringList>("have");
    QTest::addColumn<QString>("uri");
    QTest::addColumn<QString>("program");
    QTest::addColumn<QStringList>("arguments");
    const QStringList all{u"remote-viewer"_s, u"virt-manager"_s, u"virt-viewer"_s};
    const QString remote = u"qemu+ssh://root@far/system"_s;
    QTest::newRow("virt-viewer") << all << localUri() << u"/usr/bin/virt-viewer"_s
                                 << QStringList{u"--connect"_s, localUri(), u"--attach"_s, u"--uuid"_s, uuid()};
    QTest::newRow("virt-viewer, far away") << all << remote << u"/usr/bin/virt-viewer"_s
                                           << QStringList{u"--connect"_s, remote, u"--uuid"_s, uuid()};
    QTest::newRow("virt-manager") << all.first(2) << localUri() << u"/usr/bin/virt-manager"_s
                                  << QStringList{u"--connect"_s, localUri(), u"--show-domain-console"_s,
                                                 uuid()};
    QTest::newRow("remote-viewer") << all.first(1) << localUri() << u"/usr/bin/remote-viewer"_s
                                   << QStringList{u"vnc://127.0.0.1:5901"_s};
    QTest::newRow("remote-viewer, far away") << all.first(1) << remote << QString() << QStringList();
    QTest::newRow("nothing") << QStringList{u"virsh"_s, u"xterm"_s} << localUri() << QString() << QStringList();
}

void TestViewerCommand::graphical()
{
    QFETCH(const QStringList, have);
    QFETCH(const QString, uri);
    QFETCH(const QString, program);
    QFETCH(const QStringList, arguments);
    const auto command = viewerCommand(ConsoleKind::Graphical, guest(), uri, installed(have), vnc());
    if (program.isEmpty()) {
        VERIFY_FAILS(command, Error::Kind::NotFound);
        QCOMPARE(command.error().what, u"virt-viewer"_s);
        return;
    }
    VERIFY_OK(command);
    QCOMPARE(command->program, program);
    QCOMPARE(command->arguments, arguments);
}

void TestViewerCommand::serial()
{
    const Programs programs = installed({u"virsh"_s, u"xterm"_s, u"sh"_s});
    const auto command = viewerCommand(ConsoleKind::Serial, guest(), localUri(), programs);
    VERIFY_OK(command);
    QCOMPARE(command->program, u"/usr/bin/xterm"_s);
    QCOMPARE(command->arguments.first(3), QStringList({u"-e"_s, u"/usr/bin/sh"_s, u"-c"_s}));
    QCOMPARE(command->arguments.last(5),
             QStringList({u"/usr/bin/virsh"_s, u"--connect"_s, localUri(), u"console"_s, uuid()}));
    const auto without =
        viewerCommand(ConsoleKind::Serial, guest(), localUri(), installed({u"virsh"_s, u"sh"_s}));
    VERIFY_FAILS(without, Error::Kind::NotFound);
    QCOMPARE(without.error().what, u"xterm"_s);
    const auto client =
        viewerCommand(ConsoleKind::Serial, guest(), localUri(), installed({u"xterm"_s, u"sh"_s}));
    VERIFY_FAILS(client, Error::Kind::NotFound);
    QCOMPARE(client.error().what, u"libvirt-clients"_s);
}

void TestViewerCommand::shell_data()
{
    QTest::addColumn<QString>("uri");
    QTest::addColumn<QStringList>("have");
    QTest::addColumn<QStringList>("begins");
    QTest::addColumn<QString>("package");
    const QString podman = u"podman:///run/podman/podman.sock"_s;
    const QString docker = u"docker:///var/run/docker.sock"_s;
    const QStringList both{u"podman"_s, u"docker"_s};
    const QStringList byPodman{u"/usr/bin/podman"_s, u"--url"_s, u"unix:///run/podman/podman.sock"_s};
    QTest::newRow("podman") << podman << both << byPodman << QString();
    QTest::newRow("podman by docker") << podman << QStringList{u"docker"_s}
                                      << QStringList{u"/usr/bin/docker"_s, u"-H"_s,
                                                     u"unix:///run/podman/podman.sock"_s}
                                      << QString();
    QTest::newRow("docker") << docker << both
                            << QStringList{u"/usr/bin/docker"_s, u"-H"_s, u"unix:///var/run/docker.sock"_s}
                            << QString();
    QTest::newRow("docker without its client")
        << docker << QStringList{u"podman"_s} << QStringList() << u"docker-cli"_s;
    QTest::newRow("no client") << podman << QStringList() << QStringList() << u"podman"_s;
}

void TestViewerCommand::shell()
{
    QFETCH(const QString, uri);
    QFETCH(const QStringList, have);
    QFETCH(const QStringList, begins);
    QFETCH(const QString, package);
    const auto command = viewerCommand(ConsoleKind::Shell, container(), uri,
                                       installed(have + QStringList{u"konsole"_s, u"sh"_s}));
    if (!package.isEmpty()) {
        VERIFY_FAILS(command, Error::Kind::NotFound);
        QCOMPARE(command.error().what, package);
        return;
    }
    VERIFY_OK(command);
    const qsizetype at = command->arguments.indexOf(begins.first());
    QVERIFY(at > 0);
    QCOMPARE(command->arguments.mid(at, 3), begins);
    QCOMPARE(command->arguments.mid(at + 3, 5), QStringList({u"exec"_s, u"-it"_s, id(), u"sh"_s, u"-c"_s}));
    QCOMPARE(command->arguments.size(), at + 9);
}

void TestViewerCommand::terminals_data()
{
    QTest::addColumn<QStringList>("have");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("option");
    const QStringList all{u"xterm"_s, u"xfce4-terminal"_s, u"konsole"_s, u"gnome-terminal"_s,
                          u"x-terminal-emulator"_s};
    QTest::newRow("the desktop's own") << all << u"/usr/bin/x-terminal-emulator"_s << u"-e"_s;
    QTest::newRow("gnome") << all.first(4) << u"/usr/bin/gnome-terminal"_s << u"--"_s;
    QTest::newRow("kde") << all.first(3) << u"/usr/bin/konsole"_s << u"-e"_s;
    QTest::newRow("xfce") << all.first(2) << u"/usr/bin/xfce4-terminal"_s << u"-x"_s;
    QTest::newRow("xterm") << all.first(1) << u"/usr/bin/xterm"_s << u"-e"_s;
    QTest::newRow("none") << QStringList() << QString() << QString();
}

void TestViewerCommand::terminals()
{
    QFETCH(const QStringList, have);
    QFETCH(const QString, path);
    QFETCH(const QString, option);
    const Terminal terminal = findTerminal(installed(have));
    QCOMPARE(terminal.path, path);
    QCOMPARE(terminal.option, option);
}

void TestViewerCommand::refuses_data()
{
    QTest::addColumn<int>("console");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("uri");
    const auto console = [](ConsoleKind kind) { return static_cast<int>(kind); };
    const int vm = static_cast<int>(EntityKind::VirtualMachine);
    const int box = static_cast<int>(EntityKind::Container);
    const QString podman = u"podman:///run/podman.sock"_s;
    const QString qemu = u"qemu:///system"_s;
    QTest::newRow("not a uuid") << console(ConsoleKind::Graphical) << vm << u"vm:h/--help"_s << qemu;
    QTest::newRow("not a uuid, serial") << console(ConsoleKind::Serial) << vm << u"vm:h/; rm -rf"_s << qemu;
    QTest::newRow("not an id") << console(ConsoleKind::Shell) << box << u"container:h/--privileged"_s << podman;
    QTest::newRow("a name") << console(ConsoleKind::Shell) << box << u"container:h/web"_s << podman;
    QTest::newRow("network") << console(ConsoleKind::Shell) << box << container().key << u"podman+tcp://h:1"_s;
    QTest::newRow("other kind") << console(ConsoleKind::Shell) << vm << guest().key << podman;
    QTest::newRow("other source") << console(ConsoleKind::Graphical) << vm << guest().key << podman;
    QTest::newRow("other console") << console(ConsoleKind::Serial) << box << container().key << podman;
    QTest::newRow("log is ours") << console(ConsoleKind::Log) << box << container().key << podman;
    QTest::newRow("no uri") << console(ConsoleKind::Graphical) << vm << guest().key << QString();
}

void TestViewerCommand::refuses()
{
    QFETCH(const int, console);
    QFETCH(const int, kind);
    QFETCH(const QString, key);
    QFETCH(const QString, uri);
    EntityInfo entity;
    entity.kind = static_cast<EntityKind>(kind);
    entity.key = key;
    const Programs all = findPrograms([](const QString &name) { return u"/bin/"_s + name; });
    QVERIFY(!viewerCommand(static_cast<ConsoleKind>(console), entity, uri, all));
}

// What a terminal starts, up to the last argument; "env" stands for the terminal and "printf" for the program.
void TestViewerCommand::argumentsReachTheProgram()
{
    Programs programs = installed({u"sh"_s});
    programs.insert(u"xterm"_s, u"/usr/bin/env"_s);
    programs.insert(u"virsh"_s, u"/usr/bin/printf"_s);
    const QString uri = u"qemu+unix:///system?socket=/run/it's$(here);*&x=1"_s;
    const auto command = viewerCommand(ConsoleKind::Serial, guest(), uri, programs);
    VERIFY_OK(command);
    QStringList arguments = command->arguments.sliced(1);
    arguments.insert(arguments.indexOf(u"--connect"_s), u"<%s>"_s); // what printf needs
    QProcess process;
    process.start(command->program, arguments);
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 0);
    QCOMPARE(QString::fromUtf8(process.readAllStandardOutput()),
             u"<--connect><%1><console><%2>"_s.arg(uri, uuid()));

    // One that fails at once tells so and waits for the person; its status stays.
    arguments[arguments.indexOf(u"/usr/bin/printf"_s)] = u"/usr/bin/false"_s;
    process.start(command->program, arguments);
    QVERIFY(process.waitForStarted());
    QTRY_VERIFY(process.bytesAvailable() > 0 || process.waitForReadyRead(100));
    QVERIFY(process.readAllStandardOutput().contains("Press Enter to close this window."));
    QCOMPARE(process.state(), QProcess::Running);
    process.write("\n");
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 1);
}

void TestViewerCommand::onlyKnownProgramsAreLookedFor()
{
    QStringList asked;
    const Programs found = findPrograms([&asked](const QString &name) {
        asked.append(name);
        return name == "virsh"_L1 ? u"/opt/bin/virsh"_s : QString();
    });
    QCOMPARE(found, Programs({{u"virsh"_s, u"/opt/bin/virsh"_s}}));
    for (const QString &name : {u"virt-viewer"_s, u"xterm"_s, u"podman"_s, u"docker"_s})
        QCOMPARE(asked.count(name), qsizetype(1));
}

void TestViewerCommand::consolesOfAGuest_data()
{
    QTest::addColumn<QByteArray>("xml");
    QTest::addColumn<bool>("isDomain");
    QTest::addColumn<QStringList>("addresses");
    QTest::addColumn<bool>("hasSerial");
    const auto devices = [](const QByteArray &inner) {
        return "<domain type='kvm'><name>g</name><devices>" + inner + "</devices></domain>";
    };
    QTest::newRow("none") << devices("<serial type='file'/>") << true << QStringList() << false;
    QTest::newRow("serial") << devices("<serial type='pty'><source path='/dev/pts/1'/></serial>") << true
                            << QStringList() << true;
    QTest::newRow("console") << devices("<console type='pty' tty='/dev/pts/1'/>") << true << QStringList()
                             << true;
    QTest::newRow("graphics") << devices(
        "<graphics type='vnc' port='5900' autoport='yes' listen='127.0.0.1'>"
        "<listen type='address' address='127.0.0.1'/></graphics>"
        "<graphics type='spice' port='-1'/>"
        "<graphics type='spice'><listen type='socket' socket='/run/a b'/></graphics>")
                              << true
                              << QStringList{u"vnc://127.0.0.1:5900"_s, QString(), u"spice+unix:///run/a%20b"_s}
                              << false;
    QTest::newRow("elsewhere") << QByteArray("<domain><metadata><graphics type='vnc'/></metadata></domain>")
                               << true << QStringList() << false;
    QTest::newRow("no domain") << QByteArray("<network/>") << false << QStringList() << false;
    QTest::newRow("cut off") << devices("<graphics type='vnc' port='5900'/>").chopped(9) << false
                             << QStringList() << false;
    QTest::newRow("entities") << QByteArray("<!DOCTYPE d [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]><domain>&b;"
                                            "</domain>")
                              << false << QStringList() << false;
    QTest::newRow("empty") << QByteArray() << false << QStringList() << false;
}

void TestViewerCommand::consolesOfAGuest()
{
    QFETCH(const QByteArray, xml);
    QFETCH(const bool, isDomain);
    QFETCH(const QStringList, addresses);
    QFETCH(const bool, hasSerial);
    const std::optional<GuestConsoles> consoles = GuestConsoles::parse(xml);
    QCOMPARE(consoles.has_value(), isDomain);
    if (!consoles)
        return;
    QStringList found;
    for (const GuestGraphics &graphics : consoles->graphics)
        found.append(graphics.address());
    QCOMPARE(found, addresses);
    QCOMPARE(consoles->hasSerial, hasSerial);
}

void TestViewerCommand::addresses_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("listen");
    QTest::addColumn<int>("port");
    QTest::addColumn<QString>("address");
    QTest::newRow("anywhere") << u"spice"_s << u"0.0.0.0"_s << 5900 << u"spice://127.0.0.1:5900"_s;
    QTest::newRow("nowhere said") << u"vnc"_s << QString() << 5900 << u"vnc://127.0.0.1:5900"_s;
    QTest::newRow("six") << u"vnc"_s << u"fe80::1"_s << 5900 << u"vnc://[fe80::1]:5900"_s;
    QTest::newRow("port") << u"vnc"_s << u"127.0.0.1"_s << 99999 << QString();
    QTest::newRow("type") << u"--help"_s << u"127.0.0.1"_s << 5900 << QString();
    QTest::newRow("host") << u"vnc"_s << u"a b/c"_s << 5900 << QString();
}

void TestViewerCommand::addresses()
{
    QFETCH(const QString, type);
    QFETCH(const QString, listen);
    QFETCH(const int, port);
    QFETCH(const QString, address);
    QCOMPARE((GuestGraphics{type, listen, port, {}}).address(), address);
}

QTEST_GUILESS_MAIN(TestViewerCommand)
#include "tst_viewercommand.moc"
