// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alert/rules/ruleexpression.h"

namespace stratadeck {

// Rule expressions in the language of Prometheus, by the names under which `db export` gives out our figures.

/// Always a valid expression. What Prometheus has no word for (until) is left out.
QString promqlOf(const RuleDefinition &rule);

/// The comparisons that say the same; none when the expression is not of the part of the language that rules
/// cover, or asks for figures that are not ours.
std::optional<RuleDefinition> ruleOfPromql(const QString &expression);

} // namespace stratadeck
