// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/jsonview.h"
#include "models/decide/normalization.h"

#include <QJsonArray>
#include <QJsonObject>

namespace stratadeck {

/// The parts of a decision case that several methods read alike. Faults are reported with their path; what is
/// returned then has the right shape but no meaning.
class CaseInput
{
public:
    explicit CaseInput(const JsonView &root)
        : m_root(root)
    {
    }

    const JsonView &root() const { return m_root; }
    JsonView param(QLatin1StringView name) const;
    bool isSound() const { return !m_root.problem().found(); }

    /// A word ends at the first space, comma or parenthesis, the rest is a remark; lower case.
    static QString wordOf(const JsonView &view, const QString &fallback);

    /// Names of rows and columns; "A1", "C1" ... where none are given.
    QStringList alternatives(std::size_t count) const;
    QStringList criteria(std::size_t count) const;
    /// Numbers in rows of one length, at least one row and column.
    Matrix matrix() const;
    static Matrix matrixOf(const JsonView &view);
    /// The same where null is a missing cell: NaN.
    static Matrix matrixWithGaps(const JsonView &view);
    /// Judgments: square, above 0. A missing one is 0 when there may be some.
    static Matrix judgmentsOf(const JsonView &view, bool mayMiss);
    /// Normalized to sum 1; equal ones where null. Not negative, not all 0.
    std::vector<double> weights(std::size_t count) const;
    std::vector<Direction> directions(std::size_t count) const;
    Scale scale(Normalization fallback, std::size_t criteria) const;
    /// valuesOf(); a figure that the scale cannot use is reported.
    Matrix values(const Matrix &figures, const std::vector<Direction> &directions, const Scale &scale) const;

private:
    QStringList names(QLatin1StringView field, QChar letter, std::size_t count) const;

    JsonView m_root;
};

/// "minmax" and so on.
QString toWord(Normalization normalization);
/// Its rows; the diagonal of a comparison of options with themselves is null.
QJsonArray toJson(const Matrix &matrix, bool hasDiagonal = true);
/// What an answer says of its scale.
QJsonObject conventionsOf(const Scale &scale);

} // namespace stratadeck
