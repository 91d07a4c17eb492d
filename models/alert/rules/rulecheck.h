// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alert/rules/ruleexpression.h"

#include <QStringList>
#include <span>

namespace stratadeck {

/// Why a comparison cannot be judged, as one sentence for a person; none when it can. Any thread.
std::optional<QString> problemOf(const RuleClause &clause);
std::optional<QString> problemOf(const LabelMatcher &matcher);

/// The same of a whole rule: its comparisons, its times, and that `clear` lies on the safe side.
std::optional<QString> problemOf(const RuleDefinition &rule);

/// The same of all that are to be in force together: how many there are, and that no two have one name.
std::optional<QString> problemOf(std::span<const RuleDefinition> rules);

/// The metrics whose names are most like this one, the nearest first; none when nothing is near.
QStringList metricsLike(QStringView name, qsizetype most = 3);
/// "There is no metric x; did you mean ..."
QString unknownMetricText(const QString &name);

/// Words of EntityProblem that "problem:" takes.
QStringList problemWords();

/// The clearing threshold that is in force.
double clearOf(const RuleDefinition &rule);

} // namespace stratadeck
