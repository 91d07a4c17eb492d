// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/operate/operation.h"

namespace stratadeck {

/// How an operation that the engine accepted ended.
enum class OperationEnd : quint8 {
    Done,    ///< seen to have happened
    Ignored, ///< the engine passed it on, but the guest did not follow within the time it is given
};

/// `Error::what` is what the engine said, without further words; `subject` is the source's URI. Kinds: Denied,
/// Unreachable, NotFound (the entity), Timeout (it may still happen), Invalid (refused by us or the engine),
/// Busy (another operation on it is under way), Cancelled (it never began, or waiting for the guest was given
/// up).
using OperationResult = Result<OperationEnd>;

/// For a person: what came of it and what to do next, translated. `name` is the entity's.
QString resultText(Operation operation, EntityKind kind, const QString &name, const OperationResult &result);

} // namespace stratadeck
