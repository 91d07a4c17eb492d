// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/assess/decisionreport.h"

#include "models/assess/decisiontable.h"
#include "models/decide/ranking.h"
#include "models/decide/scoring.h"
#include "models/decide/sensitivity.h"

#include <algorithm>
#include <array>

namespace stratadeck {

namespace {

constexpr double kClearMargin = 0.1; // of the winner's score

/// Scores with the missing cells at both ends of what they can be; known ones as they are.
IntervalScores openScores(const DecisionTable &table, const std::vector<std::size_t> &eligible)
{
    Matrix low = DecisionTable::rowsOf(table.central, eligible);
    Matrix high = low;
    for (std::size_t i = 0; i < eligible.size(); ++i) {
        for (std::size_t j = 0; j < table.criteria.size(); ++j) {
            if (table.isMissing(eligible[i], j))
                high(i, j) = table.high(eligible[i], j);
        }
    }
    return intervalScores(low, high, table.weights.leaves);
}

void addScores(DecisionReport &report, const DecisionTable &table, const std::vector<std::size_t> &eligible)
{
    const std::vector<double> sums = weightedSums(table.central, table.weights.leaves);
    report.scores.resize(table.options());
    report.ranks.resize(table.options());
    for (std::size_t i = 0; i < table.options(); ++i) {
        if (!table.hasGap(i))
            report.scores[i] = sums[i];
    }
    std::vector<double> known;
    std::vector<std::size_t> whose;
    for (const std::size_t i : eligible) {
        if (report.scores[i]) {
            known.push_back(*report.scores[i]);
            whose.push_back(i);
        }
    }
    if (whose.size() == eligible.size()) {
        const std::vector<int> ranks = competitionRanks(known);
        for (std::size_t i = 0; i < whose.size(); ++i)
            report.ranks[whose[i]] = ranks[i];
    }
    report.scoreLow = weightedSums(table.low, table.weights.leaves);
    report.scoreHigh = weightedSums(table.high, table.weights.leaves);
    report.contributions = contributionsOf(table.central, table.weights.leaves);
    for (std::size_t i = 0; i < table.options(); ++i) {
        auto &row = report.values.emplace_back();
        for (std::size_t j = 0; j < table.criteria.size(); ++j)
            row.push_back(table.isMissing(i, j) ? std::nullopt : std::optional(table.central(i, j)));
    }
}

/// An answer for each missing cell, also for those that can make no difference.
std::vector<BreakEven> breakEvenOf(const DecisionTable &table, const std::vector<std::size_t> &eligible,
                                   const IntervalScores &open)
{
    std::vector<BreakEven> result;
    auto next = open.breakEven.begin();
    for (const std::size_t i : eligible) {
        for (std::size_t j = 0; j < table.criteria.size(); ++j) {
            if (!table.isMissing(i, j))
                continue;
            BreakEven own{i, j, {}, {}};
            const std::optional<double> value = table.high(i, j) > 0 ? *next++ : std::nullopt;
            if (value && *value >= 0 && *value <= 1) {
                own.value = value;
                own.figure = figureAt(table.criteria[j], *value);
            }
            result.push_back(own);
        }
    }
    return result;
}

/// Whether a cell alone, within what is known of it, can take the lead away.
bool canOneCellTurn(const DecisionReport &report)
{
    return std::ranges::any_of(report.tornado, [](const TornadoEntry &own) {
        return own.kind == TornadoEntry::Kind::Cell && std::min(own.low, own.high) <= 0;
    });
}

/// Who leads by score; `Clear` is judged once the tornado is known.
Verdict verdictOf(const DecisionReport &report, const std::vector<std::size_t> &eligible,
                  const IntervalScores &open)
{
    Verdict verdict;
    if (eligible.empty()) {
        verdict.kind = Verdict::Kind::NobodyPasses;
        return verdict;
    }
    for (std::size_t i = 0; i < eligible.size(); ++i) {
        if (open.possiblyBest[i])
            verdict.possibleWinners.push_back(eligible[i]);
    }
    if (eligible.size() == 1) {
        verdict.kind = Verdict::Kind::OnlyOne;
        verdict.winner = eligible.front();
        return verdict;
    }
    const bool isComplete =
        std::ranges::all_of(eligible, [&](std::size_t i) { return report.scores[i].has_value(); });
    if (!isComplete) {
        if (verdict.possibleWinners.size() == 1) {
            verdict.kind = Verdict::Kind::Close;
            verdict.winner = verdict.possibleWinners.front();
        }
        return verdict;
    }
    std::vector<std::size_t> order = eligible;
    std::ranges::stable_sort(order, std::greater(), [&](std::size_t i) { return *report.scores[i]; });
    const double first = *report.scores[order[0]];
    const double second = *report.scores[order[1]];
    verdict.runnerUp = order[1];
    if (!isAbove(first, second)) {
        verdict.kind = Verdict::Kind::Tie;
        verdict.margin = 0;
        verdict.marginShare = 0;
        return verdict;
    }
    verdict.winner = order[0];
    verdict.margin = first - second;
    verdict.marginShare = (first - second) / first;
    verdict.kind = *verdict.marginShare < kClearMargin ? Verdict::Kind::Close : Verdict::Kind::Clear;
    return verdict;
}

void addJudgments(DecisionReport &report, const EffectiveWeights &weights)
{
    for (const JudgmentCheck &check : weights.checks) {
        if (!check.cr || (report.consistencyRatio && *report.consistencyRatio >= *check.cr))
            continue;
        report.consistencyRatio = check.cr;
        report.judgmentToFix = check.worst;
        report.judgmentSuggestion = check.suggested;
    }
}

// In English for files and the command line; the window translates them.
constexpr std::array kConventions{
    QT_TRANSLATE_NOOP("Conventions",
                      "Values lie between the declared anchors of each criterion and are clipped to 0..1."),
    QT_TRANSLATE_NOOP(
        "Conventions",
        "The score is the weighted sum of the values; a cell known as a distribution counts with its mean."),
    QT_TRANSLATE_NOOP("Conventions",
                      "A missing cell may be anything between the anchors; it is never filled in."),
    QT_TRANSLATE_NOOP("Conventions",
                      "Weights sum to 1; stability intervals let the other weights keep their proportions."),
    QT_TRANSLATE_NOOP("Conventions", "Scores that differ by less than 1e-12 of themselves are a tie."),
    QT_TRANSLATE_NOOP("Conventions",
                      "A lead of at least 10 % of the winner's score that no single cell can turn is clear.")};
constexpr const char *kOfJudgments = QT_TRANSLATE_NOOP(
    "Conventions", "Priorities are the principal eigenvector; consistency by Saaty's random index of 1980.");

QStringList conventions(const DecisionTable &table)
{
    QStringList lines;
    for (const char *line : kConventions)
        lines.append(QString::fromLatin1(line));
    if (!table.weights.checks.empty())
        lines.append(QString::fromLatin1(kOfJudgments));
    return lines;
}

double supportedShare(const DecisionTable &table)
{
    int supported = 0;
    int all = 0;
    for (const Option &option : table.assessment.options) {
        for (const Criterion &criterion : table.criteria) {
            ++all;
            const Cell *cell = table.assessment.cell(option.id, criterion.id);
            if (!cell || figuresOf(table.assessment, cell).isMissing)
                continue;
            const bool isSupported = cell->figure.kind == Estimate::Kind::Measured
                                     || !cell->reason.trimmed().isEmpty()
                                     || !cell->document.trimmed().isEmpty();
            supported += isSupported ? 1 : 0;
        }
    }
    return all == 0 ? 0 : static_cast<double>(supported) / all;
}

} // namespace

DecisionReport reportOf(const Assessment &assessment, TimePoint now)
{
    const DecisionTable table(assessment);
    const std::vector<std::size_t> eligible = table.eligible();
    DecisionReport report;
    for (std::size_t j = 0; j < table.criteria.size(); ++j) {
        report.criteria.push_back(
            {table.criteria[j], table.weights.leaves[j], table.weights.low[j], table.weights.high[j]});
    }
    report.gates = table.gates;
    report.isEligible = table.isEligible;
    report.low = table.low;
    report.high = table.high;
    addScores(report, table, eligible);
    const IntervalScores open = openScores(table, eligible);
    report.breakEven = breakEvenOf(table, eligible, open);
    report.verdict = verdictOf(report, eligible, open);
    report.methods = methodRankings(table, eligible);
    report.agreement = agreementOf(report.methods);
    if (report.verdict.winner && report.verdict.margin) {
        const std::size_t winner = *report.verdict.winner;
        report.intervals = fragilityOf(table, eligible, winner);
        report.criticalScores = criticalScoresOf(table, eligible, winner);
        report.tornado = tornadoOf(table, eligible, winner);
        report.leaveOneOut = leaveOneOutOf(table, eligible, winner);
        report.addCopy = addCopyOf(table, eligible, winner);
        if (report.verdict.kind == Verdict::Kind::Clear && canOneCellTurn(report))
            report.verdict.kind = Verdict::Kind::Close;
    }
    addJudgments(report, table.weights);
    report.supportedShare = supportedShare(table);
    report.conditions = cautionsOf(table, report, now);
    report.conventions = conventions(table);
    report.engineVersion = QStringLiteral(STRATADECK_VERSION);
    return report;
}

} // namespace stratadeck
