// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/assess/decisionreport.h"
#include "models/assess/effectiveweights.h"
#include "models/assess/groupscoring.h"
#include "models/assess/robustness.h"
#include "tests/support/assessmentroom.h"
#include "tests/support/verify.h"

#include <QJsonDocument>
#include <cmath>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;

namespace {

/// The published case of the stability intervals as an assessment.
Assessment publishedCase()
{
    constexpr std::array<std::array<double, 6>, 3> kFigures{{{0.8, 0.9, 0.4, 0.55, 0.5, 0.95},
                                                             {0.7, 0.6, 0.95, 0.75, 0.85, 0.7},
                                                             {0.75, 0.75, 0.7, 0.45, 0.65, 0.8}}};
    constexpr std::array kWeights{0.2, 0.25, 0.2, 0.15, 0.12, 0.08};
    Assessment assessment = newAssessment(u"published"_s, second(0));
    WeightSet set;
    set.author = u"ann"_s;
    for (std::size_t j = 0; j < kWeights.size(); ++j) {
        Criterion &criterion = assessment.criteria[j];
        criterion.direction = Direction::Benefit;
        criterion.worst = 0;
        criterion.best = 1;
        set.points.push_back({criterion.id, kWeights[j]});
        for (std::size_t i = 0; i < kFigures.size(); ++i)
            assessment.setCell(cellOf(assessment.options[i].id, criterion.id, kFigures[i][j]));
    }
    assessment.setWeights(set);
    return assessment;
}

bool has(const DecisionReport &report, Caution::Kind kind)
{
    return std::ranges::find(report.conditions, kind, &Caution::kind) != report.conditions.end();
}

bool isFinite(const Matrix &matrix)
{
    for (std::size_t i = 0; i < matrix.rows(); ++i) {
        for (const double value : matrix.row(i)) {
            if (!std::isfinite(value))
                return false;
        }
    }
    return true;
}

bool isFinite(const std::optional<double> &value)
{
    return !value || std::isfinite(*value);
}

bool isFinite(const DecisionReport &report)
{
    bool fine = isFinite(report.low) && isFinite(report.high) && isFinite(report.contributions);
    for (const auto &score : report.scores)
        fine = fine && isFinite(score);
    for (const double score : report.scoreHigh)
        fine = fine && std::isfinite(score);
    for (const WeighedCriterion &own : report.criteria)
        fine = fine && std::isfinite(own.weight);
    for (const WeightFragility &own : report.intervals)
        fine = fine && std::isfinite(own.lower) && std::isfinite(own.upper);
    for (const CriticalScore &own : report.criticalScores)
        fine = fine && isFinite(own.value) && isFinite(own.figure) && isFinite(own.distance);
    for (const BreakEven &own : report.breakEven)
        fine = fine && isFinite(own.value) && isFinite(own.figure);
    for (const TornadoEntry &own : report.tornado)
        fine = fine && std::isfinite(own.low) && std::isfinite(own.high);
    for (const MethodRanking &method : report.methods) {
        fine = fine && (method.isDefined != !method.reason.isEmpty());
        for (const auto &score : method.scores)
            fine = fine && isFinite(score);
    }
    return fine && isFinite(report.agreement) && isFinite(report.verdict.margin)
           && isFinite(report.verdict.marginShare) && isFinite(report.consistencyRatio);
}

/// Who wins when the weight of a criterion is t and the others keep their proportions.
std::size_t winnerAt(const DecisionReport &report, std::size_t criterion, double t)
{
    std::vector<double> scores(report.scores.size());
    for (std::size_t j = 0; j < report.criteria.size(); ++j) {
        const double weight =
            j == criterion ? t : report.criteria[j].weight * (1 - t) / (1 - report.criteria[criterion].weight);
        for (std::size_t i = 0; i < scores.size(); ++i)
            scores[i] += weight * *report.values[i][j];
    }
    return std::size_t(std::ranges::max_element(scores) - scores.begin());
}

} // namespace

/// What an assessment says of its options.
class TestDecisionReport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { setCaseCount("2000"); }
    void aNewAssessmentKnowsNothing();
    void thePublishedCaseComesOut();
    void beyondItsIntervalTheChallengerWins();
    void aMissingCellIsNotFilledIn();
    void aFailedGateTakesAnOptionOut();
    void aCopyNeverReversesAnchoredScores();
    void groupsShareTheirWeight();
    void judgmentsGiveTheirConsistency();
    void peopleAreAveragedAndApart();
    void drawsAreTheSameForTheSameSeed();
    void drawsOfExactCellsAgreeWithTheWeights();
    void measuringTheOpenCellIsWorthMost();
    void hiddenScoresStayHidden();
    void anythingIsFiniteOrNamed();
};

