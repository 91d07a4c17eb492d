// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operate/console/consolerules.h"

#include "models/collect/sourceuri.h"
#include "models/operate/console/viewercommand.h"
#include "models/operate/operationrules.h"

#include <QCoreApplication>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Console)
};

using Reason = std::optional<QString>;

Reason whyNotState(ConsoleKind kind, EntityState state)
{
    switch (state) {
    case EntityState::Unknown:
        return Tr::tr("Its state is not known now.");
    case EntityState::Gone:
        return Tr::tr("It does not exist any more; only its history is left.");
    case EntityState::Created:
        return kind == ConsoleKind::Log ? Tr::tr("It has never run, so it has no log.")
                                        : Tr::tr("It is not running.");
    case EntityState::Removing:
        return Tr::tr("It is being removed.");
    default:
        break;
    }
    if (kind == ConsoleKind::Log)
        return {};
    if (kind == ConsoleKind::Shell && state == EntityState::Paused)
        return Tr::tr("It is paused; resume it first.");
    return isActive(state) ? Reason() : Tr::tr("It is not running.");
}

Reason whyNotSource(ConsoleKind kind, const QString &uri)
{
    if (uri.isEmpty())
        return whyNotThrough(uri);
    const Result<SourceUri> source = SourceUri::parse(uri);
    const bool isGuest = consoleInfo(kind).of == EntityKind::VirtualMachine;
    const bool works = source
                       && (isGuest ? source->kind == SourceKind::Libvirt
                                   : source->kind == SourceKind::Podman || source->kind == SourceKind::Docker);
    if (!works)
        //: %1 is the URI of a source
        return Tr::tr("%1 only gives figures; nothing can be opened through it.").arg(uri);
    if (kind == ConsoleKind::Shell && source->path.isEmpty())
        return Tr::tr("This engine is reached over the network; a shell opens through a local socket only.");
    return {};
}

Reason whyNotInstalled(ConsoleKind kind, const EntityInfo &entity, const QString &uri, const Programs &programs,
                       const std::optional<GuestConsoles> &consoles)
{
    const Result<ViewerCommand> command = viewerCommand(kind, entity, uri, programs, consoles);
    if (command)
        return {};
    const Error &error = command.error();
    if (error.kind != Error::Kind::NotFound || error.subject == uri)
        return Tr::tr("It cannot be named to another program.");
    if (kind == ConsoleKind::Graphical)
        //: %1 is the name of a package
        return Tr::tr("No viewer is installed. Install the package %1.").arg(error.what);
    if (findTerminal(programs).path.isEmpty())
        //: %1 is the name of a package
        return Tr::tr("No terminal is installed. Install the package %1, for example.").arg(error.what);
    //: %1 is the name of a package
    return Tr::tr("The program for it is not installed. Install the package %1.").arg(error.what);
}

} // namespace

Reason whyNotConsole(ConsoleKind kind, const EntityInfo &entity, const QString &uri, bool readOnly,
                     const std::optional<Programs> &programs, const std::optional<GuestConsoles> &consoles)
{
    if (readOnly && kind != ConsoleKind::Log)
        return Tr::tr("Stratadeck is in read-only mode; through a console things could be changed.");
    if (entity.kind != consoleInfo(kind).of)
        return consoleInfo(kind).of == EntityKind::VirtualMachine
                   ? Tr::tr("This works for virtual machines only.")
                   : Tr::tr("This works for containers only.");
    if (Reason reason = whyNotState(kind, entity.state))
        return reason;
    if (Reason reason = whyNotSource(kind, uri))
        return reason;
    if (kind == ConsoleKind::Log)
        return {};
    if (consoles && kind == ConsoleKind::Graphical && consoles->graphics.empty())
        return Tr::tr("This virtual machine has no graphics device; try its serial console.");
    if (consoles && kind == ConsoleKind::Serial && !consoles->hasSerial)
        return Tr::tr("This virtual machine has no serial port that can be reached.");
    if (!programs)
        return Tr::tr("Looking for what is installed.");
    return whyNotInstalled(kind, entity, uri, *programs, consoles);
}

} // namespace stratadeck
