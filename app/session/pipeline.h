// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/base/samplebatch.h"
#include "models/collect/deriver.h"
#include "models/history/history.h"
#include "models/inventory/instancefold.h"

#include <functional>
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

    /// Sees what the Deriver makes of each batch, its gap and the batch, before it is stored.
    using Judge = std::function<void(const SampleBatch &gap, const SampleBatch &batch)>;
    void setJudge(Judge judge) { m_judge = std::move(judge); }
    /// All entities and series that are known now, as batches that introduce them: for who comes later.
    void introduce(const std::function<void(const SampleBatch &)> &to);

    qint64 stored() const { return m_stored; } ///< samples committed so far

private:
    /// How a series is shown in the inventory.
    enum class Shown : quint8 { No, AsItIs, Folded };

    struct Known {
        EntityInfo info;
        std::optional<EntityId> id; // none: still to be stored
    };
    struct Stored {
        SeriesId id{};
        Shown shown = Shown::No;
    };

    // One source's refs mapped to the store's ids. What could not be registered (full disk) is tried
    // again with the next batch.
    struct Source {
        Deriver deriver;
        RefTable<Known> entities;   // by EntityRef
        RefTable<Stored> series;    // by outgoing SeriesRef; without those another source owns
        std::size_t registered = 0; // outgoing series, from the first
        InstanceFold fold;          // disks and network cards, to a figure an entity
        TimePoint seen{};           // the latest batch
        Ticks seenTicks{};
        Milliseconds period{1000};
        TimePoint renewed{}; // when "last seen" was last written for all
    };
    // Several refs of a source may stand for one series while the old one of a thing that returned is ending.
    struct Owner {
        SourceId source;
        int refs = 0;
    };

    Result<> registerEntities(Source &source, const SampleBatch &batch, LiveUpdate &update);
    Result<> renewSeen(Source &source, const SampleBatch &batch);
    Result<> registerSeries(Source &source, SourceId id);
    Result<> storeEvents(const Source &source, const SampleBatch &batch);
    Result<> append(const Source &source, const SampleBatch &batch);
    static Shown shownAs(const Source &source, const SeriesDef &def);
    static void collectFigures(Source &source, const SampleBatch &batch, LiveUpdate &update);
    void forget(Source &source, const SampleBatch &batch);

    HistoryWriter &m_writer;
    Judge m_judge;
    std::map<SourceId, Source> m_sources;
    std::map<SeriesId, Owner> m_owners; // two sources may see one entity; the first owns a series
    std::vector<SeriesValue> m_values;  // kept to reuse its memory
    qint64 m_stored = 0;
};

} // namespace stratadeck
