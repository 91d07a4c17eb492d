// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/alert/rules/importplan.h"

#include "models/alert/rules/rulecheck.h"
#include "widgets/alert/rules/rulebook.h"

#include <QCoreApplication>
#include <algorithm>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(RuleImport)
};

} // namespace

ImportPlan planImport(const std::vector<RuleDefinition> &current, const std::vector<RuleDefinition> &imported,
                      bool replaces)
{
    ImportPlan plan;
    plan.rules = current;
    QSet<QString> taken;
    for (const RuleDefinition &rule : current)
        taken.insert(rule.name);
    for (const RuleDefinition &rule : imported)
        taken.insert(rule.name); // a new name must not be that of one further down
    QSet<QString> seen;
    for (const RuleDefinition &rule : imported) {
        ImportedRule &line = plan.imported.emplace_back();
        line.name = rule.name;
        line.isExternal = !rule.external.isEmpty();
        const auto known = std::ranges::find(plan.rules, rule.name, &RuleDefinition::name);
        const auto refuse = [&line](const QString &reason) {
            line.fate = ImportedRule::Fate::Refused;
            line.text = reason;
        };
        if (const auto problem = problemOf(rule)) {
            refuse(*problem);
        } else if (seen.contains(rule.name)) {
            refuse(Tr::tr("The file has another rule of this name before it."));
        } else if (known != plan.rules.end() && *known == rule) {
            line.fate = ImportedRule::Fate::Same;
        } else if (known != plan.rules.end() && replaces) {
            line.fate = ImportedRule::Fate::Replaces;
            *known = rule;
            ++plan.changes;
        } else if (plan.rules.size() >= kMostRules) {
            refuse(
                Tr::tr("There are %n rules already, and no more fit.", nullptr, static_cast<int>(kMostRules)));
        } else {
            RuleDefinition added = rule;
            if (known != plan.rules.end()) {
                added.name = RuleBook::freeName(rule.name, taken);
                taken.insert(added.name);
                line.fate = ImportedRule::Fate::Renamed;
                line.text = added.name;
            }
            plan.rules.push_back(std::move(added));
            ++plan.changes;
        }
        seen.insert(rule.name);
    }
    return plan;
}

} // namespace stratadeck
