// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/suit/suitability.h"
#include "widgets/decide/table/figuremodel.h"

namespace stratadeck {

QStringList suitabilityHead();
/// Name, kind, host, recommendation, and how each scenario fits.
std::vector<FigureCell> suitabilityRow(const EntityInfo &info, const Suitability &suitability);
/// All that stands behind a recommendation: reasons, every fact and answer with where it comes from, and what
/// would settle it. Plain text of several paragraphs.
QString suitabilityDetails(const EntityInfo &info, const Suitability &suitability);

} // namespace stratadeck
