// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/decide/smaa.h"

#include "models/base/parallel.h"
#include "models/base/portablemath.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace stratadeck {

namespace {

constexpr auto kPart = static_cast<std::size_t>(kSmaaPart);

/// A figure for every draw of a part: loops over it have a length that the compiler knows.
using Column = std::array<double, kPart>;

bool isExact(const SmaaProblem &problem)
{
    return std::ranges::all_of(problem.cells, &Distribution::isExact);
}

/// Whether the value of a cell depends on this cell alone.
bool isCellwise(const Scale &scale)
{
    return scale.normalization == Normalization::Anchors
           || (scale.normalization == Normalization::None && scale.inversion == CostInversion::ByNormalization);
}

Matrix drawnCells(const SmaaProblem &problem, RandomDraws &draws)
{
    Matrix cells(problem.options, problem.criteria);
    for (std::size_t i = 0; i < problem.options; ++i) {
        for (std::size_t j = 0; j < problem.criteria; ++j)
            cells(i, j) = problem.cells[i * problem.criteria + j].draw(draws);
    }
    return cells;
}

/// The draws of one part: weights of each criterion and values of each cell.
class PartDraws
{
public:
    PartDraws(const SmaaProblem &problem, const Matrix &exactValues, std::size_t part)
        : m_problem(problem)
        , m_exact(exactValues)
        , m_draws(RandomDraws::seedOf(problem.seed, part))
        , m_weights(problem.criteria)
    {
        drawWeights();
        if (m_exact.rows() == 0)
            drawValues();
    }

    const std::vector<Column> &weights() const { return m_weights; }

    /// sum_j w_j z_ij for each draw.
    void addScores(std::size_t option, const std::vector<Column> &weights, Column &scores) const
    {
        for (std::size_t j = 0; j < m_problem.criteria; ++j) {
            const Column &weight = weights[j];
            if (m_exact.rows() > 0) {
                const double value = m_exact(option, j);
                for (std::size_t d = 0; d < kPart; ++d)
                    scores[d] += weight[d] * value;
            } else {
                const Column &value = m_values[option * m_problem.criteria + j];
                for (std::size_t d = 0; d < kPart; ++d)
                    scores[d] += weight[d] * value[d];
            }
        }
    }

private:
    /// Uniform on the simplex of `count` corners: exponential draws by their sum.
    std::vector<Column> simplex(std::size_t count)
    {
        std::vector<Column> shares(count);
        for (Column &share : shares) {
            for (double &own : share)
                own = m_draws.positiveUniform();
        }
        Column sum{};
        for (Column &share : shares) {
            for (double &own : share)
                own = -portableLog(own);
            for (std::size_t d = 0; d < kPart; ++d)
                sum[d] += share[d];
        }
        for (Column &share : shares) {
            for (std::size_t d = 0; d < kPart; ++d)
                share[d] /= sum[d];
        }
        return shares;
    }

    void drawWeights()
    {
        const WeightPrior &prior = m_problem.weights;
        switch (prior.kind) {
        case WeightPrior::Kind::Fixed:
            for (std::size_t j = 0; j < m_weights.size(); ++j)
                m_weights[j].fill(prior.fixed[j]);
            return;
        case WeightPrior::Kind::Uniform:
            m_weights = simplex(m_problem.criteria);
            return;
        case WeightPrior::Kind::Ordinal:
            m_weights = simplex(m_problem.criteria);
            sortWeights(prior.order);
            return;
        case WeightPrior::Kind::Mixture: {
            const std::vector<Column> shares = simplex(prior.sets.size());
            for (std::size_t j = 0; j < m_weights.size(); ++j) {
                m_weights[j].fill(0);
                for (std::size_t set = 0; set < shares.size(); ++set) {
                    for (std::size_t d = 0; d < kPart; ++d)
                        m_weights[j][d] += shares[set][d] * prior.sets[set][j];
                }
            }
            return;
        }
        }
    }

    void sortWeights(const std::vector<std::size_t> &order)
    {
        std::vector<double> sorted(m_weights.size());
        for (std::size_t d = 0; d < kPart; ++d) {
            for (std::size_t j = 0; j < sorted.size(); ++j)
                sorted[j] = m_weights[j][d];
            std::ranges::sort(sorted, std::greater());
            for (std::size_t place = 0; place < sorted.size(); ++place)
                m_weights[order[place]][d] = sorted[place];
        }
    }

