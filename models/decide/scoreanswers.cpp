// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/jsonanswer.h"
#include "models/decide/answers.h"
#include "models/decide/ranking.h"
#include "models/decide/scoring.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

/// What most methods need.
struct Table {
    explicit Table(const CaseInput &input)
        : figures(input.matrix())
        , weights(input.weights(figures.columns()))
        , directions(input.directions(figures.columns()))
    {
        (void)input.alternatives(figures.rows());
        (void)input.criteria(figures.columns());
    }
    Matrix figures;
    std::vector<double> weights;
    std::vector<Direction> directions;
};

void noteWhatDoesNotDiscriminate(const Table &table, JsonAnswer &answer)
{
    double share = 0;
    for (std::size_t j = 0; j < table.figures.columns(); ++j) {
        const auto [least, most] = std::ranges::minmax(table.figures.column(j));
        share += least == most ? table.weights[j] : 0;
    }
    if (share > 0 && table.figures.rows() > 1)
        answer.note(u"%1 of the weight is on criteria in which the options do not differ"_s.arg(share));
}

void requirePositive(const CaseInput &input, const Matrix &values)
{
    for (std::size_t i = 0; i < values.rows(); ++i) {
        for (std::size_t j = 0; j < values.columns(); ++j) {
            if (values(i, j) <= 0)
                input.root().problem().report(u"matrix[%1][%2]"_s.arg(i).arg(j),
                                              u"expected a value above 0 for a product"_s);
        }
    }
}

/// A product of raw figures has costs as their reciprocals: x^-w.
Scale productScale(const CaseInput &input, Normalization fallback, std::size_t criteria)
{
    Scale scale = input.scale(fallback, criteria);
    if (scale.normalization == Normalization::None && scale.inversion == CostInversion::ByNormalization)
        scale.inversion = CostInversion::Reciprocal;
    return scale;
}

} // namespace

QJsonObject answerWeightedSum(const CaseInput &input)
{
    const Table table(input);
    const Scale scale = input.scale(Normalization::None, table.figures.columns());
    const Matrix values = input.values(table.figures, table.directions, scale);
    const std::vector<double> scores = weightedSums(values, table.weights);
    JsonAnswer answer;
    answer.set(u"score"_s, scores);
    answer.insert(u"rank"_s, JsonAnswer::integers(competitionRanks(scores)));
    answer.insert(u"contributions"_s, toJson(contributionsOf(values, table.weights)));
    noteWhatDoesNotDiscriminate(table, answer);
    return answer.take(conventionsOf(scale));
}

QJsonObject answerWeightedProduct(const CaseInput &input)
{
    const Table table(input);
    const Scale scale = productScale(input, Normalization::None, table.figures.columns());
    const Matrix values = input.values(table.figures, table.directions, scale);
    requirePositive(input, values);
    const std::vector<double> scores = weightedProducts(values, table.weights);
    Matrix factors = values;
    for (std::size_t i = 0; i < factors.rows(); ++i) {
        for (std::size_t j = 0; j < factors.columns(); ++j)
            factors(i, j) = std::pow(values(i, j), table.weights[j]);
    }
    JsonAnswer answer;
    answer.set(u"score"_s, scores);
    answer.insert(u"rank"_s, JsonAnswer::integers(competitionRanks(scores)));
    answer.insert(u"contributions"_s, toJson(factors));
    noteWhatDoesNotDiscriminate(table, answer);
    QJsonObject conventions = conventionsOf(scale);
    conventions[u"contributions"_s] = u"factors z^w; the score is their product"_s;
    return answer.take(conventions);
}

