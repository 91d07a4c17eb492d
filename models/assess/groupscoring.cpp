// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/assess/groupscoring.h"

#include "models/assess/cellfigures.h"
#include "models/decide/ahp.h"

#include <algorithm>
#include <map>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

struct Said {
    std::vector<double> values; ///< 0..1
    std::vector<double> figures;
};

/// What people said of each cell, by option and criterion.
std::map<std::pair<QString, QString>, Said> saidOf(const Assessment &assessment)
{
    std::map<std::pair<QString, QString>, Said> result;
    for (const GroupScore &score : assessment.group.scores) {
        const Criterion *criterion = assessment.criterion(score.criterion);
        const Cell cell{score.option, score.criterion, score.figure, Source::Judgment, {}, 1, {}, {}, {}};
        const CellFigures figures = figuresOf(assessment, &cell);
        if (!criterion || figures.isMissing)
            continue;
        Said &said = result[{score.option, score.criterion}];
        said.values.push_back(anchoredValue(*criterion, figures.central));
        said.figures.push_back(figures.central);
    }
    return result;
}

double meanOf(const std::vector<double> &values)
{
    double sum = 0;
    for (const double value : values)
        sum += value;
    return sum / static_cast<double>(values.size());
}

} // namespace

std::vector<CellSpread> spreadOf(const Assessment &assessment)
{
    std::vector<CellSpread> result;
    if (!assessment.group.isRevealed)
        return result;
    for (const auto &[cell, said] : saidOf(assessment)) {
        const auto [least, most] = std::ranges::minmax(said.values);
        result.push_back(
            {cell.first, cell.second, static_cast<int>(said.values.size()), meanOf(said.values), most - least});
    }
    std::ranges::stable_sort(result, std::greater(), &CellSpread::spread);
    return result;
}

std::vector<Cell> agreedCells(const Assessment &assessment)
{
    std::vector<Cell> result;
    if (!assessment.group.isRevealed)
        return result;
    for (const auto &[place, said] : saidOf(assessment)) {
        const auto [least, most] = std::ranges::minmax(said.figures);
        Estimate figure = Estimate::exact(least);
        if (least < most)
            figure = {
                Estimate::Kind::Triangular, least, std::clamp(meanOf(said.figures), least, most), most, 0, {}};
        QStringList reasons;
        for (const GroupScore &score : assessment.group.scores) {
            if (score.option == place.first && score.criterion == place.second && !score.reason.isEmpty())
                reasons.append(score.author + u": "_s + score.reason);
        }
        result.push_back(
            {place.first, place.second, figure, Source::Judgment, {}, 1, reasons.join(u'\n'), {}, {}});
    }
    return result;
}

GroupRound visibleRound(const GroupRound &round, const QString &author)
{
    GroupRound visible = round;
    if (!round.isRevealed)
        std::erase_if(visible.scores, [&](const GroupScore &score) { return score.author != author; });
    return visible;
}

Assessment withoutHiddenScores(Assessment state, const GroupRound &now)
{
    if (now.isOpen && !now.isRevealed)
        state.group.scores.clear();
    return state;
}

Result<WeightSet> combinedJudgments(const Assessment &assessment, const QString &author)
{
    WeightSet combined;
    combined.author = author;
    combined.method = WeightMethod::Ahp;
    std::size_t people = 0;
    std::vector<WeightSet> sets;
    for (const WeightSet &set : assessment.weights) {
        if (set.method == WeightMethod::Ahp && set.author != author)
            sets.push_back(set);
    }
    const auto ratioOf = [](const WeightSet &set, const QString &a, const QString &b) {
        for (const PairJudgment &judgment : set.judgments) {
            if (judgment.a == a && judgment.b == b)
                return judgment.ratio;
            if (judgment.a == b && judgment.b == a)
                return 1 / judgment.ratio;
        }
        return 0.0;
    };
    for (std::size_t i = 0; i < assessment.criteria.size(); ++i) {
        for (std::size_t k = i + 1; k < assessment.criteria.size(); ++k) {
            const Criterion &a = assessment.criteria[i];
            const Criterion &b = assessment.criteria[k];
            if (a.parent != b.parent)
                continue;
            std::vector<Matrix> judgments;
            for (const WeightSet &set : sets) {
                const double ratio = ratioOf(set, a.id, b.id);
                if (ratio <= 0)
                    continue;
                Matrix pair(2, 2, 1);
                pair(0, 1) = ratio;
                pair(1, 0) = 1 / ratio;
                judgments.push_back(pair);
            }
            people = judgments.size();
            if (people < 2)
                return fail(Error::Kind::Invalid,
                            u"fewer than two people compared '%1' and '%2'"_s.arg(a.name, b.name), a.name);
            combined.judgments.push_back({a.id, b.id, groupJudgments(judgments)(0, 1)});
        }
    }
    if (people < 2)
        return fail(Error::Kind::Invalid, u"fewer than two people have judged"_s);
    return combined;
}

} // namespace stratadeck
