// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operate/console/viewercommand.h"

#include "models/collect/container/jsonfields.h"
#include "models/collect/sourceuri.h"

#include <QCoreApplication>
#include <QUrl>
#include <QUuid>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Console)
};

// Most terminals close as soon as their program ends, and with them goes what it said of its failure. $1 is
// what the person is told then, the rest is the program. One that ran for a while was used; then nothing is
// asked.
constexpr auto kKeepOpen = "told=$1; shift; begun=$(date +%s); \"$@\"; status=$?; "
                           "if [ $status -ne 0 ] && [ $(($(date +%s) - begun)) -lt 3 ]; "
                           "then printf '\\n%s ' \"$told\"; read -r _; fi; exit $status"_L1;

// A shell that is asked to exec what does not exist ends, so it is looked for first.
constexpr auto kBestShell = "if command -v bash >/dev/null 2>&1; then exec bash; else exec sh; fi"_L1;

tl::unexpected<Error> missing(const QString &package)
{
    return fail(Error::Kind::NotFound, package, package);
}

bool isLocal(const QString &uri)
{
    return QUrl(uri).host().isEmpty();
}

Result<ViewerCommand> inTerminal(const ViewerCommand &command, const Programs &programs)
{
    const Terminal terminal = findTerminal(programs);
    const QString shell = programs.value(u"sh"_s);
    if (terminal.path.isEmpty() || shell.isEmpty())
        return missing(u"xterm"_s);
    QStringList arguments{terminal.option, shell,   u"-c"_s,
                          kKeepOpen,       u"sh"_s, Tr::tr("It has ended. Press Enter to close this window."),
                          command.program};
    return ViewerCommand{terminal.path, arguments + command.arguments};
}

/// The one screen of a VM on this machine, for a viewer that does not know libvirt.
QString addressOf(const std::optional<GuestConsoles> &consoles)
{
    if (!consoles)
        return {};
    for (const GuestGraphics &graphics : consoles->graphics) {
        if (const QString address = graphics.address(); !address.isEmpty())
            return address;
    }
    return {};
}

Result<ViewerCommand> graphical(const QString &uuid, const QString &uri, const Programs &programs,
                                const std::optional<GuestConsoles> &consoles)
{
    if (const QString viewer = programs.value(u"virt-viewer"_s); !viewer.isEmpty()) {
        QStringList arguments{u"--connect"_s, uri};
        if (isLocal(uri))
            arguments.append(u"--attach"_s); // also reaches screens that listen nowhere
        return ViewerCommand{viewer, arguments + QStringList{u"--uuid"_s, uuid}};
    }
    if (const QString manager = programs.value(u"virt-manager"_s); !manager.isEmpty())
        return ViewerCommand{manager, {u"--connect"_s, uri, u"--show-domain-console"_s, uuid}};
    const QString viewer = programs.value(u"remote-viewer"_s);
    if (viewer.isEmpty() || !isLocal(uri))
        return missing(u"virt-viewer"_s);
    const QString address = addressOf(consoles);
    if (address.isEmpty() && consoles)
        return missing(u"virt-viewer"_s);
    return ViewerCommand{viewer, address.isEmpty() ? QStringList() : QStringList{address}};
}

Result<ViewerCommand> serial(const QString &uuid, const QString &uri, const Programs &programs)
{
    const QString virsh = programs.value(u"virsh"_s);
    if (virsh.isEmpty())
        return missing(u"libvirt-clients"_s);
    return inTerminal({virsh, {u"--connect"_s, uri, u"console"_s, uuid}}, programs);
}

Result<ViewerCommand> shell(const QString &id, const SourceUri &source, const Programs &programs)
{
    if (source.path.isEmpty())
        return fail(Error::Kind::Invalid, u"no shell through a network engine"_s, source.text);
    const QString socket = u"unix://"_s + source.path;
    const QStringList tail{u"exec"_s, u"-it"_s, id, u"sh"_s, u"-c"_s, kBestShell};
    const QString podman = programs.value(u"podman"_s);
    if (source.kind == SourceKind::Podman && !podman.isEmpty())
        return inTerminal({podman, QStringList{u"--url"_s, socket} + tail}, programs);
    // Podman also speaks what this one asks.
    if (const QString docker = programs.value(u"docker"_s); !docker.isEmpty())
        return inTerminal({docker, QStringList{u"-H"_s, socket} + tail}, programs);
    return missing(source.kind == SourceKind::Podman ? u"podman"_s : u"docker-cli"_s);
}

} // namespace

Result<ViewerCommand> viewerCommand(ConsoleKind kind, const EntityInfo &entity, const QString &uri,
                                    const Programs &programs, const std::optional<GuestConsoles> &consoles)
{
    const Result<SourceUri> source = SourceUri::parse(uri);
    if (!source)
        return tl::unexpected(source.error());
    const QString name = entity.key.section(u'/', -1);
    const bool isGuest = source->kind == SourceKind::Libvirt && entity.kind == EntityKind::VirtualMachine;
    const bool isContainer = (source->kind == SourceKind::Podman || source->kind == SourceKind::Docker)
                             && entity.kind == EntityKind::Container;
    if (kind == ConsoleKind::Shell && isContainer) {
        if (!isContainerId(name))
            return fail(Error::Kind::NotFound, u"%1 names no container"_s.arg(entity.key), uri);
        return shell(name, *source, programs);
    }
    if ((kind != ConsoleKind::Graphical && kind != ConsoleKind::Serial) || !isGuest)
        return fail(Error::Kind::Invalid, u"no such console of %1"_s.arg(entity.key), uri);
    const QUuid uuid = QUuid::fromString(name);
    if (uuid.isNull())
        return fail(Error::Kind::NotFound, u"%1 names no virtual machine"_s.arg(entity.key), uri);
    const QString plain = uuid.toString(QUuid::WithoutBraces);
    return kind == ConsoleKind::Graphical ? graphical(plain, uri, programs, consoles)
                                          : serial(plain, uri, programs);
}

} // namespace stratadeck
