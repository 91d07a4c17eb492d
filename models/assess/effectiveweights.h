// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/assess/assessment.h"
#include "models/decide/ahp.h"

namespace stratadeck {

/// A comparison of siblings by AHP judgments that do not quite agree.
struct JudgmentCheck {
    QString author;
    QString parent; ///< of the siblings; empty: top level
    std::optional<double> cr;
    std::optional<PairJudgment> worst; ///< the one that is farthest from the others' sense
    double suggested = 1;
};

/// What one weight set comes to.
struct ResolvedWeights {
    std::vector<double> leaves;        ///< of each leaf, sum 1
    std::vector<JudgmentCheck> checks; ///< where it is made of judgments
    bool isIncomplete = false;         ///< some siblings were not compared: they share equally
};
ResolvedWeights resolvedWeights(const Assessment &assessment, const WeightSet &set);

/// The weights that count, and how far people are apart.
struct EffectiveWeights {
    std::vector<double> leaves; ///< sum 1; equal ones when nobody has weighed anything; empty without criteria
    std::vector<double> low;    ///< of any set
    std::vector<double> high;
    std::vector<std::vector<double>> sets; ///< of every set, in their order
    std::vector<JudgmentCheck> checks;     ///< of the sets that count
    bool isGiven = false;                  ///< somebody has weighed
    bool isIncomplete = false;
    QStringList review; ///< criteria whose anchors moved since
};
/// The set of Assessment::weightsOf, else the mean of all sets (for AHP: AIP).
EffectiveWeights effectiveWeights(const Assessment &assessment);

} // namespace stratadeck
