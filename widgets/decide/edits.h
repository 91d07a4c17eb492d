// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/assess/assessment.h"
#include "models/assess/decisionreport.h"

#include <QSet>

namespace stratadeck {

// Changes people make on the page, as values: each answers the assessment as it is afterwards.

/// Leaf `criterion` (index into the report) weighs `weight` of all; the others keep the proportions that
/// `proportions` (one a leaf) have. Becomes the set of `who`, by slider, and the one that counts.
Assessment withWeight(const Assessment &assessment, const DecisionReport &report,
                      const std::vector<double> &proportions, std::size_t criterion, double weight,
                      const QString &who);

/// The set that `who` would edit by this method: theirs if it is of that kind, else one that says what the
/// weights of now say.
WeightSet weightSetFor(const Assessment &assessment, const DecisionReport &report, WeightMethod method,
                       const QString &who);
/// That set counts from now on.
Assessment withWeightSet(const Assessment &assessment, WeightSet set);

/// Criteria that are compared with each other: those without a parent, then the members of each group.
std::vector<QStringList> siblingGroups(const Assessment &assessment);

/// The cell as it is, or a new one without a figure.
Cell cellOf(const Assessment &assessment, const QString &option, const QString &criterion);
Assessment withCell(const Assessment &assessment, Cell cell, const QString &who, TimePoint at);
Assessment withoutCell(const Assessment &assessment, const QString &option, const QString &criterion);
/// A figure somebody typed: a judgment, unless the cell cites a document already.
Assessment withTypedFigure(const Assessment &assessment, const QString &option, const QString &criterion,
                           double figure, const QString &who, TimePoint at);
/// Evidence from a lab that the assessment has already is only named. Recorded evidence that no cell and no
/// cost line names any more is let go.
Assessment withEvidence(const Assessment &assessment, Evidence evidence, const QString &option,
                        const QString &criterion, const QString &who, TimePoint at);

/// Keeps what a lab measured, for cells to use.
Assessment withLabEvidence(const Assessment &assessment, std::vector<Evidence> evidence);

/// A new assessment with the content of this one: fresh id and steps, the same figures.
Assessment duplicateOf(const Assessment &assessment, const QString &title, TimePoint at);

} // namespace stratadeck
