// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/reftable.h"
#include "models/base/samplebatch.h"
#include "models/collect/rates.h"

#include <QHash>

namespace stratadeck {

/// Completes the batches of one source: adds the derived series the catalogue defines, and says
/// outright where figures became unknown (a gap) because the source failed, a series fell silent, the
/// machine slept or the clock was set. Fed in order, by one thread; the same for live and replayed data.
class Deriver
{
public:
    struct Step {
        /// Only unknowns, dated right after the last known figures; without readings when there is no gap.
        SampleBatch gap;
        /// What it says ended is numbered like its readings, and comes one step after the source said so: after
        /// the mark of the gap. The next step lets go of it.
        SampleBatch batch;
        /// How far the wall clock was set since the last batch, failed ones included; zero normally.
        /// History must then begin a new segment because times no longer grow.
        Milliseconds clockStep{0};
    };

    /// Readings of series that were never introduced are dropped, infinite ones are unknown, and an
    /// unknown that only repeats what the record says already is left out.
    Step step(SampleBatch batch);

    /// Every series that has not ended, raw and derived, by the SeriesRef used in the returned batches. These
    /// refs differ from the ones in the batches given: derived series are numbered in between.
    const RefTable<SeriesDef> &series() const { return m_defs; }

private:
    struct Derived {
        Derivation derivation;
        std::optional<quint32> b; // none: not introduced yet
        quint32 out = 0;
        RawPoint last;
        bool hasLast = false; // `last` is a baseline of this run
    };
    struct State {
        double value = kUnknown; // the latest figure, known or not
        Ticks ticks{0};
        bool live = false;          // the record ends in a known figure
        std::vector<Derived> feeds; // the derived series this one is the first input of
    };
    struct Name {
        EntityRef entity;
        MetricId metric;
        QString instance;
        bool operator==(const Name &) const = default;
        friend std::size_t qHash(const Name &name, std::size_t seed = 0)
        {
            return qHashMulti(seed, value(name.entity), static_cast<quint16>(name.metric), name.instance);
        }
    };

    quint32 addSeries(const SeriesDef &def, SampleBatch &out);
    void introduce(const SeriesDef &def, SampleBatch &out);
    void restartChangedRuns(const SampleBatch &batch);
    Milliseconds clockStepBefore(const SampleBatch &batch) const;
    void markGaps(const SampleBatch &batch, bool everything, SampleBatch &gap);
    void absorb(SampleBatch &batch);
    const State *divisorOf(quint32 series, Derived &derived) const;
    void derive(quint32 series, Derived &derived, SampleBatch &batch);
    void release();
    void takeLeave(const std::vector<quint32> &series, SampleBatch &gap);
    std::vector<quint32> endedBy(const SampleBatch &batch);
    void record(quint32 series, double figure, SampleBatch &batch);

    RefTable<SeriesDef> m_defs;   // by outgoing ref
    RefTable<State> m_states;     // by outgoing ref
    RefTable<quint32> m_outgoing; // incoming ref -> outgoing ref
    QHash<Name, quint32> m_byName;
    RefTable<QString> m_runs;      // by EntityRef
    std::vector<quint32> m_inputs; // the series read in this batch, kept to reuse its memory
    struct Ended {
        std::vector<quint32> series; // outgoing
        std::vector<EntityRef> entities;
    };
    Ended m_ending;        // by the last batch; the gap after it is still to be marked
    Ended m_ended;         // named for the last time by the last step
    TimePoint m_knownAt{}; // of the last batch with figures
    Ticks m_knownTicks{0};
    TimePoint m_seenAt{}; // of the last batch at all
    Ticks m_seenTicks{0};
    bool m_started = false;
};

} // namespace stratadeck
