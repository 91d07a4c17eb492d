// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/decide/ahp.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kFirstIndex = 3;
struct IndexTable {
    QLatin1StringView name;
    std::array<double, 13> of{}; ///< n = 3 to 15
};
constexpr std::array kTables{
    IndexTable{"saaty_1980"_L1, {.58, .90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59}},
    IndexTable{"saaty_2008"_L1, {.58, .90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.53, 1.56, 1.57, 1.59}},
    IndexTable{"saaty_2005"_L1, {.52, .89, 1.11, 1.25, 1.35, 1.40, 1.45, 1.49, 1.52, 1.54, 1.56, 1.58, 1.59}},
    IndexTable{
        "alonso_lamata_2006"_L1,
        {.5247, .8816, 1.1086, 1.2479, 1.3417, 1.4057, 1.4499, 1.4854, 1.5140, 1.5365, 1.5551, 1.5713, 1.5838}},
    IndexTable{"aguaron_moreno_2003"_L1,
               {.525, .882, 1.115, 1.252, 1.341, 1.404, 1.452, 1.484, 1.513, 1.535, 1.555, 1.570, 1.583}},
    IndexTable{
        "tummala_ling_1998"_L1,
        {.5799, .8921, 1.1159, 1.2358, 1.3322, 1.3952, 1.4537, 1.4882, 1.5117, 1.5356, 1.5571, 1.5714, 1.5831}},
    IndexTable{"donegan_dodd_1991"_L1,
               {.4914, .8286, 1.0591, 1.1797, 1.2519, 1.3171, 1.3733, 1.4055, 1.4213, 1.4497, 1.4643, 1.4822,
                1.4969}}};

std::vector<double> product(const Matrix &a, const std::vector<double> &w, bool transposed)
{
    std::vector<double> result(w.size());
    for (std::size_t i = 0; i < w.size(); ++i) {
        for (std::size_t j = 0; j < w.size(); ++j)
            result[i] += (transposed ? a(j, i) : a(i, j)) * w[j];
    }
    return result;
}

void toSumOne(std::vector<double> &w)
{
    const double sum = std::accumulate(w.begin(), w.end(), 0.0);
    for (double &value : w)
        value /= sum;
}

/// Power iteration; converges for every positive matrix.
std::vector<double> principalVector(const Matrix &a, bool transposed)
{
    const std::size_t n = a.rows();
    std::vector<double> w(n, 1 / static_cast<double>(n));
    constexpr int kMost = 100'000;
    constexpr double kEnough = 1e-15;
    for (int i = 0; i < kMost; ++i) {
        std::vector<double> next = product(a, w, transposed);
        toSumOne(next);
        double change = 0;
        for (std::size_t k = 0; k < n; ++k)
            change = std::max(change, std::abs(next[k] - w[k]));
        w = std::move(next);
        if (change < kEnough)
            break;
    }
    return w;
}

std::vector<double> columnMeans(const Matrix &a)
{
    std::vector<double> w(a.rows());
    for (std::size_t j = 0; j < a.columns(); ++j) {
        std::vector<double> column = a.column(j);
        toSumOne(column);
        for (std::size_t i = 0; i < w.size(); ++i)
            w[i] += column[i] / static_cast<double>(a.columns());
    }
    return w;
}

double lambdaOf(const Matrix &a, const std::vector<double> &w)
{
    const std::vector<double> aw = product(a, w, false);
    double sum = 0;
    for (std::size_t i = 0; i < w.size(); ++i)
        sum += aw[i] / w[i];
    return sum / static_cast<double>(w.size());
}

double onScale(double ratio)
{
    constexpr double kMost = 9;
    return ratio >= 1 ? std::min(std::round(ratio), kMost) : 1 / std::min(std::round(1 / ratio), kMost);
}

Judgment worstOf(const Matrix &a, const std::vector<double> &w)
{
    Judgment worst{0, 1, a(0, 1), onScale(w[0] / w[1])};
    double most = -1;
    for (std::size_t i = 0; i < w.size(); ++i) {
        for (std::size_t j = i + 1; j < w.size(); ++j) {
            const double off = std::abs(std::log(a(i, j) * w[j] / w[i]));
            if (off > most) {
                most = off;
                worst = {i, j, a(i, j), onScale(w[i] / w[j])};
            }
        }
    }
    return worst;
}

} // namespace

std::optional<RandomIndex> RandomIndex::named(const QString &name)
{
    QString plain = name.toLower().replace(u'-', u'_');
    if (plain == "saaty"_L1)
        plain = u"saaty_1980"_s;
    if (plain == "jmcdm"_L1)
        plain = u"saaty_2008"_s;
    for (std::size_t i = 0; i < kTables.size(); ++i) {
        if (plain == kTables[i].name || plain == QString(kTables[i].name).section(u'_', 0, -2)) {
            RandomIndex index;
            index.m_table = i;
            return index;
        }
    }
    return {};
}

