// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operate/operation.h"

namespace stratadeck {

/// Why this operation is not possible on this entity now, as a plain translated sentence; empty when it is.
/// Judges by what is known of the entity; the engine may still refuse. Pure; any thread.
std::optional<QString> whyNot(Operation operation, const EntityInfo &entity, bool readOnly);

/// Whether starting it now would not boot it but go on from its saved memory. Pure; any thread.
bool startRestores(const EntityInfo &entity);

/// Why nothing can be done through this source: one that only gives figures, or none (an empty URI).
std::optional<QString> whyNotThrough(const QString &uri);

} // namespace stratadeck
