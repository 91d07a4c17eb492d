// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/decide/caseinput.h"

#include "models/base/jsonanswer.h"

#include <array>
#include <cmath>
#include <numeric>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kMostCells = 1'000'000;

struct NormalizationWord {
    Normalization normalization{};
    QLatin1StringView word;
};
constexpr std::array kNormalizations{NormalizationWord{Normalization::None, "none"_L1},
                                     NormalizationWord{Normalization::Anchors, "anchors"_L1},
                                     NormalizationWord{Normalization::MinMax, "minmax"_L1},
                                     NormalizationWord{Normalization::MaxRatio, "max_ratio"_L1},
                                     NormalizationWord{Normalization::Sum, "sum"_L1},
                                     NormalizationWord{Normalization::Vector, "vector"_L1}};

Normalization normalizationOf(const JsonView &view, Normalization fallback)
{
    const QString word = CaseInput::wordOf(view, toWord(fallback));
    for (const NormalizationWord &one : kNormalizations) {
        if (word == one.word)
            return one.normalization;
    }
    view.reject(u"expected none, anchors, minmax, max_ratio, sum or vector"_s);
    return fallback;
}

CostInversion inversionOf(const JsonView &view)
{
    const QString word = CaseInput::wordOf(view, u"min"_s);
    if (word == "1/x"_L1 || word == "reciprocal"_L1 || word == "inverse"_L1)
        return CostInversion::Reciprocal;
    if (word == "negate"_L1 || word == "-x"_L1)
        return CostInversion::Negate;
    if (word == "max-x"_L1 || word == "max"_L1 || word == "max_minus_x"_L1 || word == "linear"_L1)
        return CostInversion::FromMaximum;
    if (word != "min"_L1 && word != "min/x"_L1 && word != "none"_L1 && word != "normalization"_L1)
        view.reject(u"expected 1/x, negate, max-x or min/x"_s);
    return CostInversion::ByNormalization;
}

/// `cell` makes a number of each.
template<typename Cell>
Matrix rowsOf(const JsonView &view, Cell cell)
{
    Matrix matrix;
    const std::vector<JsonView> rows = view.items();
    if (rows.empty())
        view.reject(u"expected at least one row"_s);
    for (const JsonView &row : rows) {
        std::vector<double> values;
        for (const JsonView &one : row.items())
            values.push_back(cell(one));
        const bool fits = matrix.rows() == 0 || values.size() == matrix.columns();
        if (values.empty() || !fits)
            row.reject(matrix.rows() == 0
                           ? u"expected at least one number"_s
                           : u"expected %1 numbers, as in the first row"_s.arg(matrix.columns()));
        if (values.empty() || !fits || (matrix.rows() + 1) * values.size() > kMostCells)
            return matrix.rows() > 0 ? matrix : Matrix(1, 1, 1);
        matrix.addRow(values);
    }
    return matrix.rows() > 0 ? matrix : Matrix(1, 1, 1);
}

} // namespace

QString toWord(Normalization normalization)
{
    for (const NormalizationWord &one : kNormalizations) {
        if (one.normalization == normalization)
            return one.word;
    }
    return {};
}

JsonView CaseInput::param(QLatin1StringView name) const
{
    return m_root["params"_L1][name];
}

Matrix CaseInput::matrix() const
{
    return matrixOf(m_root["matrix"_L1]);
}

QString CaseInput::wordOf(const JsonView &view, const QString &fallback)
{
    if (view.isMissing() || view.isNull())
        return fallback;
    const QString text = view.text().trimmed();
    qsizetype end = 0;
    while (end < text.size() && !text[end].isSpace() && text[end] != u',' && text[end] != u'(')
        ++end;
    return text.left(end).toLower();
}

QStringList CaseInput::names(QLatin1StringView field, QChar letter, std::size_t count) const
{
    const JsonView view = m_root[field];
    QStringList all;
    if (!view.isMissing() && !view.isNull()) {
        for (const QString &name : view.texts())
            all.append(name);
        if (static_cast<std::size_t>(all.size()) != count)
            view.reject(u"expected %1 names, as the matrix has"_s.arg(count));
    }
    for (auto i = static_cast<std::size_t>(all.size()); i < count; ++i)
        all.append(letter + QString::number(i + 1));
    return all;
}

QStringList CaseInput::alternatives(std::size_t count) const
{
    return names("alternatives"_L1, u'A', count);
}

QStringList CaseInput::criteria(std::size_t count) const
{
    return names("criteria"_L1, u'C', count);
}

Matrix CaseInput::matrixOf(const JsonView &view)
{
    return rowsOf(view, [](const JsonView &cell) { return cell.number(); });
}

Matrix CaseInput::matrixWithGaps(const JsonView &view)
{
    return rowsOf(view, [](const JsonView &cell) { return cell.isNull() ? std::nan("") : cell.number(); });
}

