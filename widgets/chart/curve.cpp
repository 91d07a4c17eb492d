// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/curve.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace stratadeck {

namespace {

using Position = std::vector<Bucket>::const_iterator;

// The buckets that touch the range, with one more on each side so that lines reach the border.
std::pair<Position, Position> touching(const Series &series, TimeRange range)
{
    const auto &buckets = series.buckets;
    // A gap's `last` says nothing: it may not even be set.
    auto first =
        std::lower_bound(buckets.begin(), buckets.end(), range.from, [](const Bucket &bucket, TimePoint at) {
            return std::max(bucket.at, bucket.last) < at;
        });
    auto end = std::lower_bound(first, buckets.end(), range.to,
                                [](const Bucket &bucket, TimePoint at) { return bucket.at < at; });
    if (first != buckets.begin())
        --first;
    if (end != buckets.end())
        ++end;
    return {first, end};
}

// The same, widened on each side to the nearest bucket that knows something.
std::pair<Position, Position> knownAround(const Series &series, TimeRange range)
{
    auto [first, end] = touching(series, range);
    while (first != series.buckets.begin() && (first == series.buckets.end() || first->isGap()))
        --first;
    while (end != series.buckets.end() && (end == series.buckets.begin() || std::prev(end)->isGap()))
        ++end;
    return {first, end};
}

bool isIsolated(Position at, const Series &series)
{
    const bool before = at != series.buckets.begin() && !std::prev(at)->isGap();
    const bool after = std::next(at) != series.buckets.end() && !std::next(at)->isGap();
    return at->count == 1 && !before && !after;
}

void include(ColumnSpan &span, double low, double high)
{
    if (span.isEmpty()) {
        span.low = static_cast<float>(low);
        span.high = static_cast<float>(high);
        return;
    }
    span.low = std::min(span.low, static_cast<float>(low));
    span.high = std::max(span.high, static_cast<float>(high));
}

// A bucket on the plot: each figure is asked for several times. y grows downwards.
struct PlacedBucket {
    double from;
    double to;
    double first;
    double final;
    double low;  ///< of the largest value
    double high; ///< of the smallest value
};

class Columns
{
public:
    explicit Columns(const PlotMap &map)
        : m_map(map)
        , m_length(static_cast<double>(map.range.length().count()))
        , m_scale(map.height / (map.top - map.bottom))
        , m_spans(static_cast<std::size_t>(std::ceil(map.width)))
    {
    }

    PlacedBucket addBucket(const Bucket &bucket)
    {
        const double from = x(bucket.at);
        const PlacedBucket placed{from,
                                  bucket.last == bucket.at ? from : x(bucket.last),
                                  y(bucket.first),
                                  y(bucket.final),
                                  y(bucket.max),
                                  y(bucket.min)};
        int first = columnOf(placed.from);
        int last = columnOf(placed.to);
        if (last == first + 1 && placed.to - placed.from < 1) {
            // Across the border of two columns only its ends are sure to be on either side: its extremes go
            // where most of it is.
            const bool mostBefore = last - placed.from > placed.to - last;
            const double end = mostBefore ? placed.final : placed.first;
            if (ColumnSpan *other = at(mostBefore ? last : first))
                include(*other, end, end);
            first = last = mostBefore ? first : last;
        }
        first = std::max(0, first);
        last = std::min(static_cast<int>(m_spans.size()) - 1, last);
        const double sum = y(bucket.mean) * bucket.count;
        for (int column = first; column <= last; ++column) {
            ColumnSpan &span = m_spans[static_cast<std::size_t>(column)];
            include(span, placed.low, placed.high);
            span.sum += sum;
            span.weight += bucket.count;
        }
        return placed;
    }

    // What the straight line from one bucket to the next covers of each column it crosses.
    void addLine(const PlacedBucket &before, const PlacedBucket &after)
    {
        int first = columnOf(before.to);
        int last = columnOf(after.from);
        if (first == last)
            return; // both ends are in that column's span
        first = std::max(0, first);
        last = std::min(static_cast<int>(m_spans.size()) - 1, last);
        const double slope =
            after.from > before.to ? (after.first - before.final) / (after.from - before.to) : 0;
        for (int column = first; column <= last; ++column) {
            const double left = std::max<double>(column, before.to);
            const double right = std::min<double>(column + 1, after.from);
            const double a = before.final + (left - before.to) * slope;
            const double b = right >= after.from ? after.first : before.final + (right - before.to) * slope;
            include(m_spans[static_cast<std::size_t>(column)], std::min(a, b), std::max(a, b));
        }
    }

    std::vector<ColumnSpan> take() { return std::move(m_spans); }

private:
    // The floor; the library's is a call on the oldest of processors.
    static int columnOf(double x)
    {
        const int whole = static_cast<int>(x);
        return whole - (whole > x ? 1 : 0);
    }
    double x(TimePoint at) const
    {
        return static_cast<double>((at - m_map.range.from).count()) / m_length * m_map.width;
    }
    double y(double value) const { return m_map.height - (value - m_map.bottom) * m_scale; }
    ColumnSpan *at(int column)
    {
        const bool inside = column >= 0 && column < static_cast<int>(m_spans.size());
        return inside ? &m_spans[static_cast<std::size_t>(column)] : nullptr;
    }

