// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/kit/words.h"

#include "widgets/kit/theme.h"

#include <QCoreApplication>

namespace stratadeck
{

using namespace Qt::StringLiterals;

namespace
{

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Words)
};

} // namespace

Wording wordingOf(EntityState state)
{
    switch (state) {
    case EntityState::Unknown:
        return {u"unknown"_s, Tr::tr("Unknown"), Tone::Muted};
    case EntityState::Running:
        return {u"running"_s, Tr::tr("Running"), Tone::Good};
    case EntityState::Paused:
        return {u"paused"_s, Tr::tr("Paused"), Tone::Warning};
    case EntityState::ShuttingDown:
        return {u"changing"_s, Tr::tr("Shutting down"), Tone::Muted};
    case EntityState::ShutOff:
        return {u"stopped"_s, Tr::tr("Shut off"), Tone::Muted};
    case EntityState::Crashed:
        return {u"crashed"_s, Tr::tr("Crashed"), Tone::Problem};
    case EntityState::Suspended:
        return {u"paused"_s, Tr::tr("Suspended"), Tone::Warning};
    case EntityState::Created:
        return {u"stopped"_s, Tr::tr("Created"), Tone::Muted};
    case EntityState::Exited:
        return {u"stopped"_s, Tr::tr("Exited"), Tone::Muted};
    case EntityState::Restarting:
        return {u"changing"_s, Tr::tr("Restarting"), Tone::Warning};
    case EntityState::Removing:
        return {u"changing"_s, Tr::tr("Being removed"), Tone::Muted};
    case EntityState::Dead:
        return {u"crashed"_s, Tr::tr("Dead"), Tone::Problem};
    case EntityState::Gone:
        return {u"gone"_s, Tr::tr("Gone"), Tone::Muted};
    }
    return {};
}

Wording wordingOf(EntityProblem problem)
{
    switch (problem) {
    case EntityProblem::None:
        return {};
    case EntityProblem::MonitorNotAnswering:
        return {u"problem"_s, Tr::tr("Monitor not answering"), Tone::Problem};
    case EntityProblem::Unhealthy:
        return {u"problem"_s, Tr::tr("Unhealthy"), Tone::Problem};
    case EntityProblem::StatsUnavailable:
        return {u"warning"_s, Tr::tr("No figures"), Tone::Warning};
    }
    return {};
}

Wording wordingOf(EntityKind kind)
{
    switch (kind) {
    case EntityKind::Host:
        return {u"host"_s, Tr::tr("Host"), Tone::Normal};
    case EntityKind::VirtualMachine:
        return {u"vm"_s, Tr::tr("VM"), Tone::Normal};
    case EntityKind::Container:
        return {u"container"_s, Tr::tr("Container"), Tone::Normal};
    }
    return {};
}

Wording wordingOf(SourceState state)
{
    switch (state) {
    case SourceState::Loading:
        return {u"source-loading"_s, Tr::tr("Connecting"), Tone::Muted};
    case SourceState::Ready:
        return {u"source-ok"_s, Tr::tr("Answering"), Tone::Good};
    case SourceState::Stale:
        return {u"source-stale"_s, Tr::tr("Late"), Tone::Warning};
    case SourceState::Failed:
        return {u"source-failed"_s, Tr::tr("Failed"), Tone::Problem};
    case SourceState::Ended:
        return {u"source-ended"_s, Tr::tr("Ended"), Tone::Muted};
    }
    return {};
}

Wording wordingOf(EntityState state, EntityProblem problem)
{
    return problem == EntityProblem::None ? wordingOf(state) : wordingOf(problem);
}

QString stateText(EntityState state)
{
    return wordingOf(state).text;
}

QString problemText(EntityProblem problem)
{
    return wordingOf(problem).text;
}

QString kindText(EntityKind kind)
{
    return wordingOf(kind).text;
}

QString sourceStateText(SourceState state)
{
    return wordingOf(state).text;
}

} // namespace stratadeck
