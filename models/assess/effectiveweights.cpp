// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/assess/effectiveweights.h"

#include "models/decide/weighting.h"

#include <algorithm>
#include <numeric>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

/// Weights of siblings, sum 1, and what is to be said of them.
struct Shares {
    std::vector<double> shares;
    bool isIncomplete = false;
    std::optional<JudgmentCheck> check;
};

std::vector<double> equalShares(std::size_t count)
{
    return std::vector<double>(count, 1 / static_cast<double>(count));
}

/// Points of each sibling; none where one has none or all are 0.
std::optional<std::vector<double>> pointsOf(const WeightSet &set, const QStringList &siblings)
{
    std::vector<double> points;
    for (const QString &id : siblings) {
        const auto own = std::ranges::find(set.points, id, &CriterionPoints::criterion);
        if (own == set.points.end())
            return {};
        points.push_back(own->points);
    }
    return points;
}

Shares sharesOfPoints(const WeightSet &set, const QStringList &siblings)
{
    const auto points = pointsOf(set, siblings);
    const double sum = points ? std::accumulate(points->begin(), points->end(), 0.0) : 0;
    if (sum <= 0)
        return {equalShares(std::size_t(siblings.size())), true, {}};
    std::vector<double> shares = *points;
    for (double &share : shares)
        share /= sum;
    return {shares, false, {}};
}

/// Who shares a place has the mean of the places' weights.
Shares sharesOfRanks(const WeightSet &set, const QStringList &siblings)
{
    const auto places = pointsOf(set, siblings);
    if (!places)
        return {equalShares(std::size_t(siblings.size())), true, {}};
    const std::vector<double> centroid = rankOrderCentroid(static_cast<int>(siblings.size()));
    std::vector<double> shares;
    for (const double own : *places) {
        const auto before = std::ranges::count_if(*places, [own](double other) { return other < own; });
        const auto tied = std::ranges::count(*places, own);
        const auto first = centroid.begin() + before;
        shares.push_back(std::accumulate(first, first + tied, 0.0) / static_cast<double>(tied));
    }
    return {shares, false, {}};
}

Shares sharesOfJudgments(const WeightSet &set, const QStringList &siblings)
{
    const auto n = static_cast<std::size_t>(siblings.size());
    Matrix matrix(n, n);
    bool isIncomplete = false;
    for (std::size_t i = 0; i < n; ++i)
        matrix(i, i) = 1;
    for (const PairJudgment &judgment : set.judgments) {
        const qsizetype a = siblings.indexOf(judgment.a);
        const qsizetype b = siblings.indexOf(judgment.b);
        if (a < 0 || b < 0)
            continue;
        matrix(std::size_t(a), std::size_t(b)) = judgment.ratio;
        matrix(std::size_t(b), std::size_t(a)) = 1 / judgment.ratio;
    }
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < n; ++j)
            isIncomplete = isIncomplete || matrix(i, j) <= 0;
    }
    if (isIncomplete) {
        const auto completed = completedJudgments(matrix);
        if (!completed)
            return {equalShares(n), true, {}};
        matrix = *completed;
    }
    const auto index = RandomIndex::named(u"saaty_1980"_s);
    const AhpPriorities priorities = prioritiesOf(matrix, PriorityMethod::PrincipalEigenvector, *index);
    JudgmentCheck check{set.author, {}, priorities.cr, {}, 1};
    if (priorities.worst) {
        const Judgment &worst = *priorities.worst;
        check.worst =
            PairJudgment{siblings.at(qsizetype(worst.i)), siblings.at(qsizetype(worst.j)), worst.value};
        check.suggested = worst.suggested;
    }
    return {priorities.priorities, isIncomplete, check};
}

Shares sharesOf(const WeightSet &set, const QStringList &siblings)
{
    if (siblings.size() == 1)
        return {{1}, false, {}};
    switch (set.method) {
    case WeightMethod::Direct:
    case WeightMethod::Swing:
        return sharesOfPoints(set, siblings);
    case WeightMethod::Rank:
        return sharesOfRanks(set, siblings);
    case WeightMethod::Ahp:
        return sharesOfJudgments(set, siblings);
    }
    return {equalShares(std::size_t(siblings.size())), true, {}};
}

QStringList childrenOf(const Assessment &assessment, const QString &parent)
{
    QStringList ids;
    for (const Criterion &criterion : assessment.criteria) {
        if (criterion.parent == parent)
            ids.append(criterion.id);
    }
    return ids;
}

} // namespace

ResolvedWeights resolvedWeights(const Assessment &assessment, const WeightSet &set)
{
    ResolvedWeights result;
    const std::vector<Criterion> leaves = assessment.leaves();
    result.leaves.resize(leaves.size());
    const auto give = [&](const QString &id, double weight) {
        const auto leaf = std::ranges::find(leaves, id, &Criterion::id);
        if (leaf != leaves.end())
            result.leaves[std::size_t(leaf - leaves.begin())] = weight;
    };
    const auto shared = [&](const QStringList &siblings, const QString &parent) {
        Shares shares = sharesOf(set, siblings);
        result.isIncomplete = result.isIncomplete || shares.isIncomplete;
        if (shares.check) {
            shares.check->parent = parent;
            result.checks.push_back(*shares.check);
        }
        return shares.shares;
    };
    const QStringList top = childrenOf(assessment, {});
    if (top.isEmpty())
        return result;
    const std::vector<double> topShares = shared(top, {});
    for (qsizetype i = 0; i < top.size(); ++i) {
        const double whole = topShares[std::size_t(i)];
        const QStringList members = childrenOf(assessment, top.at(i));
        if (members.isEmpty()) {
            give(top.at(i), whole);
            continue;
        }
        const std::vector<double> shares = shared(members, top.at(i));
        for (qsizetype k = 0; k < members.size(); ++k)
            give(members.at(k), whole * shares[std::size_t(k)]);
    }
    return result;
}

EffectiveWeights effectiveWeights(const Assessment &assessment)
{
    EffectiveWeights result;
    std::vector<const WeightSet *> counting;
    const auto add = [&](const WeightSet &set) {
        ResolvedWeights resolved = resolvedWeights(assessment, set);
        const bool counts = assessment.weightsOf.isEmpty() || assessment.weightsOf == set.author;
        if (counts) {
            counting.push_back(&set);
            result.isIncomplete = result.isIncomplete || resolved.isIncomplete;
            std::ranges::move(resolved.checks, std::back_inserter(result.checks));
            result.review += set.review;
            result.leaves.resize(resolved.leaves.size());
            for (std::size_t j = 0; j < resolved.leaves.size(); ++j)
                result.leaves[j] += resolved.leaves[j];
        }
        result.sets.push_back(std::move(resolved.leaves));
    };
    for (const WeightSet &set : assessment.weights)
        add(set);
    result.isGiven = !counting.empty();
    if (!result.isGiven) {
        result.leaves = resolvedWeights(assessment, {}).leaves;
        result.low = result.leaves;
        result.high = result.leaves;
        return result;
    }
    const double sum = std::accumulate(result.leaves.begin(), result.leaves.end(), 0.0);
    for (double &weight : result.leaves)
        weight = sum > 0 ? weight / sum : 0;
    result.low = result.sets.front();
    result.high = result.sets.front();
    for (const std::vector<double> &set : result.sets) {
        for (std::size_t j = 0; j < set.size(); ++j) {
            result.low[j] = std::min(result.low[j], set[j]);
            result.high[j] = std::max(result.high[j], set[j]);
        }
    }
    return result;
}

} // namespace stratadeck
