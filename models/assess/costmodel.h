// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/assess/assessment.h"
#include "models/base/result.h"
#include "models/cost/project.h"

namespace stratadeck {

/// The cost model of staying with the baseline against going to `option`, as models/cost reckons it: the
/// baseline's items are its VM lines, those of `option` its container lines, items without an option its
/// efficiency value. Lines are named by the items' ids. Invalid when an amount is missing (with the item's name
/// as subject) or when there is no such option or baseline.
Result<CostProject> costProjectOf(const Assessment &assessment, const QString &option);

/// An item whose amount nobody has given yet: the project cannot be reckoned with it.
std::vector<const CostItem *> missingAmounts(const Assessment &assessment);

/// The lines that the source document names and those that are forgotten, all without amounts: for an
/// assessment whose model is still empty. `option` is "vm", "container" or "hybrid".
std::vector<CostItem> usualCostItems(const QString &option);

} // namespace stratadeck
