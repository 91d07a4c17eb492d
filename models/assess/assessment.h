// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/assess/evidence.h"
#include "models/assess/scorecard.h"
#include "models/assess/workloadanswer.h"
#include "models/cost/cashflows.h"
#include "models/decide/normalization.h"

#include <array>

namespace stratadeck {

// One saved decision. Everything is a plain value: whoever wants a change makes a copy, changes it and gives it
// to AssessmentLog::commit(), which finds out what is different. Ids are short words of a-z, 0-9, '-' and '_'
// that never change; titles and names are for people and may.

/// What is chosen from: "vm", "container", "hybrid".
struct Option {
    QString id;
    QString name;
    QString description;

    bool operator==(const Option &) const = default;
};

/// A level that must be reached before any score counts; what fails is shown, never averaged away.
struct Gate {
    bool isAtLeast = true; ///< the figure must be >= level; else <= level
    double level = 0;      ///< in the criterion's unit
    QString reason;

    bool operator==(const Gate &) const = default;
};

/// What options are judged by. With a parent it belongs to that group; a group has no cells of its own.
struct Criterion {
    QString id;
    QString name;
    QString description;
    QString unit;
    QString parent; ///< id of a criterion without a parent; empty: top level
    Direction direction = Direction::Benefit;
    double worst = 0; ///< the level that is worth 0 ...
    double best = 1;  ///< ... and the one that is worth 1; both declared, never taken from the options
    std::optional<Gate> gate;

    bool operator==(const Criterion &) const = default;
};

/// What is known of a cell or an amount.
struct Estimate {
    enum class Kind : quint8 {
        Missing,    ///< unknown, anything between the anchors; never 0
        Exact,      ///< low
        Interval,   ///< low .. high, nothing said between
        Triangular, ///< low, mode, high
        Pert,       ///< low, mode, high; lambda 4
        Normal,     ///< mode = mean, deviation
        Measured    ///< the evidence's value, as sure as its replicates are
    };
    Kind kind = Kind::Missing;
    double low = 0;
    double mode = 0;
    double high = 0;
    double deviation = 0;
    QString evidence; ///< id, of Measured

    static Estimate exact(double value) { return {Kind::Exact, value, 0, 0, 0, {}}; }
    static Estimate measured(const QString &evidence) { return {Kind::Measured, 0, 0, 0, 0, evidence}; }
    bool operator==(const Estimate &) const = default;
};

enum class Source : quint8 { None, Measured, Document, Judgment };

/// One option judged by one criterion.
struct Cell {
    QString option;
    QString criterion;
    Estimate figure;
    Source source = Source::None;
    QString document;      ///< title and place of what a Document source cites
    double confidence = 1; ///< 0..1, as the author sees it
    QString reason;        ///< why this figure; empty with a Judgment: unsupported
    QString author;
    TimePoint at{}; ///< when the figure was set
    bool operator==(const Cell &) const = default;
};

enum class WeightMethod : quint8 {
    Direct, ///< by slider: any figures >= 0
    Swing,  ///< the most valuable swing worst -> best is 100, the others relative to it
    Rank,   ///< only an order: rank order centroid
    Ahp     ///< pairwise judgments on the scale 1/9 .. 9
};

/// "a counts `ratio` times as much as b."
struct PairJudgment {
    QString a;
    QString b;
    double ratio = 1;

    bool operator==(const PairJudgment &) const = default;
};

/// A figure for a criterion: points of a slider or a swing, or the place in an order (1 first; ties share one).
struct CriterionPoints {
    QString criterion;
    double points = 0;

    bool operator==(const CriterionPoints &) const = default;
};

/// How one person weighs the criteria. Figures compare siblings only: groups with each other, and within each
/// group its members.
struct WeightSet {
    QString author;
    WeightMethod method = WeightMethod::Direct;
    std::vector<CriterionPoints> points; ///< Direct, Swing, Rank
    std::vector<PairJudgment> judgments; ///< Ahp
    QStringList review;                  ///< criteria whose anchors moved since these weights were given

    bool operator==(const WeightSet &) const = default;
};

/// A cell as one member of a group sees it, before it is agreed upon.
struct GroupScore {
    QString author;
    QString option;
    QString criterion;
    Estimate figure;
    QString reason;

    bool operator==(const GroupScore &) const = default;
};

/// Scoring by several people: each alone, then all at once.
struct GroupRound {
    bool isOpen = false; ///< people are scoring; what the others said is hidden
    bool isRevealed = false;
    QStringList authors;
    std::vector<GroupScore> scores;

