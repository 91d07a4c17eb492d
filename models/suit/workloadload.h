// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/base/samplebatch.h"

#include <QHash>
#include <stop_token>

namespace stratadeck {

class HistoryReader;

/// How much of its host's processors a workload used over a time.
struct WorkloadLoad {
    double measured = 0;    ///< the share of the time of which it is known, 0..1
    double mean = kUnknown; ///< percent of the host
    double p95 = kUnknown;  ///< percent of the host; of the parts of a UsageProfile
};

/// By EntityInfo::key, of all VMs and containers that were measured in the range. Any thread; long.
Result<QHash<QString, WorkloadLoad>> workloadLoads(const HistoryReader &reader, TimeRange range,
                                                   const std::stop_token &stop);

} // namespace stratadeck