void TestDecisionReport::aNewAssessmentKnowsNothing()
{
    const DecisionReport report = reportOf(newAssessment({}, second(0)), second(0));
    QCOMPARE(report.verdict.kind, Verdict::Kind::Unknown);
    QVERIFY(!report.verdict.winner);
    QCOMPARE(report.verdict.possibleWinners.size(), 3U);
    QCOMPARE(report.supportedShare, 0.0);
    QVERIFY(has(report, Caution::Kind::NoWeights));
    QCOMPARE(std::ranges::count(report.conditions, Caution::Kind::CellMissing, &Caution::kind), 18);
    for (const MethodRanking &method : report.methods)
        QCOMPARE(method.reason, u"cells are missing"_s);
}

void TestDecisionReport::thePublishedCaseComesOut()
{
    const DecisionReport report = reportOf(publishedCase(), second(0));
    QCOMPARE(report.verdict.winner, std::optional<std::size_t>(1));
    QCOMPARE(report.verdict.runnerUp, std::optional<std::size_t>(2));
    QVERIFY(std::abs(*report.scores[0] - 0.6835) < 1e-12);
    QVERIFY(std::abs(*report.scores[1] - 0.7505) < 1e-12);
    QVERIFY(std::abs(*report.verdict.margin - 0.0635) < 1e-12);
    QCOMPARE(report.verdict.kind, Verdict::Kind::Close); // 8.5 %
    QVERIFY(std::abs(report.intervals[0].upper - 0.520958083832335) < 1e-12);
    QCOMPARE(report.intervals[0].upperChallenger, std::optional<std::size_t>(0));
    QVERIFY(!report.intervals[0].lowerChallenger);
    QCOMPARE(report.supportedShare, 1.0);
    double sum = 0;
    for (const double part : report.contributions.row(1))
        sum += part;
    QVERIFY(std::abs(sum - 0.7505) < 1e-12);
}

void TestDecisionReport::beyondItsIntervalTheChallengerWins()
{
    const DecisionReport report = reportOf(publishedCase(), second(0));
    constexpr double kStep = 1e-6;
    int sides = 0;
    for (const WeightFragility &own : report.intervals) {
        if (own.upperChallenger) {
            QCOMPARE(winnerAt(report, own.criterion, own.upper - kStep), 1U);
            QCOMPARE(winnerAt(report, own.criterion, own.upper + kStep), *own.upperChallenger);
            ++sides;
        }
        if (own.lowerChallenger) {
            QCOMPARE(winnerAt(report, own.criterion, own.lower + kStep), 1U);
            QCOMPARE(winnerAt(report, own.criterion, own.lower - kStep), *own.lowerChallenger);
            ++sides;
        }
    }
    QVERIFY(sides > 3);
}

void TestDecisionReport::aMissingCellIsNotFilledIn()
{
    Assessment assessment = publishedCase();
    assessment.setCell({u"hybrid"_s, u"security"_s, {}, Source::None, {}, 1, {}, {}, {}});
    const DecisionReport report = reportOf(assessment, second(0));
    QVERIFY(!report.scores[2]);
    QVERIFY(!report.values[2][1]);
    QVERIFY(std::abs(report.scoreHigh[2] - report.scoreLow[2] - 0.25) < 1e-12);
    // 0.687 - 0.25 * 0.75 + 0.25 x = 0.7505 at x = 1.004: whatever the cell is, it does not win.
    QCOMPARE(report.breakEven.size(), 1U);
    QVERIFY(!report.breakEven[0].value);
    QCOMPARE(report.verdict.winner, std::optional<std::size_t>(1));
    assessment.setCell({u"hybrid"_s, u"performance"_s, {}, Source::None, {}, 1, {}, {}, {}});
    const DecisionReport open = reportOf(assessment, second(0));
    QCOMPARE(open.verdict.kind, Verdict::Kind::Unknown);
    QVERIFY(!open.verdict.winner);
    QCOMPARE(open.verdict.possibleWinners, (std::vector<std::size_t>{1, 2}));
}

void TestDecisionReport::aFailedGateTakesAnOptionOut()
{
    Assessment assessment = publishedCase();
    assessment.criteria[1].gate = Gate{true, 0.7, u"the rule asks for it"_s};
    const DecisionReport report = reportOf(assessment, second(0));
    QVERIFY(!report.isEligible[1]);
    QCOMPARE(report.verdict.winner, std::optional<std::size_t>(2));
    QVERIFY(has(report, Caution::Kind::GateFailed));
    QVERIFY(!report.methods.front().scores[1]);
    assessment.criteria[1].gate->level = 2;
    const DecisionReport none = reportOf(assessment, second(0));
    QCOMPARE(none.verdict.kind, Verdict::Kind::NobodyPasses);
    QVERIFY(has(none, Caution::Kind::GatesContradict));
    QVERIFY(has(none, Caution::Kind::AllGatesFailed));
    VERIFY_FAILS(robustnessOf(assessment, {}), Error::Kind::Invalid);
}

