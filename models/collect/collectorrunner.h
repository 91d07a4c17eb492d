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
/// from the period to one minute), and keeps the source's visible state. Batches go to `out`; of what a
/// full channel refuses, definitions, events and the mark of a failed sweep are kept and go out later,
/// the readings are dropped and counted as a miss. The first failing sweep, and the end of a finite
/// source, put a batch with `failed` into the channel, so that the gap is recorded.
class CollectorRunner
{
    Q_DISABLE_COPY_MOVE(CollectorRunner)
public:
    /// Called on the runner's thread; must own what it captures.
    using MakeCollector = std::function<std::unique_ptr<Collector>(const CollectorContext &)>;

    /// `context.clock` lives to the end of the program: a thread that had to be abandoned looks at it.
    CollectorRunner(CollectorContext context, MakeCollector make, Channel<SampleBatch> &out);

    /// Asks the thread to stop and waits for up to three seconds; one stuck in a foreign call is left
    /// behind and never touches `out` again.
    ~CollectorRunner();

    /// Any thread, at any time, also while the collector is stuck.
    SourceStatus status() const;
    void requestStop() { m_worker.requestStop(); }

    /// True once the thread has ended; destruction is then immediate. Any thread.
    bool isFinished() const;

    /// Longest time a sweep may take before its source counts as stale: max(5 s, 3 periods).
    static Milliseconds deadline(Milliseconds period);

private:
    class State;
    std::shared_ptr<State> m_state; // shared: an abandoned thread may outlive this object
    Worker m_worker;
};

} // namespace stratadeck
