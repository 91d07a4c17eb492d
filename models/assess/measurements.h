// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/history/historyreader.h"

namespace stratadeck {

/// A figure of all entities of a kind over a time; nothing is known with no samples.
struct MeasuredFigure {
    qint64 samples = 0;
    int series = 0;
    double mean = 0; ///< of all samples
    double p95 = 0;  ///< the worst of the series
    Unit unit = Unit::None;
};

/// What stands beside the claims.
struct Measurements {
    TimeRange range;
    QStringList hosts;
    int vms = 0; ///< seen in that time
    int containers = 0;
    MeasuredFigure steal;      ///< of hosts
    MeasuredFigure vcpuDelay;  ///< of VMs
    MeasuredFigure throttling; ///< of containers
    MeasuredFigure vmResident; ///< what a VM takes of the host ...
    MeasuredFigure vmUsed;     ///< ... and what it uses inside
    MeasuredFigure containerUsed;
    MeasuredFigure containerCache;
    MeasuredFigure vmReadLatency;
    MeasuredFigure vmWriteLatency;
    MeasuredFigure hostReadLatency;
    MeasuredFigure hostWriteLatency;
};

/// Of everything on `host`, or on all hosts when it is empty. Any thread.
Result<Measurements> measurementsOf(const HistoryReader &reader, TimeRange range, const QString &host,
                                    const std::stop_token &stop);

} // namespace stratadeck
