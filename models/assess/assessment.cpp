// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/assess/assessment.h"

#include "models/assess/words.h"

#include <algorithm>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

template<typename List, typename Member>
auto findIn(const List &list, const QString &wanted, Member member)
{
    const auto found = std::ranges::find(list, wanted, member);
    return found == list.end() ? nullptr : &*found;
}

} // namespace

const Option *Assessment::option(const QString &optionId) const
{
    return findIn(options, optionId, &Option::id);
}

const Criterion *Assessment::criterion(const QString &criterionId) const
{
    return findIn(criteria, criterionId, &Criterion::id);
}

const Cell *Assessment::cell(const QString &optionId, const QString &criterionId) const
{
    const auto found = std::ranges::find_if(
        cells, [&](const Cell &cell) { return cell.option == optionId && cell.criterion == criterionId; });
    return found == cells.end() ? nullptr : &*found;
}

const Evidence *Assessment::evidenceOf(const QString &evidenceId) const
{
    return findIn(evidence, evidenceId, &Evidence::id);
}

const WeightSet *Assessment::weightSet(const QString &author) const
{
    return findIn(weights, author, &WeightSet::author);
}

std::vector<Criterion> Assessment::leaves() const
{
    std::vector<Criterion> result;
    std::ranges::copy_if(criteria, std::back_inserter(result), [&](const Criterion &criterion) {
        return std::ranges::find(criteria, criterion.id, &Criterion::parent) == criteria.end();
    });
    return result;
}

void Assessment::setCell(Cell cell)
{
    const auto same = std::ranges::find_if(cells, [&](const Cell &other) {
        return other.option == cell.option && other.criterion == cell.criterion;
    });
    if (same == cells.end())
        cells.push_back(std::move(cell));
    else
        *same = std::move(cell);
}

void Assessment::setWeights(WeightSet set)
{
    const auto same = std::ranges::find(weights, set.author, &WeightSet::author);
    if (same == weights.end())
        weights.push_back(std::move(set));
    else
        *same = std::move(set);
}

void Assessment::removeOption(const QString &optionId)
{
    std::erase_if(options, [&](const Option &option) { return option.id == optionId; });
    std::erase_if(cells, [&](const Cell &cell) { return cell.option == optionId; });
    std::erase_if(group.scores, [&](const GroupScore &score) { return score.option == optionId; });
    std::erase_if(cost.items, [&](const CostItem &item) { return item.option == optionId; });
    if (cost.baseline == optionId)
        cost.baseline.clear();
    if (outcome == optionId)
        outcome.clear();
}

void Assessment::removeCriterion(const QString &criterionId)
{
    QStringList gone{criterionId};
    for (const Criterion &criterion : criteria) {
        if (criterion.parent == criterionId)
            gone.append(criterion.id);
    }
    std::erase_if(criteria, [&](const Criterion &criterion) { return gone.contains(criterion.id); });
    std::erase_if(cells, [&](const Cell &cell) { return gone.contains(cell.criterion); });
    std::erase_if(group.scores, [&](const GroupScore &score) { return gone.contains(score.criterion); });
    for (WeightSet &set : weights) {
        std::erase_if(set.points, [&](const CriterionPoints &own) { return gone.contains(own.criterion); });
        std::erase_if(set.judgments,
                      [&](const PairJudgment &own) { return gone.contains(own.a) || gone.contains(own.b); });
        set.review.removeIf([&](const QString &own) { return gone.contains(own); });
    }
}

QString toWord(Estimate::Kind kind)
{
    return words::textOf(words::kFigures, kind);
}

QString toWord(Source source)
{
    return words::textOf(words::kSources, source);
}

QString toWord(WeightMethod method)
{
    return words::textOf(words::kWeightMethods, method);
}

QString toWord(CostKind kind)
{
    return words::textOf(words::kCostKinds, kind);
}

QString toWord(CostDriver driver)
{
    return words::textOf(words::kCostDrivers, driver);
}

QString toWord(Step step)
{
    return words::textOf(words::kSteps, step);
}

QString toWord(StepState state)
{
    return words::textOf(words::kStepStates, state);
}

QString toWord(Aggregate aggregate)
{
    return words::textOf(words::kAggregates, aggregate);
}

} // namespace stratadeck
