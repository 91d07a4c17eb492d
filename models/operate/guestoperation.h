// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operate/operationrequest.h"
#include "models/operate/operationresult.h"

#include <stop_token>

namespace stratadeck {

/// Carries out an operation on a VM, on a read-write connection of its own. Blocks, for ever when the guest's
/// monitor is stuck; stop ends only the wait for the guest to follow. Owns all it touches.
OperationResult performOnGuest(const OperationRequest &request, const OperationTiming &timing,
                               const std::stop_token &stop);

} // namespace stratadeck
