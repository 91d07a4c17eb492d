// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/assess/assessmentjson.h"
#include "models/assess/words.h"
#include "models/base/plaintext.h"

#include <QSet>
#include <cmath>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongestName = 200;
constexpr qsizetype kLongestText = 16 * 1024;
constexpr qsizetype kLongestKey = 1024;
constexpr double kLargest = 1e100; // squares and sums of it are finite, too
constexpr double kLatest = 9e15;   // of a double that is an integer
constexpr std::size_t kMostOptions = 32;
constexpr std::size_t kMostCriteria = 64;
constexpr std::size_t kMostPeople = 64;
constexpr std::size_t kMost = 4096; // of anything else

/// As it may be stored: without control characters, but with line ends where it may have some.
QString cleaned(const JsonView &view, qsizetype longest, bool hasLines)
{
    const QString text = QString::fromUtf8(view.text().toUtf8()); // no halves of characters
    if (text.size() > longest) {
        view.reject(u"expected at most %1 characters"_s.arg(longest));
        return {};
    }
    if (!hasLines)
        return plainText(text, longest);
    QStringList lines = text.split(u'\n');
    for (QString &line : lines)
        line = plainText(line, longest);
    return lines.join(u'\n');
}

QString name(const JsonView &view)
{
    return cleaned(view, kLongestName, false);
}

QString longText(const JsonView &view)
{
    return cleaned(view, kLongestText, true);
}

QString someName(const JsonView &view)
{
    const QString read = name(view);
    if (read.trimmed().isEmpty())
        view.reject(u"expected a text that is not empty"_s);
    return read;
}

bool isId(const QString &text)
{
    return !text.isEmpty() && text.size() <= 64 && std::ranges::all_of(text, [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'-' || c == u'_';
    });
}

QString id(const JsonView &view)
{
    const QString read = view.text();
    if (!isId(read))
        view.reject(u"expected 1 to 64 of a-z, 0-9, - and _"_s);
    return read;
}

QString idOrNone(const JsonView &view)
{
    return view.text().isEmpty() ? QString() : id(view);
}

double figure(const JsonView &view)
{
    return view.numberIn(-kLargest, kLargest) + 0.0; // there is one zero only
}

double figureIn(const JsonView &view, double minimum, double maximum)
{
    return view.numberIn(minimum, maximum) + 0.0;
}

qint64 integer(const JsonView &view, double minimum = -kLatest)
{
    const double read = view.numberIn(minimum, kLatest);
    if (read != std::floor(read))
        view.reject(u"expected a whole number"_s);
    return static_cast<qint64>(read);
}

TimePoint time(const JsonView &view)
{
    return fromMillis(integer(view));
}

std::vector<JsonView> list(const JsonView &view, std::size_t most)
{
    std::vector<JsonView> items = view.items();
    if (items.size() > most) {
        view.reject(u"expected at most %1 elements"_s.arg(most));
        items.clear();
    }
    return items;
}

template<typename Read>
auto listOf(const JsonView &view, std::size_t most, Read read)
{
    std::vector<decltype(read(view))> result;
    QSet<QString> ids;
    for (const JsonView &item : list(view, most)) {
        if (item.isObject()) {
            const QString own = item["id"_L1].value().toString();
            if (ids.contains(own))
                item["id"_L1].reject(u"expected no second '%1'"_s.arg(plainText(own, 64)));
            ids.insert(own);
        }
        result.push_back(read(item));
    }
    return result;
}

QStringList namesOf(const JsonView &view, std::size_t most)
{
    QStringList result;
    for (const JsonView &item : list(view, most))
        result.append(name(item));
    return result;
}

/// What the parts of an element make of its id.
void checkId(const JsonView &view, const QString &expected)
{
    if (view["id"_L1].text() != expected)
        view["id"_L1].reject(u"expected '%1'"_s.arg(plainText(expected)));
}

Option optionOf(const JsonView &view)
{
    view.allowOnly({"id"_L1, "name"_L1, "description"_L1});
    return {id(view["id"_L1]), someName(view["name"_L1]), longText(view["description"_L1])};
}

