// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/assess/assessmentjson.h"
#include "models/assess/defaults.h"
#include "models/assess/differences.h"
#include "models/assess/editing.h"
#include "models/assess/exchange.h"
#include "tests/support/historyfixture.h"
#include "tests/support/verify.h"

#include <QJsonArray>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;

namespace {

ScorecardAnswer card(ScorecardCheck check, ScorecardState state, const QString &reason = u"seen"_s)
{
    return {check, state, reason, u"ann"_s, second(1)};
}

WorkloadAnswer said(WorkloadTopic topic, bool isYes)
{
    return {u"vm:host/~1"_s, u"shop"_s, topic, isYes, u"asked"_s, u"ann"_s, second(1)};
}

Assessment filled()
{
    Assessment assessment = newAssessment(u"Shop"_s, second(0));
    assessment.scorecard = {card(ScorecardCheck::Layering, ScorecardState::Yes),
                            card(ScorecardCheck::Encryption, ScorecardState::NotApplicable)};
    assessment.suitability = {said(WorkloadTopic::LocalState, true), said(WorkloadTopic::SensitiveData, false)};
    return assessment;
}

AssessmentLog begun()
{
    return require(AssessmentLog::create(newAssessment(u"Shop"_s, second(0)), u"ann"_s, second(0)));
}

QStringList told(const Assessment &before, const Assessment &after)
{
    QStringList lines;
    for (const Difference &difference : differencesBetween(before, after))
        lines.append(toText(difference));
    lines.sort();
    return lines;
}

} // namespace

/// The scorecard and the answers about workloads as parts of an assessment.
class TestScorecardAnswers : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void countsKeepWhatIsOpen();
    void groupsOfFour();
    void answersAreReplacedAndTakenBack();
    void nothingIsWrittenWhereNothingIsSaid();
    void comesBackEqual();
    void firstAnswersAreEventsLikeOthers();
    void isToldInWords();
    void whatBreaksTheRulesIsRefused_data();
    void whatBreaksTheRulesIsRefused();
    void hostileFilesAreRefused_data();
    void hostileFilesAreRefused();
};

void TestScorecardAnswers::countsKeepWhatIsOpen()
{
    ScorecardSummary summary = summaryOf({});
    QCOMPARE(summary.all, (ScorecardCount{0, 0, 0, 0, 12, 0}));
    summary = summaryOf({card(ScorecardCheck::Layering, ScorecardState::Yes),
                         card(ScorecardCheck::Elasticity, ScorecardState::Partly, u" "_s),
                         card(ScorecardCheck::DataStorage, ScorecardState::No),
                         card(ScorecardCheck::BackupRestore, ScorecardState::NotApplicable)});
    QCOMPARE(summary.groups[0], (ScorecardCount{1, 1, 0, 0, 2, 1}));
    QCOMPARE(summary.groups[1], (ScorecardCount{0, 0, 1, 0, 3, 0}));
    QCOMPARE(summary.groups[2], (ScorecardCount{0, 0, 0, 1, 3, 0}));
    QCOMPARE(summary.all, (ScorecardCount{1, 1, 1, 1, 8, 1}));
}

void TestScorecardAnswers::groupsOfFour()
{
    QCOMPARE(groupOf(ScorecardCheck::Layering), ScorecardGroup::Principles);
    QCOMPARE(groupOf(ScorecardCheck::SecurityFirst), ScorecardGroup::Principles);
    QCOMPARE(groupOf(ScorecardCheck::DataIntake), ScorecardGroup::DataLayers);
    QCOMPARE(groupOf(ScorecardCheck::DataService), ScorecardGroup::DataLayers);
    QCOMPARE(groupOf(ScorecardCheck::Classification), ScorecardGroup::Protections);
    QCOMPARE(groupOf(ScorecardCheck::BackupRestore), ScorecardGroup::Protections);
}

