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

} // namespace

std::vector<RestartSeen> restartsIn(const Series &cpuTime)
{
    std::vector<RestartSeen> restarts;
    const Bucket *previous = nullptr;
    for (const Bucket &bucket : cpuTime.buckets) {
        if (bucket.isGap())
            continue;
        if (previous && fell(previous->final, bucket.first))
            restarts.push_back({previous->last, bucket.at});
        else if (fell(bucket.first, bucket.min) || fell(bucket.max, bucket.final))
            restarts.push_back({bucket.at, bucket.last}); // somewhere among the samples it stands for
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
