// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/assess/decisiontable.h"

#include <algorithm>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

using Kind = Caution::Kind;

class Collector
{
public:
    Collector(const DecisionTable &table, TimePoint now)
        : m_table(table)
        , m_now(now)
    {
    }

    void add(Kind kind, std::optional<std::size_t> option = {}, std::optional<std::size_t> criterion = {},
             const QString &subject = {}, std::optional<double> figure = {}, const QString &reason = {})
    {
        m_conditions.push_back({kind, option, criterion, subject, reason, figure});
    }

    void addFrame();
    void addWeights();
    void addCriteria();
    void addCell(std::size_t option, std::size_t criterion);
    void addGates(const DecisionReport &report);
    void addReversals(const DecisionReport &report);
    void addRest(const DecisionReport &report);
    std::vector<Caution> take() { return std::move(m_conditions); }

private:
    void addEvidence(const Cell &cell, std::size_t option, std::size_t criterion);

    const DecisionTable &m_table;
    TimePoint m_now;
    std::vector<Caution> m_conditions;
};

void Collector::addFrame()
{
    if (m_table.options() == 0)
        add(Kind::NoOptions);
    if (m_table.criteria.empty())
        add(Kind::NoCriteria);
}

void Collector::addWeights()
{
    constexpr double kConsistent = 0.10; // Saaty's limit
    const EffectiveWeights &weights = m_table.weights;
    if (!weights.isGiven)
        add(Kind::NoWeights);
    else if (weights.isIncomplete)
        add(Kind::WeightsIncomplete);
    for (const JudgmentCheck &check : weights.checks) {
        if (check.cr && *check.cr >= kConsistent)
            add(Kind::WeightsInconsistent, {}, {}, check.author, check.cr);
    }
    for (const QString &id : weights.review)
        add(Kind::WeightsForReview, {}, {}, id);
}

void Collector::addCriteria()
{
    for (std::size_t j = 0; j < m_table.criteria.size(); ++j) {
        const Criterion &criterion = m_table.criteria[j];
        const double weight = m_table.weights.leaves[j];
        if (criterion.worst == criterion.best) {
            add(Kind::AnchorsEqual, {}, j, criterion.id, weight);
            continue;
        }
        if ((criterion.direction == Direction::Benefit) != (criterion.best > criterion.worst))
            add(Kind::AnchorsAgainstDirection, {}, j, criterion.id);
        if (criterion.gate) {
            const double most = std::max(criterion.worst, criterion.best);
            const double least = std::min(criterion.worst, criterion.best);
            const double level = criterion.gate->level;
            if (criterion.gate->isAtLeast ? level > most : level < least)
                add(Kind::GatesContradict, {}, j, criterion.id, level);
        }
        const std::vector<std::size_t> eligible = m_table.eligible();
        const bool isComplete =
            std::ranges::none_of(eligible, [&](std::size_t i) { return m_table.isMissing(i, j); });
        if (!isComplete || eligible.size() < 2 || weight <= 0)
            continue;
        double least = 1;
        double most = 0;
        double noise = 0;
        for (const std::size_t i : eligible) {
            least = std::min(least, m_table.central(i, j));
            most = std::max(most, m_table.central(i, j));
            noise = std::max(noise, m_table.high(i, j) - m_table.low(i, j));
        }
        if (least == most)
            add(Kind::DoesNotDiscriminate, {}, j, criterion.id, weight);
        else if (most - least < noise)
            add(Kind::RangeWithinNoise, {}, j, criterion.id, noise);
    }
}

void Collector::addEvidence(const Cell &cell, std::size_t option, std::size_t criterion)
{
    const Evidence *evidence = m_table.assessment.evidenceOf(cell.figure.evidence);
    if (!evidence) {
        add(Kind::EvidenceMissing, option, criterion, cell.figure.evidence);
        return;
    }
    const EvidenceAge age = ageOf(*evidence, m_now, m_table.assessment.evidenceMaxAge);
    if (age.isTampered)
        add(Kind::EvidenceTampered, option, criterion, evidence->id);
    if (age.isOld)
        add(Kind::EvidenceOld, option, criterion, evidence->id, static_cast<double>(age.age.count()));
}

