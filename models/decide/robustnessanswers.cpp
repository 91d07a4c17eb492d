// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/jsonanswer.h"
#include "models/decide/answers.h"
#include "models/decide/ranking.h"
#include "models/decide/scoring.h"
#include "models/decide/sensitivity.h"
#include "models/decide/smaa.h"

#include <algorithm>
#include <cmath>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostDraws = 10'000'000;
constexpr int kUsualDraws = 100'000;
constexpr double kLargestSeed = 9007199254740992.0; // 2^53: the whole numbers of JSON

QJsonValue nameOf(const QStringList &names, const std::optional<std::size_t> &index)
{
    return index ? QJsonValue(names.at(static_cast<qsizetype>(*index))) : QJsonValue(QJsonValue::Null);
}

QJsonArray toJson(const std::vector<bool> &flags)
{
    QJsonArray array;
    for (const bool flag : flags)
        array.append(flag);
    return array;
}

} // namespace

QJsonObject answerSensitivity(const CaseInput &input)
{
    const Matrix figures = input.matrix();
    const std::vector<double> weights = input.weights(figures.columns());
    const Scale scale = input.scale(Normalization::None, figures.columns());
    const Matrix values = input.values(figures, input.directions(figures.columns()), scale);
    const QStringList options = input.alternatives(figures.rows());
    const QStringList criteria = input.criteria(figures.columns());
    if (!input.isSound())
        return {};
    const std::vector<double> scores = weightedSums(values, weights);
    const std::size_t winner = winnerOf(scores);
    const std::vector<StabilityInterval> intervals = stabilityIntervals(values, weights, winner);
    JsonAnswer answer;
    answer.set(u"score"_s, scores);
    answer.insert(u"winner"_s, options.at(static_cast<qsizetype>(winner)));
    QJsonArray list;
    for (std::size_t k = 0; k < intervals.size(); ++k) {
        list.append(QJsonObject{{u"criterion"_s, criteria.at(static_cast<qsizetype>(k))},
                                {u"weight"_s, weights[k]},
                                {u"lower"_s, intervals[k].lower},
                                {u"lower_challenger"_s, nameOf(options, intervals[k].lowerChallenger)},
                                {u"upper"_s, intervals[k].upper},
                                {u"upper_challenger"_s, nameOf(options, intervals[k].upperChallenger)}});
    }
    answer.insert(u"intervals"_s, list);
    const std::vector<CriticalChange> changes = criticalChanges(values, weights);
    const auto keyOf = [&](const CriticalChange &change) {
        return u"%1-%2:%3"_s.arg(options.at(static_cast<qsizetype>(change.better)),
                                 options.at(static_cast<qsizetype>(change.worse)),
                                 criteria.at(static_cast<qsizetype>(change.criterion)));
    };
    QJsonObject deltas;
    for (const CriticalChange &change : changes)
        deltas[keyOf(change)] = change.delta ? QJsonValue(*change.delta) : QJsonValue(QJsonValue::Null);
    answer.insert(u"deltas"_s, deltas);
    const auto setLeast = [&](const QString &name, const CriticalChange *least) {
        if (least)
            answer.insert(name, keyOf(*least));
        else
            answer.setNull(name, u"no change of one weight alone makes a tie"_s);
    };
    setLeast(u"most_sensitive_any"_s, leastChange(changes));
    setLeast(u"most_sensitive_top"_s, leastChange(changes, winner));
    QJsonObject conventions = conventionsOf(scale);
    conventions[u"intervals"_s] = u"one weight moves, the others keep their proportions; closed form"_s;
    conventions[u"deltas"_s] = u"one weight alone falls by this until the two tie"_s;
    return answer.take(conventions);
}

