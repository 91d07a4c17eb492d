// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/deriver.h"

#include <algorithm>
#include <cmath>

namespace stratadeck {

namespace {

// Sweeps this much further apart than planned mean that the machine slept or the source was away.
constexpr int kLatePeriods = 3;
constexpr std::chrono::seconds kLateGrace{2};

// Wall and boot clock may drift apart a little between sweeps (NTP slewing) without being "set".
constexpr std::chrono::seconds kClockTolerance{2};

Ticks longestDistance(const SeriesDef &def, Milliseconds period)
{
    return kLatePeriods * std::max(def.interval, period) + kLateGrace;
}

} // namespace

quint32 Deriver::addSeries(const SeriesDef &def, SampleBatch &out)
{
    const auto index = static_cast<quint32>(m_defs.end());
    m_defs.set(index, def);
    m_states.set(index, {});
    m_byName.insert({def.entity, def.metric, def.instance}, index);
    out.newSeries.push_back(def);
    return index;
}

void Deriver::introduce(const SeriesDef &def, SampleBatch &out)
{
    const quint32 index = addSeries(def, out);
    m_outgoing.set(m_outgoing.end(), index);
    for (const Metric &candidate : metricCatalogue()) {
        const Derivation &derivation = candidate.derivation;
        if (derivation.formula == Formula::None || derivation.a != def.metric)
            continue;
        Derived derived;
        derived.derivation = derivation;
        derived.out = addSeries({def.entity, candidate.id, def.instance, def.interval}, out);
        m_states[index].feeds.push_back(derived);
    }
}

// A guest that was started anew, or a container that restarted, counts from zero again even when the
// new count has already passed the old one.
void Deriver::restartChangedRuns(const SampleBatch &batch)
{
    std::vector<EntityRef> restarted;
    for (const EntityChange &change : batch.entities) {
        const QString *run = m_runs.find(value(change.ref));
        if (run && *run != change.info.run)
            restarted.push_back(change.ref);
        m_runs.set(value(change.ref), change.info.run);
    }
    if (restarted.empty())
        return;
    m_states.forEach([&](std::size_t series, State &state) {
        if (state.feeds.empty() || std::ranges::find(restarted, m_defs[series].entity) == restarted.end())
            return;
        for (Derived &derived : state.feeds)
            derived.hasLast = false;
    });
}

Milliseconds Deriver::clockStepBefore(const SampleBatch &batch) const
{
    if (!m_started)
        return {};
    const Ticks wall = batch.at - m_seenAt;
    const auto drift = std::chrono::round<Milliseconds>(wall - (batch.ticks - m_seenTicks));
    if (std::chrono::abs(drift) > kClockTolerance)
        return drift;
    // Even a small step must be told when it makes times fall.
    if (batch.at < m_seenAt)
        return drift != Milliseconds(0) ? drift : batch.at - m_seenAt;
    return {};
}

/// A series is silent when its own interval has passed three times over; a late batch (the machine
/// slept) makes all of them silent without a rule of its own.
void Deriver::markGaps(const SampleBatch &batch, bool everything, SampleBatch &gap)
{
    m_states.forEach([&](std::size_t series, State &state) {
        if (!state.live)
            return;
        if (!everything && batch.ticks - state.ticks <= longestDistance(m_defs[series], batch.period))
            return;
        gap.readings.push_back({static_cast<SeriesRef>(series), kUnknown});
        state.live = false;
        state.value = kUnknown;
    });
}

/// Lets go of what the last step named for the last time.
void Deriver::release()
{
    for (const quint32 series : m_ended.series) {
        const SeriesDef &def = m_defs[series];
        const auto named = m_byName.constFind({def.entity, def.metric, def.instance});
        if (named != m_byName.constEnd() && *named == series)
            m_byName.erase(named);
        m_defs.erase(series);
        m_states.erase(series);
    }
    for (const EntityRef entity : m_ended.entities)
        m_runs.erase(value(entity));
    m_ended = {};
}

/// What has ended is unknown from its last figure on: nobody will call it silent later.
void Deriver::takeLeave(const std::vector<quint32> &series, SampleBatch &gap)
{
    for (const quint32 index : series) {
        State &state = m_states[index];
        if (state.live)
            gap.readings.push_back({static_cast<SeriesRef>(index), kUnknown});
        state.live = false;
        state.value = kUnknown;
    }
}

/// The outgoing series, derived ones too, that end with the batch.
std::vector<quint32> Deriver::endedBy(const SampleBatch &batch)
{
    std::vector<quint32> ended;
    for (const SeriesRef incoming : batch.endedSeries) {
        const quint32 *series = m_outgoing.find(value(incoming));
        if (!series)
            continue;
        ended.push_back(*series);
        for (const Derived &derived : m_states[*series].feeds)
            ended.push_back(derived.out);
        m_outgoing.erase(value(incoming));
    }
    return ended;
}

/// Takes over the batch's readings under their outgoing refs, and notes the series that were read.
void Deriver::absorb(SampleBatch &batch)
{
    m_inputs.clear();
    const std::vector<Reading> readings = std::exchange(batch.readings, {});
    batch.readings.reserve(2 * readings.size());
    for (const Reading &reading : readings) {
        const quint32 *index = m_outgoing.find(value(reading.series));
        if (!index)
            continue;
        record(*index, reading.value, batch);
        m_inputs.push_back(*index);
    }
}

void Deriver::record(quint32 series, double figure, SampleBatch &batch)
{
    State &state = m_states[series];
    const bool wasLive = state.live;
    state.live = std::isfinite(figure);
    state.value = state.live ? figure : kUnknown;
    state.ticks = batch.ticks;
    if (state.live || wasLive)
        batch.readings.push_back({static_cast<SeriesRef>(series), state.value});
}

/// The divisor of what is derived of a series. It may be introduced later than the figure it divides, and end
/// earlier.
const Deriver::State *Deriver::divisorOf(quint32 series, Derived &derived) const
{
    if (const State *known = derived.b ? m_states.find(*derived.b) : nullptr)
        return known;
    const MetricId b = derived.derivation.b;
    const SeriesDef &def = m_defs[series];
    const auto found = m_byName.constFind({def.entity, b, metric(b).perInstance ? def.instance : QString()});
    if (found == m_byName.constEnd())
        return nullptr;
    derived.b = *found;
    return m_states.find(*found);
}

void Deriver::derive(quint32 series, Derived &derived, SampleBatch &batch)
{
    const Formula formula = derived.derivation.formula;
    const State &a = m_states[series];
    RawPoint current{a.value, 0, a.ticks};
    if (formula != Formula::PerSecond) {
        const State *b = divisorOf(series, derived);
        if (!b)
            return;
        // Two counters are compared over one and the same interval, or not at all.
        if (formula == Formula::DeltaRatio && b->ticks != a.ticks)
            return;
        current.b = b->value;
    }
    const bool hadLast = std::exchange(derived.hasLast, true);
    if (hadLast && formula != Formula::Ratio && derived.last.ticks == current.ticks)
        return; // the same instant again
    const RawPoint last = std::exchange(derived.last, current);
    const bool needsPast = formula != Formula::Ratio;
    const Ticks longest = longestDistance(m_defs[series], batch.period);
    // The first reading of a counter, or of its run, says nothing about its rate.
    const double figure =
        needsPast && !hadLast ? kUnknown : stratadeck::derive(derived.derivation, last, current, longest);
    const double steps = derived.derivation.stepsPerUnit;
    record(derived.out, std::round(figure * steps) / steps, batch);
}

Deriver::Step Deriver::step(SampleBatch batch)
{
    Step step;
    step.gap.source = batch.source;
    step.gap.period = batch.period;
    // Right after the last known figures: what followed them is not known.
    step.gap.at = m_knownAt + Milliseconds(1);
    step.gap.ticks = m_knownTicks;
    step.clockStep = clockStepBefore(batch);
    release();
    m_ended = std::exchange(m_ending, {});
    takeLeave(m_ended.series, step.gap);
    markGaps(batch, batch.failed || step.clockStep != Milliseconds(0), step.gap);
    restartChangedRuns(batch);

    const std::vector<SeriesDef> introduced = std::exchange(batch.newSeries, {});
    batch.firstNewSeries = static_cast<SeriesRef>(m_defs.end());
    for (const SeriesDef &def : introduced)
        introduce(def, batch);

    absorb(batch);
    for (const quint32 input : m_inputs) {
        for (Derived &derived : m_states[input].feeds)
            derive(input, derived, batch);
    }
    m_ending = {endedBy(batch), std::exchange(batch.endedEntities, m_ended.entities)};
    batch.endedSeries.clear();
    for (const quint32 series : m_ended.series)
        batch.endedSeries.push_back(static_cast<SeriesRef>(series));

    m_seenAt = batch.at;
    m_seenTicks = batch.ticks;
    m_started = true;
    if (!batch.failed) {
        m_knownAt = batch.at;
        m_knownTicks = batch.ticks;
    }
    step.batch = std::move(batch);
    return step;
}

} // namespace stratadeck
