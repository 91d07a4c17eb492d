// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/kit/words.h"

#include "models/base/entitytext.h"
#include "widgets/kit/theme.h"

namespace stratadeck {

using namespace Qt::StringLiterals;

Wording wordingOf(EntityState state)
{
    switch (state) {
    case EntityState::Unknown:
        return {u"unknown"_s, stateText(state), Tone::Muted};
    case EntityState::Running:
        return {u"running"_s, stateText(state), Tone::Good};
    case EntityState::Paused:
        return {u"paused"_s, stateText(state), Tone::Warning};
    case EntityState::ShuttingDown:
        return {u"changing"_s, stateText(state), Tone::Muted};
    case EntityState::ShutOff:
    case EntityState::Created:
    case EntityState::Exited:
        return {u"stopped"_s, stateText(state), Tone::Muted};
    case EntityState::Crashed:
        return {u"crashed"_s, stateText(state), Tone::Problem};
    case EntityState::Suspended:
        return {u"paused"_s, stateText(state), Tone::Warning};
    case EntityState::Restarting:
        return {u"changing"_s, stateText(state), Tone::Warning};
    case EntityState::Removing:
        return {u"changing"_s, stateText(state), Tone::Muted};
    case EntityState::Dead:
        return {u"crashed"_s, stateText(state), Tone::Problem};
    case EntityState::Gone:
        return {u"gone"_s, stateText(state), Tone::Muted};
    }
    return {};
}

Wording wordingOf(EntityProblem problem)
{
    switch (problem) {
    case EntityProblem::None:
        return {};
    case EntityProblem::MonitorNotAnswering:
    case EntityProblem::Unhealthy:
        return {u"problem"_s, problemText(problem), Tone::Problem};
    case EntityProblem::StatsUnavailable:
        return {u"warning"_s, problemText(problem), Tone::Warning};
    }
    return {};
}

Wording wordingOf(EntityKind kind)
{
    switch (kind) {
    case EntityKind::Host:
        return {u"host"_s, kindText(kind), Tone::Normal};
    case EntityKind::VirtualMachine:
        return {u"vm"_s, kindText(kind), Tone::Normal};
    case EntityKind::Container:
        return {u"container"_s, kindText(kind), Tone::Normal};
    }
    return {};
}

Wording wordingOf(SourceState state)
{
    switch (state) {
    case SourceState::Loading:
        return {u"source-loading"_s, sourceStateText(state), Tone::Muted};
    case SourceState::Ready:
        return {u"source-ok"_s, sourceStateText(state), Tone::Good};
    case SourceState::Stale:
        return {u"source-stale"_s, sourceStateText(state), Tone::Warning};
    case SourceState::Failed:
        return {u"source-failed"_s, sourceStateText(state), Tone::Problem};
    case SourceState::Ended:
        return {u"source-ended"_s, sourceStateText(state), Tone::Muted};
    }
    return {};
}

Wording wordingOf(EntityState state, EntityProblem problem)
{
    return problem == EntityProblem::None ? wordingOf(state) : wordingOf(problem);
}

} // namespace stratadeck
