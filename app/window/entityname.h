// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/ids.h"

#include <QString>
#include <optional>

namespace stratadeck {

class InventoryModel;

/// What a person meant by a name; without an entity `problem` is the sentence that says why.
struct NamedEntity {
    std::optional<EntityId> entity;
    QString problem;
};

/// Looks for a key, then a name as written, then a name in other case, then a number of the store. A
/// name that several bear is the one that is not gone, if that is only one. Main thread.
NamedEntity findEntity(const InventoryModel &inventory, const QString &name);

} // namespace stratadeck