    void drawValues()
    {
        m_values.resize(m_problem.options * m_problem.criteria);
        if (isCellwise(m_problem.scale)) {
            for (std::size_t cell = 0; cell < m_values.size(); ++cell)
                drawCell(cell);
            return;
        }
        for (std::size_t d = 0; d < kPart; ++d) {
            const Matrix values =
                valuesOf(drawnCells(m_problem, m_draws), m_problem.directions, m_problem.scale);
            for (std::size_t cell = 0; cell < m_values.size(); ++cell)
                m_values[cell][d] = values(cell / m_problem.criteria, cell % m_problem.criteria);
        }
    }

    void drawCell(std::size_t cell)
    {
        const Distribution &figure = m_problem.cells[cell];
        Column &values = m_values[cell];
        if (figure.isExact()) {
            values.fill(figure.a);
        } else {
            for (double &own : values)
                own = figure.draw(m_draws);
        }
        const std::size_t j = cell % m_problem.criteria;
        const Scale &scale = m_problem.scale;
        if (scale.normalization == Normalization::None) {
            const double sign = static_cast<double>(m_problem.directions[j]);
            for (double &own : values)
                own *= sign;
            return;
        }
        const double worst = scale.worst[j];
        const double range = scale.best[j] - worst;
        for (double &own : values)
            own = range == 0 ? 0 : (own - worst) / range;
        for (double &own : values)
            own = scale.isClipped ? std::clamp(own, 0.0, 1.0) : own;
    }

    const SmaaProblem &m_problem;
    const Matrix &m_exact; ///< values of all draws; no rows where they differ
    RandomDraws m_draws;
    std::vector<Column> m_weights;
    std::vector<Column> m_values; ///< of each cell, row by row
};

/// What the draws of one part come to.
struct PartCounts {
    std::vector<qint64> ranks; ///< option, rank
    std::vector<qint64> wins;  ///< option, option
    Matrix weightSums;         ///< of the draws in which the option was first
};

PartCounts countPart(const SmaaProblem &problem, const Matrix &exactValues, std::size_t part)
{
    const std::size_t m = problem.options;
    const std::size_t used = std::min(kPart, static_cast<std::size_t>(problem.draws) - part * kPart);
    PartCounts counts{std::vector<qint64>(m * m), std::vector<qint64>(m * m), Matrix(m, problem.criteria)};
    const PartDraws draws(problem, exactValues, part);
    std::vector<Column> scores(m);
    for (std::size_t i = 0; i < m; ++i) {
        draws.addScores(i, draws.weights(), scores[i]);
        std::fill(scores[i].begin() + static_cast<std::ptrdiff_t>(used), scores[i].end(), 0.0); // all tie
    }
    std::vector<std::array<qint64, kPart>> ranks(m);
    for (std::size_t i = 0; i < m; ++i) {
        for (std::size_t k = i + 1; k < m; ++k) {
            qint64 wins = 0;
            qint64 losses = 0;
            for (std::size_t d = 0; d < kPart; ++d) {
                const qint64 isAhead = scores[i][d] > scores[k][d] ? 1 : 0;
                const qint64 isBehind = scores[k][d] > scores[i][d] ? 1 : 0;
                wins += isAhead;
                losses += isBehind;
                ranks[i][d] += isBehind;
                ranks[k][d] += isAhead;
            }
            counts.wins[i * m + k] = wins;
            counts.wins[k * m + i] = losses;
        }
    }
    for (std::size_t i = 0; i < m; ++i) {
        for (std::size_t d = 0; d < used; ++d)
            ++counts.ranks[i * m + static_cast<std::size_t>(ranks[i][d])];
        for (std::size_t j = 0; j < problem.criteria; ++j) {
            double sum = 0;
            for (std::size_t d = 0; d < used; ++d)
                sum += ranks[i][d] == 0 ? draws.weights()[j][d] : 0;
            counts.weightSums(i, j) = sum;
        }
    }
    return counts;
}

/// How often each option is first with its own central weights.
std::vector<qint64> countFirsts(const SmaaProblem &problem, const Matrix &exactValues, std::size_t part,
                                const std::vector<std::optional<std::vector<double>>> &central)
{
    const std::size_t m = problem.options;
    const std::size_t used = std::min(kPart, static_cast<std::size_t>(problem.draws) - part * kPart);
    const PartDraws draws(problem, exactValues, part);
    std::vector<qint64> firsts(m);
    std::vector<Column> weights(problem.criteria);
    for (std::size_t own = 0; own < m; ++own) {
        if (!central[own])
            continue;
        for (std::size_t j = 0; j < weights.size(); ++j)
            weights[j].fill((*central[own])[j]);
        Column score{};
        draws.addScores(own, weights, score);
        Column best{};
        best.fill(-std::numeric_limits<double>::infinity());
        for (std::size_t i = 0; i < m; ++i) {
            Column other{};
            draws.addScores(i, weights, other);
            for (std::size_t d = 0; d < kPart; ++d)
                best[d] = std::max(best[d], other[d]);
        }
        for (std::size_t d = 0; d < used; ++d)
            firsts[own] += score[d] >= best[d] ? 1 : 0;
    }
    return firsts;
}

} // namespace

