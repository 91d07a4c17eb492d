// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/judge/prometheusrules.h"

#include "models/alert/rules/rulecheck.h"
#include "models/alert/rules/rulequantity.h"
#include "models/alert/rules/ruletext.h"
#include "models/judge/promql.h"
#include "models/judge/yamltree.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(PrometheusRules)
};

constexpr QLatin1StringView kAnnotation = "stratadeck_rule"_L1;

struct Placeholder {
    QLatin1StringView ours;
    QLatin1StringView theirs;
};
constexpr std::array kPlaceholders{Placeholder{"{name}"_L1, "{{ $labels.entity }}"_L1},
                                   Placeholder{"{host}"_L1, "{{ $labels.host }}"_L1},
                                   Placeholder{"{kind}"_L1, "{{ $labels.kind }}"_L1},
                                   Placeholder{"{instance}"_L1, "{{ $labels.instance }}"_L1},
                                   Placeholder{"{source}"_L1, "{{ $labels.source }}"_L1},
                                   Placeholder{"{value}"_L1, "{{ $value }}"_L1}};

/// A template of Prometheus that gives the text. Braces that are none of ours are not to be read as a template.
QString templateOf(const QString &text)
{
    QString made;
    for (qsizetype at = 0; at < text.size();) {
        const QStringView rest = QStringView(text).mid(at);
        const auto *found = std::ranges::find_if(
            kPlaceholders, [&](const Placeholder &one) { return rest.startsWith(one.ours); });
        if (found != kPlaceholders.end()) {
            made += found->theirs;
            at += found->ours.size();
        } else if (rest.startsWith("{{"_L1)) {
            made += "{{ \"{{\" }}"_L1;
            at += 2;
        } else {
            made += text.at(at++);
        }
    }
    return made;
}

QString textOfTemplate(QString text)
{
    for (const Placeholder &one : kPlaceholders)
        text.replace(one.theirs, one.ours);
    return text;
}

/// Between double quotes YAML, JSON and our own texts know the same escapes.
QByteArray scalar(const QString &text)
{
    return quotedRuleText(QString::fromUtf8(text.toUtf8())).toUtf8();
}

std::optional<Severity> severityOfWord(const QString &word)
{
    if (const auto own = severityOf(word.toUpper()))
        return own;
    if (word == "page"_L1)
        return Severity::P0;
    if (word == "critical"_L1 || word == "error"_L1 || word == "high"_L1)
        return Severity::P1;
    if (word == "warning"_L1)
        return Severity::P2;
    if (word == "info"_L1)
        return Severity::P3;
    return {};
}

QByteArray yamlOf(const RuleDefinition &rule)
{
    const QByteArray line = QString::fromUtf8(printRule(rule).toUtf8()).toUtf8();
    if (!rule.isOn)
        return "      # off: " + line + '\n';
    QByteArray yaml = "      # " + line + "\n      - alert: " + scalar(rule.name)
                      + "\n        expr: " + scalar(promqlOf(rule)) + '\n';
    if (rule.hold != Milliseconds(0))
        yaml += "        for: " + durationText(rule.hold).toUtf8() + '\n';
    if (rule.keep != Milliseconds(0))
        yaml += "        keep_firing_for: " + durationText(rule.keep).toUtf8() + '\n';
    yaml +=
        "        labels:\n          severity: " + scalar(toWord(rule.severity)) + "\n        annotations:\n";
    if (!rule.summary.isEmpty())
        yaml += "          summary: " + scalar(templateOf(rule.summary)) + '\n';
    if (!rule.description.isEmpty())
        yaml += "          description: " + scalar(templateOf(rule.description)) + '\n';
    // As a template, so that what looks like one in it stays as it is.
    QString own = printRule(rule);
    own.replace(u"{{"_s, u"{{ \"{{\" }}"_s);
    return yaml + "          " + kAnnotation.latin1() + ": " + scalar(own) + '\n';
}

/// Reads the rules of a tree one after the other.
class Importer
{
public:
    Result<ImportedRules> read(const YamlNode &root)
    {
        const YamlNode *groups = root.find("groups"_L1);
        if (!groups || groups->kind != YamlNode::Kind::List)
            reject(groups ? *groups : root, u"a list “groups” is expected"_s);
        else
            readGroups(*groups);
        if (!m_problem.isEmpty())
            return fail(Error::Kind::Invalid, m_problem);
        return std::move(m_imported);
    }

private:
    void reject(const YamlNode &node, const QString &why)
    {
        if (m_problem.isEmpty())
            m_problem = u"line %1: %2"_s.arg(node.line).arg(why);
    }
    void remark(const YamlNode &node, const QString &what)
    {
        m_imported.remarks.append(Tr::tr("Line %1: %2").arg(QString::number(node.line), what));
    }

