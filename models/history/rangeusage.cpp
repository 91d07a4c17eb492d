// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/rangeusage.h"

#include "models/history/codec/rollupcodec.h"
#include "models/history/historyreader.h"

#include <algorithm>
#include <cmath>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kAtOnce = 200; // entities

} // namespace

UsageCollector::UsageCollector(TimeRange range)
    : m_range(range)
    , m_profile(range)
    , m_step(range.length().count() / static_cast<qint64>(UsageProfile::kParts))
{
}

void UsageCollector::add(qint64 at, double value)
{
    if (std::isnan(value)) {
        addGap(at);
        return;
    }
    if (m_last) {
        m_step = at - m_last->at;
        m_profile.hold(fromMillis(m_last->at), fromMillis(at), m_last->value);
        if (m_first && m_first->at - toMillis(m_range.from) <= 2 * m_step)
            m_profile.hold(m_range.from, fromMillis(m_first->at), m_first->value);
        m_first.reset();
    } else if (!m_begun) {
        m_first = Sample{at, value};
    }
    m_last = Sample{at, value};
    m_begun = true;
}

void UsageCollector::addGap(qint64 at)
{
    if (m_last)
        m_profile.hold(fromMillis(m_last->at), fromMillis(at), m_last->value);
    m_first.reset();
    m_last.reset();
    m_begun = true;
}

void UsageCollector::addRollup(const Rollup &rollup, qint64)
{
    add(rollup.at, rollup.mean);
}

UsageProfile UsageCollector::take()
{
    if (m_last)
        m_profile.hold(fromMillis(m_last->at), fromMillis(m_last->at + 2 * m_step), m_last->value);
    return std::move(m_profile);
}

namespace {

struct Wanted {
    std::vector<SeriesId> series;
    std::vector<std::size_t> owner; // index of each one's entity
};

Result<Wanted> seriesOf(const HistoryReader &reader, std::span<const EntityId> entities,
                        std::span<const MetricId> metrics, const std::stop_token &stop)
{
    Wanted wanted;
    for (std::size_t i = 0; i < entities.size(); ++i) {
        if (stop.stop_requested())
            return fail(Error::Kind::Cancelled, u"Reading what was used was cancelled"_s);
        const Result<std::vector<SeriesRecord>> all = reader.seriesOf(entities[i]);
        if (!all)
            return tl::unexpected(all.error());
        for (const SeriesRecord &record : *all) {
            if (std::ranges::find(metrics, record.metric) == metrics.end())
                continue;
            wanted.series.push_back(record.id);
            wanted.owner.push_back(i);
        }
    }
    return wanted;
}

} // namespace

Result<std::vector<EntityUsage>> readUsage(const HistoryReader &reader, std::span<const EntityId> entities,
                                           std::span<const MetricId> metrics, TimeRange range,
                                           const std::stop_token &stop)
{
    std::vector<EntityUsage> result;
    for (std::size_t begin = 0; begin < entities.size(); begin += kAtOnce) {
        const auto some = entities.subspan(begin, std::min(kAtOnce, entities.size() - begin));
        const Result<Wanted> wanted = seriesOf(reader, some, metrics, stop);
        if (!wanted)
            return tl::unexpected(wanted.error());
        Result<std::vector<UsageProfile>> profiles = reader.usage(wanted->series, range, stop);
        if (!profiles)
            return tl::unexpected(profiles.error());
        std::vector<UsageProfile> sums(some.size());
        for (std::size_t i = 0; i < profiles->size(); ++i)
            sums[wanted->owner[i]].add((*profiles)[i]);
        for (std::size_t i = 0; i < some.size(); ++i) {
            if (!sums[i].isEmpty())
                result.push_back({some[i], std::move(sums[i])});
        }
    }
    return result;
}

} // namespace stratadeck
