// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/entity.h"
#include "models/base/sourcestatus.h"

namespace stratadeck {

// Translated words for a person, one or two words each, first letter upper case. Any thread.
QString kindText(EntityKind kind);
QString stateText(EntityState state);
QString problemText(EntityProblem problem);
QString sourceStateText(SourceState state);

} // namespace stratadeck
