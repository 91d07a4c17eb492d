// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/assess/assessment.h"
#include "models/assess/decisionreport.h"
#include "models/assess/stepchecks.h"

namespace stratadeck {

enum class Tone;

// What the architect's desk says, as plain text in the reader's language.

/// At most four significant places; a dash for what is not finite.
QString figureText(double value, const QString &unit = {});
/// A share as "39.1 %".
QString shareText(double share);
/// Scores and values of 0..1 with three places, an em dash for none.
QString scoreText(const std::optional<double> &score);
/// The figure of a cell: "12 ms", "3 – 5 points"; empty when missing.
QString cellFigureText(const Assessment &assessment, const Estimate &figure, const QString &unit);
/// What a person types, in their language or with a point; none when it is no finite number.
std::optional<double> numberOf(const QString &text);

QString nameOf(const Option &option);
QString nameOf(const Criterion &criterion);
QString optionName(const Assessment &assessment, std::size_t option);

QString sourceText(Source source);
QString sourceIcon(Source source);
QString kindText(Estimate::Kind kind);
QString methodText(Method method);
QString weightMethodText(WeightMethod method);
QString stepText(Step step);
QString stateText(StepState state);
QString checkText(const ExitCheck &check);
QString directionText(Direction direction);

/// "clear", "close call", "tie" ...
QString badgeText(const Verdict &verdict);
Tone badgeTone(const Verdict &verdict);
/// Who leads, by how much, and who takes over when: in one sentence or two.
QString verdictText(const Assessment &assessment, const DecisionReport &report);

/// What a report says of its conventions and reasons, in the reader's language; others stay as they are.
QString conventionText(const QString &english);

QString conditionText(const Assessment &assessment, const DecisionReport &report, const Caution &condition);

} // namespace stratadeck
