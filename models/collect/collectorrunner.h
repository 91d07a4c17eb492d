// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/channel.h"
#include "models/base/sourcestatus.h"
#include "models/base/worker.h"
#include "models/collect/collector.h"

#include <functional>
#include <memory>

namespace stratadeck {

/// Runs one collector on a thread of its own: sweeps at the period, backs off after errors (doubling
/// from the period to one minute), and keeps the source's visible state. Batches go to `out`; what a
/// full channel refuses is kept whole and offered again, except readings of the oldest sweeps, which
/// are dropped and counted as misses. status() may be called from any thread at any time, also while
/// the collector is stuck, and then says Stale.
class CollectorRunner
{
    Q_DISABLE_COPY_MOVE(CollectorRunner)
public:
    using MakeCollector = std::function<std::unique_ptr<Collector>(const CollectorContext &)>;

    CollectorRunner(CollectorContext context, MakeCollector make, Channel<SampleBatch> &out);
    ~CollectorRunner();

    SourceStatus status() const;
    void requestStop() { m_worker.requestStop(); }

    /// Longest time a sweep may take before its source counts as stale.
    static Milliseconds deadline(Milliseconds period);

private:
    class State;
    std::shared_ptr<State> m_state; // shared: an abandoned thread may outlive this object
    Worker m_worker;
};

} // namespace stratadeck
