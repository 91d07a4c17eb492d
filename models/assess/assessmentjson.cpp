// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/assess/assessmentjson.h"
#include "models/assess/words.h"

#include <QJsonArray>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

/// Lists whose elements have an id are compared and told element by element (see changesBetween()).
template<typename List, typename ToJson>
QJsonArray listOf(const List &list, ToJson toJson)
{
    QJsonArray array;
    for (const auto &element : list)
        array.append(toJson(element));
    return array;
}

QJsonArray numbers(const std::vector<double> &values)
{
    return listOf(values, [](double value) { return QJsonValue(value); });
}

QJsonValue json(TimePoint at)
{
    return toMillis(at);
}

QJsonObject json(const Option &option)
{
    return {{u"id"_s, option.id}, {u"name"_s, option.name}, {u"description"_s, option.description}};
}

QJsonObject json(const Criterion &criterion)
{
    QJsonObject object{{u"id"_s, criterion.id},
                       {u"name"_s, criterion.name},
                       {u"description"_s, criterion.description},
                       {u"unit"_s, criterion.unit},
                       {u"parent"_s, criterion.parent},
                       {u"direction"_s, criterion.direction == Direction::Cost ? u"cost"_s : u"benefit"_s},
                       {u"worst"_s, criterion.worst},
                       {u"best"_s, criterion.best}};
    if (criterion.gate) {
        object.insert("gate"_L1, QJsonObject{{u"at_least"_s, criterion.gate->isAtLeast},
                                             {u"level"_s, criterion.gate->level},
                                             {u"reason"_s, criterion.gate->reason}});
    }
    return object;
}

QJsonObject json(const Estimate &figure)
{
    QJsonObject object{{u"kind"_s, toWord(figure.kind)}};
    switch (figure.kind) {
    case Estimate::Kind::Missing:
        break;
    case Estimate::Kind::Exact:
        object.insert("value"_L1, figure.low);
        break;
    case Estimate::Kind::Interval:
        object.insert("low"_L1, figure.low);
        object.insert("high"_L1, figure.high);
        break;
    case Estimate::Kind::Triangular:
    case Estimate::Kind::Pert:
        object.insert("low"_L1, figure.low);
        object.insert("mode"_L1, figure.mode);
        object.insert("high"_L1, figure.high);
        break;
    case Estimate::Kind::Normal:
        object.insert("mean"_L1, figure.mode);
        object.insert("deviation"_L1, figure.deviation);
        break;
    case Estimate::Kind::Measured:
        object.insert("evidence"_L1, figure.evidence);
        break;
    }
    return object;
}

QJsonObject json(const Cell &cell)
{
    return {{u"id"_s, QString(cell.option + u':' + cell.criterion)},
            {u"option"_s, cell.option},
            {u"criterion"_s, cell.criterion},
            {u"figure"_s, json(cell.figure)},
            {u"source"_s, toWord(cell.source)},
            {u"document"_s, cell.document},
            {u"confidence"_s, cell.confidence},
            {u"reason"_s, cell.reason},
            {u"author"_s, cell.author},
            {u"at"_s, json(cell.at)}};
}

QJsonObject json(const WeightSet &set)
{
    return {{u"id"_s, set.author},
            {u"method"_s, toWord(set.method)},
            {u"points"_s, listOf(set.points,
                                 [](const CriterionPoints &own) {
                                     return QJsonObject{{u"id"_s, own.criterion}, {u"points"_s, own.points}};
                                 })},
            {u"judgments"_s, listOf(set.judgments,
                                    [](const PairJudgment &own) {
                                        return QJsonObject{{u"id"_s, QString(own.a + u':' + own.b)},
                                                           {u"a"_s, own.a},
                                                           {u"b"_s, own.b},
                                                           {u"ratio"_s, own.ratio}};
                                    })},
            {u"review"_s, QJsonArray::fromStringList(set.review)}};
}

QJsonObject json(const GroupRound &round)
{
    return {{u"open"_s, round.isOpen},
            {u"revealed"_s, round.isRevealed},
            {u"authors"_s, QJsonArray::fromStringList(round.authors)},
            {u"scores"_s, listOf(round.scores, [](const GroupScore &score) {
                 return QJsonObject{
                     {u"id"_s, QString(score.option + u':' + score.criterion + u':' + score.author)},
                     {u"author"_s, score.author},
                     {u"option"_s, score.option},
                     {u"criterion"_s, score.criterion},
                     {u"figure"_s, json(score.figure)},
                     {u"reason"_s, score.reason}};
             })}};
}

QJsonObject json(const CostItem &item)
{
    return {{u"id"_s, item.id},
            {u"name"_s, item.name},
            {u"option"_s, item.option},
            {u"kind"_s, toWord(item.kind)},
            {u"driver"_s, toWord(item.driver)},
            {u"quantity"_s, item.quantity},
            {u"quantity_source"_s, item.quantitySource},
            {u"step_size"_s, item.stepSize},
            {u"amount"_s, json(item.amount)},
            {u"growth"_s, item.growth},
            {u"start"_s, item.start},
            {u"end"_s, item.end},
            {u"sunk"_s, item.isSunk},
            {u"migration"_s, item.isMigration},
            {u"owner"_s, item.owner},
            {u"reason"_s, item.reason}};
}

QJsonObject json(const CostModel &cost)
{
    return {{u"currency"_s, cost.currency},
            {u"rate"_s, cost.rate},
            {u"rate_reason"_s, cost.rateReason},
            {u"years"_s, cost.years},
            {u"timing"_s, words::textOf(words::kTimings, cost.timing)},
            {u"baseline"_s, cost.baseline},
            {u"items"_s, listOf(cost.items, [](const CostItem &item) { return json(item); })}};
}