QJsonObject answerWaspas(const CaseInput &input)
{
    constexpr double kUsualLambda = 0.5;
    const Table table(input);
    const Scale scale = productScale(input, Normalization::MaxRatio, table.figures.columns());
    const JsonView lambda = input.param("lambda"_L1);
    const double share = lambda.isMissing() ? kUsualLambda : lambda.numberIn(0, 1);
    const Matrix values = input.values(table.figures, table.directions, scale);
    requirePositive(input, values);
    const std::vector<double> sums = weightedSums(values, table.weights);
    const std::vector<double> products = weightedProducts(values, table.weights);
    std::vector<double> scores;
    for (std::size_t i = 0; i < sums.size(); ++i)
        scores.push_back(share * sums[i] + (1 - share) * products[i]);
    JsonAnswer answer;
    answer.set(u"score"_s, scores);
    answer.insert(u"rank"_s, JsonAnswer::integers(competitionRanks(scores)));
    answer.insert(u"contributions"_s, toJson(contributionsOf(values, table.weights)));
    answer.set(u"weighted_sum"_s, sums);
    answer.set(u"weighted_product"_s, products);
    noteWhatDoesNotDiscriminate(table, answer);
    QJsonObject conventions = conventionsOf(scale);
    conventions[u"lambda"_s] = share;
    conventions[u"contributions"_s] = u"of the weighted sum"_s;
    return answer.take(conventions);
}

QJsonObject answerTopsis(const CaseInput &input)
{
    const Table table(input);
    const Scale scale = input.scale(Normalization::Vector, table.figures.columns());
    if (scale.normalization != Normalization::Vector && scale.normalization != Normalization::MinMax)
        input.param("normalization"_L1).reject(u"expected vector or minmax"_s);
    const QString word = CaseInput::wordOf(input.param("distance"_L1), u"euclidean"_s);
    const Distance distance = word == "manhattan"_L1 || word == "cityblock"_L1 ? Distance::Manhattan
                              : word == "chebyshev"_L1                         ? Distance::Chebyshev
                                                                               : Distance::Euclidean;
    if (distance == Distance::Euclidean && word != "euclidean"_L1)
        input.param("distance"_L1).reject(u"expected euclidean, manhattan or chebyshev"_s);
    const TopsisResult result = topsis(
        table.figures, table.weights, table.directions,
        scale.normalization == Normalization::MinMax ? Normalization::MinMax : Normalization::Vector, distance);
    JsonAnswer answer;
    QJsonArray closeness;
    std::vector<double> scores;
    for (const std::optional<double> &one : result.closeness) {
        closeness.append(one ? QJsonValue(*one) : QJsonValue(QJsonValue::Null));
        scores.push_back(one.value_or(0));
        if (!one)
            answer.note(u"closeness: all options are alike, so all are tied"_s);
    }
    answer.insert(u"closeness"_s, closeness);
    answer.insert(u"rank"_s, JsonAnswer::integers(competitionRanks(scores)));
    answer.set(u"d_plus"_s, result.toIdeal);
    answer.set(u"d_minus"_s, result.toAntiIdeal);
    noteWhatDoesNotDiscriminate(table, answer);
    QJsonObject conventions = conventionsOf(scale);
    conventions[u"distance"_s] = word;
    conventions[u"ideal"_s] = u"best and worst of this set: another option may change the order"_s;
    return answer.take(conventions);
}

QJsonObject answerVikor(const CaseInput &input)
{
    constexpr double kUsualShare = 0.5;
    const Table table(input);
    const JsonView share = input.param("v"_L1);
    const double v = share.isMissing() ? kUsualShare : share.numberIn(0, 1);
    const VikorResult result = vikor(table.figures, table.weights, table.directions, v);
    JsonAnswer answer;
    answer.set(u"S"_s, result.s);
    answer.set(u"R"_s, result.r);
    answer.set(u"Q"_s, result.q);
    answer.insert(u"rank"_s, JsonAnswer::integers(competitionRanks(result.q, Best::Lowest)));
    answer.insert(u"acceptable_advantage"_s, result.hasAdvantage);
    answer.insert(u"acceptable_stability"_s, result.isStable);
    answer.insert(u"compromise_set"_s, JsonAnswer::integers(result.compromise));
    noteWhatDoesNotDiscriminate(table, answer);
    QJsonObject conventions = conventionsOf({});
    conventions[u"normalization"_s] =
        u"distance to the best of the set by the set's range; no range counts 0"_s;
    conventions[u"v"_s] = v;
    return answer.take(conventions);
}

