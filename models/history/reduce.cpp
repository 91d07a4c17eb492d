// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/reduce.h"

#include "models/history/codec/rollupcodec.h"

#include <cmath>

namespace stratadeck {

namespace {

constexpr std::size_t kFew = 64; // buckets
constexpr std::size_t kUsual = 4096;

Bucket bucketOf(qint64 at, double value)
{
    const TimePoint time = fromMillis(at);
    return {time, time, value, value, value, value, value, 1};
}

Bucket gapAt(qint64 at)
{
    Bucket gap;
    gap.at = fromMillis(at);
    gap.last = gap.at;
    return gap;
}

/// Unsigned, so that the longest of ranges does not overflow.
quint64 distance(qint64 from, qint64 to)
{
    return static_cast<quint64>(to) - static_cast<quint64>(from);
}

} // namespace

Reducer::Reducer(TimeRange range, int maxPoints)
    : m_from(toMillis(range.from))
    , m_length(distance(m_from, toMillis(range.to)))
    , m_maxPoints(static_cast<std::size_t>(maxPoints))
{
}

// k parts of the range, rounded up; in two steps, so that the longest of ranges does not overflow.
quint64 Reducer::slotStart(quint64 slot) const
{
    const quint64 whole = m_length / m_maxPoints;
    const quint64 rest = m_length % m_maxPoints;
    return slot * whole + (slot * rest + m_maxPoints - 1) / m_maxPoints;
}

quint64 Reducer::slotEndAfter(quint64 place) const
{
    // In floating point the slot may be missed by one.
    const double share = static_cast<double>(place) / static_cast<double>(m_length);
    auto slot =
        std::min<quint64>(static_cast<quint64>(share * static_cast<double>(m_maxPoints)), m_maxPoints - 1);
    while (slot > 0 && slotStart(slot) > place)
        --slot;
    while (slot + 1 < m_maxPoints && slotStart(slot + 1) <= place)
        ++slot;
    return slotStart(slot + 1);
}

void Reducer::add(qint64 at, double value)
{
    if (std::isnan(value))
        addGap(at);
    else if (m_reducing)
        addReduced(at, value);
    else
        addRaw(bucketOf(at, value));
}

void Reducer::addRollup(const Rollup &rollup, qint64 step)
{
    const Bucket bucket{fromMillis(rollup.at),
                        fromMillis(rollup.at + step - 1),
                        rollup.mean,
                        rollup.mean,
                        rollup.min,
                        rollup.max,
                        rollup.mean,
                        rollup.count};
    if (m_reducing) {
        addReduced(bucket);
        return;
    }
    m_series.reduced = true;
    addRaw(bucket);
}

void Reducer::addGap(qint64 at)
{
    if (!m_gap)
        m_gap = at;
}

void Reducer::addRaw(const Bucket &bucket)
{
    if (m_samples == m_maxPoints) {
        startReducing();
        addReduced(bucket);
        return;
    }
    flushGap();
    if (m_samples == kFew) // by doubling it would end in blocks so large that each is asked of the system
        m_series.buckets.reserve(std::min(m_maxPoints, kUsual));
    m_series.buckets.push_back(bucket);
    ++m_samples;
}

void Reducer::addReduced(const Bucket &bucket)
{
    const quint64 place = distance(m_from, std::max(toMillis(bucket.at), m_from));
    const long double sum = static_cast<long double>(bucket.mean) * bucket.count;
    if (m_bucket && place < m_slotEnd) {
        m_gap.reset();
        m_bucket->last = bucket.last;
        m_bucket->final = bucket.final;
        m_bucket->min = std::min(m_bucket->min, bucket.min);
        m_bucket->max = std::max(m_bucket->max, bucket.max);
        m_bucket->count += bucket.count;
        m_sum += sum;
        return;
    }
    flushBucket();
    flushGap();
    m_bucket = bucket;
    m_slotEnd = slotEndAfter(place);
    m_sum = sum;
}

// Every sample of a long range comes through here: a comparison instead of a division for most.
void Reducer::addReduced(qint64 at, double value)
{
    const quint64 place = distance(m_from, at);
    if (m_bucket && place < m_slotEnd) {
        m_gap.reset();
        m_bucket->last = fromMillis(at);
        m_bucket->final = value;
        m_bucket->min = std::min(m_bucket->min, value);
        m_bucket->max = std::max(m_bucket->max, value);
        ++m_bucket->count;
        m_sum += static_cast<long double>(value);
        return;
    }
    flushBucket();
    flushGap();
    m_bucket = bucketOf(at, value);
    m_slotEnd = slotEndAfter(place);
    m_sum = static_cast<long double>(value);
}

void Reducer::flushGap()
{
    if (m_gap)
        m_series.buckets.push_back(gapAt(*m_gap));
    m_gap.reset();
}

void Reducer::flushBucket()
{
    if (!m_bucket)
        return;
    m_bucket->mean = static_cast<double>(m_sum / m_bucket->count);
    m_series.buckets.push_back(*m_bucket);
    m_bucket.reset();
}

void Reducer::startReducing()
{
    std::vector<Bucket> raw;
    raw.swap(m_series.buckets);
    const std::optional<qint64> openGap = std::exchange(m_gap, std::nullopt);
    m_series.reduced = true;
    m_series.buckets.reserve(m_maxPoints);
    m_reducing = true;
    for (const Bucket &bucket : raw) {
        if (bucket.isGap())
            addGap(toMillis(bucket.at));
        else
            addReduced(bucket);
    }
    if (openGap)
        addGap(*openGap);
}

Series Reducer::take(SeriesId id)
{
    flushBucket();
    flushGap();
    m_series.id = id;
    return std::move(m_series);
}

} // namespace stratadeck
