// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inventory/entitydetails.h"
#include "widgets/inventory/markers.h"

#include <QCoreApplication>
#include <QSet>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(EntityDetails)
};

// Whether an event of this type can have begun the state. Events are missed while nobody records; one that
// does not fit says that the state is younger.
bool begins(const QString &type, EntityState state)
{
    static const QHash<QString, QSet<EntityState>> states{
        {u"created"_s, {EntityState::Created}},
        {u"defined"_s, {EntityState::ShutOff}},
        {u"started"_s, {EntityState::Running}},
        {u"restarted"_s, {EntityState::Running}},
        {u"rebooted"_s, {EntityState::Running}},
        {u"unpaused"_s, {EntityState::Running}},
        {u"resumed"_s, {EntityState::Running}},
        {u"stopped"_s, {EntityState::ShutOff, EntityState::Exited}},
        {u"died"_s, {EntityState::Exited, EntityState::Restarting}},
        {u"crashed"_s, {EntityState::Crashed, EntityState::ShutOff}},
        {u"paused"_s, {EntityState::Paused}},
        {u"suspended"_s, {EntityState::Suspended}},
        {u"shutting-down"_s, {EntityState::ShuttingDown}},
        {u"removed"_s, {EntityState::Gone, EntityState::Removing}},
        {u"gone"_s, {EntityState::Gone}},
    };
    return states.value(type).contains(state);
}

// libvirt's reason of the running state says how it was entered.
bool runsSinceStart(const QString &reason)
{
    return reason == "booted"_L1 || reason == "restored"_L1 || reason == "migrated"_L1
           || reason == "from-snapshot"_L1;
}

std::optional<StateSince> sinceOfRun(const DetailInput &input)
{
    const EntityInfo &info = input.info;
    const auto *container = input.details ? std::get_if<ContainerDetails>(&input.details->what) : nullptr;
    if (info.state == EntityState::Running && container && container->isRunning && container->started)
        return StateSince{*container->started, Tr::tr("Started")};
    if (info.state == EntityState::Exited && container && !container->isRunning && container->finished)
        return StateSince{*container->finished, Tr::tr("Ended")};
    const bool isVm = info.kind == EntityKind::VirtualMachine;
    if (isVm && info.state == EntityState::Running && info.started != TimePoint()
        && runsSinceStart(info.detail))
        return StateSince{info.started, Tr::tr("Started")};
    return {};
}

} // namespace

std::optional<StateSince> stateSince(const DetailInput &input)
{
    const std::optional<StateSince> run = sinceOfRun(input);
    if (!input.facts || !input.facts->stateChange)
        return run;
    const EventRecord &change = *input.facts->stateChange;
    // A whole second is granted because engines and we look at different clocks.
    if (run && run->at > change.at + std::chrono::seconds(1))
        return run;
    if (!begins(change.type, input.info.state))
        return run;
    return StateSince{change.at, markerOf(change, {}).text};
}

} // namespace stratadeck
