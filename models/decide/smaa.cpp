// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/decide/smaa.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

namespace stratadeck {

namespace {

class Sampler
{
public:
    explicit Sampler(const SmaaProblem &problem)
        : m_problem(problem)
        , m_draws(problem.seed)
        , m_weights(problem.criteria)
        , m_cells(problem.options, problem.criteria)
    {
        m_isExact = std::ranges::all_of(problem.cells, &Distribution::isExact);
        drawCells();
    }

    const std::vector<double> &drawWeights()
    {
        const WeightPrior &prior = m_problem.weights;
        if (prior.kind == WeightPrior::Kind::Fixed) {
            m_weights = prior.fixed;
            return m_weights;
        }
        double sum = 0;
        for (double &weight : m_weights) {
            weight = m_draws.exponential();
            sum += weight;
        }
        for (double &weight : m_weights)
            weight /= sum;
        if (prior.kind == WeightPrior::Kind::Ordinal) {
            std::vector<double> sorted = m_weights;
            std::ranges::sort(sorted, std::greater());
            for (std::size_t place = 0; place < sorted.size(); ++place)
                m_weights[prior.order[place]] = sorted[place];
        }
        return m_weights;
    }

    const Matrix &drawValues()
    {
        if (!m_isExact)
            drawCells();
        return m_values;
    }

private:
    void drawCells()
    {
        for (std::size_t i = 0; i < m_problem.options; ++i) {
            for (std::size_t j = 0; j < m_problem.criteria; ++j)
                m_cells(i, j) = m_problem.cells[i * m_problem.criteria + j].draw(m_draws);
        }
        m_values = valuesOf(m_cells, m_problem.directions, m_problem.scale);
    }

    const SmaaProblem &m_problem;
    RandomDraws m_draws;
    std::vector<double> m_weights;
    Matrix m_cells;
    Matrix m_values;
    bool m_isExact = false;
};

void scoresOf(const Matrix &values, const std::vector<double> &weights, std::vector<double> &scores)
{
    for (std::size_t i = 0; i < scores.size(); ++i) {
        const auto row = values.row(i);
        scores[i] = std::inner_product(row.begin(), row.end(), weights.begin(), 0.0);
    }
}

std::size_t rankOf(const std::vector<double> &scores, std::size_t option)
{
    return static_cast<std::size_t>(
        std::ranges::count_if(scores, [own = scores[option]](double score) { return score > own; }));
}

std::optional<double> confidenceOf(const SmaaProblem &problem, std::size_t option,
                                   const std::vector<double> &central)
{
    SmaaProblem fixed = problem;
    fixed.weights = {WeightPrior::Kind::Fixed, {}, central};
    const bool isExact = std::ranges::all_of(problem.cells, &Distribution::isExact);
    const int draws = isExact ? 1 : problem.draws;
    Sampler sampler(fixed);
    std::vector<double> scores(problem.options);
    int first = 0;
    for (int draw = 0; draw < draws; ++draw) {
        scoresOf(sampler.drawValues(), central, scores);
        first += rankOf(scores, option) == 0 ? 1 : 0;
    }
    return static_cast<double>(first) / draws;
}

} // namespace

SmaaResult smaa2(const SmaaProblem &problem)
{
    const std::size_t m = problem.options;
    Matrix ranks(m, m);
    Matrix wins(m, m);
    Matrix weightSums(m, problem.criteria);
    std::vector<double> scores(m);
    Sampler sampler(problem);
    for (int draw = 0; draw < problem.draws; ++draw) {
        const std::vector<double> &weights = sampler.drawWeights();
        scoresOf(sampler.drawValues(), weights, scores);
        for (std::size_t i = 0; i < m; ++i) {
            const std::size_t rank = rankOf(scores, i);
            ranks(i, rank) += 1;
            for (std::size_t k = 0; k < m; ++k)
                wins(i, k) += scores[i] > scores[k] ? 1 : 0;
            for (std::size_t j = 0; rank == 0 && j < weights.size(); ++j)
                weightSums(i, j) += weights[j];
        }
    }
    SmaaResult result{ranks, {}, {}, wins, 0};
    for (std::size_t i = 0; i < m; ++i) {
        for (std::size_t k = 0; k < m; ++k) {
            result.rankAcceptability(i, k) /= problem.draws;
            result.pairwiseWinning(i, k) /= problem.draws;
        }
        const double first = ranks(i, 0);
        if (first == 0) {
            result.centralWeights.emplace_back();
            result.confidence.emplace_back();
            continue;
        }
        std::vector<double> central(problem.criteria);
        for (std::size_t j = 0; j < central.size(); ++j)
            central[j] = weightSums(i, j) / first;
        result.confidence.push_back(confidenceOf(problem, i, central));
        result.centralWeights.emplace_back(std::move(central));
        const double share = first / problem.draws;
        result.choiceEntropyBits -= share * std::log2(share);
    }
    return result;
}

} // namespace stratadeck
