// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/pipeline.h"

#include "models/history/historywriter.h"

#include <algorithm>

namespace stratadeck {

namespace {

constexpr std::chrono::minutes kRenewInterval{1};

} // namespace

Pipeline::Pipeline(HistoryWriter &writer)
    : m_writer(writer)
{
}

Pipeline::Step Pipeline::step(SampleBatch incoming)
{
    Source &source = m_sources[incoming.source];
    Deriver::Step derived = source.deriver.step(std::move(incoming));
    const SampleBatch &batch = derived.batch;
    Step step;
    step.clockStep = derived.clockStep;
    source.seen = batch.at;
    source.seenTicks = batch.ticks;
    source.period = batch.period;
    if (m_judge)
        m_judge(derived.gap, batch);
    const auto note = [&step](const Result<> &result) {
        if (!result && !step.error)
            step.error = result.error();
    };
    note(registerEntities(source, batch, step.update));
    note(renewSeen(source, batch));
    note(registerSeries(source, batch.source));
    if (!derived.gap.readings.empty()) {
        note(append(source, derived.gap));
        collectFigures(source, derived.gap, step.update);
    }
    if (derived.clockStep != Milliseconds(0))
        note(m_writer.beginSegment());
    note(storeEvents(source, batch));
    note(append(source, batch));
    collectFigures(source, batch, step.update);
    forget(source, batch);
    return step;
}

void Pipeline::introduce(const std::function<void(const SampleBatch &)> &to)
{
    for (const auto &[id, source] : m_sources) {
        SampleBatch batch;
        batch.source = id;
        batch.at = source.seen;
        batch.ticks = source.seenTicks;
        batch.period = source.period;
        source.entities.forEach([&](std::size_t ref, const Known &known) {
            batch.entities.push_back({static_cast<EntityRef>(ref), known.info});
        });
        to(batch);
        batch.entities.clear();
        // Numbers that are no longer used leave holes; a batch names series without.
        const RefTable<SeriesDef> &defs = source.deriver.series();
        for (std::size_t ref = 0; ref < defs.end(); ++ref) {
            const SeriesDef *def = defs.find(ref);
            if (!def)
                continue;
            batch.firstNewSeries = static_cast<SeriesRef>(ref);
            batch.newSeries.assign(1, *def);
            to(batch);
        }
    }
}

Result<> Pipeline::registerEntities(Source &source, const SampleBatch &batch, LiveUpdate &update)
{
    const auto store = [&](Known &known) -> Result<> {
        const Result<EntityId> id = m_writer.entity(known.info, batch.at);
        if (!id)
            return tl::unexpected(id.error());
        known.id = *id;
        update.entities.push_back({*id, known.info, batch.source, batch.at});
        return {};
    };
    for (const EntityChange &change : batch.entities) {
        if (Known *known = source.entities.find(value(change.ref)))
            known->info = change.info;
        else
            source.entities.set(value(change.ref), {change.info, {}});
    }
    Result<> result;
    for (const EntityChange &change : batch.entities) {
        result = store(source.entities[value(change.ref)]);
        if (!result)
            return result;
    }
    source.entities.forEach([&](std::size_t, Known &known) {
        if (!known.id && result)
            result = store(known);
    });
    return result;
}

// An entity is written when it changes; the time it was last seen is renewed in between, so that after
// the end of this process it is known when it was still there.
Result<> Pipeline::renewSeen(Source &source, const SampleBatch &batch)
{
    if (batch.failed || std::chrono::abs(batch.at - source.renewed) < kRenewInterval)
        return {};
    source.renewed = batch.at;
    Result<> result;
    source.entities.forEach([&](std::size_t, const Known &known) {
        if (!known.id || known.info.state == EntityState::Gone || !result)
            return;
        if (const Result<EntityId> id = m_writer.entity(known.info, batch.at); !id)
            result = tl::unexpected(id.error());
    });
    return result;
}

Result<> Pipeline::registerSeries(Source &source, SourceId id)
{
    const RefTable<SeriesDef> &defs = source.deriver.series();
    for (; source.registered < defs.end(); ++source.registered) {
        const SeriesDef *def = defs.find(source.registered);
        const Known *entity = def ? source.entities.find(value(def->entity)) : nullptr;
        if (!entity)
            continue; // it ended before it could be stored
        if (!entity->id)
            return fail(Error::Kind::Io, QStringLiteral("series of an entity that is not stored"));
        const Result<SeriesId> series = m_writer.series(*entity->id, def->metric, def->instance);
        if (!series)
            return tl::unexpected(series.error());
        Owner &owner = m_owners.try_emplace(*series, Owner{id, 0}).first->second;
        if (owner.source == id) {
            ++owner.refs;
            source.series.set(source.registered, {*series, shownAs(source, *def)});
        }
    }
    return {};
}

Result<> Pipeline::storeEvents(const Source &source, const SampleBatch &batch)
{
    for (const EntityEvent &event : batch.events) {
        const Known *entity = source.entities.find(value(event.ref));
        if (!entity || !entity->id)
            continue;
        const Result<> stored = m_writer.event({*entity->id, event.at, event.type, event.text});
        if (!stored)
            return stored;
    }
    return {};
}

Result<> Pipeline::append(const Source &source, const SampleBatch &batch)
{
    m_values.clear();
    for (const Reading &reading : batch.readings) {
        if (const Stored *series = source.series.find(value(reading.series)))
            m_values.push_back({series->id, reading.value});
    }
    const Result<> stored = m_writer.append(batch.at, m_values);
    if (stored)
        m_stored += static_cast<qint64>(m_values.size());
    return stored;
}

Pipeline::Shown Pipeline::shownAs(const Source &source, const SeriesDef &def)
{
    if (!isInventoryMetric(def.metric))
        return Shown::No;
    if (!metric(def.metric).perInstance)
        return Shown::AsItIs;
    const EntityKind kind = source.entities[value(def.entity)].info.kind;
    return InstanceFold::counts(kind, def.metric, def.instance) ? Shown::Folded : Shown::No;
}

void Pipeline::collectFigures(Source &source, const SampleBatch &batch, LiveUpdate &update)
{
    const RefTable<SeriesDef> &defs = source.deriver.series();
    for (const Reading &reading : batch.readings) {
        const auto ref = value(reading.series);
        const Stored *series = source.series.find(ref);
        if (!series || series->shown == Shown::No)
            continue;
        const SeriesDef &def = defs[ref];
        const EntityId entity = *source.entities[value(def.entity)].id;
        if (series->shown == Shown::Folded)
            source.fold.set(ref, entity, def.metric, reading.value);
        else
            update.figures.push_back({entity, def.metric, batch.at, reading.value});
    }
    source.fold.take(batch.at, update.figures);
}

/// Lets go of what the batch named for the last time; the store keeps it.
void Pipeline::forget(Source &source, const SampleBatch &batch)
{
    for (const SeriesRef ref : batch.endedSeries) {
        const Stored *series = source.series.find(value(ref));
        if (!series)
            continue;
        const auto owner = m_owners.find(series->id);
        if (owner != m_owners.end() && --owner->second.refs == 0)
            m_owners.erase(owner);
        source.series.erase(value(ref));
        source.fold.forget(value(ref));
    }
    for (const EntityRef ref : batch.endedEntities)
        source.entities.erase(value(ref));
}

} // namespace stratadeck
