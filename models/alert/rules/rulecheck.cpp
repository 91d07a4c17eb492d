// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alert/rules/rulecheck.h"

#include "models/alert/rules/labelfilter.h"
#include "models/alert/rules/rulequantity.h"
#include "models/base/entity.h"

#include <QCoreApplication>
#include <QHash>
#include <algorithm>
#include <cmath>
#include <numeric>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(RuleCheck)
};

using Problem = std::optional<QString>;

bool isEventWord(const QString &word)
{
    constexpr qsizetype kLongest = 64;
    return !word.isEmpty() && word.size() <= kLongest && std::ranges::all_of(word, [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'-' || c == u'_';
    });
}

Problem problemOfWindow(const RuleClause &clause)
{
    const bool mayLack = clause.function == RuleFunction::Last;
    if (clause.window == Milliseconds(0)) {
        if (mayLack)
            return {};
        return Tr::tr("%1 needs a window, such as [5m].").arg(toWord(clause.function));
    }
    if (clause.window < kRulePeriod || clause.window > kLongestWindow
        || clause.window % kRulePeriod != Milliseconds(0))
        return Tr::tr("The window %1 must be a multiple of %2, up to %3.")
            .arg(durationText(std::max(clause.window, Milliseconds(0))), durationText(kRulePeriod),
                 durationText(kLongestWindow));
    return {};
}

Problem problemOfMetric(const RuleClause &clause)
{
    const Metric &definition = metric(clause.subject.metric);
    const bool needsCounter =
        clause.function == RuleFunction::Rate || clause.function == RuleFunction::Increase;
    if (needsCounter && definition.kind != MetricKind::Counter)
        return Tr::tr("%1 needs a counter, and %2 is none.").arg(toWord(clause.function), definition.name);
    if (clause.function == RuleFunction::Predict
        && (clause.ahead <= Milliseconds(0) || clause.ahead > kLongestWindow))
        return Tr::tr("predict needs to know how far ahead, such as 4h, up to %1.")
            .arg(durationText(kLongestWindow));
    return problemOfWindow(clause);
}

Problem problemOfSubject(const RuleClause &clause)
{
    const QString word = toWord(clause.subject);
    switch (clause.subject.kind) {
    case RuleSubject::Kind::Metric:
        return problemOfMetric(clause);
    case RuleSubject::Kind::Event:
        if (!isEventWord(clause.subject.word))
            return Tr::tr("An event is one word of small letters, such as event:oom.");
        if (clause.function != RuleFunction::Count)
            return Tr::tr("Events can only be counted: count(%1[10m]).").arg(word);
        return problemOfWindow(clause);
    case RuleSubject::Kind::Problem:
        if (!problemWords().contains(clause.subject.word))
            return Tr::tr("There is no problem “%1”; there are %2.")
                .arg(clause.subject.word, problemWords().join(u", "_s));
        break;
    case RuleSubject::Kind::Source:
        if (clause.subject.word != "down"_L1)
            return Tr::tr("Of a source only source:down is known.");
        break;
    }
    if (clause.function != RuleFunction::Last || clause.window != Milliseconds(0))
        return Tr::tr("Of %1 only the latest is known: last(%1).").arg(word);
    return {};
}

/// A label that the subject can have.
Problem problemOfLabel(const RuleSubject &subject, const LabelMatcher &matcher)
{
    const bool isOfSource = subject.kind == RuleSubject::Kind::Source;
    const bool isKnown = matcher.label == "source"_L1     ? isOfSource
                         : matcher.label == "text"_L1     ? subject.kind == RuleSubject::Kind::Event
                         : matcher.label == "instance"_L1 ? isPerInstance(subject)
                                                          : !isOfSource;
    if (!isKnown)
        return Tr::tr("%1 has no label %2.").arg(toWord(subject), matcher.label);
    return problemOf(matcher);
}

