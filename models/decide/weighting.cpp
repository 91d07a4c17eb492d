// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/decide/weighting.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace stratadeck {

namespace {

double sumOf(const std::vector<double> &x)
{
    return std::accumulate(x.begin(), x.end(), 0.0);
}

std::optional<std::vector<double>> toSumOne(std::vector<double> x)
{
    const double sum = sumOf(x);
    if (!(sum > 0))
        return {};
    for (double &value : x)
        value /= sum;
    return x;
}

std::vector<double> deviations(const std::vector<double> &x)
{
    const double mean = sumOf(x) / static_cast<double>(x.size());
    std::vector<double> off;
    for (const double value : x)
        off.push_back(value - mean);
    return off;
}

double dot(const std::vector<double> &a, const std::vector<double> &b)
{
    return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

} // namespace

std::optional<std::vector<double>> entropyWeights(const Matrix &figures)
{
    std::vector<double> divergence;
    const double scale = 1 / std::log(static_cast<double>(figures.rows()));
    for (std::size_t j = 0; j < figures.columns(); ++j) {
        const std::vector<double> x = figures.column(j);
        const double sum = sumOf(x);
        double entropy = 0;
        for (const double value : x) {
            const double p = value / sum;
            if (p > 0)
                entropy -= scale * p * std::log(p);
        }
        constexpr double kNoise = 1e-14;
        divergence.push_back(1 - entropy > kNoise ? 1 - entropy : 0);
    }
    return toSumOne(std::move(divergence));
}

std::optional<CriticWeights> criticWeights(const Matrix &figures, const std::vector<Direction> &directions)
{
    const Matrix values = valuesOf(figures, directions, {Normalization::MinMax, {}, {}, {}});
    std::vector<std::vector<double>> off;
    std::vector<double> length;
    for (std::size_t j = 0; j < values.columns(); ++j) {
        off.push_back(deviations(values.column(j)));
        length.push_back(std::sqrt(dot(off.back(), off.back())));
    }
    CriticWeights result;
    const double freedom = std::max(1.0, static_cast<double>(figures.rows()) - 1);
    for (std::size_t j = 0; j < values.columns(); ++j) {
        double conflict = 0;
        for (std::size_t k = 0; k < values.columns() && length[j] > 0; ++k) {
            if (length[k] > 0)
                conflict += 1 - (k == j ? 1 : dot(off[j], off[k]) / (length[j] * length[k]));
        }
        result.information.push_back(length[j] / std::sqrt(freedom) * conflict);
    }
    const auto weights = toSumOne(result.information);
    if (!weights)
        return {};
    result.weights = *weights;
    return result;
}

std::vector<double> rankOrderCentroid(int n)
{
    std::vector<double> weights(static_cast<std::size_t>(n));
    double sum = 0;
    for (int k = n; k >= 1; --k) {
        sum += 1.0 / k;
        weights[static_cast<std::size_t>(k - 1)] = sum / n;
    }
    return weights;
}

std::vector<double> rankSum(int n)
{
    std::vector<double> weights;
    for (int k = 1; k <= n; ++k)
        weights.push_back(2.0 * (n + 1 - k) / (static_cast<double>(n) * (n + 1)));
    return weights;
}

std::vector<double> rankReciprocal(int n)
{
    std::vector<double> weights;
    for (int k = 1; k <= n; ++k)
        weights.push_back(1.0 / k);
    return toSumOne(std::move(weights)).value_or(std::vector<double>());
}

std::optional<SwingWeights> swingWeights(std::size_t criteria, const std::vector<SwingStatement> &statements)
{
    std::vector<double> weights(criteria); // 0: not known yet
    if (criteria == 0)
        return {};
    weights[0] = 1;
    for (bool found = true; found;) {
        found = false;
        for (const SwingStatement &one : statements) {
            double &better = weights[one.better];
            double &than = weights[one.than];
            if ((better > 0) == (than > 0))
                continue;
            found = true;
            if (better > 0)
                than = better / one.ratio;
            else
                better = than * one.ratio;
        }
    }
    if (std::ranges::find(weights, 0.0) != weights.end())
        return {};
    SwingWeights result;
    constexpr double kTolerance = 1e-9;
    for (std::size_t i = 0; i < statements.size() && !result.contradiction; ++i) {
        const SwingStatement &one = statements[i];
        if (std::abs(weights[one.better] / weights[one.than] / one.ratio - 1) > kTolerance)
            result.contradiction = i;
    }
    result.weights = toSumOne(std::move(weights)).value_or(std::vector<double>());
    return result;
}

} // namespace stratadeck
