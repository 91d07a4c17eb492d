// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alert/rules/ruletext.h"

#include "models/alert/rules/rulecheck.h"
#include "models/alert/rules/ruleparser.h"
#include "models/alert/rules/rulequantity.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongestFile = 1024 * 1024;

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(RuleText)
};

QLatin1StringView signOf(Comparison comparison)
{
    for (const QLatin1StringView sign : {">="_L1, "<="_L1, "=="_L1, "!="_L1, ">"_L1, "<"_L1}) {
        if (comparisonOf(sign) == comparison)
            return sign;
    }
    return {};
}

QLatin1StringView clearSignOf(Comparison comparison)
{
    switch (comparison) {
    case Comparison::Above:
    case Comparison::AtLeast:
        return "<"_L1;
    case Comparison::Below:
    case Comparison::AtMost:
        return ">"_L1;
    case Comparison::Equal:
    case Comparison::NotEqual:
        break;
    }
    return "=="_L1;
}

QLatin1StringView wordOf(NoData noData)
{
    for (const QLatin1StringView word : {"ok"_L1, "keep"_L1, "alert"_L1, "error"_L1}) {
        if (noDataOf(word) == noData)
            return word;
    }
    return {};
}

QString figureText(const RuleClause &clause)
{
    QString text = QString(toWord(clause.function)) + u'(' + toWord(clause.subject);
    if (!clause.subject.matchers.empty()) {
        QStringList matchers;
        for (const LabelMatcher &matcher : clause.subject.matchers)
            matchers.append(matcher.label + toWord(matcher.kind) + quotedRuleText(matcher.text));
        text += u'{' + matchers.join(u", "_s) + u'}';
    }
    if (clause.window != Milliseconds(0))
        text += u'[' + durationText(clause.window) + u']';
    if (clause.function == RuleFunction::Predict)
        text += u", "_s + durationText(clause.ahead);
    return text + u')';
}

bool isProduct(const RuleStep &step)
{
    return step.operation == RuleStep::Operation::Multiply || step.operation == RuleStep::Operation::Divide;
}

/// Whether the figure so far must stand in parentheses to be the operand of the next step.
bool needsParentheses(const RuleStep &before, const RuleStep &step)
{
    if (isProduct(step))
        return !isProduct(before) || step.isConstantFirst;
    return step.isConstantFirst && !isProduct(before);
}

QString withSteps(const RuleClause &clause)
{
    static constexpr std::array kSigns{" + "_L1, " - "_L1, " * "_L1, " / "_L1};
    QString text = figureText(clause);
    const RuleStep *before = nullptr;
    for (const RuleStep &step : clause.steps) {
        if (before && needsParentheses(*before, step))
            text = u'(' + text + u')';
        const QString constant = quantityText(step.constant, Unit::None);
        const QLatin1StringView sign = kSigns[static_cast<std::size_t>(step.operation)];
        text = step.isConstantFirst ? constant + sign + text : text + sign + constant;
        before = &step;
    }
    return text;
}

bool isPlainName(const QString &name)
{
    const auto isLetter = [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'_';
    };
    if (name.isEmpty() || !isLetter(name.at(0)))
        return false;
    if (name == "event"_L1 || name == "problem"_L1 || name == "source"_L1)
        return false;
    return std::ranges::all_of(name, [&](QChar c) { return isLetter(c) || (c >= u'0' && c <= u'9'); });
}

QString optionsText(const RuleDefinition &rule)
{
    QString text;
    if (rule.hold != Milliseconds(0))
        text += u" for "_s + durationText(rule.hold);
    if (rule.clear) {
        text += u" clear "_s + clearSignOf(rule.clause.comparison) + u' '
                + quantityText(*rule.clear, unitOf(rule.clause));
    }
    if (rule.until)
        text += u" until "_s + printClause(*rule.until);
    if (rule.keep != Milliseconds(0))
        text += u" keep "_s + durationText(rule.keep);
    text += u" nodata "_s + wordOf(rule.noData) + u" severity "_s + toWord(rule.severity);
    if (rule.detectsFlapping)
        text += u" flap"_s;
    if (!rule.isOn)
        text += u" off"_s;
    if (!rule.summary.isEmpty())
        text += u" summary "_s + quotedRuleText(rule.summary);
    if (!rule.description.isEmpty())
        text += u" description "_s + quotedRuleText(rule.description);
    if (!rule.reason.isEmpty())
        text += u" reason "_s + quotedRuleText(rule.reason);
    return text;
}

} // namespace

QString quotedRuleText(const QString &text)
{
    QString quoted = u"\""_s;
    for (const QChar c : text) {
        if (c == u'"' || c == u'\\')
            quoted += u'\\' + QString(c);
        else if (c == u'\n')
            quoted += u"\\n"_s;
        else if (c == u'\t')
            quoted += u"\\t"_s;
        else if ((!c.isPrint() || c.category() == QChar::Separator_Line
                  || c.category() == QChar::Separator_Paragraph)
                 && !c.isSurrogate())
            quoted += u"\\u%1"_s.arg(static_cast<uint>(c.unicode()), 4, 16, QChar(u'0'));
        else
            quoted += c;
    }
    return quoted + u'"';
}

QString printClause(const RuleClause &clause)
{
    return withSteps(clause) + u' ' + signOf(clause.comparison) + u' '
           + quantityText(clause.threshold, unitOf(clause));
}

QString printExpression(const RuleDefinition &rule)
{
    if (!rule.external.isEmpty())
        return u"external "_s + quotedRuleText(rule.external);
    QString text = printClause(rule.clause);
    for (const JoinedClause &joined : rule.more)
        text += u' ' + toWord(joined.connective) + u' ' + printClause(joined.clause);
    return text;
}

QString printRule(const RuleDefinition &rule)
{
    const QString name = isPlainName(rule.name) ? rule.name : quotedRuleText(rule.name);
    return (rule.name.isEmpty() ? QString() : name + u": "_s) + printExpression(rule) + optionsText(rule);
}

tl::expected<RuleDefinition, RuleTextProblem> parseRule(QStringView text)
{
    return RuleParser(text).parse(false);
}

tl::expected<RuleDefinition, RuleTextProblem> parseRuleExpression(QStringView text)
{
    return RuleParser(text).parse(true);
}

tl::expected<std::vector<RuleDefinition>, RuleTextProblem> parseRules(const QString &text)
{
    if (text.size() > kLongestFile)
        return tl::unexpected(RuleTextProblem{1, 1, Tr::tr("Rules are at most 1 MiB long.")});
    std::vector<RuleDefinition> rules;
    int number = 0;
    for (const QStringView line : QStringView(text).split(u'\n')) {
        ++number;
        const QStringView trimmed = line.trimmed();
        if (trimmed.isEmpty() || trimmed.startsWith(u'#'))
            continue;
        auto rule = parseRule(line);
        if (rule && rule->name.isEmpty())
            rule = tl::unexpected(
                RuleTextProblem{1, 1, Tr::tr("Column %1: the rule's name and a colon are expected.").arg(1)});
        if (rule && rules.size() >= kMostRules)
            rule = tl::unexpected(RuleTextProblem{
                1, 1, Tr::tr("There are more than %n rules.", nullptr, static_cast<int>(kMostRules))});
        if (!rule) {
            rule.error().line = number;
            return tl::unexpected(rule.error());
        }
        rules.push_back(std::move(*rule));
    }
    if (const auto problem = problemOf(rules))
        return tl::unexpected(RuleTextProblem{number, 1, *problem});
    return rules;
}

} // namespace stratadeck
