// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/entity.h"

#include <QDateTime>

namespace stratadeck {

using namespace Qt::StringLiterals;

bool isActive(EntityState state)
{
    switch (state) {
    case EntityState::Running:
    case EntityState::Paused:
    case EntityState::ShuttingDown:
    case EntityState::Suspended:
    case EntityState::Restarting:
        return true;
    default:
        return false;
    }
}

// Container engines give the time of the start as the name of a run; libvirt's is a number, and when it began
// is known only of local guests and of those whose start was watched.
std::optional<TimePoint> runBegan(const EntityInfo &info)
{
    if (isActive(info.state) && info.started != TimePoint())
        return info.started;
    if (info.kind != EntityKind::Container || !isActive(info.state))
        return {};
    // Podman's list gives seconds and a process: "1700000000/4242".
    bool isSeconds = false;
    const qint64 seconds = info.run.section(u'/', 0, 0).toLongLong(&isSeconds);
    const QDateTime started = isSeconds ? QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC)
                                        : QDateTime::fromString(info.run, Qt::ISODateWithMs);
    // Year 1 is what engines say of a container that never ran.
    if (!started.isValid() || started.date().year() < 2000)
        return {};
    return fromMillis(started.toMSecsSinceEpoch());
}

QString toWord(EntityKind kind)
{
    switch (kind) {
    case EntityKind::Host:
        return u"host"_s;
    case EntityKind::VirtualMachine:
        return u"vm"_s;
    case EntityKind::Container:
        return u"container"_s;
    }
    return u"unknown"_s;
}

QString toWord(EntityState state)
{
    switch (state) {
    case EntityState::Unknown:
        return u"unknown"_s;
    case EntityState::Running:
        return u"running"_s;
    case EntityState::Paused:
        return u"paused"_s;
    case EntityState::ShuttingDown:
        return u"shutting-down"_s;
    case EntityState::ShutOff:
        return u"shut-off"_s;
    case EntityState::Crashed:
        return u"crashed"_s;
    case EntityState::Suspended:
        return u"suspended"_s;
    case EntityState::Created:
        return u"created"_s;
    case EntityState::Exited:
        return u"exited"_s;
    case EntityState::Restarting:
        return u"restarting"_s;
    case EntityState::Removing:
        return u"removing"_s;
    case EntityState::Dead:
        return u"dead"_s;
    case EntityState::Gone:
        return u"gone"_s;
    }
    return u"unknown"_s;
}

QString toWord(EntityProblem problem)
{
    switch (problem) {
    case EntityProblem::None:
        return {};
    case EntityProblem::MonitorNotAnswering:
        return u"monitor-not-answering"_s;
    case EntityProblem::Unhealthy:
        return u"unhealthy"_s;
    case EntityProblem::StatsUnavailable:
        return u"stats-unavailable"_s;
    }
    return {};
}

} // namespace stratadeck
