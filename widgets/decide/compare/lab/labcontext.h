// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/lab/labhands.h"

namespace stratadeck {

class AssessmentDesk;
class InventoryModel;

/// What the lab of a page works with; all of it outlives the page.
struct LabContext {
    InventoryModel *inventory = nullptr;
    std::function<QString(std::optional<SourceId>)> uriOf; ///< of a source; empty when it is not connected
    std::function<bool()> isReadOnly;
    AssessmentDesk *assessments = nullptr; ///< where runs can be kept as evidence
    QString who;                           ///< evidence is taken by
    LabHands hands;
};

} // namespace stratadeck
