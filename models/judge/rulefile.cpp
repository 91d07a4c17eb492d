// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/judge/rulefile.h"

#include "models/alert/replay.h"
#include "models/alert/rules/rulecheck.h"
#include "models/alert/rules/ruletext.h"

#include <QRegularExpression>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

Result<ImportedRules> ofReplay(const QByteArray &json)
{
    const Result<std::vector<Rule>> plain = rulesOfReplay(json);
    if (!plain)
        return tl::unexpected(plain.error());
    ImportedRules imported;
    for (const Rule &one : *plain) {
        const QString place = u"rules[%1].metric"_s.arg(imported.rules.size());
        // Whatever it is compared with comes from the other fields.
        auto rule = parseRuleExpression(u"%1 > 0"_s.arg(one.metric));
        if (!rule)
            return fail(Error::Kind::Invalid, u"%1: %2"_s.arg(place, rule.error().sentence), place);
        if (!rule->more.empty())
            return fail(Error::Kind::Invalid, u"%1: expected one figure"_s.arg(place), place);
        rule->name = one.name;
        rule->severity = one.severity;
        rule->clause.comparison = one.comparison;
        rule->clause.threshold = one.threshold;
        rule->clear = one.clear;
        rule->hold = one.hold;
        rule->keep = one.keep;
        rule->noData = one.noData;
        rule->detectsFlapping = one.detectsFlapping;
        imported.rules.push_back(std::move(*rule));
    }
    if (const auto problem = problemOf(imported.rules))
        return fail(Error::Kind::Invalid, *problem);
    return imported;
}

Result<ImportedRules> ofText(const QByteArray &text)
{
    auto rules = parseRules(QString::fromUtf8(text));
    if (!rules) {
        const QString what = u"line %1: %2"_s.arg(rules.error().line).arg(rules.error().sentence);
        return fail(Error::Kind::Invalid, what);
    }
    return ImportedRules{std::move(*rules), {}};
}

} // namespace

Result<ImportedRules> readRuleFile(const QByteArray &content)
{
    static const QRegularExpression groups(u"^groups\\s*:"_s, QRegularExpression::MultilineOption);
    if (content.trimmed().startsWith('{'))
        return ofReplay(content);
    return groups.match(QString::fromUtf8(content)).hasMatch() ? rulesOfPrometheusYaml(content)
                                                               : ofText(content);
}

} // namespace stratadeck
