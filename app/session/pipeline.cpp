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
    return step;
}

Result<> Pipeline::registerEntities(Source &source, const SampleBatch &batch, LiveUpdate &update)
{
    for (const EntityChange &change : batch.entities) {
        const std::size_t ref = value(change.ref);
        if (source.infos.size() <= ref) {
            source.infos.resize(ref + 1);
            source.entities.resize(ref + 1);
        }
        source.infos[ref] = change.info;
    }
    const auto store = [&](std::size_t ref) -> Result<> {
        const Result<EntityId> id = m_writer.entity(source.infos[ref], batch.at);
        if (!id)
            return tl::unexpected(id.error());
        source.entities[ref] = *id;
        update.entities.push_back({*id, source.infos[ref], batch.source, batch.at});
        return {};
    };
    for (const EntityChange &change : batch.entities) {
        if (const Result<> stored = store(value(change.ref)); !stored)
            return stored;
    }
    for (std::size_t ref = 0; ref < source.infos.size(); ++ref) {
        if (source.entities[ref] || source.infos[ref].key.isEmpty())
            continue;
        if (const Result<> stored = store(ref); !stored)
            return stored;
    }
    return {};
}

// An entity is written when it changes; the time it was last seen is renewed in between, so that after
// the end of this process it is known when it was still there.
Result<> Pipeline::renewSeen(Source &source, const SampleBatch &batch)
{
    if (batch.failed || std::chrono::abs(batch.at - source.renewed) < kRenewInterval)
        return {};
    source.renewed = batch.at;
    for (std::size_t ref = 0; ref < source.infos.size(); ++ref) {
        if (!source.entities[ref] || source.infos[ref].state == EntityState::Gone)
            continue;
        if (const Result<EntityId> id = m_writer.entity(source.infos[ref], batch.at); !id)
            return tl::unexpected(id.error());
    }
    return {};
}

Result<> Pipeline::registerSeries(Source &source, SourceId id)
{
    const std::vector<SeriesDef> &defs = source.deriver.series();
    for (std::size_t ref = source.series.size(); ref < defs.size(); ++ref) {
        const SeriesDef &def = defs[ref];
        const std::size_t entity = value(def.entity);
        if (entity >= source.entities.size() || !source.entities[entity])
            return fail(Error::Kind::Io, QStringLiteral("series of an entity that is not stored"));
        const Result<SeriesId> series = m_writer.series(*source.entities[entity], def.metric, def.instance);
        if (!series)
            return tl::unexpected(series.error());
        const bool owned = m_owner.try_emplace(*series, id).first->second == id;
        source.series.push_back(owned ? std::optional(*series) : std::nullopt);
    }
    return {};
}

Result<> Pipeline::storeEvents(const Source &source, const SampleBatch &batch)
{
    for (const EntityEvent &event : batch.events) {
        const std::size_t ref = value(event.ref);
        if (ref >= source.entities.size() || !source.entities[ref])
            continue;
        const Result<> stored = m_writer.event({*source.entities[ref], event.at, event.type, event.text});
        if (!stored)
            return stored;
    }
    return {};
}

Result<> Pipeline::append(const Source &source, const SampleBatch &batch)
{
    m_values.clear();
    for (const Reading &reading : batch.readings) {
        const std::size_t ref = value(reading.series);
        if (ref < source.series.size() && source.series[ref])
            m_values.push_back({*source.series[ref], reading.value});
    }
    const Result<> stored = m_writer.append(batch.at, m_values);
    if (stored)
        m_stored += static_cast<qint64>(m_values.size());
    return stored;
}

void Pipeline::lookAtNewSeries(Source &source)
{
    const std::vector<SeriesDef> &defs = source.deriver.series();
    for (std::size_t ref = source.shown.size(); ref < defs.size(); ++ref) {
        const SeriesDef &def = defs[ref];
        const std::size_t entity = value(def.entity);
        const EntityKind kind = entity < source.infos.size() ? source.infos[entity].kind : EntityKind::Host;
        if (!isInventoryMetric(def.metric))
            source.shown.push_back(Shown::No);
        else if (!metric(def.metric).perInstance)
            source.shown.push_back(Shown::AsItIs);
        else
            source.shown.push_back(InstanceFold::counts(kind, def.metric, def.instance) ? Shown::Folded
                                                                                        : Shown::No);
    }
}

void Pipeline::collectFigures(Source &source, const SampleBatch &batch, LiveUpdate &update)
{
    lookAtNewSeries(source);
    const std::vector<SeriesDef> &defs = source.deriver.series();
    for (const Reading &reading : batch.readings) {
        const std::size_t ref = value(reading.series);
        if (ref >= source.series.size() || !source.series[ref] || source.shown[ref] == Shown::No)
            continue;
        const SeriesDef &def = defs[ref];
        const EntityId entity = *source.entities[value(def.entity)];
        if (source.shown[ref] == Shown::Folded)
            source.fold.set(static_cast<quint32>(ref), entity, def.metric, reading.value);
        else
            update.figures.push_back({entity, def.metric, batch.at, reading.value});
    }
    source.fold.take(batch.at, update.figures);
}

} // namespace stratadeck
