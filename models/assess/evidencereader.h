// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/assess/evidence.h"
#include "models/base/result.h"
#include "models/history/historyreader.h"

namespace stratadeck {

/// Runs a query over the history and freezes the answer, with no id. NotFound when none of the entities or no
/// such series is known; Ended, "not measured yet", when the window has no sample; Cancelled. Any thread.
Result<Evidence> takeEvidence(const HistoryReader &reader, const EvidenceQuery &query, const QString &author,
                              TimePoint now, const std::stop_token &stop = {});

/// Runs the query of `before` again over a window of the same length that ends now. Invalid for what a lab
/// measured.
Result<EvidenceRefresh> refreshEvidence(const HistoryReader &reader, const Evidence &before,
                                        const QString &author, TimePoint now, const std::stop_token &stop = {});

} // namespace stratadeck