namespace {

Preference preferenceOf(const JsonView &view)
{
    constexpr std::array kWords{"usual"_L1, "ushape"_L1, "vshape"_L1, "level"_L1, "linear"_L1, "gaussian"_L1};
    const QString word = CaseInput::wordOf(view, u"usual"_s).remove(u'-').remove(u'_');
    const auto found = std::ranges::find(kWords, word);
    if (found == kWords.end())
        view.reject(u"expected usual, ushape, vshape, level, linear or gaussian"_s);
    return found == kWords.end() ? Preference::Usual : static_cast<Preference>(found - kWords.begin());
}

/// A list with one entry a criterion, or one for all; missing is 0.
double parameterOf(const JsonView &view, std::size_t criterion)
{
    if (view.isMissing() || view.isNull())
        return 0;
    const JsonView one = view.isArray() ? view.at(static_cast<qsizetype>(criterion)) : view;
    if (one.isNull())
        return 0;
    const double value = one.number();
    if (value < 0)
        one.reject(u"expected 0 or more"_s);
    return value;
}

} // namespace

QJsonObject answerPromethee(const CaseInput &input)
{
    const Table table(input);
    const JsonView kinds = input.param("preference_function"_L1);
    std::vector<PreferenceFunction> functions;
    for (std::size_t j = 0; j < table.figures.columns(); ++j) {
        const JsonView kind = kinds.isArray() ? kinds.at(static_cast<qsizetype>(j)) : kinds;
        if (kinds.isArray() && kind.isMissing())
            kinds.reject(u"expected %1 functions, one a criterion"_s.arg(table.figures.columns()));
        functions.push_back({preferenceOf(kind), parameterOf(input.param("q"_L1), j),
                             parameterOf(input.param("p"_L1), j), parameterOf(input.param("s"_L1), j)});
    }
    const PrometheeResult result = promethee(table.figures, table.weights, table.directions, functions);
    JsonAnswer answer;
    answer.set(u"phi_plus"_s, result.plus);
    answer.set(u"phi_minus"_s, result.minus);
    answer.set(u"net_flow"_s, result.net);
    answer.insert(u"rank"_s, JsonAnswer::integers(competitionRanks(result.net)));
    answer.insert(u"best_index_1based"_s, static_cast<qint64>(winnerOf(result.net)) + 1);
    noteWhatDoesNotDiscriminate(table, answer);
    QJsonObject conventions = conventionsOf({});
    conventions[u"normalization"_s] = u"preference functions of the raw differences"_s;
    conventions[u"flows"_s] = u"means over the other options"_s;
    return answer.take(conventions);
}

QJsonObject answerElectre(const CaseInput &input)
{
    constexpr double kUsualConcordance = 0.65;
    constexpr double kUsualDiscordance = 0.35;
    const Table table(input);
    const auto threshold = [&](QLatin1StringView name, double usual) {
        const JsonView view = input.param(name);
        return view.isMissing() ? usual : view.numberIn(0, 1);
    };
    const ElectreResult result =
        electre(table.figures, table.weights, table.directions, threshold("c_threshold"_L1, kUsualConcordance),
                threshold("d_threshold"_L1, kUsualDiscordance));
    JsonAnswer answer;
    answer.insert(u"concordance"_s, toJson(result.concordance, false));
    answer.insert(u"discordance"_s, toJson(result.discordance, false));
    answer.insert(u"kernel"_s, JsonAnswer::integers(result.kernel));
    noteWhatDoesNotDiscriminate(table, answer);
    return answer.take(
        {{u"discordance"_s, u"largest difference against, by the largest range of any criterion"_s},
         {u"kernel"_s, u"0-based indices of whom nobody outranks"_s}});
}

} // namespace stratadeck