void TestDecisionReport::aCopyNeverReversesAnchoredScores()
{
    const bool holds = rc::check("a copy changes no other score, and removing a loser no winner", [] {
        Assessment assessment = anyAssessment();
        RC_PRE(!assessment.options.empty());
        const DecisionReport before = reportOf(assessment, second(0));
        const std::size_t copied = *rc::gen::inRange<std::size_t>(0, assessment.options.size());
        const QString from = assessment.options[copied].id;
        assessment.options.push_back({u"copy"_s, u"Copy"_s, {}});
        for (Cell cell : std::vector<Cell>(assessment.cells)) {
            cell.option = cell.option == from ? u"copy"_s : QString();
            if (!cell.option.isEmpty())
                assessment.setCell(cell);
        }
        const DecisionReport after = reportOf(assessment, second(0));
        for (std::size_t i = 0; i < before.scores.size(); ++i)
            RC_ASSERT(before.scores[i] == after.scores[i]);
        for (const WhatIf &own : before.leaveOneOut)
            RC_ASSERT(!own.changesWinner);
    });
    QVERIFY(holds);
}

void TestDecisionReport::groupsShareTheirWeight()
{
    Assessment assessment = publishedCase();
    assessment.criteria[1].parent = u"performance"_s;
    assessment.criteria[2].parent = u"performance"_s;
    QCOMPARE(assessment.leaves().size(), 5U);
    const DecisionReport report = reportOf(assessment, second(0));
    // 0.2 of 0.55 goes to the group, 0.25 : 0.2 inside it.
    QCOMPARE(report.criteria.front().criterion.id, u"security"_s);
    QVERIFY(std::abs(report.criteria.front().weight - 0.2 / 0.55 * 0.25 / 0.45) < 1e-12);
    double sum = 0;
    for (const WeighedCriterion &own : report.criteria)
        sum += own.weight;
    QVERIFY(std::abs(sum - 1) < 1e-12);
}

void TestDecisionReport::judgmentsGiveTheirConsistency()
{
    Assessment assessment = publishedCase();
    WeightSet set;
    set.author = u"bob"_s;
    set.method = WeightMethod::Ahp;
    for (std::size_t j = 0; j < 6; ++j) {
        for (std::size_t k = j + 1; k < 6; ++k)
            set.judgments.push_back({assessment.criteria[j].id, assessment.criteria[k].id, 1});
    }
    set.judgments.front().ratio = 9; // against all others, who say 1
    assessment.setWeights(set);
    assessment.weightsOf = u"bob"_s;
    const DecisionReport report = reportOf(assessment, second(0));
    QVERIFY(*report.consistencyRatio > 0);
    QCOMPARE(report.judgmentToFix->a, u"performance"_s);
    QCOMPARE(report.judgmentToFix->b, u"security"_s);
    QVERIFY(report.judgmentSuggestion < 9);
}

void TestDecisionReport::peopleAreAveragedAndApart()
{
    Assessment assessment = publishedCase();
    WeightSet other = assessment.weights.front();
    other.author = u"bob"_s;
    for (CriterionPoints &own : other.points)
        own.points = own.criterion == "security"_L1 ? 1 : 0;
    assessment.setWeights(other);
    const DecisionReport report = reportOf(assessment, second(0));
    QVERIFY(std::abs(report.criteria[1].weight - 0.625) < 1e-12);
    QCOMPARE(report.criteria[1].low, 0.25);
    QCOMPARE(report.criteria[1].high, 1.0);
    assessment.weightsOf = u"bob"_s;
    QCOMPARE(reportOf(assessment, second(0)).criteria[1].weight, 1.0);
    QCOMPARE(reportOf(assessment, second(0)).verdict.winner, std::optional<std::size_t>(0));
}

void TestDecisionReport::drawsAreTheSameForTheSameSeed()
{
    Assessment assessment = publishedCase();
    Cell open = cellOf(u"vm"_s, u"security"_s, 0);
    open.figure = {Estimate::Kind::Pert, 0.2, 0.7, 0.9, 0, {}};
    assessment.setCell(open);
    const RobustnessSettings settings{WeightView::Open, 5000, true};
    const RobustnessReport one = require(robustnessOf(assessment, settings));
    const RobustnessReport two = require(robustnessOf(assessment, settings));
    for (std::size_t i = 0; i < 3; ++i) {
        QCOMPARE(one.rankAcceptability(i, 0), two.rankAcceptability(i, 0));
        QCOMPARE(one.centralWeights[i], two.centralWeights[i]);
        QCOMPARE(one.confidence[i], two.confidence[i]);
    }
    QCOMPARE(one.chance, two.chance);
    assessment.seed = 2;
    const RobustnessReport three = require(robustnessOf(assessment, settings));
    QVERIFY(three.centralWeights[1] != one.centralWeights[1]);
}

