// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/assess/assessment.h"
#include "models/decide/matrix.h"

#include <optional>

namespace stratadeck {

// What an assessment says, reckoned in one go by reportOf(). Options are indices into Assessment::options,
// criteria are indices into DecisionReport::criteria (the leaves). Nothing is ever NaN: what is not defined is
// absent, and `conditions` says why.

/// Why something is not as one would expect. In the order of their appearance on a page.
struct Caution {
    enum class Kind : quint8 {
        NoOptions,
        NoCriteria,
        NoWeights,           ///< nothing, or only zeros: all criteria count the same until somebody weighs them
        WeightsIncomplete,   ///< a weight set does not say how siblings compare; they share equally
        WeightsInconsistent, ///< CR of AHP judgments >= 0.10: `figure`
        WeightsForReview,    ///< anchors moved after the weights were given
        AnchorsEqual,        ///< worst = best: the criterion is worth 0 for everyone
        AnchorsAgainstDirection, ///< a benefit whose best is below its worst, or the reverse
        CellMissing,
        CellUnsupported,    ///< a figure without source or reason
        CellOutsideAnchors, ///< counts as the nearest anchor
        EvidenceMissing,    ///< a measured cell whose evidence is not there: counts as missing
        EvidenceOld,
        EvidenceTampered,
        DoesNotDiscriminate, ///< all options are the same by this criterion, which has `figure` of the weight
        RangeWithinNoise,    ///< the options differ by less than what is known of their figures
        GateFailed,
        GateUnknown,           ///< the figure is missing or its range reaches over the level
        AllGatesFailed,        ///< no option may be chosen
        GatesContradict,       ///< a gate beyond what the anchors allow: nobody can pass
        MethodNotDefined,      ///< `subject` is the method's word, `reason` says why
        RemovingChangesWinner, ///< without `option` another wins
        CopyChangesWinner,     ///< TOPSIS: a copy of `option` changes the winner
        AssumptionExpired,     ///< `subject` is the assumption's id
        CostInMatrixAndModel   ///< counted twice: a criterion in money and a cost model
    };
    Kind kind{};
    std::optional<std::size_t> option;
    std::optional<std::size_t> criterion;
    QString subject;
    QString reason;
    std::optional<double> figure;

