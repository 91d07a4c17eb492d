// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/assess/assessment.h"

namespace stratadeck {

/// A check of the way out of a step.
struct ExitCheck {
    enum class Kind : quint8 {
        HasQuestion,         ///< requirements: what is decided is written down
        HasCriteria,         ///< requirements: at least two criteria with different anchors
        HasWeights,          ///< requirements: somebody has weighed them
        HasOptions,          ///< research: at least two options
        CellsFilled,         ///< research: no cell is missing; `count` are
        OptionsDescribed,    ///< design: each option says what it is; `count` do not
        MustHavesPass,       ///< design: at least one option passes every gate
        HasEvidence,         ///< prototype: at least one cell is measured
        EvidenceYoung,       ///< prototype: none is older than the assessment wants; `count` are
        AmountsKnown,        ///< cost: no amount is missing; `count` are
        RateHasReason,       ///< cost
        HasAssumptions,      ///< risk: what could turn out wrong is written down
        AssumptionsOwned,    ///< risk: each has an owner and has not expired; `count` have not
        JudgmentsConsistent, ///< decision: CR < 0.10 or no judgments
        CellsSupported,      ///< decision: each has evidence, a document or a reason; `count` have not
        HasOutcome           ///< decision: an option is chosen that passes the gates
    };
    Kind kind{};
    bool isPassed = false;
    int count = 0;
};
QString toWord(ExitCheck::Kind kind);

/// What has to be true before the step is done. With a failing check it needs a written reason.
std::vector<ExitCheck> exitChecksOf(const Assessment &assessment, Step step, TimePoint now);

} // namespace stratadeck