QJsonObject answerIntervals(const CaseInput &input)
{
    const Matrix figures = CaseInput::matrixWithGaps(input.root()["matrix"_L1]);
    const std::vector<double> weights = input.weights(figures.columns());
    const std::vector<Direction> directions = input.directions(figures.columns());
    const Scale scale = input.scale(Normalization::None, figures.columns());
    if (scale.normalization != Normalization::None && scale.normalization != Normalization::Anchors)
        input.param("normalization"_L1)
            .reject(u"expected none or anchors: others depend on the missing cell"_s);
    (void)input.alternatives(figures.rows());
    (void)input.criteria(figures.columns());
    // A missing cell may be anything from the worst to the best level.
    Matrix low = figures;
    Matrix high = figures;
    for (std::size_t j = 0; j < figures.columns(); ++j) {
        const bool isAnchored = scale.normalization == Normalization::Anchors;
        const double worst = isAnchored ? scale.worst[j] : directions[j] == Direction::Cost ? 1 : 0;
        const double best = isAnchored ? scale.best[j] : directions[j] == Direction::Cost ? 0 : 1;
        for (std::size_t i = 0; i < figures.rows(); ++i) {
            if (std::isnan(figures(i, j))) {
                low(i, j) = worst;
                high(i, j) = best;
            }
        }
    }
    const IntervalScores result =
        intervalScores(input.values(low, directions, scale), input.values(high, directions, scale), weights);
    if (!input.isSound())
        return {};
    JsonAnswer answer;
    answer.set(u"score_low"_s, result.low);
    answer.set(u"score_high"_s, result.high);
    answer.insert(u"possibly_best"_s, toJson(result.possiblyBest));
    answer.insert(u"necessarily_best"_s, toJson(result.necessarilyBest));
    QJsonArray breakEven;
    for (const std::optional<double> &value : result.breakEven) {
        breakEven.append(value ? JsonAnswer::number(*value) : QJsonValue(QJsonValue::Null));
        if (!value || *value < 0 || *value > 1)
            answer.note(u"break_even_value: one that is not from 0 to 1 cannot be reached"_s);
    }
    answer.insert(u"break_even_value"_s, breakEven);
    QJsonObject conventions = conventionsOf(scale);
    conventions[u"missing"_s] = u"a missing cell is the whole interval from worst to best; never imputed"_s;
    conventions[u"break_even_value"_s] =
        u"on the scale of values; other missing cells of the row at their worst, the rivals' at their best"_s;
    return answer.take(conventions);
}

namespace {

/// Levels that another option does not move: those that are given, else those of the options before it came.
Scale declaredScale(const CaseInput &input, const Matrix &figures, const std::vector<Direction> &directions)
{
    if (!input.param("worst"_L1).isMissing() || !input.param("best"_L1).isMissing())
        return input.scale(Normalization::Anchors, figures.columns());
    Scale scale;
    scale.normalization = Normalization::Anchors;
    for (std::size_t j = 0; j < figures.columns(); ++j) {
        const std::vector<double> column = figures.column(j);
        const auto [least, most] = std::ranges::minmax(column);
        const bool isCost = directions[j] == Direction::Cost;
        scale.worst.push_back(isCost ? most : least);
        scale.best.push_back(isCost ? least : most);
    }
    return scale;
}

} // namespace

