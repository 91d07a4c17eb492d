// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operate/operationrequest.h"
#include "models/operate/operationresult.h"

#include <stop_token>

namespace stratadeck {

/// Carries out an operation on a container through its engine. Blocks up to its deadline or until stop. Owns
/// all it touches.
OperationResult performOnContainer(const OperationRequest &request, const OperationTiming &timing,
                                   const std::stop_token &stop);

} // namespace stratadeck
