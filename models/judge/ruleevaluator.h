// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/reftable.h"
#include "models/base/samplebatch.h"
#include "models/judge/rulejudge.h"

#include <map>

namespace stratadeck {

/// Judges the rules over live batches: what Deriver::step() returns, in the order in which it came. Every five
/// seconds of the batches' time the engine gets what is beyond a threshold or was. The time never falls: when
/// the wall clock is set back, it goes on by what passes until the clock has caught up. Pipeline thread.
class RuleEvaluator
{
public:
    /// The engine's rules are engineRules(rules).
    RuleEvaluator(std::vector<RuleDefinition> rules, AlertEngine &engine);

    /// What alerts of this source call it; before its first batch.
    void nameSource(SourceId id, const QString &uri);
    /// All tags of an entity, by its key; at any time.
    void setTags(const QString &key, const QStringList &tags) { m_judge.setTags(key, tags); }

    /// A step of the Deriver: its gap, then its batch.
    void take(const SampleBatch &gap, const SampleBatch &batch);
    /// No batch came until `now`: judges what is due, so that a source that is stuck is noticed too.
    void advanceTo(TimePoint now);

    RuleJudge &judge() { return m_judge; }

private:
    struct SourceState {
        std::optional<RuleJudge::Source> source;
        QString name;
        RefTable<std::optional<RuleJudge::Entity>> entities; ///< by EntityRef
        RefTable<std::optional<RuleJudge::Series>>
            series;         ///< by SeriesRef; none: nobody asks, or it is another's
        TimePoint seenAt{}; ///< wall clock of the last batch
        TimePoint time{};   ///< the same as this evaluator counts it
        Ticks ticks{0};
        Milliseconds shift{0};
        Milliseconds period{1000};
        bool isSeen = false;
    };
    /// Two sources may see one entity; the first owns it, and its series. Several refs of one source may stand
    /// for it while the old one of a thing that returned is ending.
    struct Owner {
        SourceId source{};
        int refs = 0;
    };

    TimePoint timeOf(SourceState &source, const SampleBatch &batch) const;
    void openEntities(SourceState &source, const SampleBatch &batch);
    void changeEntities(SourceState &source, const SampleBatch &batch);
    void openSeries(SourceState &source, const SampleBatch &batch);
    void takeEvents(SourceState &source, const SampleBatch &batch, TimePoint now);
    void takeFigures(SourceState &source, const SampleBatch &batch, TimePoint now);
    void closeEnded(SourceState &source, const SampleBatch &batch);
    void markSilent();

    RuleJudge m_judge;
    std::map<SourceId, SourceState> m_sources;
    QHash<quint64, int> m_seriesRefs; ///< by metric and slot; of their entities' owners
    QHash<quint32, Owner> m_entityOwners;
    TimePoint m_time{};
};

} // namespace stratadeck