Criterion criterionOf(const JsonView &view)
{
    view.allowOnly({"id"_L1, "name"_L1, "description"_L1, "unit"_L1, "parent"_L1, "direction"_L1, "worst"_L1,
                    "best"_L1, "gate"_L1});
    Criterion criterion{id(view["id"_L1]),        someName(view["name"_L1]),   longText(view["description"_L1]),
                        name(view["unit"_L1]),    idOrNone(view["parent"_L1]), Direction::Benefit,
                        figure(view["worst"_L1]), figure(view["best"_L1]),     {}};
    const QString direction = view["direction"_L1].text();
    if (direction == "cost"_L1)
        criterion.direction = Direction::Cost;
    else if (direction != "benefit"_L1)
        view["direction"_L1].reject(u"expected benefit or cost"_s);
    if (const JsonView gate = view["gate"_L1]; !gate.isMissing()) {
        gate.allowOnly({"at_least"_L1, "level"_L1, "reason"_L1});
        criterion.gate =
            Gate{gate["at_least"_L1].flag(true), figure(gate["level"_L1]), longText(gate["reason"_L1])};
    }
    return criterion;
}

Estimate figureOf(const JsonView &view)
{
    Estimate read;
    read.kind = words::valueOf<Estimate::Kind>(words::kFigures, view["kind"_L1]);
    switch (read.kind) {
    case Estimate::Kind::Missing:
        view.allowOnly({"kind"_L1});
        break;
    case Estimate::Kind::Exact:
        view.allowOnly({"kind"_L1, "value"_L1});
        read.low = figure(view["value"_L1]);
        break;
    case Estimate::Kind::Interval:
        view.allowOnly({"kind"_L1, "low"_L1, "high"_L1});
        read.low = figure(view["low"_L1]);
        read.high = figure(view["high"_L1]);
        if (read.low > read.high)
            view.reject(u"expected low <= high"_s);
        break;
    case Estimate::Kind::Triangular:
    case Estimate::Kind::Pert:
        view.allowOnly({"kind"_L1, "low"_L1, "mode"_L1, "high"_L1});
        read.low = figure(view["low"_L1]);
        read.mode = figure(view["mode"_L1]);
        read.high = figure(view["high"_L1]);
        if (!(read.low <= read.mode && read.mode <= read.high))
            view.reject(u"expected low <= mode <= high"_s);
        break;
    case Estimate::Kind::Normal:
        view.allowOnly({"kind"_L1, "mean"_L1, "deviation"_L1});
        read.mode = figure(view["mean"_L1]);
        read.deviation = figureIn(view["deviation"_L1], 0, kLargest);
        break;
    case Estimate::Kind::Measured:
        view.allowOnly({"kind"_L1, "evidence"_L1});
        read.evidence = id(view["evidence"_L1]);
        break;
    }
    return read;
}

Cell cellOf(const JsonView &view)
{
    view.allowOnly({"id"_L1, "option"_L1, "criterion"_L1, "figure"_L1, "source"_L1, "document"_L1,
                    "confidence"_L1, "reason"_L1, "author"_L1, "at"_L1});
    Cell cell{id(view["option"_L1]),
              id(view["criterion"_L1]),
              figureOf(view["figure"_L1]),
              words::valueOf<Source>(words::kSources, view["source"_L1]),
              longText(view["document"_L1]),
              figureIn(view["confidence"_L1], 0, 1),
              longText(view["reason"_L1]),
              name(view["author"_L1]),
              time(view["at"_L1])};
    checkId(view, cell.option + u':' + cell.criterion);
    return cell;
}

WeightSet weightSetOf(const JsonView &view)
{
    view.allowOnly({"id"_L1, "method"_L1, "points"_L1, "judgments"_L1, "review"_L1});
    WeightSet set;
    set.author = someName(view["id"_L1]);
    set.method = words::valueOf<WeightMethod>(words::kWeightMethods, view["method"_L1]);
    set.points = listOf(view["points"_L1], kMostCriteria, [](const JsonView &own) {
        own.allowOnly({"id"_L1, "points"_L1});
        return CriterionPoints{id(own["id"_L1]), figureIn(own["points"_L1], 0, 1e9)};
    });
    set.judgments = listOf(view["judgments"_L1], kMost, [](const JsonView &own) {
        own.allowOnly({"id"_L1, "a"_L1, "b"_L1, "ratio"_L1});
        PairJudgment judgment{id(own["a"_L1]), id(own["b"_L1]), figureIn(own["ratio"_L1], 1e-6, 1e6)};
        if (judgment.a == judgment.b)
            own.reject(u"expected two criteria"_s);
        checkId(own, judgment.a + u':' + judgment.b);
        return judgment;
    });
    for (const JsonView &own : list(view["review"_L1], kMostCriteria))
        set.review.append(id(own));
    return set;
}

