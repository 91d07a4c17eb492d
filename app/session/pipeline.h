// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/base/samplebatch.h"
#include "models/collect/deriver.h"
#include "models/history/history.h"
#include "models/inventory/instancefold.h"

#include <map>
#include <vector>

namespace stratadeck {

class HistoryWriter;

/// The one way readings take: derive rates, note gaps, store, and say what changed. Synchronous and
/// without a thread of its own, so tests call it directly; one thread at a time.
class Pipeline
{
    Q_DISABLE_COPY_MOVE(Pipeline)
public:
    explicit Pipeline(HistoryWriter &writer);

    struct Step {
        LiveUpdate update;          ///< valid also when storing failed
        std::optional<Error> error; ///< why this batch is not (wholly) in the store
        Milliseconds clockStep{0};  ///< the wall clock was set by this much
    };
    Step step(SampleBatch incoming);

    qint64 stored() const { return m_stored; } ///< samples committed so far

private:
    /// How a series is shown in the inventory.
    enum class Shown : quint8 { No, AsItIs, Folded };

    // One source's refs mapped to the store's ids. What could not be registered (full disk) is tried
    // again with the next batch.
    struct Source {
        Deriver deriver;
        std::vector<std::optional<EntityId>> entities; // by EntityRef
        std::vector<std::optional<SeriesId>> series;   // by outgoing SeriesRef
        std::vector<EntityInfo> infos;                 // by EntityRef
        std::vector<Shown> shown;                      // by outgoing SeriesRef, as far as looked at
        InstanceFold fold;                             // disks and network cards, to a figure an entity
        TimePoint renewed{};                           // when "last seen" was last written for all
    };

    Result<> registerEntities(Source &source, const SampleBatch &batch, LiveUpdate &update);
    Result<> renewSeen(Source &source, const SampleBatch &batch);
    Result<> registerSeries(Source &source, SourceId id);
    Result<> storeEvents(const Source &source, const SampleBatch &batch);
    Result<> append(const Source &source, const SampleBatch &batch);
    static void lookAtNewSeries(Source &source);
    static void collectFigures(Source &source, const SampleBatch &batch, LiveUpdate &update);

    HistoryWriter &m_writer;
    std::map<SourceId, Source> m_sources;
    std::map<SeriesId, SourceId> m_owner; // two sources may see one entity; the first owns a series
    std::vector<SeriesValue> m_values;    // kept to reuse its memory
    qint64 m_stored = 0;
};

} // namespace stratadeck