    void readGroups(const YamlNode &groups)
    {
        for (const YamlNode &group : groups.items) {
            const YamlNode *rules = group.find("rules"_L1);
            if (group.kind != YamlNode::Kind::Map || (rules && rules->kind != YamlNode::Kind::List)) {
                reject(group, u"a group with a list “rules” is expected"_s);
                return;
            }
            if (!rules)
                continue;
            for (const YamlNode &rule : rules->items) {
                if (!m_problem.isEmpty())
                    return;
                readRule(rule);
            }
        }
    }

    QString textIn(const YamlNode &map, QLatin1StringView name)
    {
        const YamlNode *found = map.find(name);
        if (!found)
            return {};
        if (found->kind != YamlNode::Kind::Text)
            reject(*found, u"a text is expected"_s);
        return found->text;
    }

    Milliseconds durationIn(const YamlNode &map, QLatin1StringView name)
    {
        const YamlNode *found = map.find(name);
        if (!found || found->text == "0"_L1)
            return Milliseconds(0);
        const auto duration = durationOf(found->text);
        if (!duration)
            reject(*found, u"a time such as 5m is expected"_s);
        return duration.value_or(Milliseconds(0));
    }

    void readRule(const YamlNode &node)
    {
        if (node.kind != YamlNode::Kind::Map) {
            reject(node, u"a rule is expected"_s);
            return;
        }
        if (node.find("record"_L1)) {
            remark(node, Tr::tr("A recording rule was left out."));
            return;
        }
        const QString name = textIn(node, "alert"_L1);
        const QString expression = textIn(node, "expr"_L1);
        if (name.isEmpty() || expression.isEmpty())
            reject(node, u"“alert” and “expr” are expected"_s);
        RuleDefinition rule = definitionOf(node, expression);
        rule.name = name;
        if (!m_problem.isEmpty())
            return;
        if (const auto problem = problemOf(rule))
            reject(node, *problem);
        const auto same = std::ranges::find(m_imported.rules, name, &RuleDefinition::name);
        if (same != m_imported.rules.end())
            reject(node, u"there are two rules %1"_s.arg(name));
        if (m_imported.rules.size() >= kMostRules)
            reject(node, u"there are more than 500 rules"_s);
        m_imported.rules.push_back(std::move(rule));
    }

    RuleDefinition definitionOf(const YamlNode &node, const QString &expression)
    {
        const YamlNode none;
        const YamlNode *annotations = node.find("annotations"_L1);
        const YamlNode &texts = annotations ? *annotations : none;
        if (const auto own = ownRule(textIn(texts, kAnnotation), expression))
            return *own;
        RuleDefinition rule = ruleOfPromql(expression).value_or(RuleDefinition());
        if (!ruleOfPromql(expression)) {
            rule.external = expression;
            remark(node, Tr::tr("The expression is kept as it is; Prometheus has to judge it."));
            if (expression.size() > kLongestExternal)
                reject(node, u"the expression is too long"_s);
        }
        rule.hold = durationIn(node, "for"_L1);
        rule.keep = durationIn(node, "keep_firing_for"_L1);
        rule.summary = textOfTemplate(textIn(texts, "summary"_L1));
        rule.description = textOfTemplate(textIn(texts, "description"_L1));
        const YamlNode *labels = node.find("labels"_L1);
        const QString word = labels ? textIn(*labels, "severity"_L1) : QString();
        const auto severity = severityOfWord(word);
        if (!severity)
            remark(node, Tr::tr("The severity “%1” is not known; P2 was taken.").arg(word.left(64)));
        rule.severity = severity.value_or(Severity::P2);
        return rule;
    }

    /// What we wrote ourselves, unless somebody has changed the expression since.
    static std::optional<RuleDefinition> ownRule(QString text, const QString &expression)
    {
        if (text.isEmpty())
            return {};
        text.replace(u"{{ \"{{\" }}"_s, u"{{"_s);
        const auto rule = parseRule(text);
        return rule && promqlOf(*rule) == expression ? std::optional(*rule) : std::nullopt;
    }

    ImportedRules m_imported;
    QString m_problem;
};

} // namespace

QByteArray prometheusYamlOf(std::span<const RuleDefinition> rules)
{
    QByteArray yaml = "groups:\n  - name: stratadeck\n    rules:\n";
    if (std::ranges::none_of(rules, &RuleDefinition::isOn))
        yaml = "groups:\n  - name: stratadeck\n    rules: []\n";
    for (const RuleDefinition &rule : rules)
        yaml += yamlOf(rule);
    return yaml;
}

Result<ImportedRules> rulesOfPrometheusYaml(const QByteArray &yaml)
{
    return parseYaml(yaml).and_then([](const YamlNode &root) { return Importer().read(root); });
}

} // namespace stratadeck