SmaaResult smaa2(const SmaaProblem &problem, const std::stop_token &stop)
{
    const std::size_t m = problem.options;
    const std::size_t parts = (static_cast<std::size_t>(problem.draws) + kPart - 1) / kPart;
    Matrix exactValues;
    if (isExact(problem)) {
        RandomDraws none(0);
        exactValues = valuesOf(drawnCells(problem, none), problem.directions, problem.scale);
    }
    std::vector<PartCounts> counts(parts);
    runParallel(
        parts, [&](std::size_t part) { counts[part] = countPart(problem, exactValues, part); }, stop);
    SmaaResult result{Matrix(m, m), {}, {}, Matrix(m, m), 0};
    Matrix weightSums(m, problem.criteria);
    std::vector<qint64> firsts(m);
    for (const PartCounts &part : counts) {
        if (stop.stop_requested())
            return result;
        for (std::size_t i = 0; i < m; ++i) {
            for (std::size_t k = 0; k < m; ++k) {
                result.rankAcceptability(i, k) += static_cast<double>(part.ranks[i * m + k]);
                result.pairwiseWinning(i, k) += static_cast<double>(part.wins[i * m + k]);
            }
            for (std::size_t j = 0; j < problem.criteria; ++j)
                weightSums(i, j) += part.weightSums(i, j);
        }
    }
    for (std::size_t i = 0; i < m; ++i) {
        const double first = result.rankAcceptability(i, 0);
        for (std::size_t k = 0; k < m; ++k) {
            result.rankAcceptability(i, k) /= problem.draws;
            result.pairwiseWinning(i, k) /= problem.draws;
        }
        if (first == 0) {
            result.centralWeights.emplace_back();
            continue;
        }
        std::vector<double> central(problem.criteria);
        for (std::size_t j = 0; j < central.size(); ++j)
            central[j] = weightSums(i, j) / first;
        result.centralWeights.emplace_back(std::move(central));
        const double share = first / problem.draws;
        result.choiceEntropyBits -= share * std::log2(share);
    }
    SmaaProblem again = problem; // of the cells alone
    again.weights = {WeightPrior::Kind::Fixed, {}, std::vector<double>(problem.criteria), {}};
    again.draws = exactValues.rows() > 0 ? 1 : problem.draws;
    const std::size_t rounds = exactValues.rows() > 0 ? 1 : parts;
    std::vector<std::vector<qint64>> wins(rounds);
    runParallel(
        rounds,
        [&](std::size_t part) { wins[part] = countFirsts(again, exactValues, part, result.centralWeights); },
        stop);
    for (std::size_t i = 0; i < m; ++i) {
        qint64 sum = 0;
        for (const std::vector<qint64> &part : wins)
            sum += part.empty() ? 0 : part[i];
        result.confidence.push_back(
            result.centralWeights[i] ? std::optional(static_cast<double>(sum) / again.draws) : std::nullopt);
    }
    return result;
}

} // namespace stratadeck
