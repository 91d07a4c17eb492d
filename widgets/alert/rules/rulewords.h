// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alert/rules/ruleexpression.h"
#include "widgets/alert/rules/rulebook.h"
#include "widgets/kit/words.h"

namespace stratadeck {

// The words of rules for people; the rules' own words are those of ruletext.h.

/// "avg – mean".
QString functionName(RuleFunction function);
QString comparisonName(Comparison comparison);
QString noDataName(NoData noData);
QString subjectKindName(RuleSubject::Kind kind);
/// "cpu.host_percent – CPU use, in %".
QString metricName(MetricId metric);

/// Icon and words, each severity with a shape of its own.
Wording severityWording(Severity severity);
QString originName(RuleBook::Origin origin);

/// Why a form cannot show all of this rule.
QString whyNotInForm(const RuleDefinition &rule);

/// The events that collectors tell of.
QStringList eventWords();

} // namespace stratadeck