    const PlotMap m_map; // a copy: what is written to the spans cannot change it
    double m_length;     ///< of the range in milliseconds
    double m_scale;      ///< pixels per unit of the value
    std::vector<ColumnSpan> m_spans;
};

TimePoint middle(const Bucket &bucket)
{
    return bucket.at + (bucket.last - bucket.at) / 2;
}

// The unbroken stretches in which a series knows something.
void addStretches(const Series &series, TimeRange range, std::vector<TimeRange> &known)
{
    bool open = false;
    const auto [first, end] = knownAround(series, range);
    for (auto bucket = first; bucket != end; ++bucket) {
        if (bucket->isGap()) {
            open = false;
            continue;
        }
        if (!open)
            known.push_back({bucket->at, bucket->last});
        known.back().to = bucket->last;
        open = true;
    }
}

} // namespace

double PlotMap::x(TimePoint at) const
{
    const auto span = static_cast<double>(range.length().count());
    return static_cast<double>((at - range.from).count()) / span * width;
}

double PlotMap::y(double value) const
{
    return height - (value - bottom) / (top - bottom) * height;
}

TimePoint PlotMap::timeAt(double x) const
{
    const auto span = static_cast<double>(range.length().count());
    return range.from + Milliseconds(std::llround(x / width * span));
}

bool isDense(const Series &series, const PlotMap &map)
{
    if (map.isEmpty())
        return false;
    const auto [first, end] = touching(series, map.range);
    if (std::distance(first, end) < 2)
        return false;
    const TimePoint from = std::max(first->at, map.range.from);
    const TimePoint to = std::min(std::max(std::prev(end)->at, std::prev(end)->last), map.range.to);
    const double columns = std::max(1.0, map.x(to) - map.x(from));
    const double pixels = columns / static_cast<double>(std::distance(first, end) - 1);
    // A reduced series at a pixel or two each shows its extremes best as solid columns.
    return pixels < (series.reduced ? 2.6 : 0.5);
}

std::vector<ColumnSpan> columnSpans(const Series &series, const PlotMap &map, QList<QPointF> &dots)
{
    Columns columns(map);
    const auto [first, end] = touching(series, map.range);
    PlacedBucket previous{};
    bool joined = false;
    for (auto at = first; at != end; ++at) {
        if (at->isGap()) {
            joined = false;
            continue;
        }
        const PlacedBucket placed = columns.addBucket(*at);
        if (isIsolated(at, series))
            dots.append({map.x(at->at), map.y(at->mean)});
        if (joined)
            columns.addLine(previous, placed);
        previous = placed;
        joined = true;
    }
    return columns.take();
}

CurveShape curveShape(const Series &series, const PlotMap &map)
{
    CurveShape shape;
    const auto [first, end] = touching(series, map.range);
    std::optional<QPointF> previous;
    for (auto at = first; at != end; ++at) {
        if (at->isGap()) {
            previous.reset();
            continue;
        }
        const QPointF point(map.x(middle(*at)), map.y(at->mean));
        if (previous)
            shape.lines.append({*previous, point});
        else if (isIsolated(at, series))
            shape.dots.append(point);
        previous = point;
        if (at->count > 1) {
            const QPointF topLeft(map.x(at->at), map.y(at->max));
            const QPointF bottomRight(std::max(map.x(at->last), topLeft.x() + 1), map.y(at->min));
            shape.bands.append(QRectF(topLeft, bottomRight));
        }
    }
    return shape;
}

std::vector<TimeRange> commonGaps(const std::vector<const Series *> &series, TimeRange range)
{
    std::vector<TimeRange> known;
    for (const Series *one : series)
        addStretches(*one, range, known);
    std::ranges::sort(known, {}, &TimeRange::from);
    std::vector<TimeRange> gaps;
    TimePoint end = known.empty() ? TimePoint{} : known.front().to;
    for (const TimeRange &stretch : known) {
        const TimeRange gap{std::max(end, range.from), std::min(stretch.from, range.to)};
        if (gap.from < gap.to)
            gaps.push_back(gap);
        end = std::max(end, stretch.to);
    }
    return gaps;
}

Extremes extremes(const Series &series, TimeRange range)
{
    Extremes result;
    const auto [first, end] = touching(series, range);
    for (auto bucket = first; bucket != end && bucket->at < range.to; ++bucket) {
        if (bucket->isGap()) {
            result.last = std::numeric_limits<double>::quiet_NaN(); // an old figure is not the latest one
            continue;
        }
        if (bucket->last < range.from)
            continue;
        result.smallest = std::fmin(result.smallest, bucket->min);
        result.largest = std::fmax(result.largest, bucket->max);
        result.last = bucket->final;
    }
    return result;
}

} // namespace stratadeck