QJsonObject answerRankReversal(const CaseInput &input)
{
    const Matrix before = input.matrix();
    const std::vector<double> weights = input.weights(before.columns());
    const std::vector<Direction> directions = input.directions(before.columns());
    const JsonView added = input.param("added_alternative"_L1);
    const std::vector<double> row = added.numbers();
    if (row.size() != before.columns())
        added.reject(u"expected %1 numbers, one a criterion"_s.arg(before.columns()));
    if (CaseInput::wordOf(input.param("method"_L1), u"topsis"_s) != "topsis"_L1)
        input.param("method"_L1).reject(u"expected TOPSIS"_s);
    const Scale declared = declaredScale(input, before, directions);
    (void)input.alternatives(before.rows());
    if (!input.isSound())
        return {};
    Matrix after = before;
    after.addRow(row);
    const auto closeness = [&](const Matrix &figures) {
        return topsis(figures, weights, directions, Normalization::Vector, Distance::Euclidean).closeness;
    };
    // Where it is not defined all are tied.
    const auto scores = [](const std::vector<std::optional<double>> &all) {
        std::vector<double> known;
        for (const std::optional<double> &one : all)
            known.push_back(one.value_or(0));
        return known;
    };
    const auto toJson = [](const std::vector<std::optional<double>> &all) {
        QJsonArray array;
        for (const std::optional<double> &one : all)
            array.append(one ? QJsonValue(*one) : QJsonValue(QJsonValue::Null));
        return array;
    };
    // Among those that were there before: the new one may well be the best.
    const auto reverses = [&](const std::vector<double> &old, std::vector<double> now) {
        now.resize(old.size());
        return winnerOf(old) != winnerOf(now);
    };
    const auto shownBefore = closeness(before);
    const auto shownAfter = closeness(after);
    const std::vector<double> closenessBefore = scores(shownBefore);
    const std::vector<double> closenessAfter = scores(shownAfter);
    const std::vector<double> anchoredBefore = weightedSums(valuesOf(before, directions, declared), weights);
    const std::vector<double> anchoredAfter = weightedSums(valuesOf(after, directions, declared), weights);
    JsonAnswer answer;
    answer.insert(u"closeness_before"_s, toJson(shownBefore));
    answer.insert(u"closeness_after"_s, toJson(shownAfter));
    if (std::ranges::any_of(shownBefore, [](const std::optional<double> &one) { return !one; }))
        answer.note(u"closeness_before: the options are alike, so all are tied"_s);
    answer.insert(u"winner_before"_s, static_cast<qint64>(winnerOf(closenessBefore)));
    answer.insert(u"winner_after"_s, static_cast<qint64>(winnerOf(closenessAfter)));
    answer.insert(u"topsis_reverses"_s, reverses(closenessBefore, closenessAfter));
    answer.insert(u"anchored_wsm_reverses"_s, reverses(anchoredBefore, anchoredAfter));
    answer.set(u"anchored_scores"_s, anchoredAfter);
    return answer.take(
        {{u"topsis"_s, u"vector normalization, Euclidean distance"_s},
         {u"anchored_wsm"_s, u"levels declared once: as given, else those of the first options"_s},
         {u"reverses"_s, u"another of the first options leads"_s}});
}

namespace {

std::vector<Distribution> cellsOf(const CaseInput &input, const Matrix &figures, std::size_t rows,
                                  std::size_t columns)
{
    std::vector<Distribution> cells;
    const JsonView measurements = input.param("measurements"_L1);
    if (!measurements.isArray()) {
        if (CaseInput::wordOf(measurements, u"exact"_s) != "exact"_L1)
            measurements.reject(u"expected exact, or a cell for each of the matrix"_s);
        for (std::size_t i = 0; i < rows; ++i) {
            for (std::size_t j = 0; j < columns; ++j)
                cells.push_back(Distribution::exact(figures(i, j)));
        }
        return cells;
    }
    for (const JsonView &row : measurements.items()) {
        for (const JsonView &cell : row.items())
            cells.push_back(Distribution::of(cell));
        if (cells.size() % columns != 0)
            row.reject(u"expected %1 cells"_s.arg(columns));
    }
    return cells;
}

WeightPrior priorOf(const CaseInput &input, const QStringList &criteria)
{
    const JsonView view = input.param("weights"_L1);
    const QString word = CaseInput::wordOf(view, u"uniform"_s);
    if (word == "fixed"_L1)
        return {WeightPrior::Kind::Fixed, {}, input.weights(static_cast<std::size_t>(criteria.size()))};
    if (word == "uniform"_L1)
        return {};
    if (word != "ordinal"_L1)
        view.reject(u"expected uniform, ordinal or fixed"_s);
    WeightPrior prior{WeightPrior::Kind::Ordinal, {}, {}};
    const JsonView order = input.param("order"_L1);
    if (order.isMissing()) { // the criteria as they stand
        for (std::size_t j = 0; j < static_cast<std::size_t>(criteria.size()); ++j)
            prior.order.push_back(j);
        return prior;
    }
    for (const JsonView &name : order.items()) {
        const qsizetype index = criteria.indexOf(name.text());
        if (index < 0 || std::ranges::find(prior.order, static_cast<std::size_t>(index)) != prior.order.end())
            name.reject(u"expected the name of a criterion, each once"_s);
        else
            prior.order.push_back(static_cast<std::size_t>(index));
    }
    if (prior.order.size() != static_cast<std::size_t>(criteria.size()))
        order.reject(u"expected every criterion"_s);
    return prior;
}

} // namespace

