// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/decide/normalization.h"

#include <optional>

namespace stratadeck {

// Methods that give each option a score. Weights are >= 0 and sum to 1, one a criterion.

/// Weighted sum: S_i = sum_j w_j z_ij.
std::vector<double> weightedSums(const Matrix &values, const std::vector<double> &weights);
/// w_j z_ij: they sum to the score exactly.
Matrix contributionsOf(const Matrix &values, const std::vector<double> &weights);
/// Weighted product: P_i = prod_j z_ij^w_j; all z > 0.
std::vector<double> weightedProducts(const Matrix &values, const std::vector<double> &weights);

enum class Distance : quint8 { Euclidean, Manhattan, Chebyshev };
struct TopsisResult {
    std::vector<double> toIdeal;                  ///< D+
    std::vector<double> toAntiIdeal;              ///< D-
    std::vector<std::optional<double>> closeness; ///< D- / (D+ + D-); none where both are 0
};
/// Hwang and Yoon (1981); vector or min-max normalization.
TopsisResult topsis(const Matrix &figures, const std::vector<double> &weights,
                    const std::vector<Direction> &directions, Normalization normalization, Distance distance);

struct VikorResult {
    std::vector<double> s;
    std::vector<double> r;
    std::vector<double> q;
    bool hasAdvantage = false;           ///< C1: Q(a2) - Q(a1) >= 1/(m-1)
    bool isStable = false;               ///< C2: a1 is best by S or R, too
    std::vector<std::size_t> compromise; ///< best first
};
/// Opricovic and Tzeng (2004); v is the weight of the majority.
VikorResult vikor(const Matrix &figures, const std::vector<double> &weights,
                  const std::vector<Direction> &directions, double v);

enum class Preference : quint8 { Usual, UShape, VShape, Level, Linear, Gaussian };
struct PreferenceFunction {
    Preference kind = Preference::Usual;
    double q = 0; ///< indifference
    double p = 0; ///< strict preference
    double s = 0; ///< of the Gaussian
};
struct PrometheeResult {
    std::vector<double> plus;
    std::vector<double> minus;
    std::vector<double> net;
};
/// Brans and Vincke (1985).
PrometheeResult promethee(const Matrix &figures, const std::vector<double> &weights,
                          const std::vector<Direction> &directions,
                          const std::vector<PreferenceFunction> &functions);

struct ElectreResult {
    Matrix concordance; ///< the diagonal has no meaning
    Matrix discordance;
    std::vector<std::size_t> kernel; ///< whom nobody outranks
};
/// Roy (1968). Discordance is the largest difference against it by the largest range of any criterion.
ElectreResult electre(const Matrix &figures, const std::vector<double> &weights,
                      const std::vector<Direction> &directions, double concordanceThreshold,
                      double discordanceThreshold);

} // namespace stratadeck
