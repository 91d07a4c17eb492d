// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/entity.h"
#include "models/base/sourcestatus.h"

namespace stratadeck {

enum class Tone;

/// How something is shown: an icon's name, a translated word and a tone, always together.
struct Wording {
    QString icon;
    QString text;
    Tone tone{};
};

Wording wordingOf(EntityState state);
Wording wordingOf(EntityProblem problem); ///< empty for None
Wording wordingOf(EntityKind kind);
Wording wordingOf(SourceState state);
/// What a list shows: the problem when there is one, else the state.
Wording wordingOf(EntityState state, EntityProblem problem);

} // namespace stratadeck
