// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/assess/scorecard.h"

#include <QStringList>
#include <optional>

namespace stratadeck {

// What is said of the scorecard, as plain text in the reader's language.

/// The check as a question.
QString questionText(ScorecardCheck check);
/// With the section of the analysis: "Principles (4.1.1)".
QString groupText(ScorecardGroup group);
/// "yes", "partly", "no", "not applicable", "not answered".
QString answerText(const std::optional<ScorecardState> &state);
/// Of all checks in one sentence.
QString summaryText(const ScorecardCount &count);

/// All checks for other programs, the head first; dates as ISO 8601.
std::vector<QStringList> scorecardTable(const std::vector<ScorecardAnswer> &answers);

} // namespace stratadeck