std::optional<double> RandomIndex::of(std::size_t n) const
{
    if (n < kFirstIndex)
        return 0;
    const auto &table = kTables[m_table].of;
    return n - kFirstIndex < table.size() ? std::optional(table[n - kFirstIndex]) : std::nullopt;
}

QString RandomIndex::name() const
{
    return kTables[m_table].name;
}

AhpPriorities prioritiesOf(const Matrix &judgments, PriorityMethod method, const RandomIndex &index)
{
    const std::size_t n = judgments.rows();
    AhpPriorities result;
    result.priorities =
        method == PriorityMethod::ColumnMean ? columnMeans(judgments) : principalVector(judgments, false);
    result.lambdaMax = lambdaOf(judgments, result.priorities);
    if (n < kFirstIndex) {
        result.cr = 0;
        return result;
    }
    const auto size = static_cast<double>(n);
    result.ci = (result.lambdaMax - size) / (size - 1);
    if (const std::optional<double> random = index.of(n))
        result.cr = result.ci / *random;
    result.worst = worstOf(judgments, result.priorities);
    return result;
}

namespace {

bool connectsAll(const Matrix &judgments)
{
    const std::size_t n = judgments.rows();
    std::vector<std::size_t> reached{0};
    std::vector<bool> isReached(n);
    isReached[0] = true;
    for (std::size_t k = 0; k < reached.size(); ++k) {
        for (std::size_t j = 0; j < n; ++j) {
            if (!isReached[j] && judgments(reached[k], j) > 0) {
                isReached[j] = true;
                reached.push_back(j);
            }
        }
    }
    return reached.size() == n;
}

void setJudgment(Matrix &a, std::size_t i, std::size_t j, double logarithm)
{
    a(i, j) = std::exp(logarithm);
    a(j, i) = std::exp(-logarithm);
}

/// d lambda_max / d ln a_ij, up to a positive factor; v is the left eigenvector.
double slopeAt(const Matrix &a, std::size_t i, std::size_t j)
{
    const std::vector<double> w = principalVector(a, false);
    const std::vector<double> v = principalVector(a, true);
    return v[i] * a(i, j) * w[j] - v[j] * a(j, i) * w[i];
}

/// The logarithm at which lambda_max is least: where its slope changes the sign.
double bestLogarithm(Matrix &a, std::size_t i, std::size_t j)
{
    double low = -std::log(1e6);
    double high = -low;
    constexpr int kSteps = 60;
    for (int step = 0; step < kSteps; ++step) {
        const double middle = (low + high) / 2;
        setJudgment(a, i, j, middle);
        (slopeAt(a, i, j) < 0 ? low : high) = middle;
    }
    return (low + high) / 2;
}

} // namespace

std::optional<Matrix> completedJudgments(const Matrix &judgments)
{
    if (!connectsAll(judgments))
        return {};
    Matrix a = judgments;
    std::vector<std::pair<std::size_t, std::size_t>> missing;
    for (std::size_t i = 0; i < a.rows(); ++i) {
        for (std::size_t j = i + 1; j < a.rows(); ++j) {
            if (a(i, j) > 0)
                continue;
            missing.emplace_back(i, j);
            setJudgment(a, i, j, 0);
        }
    }
    constexpr int kRounds = 200;
    constexpr double kEnough = 1e-13;
    for (int round = 0; round < kRounds; ++round) {
        double change = 0;
        for (const auto &[i, j] : missing) {
            const double before = std::log(a(i, j));
            const double best = bestLogarithm(a, i, j);
            setJudgment(a, i, j, best);
            change = std::max(change, std::abs(best - before));
        }
        if (change < kEnough)
            break;
    }
    return a;
}

Matrix groupJudgments(const std::vector<Matrix> &judgments)
{
    Matrix group(judgments.front().rows(), judgments.front().columns());
    for (std::size_t i = 0; i < group.rows(); ++i) {
        for (std::size_t j = 0; j < group.columns(); ++j) {
            double sum = 0;
            for (const Matrix &one : judgments)
                sum += std::log(one(i, j));
            group(i, j) = std::exp(sum / static_cast<double>(judgments.size()));
        }
    }
    return group;
}

std::vector<double> synthesize(const Matrix &local, const std::vector<double> &criteria, Synthesis synthesis)
{
    std::vector<double> global(local.rows());
    for (std::size_t j = 0; j < local.columns(); ++j) {
        const std::vector<double> column = local.column(j);
        const double unit = synthesis == Synthesis::Ideal ? *std::ranges::max_element(column) : 1;
        for (std::size_t i = 0; i < global.size(); ++i)
            global[i] += criteria[j] * column[i] / unit;
    }
    return global;
}

} // namespace stratadeck
