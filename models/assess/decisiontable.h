// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/assess/cellfigures.h"
#include "models/assess/decisionreport.h"
#include "models/assess/effectiveweights.h"

namespace stratadeck {

/// An assessment as numbers: options by leaf criteria.
struct DecisionTable {
    explicit DecisionTable(const Assessment &source);

    const Assessment &assessment;
    std::vector<Criterion> criteria; ///< leaves
    EffectiveWeights weights;
    std::vector<std::vector<CellFigures>> figures; ///< option, criterion
    Matrix low;                                    ///< values 0..1; a missing cell is 0 ..
    Matrix central;                                ///< .. 0 ..
    Matrix high;                                   ///< .. 1
    std::vector<GateResult> gates;
    std::vector<bool> isEligible;

    std::size_t options() const { return assessment.options.size(); }
    bool isMissing(std::size_t option, std::size_t criterion) const
    {
        return figures[option][criterion].isMissing;
    }
    /// A missing cell that counts.
    bool hasGap(std::size_t option) const;
    std::vector<std::size_t> eligible() const;
    /// Rows of the matrix, in the order of the options given.
    static Matrix rowsOf(const Matrix &matrix, const std::vector<std::size_t> &options);
};

// The parts of a report. `eligible` are the options that may be chosen, `winner` one of them.

std::vector<MethodRanking> methodRankings(const DecisionTable &table, const std::vector<std::size_t> &eligible);
/// Kendall's W, ties corrected, over the methods that are defined; none for fewer than two of either.
std::optional<double> agreementOf(const std::vector<MethodRanking> &methods);

std::vector<WeightFragility> fragilityOf(const DecisionTable &table, const std::vector<std::size_t> &eligible,
                                         std::size_t winner);
std::vector<CriticalScore> criticalScoresOf(const DecisionTable &table,
                                            const std::vector<std::size_t> &eligible, std::size_t winner);
std::vector<TornadoEntry> tornadoOf(const DecisionTable &table, const std::vector<std::size_t> &eligible,
                                    std::size_t winner);
std::vector<WhatIf> leaveOneOutOf(const DecisionTable &table, const std::vector<std::size_t> &eligible,
                                  std::size_t winner);
std::vector<WhatIf> addCopyOf(const DecisionTable &table, const std::vector<std::size_t> &eligible,
                              std::size_t winner);

std::vector<Caution> cautionsOf(const DecisionTable &table, const DecisionReport &report, TimePoint now);

} // namespace stratadeck