void TestScorecardAnswers::answersAreReplacedAndTakenBack()
{
    std::vector<WorkloadAnswer> answers;
    setAnswer(answers, said(WorkloadTopic::LocalState, true));
    setAnswer(answers, said(WorkloadTopic::LocalState, false));
    QCOMPARE(answers.size(), 1U);
    QVERIFY(!answerTo(answers, u"vm:host/~1"_s, WorkloadTopic::LocalState)->isYes);
    QVERIFY(!answerTo(answers, u"vm:host/2"_s, WorkloadTopic::LocalState));
    removeAnswer(answers, u"vm:host/2"_s, WorkloadTopic::LocalState);
    QCOMPARE(answers.size(), 1U);
    removeAnswer(answers, u"vm:host/~1"_s, WorkloadTopic::LocalState);
    QVERIFY(answers.empty());
}

void TestScorecardAnswers::nothingIsWrittenWhereNothingIsSaid()
{
    // So an assessment from before there were any is read, and its events keep their hashes.
    const QJsonObject json = toJson(newAssessment(u"Shop"_s, second(0)));
    QVERIFY(!json.contains("scorecard"_L1));
    QVERIFY(!json.contains("suitability"_L1));
    JsonProblem problem;
    const Assessment read = assessmentOf(JsonView(json, {}, problem));
    QVERIFY(!problem.found());
    QVERIFY(read.scorecard.empty() && read.suitability.empty());
}

void TestScorecardAnswers::comesBackEqual()
{
    const Assessment assessment = filled();
    QCOMPARE(require(checkedAssessment(assessment)), assessment);
    AssessmentLog log = begun();
    Assessment next = log.state();
    next.scorecard = assessment.scorecard;
    next.suitability = assessment.suitability;
    require(log.commit(next, u"ann"_s, second(1)));
    const AssessmentLog back = require(importAssessment(exportAssessment(log)));
    QCOMPARE(back.state(), next);
    QCOMPARE(back.events(), log.events());
}

void TestScorecardAnswers::firstAnswersAreEventsLikeOthers()
{
    AssessmentLog log = begun();
    const Assessment empty = log.state();
    std::vector<Assessment> states{empty};
    for (const auto topic : {WorkloadTopic::LocalState, WorkloadTopic::ScalesInSeconds}) {
        Assessment next = log.state();
        setAnswer(next.suitability, said(topic, true));
        next.scorecard.push_back(
            card(next.scorecard.empty() ? ScorecardCheck::Encryption : ScorecardCheck::Layering,
                 ScorecardState::Partly));
        require(log.commit(next, u"ann"_s, second(1)));
        states.push_back(next);
    }
    VERIFY_OK(log.undo(u"bob"_s, second(2)));
    QCOMPARE(log.state(), states[1]);
    VERIFY_OK(log.undo(u"bob"_s, second(3)));
    QCOMPARE(log.state(), empty);
    VERIFY_OK(log.redo(u"bob"_s, second(4)));
    QCOMPARE(log.state(), states[1]);
    const AssessmentLog back = require(importAssessment(exportAssessment(log)));
    QCOMPARE(back.state(), states[1]);
    QVERIFY(back.canRedo());
}

void TestScorecardAnswers::isToldInWords()
{
    const Assessment before = newAssessment(u"Shop"_s, second(0));
    Assessment after = before;
    after.scorecard = {card(ScorecardCheck::FaultIsolation, ScorecardState::No)};
    after.suitability = {said(WorkloadTopic::LocalState, true)};
    QCOMPARE(told(before, after), (QStringList{u"scorecard check fault_isolation added"_s,
                                               u"suitability answer shop / local_state added"_s}));
    QCOMPARE(told(after, before), (QStringList{u"scorecard check fault_isolation removed"_s,
                                               u"suitability answer shop / local_state removed"_s}));
    Assessment later = after;
    later.scorecard[0].state = ScorecardState::Partly;
    later.suitability[0].isYes = false;
    QCOMPARE(told(after, later), (QStringList{u"scorecard check fault_isolation: state no -> partly"_s,
                                              u"suitability answer shop / local_state: yes yes -> no"_s}));
}

