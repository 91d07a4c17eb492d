// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/judge/ruleevaluator.h"

#include <algorithm>
#include <cmath>

namespace stratadeck {

namespace {

// As the Deriver: after three intervals without a figure a series is silent.
constexpr int kLatePeriods = 3;
constexpr std::chrono::seconds kLateGrace{2};

quint64 nameOf(RuleJudge::Series series)
{
    return (static_cast<quint64>(series.metric) << 32) | series.slot;
}

} // namespace

RuleEvaluator::RuleEvaluator(std::vector<RuleDefinition> rules, AlertEngine &engine)
    : m_judge(std::move(rules), engine)
{
}

void RuleEvaluator::nameSource(SourceId id, const QString &uri)
{
    m_sources[id].name = uri;
}

TimePoint RuleEvaluator::timeOf(SourceState &source, const SampleBatch &batch) const
{
    if (!source.isSeen) {
        // Another source may have told of the clock already.
        source.shift = batch.at < m_time - std::chrono::minutes(1) ? m_time - batch.at : Milliseconds(0);
    } else if (batch.at < source.seenAt) {
        const auto passed = std::chrono::round<Milliseconds>(batch.ticks - source.ticks);
        source.shift = source.time + std::max(passed, Milliseconds(0)) - batch.at;
    } else if (batch.at >= source.time) {
        source.shift = Milliseconds(0);
    }
    source.seenAt = batch.at;
    source.ticks = batch.ticks;
    source.time = source.isSeen ? std::max(source.time, batch.at + source.shift) : batch.at + source.shift;
    source.isSeen = true;
    source.period = batch.period;
    return source.time;
}

void RuleEvaluator::take(const SampleBatch &gap, const SampleBatch &batch)
{
    SourceState &source = m_sources[batch.source];
    if (!source.source)
        source.source = m_judge.openSource(source.name);
    const TimePoint now = timeOf(source, batch);
    m_time = std::max(m_time, now);
    for (const Reading &reading : gap.readings) {
        const auto *series = source.series.find(value(reading.series));
        if (series && *series)
            m_judge.gap(**series);
    }
    openEntities(source, batch);
    takeEvents(source, batch, now);
    markSilent();
    m_judge.advanceTo(now);
    m_judge.setDown(*source.source, batch.failed);
    changeEntities(source, batch);
    openSeries(source, batch);
    takeFigures(source, batch, now);
    closeEnded(source, batch);
}

void RuleEvaluator::advanceTo(TimePoint now)
{
    m_time = std::max(m_time, now);
    markSilent();
    m_judge.advanceTo(m_time);
}

void RuleEvaluator::markSilent()
{
    for (auto &[id, source] : m_sources) {
        if (source.source && source.isSeen && m_time - source.time > kLatePeriods * source.period + kLateGrace)
            m_judge.setDown(*source.source, true);
    }
}

void RuleEvaluator::openEntities(SourceState &source, const SampleBatch &batch)
{
    for (const EntityChange &change : batch.entities) {
        if (source.entities.find(value(change.ref)))
            continue;
        const RuleJudge::Entity entity = m_judge.openEntity(change.info, source.source);
        Owner &owner = m_entityOwners[static_cast<quint32>(entity)];
        if (owner.refs == 0)
            owner.source = batch.source;
        const bool isOurs = owner.source == batch.source;
        owner.refs += isOurs ? 1 : 0;
        source.entities.set(value(change.ref), isOurs ? std::optional(entity) : std::nullopt);
    }
}

void RuleEvaluator::changeEntities(SourceState &source, const SampleBatch &batch)
{
    for (const EntityChange &change : batch.entities) {
        const auto *entity = source.entities.find(value(change.ref));
        if (entity && *entity)
            m_judge.changeEntity(**entity, change.info);
    }
}

void RuleEvaluator::openSeries(SourceState &source, const SampleBatch &batch)
{
    quint32 ref = value(batch.firstNewSeries);
    for (const SeriesDef &def : batch.newSeries) {
        std::optional<RuleJudge::Series> opened;
        const auto *entity = source.entities.find(value(def.entity));
        if (entity && *entity) {
            const Milliseconds longest = kLatePeriods * std::max(def.interval, batch.period) + kLateGrace;
            opened = m_judge.openSeries(**entity, def.metric, def.instance, longest);
        }
        if (opened)
            ++m_seriesRefs[nameOf(*opened)];
        source.series.set(ref++, opened);
    }
}

void RuleEvaluator::takeEvents(SourceState &source, const SampleBatch &batch, TimePoint now)
{
    for (const EntityEvent &event : batch.events) {
        const auto *entity = source.entities.find(value(event.ref));
        if (entity && *entity)
            m_judge.event(**entity, std::min(event.at + source.shift, now), event.type, event.text);
    }
}

void RuleEvaluator::takeFigures(SourceState &source, const SampleBatch &batch, TimePoint now)
{
    for (const Reading &reading : batch.readings) {
        const auto *series = source.series.find(value(reading.series));
        if (!series || !*series)
            continue;
        if (std::isfinite(reading.value))
            m_judge.figure(**series, now, Figure::of(reading.value));
        else
            m_judge.gap(**series);
    }
}

void RuleEvaluator::closeEnded(SourceState &source, const SampleBatch &batch)
{
    for (const SeriesRef ref : batch.endedSeries) {
        const auto *series = source.series.find(value(ref));
        if (series && *series) {
            const auto refs = m_seriesRefs.find(nameOf(**series));
            if (refs != m_seriesRefs.end() && --*refs == 0) {
                m_seriesRefs.erase(refs);
                m_judge.closeSeries(**series);
            }
        }
        source.series.erase(value(ref));
    }
    for (const EntityRef ref : batch.endedEntities) {
        const auto *entity = source.entities.find(value(ref));
        if (entity && *entity) {
            const auto owner = m_entityOwners.find(static_cast<quint32>(**entity));
            if (owner != m_entityOwners.end() && --owner->refs == 0) {
                m_entityOwners.erase(owner);
                m_judge.closeEntity(**entity);
            }
        }
        source.entities.erase(value(ref));
    }
}

} // namespace stratadeck