    bool operator==(const GroupRound &) const = default;
};

enum class CostKind : quint8 {
    OneOff,    ///< in its first year only
    Recurring, ///< each year from `start` to `end`
    Step       ///< a full amount for every `stepSize` begun units of the driver, each year
};
/// What the amount is for one of.
enum class CostDriver : quint8 { Total, Host, Core, Guest, Gigabyte, Fte, Application };

/// A line of costs, or of what is gained.
struct CostItem {
    QString id;
    QString name;
    QString option; ///< whose cost; empty: efficiency value of every option but the baseline
    CostKind kind = CostKind::Recurring;
    CostDriver driver = CostDriver::Total;
    double quantity = 1;    ///< units of the driver
    QString quantitySource; ///< where the quantity comes from: inventory, evidence id or a reason
    double stepSize = 1;
    Estimate amount;     ///< per unit of the driver and year, in the model's currency; Missing: not known yet
    double growth = 0;   ///< a year, a share
    int start = 0;       ///< year, 0 = today
    int end = 0;         ///< last year of a recurring one
    bool isSunk = false; ///< paid already and not avoidable: counts in no figure
    bool isMigration = false; ///< what teams forget: dual running, training, exit
    QString owner;
    QString reason;

    bool operator==(const CostItem &) const = default;
};

inline constexpr int kMostYears = 50;

/// The ROI model beside the matrix. Amounts are in one currency.
struct CostModel {
    QString currency;
    double rate = 0.1; ///< a year
    QString rateReason;
    int years = 3; ///< 1 .. kMostYears
    FlowTiming timing = FlowTiming::EndOfYear;
    QString baseline; ///< id of the option that staying means
    std::vector<CostItem> items;

    bool operator==(const CostModel &) const = default;
};

/// The way to a decision.
enum class Step : quint8 { Requirements, Research, Design, Prototype, Cost, Risk, Decision };
inline constexpr std::size_t kSteps = 7;
enum class StepState : quint8 { Open, Done, Skipped };

struct StepRecord {
    StepState state = StepState::Open;
    QString reason; ///< why it was skipped, or done although a check fails; never empty then
    QString author;
    TimePoint at{};
    QString notes;

    bool operator==(const StepRecord &) const = default;
};

struct Assumption {
    QString id;
    QString text;
    QString owner;
    std::optional<TimePoint> expires; ///< from then on it must be looked at again

    bool operator==(const Assumption &) const = default;
};

/// "Look again when p95 > 40 ms for 7 days."
struct RevisitTrigger {
    QString id;
    QString text;

    bool operator==(const RevisitTrigger &) const = default;
};

struct Assessment {
    QString id; ///< a UUID without braces; the same on every machine it is imported on
    QString title;
    QString question; ///< what is decided, for whom
    TimePoint created{};
    std::vector<Option> options;
    std::vector<Criterion> criteria;
    std::vector<Cell> cells; ///< at most one for an option and a criterion; none: Missing
    std::vector<WeightSet> weights;
    QString weightsOf; ///< author of the set that counts; empty: mean of all sets
    std::vector<Evidence> evidence;
    Milliseconds evidenceMaxAge{std::chrono::hours(24 * 30)};
    GroupRound group;
    CostModel cost;
    std::array<StepRecord, kSteps> steps;
    std::vector<Assumption> assumptions;
    std::vector<RevisitTrigger> triggers;
    std::vector<WorkloadAnswer> suitability; ///< at most one for a workload and a topic; none: not known
    std::vector<ScorecardAnswer> scorecard;  ///< at most one a check; none: not answered
    QString notes;
    QString outcome;  ///< id of the option that was decided for; empty: not yet
    quint64 seed = 1; ///< of all draws; below 2^53

    const Option *option(const QString &optionId) const;
    const Criterion *criterion(const QString &criterionId) const;
    const Cell *cell(const QString &optionId, const QString &criterionId) const;
    const Evidence *evidenceOf(const QString &evidenceId) const;
    const WeightSet *weightSet(const QString &author) const;
    /// Criteria that have cells: all that are nobody's parent, in their order.
    std::vector<Criterion> leaves() const;
    /// Adds the cell or replaces that of the same option and criterion.
    void setCell(Cell cell);
    void setWeights(WeightSet set);
    /// With all that hangs on it: cells, weights, group scores, costs.
    void removeOption(const QString &optionId);
    void removeCriterion(const QString &criterionId);

    bool operator==(const Assessment &) const = default;
};

// Untranslated words, as they stand in files and in what the command line says.
QString toWord(Estimate::Kind kind);
QString toWord(Source source);
QString toWord(WeightMethod method);
QString toWord(CostKind kind);
QString toWord(CostDriver driver);
QString toWord(Step step);
QString toWord(StepState state);

} // namespace stratadeck
