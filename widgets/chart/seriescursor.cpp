// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/seriescursor.h"

#include <algorithm>

namespace stratadeck {

namespace {

// A bucket stands where its curve is drawn: in the middle of its samples.
TimePoint middle(const Bucket &bucket)
{
    return bucket.at + (bucket.last - bucket.at) / 2;
}

Milliseconds distance(const Bucket &bucket, TimePoint at)
{
    if (at < bucket.at)
        return bucket.at - at;
    return at > bucket.last ? at - bucket.last : Milliseconds(0);
}

} // namespace

std::optional<Bucket> sampleAt(const Series &series, TimePoint at, Milliseconds tolerance)
{
    const auto &buckets = series.buckets;
    const auto next = std::ranges::upper_bound(buckets, at, {}, &Bucket::at);
    const Bucket *before = next == buckets.begin() ? nullptr : &*std::prev(next);
    const Bucket *after = next == buckets.end() ? nullptr : &*next;
    const bool knownBefore = before && !before->isGap();
    const bool knownAfter = after && !after->isGap();
    const bool between = knownBefore && knownAfter; // on the drawn line
    const Bucket *best = nullptr;
    if (knownBefore && (between || distance(*before, at) <= tolerance))
        best = before;
    if (knownAfter && (between || distance(*after, at) <= tolerance)
        && (!best || distance(*after, at) < distance(*best, at)))
        best = after;
    return best ? std::optional(*best) : std::nullopt;
}

std::optional<TimePoint> nearestSample(const std::vector<ChartSeries> &series, TimePoint at,
                                       Milliseconds tolerance)
{
    std::optional<TimePoint> best;
    for (const ChartSeries &one : series) {
        const auto sample = one.data ? sampleAt(*one.data, at, tolerance) : std::nullopt;
        if (!sample)
            continue;
        const TimePoint found = middle(*sample);
        if (!best || std::chrono::abs(found - at) < std::chrono::abs(*best - at))
            best = found;
    }
    return best;
}

std::optional<TimePoint> stepSample(const std::vector<ChartSeries> &series, TimePoint at, bool forward,
                                    TimeRange range)
{
    std::optional<TimePoint> best;
    const auto offer = [&](const Bucket &bucket) {
        const TimePoint found = middle(bucket);
        const bool onward = forward ? found > at : found < at;
        if (!bucket.isGap() && onward && range.contains(found)
            && (!best || (forward ? found < *best : found > *best)))
            best = found;
    };
    for (const ChartSeries &one : series)
        if (one.data)
            std::ranges::for_each(one.data->buckets, offer);
    return best;
}

std::optional<TimePoint> stepMarker(const std::vector<ChartMarker> &markers, TimePoint at, bool forward,
                                    TimeRange range)
{
    std::optional<TimePoint> best;
    for (const ChartMarker &marker : markers) {
        const bool onward = forward ? marker.at > at : marker.at < at;
        if (onward && range.contains(marker.at) && (!best || (forward ? marker.at < *best : marker.at > *best)))
            best = marker.at;
    }
    return best;
}

std::optional<TimePoint> largestSample(const std::vector<ChartSeries> &series, TimeRange range)
{
    const Bucket *best = nullptr;
    const auto offer = [&](const Bucket &bucket) {
        if (!bucket.isGap() && range.contains(middle(bucket)) && (!best || bucket.max > best->max))
            best = &bucket;
    };
    for (const ChartSeries &one : series)
        if (one.data && !one.earlier)
            std::ranges::for_each(one.data->buckets, offer);
    return best ? std::optional(middle(*best)) : std::nullopt;
}

} // namespace stratadeck