GroupRound groupOf(const JsonView &view)
{
    view.allowOnly({"open"_L1, "revealed"_L1, "authors"_L1, "scores"_L1});
    GroupRound round;
    round.isOpen = view["open"_L1].flag(false);
    round.isRevealed = view["revealed"_L1].flag(false);
    round.authors = namesOf(view["authors"_L1], kMostPeople);
    round.scores = listOf(view["scores"_L1], kMostPeople * kMost, [](const JsonView &own) {
        own.allowOnly({"id"_L1, "author"_L1, "option"_L1, "criterion"_L1, "figure"_L1, "reason"_L1});
        GroupScore score{someName(own["author"_L1]), id(own["option"_L1]), id(own["criterion"_L1]),
                         figureOf(own["figure"_L1]), longText(own["reason"_L1])};
        checkId(own, score.option + u':' + score.criterion + u':' + score.author);
        return score;
    });
    return round;
}

CostItem costItemOf(const JsonView &view)
{
    view.allowOnly({"id"_L1, "name"_L1, "option"_L1, "kind"_L1, "driver"_L1, "quantity"_L1,
                    "quantity_source"_L1, "step_size"_L1, "amount"_L1, "growth"_L1, "start"_L1, "end"_L1,
                    "sunk"_L1, "migration"_L1, "owner"_L1, "reason"_L1});
    return {id(view["id"_L1]),
            someName(view["name"_L1]),
            idOrNone(view["option"_L1]),
            words::valueOf<CostKind>(words::kCostKinds, view["kind"_L1]),
            words::valueOf<CostDriver>(words::kCostDrivers, view["driver"_L1]),
            figureIn(view["quantity"_L1], 0, 1e12),
            longText(view["quantity_source"_L1]),
            figureIn(view["step_size"_L1], 1e-9, 1e12),
            figureOf(view["amount"_L1]),
            figureIn(view["growth"_L1], -1, 10),
            view["start"_L1].integerIn(0, kMostYears),
            view["end"_L1].integerIn(0, kMostYears),
            view["sunk"_L1].flag(false),
            view["migration"_L1].flag(false),
            name(view["owner"_L1]),
            longText(view["reason"_L1])};
}

CostModel costOf(const JsonView &view)
{
    view.allowOnly(
        {"currency"_L1, "rate"_L1, "rate_reason"_L1, "years"_L1, "timing"_L1, "baseline"_L1, "items"_L1});
    return {name(view["currency"_L1]),
            figureIn(view["rate"_L1], -0.99, 10),
            longText(view["rate_reason"_L1]),
            view["years"_L1].integerIn(1, kMostYears),
            words::valueOf<FlowTiming>(words::kTimings, view["timing"_L1]),
            idOrNone(view["baseline"_L1]),
            listOf(view["items"_L1], 500, costItemOf)};
}

std::array<StepRecord, kSteps> stepsOf(const JsonView &view)
{
    view.allowOnly({words::kSteps[0], words::kSteps[1], words::kSteps[2], words::kSteps[3], words::kSteps[4],
                    words::kSteps[5], words::kSteps[6]});
    std::array<StepRecord, kSteps> steps;
    for (std::size_t i = 0; i < kSteps; ++i) {
        const JsonView step = view[words::kSteps[i]];
        step.allowOnly({"state"_L1, "reason"_L1, "author"_L1, "at"_L1, "notes"_L1});
        steps[i] = {words::valueOf<StepState>(words::kStepStates, step["state"_L1]),
                    longText(step["reason"_L1]), name(step["author"_L1]), time(step["at"_L1]),
                    longText(step["notes"_L1])};
        if (steps[i].state == StepState::Skipped && steps[i].reason.trimmed().isEmpty())
            step["reason"_L1].reject(u"expected a reason, as the step is skipped"_s);
    }
    return steps;
}

