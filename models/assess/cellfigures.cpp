// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/assess/cellfigures.h"

#include <algorithm>

namespace stratadeck {

namespace {

constexpr double kSigmas = 1.96; // 95 % of a normal distribution

/// Of ascending replicates.
double quantile(const std::vector<double> &ascending, double share)
{
    const double place = share * static_cast<double>(ascending.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const std::size_t above = std::min(below + 1, ascending.size() - 1);
    return ascending[below] + (place - static_cast<double>(below)) * (ascending[above] - ascending[below]);
}

CellFigures measured(const Evidence *evidence)
{
    if (!evidence)
        return {};
    if (evidence->replicates.empty())
        return {false, evidence->value, evidence->value, evidence->value};
    constexpr double kTail = 0.025;
    return {false, std::min(evidence->value, quantile(evidence->replicates, kTail)), evidence->value,
            std::max(evidence->value, quantile(evidence->replicates, 1 - kTail))};
}

} // namespace

CellFigures figuresOf(const Assessment &assessment, const Cell *cell)
{
    if (!cell)
        return {};
    const Estimate &figure = cell->figure;
    switch (figure.kind) {
    case Estimate::Kind::Missing:
        return {};
    case Estimate::Kind::Exact:
        return {false, figure.low, figure.low, figure.low};
    case Estimate::Kind::Interval:
        return {false, figure.low, (figure.low + figure.high) / 2, figure.high};
    case Estimate::Kind::Triangular:
        return {false, figure.low, (figure.low + figure.mode + figure.high) / 3, figure.high};
    case Estimate::Kind::Pert:
        return {false, figure.low, (figure.low + 4 * figure.mode + figure.high) / 6, figure.high};
    case Estimate::Kind::Normal:
        return {false, figure.mode - kSigmas * figure.deviation, figure.mode,
                figure.mode + kSigmas * figure.deviation};
    case Estimate::Kind::Measured:
        return measured(assessment.evidenceOf(figure.evidence));
    }
    return {};
}

Distribution distributionOf(const Assessment &assessment, const Cell *cell, const Criterion &criterion)
{
    using Kind = Distribution::Kind;
    const Distribution unknown{Kind::Uniform,
                               std::min(criterion.worst, criterion.best),
                               std::max(criterion.worst, criterion.best),
                               0,
                               {}};
    if (!cell)
        return unknown;
    const Estimate &figure = cell->figure;
    switch (figure.kind) {
    case Estimate::Kind::Missing:
        return unknown;
    case Estimate::Kind::Exact:
        return Distribution::exact(figure.low);
    case Estimate::Kind::Interval:
        return {Kind::Uniform, figure.low, figure.high, 0, {}};
    case Estimate::Kind::Triangular:
        return {Kind::Triangular, figure.low, figure.mode, figure.high, {}};
    case Estimate::Kind::Pert:
        return {Kind::Pert, figure.low, figure.mode, figure.high, {}};
    case Estimate::Kind::Normal:
        return {Kind::Normal, figure.mode, figure.deviation, 0, {}};
    case Estimate::Kind::Measured:
        if (const Evidence *evidence = assessment.evidenceOf(figure.evidence)) {
            return evidence->replicates.size() < 2 ? Distribution::exact(evidence->value)
                                                   : Distribution::samples(evidence->replicates);
        }
        return unknown;
    }
    return unknown;
}

double anchoredValue(const Criterion &criterion, double figure)
{
    const double range = criterion.best - criterion.worst;
    return range == 0 ? 0 : std::clamp((figure - criterion.worst) / range, 0.0, 1.0);
}

double figureAt(const Criterion &criterion, double value)
{
    return criterion.worst + value * (criterion.best - criterion.worst);
}

} // namespace stratadeck
