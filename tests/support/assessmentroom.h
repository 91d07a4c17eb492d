// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/assess/assessmentjson.h"
#include "models/assess/defaults.h"
#include "tests/support/historyfixture.h"

#include <rapidcheck.h>

namespace stratadeck::test {

/// An exact cell with a reason.
inline Cell cellOf(const QString &option, const QString &criterion, double value)
{
    return {option,   criterion, Estimate::exact(value), Source::Judgment,
            {},       1,         QStringLiteral("seen"), QStringLiteral("ann"),
            second(1)};
}

inline Estimate anyFigure()
{
    using Kind = Estimate::Kind;
    const auto level = [] { return *rc::gen::inRange(-50, 150) / 10.0; };
    std::array<double, 3> levels{level(), level(), level()};
    std::ranges::sort(levels);
    switch (*rc::gen::inRange(0, 6)) {
    case 0:
        return {};
    case 1:
        return {Kind::Interval, levels[0], 0, levels[2], 0, {}};
    case 2:
        return {Kind::Triangular, levels[0], levels[1], levels[2], 0, {}};
    case 3:
        return {Kind::Pert, levels[0], levels[1], levels[2], 0, {}};
    case 4:
        return {Kind::Normal, 0, levels[1], 0, levels[2] - levels[0], {}};
    default:
        return Estimate::exact(*rc::gen::element(levels[0], 0.0, 1e90, -1e90, 1e-300, 3.0));
    }
}

/// Any assessment that keeps to the rules: one or two levels, gates, weights of several people, every kind of
/// figure, ranges of 0.
inline Assessment anyAssessment()
{
    Assessment result = newAssessment(QStringLiteral("any"), second(0));
    result.options.clear();
    result.criteria.clear();
    result.cost.baseline.clear();
    const int options = *rc::gen::inRange(0, 6);
    const int criteria = *rc::gen::inRange(0, 7);
    for (int i = 0; i < options; ++i)
        result.options.push_back({QStringLiteral("o%1").arg(i), QStringLiteral("Option %1").arg(i), {}});
    for (int j = 0; j < criteria; ++j) {
        Criterion criterion;
        criterion.id = QStringLiteral("c%1").arg(j);
        criterion.name = QStringLiteral("Criterion %1").arg(j);
        criterion.worst = *rc::gen::inRange(-2, 3);
        criterion.best = *rc::gen::inRange(-2, 12);
        criterion.direction = *rc::gen::element(Direction::Benefit, Direction::Cost);
        if (j > 1 && *rc::gen::arbitrary<bool>())
            criterion.parent = QStringLiteral("c%1").arg(*rc::gen::inRange(0, 2));
        if (*rc::gen::inRange(0, 4) == 0)
            criterion.gate = Gate{*rc::gen::arbitrary<bool>(), *rc::gen::inRange(-3, 13) * 1.0, {}};
        result.criteria.push_back(criterion);
    }
    for (const Option &option : result.options) {
        for (const Criterion &criterion : result.criteria) {
            if (*rc::gen::inRange(0, 5) > 0) {
                Cell cell = cellOf(option.id, criterion.id, 0);
                cell.figure = anyFigure();
                result.cells.push_back(cell);
            }
        }
    }
    const int people = *rc::gen::inRange(0, 4);
    for (int person = 0; person < people; ++person) {
        WeightSet set;
        set.author = QStringLiteral("p/~%1").arg(person);
        set.method = static_cast<WeightMethod>(*rc::gen::inRange(0, 4));
        for (std::size_t j = 0; j < result.criteria.size(); ++j) {
            if (*rc::gen::inRange(0, 6) > 0)
                set.points.push_back({result.criteria[j].id, *rc::gen::inRange(0, 5) * 1.0});
            for (std::size_t k = j + 1; k < result.criteria.size(); ++k) {
                if (result.criteria[j].parent == result.criteria[k].parent && *rc::gen::inRange(0, 6) > 0)
                    set.judgments.push_back(
                        {result.criteria[j].id, result.criteria[k].id, *rc::gen::inRange(1, 10) / 3.0});
            }
        }
        result.weights.push_back(set);
    }
    return require(checkedAssessment(result));
}

/// Random input that a property needs to hold: RC_PARAMS' max_success, or STRATADECK_DECIDE_CASES.
inline void setCaseCount(const char *fallback)
{
    const QByteArray wanted = qgetenv("STRATADECK_DECIDE_CASES");
    qputenv("RC_PARAMS", "max_success=" + (wanted.isEmpty() ? QByteArray(fallback) : wanted));
}

} // namespace stratadeck::test
