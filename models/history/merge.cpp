// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/merge.h"

#include "models/base/samplebatch.h"

#include <algorithm>

namespace stratadeck {

namespace {

/// Damage belongs to no segment, so that it does not look like a change of segments.
constexpr qint64 kAnySegment = -1;

} // namespace

SampleMerge::SampleMerge(TimeRange range, SampleSink &sink)
    : m_range(range)
    , m_sink(sink)
{
}

void SampleMerge::cover(qint64 segment, qint64 start, qint64 end)
{
    const auto [it, isNew] = m_covers.try_emplace(segment, Cover{start, end});
    if (isNew)
        return;
    it->second.start = std::min(it->second.start, start);
    it->second.end = std::max(it->second.end, end);
}

void SampleMerge::add(const Block &block)
{
    const std::vector<qint64> &times = block.samples.times;
    flushBefore(times.front());
    const auto first = std::lower_bound(times.begin(), times.end(), toMillis(m_range.from));
    const auto last = std::lower_bound(first, times.end(), toMillis(m_range.to));
    if (m_waiting.empty() && mayGiveStraight(block)) {
        giveStraight(block, static_cast<std::size_t>(first - times.begin()),
                     static_cast<std::size_t>(last - times.begin()));
        return;
    }
    m_sorted = m_waiting.empty();
    for (auto it = first; it != last; ++it) {
        const auto index = static_cast<std::size_t>(it - times.begin());
        m_waiting.push_back({*it, block.segment, block.samples.values[index]});
    }
}

/// No other segment recorded at that time, so nothing can come in between.
bool SampleMerge::mayGiveStraight(const Block &block) const
{
    const Samples &samples = block.samples;
    return std::ranges::none_of(m_covers, [&](const auto &cover) {
        return cover.first != block.segment && cover.second.start <= samples.times.back()
               && cover.second.end >= samples.times.front();
    });
}

void SampleMerge::giveStraight(const Block &block, std::size_t begin, std::size_t end)
{
    if (begin == end)
        return;
    const Samples &samples = block.samples;
    give({samples.times[begin], block.segment, samples.values[begin]});
    m_sink.addMany(samples.times.data() + begin + 1, samples.values.data() + begin + 1, end - begin - 1);
    m_lastAt = samples.times[end - 1];
}

void SampleMerge::addDamaged(qint64 at)
{
    m_sorted = m_waiting.empty();
    m_waiting.push_back({at, kAnySegment, kUnknown});
}

void SampleMerge::finish()
{
    flushBefore(std::numeric_limits<qint64>::max());
}

void SampleMerge::flushBefore(qint64 at)
{
    const auto byTime = [](const Sample &a, const Sample &b) { return a.at < b.at; };
    if (!m_sorted)
        std::stable_sort(m_waiting.begin(), m_waiting.end(), byTime);
    m_sorted = true;
    const auto end = std::lower_bound(m_waiting.begin(), m_waiting.end(), Sample{at, 0, 0}, byTime);
    std::for_each(m_waiting.begin(), end, [this](const Sample &sample) { give(sample); });
    m_waiting.erase(m_waiting.begin(), end);
}

void SampleMerge::give(const Sample &sample)
{
    if (sample.segment == kAnySegment) {
        m_sink.addGap(m_any ? std::max(sample.at, m_lastAt + 1) : sample.at);
        return;
    }
    if (isBreak(sample))
        m_sink.addGap(m_lastAt + 1);
    m_sink.add(sample.at, sample.value);
    m_any = true;
    m_lastAt = sample.at;
    m_lastSegment = sample.segment;
}

/// Between the last sample and this one lies a change of segments that no segment spans.
bool SampleMerge::isBreak(const Sample &sample) const
{
    if (!m_any || sample.segment == m_lastSegment || sample.at <= m_lastAt)
        return false;
    const auto before = m_covers.find(m_lastSegment);
    const auto after = m_covers.find(sample.segment);
    const bool spanned = (before != m_covers.end() && before->second.end >= sample.at)
                         || (after != m_covers.end() && after->second.start <= m_lastAt);
    return !spanned;
}

} // namespace stratadeck