WorkloadAnswer workloadAnswerOf(const JsonView &view)
{
    view.allowOnly(
        {"id"_L1, "workload"_L1, "name"_L1, "topic"_L1, "yes"_L1, "reason"_L1, "author"_L1, "at"_L1});
    WorkloadAnswer answer;
    answer.workload = cleaned(view["workload"_L1], kLongestKey, false);
    if (answer.workload.isEmpty())
        view["workload"_L1].reject(u"expected the key of a VM or container"_s);
    answer.name = name(view["name"_L1]);
    answer.topic = words::valueOf<WorkloadTopic>(words::kWorkloadTopics, view["topic"_L1]);
    if (!view["yes"_L1].value().isBool())
        view["yes"_L1].reject(u"expected true or false"_s);
    answer.isYes = view["yes"_L1].value().toBool();
    answer.reason = longText(view["reason"_L1]);
    answer.author = name(view["author"_L1]);
    answer.at = time(view["at"_L1]);
    checkId(view, answer.workload + u' ' + toWord(answer.topic));
    return answer;
}

ScorecardAnswer scorecardAnswerOf(const JsonView &view)
{
    view.allowOnly({"id"_L1, "state"_L1, "reason"_L1, "author"_L1, "at"_L1});
    ScorecardAnswer answer{words::valueOf<ScorecardCheck>(words::kScorecardChecks, view["id"_L1]),
                           words::valueOf<ScorecardState>(words::kScorecardStates, view["state"_L1]),
                           longText(view["reason"_L1]), name(view["author"_L1]), time(view["at"_L1])};
    if (answer.state == ScorecardState::NotApplicable && answer.reason.trimmed().isEmpty())
        view["reason"_L1].reject(u"expected a reason, as the check is left out"_s);
    return answer;
}

Assumption assumptionOf(const JsonView &view)
{
    view.allowOnly({"id"_L1, "text"_L1, "owner"_L1, "expires"_L1});
    Assumption assumption{id(view["id"_L1]), longText(view["text"_L1]), name(view["owner"_L1]), {}};
    if (!view["expires"_L1].isMissing())
        assumption.expires = time(view["expires"_L1]);
    return assumption;
}

EvidenceQuery queryOf(const JsonView &view)
{
    view.allowOnly(
        {"metric"_L1, "entities"_L1, "instance"_L1, "from"_L1, "to"_L1, "aggregate"_L1, "percentile"_L1});
    EvidenceQuery query;
    query.metric = someName(view["metric"_L1]);
    for (const JsonView &own : list(view["entities"_L1], kMost))
        query.entities.append(cleaned(own, kLongestText, false));
    query.instance = name(view["instance"_L1]);
    query.from = time(view["from"_L1]);
    query.to = time(view["to"_L1]);
    if (query.to <= query.from)
        view["to"_L1].reject(u"expected a time after 'from'"_s);
    query.aggregate = words::valueOf<Aggregate>(words::kAggregates, view["aggregate"_L1]);
    query.percentile = figureIn(view["percentile"_L1], 0, 100);
    return query;
}

std::vector<double> numbers(const JsonView &view, std::size_t most)
{
    return listOf(view, most, figure);
}

EvidenceRun runOf(const JsonView &view)
{
    view.allowOnly({"id"_L1, "at"_L1, "outcome"_L1, "why"_L1, "value"_L1});
    EvidenceRun run;
    run.number = view["id"_L1].text().toInt();
    checkId(view, QString::number(std::max(1, run.number)));
    run.at = time(view["at"_L1]);
    run.outcome = words::valueOf<RunOutcome>(words::kRunOutcomes, view["outcome"_L1]);
    run.why = longText(view["why"_L1]);
    const JsonView value = view["value"_L1];
    if (value.isMissing())
        return run;
    run.value = figure(value);
    if (run.outcome != RunOutcome::Measured)
        value.reject(u"expected no figure of a run that was not measured"_s);
    return run;
}

