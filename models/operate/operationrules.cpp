// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operate/operationrules.h"

#include "models/collect/sourceuri.h"

#include <QCoreApplication>

namespace stratadeck {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(OperationRules)
};

using Reason = std::optional<QString>;

Reason whyNotKind(EntityKinds kinds, EntityKind kind)
{
    if (kinds.testFlag(kind))
        return {};
    if (kind == EntityKind::Host)
        return Tr::tr("This is not done to hosts.");
    return Tr::tr("This works for virtual machines only.");
}

// States in which nothing at all can be done.
Reason whyNotState(EntityState state)
{
    switch (state) {
    case EntityState::Unknown:
        return Tr::tr("Its state is not known now.");
    case EntityState::Gone:
        return Tr::tr("It does not exist any more; only its history is left.");
    case EntityState::Removing:
        return Tr::tr("It is being removed.");
    case EntityState::Dead:
        return Tr::tr("The engine could not remove it; only removing it again helps.");
    default:
        return {};
    }
}

Reason whyNotOff(EntityState state)
{
    switch (state) {
    case EntityState::ShutOff:
    case EntityState::Created:
    case EntityState::Exited:
        return Tr::tr("It is not running.");
    case EntityState::Crashed:
        return Tr::tr("It has crashed.");
    default:
        return {};
    }
}

Reason whyNotStart(EntityState state)
{
    switch (state) {
    case EntityState::ShutOff:
    case EntityState::Created:
    case EntityState::Exited:
        return {};
    case EntityState::Paused:
        return Tr::tr("It is paused; resume it instead.");
    case EntityState::Suspended:
        return Tr::tr("Its guest sleeps; resume it instead.");
    case EntityState::Crashed:
        return Tr::tr("It has crashed and still holds its memory; force it off first.");
    default:
        return Tr::tr("It is running already.");
    }
}

// What needs a guest or container whose processes run.
Reason whyNotLive(EntityState state)
{
    switch (state) {
    case EntityState::Running:
        return {};
    case EntityState::Paused:
        return Tr::tr("It is paused; resume it first.");
    case EntityState::Suspended:
        return Tr::tr("Its guest sleeps; resume it first.");
    case EntityState::ShuttingDown:
        return Tr::tr("It is shutting down already.");
    case EntityState::Restarting:
        return Tr::tr("It is restarting already.");
    default:
        return whyNotOff(state);
    }
}

Reason whyNotResume(EntityState state)
{
    if (state == EntityState::Paused || state == EntityState::Suspended)
        return {};
    const Reason off = whyNotOff(state);
    return off ? off : Tr::tr("It is not paused.");
}

// What works while its CPUs stand still, too.
Reason whyNotHeld(EntityState state)
{
    return state == EntityState::Paused ? Reason() : whyNotLive(state);
}

Reason whyNotInState(Operation operation, EntityKind kind, EntityState state)
{
    switch (operation) {
    case Operation::Start:
        return whyNotStart(state);
    case Operation::Stop:
        // An engine goes on trying to restart a container until it is stopped.
        return state == EntityState::Restarting ? Reason() : whyNotLive(state);
    case Operation::Restart: {
        const bool again = kind == EntityKind::Container && !isActive(state);
        return again ? Reason() : whyNotLive(state);
    }
    case Operation::Pause:
        return state == EntityState::Paused ? Tr::tr("It is paused already.") : whyNotLive(state);
    case Operation::Resume:
        return whyNotResume(state);
    case Operation::Kill:
        return state == EntityState::Crashed ? Reason() : whyNotOff(state);
    case Operation::Reset:
        return whyNotOff(state);
    case Operation::Save:
    case Operation::SetVcpus:
    case Operation::SetMemory:
        return whyNotHeld(state);
    case Operation::SnapshotCreate:
        return state == EntityState::ShutOff ? Reason() : whyNotHeld(state);
    case Operation::SnapshotRevert:
    case Operation::SnapshotDelete:
        return {};
    }
    return {};
}

} // namespace

Reason whyNot(Operation operation, const EntityInfo &entity, bool readOnly)
{
    if (readOnly)
        return Tr::tr("Stratadeck is in read-only mode; it changes nothing.");
    if (Reason reason = whyNotKind(operationInfo(operation).kinds, entity.kind))
        return reason;
    if (Reason reason = whyNotState(entity.state))
        return reason;
    if (Reason reason = whyNotInState(operation, entity.kind, entity.state))
        return reason;
    // Everything else goes through the monitor; ending the process does not.
    if (entity.problem == EntityProblem::MonitorNotAnswering && operation != Operation::Kill)
        return Tr::tr("Its QEMU monitor does not answer; only forcing it off can work.");
    return {};
}

bool startRestores(const EntityInfo &entity)
{
    return entity.kind == EntityKind::VirtualMachine && entity.hasSavedState && !whyNotStart(entity.state);
}

Reason whyNotThrough(const QString &uri)
{
    if (uri.isEmpty())
        return Tr::tr("Its source is not connected now.");
    const Result<SourceUri> parsed = SourceUri::parse(uri);
    const bool works = parsed
                       && (parsed->kind == SourceKind::Libvirt || parsed->kind == SourceKind::Podman
                           || parsed->kind == SourceKind::Docker);
    if (!works)
        //: %1 is the URI of a source
        return Tr::tr("%1 only gives figures; nothing can be changed through it.").arg(uri);
    return {};
}

} // namespace stratadeck
