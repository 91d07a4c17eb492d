// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alert/rules/ruleexpression.h"

namespace stratadeck {

/// The rules that are in force from the first minute, until a person changes them. Their texts are English;
/// ruleTextOf() translates them.
std::vector<RuleDefinition> defaultRules();

/// A summary, description or reason in the language of the person: those of the default rules are translated,
/// others stay as somebody wrote them. Any thread.
QString ruleTextOf(const QString &text);

} // namespace stratadeck
