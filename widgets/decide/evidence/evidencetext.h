// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/assess/evidence.h"

namespace stratadeck {

/// What evidence says, in lines of plain text: figure, samples, gaps, spread, window, hash.
QString evidenceText(const Evidence &evidence);
/// Evidence from a lab in a list: "Start until running of web, median of 5 runs".
QString labEvidenceTitle(const Evidence &evidence);
QString aggregateText(const EvidenceQuery &query);
/// What changed when a query was run again.
QString refreshText(const Evidence &before, const EvidenceRefresh &refresh);

} // namespace stratadeck
