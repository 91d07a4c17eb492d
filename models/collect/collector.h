// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/base/result.h"
#include "models/base/samplebatch.h"

#include <optional>
#include <stop_token>
#include <vector>

namespace stratadeck {

/// What a collector needs to know of the world it runs in. `clock` outlives the collector.
struct CollectorContext {
    SourceId source{};
    QString uri;
    const Clock *clock = nullptr;
    Milliseconds period{1000};
};

/// Reads one source. A collector is made, used and destroyed on one thread of its own, so it may
/// block, but not for ever: every call it makes has a deadline well under `max(5 s, 3 periods)` or is
/// moved to a thread that can be abandoned. It connects on its first collect() and again after an error.
class Collector
{
public:
    virtual ~Collector() = default;

    /// One sweep. Usually one batch; more when figures that were read at another instant arrive with
    /// it, oldest first. Each batch carries the wall and monotonic time its figures were read at. An
    /// error means "this source gives nothing now"; trouble of a single entity is its EntityProblem.
    virtual Result<std::vector<SampleBatch>> collect(const std::stop_token &stop) = 0;

    /// What of the source does not answer although the last collect() succeeded: an engine that is stuck
    /// while the kernel still gives its containers' figures. Called after collect(), on the same thread.
    virtual std::optional<Error> trouble() const { return std::nullopt; }
};

} // namespace stratadeck
