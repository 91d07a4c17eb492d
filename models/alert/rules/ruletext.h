// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alert/rules/ruleexpression.h"

#include <tl/expected.hpp>

namespace stratadeck {

/// Where a text is no rule, and what was expected there, for a person.
struct RuleTextProblem {
    int line = 1;         ///< from 1; of a file
    qsizetype column = 1; ///< from 1
    QString sentence;     ///< names the column

    bool operator==(const RuleTextProblem &) const = default;
};

/// A rule in one line:
///   Busy: avg(cpu.host_percent{name=~"web-.*"}[5m]) > 85% for 5m clear < 75% keep 3m nodata keep severity P3
///   flap
/// "Busy:" is its name, or a text in quotes. The figure may be calculated with constants; AND, OR and UNLESS
/// join more comparisons. Behind them in any order, each at most once: for D, clear < N, until COMPARISON,
/// keep D, nodata ok|keep|alert|error, severity P0..P3, flap, off, summary "..", description "..", reason "..".
/// A value equal to the clearing one clears. At most 16 KiB. Any thread.
tl::expected<RuleDefinition, RuleTextProblem> parseRule(QStringView text);

/// Only the comparisons of a rule.
tl::expected<RuleDefinition, RuleTextProblem> parseRuleExpression(QStringView text);

/// A rule a line; empty lines and those that begin with # say nothing. At most 500 rules of at most 1 MiB.
tl::expected<std::vector<RuleDefinition>, RuleTextProblem> parseRules(const QString &text);

/// The one line that parseRule() reads as the same rule again.
QString printRule(const RuleDefinition &rule);
/// Its comparisons alone.
QString printExpression(const RuleDefinition &rule);
QString printClause(const RuleClause &clause);
/// A text in quotes, with what quotes need.
QString quotedRuleText(const QString &text);

} // namespace stratadeck
