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

/// Why an entity is in its state, in words for a person: EntityInfo::detail with libvirt's reasons translated
/// ("booted", "io-error") and all else as it is. Any thread.
QString detailText(const EntityInfo &info);

} // namespace stratadeck