void TestScorecardAnswers::whatBreaksTheRulesIsRefused_data()
{
    using Edit = std::function<void(Assessment &)>;
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<QString>("path");
    const auto row = [](const char *name, const Edit &edit, const QString &path) {
        QTest::newRow(name) << edit << path;
    };
    row(
        "left out without a reason", [](Assessment &own) { own.scorecard[1].reason = u" "_s; },
        u"scorecard[1].reason"_s);
    row(
        "one check twice", [](Assessment &own) { own.scorecard[1].check = ScorecardCheck::Layering; },
        u"scorecard[1].id"_s);
    row(
        "a long reason", [](Assessment &own) { own.scorecard[0].reason = QString(20'000, u'x'); },
        u"scorecard[0].reason"_s);
    row(
        "one question twice", [](Assessment &own) { own.suitability[1].topic = WorkloadTopic::LocalState; },
        u"suitability[1].id"_s);
    row(
        "of nobody", [](Assessment &own) { own.suitability[0].workload.clear(); },
        u"suitability[0].workload"_s);
    row(
        "of a key too long", [](Assessment &own) { own.suitability[0].workload = QString(2000, u'x'); },
        u"suitability[0].workload"_s);
    row(
        "too many",
        [](Assessment &own) {
            own.suitability.clear();
            for (int i = 0; i < 4097; ++i) {
                own.suitability.push_back(said(WorkloadTopic::LocalState, true));
                own.suitability.back().workload = QString::number(i);
            }
        },
        u"suitability"_s);
}

void TestScorecardAnswers::whatBreaksTheRulesIsRefused()
{
    using Edit = std::function<void(Assessment &)>;
    QFETCH(Edit, edit);
    QFETCH(QString, path);
    Assessment assessment = filled();
    edit(assessment);
    const auto refused = checkedAssessment(assessment);
    VERIFY_FAILS(refused, Error::Kind::Invalid);
    QCOMPARE(refused.error().subject, path);
}

void TestScorecardAnswers::hostileFilesAreRefused_data()
{
    QTest::addColumn<QString>("list");
    QTest::addColumn<QString>("member");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("unknown check") << u"scorecard"_s << u"id"_s << QJsonValue(u"beauty"_s);
    QTest::newRow("unknown state") << u"scorecard"_s << u"state"_s << QJsonValue(u"open"_s);
    QTest::newRow("points") << u"scorecard"_s << u"state"_s << QJsonValue(1);
    QTest::newRow("unknown member") << u"scorecard"_s << u"points"_s << QJsonValue(1);
    QTest::newRow("a time that is none") << u"scorecard"_s << u"at"_s << QJsonValue(1.5);
    QTest::newRow("unknown topic") << u"suitability"_s << u"topic"_s << QJsonValue(u"beauty"_s);
    QTest::newRow("neither yes nor no") << u"suitability"_s << u"yes"_s << QJsonValue(u"maybe"_s);
    QTest::newRow("nothing is no answer") << u"suitability"_s << u"yes"_s << QJsonValue();
    QTest::newRow("another id") << u"suitability"_s << u"id"_s << QJsonValue(u"vm:host/2 local_state"_s);
    QTest::newRow("another workload") << u"suitability"_s << u"workload"_s << QJsonValue(u"vm:host/2"_s);
}

void TestScorecardAnswers::hostileFilesAreRefused()
{
    QFETCH(QString, list);
    QFETCH(QString, member);
    QFETCH(QJsonValue, value);
    QJsonObject json = toJson(filled());
    QJsonArray elements = json.value(list).toArray();
    QJsonObject first = elements.first().toObject();
    first.insert(member, value);
    elements.replace(0, first);
    json.insert(list, elements);
    JsonProblem problem;
    (void)assessmentOf(JsonView(json, {}, problem));
    QVERIFY(problem.found());
    QVERIFY2(problem.error().subject.startsWith(list + u"[0]"_s), qPrintable(problem.error().what));
}

QTEST_APPLESS_MAIN(TestScorecardAnswers)
#include "tst_scorecardanswers.moc"
