// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alert/rules/ruleexpression.h"

#include "models/base/format.h"
#include "models/base/plaintext.h"

#include <algorithm>
#include <array>
#include <limits>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<QLatin1StringView, kRuleFunctions> kFunctions{
    "last"_L1, "avg"_L1,    "min"_L1,  "max"_L1,      "sum"_L1,   "count"_L1,   "p50"_L1,    "p95"_L1,
    "p99"_L1,  "stddev"_L1, "rate"_L1, "increase"_L1, "delta"_L1, "changes"_L1, "absent"_L1, "predict"_L1};
constexpr std::array kMatches{"="_L1, "!="_L1, "=~"_L1, "!~"_L1};
constexpr std::array kConnectives{"AND"_L1, "OR"_L1, "UNLESS"_L1};

/// Of a counter by second.
Unit rateOf(Unit unit)
{
    switch (unit) {
    case Unit::Bytes:
        return Unit::BytesPerSecond;
    case Unit::Count:
        return Unit::PerSecond;
    default:
        return Unit::None;
    }
}

} // namespace

QLatin1StringView toWord(RuleFunction function)
{
    return kFunctions[static_cast<std::size_t>(function)];
}

std::optional<RuleFunction> ruleFunctionOf(QStringView word)
{
    const auto found = std::ranges::find_if(kFunctions, [word](QLatin1StringView one) { return word == one; });
    if (found == kFunctions.end())
        return {};
    return static_cast<RuleFunction>(found - kFunctions.begin());
}

QLatin1StringView toWord(MatchKind kind)
{
    return kMatches[static_cast<std::size_t>(kind)];
}

std::vector<QLatin1StringView> ruleLabels()
{
    return {"host"_L1, "instance"_L1, "key"_L1, "kind"_L1, "name"_L1, "source"_L1, "tag"_L1, "text"_L1};
}

QString toWord(const RuleSubject &subject)
{
    switch (subject.kind) {
    case RuleSubject::Kind::Metric:
        return metric(subject.metric).name;
    case RuleSubject::Kind::Event:
        return u"event:"_s + subject.word;
    case RuleSubject::Kind::Problem:
        return u"problem:"_s + subject.word;
    case RuleSubject::Kind::Source:
        return u"source:"_s + subject.word;
    }
    return {};
}

bool isPerInstance(const RuleSubject &subject)
{
    return subject.kind == RuleSubject::Kind::Metric && metric(subject.metric).perInstance;
}

double RuleStep::apply(double figure) const
{
    const double left = isConstantFirst ? constant : figure;
    const double right = isConstantFirst ? figure : constant;
    switch (operation) {
    case Operation::Add:
        return left + right;
    case Operation::Subtract:
        return left - right;
    case Operation::Multiply:
        return left * right;
    case Operation::Divide:
        return right == 0 ? std::numeric_limits<double>::quiet_NaN() : left / right;
    }
    return figure;
}

Unit unitOf(const RuleClause &clause)
{
    if (!clause.steps.empty() || clause.subject.kind != RuleSubject::Kind::Metric)
        return Unit::None;
    const Unit unit = metric(clause.subject.metric).unit;
    switch (clause.function) {
    case RuleFunction::Count:
    case RuleFunction::Changes:
    case RuleFunction::Absent:
        return Unit::None;
    case RuleFunction::Rate:
        return rateOf(unit);
    default:
        return unit;
    }
}

QLatin1StringView toWord(Connective connective)
{
    return kConnectives[static_cast<std::size_t>(connective)];
}

std::vector<const RuleClause *> clausesOf(const RuleDefinition &rule)
{
    std::vector<const RuleClause *> clauses{&rule.clause};
    for (const JoinedClause &joined : rule.more)
        clauses.push_back(&joined.clause);
    return clauses;
}

QString filledIn(const QString &text, const Labels &labels, std::optional<double> value, Unit unit,
                 const QLocale &locale)
{
    // In one pass: what is filled in may look like a placeholder itself.
    QString filled;
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype end = text.at(at) == u'{' ? text.indexOf(u'}', at) : -1;
        const QString name = end < 0 ? QString() : text.mid(at + 1, end - at - 1);
        const auto label = labels.find(name);
        if (name == "value"_L1) {
            filled += formatValue(value.value_or(std::numeric_limits<double>::quiet_NaN()), unit, locale);
            at = end + 1;
        } else if (label != labels.end()) {
            filled += plainText(label->second);
            at = end + 1;
        } else {
            filled += text.at(at++);
        }
    }
    return filled;
}

} // namespace stratadeck
