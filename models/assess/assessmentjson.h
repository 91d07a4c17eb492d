// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/assess/assessment.h"
#include "models/base/jsonview.h"

#include <QJsonObject>

namespace stratadeck {

/// Version of the JSON form of an assessment and its events.
inline constexpr int kAssessmentFormat = 2; ///< since 2: events that archive and restore

QJsonObject toJson(const EvidenceQuery &query);
QJsonObject toJson(const Evidence &evidence);
QJsonObject toJson(const Assessment &assessment);
/// Untrusted input: refuses, with the path, what is unknown, too long or too many, not finite, names an option
/// or criterion that is not there, or goes round in circles. Control characters are taken out of texts.
Assessment assessmentOf(const JsonView &view);
/// The same for a value that somebody has built: Invalid with the path of what is wrong.
Result<Assessment> checkedAssessment(const Assessment &assessment);

} // namespace stratadeck