QJsonObject json(const std::array<StepRecord, kSteps> &steps)
{
    QJsonObject object;
    for (std::size_t i = 0; i < kSteps; ++i) {
        object.insert(toWord(static_cast<Step>(i)), QJsonObject{{u"state"_s, toWord(steps[i].state)},
                                                                {u"reason"_s, steps[i].reason},
                                                                {u"author"_s, steps[i].author},
                                                                {u"at"_s, json(steps[i].at)},
                                                                {u"notes"_s, steps[i].notes}});
    }
    return object;
}

QJsonObject json(const WorkloadAnswer &answer)
{
    return {{u"id"_s, QString(answer.workload + u' ' + toWord(answer.topic))},
            {u"workload"_s, answer.workload},
            {u"name"_s, answer.name},
            {u"topic"_s, toWord(answer.topic)},
            {u"yes"_s, answer.isYes},
            {u"reason"_s, answer.reason},
            {u"author"_s, answer.author},
            {u"at"_s, json(answer.at)}};
}

QJsonObject json(const ScorecardAnswer &answer)
{
    return {{u"id"_s, toWord(answer.check)},
            {u"state"_s, toWord(answer.state)},
            {u"reason"_s, answer.reason},
            {u"author"_s, answer.author},
            {u"at"_s, json(answer.at)}};
}

QJsonObject json(const EvidenceRun &run)
{
    QJsonObject object{{u"id"_s, QString::number(run.number)},
                       {u"at"_s, json(run.at)},
                       {u"outcome"_s, words::textOf(words::kRunOutcomes, run.outcome)},
                       {u"why"_s, run.why}};
    if (run.value)
        object.insert("value"_L1, *run.value);
    return object;
}

QJsonObject json(const Assumption &assumption)
{
    QJsonObject object{{u"id"_s, assumption.id}, {u"text"_s, assumption.text}, {u"owner"_s, assumption.owner}};
    if (assumption.expires)
        object.insert("expires"_L1, json(*assumption.expires));
    return object;
}

} // namespace

QJsonObject toJson(const EvidenceQuery &query)
{
    return {{u"metric"_s, query.metric},        {u"entities"_s, QJsonArray::fromStringList(query.entities)},
            {u"instance"_s, query.instance},    {u"from"_s, json(query.from)},
            {u"to"_s, json(query.to)},          {u"aggregate"_s, toWord(query.aggregate)},
            {u"percentile"_s, query.percentile}};
}

QJsonObject toJson(const Evidence &evidence)
{
    QJsonObject object{{u"id"_s, evidence.id},
                       {u"query"_s, toJson(evidence.query)},
                       {u"names"_s, QJsonArray::fromStringList(evidence.names)},
                       {u"unit"_s, evidence.unit},
                       {u"taken"_s, json(evidence.taken)},
                       {u"author"_s, evidence.author},
                       {u"samples"_s, evidence.samples},
                       {u"gaps"_s, evidence.gaps},
                       {u"unknown"_s, qint64(evidence.unknown.count())},
                       {u"approximate"_s, evidence.approximate},
                       {u"value"_s, evidence.value},
                       {u"min"_s, evidence.minimum},
                       {u"mean"_s, evidence.mean},
                       {u"p50"_s, evidence.p50},
                       {u"p95"_s, evidence.p95},
                       {u"max"_s, evidence.maximum},
                       {u"deviation"_s, evidence.deviation},
                       {u"replicates"_s, numbers(evidence.replicates)},
                       {u"quantiles"_s, numbers(evidence.quantiles)},
                       {u"sha256"_s, evidence.sha256}};
    if (evidence.source == EvidenceSource::History)
        return object; // as before there were others, so that its hash stays
    object.insert("source"_L1, words::textOf(words::kEvidenceSources, evidence.source));
    object.insert("runs"_L1, listOf(evidence.runs, [](const EvidenceRun &run) { return json(run); }));
    return object;
}

QJsonObject toJson(const Assessment &assessment)
{
    const auto each = [](const auto &element) { return json(element); };
    QJsonObject object{
        {u"id"_s, assessment.id},
        {u"title"_s, assessment.title},
        {u"question"_s, assessment.question},
        {u"created"_s, json(assessment.created)},
        {u"options"_s, listOf(assessment.options, each)},
        {u"criteria"_s, listOf(assessment.criteria, each)},
        {u"cells"_s, listOf(assessment.cells, each)},
        {u"weights"_s, listOf(assessment.weights, each)},
        {u"weights_of"_s, assessment.weightsOf},
        {u"evidence"_s, listOf(assessment.evidence, [](const Evidence &own) { return toJson(own); })},
        {u"evidence_max_age"_s, qint64(assessment.evidenceMaxAge.count())},
        {u"group"_s, json(assessment.group)},
        {u"cost"_s, json(assessment.cost)},
        {u"steps"_s, json(assessment.steps)},
        {u"assumptions"_s, listOf(assessment.assumptions, each)},
        {u"triggers"_s, listOf(assessment.triggers,
                               [](const RevisitTrigger &trigger) {
                                   return QJsonObject{{u"id"_s, trigger.id}, {u"text"_s, trigger.text}};
                               })},
        {u"notes"_s, assessment.notes},
        {u"outcome"_s, assessment.outcome},
        {u"seed"_s, static_cast<qint64>(assessment.seed)}};
    // Left out while there is none: assessments from before there were any keep their form and their hashes.
    if (!assessment.suitability.empty())
        object.insert("suitability"_L1, listOf(assessment.suitability, each));
    if (!assessment.scorecard.empty())
        object.insert("scorecard"_L1, listOf(assessment.scorecard, each));
    return object;
}

} // namespace stratadeck
