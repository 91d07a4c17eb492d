// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/jsonanswer.h"
#include "models/decide/answers.h"
#include "models/decide/weighting.h"

#include <algorithm>

namespace stratadeck {

using namespace Qt::StringLiterals;

QJsonObject answerEntropyWeights(const CaseInput &input)
{
    const Matrix figures = input.matrix();
    (void)input.criteria(figures.columns());
    const JsonView view = input.root()["matrix"_L1];
    if (figures.rows() < 2)
        view.reject(u"expected two rows or more"_s);
    for (std::size_t j = 0; j < figures.columns(); ++j) {
        double sum = 0;
        for (std::size_t i = 0; i < figures.rows(); ++i) {
            sum += figures(i, j);
            if (figures(i, j) < 0)
                view.at(static_cast<qsizetype>(i))
                    .at(static_cast<qsizetype>(j))
                    .reject(u"expected 0 or more"_s);
        }
        if (sum <= 0)
            view.reject(u"expected a sum above 0 in column %1"_s.arg(j));
    }
    if (!input.isSound())
        return {};
    JsonAnswer answer;
    if (const auto weights = entropyWeights(figures))
        answer.set(u"weights"_s, *weights);
    else
        answer.setNull(u"weights"_s, u"the options do not differ in any criterion"_s);
    return answer.take({{u"normalization"_s, u"column sum"_s},
                        {u"log"_s, u"natural, divided by ln m; 0 ln 0 = 0"_s},
                        {u"direction"_s, u"ignored"_s}});
}

QJsonObject answerCriticWeights(const CaseInput &input)
{
    const Matrix figures = input.matrix();
    (void)input.criteria(figures.columns());
    const std::vector<Direction> directions = input.directions(figures.columns());
    if (!input.isSound())
        return {};
    JsonAnswer answer;
    if (const auto result = criticWeights(figures, directions)) {
        answer.set(u"weights"_s, result->weights);
        answer.set(u"information"_s, result->information);
    } else {
        answer.setNull(u"weights"_s, u"no criterion says anything that another does not"_s);
        answer.setNull(u"information"_s, u"no criterion says anything that another does not"_s);
    }
    return answer.take({{u"normalization"_s, u"minmax, direction aware"_s},
                        {u"std"_s, u"sample"_s},
                        {u"correlation"_s, u"Pearson; constant columns left out, weight 0"_s}});
}

namespace {

constexpr int kMostPlaces = 1000;

std::vector<int> placesOf(const CaseInput &input)
{
    const JsonView view = input.param("n"_L1);
    std::vector<int> all;
    for (const JsonView &one : view.isArray() ? view.items() : std::vector<JsonView>{view})
        all.push_back(one.integerIn(1, kMostPlaces));
    return all;
}

} // namespace

QJsonObject answerCentroidWeights(const CaseInput &input)
{
    JsonAnswer answer;
    for (const int n : placesOf(input))
        answer.set(QString::number(n), rankOrderCentroid(n));
    return answer.take({{u"formula"_s, u"w_k = (1/n) sum_{i=k..n} 1/i"_s}});
}

QJsonObject answerRankWeights(const CaseInput &input)
{
    JsonAnswer answer;
    QJsonObject sums;
    QJsonObject reciprocals;
    for (const int n : placesOf(input)) {
        const QString name = QString::number(n);
        sums[name] = JsonAnswer::numbers(rankSum(n));
        reciprocals[name] = JsonAnswer::numbers(rankReciprocal(n));
        answer.insert(name,
                      QJsonObject{{u"rank_sum"_s, sums[name]}, {u"rank_reciprocal"_s, reciprocals[name]}});
    }
    answer.insert(u"rank_sum"_s, sums);
    answer.insert(u"rank_reciprocal"_s, reciprocals);
    return answer.take(
        {{u"rank_sum"_s, u"2 (n + 1 - k) / (n (n + 1))"_s}, {u"rank_reciprocal"_s, u"(1/k) / sum(1/i)"_s}});
}

QJsonObject answerSwingWeights(const CaseInput &input)
{
    const JsonView view =
        input.param("criteria"_L1).isMissing() ? input.root()["criteria"_L1] : input.param("criteria"_L1);
    const std::vector<QString> names = view.texts();
    std::vector<SwingStatement> statements;
    for (const JsonView &one : input.param("statements"_L1).items()) {
        one.allowOnly({"better"_L1, "than"_L1, "ratio"_L1});
        const auto indexOf = [&names](const JsonView &name) {
            const auto found = std::ranges::find(names, name.text());
            if (found == names.end())
                name.reject(u"expected the name of a criterion"_s);
            return found == names.end() ? std::size_t(0) : static_cast<std::size_t>(found - names.begin());
        };
        const double ratio = one["ratio"_L1].number();
        if (ratio <= 0)
            one["ratio"_L1].reject(u"expected a ratio above 0"_s);
        statements.push_back({indexOf(one["better"_L1]), indexOf(one["than"_L1]), ratio > 0 ? ratio : 1});
    }
    if (!input.isSound())
        return {};
    const std::optional<SwingWeights> result = swingWeights(names.size(), statements);
    if (!result) {
        input.param("statements"_L1).reject(u"expected statements that connect all criteria"_s);
        return {};
    }
    if (result->contradiction) {
        input.param("statements"_L1)
            .at(static_cast<qsizetype>(*result->contradiction))
            .reject(u"expected a ratio that the other statements allow"_s);
        return {};
    }
    JsonAnswer answer;
    answer.set(u"weights"_s, result->weights);
    return answer.take({{u"swing"_s, u"the worth of a criterion's step from its worst to its best level"_s}});
}

} // namespace stratadeck
