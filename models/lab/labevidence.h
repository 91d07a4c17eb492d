// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/lab/labplan.h"
#include "models/lab/labsummary.h"

namespace stratadeck {

/// What a lab found of one figure of one target, frozen with all runs of that target, with no id: the value is
/// the median. None when no run told it.
std::optional<Evidence> labEvidence(LabFigure figure, const LabPlan &plan,
                                    const std::vector<LabRecord> &records, std::size_t target,
                                    const QString &author);

/// Every figure of every target that some run told.
std::vector<Evidence> labEvidence(const LabPlan &plan, const std::vector<LabRecord> &records,
                                  const QString &author);

} // namespace stratadeck
