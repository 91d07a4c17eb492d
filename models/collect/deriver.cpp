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

void Deriver::deriveFrom(const std::vector<quint32> &inputs, SampleBatch &batch)
{
    for (const quint32 input : inputs) {
        for (const quint32 index : m_states[input].feeds) {
            Derived &derived = m_derived[index];
            const SeriesDef &def = m_defs[derived.a];
            const bool needsB = derived.derivation.formula != Formula::PerSecond;
            if (needsB && derived.b < 0) {
                const MetricId b = derived.derivation.b;
                auto found = m_byName.constFind({def.entity, b, def.instance});
                if (found == m_byName.constEnd())
                    found = m_byName.constFind({def.entity, b, QString()});
                if (found == m_byName.constEnd())
                    continue;
                derived.b = *found;
            }
            const RawPoint current{m_states[input].value, needsB ? m_states[derived.b].value : 0,
                                   m_states[input].ticks};
            const bool hadLast = std::exchange(derived.hasLast, true);
            const RawPoint last = std::exchange(derived.last, current);
            if (!hadLast && derived.derivation.formula != Formula::Ratio)
                continue; // the first reading of a counter says nothing about its rate
            const double figure = derive(derived.derivation, last, current, longestDistance(def, batch.period));
            State &out = m_states[derived.out];
            if (!std::isfinite(figure) && !out.live)
                continue; // already recorded as unknown
            out.value = figure;
            out.ticks = batch.ticks;
            out.live = std::isfinite(figure);
            batch.readings.push_back({static_cast<SeriesRef>(derived.out), figure});
        }
    }
}

Deriver::Step Deriver::step(SampleBatch batch)
{
    Step step;
    step.gap.source = batch.source;
    step.gap.period = batch.period;
    // Right after the last known figures: what followed them is not known.
    step.gap.at = m_lastAt + Milliseconds(1);
    step.gap.ticks = m_lastTicks;
    if (m_started) {
        const auto drift = std::chrono::duration_cast<Milliseconds>((batch.at - m_lastAt)
                                                                    - (batch.ticks - m_lastTicks));
        if (std::chrono::abs(drift) > kClockTolerance)
            step.clockStep = drift;
    }
    const bool late = m_started
                      && batch.ticks - m_lastTicks > kLatePeriods * batch.period + kLateGrace;
    markGaps(batch, batch.failed || late || step.clockStep != Milliseconds(0), step.gap);
    restartChangedRuns(batch);

    const std::vector<SeriesDef> introduced = std::exchange(batch.newSeries, {});
    batch.firstNewSeries = static_cast<SeriesRef>(m_defs.size());
    for (const SeriesDef &def : introduced)
        introduce(def, batch);

    std::vector<quint32> inputs;
    inputs.reserve(batch.readings.size());
    for (Reading &reading : batch.readings) {
        const quint32 index = m_outgoing[value(reading.series)];
        reading.series = static_cast<SeriesRef>(index);
        State &state = m_states[index];
        state.value = reading.value;
        state.ticks = batch.ticks;
        state.live = std::isfinite(reading.value);
        inputs.push_back(index);
    }
    deriveFrom(inputs, batch);

    if (!batch.failed) {
        m_lastAt = batch.at;
        m_lastTicks = batch.ticks;
        m_started = true;
    }
    step.batch = std::move(batch);
    return step;
}

} // namespace stratadeck
