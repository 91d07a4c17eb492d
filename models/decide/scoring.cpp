// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/decide/scoring.h"

#include "models/decide/ranking.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numeric>

namespace stratadeck {

namespace {

double signOf(Direction direction)
{
    return static_cast<double>(direction);
}

double distanceOf(std::span<const double> differences, Distance distance)
{
    double result = 0;
    for (const double difference : differences) {
        const double size = std::abs(difference);
        switch (distance) {
        case Distance::Euclidean:
            result = std::hypot(result, size);
            break;
        case Distance::Manhattan:
            result += size;
            break;
        case Distance::Chebyshev:
            result = std::max(result, size);
            break;
        }
    }
    return result;
}

double share(double part, double whole)
{
    return whole == 0 ? 0 : part / whole;
}

} // namespace

std::vector<double> weightedSums(const Matrix &values, const std::vector<double> &weights)
{
    std::vector<double> sums;
    for (std::size_t i = 0; i < values.rows(); ++i) {
        const auto row = values.row(i);
        sums.push_back(std::inner_product(row.begin(), row.end(), weights.begin(), 0.0));
    }
    return sums;
}

Matrix contributionsOf(const Matrix &values, const std::vector<double> &weights)
{
    Matrix contributions(values.rows(), values.columns());
    for (std::size_t i = 0; i < values.rows(); ++i) {
        for (std::size_t j = 0; j < values.columns(); ++j)
            contributions(i, j) = weights[j] * values(i, j);
    }
    return contributions;
}

std::vector<double> weightedProducts(const Matrix &values, const std::vector<double> &weights)
{
    std::vector<double> products;
    for (std::size_t i = 0; i < values.rows(); ++i) {
        double product = 1;
        for (std::size_t j = 0; j < values.columns(); ++j)
            product *= std::pow(values(i, j), weights[j]);
        products.push_back(product);
    }
    return products;
}

TopsisResult topsis(const Matrix &figures, const std::vector<double> &weights,
                    const std::vector<Direction> &directions, Normalization normalization, Distance distance)
{
    // Directions count when the ideal is chosen, not before: all columns are normalized alike.
    const std::vector<Direction> plain(figures.columns(), Direction::Benefit);
    const Matrix weighted = contributionsOf(valuesOf(figures, plain, {normalization, {}, {}, {}}), weights);
    Matrix toBest = weighted;
    Matrix toWorst = weighted;
    for (std::size_t j = 0; j < weighted.columns(); ++j) {
        const auto [least, most] = std::ranges::minmax(weighted.column(j));
        const bool isCost = directions[j] == Direction::Cost;
        for (std::size_t i = 0; i < weighted.rows(); ++i) {
            toBest(i, j) -= isCost ? least : most;
            toWorst(i, j) -= isCost ? most : least;
        }
    }
    TopsisResult result;
    for (std::size_t i = 0; i < weighted.rows(); ++i) {
        const double plus = distanceOf(toBest.row(i), distance);
        const double minus = distanceOf(toWorst.row(i), distance);
        result.toIdeal.push_back(plus);
        result.toAntiIdeal.push_back(minus);
        result.closeness.push_back(plus + minus > 0 ? std::optional(minus / (plus + minus)) : std::nullopt);
    }
    return result;
}

VikorResult vikor(const Matrix &figures, const std::vector<double> &weights,
                  const std::vector<Direction> &directions, double v)
{
    const std::size_t m = figures.rows();
    VikorResult result;
    result.s.resize(m);
    result.r.resize(m);
    for (std::size_t j = 0; j < figures.columns(); ++j) {
        const auto [least, most] = std::ranges::minmax(figures.column(j));
        const double best = directions[j] == Direction::Cost ? least : most;
        for (std::size_t i = 0; i < m; ++i) {
            const double term = weights[j] * share(std::abs(best - figures(i, j)), most - least);
            result.s[i] += term;
            result.r[i] = std::max(result.r[i], term);
        }
    }
    const auto [leastS, mostS] = std::ranges::minmax(result.s);
    const auto [leastR, mostR] = std::ranges::minmax(result.r);
    for (std::size_t i = 0; i < m; ++i) {
        result.q.push_back(v * share(result.s[i] - leastS, mostS - leastS)
                           + (1 - v) * share(result.r[i] - leastR, mostR - leastR));
    }
    std::vector<std::size_t> order(m);
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return result.q[i]; });
    const std::size_t first = order.front();
    const double advantage = m > 1 ? 1 / static_cast<double>(m - 1) : 0;
    const auto behind = [&](std::size_t i) { return result.q[i] - result.q[first]; };
    result.hasAdvantage = m < 2 || !isAbove(advantage, behind(order[1]));
    result.isStable = !isAbove(result.s[first], leastS) || !isAbove(result.r[first], leastR);
    if (!result.hasAdvantage) {
        std::ranges::copy_if(order, std::back_inserter(result.compromise),
                             [&](std::size_t i) { return isAbove(advantage, behind(i)); });
    } else {
        result.compromise.push_back(first);
        if (!result.isStable && m > 1)
            result.compromise.push_back(order[1]);
    }
    return result;
}

