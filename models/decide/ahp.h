// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/decide/matrix.h"

#include <QString>
#include <optional>

namespace stratadeck {

// Analytic hierarchy process: Saaty (1980). A judgment a_ij says how much more i counts than j; a_ji = 1/a_ij.

enum class PriorityMethod : unsigned char { PrincipalEigenvector, ColumnMean };

/// Random index of a table by its name ("saaty_1980") for n = 3 to 15; none of another name.
class RandomIndex
{
public:
    static std::optional<RandomIndex> named(const QString &name);
    std::optional<double> of(std::size_t n) const; ///< 0 for n <= 2, none above 15
    QString name() const;

private:
    std::size_t m_table = 0;
};

struct Judgment {
    std::size_t i = 0;
    std::size_t j = 0;
    double value = 1;
    double suggested = 1; ///< what the priorities say, on the scale 1/9 .. 9
};

struct AhpPriorities {
    std::vector<double> priorities; ///< sum 1
    double lambdaMax = 0;
    double ci = 0;                 ///< (lambdaMax - n) / (n - 1); 0 for n <= 2
    std::optional<double> cr;      ///< ci / random index; 0 for n <= 2
    std::optional<Judgment> worst; ///< the one that is farthest from the priorities; none for n <= 2
};
/// All judgments > 0, the matrix square.
AhpPriorities prioritiesOf(const Matrix &judgments, PriorityMethod method, const RandomIndex &index);

/// Fills in judgments that are 0 (missing) so that lambda_max is least; it is convex in their logarithms. None
/// when the given ones do not connect all criteria.
std::optional<Matrix> completedJudgments(const Matrix &judgments);

/// Geometric mean of each judgment: the only mean that keeps a_ji = 1/a_ij. Aczel and Saaty (1983).
Matrix groupJudgments(const std::vector<Matrix> &judgments);

enum class Synthesis : unsigned char {
    Distributive, ///< local priorities sum to 1: a copy of an option may change the winner
    Ideal,        ///< the best of each criterion is 1
};
/// `local`: a column of priorities a criterion. Not renormalized in ideal mode.
std::vector<double> synthesize(const Matrix &local, const std::vector<double> &criteria, Synthesis synthesis);

} // namespace stratadeck