void TestDecisionReport::drawsOfExactCellsAgreeWithTheWeights()
{
    const RobustnessReport given = require(robustnessOf(publishedCase(), {WeightView::AsGiven, 1000, false}));
    QCOMPARE(given.rankAcceptability(1, 0), 1.0);
    QVERIFY(!given.centralWeights[0]);
    const RobustnessReport open = require(robustnessOf(publishedCase(), {WeightView::Open, 100'000, false}));
    // 72 % by an independent reckoning of the published case; five standard errors are 0.007.
    QVERIFY(std::abs(open.rankAcceptability(1, 0) - 0.72) < 0.012);
    QVERIFY(std::abs(open.rankAcceptability(0, 0) - 0.28) < 0.012);
}

void TestDecisionReport::measuringTheOpenCellIsWorthMost()
{
    Assessment assessment = publishedCase();
    assessment.setCell({u"container"_s, u"security"_s, {}, Source::None, {}, 1, {}, {}, {}});
    Cell sure = cellOf(u"vm"_s, u"maturity"_s, 0);
    sure.figure = {Estimate::Kind::Interval, 0.94, 0, 0.96, 0, {}};
    assessment.setCell(sure);
    const RobustnessReport report = require(robustnessOf(assessment, {WeightView::AsGiven, 1000, true}));
    QCOMPARE(report.informationValues.size(), 2U);
    QCOMPARE(report.informationValues.front().option, 1U);
    QCOMPARE(report.informationValues.front().criterion, 1U);
    // Container leads Hybrid when 0.6005 + 0.25 x > 0.687: from x = 0.346 on.
    QVERIFY(std::abs(*report.chance - 0.654) < 0.03);
    QVERIFY(std::abs(report.informationValues.front().gain - 0.346) < 0.05);
    QVERIFY(report.informationValues.back().gain < 0.02);
}

void TestDecisionReport::hiddenScoresStayHidden()
{
    Assessment assessment = publishedCase();
    assessment.group = {true, false, {u"ann"_s, u"bob"_s}, {}};
    assessment.group.scores.push_back(
        {u"ann"_s, u"vm"_s, u"security"_s, Estimate::exact(0.2), u"old kernel"_s});
    assessment.group.scores.push_back({u"bob"_s, u"vm"_s, u"security"_s, Estimate::exact(0.8), {}});
    QCOMPARE(visibleRound(assessment.group, u"bob"_s).scores.size(), 1U);
    QVERIFY(spreadOf(assessment).empty());
    QVERIFY(agreedCells(assessment).empty());
    QVERIFY(withoutHiddenScores(assessment, assessment.group).group.scores.empty());
    assessment.group.isRevealed = true;
    QCOMPARE(withoutHiddenScores(assessment, assessment.group).group.scores.size(), 2U);
    QCOMPARE(spreadOf(assessment).size(), 1U);
    QVERIFY(std::abs(spreadOf(assessment).front().spread - 0.6) < 1e-12);
    QCOMPARE(agreedCells(assessment).front().figure.kind, Estimate::Kind::Triangular);
    VERIFY_FAILS(combinedJudgments(assessment, u"all"_s), Error::Kind::Invalid);
}

void TestDecisionReport::anythingIsFiniteOrNamed()
{
    const bool holds = rc::check("every figure is finite, and who wins may win", [] {
        const Assessment assessment = anyAssessment();
        const DecisionReport report = reportOf(assessment, second(0));
        RC_ASSERT(isFinite(report));
        if (report.verdict.winner)
            RC_ASSERT(report.isEligible[*report.verdict.winner]);
        else
            RC_ASSERT(report.intervals.empty());
        const auto robust = robustnessOf(assessment, {WeightView::Open, 64, false});
        if (robust) {
            RC_ASSERT(isFinite(robust->rankAcceptability));
            RC_ASSERT(isFinite(robust->pairwiseWinning));
            RC_ASSERT(std::isfinite(robust->choiceEntropyBits));
        } else {
            RC_ASSERT(report.verdict.kind == Verdict::Kind::NobodyPasses || report.criteria.empty());
        }
    });
    QVERIFY(holds);
}

QTEST_APPLESS_MAIN(TestDecisionReport)
#include "tst_decisionreport.moc"
