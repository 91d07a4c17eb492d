// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/decide/normalization.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace stratadeck {

namespace {

void divide(std::vector<double> &x, double by)
{
    for (double &value : x)
        value = by == 0 ? 0 : value / by;
}

void invert(std::vector<double> &x)
{
    for (double &value : x)
        value = 1 / value;
}

void complement(std::vector<double> &x, double whole)
{
    for (double &value : x)
        value = whole - value;
}

void fromTo(std::vector<double> &x, double worst, double best)
{
    for (double &value : x)
        value = best == worst ? 0 : (value - worst) / (best - worst);
}

double sumOf(const std::vector<double> &x)
{
    return std::accumulate(x.begin(), x.end(), 0.0);
}

double lengthOf(const std::vector<double> &x)
{
    return std::sqrt(std::inner_product(x.begin(), x.end(), x.begin(), 0.0));
}

/// True when costs have become benefits.
bool applyInversion(std::vector<double> &x, CostInversion inversion)
{
    switch (inversion) {
    case CostInversion::ByNormalization:
        return false;
    case CostInversion::Reciprocal:
        invert(x);
        return true;
    case CostInversion::Negate:
        complement(x, 0);
        return true;
    case CostInversion::FromMaximum:
        complement(x, *std::ranges::max_element(x));
        return true;
    }
    return false;
}

void normalize(std::vector<double> &x, Normalization normalization, bool isCost)
{
    const auto [least, most] = std::ranges::minmax(x);
    switch (normalization) {
    case Normalization::None:
        if (isCost)
            complement(x, 0);
        return;
    case Normalization::Anchors:
        return; // its levels are not in the column
    case Normalization::MinMax:
        fromTo(x, isCost ? most : least, isCost ? least : most);
        return;
    case Normalization::MaxRatio:
        if (isCost) {
            for (double &value : x)
                value = least / value;
        } else {
            divide(x, most);
        }
        return;
    case Normalization::Sum:
        if (isCost)
            invert(x);
        divide(x, sumOf(x));
        return;
    case Normalization::Vector:
        divide(x, lengthOf(x));
        if (isCost)
            complement(x, 1);
        return;
    }
}

} // namespace

Matrix valuesOf(const Matrix &figures, const std::vector<Direction> &directions, const Scale &scale)
{
    Matrix values(figures.rows(), figures.columns());
    for (std::size_t j = 0; j < figures.columns() && figures.rows() > 0; ++j) {
        std::vector<double> x = figures.column(j);
        bool isCost = directions[j] == Direction::Cost;
        if (scale.normalization == Normalization::Anchors) {
            fromTo(x, scale.worst[j], scale.best[j]);
            for (double &value : x)
                value = scale.isClipped ? std::clamp(value, 0.0, 1.0) : value;
        } else {
            if (isCost)
                isCost = !applyInversion(x, scale.inversion);
            normalize(x, scale.normalization, isCost);
        }
        for (std::size_t i = 0; i < x.size(); ++i)
            values(i, j) = x[i];
    }
    return values;
}

} // namespace stratadeck
