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

/// The rule's summary and description about one of its alerts, as ruleTextOf() and filledIn(). `value` is the
/// engine's; of rules whose engine only knows beyond or not it is left out.
struct TextsAbout {
    QString summary;
    QString description;
};
TextsAbout textsAbout(const RuleDefinition &rule, const Labels &labels, std::optional<double> value,
                      const QLocale &locale);

} // namespace stratadeck
