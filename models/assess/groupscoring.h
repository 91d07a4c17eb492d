// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/assess/assessment.h"
#include "models/base/result.h"

namespace stratadeck {

/// How far a group is apart on a cell, on the 0..1 scale between the anchors.
struct CellSpread {
    QString option;
    QString criterion;
    int count = 0; ///< people who gave a figure
    double mean = 0;
    double spread = 0; ///< highest - lowest
};
/// Largest disagreement first; empty until the round is revealed.
std::vector<CellSpread> spreadOf(const Assessment &assessment);

/// The scores of a revealed round as agreed cells: what people said, or from the least over the mean to the
/// most when they differ.
std::vector<Cell> agreedCells(const Assessment &assessment);

/// What one member may see: before the reveal only their own scores.
GroupRound visibleRound(const GroupRound &round, const QString &author);

/// A state of the history as it may be told to anybody: without any score while the round of `now` is open.
Assessment withoutHiddenScores(Assessment state, const GroupRound &now);

/// One weight set of all AHP judgments: the geometric mean of each judgment (AIJ). Invalid when fewer than two
/// people have judged all pairs.
Result<WeightSet> combinedJudgments(const Assessment &assessment, const QString &author);

} // namespace stratadeck