QJsonObject answerSmaa(const CaseInput &input)
{
    const JsonView matrix = input.root()["matrix"_L1];
    const JsonView measurements = input.param("measurements"_L1);
    SmaaProblem problem;
    Matrix figures;
    if (measurements.isArray()) {
        const std::vector<JsonView> rows = measurements.items();
        problem.options = rows.size();
        problem.criteria = rows.empty() ? 0 : rows.front().items().size();
        if (problem.criteria == 0)
            measurements.reject(u"expected at least one cell"_s);
    } else {
        figures = CaseInput::matrixOf(matrix);
        problem.options = figures.rows();
        problem.criteria = figures.columns();
    }
    if (!input.isSound())
        return {};
    (void)input.alternatives(problem.options);
    problem.cells = cellsOf(input, figures, problem.options, problem.criteria);
    problem.directions = input.directions(problem.criteria);
    problem.scale = input.scale(Normalization::None, problem.criteria);
    problem.weights = priorOf(input, input.criteria(problem.criteria));
    const JsonView draws = input.param("N"_L1);
    const JsonView seed = input.param("seed"_L1);
    problem.draws = draws.isMissing() ? kUsualDraws : draws.integerIn(1, kMostDraws);
    problem.seed = seed.isMissing() ? 0 : static_cast<quint64>(seed.numberIn(0, kLargestSeed));
    if (!input.isSound())
        return {};
    const SmaaResult result = smaa2(problem);
    JsonAnswer answer;
    answer.insert(u"rank_acceptability"_s, toJson(result.rankAcceptability));
    QJsonArray central;
    QJsonArray confidence;
    for (std::size_t i = 0; i < problem.options; ++i) {
        const auto &weights = result.centralWeights[i];
        central.append(weights ? QJsonValue(JsonAnswer::numbers(*weights)) : QJsonValue(QJsonValue::Null));
        confidence.append(result.confidence[i] ? QJsonValue(*result.confidence[i])
                                               : QJsonValue(QJsonValue::Null));
        if (!weights)
            answer.note(u"central_weights: null where an option is never first"_s);
    }
    answer.insert(u"central_weights"_s, central);
    answer.insert(u"confidence_factor"_s, confidence);
    answer.insert(u"pairwise_winning"_s, toJson(result.pairwiseWinning));
    answer.set(u"choice_entropy_bits"_s, result.choiceEntropyBits);
    QJsonObject conventions = conventionsOf(problem.scale);
    conventions[u"N"_s] = problem.draws;
    conventions[u"seed"_s] = static_cast<double>(problem.seed);
    conventions[u"standard_error"_s] = u"at most %1"_s.arg(0.5 / std::sqrt(problem.draws));
    conventions[u"draws"_s] = u"mt19937_64 with samplers of our own"_s;
    return answer.take(conventions);
}

QJsonObject answerValidation(const CaseInput &input)
{
    const Matrix figures = input.matrix();
    (void)input.weights(figures.columns());
    (void)input.directions(figures.columns());
    (void)input.alternatives(figures.rows());
    (void)input.criteria(figures.columns());
    JsonAnswer answer;
    answer.insert(u"valid"_s, true);
    return answer.take({});
}

} // namespace stratadeck
