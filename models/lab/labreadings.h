// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/history/historyreader.h"
#include "models/lab/labrecord.h"

namespace stratadeck {

/// What was recorded of an entity over a window: of a VM what its processes took of the host and what its guest
/// used, of a container only what it took, as it has no kernel of its own. Any thread.
Result<LabReadings> readLabReadings(const HistoryReader &reader, const QString &key, TimeRange window,
                                    const std::stop_token &stop);

} // namespace stratadeck
