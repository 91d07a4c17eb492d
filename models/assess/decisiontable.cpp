// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/assess/decisiontable.h"

namespace stratadeck {

namespace {

GateResult gateOf(const CellFigures &figures, const Gate &gate)
{
    GateResult result;
    result.level = gate.level;
    result.isAtLeast = gate.isAtLeast;
    if (figures.isMissing)
        return result;
    result.figure = figures.central;
    const bool lowPasses = gate.isAtLeast ? figures.low >= gate.level : figures.low <= gate.level;
    const bool highPasses = gate.isAtLeast ? figures.high >= gate.level : figures.high <= gate.level;
    if (lowPasses == highPasses)
        result.state = lowPasses ? GateResult::State::Passed : GateResult::State::Failed;
    return result;
}

} // namespace

DecisionTable::DecisionTable(const Assessment &source)
    : assessment(source)
    , criteria(source.leaves())
    , weights(effectiveWeights(source))
    , figures(source.options.size(), std::vector<CellFigures>(criteria.size()))
    , low(source.options.size(), criteria.size())
    , central(low)
    , high(low)
    , isEligible(source.options.size(), true)
{
    for (std::size_t i = 0; i < options(); ++i) {
        for (std::size_t j = 0; j < criteria.size(); ++j) {
            const CellFigures own = figuresOf(source, source.cell(source.options[i].id, criteria[j].id));
            figures[i][j] = own;
            if (own.isMissing) {
                high(i, j) = criteria[j].best == criteria[j].worst ? 0 : 1;
            } else {
                const double a = anchoredValue(criteria[j], own.low);
                const double b = anchoredValue(criteria[j], own.high);
                low(i, j) = std::min(a, b);
                high(i, j) = std::max(a, b);
                central(i, j) = anchoredValue(criteria[j], own.central);
            }
            if (criteria[j].gate) {
                GateResult gate = gateOf(own, *criteria[j].gate);
                gate.option = i;
                gate.criterion = j;
                isEligible[i] = isEligible[i] && gate.state != GateResult::State::Failed;
                gates.push_back(gate);
            }
        }
    }
}

bool DecisionTable::hasGap(std::size_t option) const
{
    for (std::size_t j = 0; j < criteria.size(); ++j) {
        if (isMissing(option, j) && weights.leaves[j] > 0)
            return true;
    }
    return false;
}

std::vector<std::size_t> DecisionTable::eligible() const
{
    std::vector<std::size_t> result;
    for (std::size_t i = 0; i < options(); ++i) {
        if (isEligible[i])
            result.push_back(i);
    }
    return result;
}

Matrix DecisionTable::rowsOf(const Matrix &matrix, const std::vector<std::size_t> &options)
{
    Matrix rows(options.size(), matrix.columns());
    for (std::size_t i = 0; i < options.size(); ++i) {
        for (std::size_t j = 0; j < matrix.columns(); ++j)
            rows(i, j) = matrix(options[i], j);
    }
    return rows;
}

} // namespace stratadeck