    bool operator==(const Caution &) const = default;
};
QString toWord(Caution::Kind kind);

struct GateResult {
    enum class State : quint8 { Passed, Failed, Unknown };
    std::size_t option = 0;
    std::size_t criterion = 0;
    State state = State::Unknown;
    std::optional<double> figure; ///< the cell's central figure
    double level = 0;
    bool isAtLeast = true;
};

/// Who leads, and how safely.
struct Verdict {
    enum class Kind : quint8 {
        Unknown, ///< too much is missing: more than one option may be best
        OnlyOne, ///< nobody else passes the gates
        Clear, ///< the margin is at least 10 % of the winner's score, and no single cell, within what is known
               ///< of it, turns the lead
        Close, ///< less than that
        Tie,   ///< equal scores
        NobodyPasses ///< no option passes the gates, or there is none
    };
    Kind kind = Kind::Unknown;
    std::optional<std::size_t> winner;
    std::optional<std::size_t> runnerUp;      ///< by score: not always the rival, see intervals
    std::optional<double> margin;             ///< difference of their scores
    std::optional<double> marginShare;        ///< of the winner's score
    std::vector<std::size_t> possibleWinners; ///< for some values of the open cells
};
QString toWord(Verdict::Kind kind);

/// Between which weights the winner stays the winner, the others keeping their proportions.
struct WeightFragility {
    std::size_t criterion = 0;
    double weight = 0;
    double lower = 0;
    std::optional<std::size_t> lowerChallenger; ///< who wins below; none: nobody
    double upper = 1;
    std::optional<std::size_t> upperChallenger;
};

/// The figure of a cell at which the winner changes, everything else left as it is.
struct CriticalScore {
    std::size_t option = 0;
    std::size_t criterion = 0;
    std::optional<double> value;  ///< 0..1 between the anchors; none: no figure between them changes the winner
    std::optional<double> figure; ///< the same in the criterion's unit
    std::optional<double> distance;        ///< |value - that of now|: the smallest is worth measuring again
    std::optional<std::size_t> challenger; ///< who wins beyond
};

/// The figure that a missing cell would need for its option to tie with the best other one, all other missing
/// cells being as bad for it as they can be.
struct BreakEven {
    std::size_t option = 0;
    std::size_t criterion = 0;
    std::optional<double> value;  ///< 0..1 between the anchors; none: no figure between them makes the tie
    std::optional<double> figure; ///< the same in the criterion's unit
};

/// How the lead of the winner over the best other option moves with one input from its low to its high end.
struct TornadoEntry {
    enum class Kind : quint8 { Weight, Cell };
    Kind kind = Kind::Weight;
    std::optional<std::size_t> option; ///< of a cell
    std::size_t criterion = 0;
    double low = 0; ///< lead at the low end
    double high = 0;
};

enum class Method : quint8 { Wsm, Wpm, Topsis, Vikor, Promethee, Ahp };
QString toWord(Method method);

/// What a method says of the options that pass the gates.
struct MethodRanking {
    Method method = Method::Wsm;
    QString convention; ///< which variant, in English: "anchored values, clipped to 0..1"
    bool isDefined = false;
    QString reason;                            ///< why not, in English
    std::vector<std::optional<double>> scores; ///< of every option; none where the gates or the method say no
    std::vector<std::optional<int>> ranks;     ///< 1, 1, 3
    std::optional<std::size_t> winner;         ///< none with a tie at the top
    std::optional<bool> hasAdvantage;          ///< of VIKOR: C1
    std::optional<bool> isStable;              ///< of VIKOR: C2
};

/// Another set of options, and who wins then.
struct WhatIf {
    std::size_t option = 0;            ///< the one that is left out or copied
    std::optional<std::size_t> winner; ///< by anchored weighted sums
    std::optional<std::size_t> topsisWinner;
    bool changesWinner = false; ///< by anchored weighted sums, another than the one left out
    bool changesTopsisWinner = false;
};

/// A criterion and what it weighs.
struct WeighedCriterion {
    Criterion criterion;
    double weight = 0; ///< of all; the weights of all leaves sum to 1
    double low = 0;    ///< the least and the most that any weight set gives it
    double high = 0;
};

struct DecisionReport {
    std::vector<WeighedCriterion> criteria;
    std::vector<Caution> conditions;
    std::vector<GateResult> gates;
    std::vector<bool> isEligible; ///< passes every gate for sure or may pass it (Unknown)

    Matrix low;  ///< option, criterion: value 0..1 of the cell, more is better ...
    Matrix high; ///< ... and its upper end; equal where it is known
    std::vector<std::vector<std::optional<double>>> values; ///< central values; none: missing
    Matrix contributions; ///< weight x central value, 0 where missing: they sum to the score's certain part
    std::vector<std::optional<double>> scores; ///< weighted sums; none where a cell with weight is missing
    std::vector<double> scoreLow;
    std::vector<double> scoreHigh;
    std::vector<std::optional<int>> ranks; ///< of the eligible options, when all have a score
    std::vector<BreakEven> breakEven;      ///< one a missing cell of an option that may be chosen, row by row
    Verdict verdict;

    std::vector<MethodRanking> methods;
    std::optional<double> agreement;           ///< Kendall's W over the methods that are defined, 0..1
    std::vector<WeightFragility> intervals;    ///< one a criterion; empty without a winner
    std::vector<CriticalScore> criticalScores; ///< nearest first; empty without a winner
    std::vector<TornadoEntry> tornado;         ///< widest first
    std::vector<WhatIf> leaveOneOut;
    std::vector<WhatIf> addCopy;

    std::optional<double> consistencyRatio; ///< of the worst AHP comparison, where weights are from judgments
    std::optional<PairJudgment> judgmentToFix; ///< the one that is farthest from the others' sense ...
    double judgmentSuggestion = 1;             ///< ... and what they say instead
    double supportedShare = 0;                 ///< of the cells: with evidence, a document or a reason
    QStringList conventions;                   ///< in English, one a line: printed beside the figures
    QString engineVersion;
};

/// Reckons everything that needs no draws: some microseconds, so it may run for every pixel of a slider. Any
/// thread. `now` tells what is old.
DecisionReport reportOf(const Assessment &assessment, TimePoint now);

} // namespace stratadeck
