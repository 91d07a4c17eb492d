// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alert/rules/ruleexpression.h"
#include "models/base/result.h"

#include <QByteArray>
#include <QStringList>
#include <span>

namespace stratadeck {

/// Rules as a file that Prometheus reads. What it has no word for (clear, until, nodata, flap) stands in a
/// comment and, as one line, in the annotation stratadeck_rule, by which reading gives the same rules again.
/// Rules that are off are comments.
QByteArray prometheusYamlOf(std::span<const RuleDefinition> rules);

struct ImportedRules {
    std::vector<RuleDefinition> rules;
    QStringList remarks; ///< with the line: what was left out or is only kept, for a person
};

/// The alerting rules of such a file. An expression that cannot be judged here is kept as `external`. Invalid
/// with the line: no YAML, not the form of a rule file, aliases, more than 1 MiB, 32 levels or 500 rules.
Result<ImportedRules> rulesOfPrometheusYaml(const QByteArray &yaml);

} // namespace stratadeck
