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
    const auto index = static_cast<quint32>(m_defs.size());
    m_defs.push_back(def);
    m_states.emplace_back();
    m_byName.insert({def.entity, def.metric, def.instance}, index);
    out.newSeries.push_back(def);
    return index;
}

void Deriver::introduce(const SeriesDef &def, SampleBatch &out)
{
    const quint32 index = addSeries(def, out);
    m_outgoing.push_back(index);
    for (const Metric &candidate : metricCatalogue()) {
        const Derivation &derivation = candidate.derivation;
        if (derivation.formula == Formula::None || derivation.a != def.metric)
            continue;
        Derived derived;
        derived.derivation = derivation;
        derived.a = index;
        derived.out = addSeries({def.entity, candidate.id, def.instance, def.interval}, out);
        m_states[index].feeds.push_back(static_cast<quint32>(m_derived.size()));
        m_derived.push_back(derived);
    }
}

// A guest that was started anew, or a container that restarted, counts from zero again even when the
// new count has already passed the old one.
void Deriver::restartChangedRuns(const SampleBatch &batch)
{
    for (const EntityChange &change : batch.entities) {
        const std::size_t ref = value(change.ref);
        if (m_runs.size() <= ref)
            m_runs.resize(ref + 1);
        if (m_runs[ref] == change.info.run)
            continue;
        m_runs[ref] = change.info.run;
        for (Derived &derived : m_derived) {
            if (m_defs[derived.a].entity == change.ref)
                derived.hasLast = false;
        }
    }
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
    for (quint32 i = 0; i < m_states.size(); ++i) {
        State &state = m_states[i];
        if (!state.live)
            continue;
        if (!everything && batch.ticks - state.ticks <= longestDistance(m_defs[i], batch.period))
            continue;
        gap.readings.push_back({static_cast<SeriesRef>(i), kUnknown});
        state.live = false;
        state.value = kUnknown;
    }
}

/// Takes over the batch's readings under their outgoing refs, and notes the series that were read.
void Deriver::absorb(SampleBatch &batch)
{
    m_inputs.clear();
    const std::vector<Reading> readings = std::exchange(batch.readings, {});
    batch.readings.reserve(2 * readings.size());
    for (const Reading &reading : readings) {
        if (value(reading.series) >= m_outgoing.size())
            continue;
        const quint32 index = m_outgoing[value(reading.series)];
        record(index, reading.value, batch);
        m_inputs.push_back(index);
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

/// The divisor may be introduced later than the figure it divides.
bool Deriver::findDivisor(Derived &derived) const
{
    if (derived.b >= 0)
        return true;
    const MetricId b = derived.derivation.b;
    const SeriesDef &def = m_defs[derived.a];
    const auto found = m_byName.constFind({def.entity, b, metric(b).perInstance ? def.instance : QString()});
    if (found == m_byName.constEnd())
        return false;
    derived.b = *found;
    return true;
}

void Deriver::derive(Derived &derived, SampleBatch &batch)
{
    const Formula formula = derived.derivation.formula;
    const State &a = m_states[derived.a];
    RawPoint current{a.value, 0, a.ticks};
    if (formula != Formula::PerSecond) {
        if (!findDivisor(derived))
            return;
        const State &b = m_states[static_cast<std::size_t>(derived.b)];
        // Two counters are compared over one and the same interval, or not at all.
        if (formula == Formula::DeltaRatio && b.ticks != a.ticks)
            return;
        current.b = b.value;
    }
    const bool hadLast = std::exchange(derived.hasLast, true);
    if (hadLast && formula != Formula::Ratio && derived.last.ticks == current.ticks)
        return; // the same instant again
    const RawPoint last = std::exchange(derived.last, current);
    const bool needsPast = formula != Formula::Ratio;
    const Ticks longest = longestDistance(m_defs[derived.a], batch.period);
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
    markGaps(batch, batch.failed || step.clockStep != Milliseconds(0), step.gap);
    restartChangedRuns(batch);

    const std::vector<SeriesDef> introduced = std::exchange(batch.newSeries, {});
    batch.firstNewSeries = static_cast<SeriesRef>(m_defs.size());
    for (const SeriesDef &def : introduced)
        introduce(def, batch);

    absorb(batch);
    for (const quint32 input : m_inputs) {
        for (const quint32 index : m_states[input].feeds)
            derive(m_derived[index], batch);
    }

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