Matrix CaseInput::judgmentsOf(const JsonView &view, bool mayMiss)
{
    const Matrix matrix = rowsOf(view, [mayMiss](const JsonView &cell) {
        if (mayMiss && cell.isNull())
            return 0.0;
        const double judgment = cell.number();
        if (judgment <= 0)
            cell.reject(u"expected a judgment above 0"_s);
        return judgment > 0 ? judgment : 1;
    });
    if (matrix.rows() == matrix.columns())
        return matrix;
    view.reject(u"expected as many columns as rows"_s);
    return {1, 1, 1};
}

std::vector<double> CaseInput::weights(std::size_t count) const
{
    const JsonView view = m_root["weights"_L1];
    if (view.isMissing() || view.isNull())
        return std::vector<double>(count, 1 / static_cast<double>(count));
    std::vector<double> weights;
    for (const JsonView &item : view.items()) {
        weights.push_back(item.number());
        if (weights.back() < 0)
            item.reject(u"expected a weight of 0 or more"_s);
    }
    if (weights.size() != count)
        view.reject(u"expected %1 weights, one a criterion"_s.arg(count));
    weights.resize(count);
    const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
    if (!(sum > 0) || !std::isfinite(sum)) {
        view.reject(u"expected weights with a sum above 0"_s);
        return std::vector<double>(count, 1 / static_cast<double>(count));
    }
    for (double &weight : weights)
        weight /= sum;
    return weights;
}

std::vector<Direction> CaseInput::directions(std::size_t count) const
{
    const JsonView view = m_root["types"_L1];
    if (view.isMissing() || view.isNull())
        return std::vector<Direction>(count, Direction::Benefit);
    std::vector<Direction> directions;
    for (const JsonView &item : view.items()) {
        const double type = item.number();
        if (type != 1 && type != -1)
            item.reject(u"expected 1 or -1"_s);
        directions.push_back(type < 0 ? Direction::Cost : Direction::Benefit);
    }
    if (directions.size() != count)
        view.reject(u"expected %1 types, one a criterion"_s.arg(count));
    directions.resize(count, Direction::Benefit);
    return directions;
}

Scale CaseInput::scale(Normalization fallback, std::size_t criteria) const
{
    const JsonView worst = param("worst"_L1);
    const JsonView best = param("best"_L1);
    if (!worst.isMissing() && !best.isMissing())
        fallback = Normalization::Anchors;
    Scale scale;
    scale.normalization = normalizationOf(param("normalization"_L1), fallback);
    scale.inversion = inversionOf(param("cost_inversion"_L1));
    if (scale.normalization != Normalization::Anchors)
        return scale;
    scale.worst = worst.numbers();
    scale.best = best.numbers();
    for (const auto &[levels, view] : {std::pair(&scale.worst, worst), std::pair(&scale.best, best)}) {
        if (levels->size() != criteria)
            view.reject(u"expected %1 levels, one a criterion"_s.arg(criteria));
        levels->resize(criteria);
    }
    for (std::size_t j = 0; j < criteria; ++j) {
        if (scale.worst[j] == scale.best[j])
            best.at(static_cast<qsizetype>(j)).reject(u"expected another level than the worst"_s);
    }
    return scale;
}

Matrix CaseInput::values(const Matrix &figures, const std::vector<Direction> &directions,
                         const Scale &scale) const
{
    Matrix values = valuesOf(figures, directions, scale);
    for (std::size_t i = 0; i < values.rows(); ++i) {
        for (std::size_t j = 0; j < values.columns(); ++j) {
            if (std::isfinite(values(i, j)))
                continue;
            m_root.problem().report(u"matrix[%1][%2]"_s.arg(i).arg(j),
                                    u"expected a figure that %1 can use"_s.arg(toWord(scale.normalization)));
            values(i, j) = 0;
        }
    }
    return values;
}

QJsonArray toJson(const Matrix &matrix, bool hasDiagonal)
{
    QJsonArray rows;
    for (std::size_t i = 0; i < matrix.rows(); ++i) {
        QJsonArray row = JsonAnswer::numbers(matrix.row(i));
        if (!hasDiagonal)
            row[static_cast<qsizetype>(i)] = QJsonValue::Null;
        rows.append(row);
    }
    return rows;
}

QJsonObject conventionsOf(const Scale &scale)
{
    constexpr std::array kInversions{"by the normalization"_L1, "1/x"_L1, "-x"_L1, "max - x"_L1};
    return {{u"normalization"_s, toWord(scale.normalization)},
            {u"cost_inversion"_s, QString(kInversions.at(static_cast<std::size_t>(scale.inversion)))},
            {u"weights"_s, u"divided by their sum"_s},
            {u"rank"_s, u"competition (1, 1, 3), relative tolerance 1e-12"_s}};
}

} // namespace stratadeck
