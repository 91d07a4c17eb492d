// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/decide/edits.h"

#include "models/assess/defaults.h"

#include <QUuid>
#include <algorithm>
#include <cmath>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

QStringList evidenceIds(const Assessment &assessment)
{
    QStringList ids;
    for (const Evidence &evidence : assessment.evidence)
        ids.append(evidence.id);
    return ids;
}

// What was recorded can be asked for again; the runs of a lab cannot.
void dropUnusedEvidence(Assessment &assessment)
{
    QSet<QString> used;
    for (const Cell &cell : assessment.cells)
        used.insert(cell.figure.evidence);
    for (const GroupScore &score : assessment.group.scores)
        used.insert(score.figure.evidence);
    for (const CostItem &item : assessment.cost.items) {
        used.insert(item.amount.evidence);
        used.insert(item.quantitySource);
    }
    std::erase_if(assessment.evidence, [&used](const Evidence &each) {
        return each.source == EvidenceSource::History && !used.contains(each.id);
    });
}

double leafWeight(const DecisionReport &report, const QString &criterion)
{
    double sum = 0; // of a group: that of its members
    for (const WeighedCriterion &leaf : report.criteria) {
        if (leaf.criterion.id == criterion || leaf.criterion.parent == criterion)
            sum += leaf.weight;
    }
    return sum;
}

} // namespace

Assessment withWeight(const Assessment &assessment, const DecisionReport &report,
                      const std::vector<double> &proportions, std::size_t criterion, double weight,
                      const QString &who)
{
    double others = 0;
    for (std::size_t leaf = 0; leaf < proportions.size(); ++leaf)
        others += leaf == criterion ? 0 : proportions[leaf];
    const auto count = static_cast<double>(proportions.size()) - 1;
    WeightSet set;
    set.author = who;
    set.method = WeightMethod::Direct;
    std::vector<CriterionPoints> groups;
    for (std::size_t leaf = 0; leaf < report.criteria.size(); ++leaf) {
        const Criterion &each = report.criteria[leaf].criterion;
        const double share = others > 0 ? proportions[leaf] / others : 1 / std::max(1.0, count);
        const double points = leaf == criterion ? weight : (1 - weight) * share;
        set.points.push_back({each.id, points});
        if (each.parent.isEmpty())
            continue;
        const auto group = std::ranges::find(groups, each.parent, &CriterionPoints::criterion);
        if (group == groups.end())
            groups.push_back({each.parent, points});
        else
            group->points += points;
    }
    set.points.insert(set.points.end(), groups.begin(), groups.end());
    return withWeightSet(assessment, std::move(set));
}

WeightSet weightSetFor(const Assessment &assessment, const DecisionReport &report, WeightMethod method,
                       const QString &who)
{
    const WeightSet *own = assessment.weightSet(who);
    if (own && own->method == method && method != WeightMethod::Direct)
        return *own;
    WeightSet set;
    set.author = who;
    set.method = method;
    for (const QStringList &siblings : siblingGroups(assessment)) {
        double most = 0;
        for (const QString &id : siblings)
            most = std::max(most, leafWeight(report, id));
        for (const QString &id : siblings) {
            const double weight = leafWeight(report, id);
            const auto heavier = std::ranges::count_if(
                siblings, [&](const QString &other) { return leafWeight(report, other) > weight + 1e-9; });
            if (method == WeightMethod::Rank)
                set.points.push_back({id, static_cast<double>(heavier) + 1});
            else if (method == WeightMethod::Swing)
                set.points.push_back({id, most > 0 ? std::round(100 * weight / most) : 100});
            else if (method == WeightMethod::Direct)
                set.points.push_back({id, std::round(1000 * weight) / 10});
        }
        for (qsizetype a = 0; method == WeightMethod::Ahp && a < siblings.size(); ++a) {
            for (qsizetype b = a + 1; b < siblings.size(); ++b)
                set.judgments.push_back({siblings[a], siblings[b], 1});
        }
    }
    return set;
}

Assessment withWeightSet(const Assessment &assessment, WeightSet set)
{
    Assessment next = assessment;
    const QString author = set.author;
    set.review.clear();
    next.setWeights(std::move(set));
    next.weightsOf = next.weights.size() > 1 ? author : QString();
    return next;
}

std::vector<QStringList> siblingGroups(const Assessment &assessment)
{
    std::vector<QStringList> groups(1);
    for (const Criterion &criterion : assessment.criteria) {
        if (criterion.parent.isEmpty())
            groups.front().append(criterion.id);
    }
    for (const Criterion &parent : assessment.criteria) {
        QStringList members;
        for (const Criterion &criterion : assessment.criteria) {
            if (criterion.parent == parent.id)
                members.append(criterion.id);
        }
        if (!members.isEmpty())
            groups.push_back(members);
    }
    return groups;
}

Cell cellOf(const Assessment &assessment, const QString &option, const QString &criterion)
{
    if (const Cell *cell = assessment.cell(option, criterion))
        return *cell;
    Cell cell;
    cell.option = option;
    cell.criterion = criterion;
    return cell;
}

Assessment withCell(const Assessment &assessment, Cell cell, const QString &who, TimePoint at)
{
    Assessment next = assessment;
    cell.author = who;
    cell.at = at;
    next.setCell(std::move(cell));
    dropUnusedEvidence(next);
    return next;
}

Assessment withoutCell(const Assessment &assessment, const QString &option, const QString &criterion)
{
    Assessment next = assessment;
    std::erase_if(next.cells,
                  [&](const Cell &cell) { return cell.option == option && cell.criterion == criterion; });
    dropUnusedEvidence(next);
    return next;
}

Assessment withTypedFigure(const Assessment &assessment, const QString &option, const QString &criterion,
                           double figure, const QString &who, TimePoint at)
{
    Cell cell = cellOf(assessment, option, criterion);
    cell.figure = Estimate::exact(figure);
    if (cell.source != Source::Document)
        cell.source = Source::Judgment;
    return withCell(assessment, std::move(cell), who, at);
}

Assessment withLabEvidence(const Assessment &assessment, std::vector<Evidence> evidence)
{
    Assessment next = assessment;
    for (Evidence &each : evidence) {
        each.id = freeId(each.query.metric, evidenceIds(next));
        next.evidence.push_back(std::move(each));
    }
    return next;
}

Assessment withEvidence(const Assessment &assessment, Evidence evidence, const QString &option,
                        const QString &criterion, const QString &who, TimePoint at)
{
    Assessment next = assessment;
    const bool isKept = evidence.source == EvidenceSource::Lab && next.evidenceOf(evidence.id);
    if (!isKept)
        evidence.id = freeId(evidence.query.metric, evidenceIds(assessment));
    Cell cell = cellOf(next, option, criterion);
    cell.figure = Estimate::measured(evidence.id);
    cell.source = Source::Measured;
    cell.document.clear();
    if (!isKept)
        next.evidence.push_back(std::move(evidence));
    return withCell(next, std::move(cell), who, at);
}

Assessment duplicateOf(const Assessment &assessment, const QString &title, TimePoint at)
{
    Assessment copy = assessment;
    copy.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    copy.title = title;
    copy.created = at;
    copy.steps = {};
    copy.outcome.clear();
    return copy;
}

} // namespace stratadeck
