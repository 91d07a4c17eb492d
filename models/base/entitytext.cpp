// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/entitytext.h"

#include <QCoreApplication>

namespace stratadeck {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Entity)
};

} // namespace

QString kindText(EntityKind kind)
{
    switch (kind) {
    case EntityKind::Host:
        return Tr::tr("Host");
    case EntityKind::VirtualMachine:
        return Tr::tr("VM");
    case EntityKind::Container:
        return Tr::tr("Container");
    }
    return {};
}

QString stateText(EntityState state)
{
    switch (state) {
    case EntityState::Unknown:
        return Tr::tr("Unknown");
    case EntityState::Running:
        return Tr::tr("Running");
    case EntityState::Paused:
        return Tr::tr("Paused");
    case EntityState::ShuttingDown:
        return Tr::tr("Shutting down");
    case EntityState::ShutOff:
        return Tr::tr("Shut off");
    case EntityState::Crashed:
        return Tr::tr("Crashed");
    case EntityState::Suspended:
        return Tr::tr("Suspended");
    case EntityState::Created:
        return Tr::tr("Created");
    case EntityState::Exited:
        return Tr::tr("Exited");
    case EntityState::Restarting:
        return Tr::tr("Restarting");
    case EntityState::Removing:
        return Tr::tr("Removing");
    case EntityState::Dead:
        return Tr::tr("Dead");
    case EntityState::Gone:
        return Tr::tr("Gone");
    }
    return {};
}

QString problemText(EntityProblem problem)
{
    switch (problem) {
    case EntityProblem::None:
        return {};
    case EntityProblem::MonitorNotAnswering:
        return Tr::tr("QEMU monitor not answering");
    case EntityProblem::Unhealthy:
        return Tr::tr("Unhealthy");
    case EntityProblem::StatsUnavailable:
        return Tr::tr("No figures");
    }
    return {};
}

QString sourceStateText(SourceState state)
{
    switch (state) {
    case SourceState::Loading:
        return Tr::tr("Loading");
    case SourceState::Ready:
        return Tr::tr("Ready");
    case SourceState::Stale:
        return Tr::tr("Stale");
    case SourceState::Failed:
        return Tr::tr("Failed");
    case SourceState::Ended:
        return Tr::tr("Ended");
    }
    return {};
}

} // namespace stratadeck