void Collector::addCell(std::size_t option, std::size_t criterion)
{
    const Assessment &assessment = m_table.assessment;
    const Criterion &column = m_table.criteria[criterion];
    const Cell *cell = assessment.cell(assessment.options[option].id, column.id);
    if (cell && cell->figure.kind == Estimate::Kind::Measured)
        addEvidence(*cell, option, criterion);
    const CellFigures &figures = m_table.figures[option][criterion];
    if (figures.isMissing) {
        add(Kind::CellMissing, option, criterion);
        return;
    }
    const bool isSupported = cell->figure.kind == Estimate::Kind::Measured || !cell->reason.trimmed().isEmpty()
                             || !cell->document.trimmed().isEmpty();
    if (!isSupported)
        add(Kind::CellUnsupported, option, criterion);
    const double least = std::min(column.worst, column.best);
    const double most = std::max(column.worst, column.best);
    if (least < most && (figures.central < least || figures.central > most))
        add(Kind::CellOutsideAnchors, option, criterion, {}, figures.central);
}

void Collector::addGates(const DecisionReport &report)
{
    for (const GateResult &gate : report.gates) {
        if (gate.state == GateResult::State::Failed)
            add(Kind::GateFailed, gate.option, gate.criterion, {}, gate.figure);
        else if (gate.state == GateResult::State::Unknown)
            add(Kind::GateUnknown, gate.option, gate.criterion, {}, gate.figure);
    }
    if (m_table.options() > 0 && m_table.eligible().empty())
        add(Kind::AllGatesFailed);
}

void Collector::addReversals(const DecisionReport &report)
{
    for (const WhatIf &own : report.leaveOneOut) {
        if (own.changesWinner || own.changesTopsisWinner)
            add(Kind::RemovingChangesWinner, own.option, {},
                toWord(own.changesWinner ? Method::Wsm : Method::Topsis));
    }
    for (const WhatIf &own : report.addCopy) {
        if (own.changesTopsisWinner)
            add(Kind::CopyChangesWinner, own.option, {}, toWord(Method::Topsis));
    }
}

void Collector::addRest(const DecisionReport &report)
{
    for (const MethodRanking &method : report.methods) {
        if (!method.isDefined)
            add(Kind::MethodNotDefined, {}, {}, toWord(method.method), {}, method.reason);
    }
    const Assessment &assessment = m_table.assessment;
    for (const Assumption &assumption : assessment.assumptions) {
        if (assumption.expires && *assumption.expires <= m_now)
            add(Kind::AssumptionExpired, {}, {}, assumption.id);
    }
    const bool hasCosts = std::ranges::any_of(assessment.cost.items, [](const CostItem &item) {
        return item.amount.kind != Estimate::Kind::Missing && !item.isSunk;
    });
    for (std::size_t j = 0; j < m_table.criteria.size() && hasCosts; ++j) {
        const Criterion &criterion = m_table.criteria[j];
        const bool isMoney = criterion.id == "cost-benefit"_L1
                             || (!criterion.unit.isEmpty() && criterion.unit == assessment.cost.currency);
        if (isMoney && m_table.weights.leaves[j] > 0)
            add(Kind::CostInMatrixAndModel, {}, j, criterion.id, m_table.weights.leaves[j]);
    }
}

} // namespace

std::vector<Caution> cautionsOf(const DecisionTable &table, const DecisionReport &report, TimePoint now)
{
    Collector collector(table, now);
    collector.addFrame();
    collector.addWeights();
    collector.addCriteria();
    for (std::size_t i = 0; i < table.options(); ++i) {
        for (std::size_t j = 0; j < table.criteria.size(); ++j)
            collector.addCell(i, j);
    }
    collector.addGates(report);
    collector.addReversals(report);
    collector.addRest(report);
    return collector.take();
}

} // namespace stratadeck