qsizetype distanceOf(QStringView a, QStringView b)
{
    std::vector<qsizetype> row(static_cast<std::size_t>(b.size()) + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 0; i < a.size(); ++i) {
        qsizetype diagonal = row[0]++;
        for (std::size_t j = 1; j < row.size(); ++j) {
            const qsizetype changed = diagonal + (a[i] == b[static_cast<qsizetype>(j) - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({changed, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row.back();
}

/// Of clauses that are judged together: which series of one belongs to a series of the other must be plain.
Problem problemOfJoin(const RuleClause &first, const RuleClause &other)
{
    const auto isSource = [](const RuleClause &clause) {
        return clause.subject.kind == RuleSubject::Kind::Source;
    };
    if (isSource(first) != isSource(other))
        return Tr::tr("%1 and %2 have no label in common.").arg(toWord(first.subject), toWord(other.subject));
    const bool names = std::ranges::any_of(other.subject.matchers, [](const LabelMatcher &one) {
        return one.label == "instance"_L1 && one.kind == MatchKind::Equal;
    });
    if (isPerInstance(other.subject) && !isPerInstance(first.subject) && !names)
        return Tr::tr("%1 has several instances: name one, such as %1{instance=\"vda\"}.")
            .arg(toWord(other.subject));
    return {};
}

} // namespace

std::optional<QString> problemOf(const LabelMatcher &matcher)
{
    const std::vector<QLatin1StringView> labels = ruleLabels();
    if (std::ranges::none_of(labels, [&](QLatin1StringView one) { return matcher.label == one; })) {
        QStringList words;
        for (const QLatin1StringView label : labels)
            words.append(label);
        return Tr::tr("There is no label “%1”; there are %2.").arg(matcher.label, words.join(u", "_s));
    }
    if (matcher.text.size() > kLongestRuleString)
        return Tr::tr("The text of a label is longer than %n characters.", nullptr,
                      static_cast<int>(kLongestRuleString));
    const bool isExpression = matcher.kind == MatchKind::Matches || matcher.kind == MatchKind::MatchesNot;
    if (isExpression && !LabelFilter::expressionOf(matcher.text).isValid())
        return Tr::tr("“%1” is no regular expression.").arg(matcher.text);
    return {};
}

std::optional<QString> problemOf(const RuleClause &clause)
{
    if (Problem problem = problemOfSubject(clause))
        return problem;
    if (clause.subject.matchers.size() > kMostMatchers)
        return Tr::tr("There are more than %n label conditions.", nullptr, static_cast<int>(kMostMatchers));
    for (const LabelMatcher &matcher : clause.subject.matchers) {
        if (Problem problem = problemOfLabel(clause.subject, matcher))
            return problem;
    }
    const bool isFinite =
        std::isfinite(clause.threshold)
        && std::ranges::all_of(clause.steps, [](const RuleStep &step) { return std::isfinite(step.constant); });
    if (!isFinite)
        return Tr::tr("A number is not finite.");
    if (clause.steps.size() > kMostSteps)
        return Tr::tr("There are more than %n steps of arithmetic.", nullptr, static_cast<int>(kMostSteps));
    return {};
}

double clearOf(const RuleDefinition &rule)
{
    return rule.clear.value_or(rule.clause.threshold);
}

std::optional<QString> problemOf(const RuleDefinition &rule)
{
    if (rule.name.trimmed().isEmpty() || rule.name.size() > kLongestRuleName)
        return Tr::tr("A rule needs a name of at most %n characters.", nullptr,
                      static_cast<int>(kLongestRuleName));
    for (const QString *text : {&rule.summary, &rule.description, &rule.reason}) {
        if (text->size() > kLongestRuleString)
            return Tr::tr("A text of the rule is longer than %n characters.", nullptr,
                          static_cast<int>(kLongestRuleString));
    }
    if (!rule.external.isEmpty())
        return {};
    if (rule.more.size() >= kMostClauses)
        return Tr::tr("There are more than %n comparisons.", nullptr, static_cast<int>(kMostClauses));
    for (const RuleClause *clause : clausesOf(rule)) {
        if (Problem problem = problemOf(*clause))
            return problem;
        if (Problem problem = clause == &rule.clause ? Problem() : problemOfJoin(rule.clause, *clause))
            return problem;
    }
    if (rule.until) {
        if (Problem problem = problemOf(*rule.until))
            return problem;
        if (Problem problem = problemOfJoin(rule.clause, *rule.until))
            return problem;
    }
    for (const Milliseconds time : {rule.hold, rule.keep}) {
        if (time < Milliseconds(0) || time > kLongestHold)
            return Tr::tr("A time of the rule is longer than %1.").arg(durationText(kLongestHold));
    }
    Rule plain;
    plain.comparison = rule.clause.comparison;
    plain.threshold = rule.clause.threshold;
    plain.clear = clearOf(rule);
    if (!std::isfinite(plain.clear) || !plain.isClearSafe())
        return Tr::tr("The clearing value must lie on the safe side of the threshold.");
    return {};
}

std::optional<QString> problemOf(std::span<const RuleDefinition> rules)
{
    if (rules.size() > kMostRules)
        return Tr::tr("There are more than %n rules.", nullptr, static_cast<int>(kMostRules));
    QHash<QString, int> places;
    int place = 0;
    for (const RuleDefinition &rule : rules) {
        ++place;
        if (const Problem problem = problemOf(rule))
            return Tr::tr("Rule %1 (%2): %3").arg(QString::number(place), rule.name, *problem);
        if (const auto known = places.constFind(rule.name); known != places.constEnd())
            return Tr::tr("Rules %1 and %2 have the same name, %3.")
                .arg(QString::number(*known), QString::number(place), rule.name);
        places.insert(rule.name, place);
    }
    return {};
}

QStringList metricsLike(QStringView name, qsizetype most)
{
    constexpr qsizetype kLongest = 64; // what is longer is no slip of the pen
    if (name.isEmpty() || name.size() > kLongest)
        return {};
    std::vector<std::pair<qsizetype, QString>> near;
    for (const Metric &candidate : metricCatalogue()) {
        const QString known = candidate.name;
        const bool isPart = known.contains(name, Qt::CaseInsensitive);
        const qsizetype distance = distanceOf(name, known);
        if (isPart || distance <= std::max<qsizetype>(2, known.size() / 3))
            near.emplace_back(isPart ? 0 : distance, known);
    }
    std::ranges::stable_sort(near, {}, &std::pair<qsizetype, QString>::first);
    QStringList names;
    for (const auto &[distance, known] : near) {
        if (names.size() < most)
            names.append(known);
    }
    return names;
}

QString unknownMetricText(const QString &name)
{
    const QStringList near = metricsLike(name);
    if (near.isEmpty())
        return Tr::tr("There is no metric “%1”.").arg(name);
    return Tr::tr("There is no metric “%1”; near it are %2.").arg(name, near.join(u", "_s));
}

QStringList problemWords()
{
    QStringList words;
    for (const EntityProblem problem :
         {EntityProblem::MonitorNotAnswering, EntityProblem::Unhealthy, EntityProblem::StatsUnavailable})
        words.append(toWord(problem));
    return words;
}

} // namespace stratadeck
