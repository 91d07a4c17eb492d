// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inventory/restarts.h"

#include "widgets/inventory/markers.h"

#include <algorithm>

namespace stratadeck {

namespace {

constexpr double kWaver = 0.25; // seconds of CPU time
constexpr Milliseconds kApart{5000};

bool fell(double from, double to)
{
    return to < from - kWaver;
}

/// Of a tier's minutes and hours the mean stands for the first and the last figure, which are not kept. A
/// counter that moved has neither of them at its mean.
bool knowsEdges(const Bucket &bucket)
{
    return bucket.min == bucket.max || bucket.first != bucket.mean || bucket.final != bucket.mean;
}

} // namespace

std::vector<RestartSeen> restartsIn(const Series &cpuTime)
{
    std::vector<RestartSeen> restarts;
    const Bucket *previous = nullptr;
    double reached = 0; // by the run, at the end of the previous bucket
    for (const Bucket &bucket : cpuTime.buckets) {
        if (bucket.isGap())
            continue;
        const bool hasEdges = knowsEdges(bucket);
        const double first = hasEdges ? bucket.first : bucket.min;
        const bool fellBefore = previous && fell(reached, first);
        if (fellBefore)
            restarts.push_back({previous->last, hasEdges ? bucket.at : bucket.last});
        else if (hasEdges && (fell(bucket.first, bucket.min) || fell(bucket.max, bucket.final)))
            restarts.push_back({bucket.at, bucket.last}); // somewhere among the samples it stands for
        // The highest figure of a minute in which a run ended is that of the run that ended.
        reached = hasEdges ? bucket.final : fellBefore ? bucket.min : bucket.max;
        previous = &bucket;
    }
    return restarts;
}

bool isTold(const RestartSeen &restart, EntityId entity, const std::vector<EventRecord> &events)
{
    return std::ranges::any_of(events, [&](const EventRecord &event) {
        return event.entity == entity && beginsRun(event.type) && event.at >= restart.before - kApart
               && event.at <= restart.at + kApart;
    });
}

} // namespace stratadeck
