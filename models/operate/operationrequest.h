// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/timerange.h"
#include "models/operate/operation.h"

namespace stratadeck {

/// One operation on one entity, as a person asked for it.
struct OperationRequest {
    Operation operation{};
    EntityInfo entity; ///< as it was shown; its key finds it again at the engine
    QString uri;       ///< the source it belongs to
    OperationArguments arguments;
};

/// How long things may take; tests make it faster.
struct OperationTiming {
    Milliseconds guestFollows{30'000}; ///< a guest may take this long to do what it was asked
    Milliseconds lookEvery{250};       ///< whether it has
    Milliseconds deadline{60'000};     ///< of an operation, beside what the guest is given
    Milliseconds longDeadline{
        1800'000}; ///< of one that moves memory or disks, or waits for a container's stop time
};

} // namespace stratadeck
