// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/ids.h"
#include "models/base/samplebatch.h"
#include "models/operate/operation.h"

#include <vector>

namespace stratadeck {

/// What an operation is done to, as the list shows it.
struct OperationTarget {
    EntityId entity{};
    EntityInfo info;
    QString uri;              ///< its source; empty while none is connected
    QString state;            ///< in the list's words
    double cpu = kUnknown;    ///< percent of what it was given
    double memory = kUnknown; ///< bytes
    double uptime = kUnknown; ///< seconds since this run began
    bool isVital = false;     ///< tagged p0
};
using OperationTargets = std::vector<OperationTarget>;

/// Why the operation is not possible on this target; empty when it is.
std::optional<QString> whyNotOn(Operation operation, const OperationTarget &target, bool readOnly);

/// The kinds among them.
EntityKinds kindsOf(const OperationTargets &targets);

/// How long it has been running, for a person; also that it is not running, or that nobody tells.
QString uptimeText(const OperationTarget &target);

} // namespace stratadeck
