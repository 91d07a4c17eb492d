// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/assess/stepchecks.h"

#include "models/assess/costmodel.h"
#include "models/assess/decisiontable.h"

#include <algorithm>

namespace stratadeck {

namespace {

ExitCheck checkOf(ExitCheck::Kind kind, bool isPassed, qsizetype count = 0)
{
    return {kind, isPassed, static_cast<int>(count)};
}

/// A check of which none may fail.
ExitCheck noneOf(ExitCheck::Kind kind, qsizetype failing)
{
    return checkOf(kind, failing == 0, failing);
}

struct CellCounts {
    qsizetype missing = 0;
    qsizetype unsupported = 0;
    qsizetype measured = 0;
    qsizetype old = 0;
};

CellCounts countCells(const DecisionTable &table, TimePoint now)
{
    CellCounts counts;
    for (std::size_t i = 0; i < table.options(); ++i) {
        for (std::size_t j = 0; j < table.criteria.size(); ++j) {
            const Cell *cell = table.assessment.cell(table.assessment.options[i].id, table.criteria[j].id);
            if (table.isMissing(i, j)) {
                ++counts.missing;
                continue;
            }
            const bool isMeasured = cell->figure.kind == Estimate::Kind::Measured;
            if (!isMeasured && cell->reason.trimmed().isEmpty() && cell->document.trimmed().isEmpty())
                ++counts.unsupported;
            if (!isMeasured)
                continue;
            ++counts.measured;
            const Evidence *evidence = table.assessment.evidenceOf(cell->figure.evidence);
            const EvidenceAge age = ageOf(*evidence, now, table.assessment.evidenceMaxAge);
            counts.old += age.isOld || age.isTampered ? 1 : 0;
        }
    }
    return counts;
}

} // namespace

std::vector<ExitCheck> exitChecksOf(const Assessment &assessment, Step step, TimePoint now)
{
    using Kind = ExitCheck::Kind;
    const DecisionTable table(assessment);
    const CellCounts cells = countCells(table, now);
    const auto optionCount = qsizetype(assessment.options.size());
    switch (step) {
    case Step::Requirements: {
        const auto usable = std::ranges::count_if(
            table.criteria, [](const Criterion &criterion) { return criterion.worst != criterion.best; });
        return {checkOf(Kind::HasQuestion, !assessment.question.trimmed().isEmpty()),
                checkOf(Kind::HasCriteria, usable >= 2, usable),
                checkOf(Kind::HasWeights, table.weights.isGiven && !table.weights.isIncomplete)};
    }
    case Step::Research:
        return {checkOf(Kind::HasOptions, optionCount >= 2, optionCount),
                noneOf(Kind::CellsFilled, cells.missing)};
    case Step::Design: {
        const auto bare = std::ranges::count_if(
            assessment.options, [](const Option &option) { return option.description.trimmed().isEmpty(); });
        const auto eligible = qsizetype(table.eligible().size());
        return {noneOf(Kind::OptionsDescribed, bare), checkOf(Kind::MustHavesPass, eligible > 0, eligible)};
    }
    case Step::Prototype:
        return {checkOf(Kind::HasEvidence, cells.measured > 0, cells.measured),
                noneOf(Kind::EvidenceYoung, cells.old)};
    case Step::Cost: {
        const auto missing = qsizetype(missingAmounts(assessment).size());
        return {checkOf(Kind::AmountsKnown, missing == 0 && !assessment.cost.items.empty(), missing),
                checkOf(Kind::RateHasReason, !assessment.cost.rateReason.trimmed().isEmpty())};
    }
    case Step::Risk: {
        const auto loose = std::ranges::count_if(assessment.assumptions, [&](const Assumption &assumption) {
            return assumption.owner.trimmed().isEmpty() || (assumption.expires && *assumption.expires <= now);
        });
        const auto written = qsizetype(assessment.assumptions.size());
        return {checkOf(Kind::HasAssumptions, written > 0, written), noneOf(Kind::AssumptionsOwned, loose)};
    }
    case Step::Decision: {
        constexpr double kConsistent = 0.10;
        const auto inconsistent = std::ranges::count_if(table.weights.checks, [](const JudgmentCheck &check) {
            return check.cr.value_or(0) >= kConsistent;
        });
        bool isChosen = false;
        for (std::size_t i = 0; i < table.options(); ++i)
            isChosen = isChosen || (assessment.options[i].id == assessment.outcome && table.isEligible[i]);
        return {noneOf(Kind::JudgmentsConsistent, inconsistent),
                noneOf(Kind::CellsSupported, cells.unsupported + cells.missing),
                checkOf(Kind::HasOutcome, isChosen)};
    }
    }
    return {};
}

} // namespace stratadeck