void readRuns(const JsonView &view, Evidence &evidence)
{
    if (view["source"_L1].isMissing() && view["runs"_L1].isMissing())
        return;
    evidence.source = words::valueOf<EvidenceSource>(words::kEvidenceSources, view["source"_L1]);
    if (evidence.source != EvidenceSource::Lab) {
        view["source"_L1].reject(u"expected lab"_s); // what was recorded goes without saying
        return;
    }
    evidence.runs = listOf(view["runs"_L1], kMost, runOf);
    const auto hasValue = [](const EvidenceRun &run) { return run.value.has_value(); };
    const auto measured = std::ranges::count_if(evidence.runs, hasValue);
    if (measured != evidence.samples)
        view["samples"_L1].reject(u"expected the number of runs with a figure"_s);
}

Evidence evidenceOf(const JsonView &view)
{
    view.allowOnly({"id"_L1,     "query"_L1,     "names"_L1,      "unit"_L1,      "taken"_L1,
                    "author"_L1, "samples"_L1,   "gaps"_L1,       "unknown"_L1,   "approximate"_L1,
                    "value"_L1,  "min"_L1,       "mean"_L1,       "p50"_L1,       "p95"_L1,
                    "max"_L1,    "deviation"_L1, "replicates"_L1, "quantiles"_L1, "sha256"_L1,
                    "source"_L1, "runs"_L1});
    Evidence evidence;
    evidence.id = id(view["id"_L1]);
    evidence.query = queryOf(view["query"_L1]);
    evidence.names = namesOf(view["names"_L1], kMost);
    evidence.unit = name(view["unit"_L1]);
    evidence.taken = time(view["taken"_L1]);
    evidence.author = name(view["author"_L1]);
    evidence.samples = integer(view["samples"_L1], 1);
    evidence.gaps = integer(view["gaps"_L1], 0);
    evidence.unknown = Milliseconds(integer(view["unknown"_L1], 0));
    evidence.approximate = view["approximate"_L1].flag(false);
    evidence.value = figure(view["value"_L1]);
    evidence.minimum = figure(view["min"_L1]);
    evidence.mean = figure(view["mean"_L1]);
    evidence.p50 = figure(view["p50"_L1]);
    evidence.p95 = figure(view["p95"_L1]);
    evidence.maximum = figure(view["max"_L1]);
    evidence.deviation = figureIn(view["deviation"_L1], 0, kLargest);
    evidence.replicates = numbers(view["replicates"_L1], Evidence::kMostReplicates);
    evidence.quantiles = numbers(view["quantiles"_L1], 101);
    evidence.sha256 = name(view["sha256"_L1]);
    readRuns(view, evidence);
    return evidence;
}

/// What one part says of another.
void checkReferences(const Assessment &read, const JsonView &view)
{
    const auto isOption = [&](const QString &word) { return read.option(word) != nullptr; };
    const auto isCriterion = [&](const QString &word) { return read.criterion(word) != nullptr; };
    const auto check = [](bool isFine, const JsonView &place, const QString &expected) {
        if (!isFine)
            place.reject(expected);
    };
    const QString anOption = u"expected the id of an option"_s;
    const QString aCriterion = u"expected the id of a criterion"_s;
    for (std::size_t i = 0; i < read.criteria.size(); ++i) {
        const QString &parent = read.criteria[i].parent;
        if (parent.isEmpty())
            continue;
        const Criterion *group = read.criterion(parent);
        check(group && group->parent.isEmpty(), view["criteria"_L1].at(qsizetype(i))["parent"_L1],
              u"expected the id of a criterion that has no parent itself"_s);
    }
    for (std::size_t i = 0; i < read.cells.size(); ++i) {
        const JsonView place = view["cells"_L1].at(qsizetype(i));
        check(isOption(read.cells[i].option), place["option"_L1], anOption);
        check(isCriterion(read.cells[i].criterion), place["criterion"_L1], aCriterion);
    }
    for (std::size_t i = 0; i < read.weights.size(); ++i) {
        const JsonView place = view["weights"_L1].at(qsizetype(i));
        for (std::size_t k = 0; k < read.weights[i].points.size(); ++k)
            check(isCriterion(read.weights[i].points[k].criterion),
                  place["points"_L1].at(qsizetype(k))["id"_L1], aCriterion);
        for (std::size_t k = 0; k < read.weights[i].judgments.size(); ++k) {
            const PairJudgment &own = read.weights[i].judgments[k];
            check(isCriterion(own.a) && isCriterion(own.b)
                      && read.criterion(own.a)->parent == read.criterion(own.b)->parent,
                  place["judgments"_L1].at(qsizetype(k)), u"expected two criteria of one group"_s);
        }
    }
    for (std::size_t i = 0; i < read.group.scores.size(); ++i) {
        const JsonView place = view["group"_L1]["scores"_L1].at(qsizetype(i));
        check(isOption(read.group.scores[i].option), place["option"_L1], anOption);
        check(isCriterion(read.group.scores[i].criterion), place["criterion"_L1], aCriterion);
    }
    for (std::size_t i = 0; i < read.cost.items.size(); ++i) {
        const CostItem &item = read.cost.items[i];
        const JsonView place = view["cost"_L1]["items"_L1].at(qsizetype(i));
        check(item.option.isEmpty() || isOption(item.option), place["option"_L1], anOption);
        check(item.end >= item.start || item.kind == CostKind::OneOff, place["end"_L1],
              u"expected a year from 'start' on"_s);
        check(item.amount.kind != Estimate::Kind::Measured, place["amount"_L1], u"expected an amount"_s);
    }
    check(read.cost.baseline.isEmpty() || isOption(read.cost.baseline), view["cost"_L1]["baseline"_L1],
          anOption);
    check(read.outcome.isEmpty() || isOption(read.outcome), view["outcome"_L1], anOption);
    check(read.weightsOf.isEmpty() || read.weightSet(read.weightsOf), view["weights_of"_L1],
          u"expected the author of weights"_s);
}

} // namespace

