// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/entitytext.h"

#include <QCoreApplication>
#include <QHash>

namespace stratadeck {

using namespace Qt::StringLiterals;

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

QString detailText(const EntityInfo &info)
{
    if (info.kind != EntityKind::VirtualMachine)
        return info.detail;
    const QHash<QString, QString> words{
        {u"api-error"_s, Tr::tr("stopped by an error of the engine")},
        {u"booted"_s, Tr::tr("booted")},
        {u"crashed"_s, Tr::tr("it crashed")},
        {u"daemon"_s, Tr::tr("the engine was restarted")},
        {u"destroyed"_s, Tr::tr("forced off")},
        {u"dump"_s, Tr::tr("its memory is being dumped")},
        {u"failed"_s, Tr::tr("it failed to start")},
        {u"from-snapshot"_s, Tr::tr("from a snapshot")},
        {u"io-error"_s, Tr::tr("an I/O error of a disk")},
        {u"migrated"_s, Tr::tr("migrated")},
        {u"migration"_s, Tr::tr("it is being migrated")},
        {u"migration-canceled"_s, Tr::tr("its migration was cancelled")},
        {u"panicked"_s, Tr::tr("its kernel panicked")},
        {u"postcopy"_s, Tr::tr("its memory is still being migrated")},
        {u"postcopy-failed"_s, Tr::tr("the migration of its memory failed")},
        {u"restored"_s, Tr::tr("restored from a file")},
        {u"save"_s, Tr::tr("it is being saved")},
        {u"save-canceled"_s, Tr::tr("saving it was cancelled")},
        {u"saved"_s, Tr::tr("saved to a file")},
        {u"shutdown"_s, Tr::tr("shut down")},
        {u"shutting-down"_s, Tr::tr("it is shutting down")},
        {u"snapshot"_s, Tr::tr("a snapshot is being taken")},
        {u"starting-up"_s, Tr::tr("it is starting")},
        {u"unpaused"_s, Tr::tr("resumed")},
        {u"user"_s, Tr::tr("by a person")},
        {u"wakeup"_s, Tr::tr("woken up")},
        {u"watchdog"_s, Tr::tr("its watchdog fired")},
    };
    return words.value(info.detail, info.detail);
}

} // namespace stratadeck
