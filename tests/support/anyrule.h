// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alert/rules/ruleexpression.h"

#include <QRegularExpression>
#include <cmath>
#include <rapidcheck.h>

namespace stratadeck::test {

// Rules of any kind, valid ones, for properties. Inside rc::check() alone.

template<typename T>
T anyOf(std::initializer_list<T> values)
{
    return *rc::gen::elementOf(std::vector<T>(values));
}

inline QString anyText()
{
    const auto units = *rc::gen::container<std::vector<ushort>>(rc::gen::inRange<ushort>(1, 0xD7FF));
    QString text;
    for (const ushort unit : units)
        text += QChar(unit);
    return text.left(200);
}

inline double anyNumber()
{
    const double plain = *rc::gen::inRange(-1'000'000, 1'000'000);
    return anyOf<double>({plain, plain / 7, plain * 1024 * 1024, std::ldexp(plain, -40), plain * 1e200});
}

inline Milliseconds anyWindow()
{
    return kRulePeriod * *rc::gen::inRange(1, 20'000);
}

inline RuleSubject anySubject(RuleFunction &function)
{
    RuleSubject subject;
    subject.kind = anyOf({RuleSubject::Kind::Metric, RuleSubject::Kind::Metric, RuleSubject::Kind::Event,
                          RuleSubject::Kind::Problem});
    switch (subject.kind) {
    case RuleSubject::Kind::Metric: {
        const bool isCounter = function == RuleFunction::Rate || function == RuleFunction::Increase;
        const auto &metrics = metricCatalogue();
        do
            subject.metric = metrics[*rc::gen::inRange<std::size_t>(0, metrics.size())].id;
        while (isCounter && metric(subject.metric).kind != MetricKind::Counter);
        break;
    }
    case RuleSubject::Kind::Event:
        function = RuleFunction::Count;
        subject.word = QStringLiteral("io-error");
        break;
    default:
        function = RuleFunction::Last;
        subject.word = QStringLiteral("unhealthy");
        break;
    }
    const int matchers = *rc::gen::inRange(0, 4);
    for (int i = 0; i < matchers; ++i) {
        const MatchKind kind =
            anyOf({MatchKind::Equal, MatchKind::NotEqual, MatchKind::Matches, MatchKind::MatchesNot});
        const bool isExpression = kind == MatchKind::Matches || kind == MatchKind::MatchesNot;
        const QString label = anyOf({QStringLiteral("name"), QStringLiteral("host"), QStringLiteral("tag"),
                                     QStringLiteral("key"), QStringLiteral("kind")});
        subject.matchers.push_back(
            {label, kind, isExpression ? QRegularExpression::escape(anyText()) : anyText()});
    }
    return subject;
}

/// Without arithmetic when `steps` is zero.
inline RuleClause anyClause(int mostSteps = 4)
{
    RuleClause clause;
    clause.function = static_cast<RuleFunction>(*rc::gen::inRange(0, kRuleFunctions));
    clause.subject = anySubject(clause.function);
    if (clause.function != RuleFunction::Last)
        clause.window = anyWindow();
    if (clause.function == RuleFunction::Predict)
        clause.ahead = Milliseconds(*rc::gen::inRange(1, 1'000'000));
    const int steps = *rc::gen::inRange(0, mostSteps + 1);
    using Operation = RuleStep::Operation;
    for (int i = 0; i < steps; ++i) {
        clause.steps.push_back(
            {anyOf({Operation::Add, Operation::Subtract, Operation::Multiply, Operation::Divide}), anyNumber(),
             *rc::gen::arbitrary<bool>()});
    }
    clause.comparison = anyOf({Comparison::Above, Comparison::AtLeast, Comparison::Below, Comparison::AtMost,
                               Comparison::Equal, Comparison::NotEqual});
    clause.threshold = anyNumber();
    return clause;
}

/// With one comparison and no arithmetic when `isPlain`.
inline RuleDefinition anyRule(bool isPlain = false)
{
    RuleDefinition rule;
    rule.name = QStringLiteral("R%1 ").arg(*rc::gen::inRange(0, 9)) + anyText().left(50);
    rule.isOn = *rc::gen::arbitrary<bool>();
    rule.severity = anyOf({Severity::P0, Severity::P1, Severity::P2, Severity::P3});
    do
        rule.clause = anyClause(isPlain ? 0 : 4);
    while (isPerInstance(rule.clause.subject));
    const int more = isPlain ? 0 : *rc::gen::inRange(0, 3);
    for (int i = 0; i < more; ++i) {
        JoinedClause joined{anyOf({Connective::And, Connective::Or, Connective::Unless}), anyClause()};
        if (!isPerInstance(joined.clause.subject))
            rule.more.push_back(std::move(joined));
    }
    rule.hold = Milliseconds(*rc::gen::inRange(0, 100'000'000));
    rule.keep = Milliseconds(*rc::gen::inRange(0, 100'000'000));
    if (*rc::gen::arbitrary<bool>())
        rule.clear = rule.clause.threshold;
    rule.noData = anyOf({NoData::Ok, NoData::Keep, NoData::Alert, NoData::Error});
    rule.detectsFlapping = *rc::gen::arbitrary<bool>();
    rule.summary = anyText();
    rule.description = anyText();
    rule.reason = anyText();
    return rule;
}

} // namespace stratadeck::test
