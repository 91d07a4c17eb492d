// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/suit/suitability.h"

namespace stratadeck {

// What is said of workloads and where they belong, as plain text in the reader's language.

QString questionText(WorkloadTopic topic);
/// "yes", "no", "not answered".
QString answerText(const std::optional<bool> &isYes);
QString scenarioText(SuitScenario scenario);
/// "fits", "does not fit", "unknown".
QString fitText(Fit fit);
QString placementText(Placement placement);
/// Why, in a sentence or two, with the section that says so.
QString reasonText(PlacementReason reason);
/// One sentence.
QString factText(const WorkloadFact &fact);
/// Where it was read: "domain XML /domain/os/kernel".
QString placeText(const WorkloadFact &fact);

} // namespace stratadeck
