// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alert/labels.h"
#include "models/alert/rule.h"
#include "models/base/metrics.h"

#include <QLocale>
#include <QString>
#include <optional>
#include <vector>

namespace stratadeck {

/// What is made of the figures of a window. Every one is unknown while the figure itself is, except absent.
enum class RuleFunction : quint8 {
    Last, ///< the latest figure; with a window, one that is no older
    Avg,  ///< mean of the samples
    Min,
    Max,
    Sum,
    Count, ///< samples, or events
    P50,   ///< quantiles by linear interpolation
    P95,
    P99,
    Stddev,   ///< of the samples as a whole population
    Rate,     ///< what a counter grew, by second; a restart of the counter is no fall
    Increase, ///< what a counter grew
    Delta,    ///< the last sample less the first
    Changes,  ///< how often the figure became another
    Absent,   ///< 1 when nothing is known of the window, else 0
    Predict,  ///< where the straight line through the samples will be
};
inline constexpr int kRuleFunctions = 16;

/// "avg", "p95" and so on.
QLatin1StringView toWord(RuleFunction function);
std::optional<RuleFunction> ruleFunctionOf(QStringView word);

enum class MatchKind : quint8 { Equal, NotEqual, Matches, MatchesNot };
QLatin1StringView toWord(MatchKind kind);

/// A label and what it must be. Expressions must match as a whole. A label that is missing is empty; of a tag,
/// which an entity may have several of, one must be so, or none.
struct LabelMatcher {
    QString label; ///< one of ruleLabels()
    MatchKind kind = MatchKind::Equal;
    QString text;

    bool operator==(const LabelMatcher &) const = default;
};

/// The labels that matchers may name: kind, name, host, key, instance, tag, text (of an event) and source.
std::vector<QLatin1StringView> ruleLabels();

/// What a function looks at.
struct RuleSubject {
    enum class Kind : quint8 {
        Metric,  ///< a figure of the catalogue
        Event,   ///< "event:oom": what happened to an entity, by EntityEvent::type
        Problem, ///< "problem:unhealthy": 1 while an entity has it, else 0, by EntityProblem
        Source,  ///< "source:down": 1 while a source fails, 0 while it answers
    };
    Kind kind = Kind::Metric;
    MetricId metric{}; ///< with Kind::Metric
    QString word;      ///< else what follows the colon
    std::vector<LabelMatcher> matchers;

    bool operator==(const RuleSubject &) const = default;
};

/// As it is written: "cpu.host_percent", "event:oom".
QString toWord(const RuleSubject &subject);
/// Whether there may be several series of it an entity.
bool isPerInstance(const RuleSubject &subject);

/// Arithmetic with a constant.
struct RuleStep {
    enum class Operation : quint8 { Add, Subtract, Multiply, Divide };
    Operation operation{};
    double constant = 0;
    bool isConstantFirst = false; ///< 100 - x

    double apply(double figure) const;
    bool operator==(const RuleStep &) const = default;
};

/// One comparison: avg(mem.used{kind="vm"}[5m]) / 2 > 4GiB
struct RuleClause {
    RuleFunction function = RuleFunction::Last;
    RuleSubject subject;
    Milliseconds window{0}; ///< 0: none, for last alone
    Milliseconds ahead{0};  ///< of predict: how far from now
    std::vector<RuleStep> steps;
    Comparison comparison = Comparison::Above;
    double threshold = 0;

    bool operator==(const RuleClause &) const = default;
};

/// The unit of what is compared; None when arithmetic has made another of it.
Unit unitOf(const RuleClause &clause);

/// How a clause is joined to those before it. And and Unless bind closer than Or.
enum class Connective : quint8 { And, Or, Unless };
QLatin1StringView toWord(Connective connective);

struct JoinedClause {
    Connective connective{};
    RuleClause clause;

    bool operator==(const JoinedClause &) const = default;
};

/// A whole rule as a person writes it: a form, one line of text (ruletext.h) and Prometheus' YAML
/// (models/judge) say the same.
struct RuleDefinition {
    QString name;
    bool isOn = true;
    Severity severity = Severity::P2;
    RuleClause clause;
    std::vector<JoinedClause> more; ///< of the same entity and, where both have them, the same instance

    Milliseconds hold{0};        ///< so long before it fires
    std::optional<double> clear; ///< of the first clause's figure; without: the threshold
    std::optional<RuleClause>
        until;            ///< once it fires it does so until this is true, whatever becomes of the rest
    Milliseconds keep{0}; ///< so long not beyond before it is resolved
    NoData noData = NoData::Keep;
    bool detectsFlapping = false;

    // For people: {name}, {host}, {kind}, {instance}, {source} and {value} are filled in.
    QString summary;     ///< one sentence
    QString description; ///< what it means and what to look at
    QString reason;      ///< why the threshold is where it is

    /// An expression of Prometheus that this program does not evaluate: kept as it is, judged elsewhere.
    QString external;

    bool operator==(const RuleDefinition &) const = default;
};

/// All clauses in order, the first included, without `until`.
std::vector<const RuleClause *> clausesOf(const RuleDefinition &rule);

// Limits that hold for every way a rule may come in.
inline constexpr std::size_t kMostRules = 500;
inline constexpr std::size_t kMostClauses = 8;
inline constexpr std::size_t kMostMatchers = 16;
inline constexpr std::size_t kMostSteps = 16;
inline constexpr qsizetype kLongestRuleName = 128;
inline constexpr qsizetype kLongestRuleString = 1024;
inline constexpr qsizetype kLongestExternal = 8192;
inline constexpr Milliseconds kRulePeriod{5'000};                ///< windows are multiples of it
inline constexpr Milliseconds kLongestWindow{30 * 86'400'000LL}; ///< 30 days
inline constexpr Milliseconds kLongestHold{30 * 86'400'000LL};

/// Fills the placeholders of a summary or description. Plain text: labels are texts of strangers. An unknown
/// value is an em dash.
QString filledIn(const QString &text, const Labels &labels, std::optional<double> value, Unit unit,
                 const QLocale &locale);

} // namespace stratadeck
