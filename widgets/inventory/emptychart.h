// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/entity.h"

namespace stratadeck {

/// What stands in a chart without figures: why there are none and, where it helps, what to do. `info` is of the
/// one entity shown, null for several; `recorded`: other charts of the range have figures.
QString emptyChartText(const EntityInfo *info, TimeRange range, TimePoint now, bool recorded);

} // namespace stratadeck