Assessment assessmentOf(const JsonView &view)
{
    view.allowOnly({"id"_L1,
                    "title"_L1,
                    "question"_L1,
                    "created"_L1,
                    "options"_L1,
                    "criteria"_L1,
                    "cells"_L1,
                    "weights"_L1,
                    "weights_of"_L1,
                    "evidence"_L1,
                    "evidence_max_age"_L1,
                    "group"_L1,
                    "cost"_L1,
                    "steps"_L1,
                    "assumptions"_L1,
                    "triggers"_L1,
                    "notes"_L1,
                    "outcome"_L1,
                    "seed"_L1,
                    "suitability"_L1,
                    "scorecard"_L1});
    Assessment read;
    read.id = id(view["id"_L1]);
    read.title = someName(view["title"_L1]);
    read.question = longText(view["question"_L1]);
    read.created = time(view["created"_L1]);
    read.options = listOf(view["options"_L1], kMostOptions, optionOf);
    read.criteria = listOf(view["criteria"_L1], kMostCriteria, criterionOf);
    read.cells = listOf(view["cells"_L1], kMostOptions * kMostCriteria, cellOf);
    read.weights = listOf(view["weights"_L1], kMostPeople, weightSetOf);
    read.weightsOf = name(view["weights_of"_L1]);
    read.evidence = listOf(view["evidence"_L1], kMost, evidenceOf);
    read.evidenceMaxAge = Milliseconds(integer(view["evidence_max_age"_L1], 0));
    read.group = groupOf(view["group"_L1]);
    read.cost = costOf(view["cost"_L1]);
    read.steps = stepsOf(view["steps"_L1]);
    read.assumptions = listOf(view["assumptions"_L1], 500, assumptionOf);
    read.triggers = listOf(view["triggers"_L1], 500, [](const JsonView &own) {
        own.allowOnly({"id"_L1, "text"_L1});
        return RevisitTrigger{id(own["id"_L1]), longText(own["text"_L1])};
    });
    if (const JsonView own = view["suitability"_L1]; !own.isMissing())
        read.suitability = listOf(own, kMost, workloadAnswerOf);
    if (const JsonView own = view["scorecard"_L1]; !own.isMissing())
        read.scorecard = listOf(own, kScorecardChecks, scorecardAnswerOf);
    read.notes = longText(view["notes"_L1]);
    read.outcome = idOrNone(view["outcome"_L1]);
    read.seed = static_cast<quint64>(integer(view["seed"_L1], 0));
    if (!view.problem().found())
        checkReferences(read, view);
    return read;
}

Result<Assessment> checkedAssessment(const Assessment &assessment)
{
    JsonProblem problem;
    Assessment read = assessmentOf(JsonView(toJson(assessment), {}, problem));
    if (problem.found())
        return tl::unexpected(problem.error());
    return read;
}

} // namespace stratadeck
