// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/assess/decisionreport.h"
#include "models/assess/stepchecks.h"
#include "models/assess/words.h"

namespace stratadeck {

namespace {

using namespace Qt::StringLiterals;

constexpr std::array kConditions{"no_options"_L1,
                                 "no_criteria"_L1,
                                 "no_weights"_L1,
                                 "weights_incomplete"_L1,
                                 "weights_inconsistent"_L1,
                                 "weights_for_review"_L1,
                                 "anchors_equal"_L1,
                                 "anchors_against_direction"_L1,
                                 "cell_missing"_L1,
                                 "cell_unsupported"_L1,
                                 "cell_outside_anchors"_L1,
                                 "evidence_missing"_L1,
                                 "evidence_old"_L1,
                                 "evidence_tampered"_L1,
                                 "does_not_discriminate"_L1,
                                 "range_within_noise"_L1,
                                 "gate_failed"_L1,
                                 "gate_unknown"_L1,
                                 "all_gates_failed"_L1,
                                 "gates_contradict"_L1,
                                 "method_not_defined"_L1,
                                 "removing_changes_winner"_L1,
                                 "copy_changes_winner"_L1,
                                 "assumption_expired"_L1,
                                 "cost_in_matrix_and_model"_L1};
constexpr std::array kVerdicts{"unknown"_L1, "only_one"_L1, "clear"_L1,
                               "close"_L1,   "tie"_L1,      "nobody_passes"_L1};
constexpr std::array kMethods{"wsm"_L1, "wpm"_L1, "topsis"_L1, "vikor"_L1, "promethee_ii"_L1, "ahp"_L1};
constexpr std::array kChecks{
    "has_question"_L1,      "has_criteria"_L1,         "has_weights"_L1,     "has_options"_L1,
    "cells_filled"_L1,      "options_described"_L1,    "must_haves_pass"_L1, "has_evidence"_L1,
    "evidence_young"_L1,    "amounts_known"_L1,        "rate_has_reason"_L1, "has_assumptions"_L1,
    "assumptions_owned"_L1, "judgments_consistent"_L1, "cells_supported"_L1, "has_outcome"_L1};

} // namespace

QString toWord(Caution::Kind kind)
{
    return words::textOf(kConditions, kind);
}

QString toWord(Verdict::Kind kind)
{
    return words::textOf(kVerdicts, kind);
}

QString toWord(Method method)
{
    return words::textOf(kMethods, method);
}

QString toWord(ExitCheck::Kind kind)
{
    return words::textOf(kChecks, kind);
}

} // namespace stratadeck