namespace {

double preferenceFor(double difference, const PreferenceFunction &function)
{
    if (difference <= 0)
        return 0;
    switch (function.kind) {
    case Preference::Usual:
        return 1;
    case Preference::UShape:
        return difference > function.q ? 1 : 0;
    case Preference::VShape:
        return function.p > 0 ? std::min(1.0, difference / function.p) : 1;
    case Preference::Level:
        return difference > function.p ? 1 : difference > function.q ? 0.5 : 0;
    case Preference::Linear:
        if (function.p <= function.q)
            return difference > function.q ? 1 : 0;
        return std::clamp((difference - function.q) / (function.p - function.q), 0.0, 1.0);
    case Preference::Gaussian:
        if (function.s <= 0)
            return 1;
        return -std::expm1(-difference * difference / (2 * function.s * function.s));
    }
    return 0;
}

} // namespace

PrometheeResult promethee(const Matrix &figures, const std::vector<double> &weights,
                          const std::vector<Direction> &directions,
                          const std::vector<PreferenceFunction> &functions)
{
    const std::size_t m = figures.rows();
    PrometheeResult result{std::vector<double>(m), std::vector<double>(m), std::vector<double>(m)};
    if (m < 2)
        return result;
    const double others = static_cast<double>(m - 1);
    for (std::size_t a = 0; a < m; ++a) {
        for (std::size_t b = 0; b < m; ++b) {
            double preference = 0;
            for (std::size_t j = 0; j < figures.columns(); ++j) {
                const double difference = signOf(directions[j]) * (figures(a, j) - figures(b, j));
                preference += weights[j] * preferenceFor(difference, functions[j]);
            }
            result.plus[a] += preference / others;
            result.minus[b] += preference / others;
        }
    }
    for (std::size_t i = 0; i < m; ++i)
        result.net[i] = result.plus[i] - result.minus[i];
    return result;
}

ElectreResult electre(const Matrix &figures, const std::vector<double> &weights,
                      const std::vector<Direction> &directions, double concordanceThreshold,
                      double discordanceThreshold)
{
    const std::size_t m = figures.rows();
    double range = 0;
    for (std::size_t j = 0; j < figures.columns(); ++j) {
        const auto [least, most] = std::ranges::minmax(figures.column(j));
        range = std::max(range, most - least);
    }
    ElectreResult result{Matrix(m, m), Matrix(m, m), {}};
    std::vector<bool> isOutranked(m);
    for (std::size_t a = 0; a < m; ++a) {
        for (std::size_t b = 0; b < m; ++b) {
            if (a == b)
                continue;
            for (std::size_t j = 0; j < figures.columns(); ++j) {
                const double difference = signOf(directions[j]) * (figures(a, j) - figures(b, j));
                if (difference >= 0)
                    result.concordance(a, b) += weights[j];
                else
                    result.discordance(a, b) = std::max(result.discordance(a, b), share(-difference, range));
            }
            const bool outranks = !isAbove(concordanceThreshold, result.concordance(a, b))
                                  && !isAbove(result.discordance(a, b), discordanceThreshold);
            isOutranked[b] = isOutranked[b] || outranks;
        }
    }
    for (std::size_t i = 0; i < m; ++i) {
        if (!isOutranked[i])
            result.kernel.push_back(i);
    }
    return result;
}

} // namespace stratadeck
