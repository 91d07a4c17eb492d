// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/assess/differences.h"
#include "models/assess/exchange.h"
#include "models/assess/stepchecks.h"
#include "tests/support/assessmentroom.h"
#include "tests/support/verify.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;

namespace {

AssessmentLog begun()
{
    return require(AssessmentLog::create(newAssessment(u"Shop"_s, second(0)), u"ann@desk"_s, second(0)));
}

void change(AssessmentLog &log, const std::function<void(Assessment &)> &edit, int at = 1)
{
    Assessment next = log.state();
    edit(next);
    require(log.commit(next, u"ann@desk"_s, second(at), u"because"_s));
}

QJsonObject parsed(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

QByteArray bytesOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson();
}

/// The export with one event changed.
QByteArray tampered(const AssessmentLog &log, qsizetype event, QLatin1StringView member,
                    const QJsonValue &value)
{
    QJsonObject root = parsed(exportAssessment(log));
    QJsonArray events = root.value("events"_L1).toArray();
    QJsonObject changed = events.at(event).toObject();
    changed.insert(member, value);
    events.replace(event, changed);
    root.insert("events"_L1, events);
    return bytesOf(root);
}

} // namespace

/// An assessment, its events, and what goes to another machine.
class TestAssessmentLog : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void beginsWithoutFigures();
    void everyChangeIsAnEvent();
    void undoAndRedoAreEvents();
    void aNewChangeEndsRedo();
    void frozenIsFrozen();
    void archivedIsPutAside();
    void anArchivedOneGoesToOtherMachines();
    void whatBreaksTheRulesIsRefused_data();
    void whatBreaksTheRulesIsRefused();
    void changesLeadFromOneToTheOther();
    void aHistoryComesBackEqual();
    void everyPastStateIsReproduced();
    void tamperedEventsAreNamed();
    void aNewerFileIsRefusedByItsVersion();
    void hostileFilesAreRefused();
    void differencesAreTold();
    void hostileTitlesStayText();
    void stepsHaveChecks();
};

void TestAssessmentLog::beginsWithoutFigures()
{
    const Assessment assessment = newAssessment({}, second(0));
    QCOMPARE(assessment.options.size(), 3U);
    QCOMPARE(assessment.criteria.size(), 6U);
    QVERIFY(assessment.cells.empty());
    QVERIFY(assessment.weights.empty());
    QCOMPARE(assessment.criteria[3].direction, Direction::Cost);
    QVERIFY(assessment.criteria[3].worst > assessment.criteria[3].best);
    QVERIFY(newAssessment({}, second(0)).id != assessment.id);
    QCOMPARE(freeId(u"Disk latency (p95)"_s, {u"disk-latency-p95"_s}), u"disk-latency-p95-2"_s);
    QCOMPARE(freeId(u"安全"_s, {}), u"item"_s);
}

void TestAssessmentLog::everyChangeIsAnEvent()
{
    AssessmentLog log = begun();
    change(log, [](Assessment &own) { own.criteria[1].best = 9; });
    QCOMPARE(log.events().size(), 2U);
    const AssessmentEvent &event = log.events().back();
    QCOMPARE(event.changes, (std::vector<Change>{{u"criteria/security/best"_s, 10, 9, -1}}));
    QCOMPARE(event.who, u"ann@desk"_s);
    QCOMPARE(event.why, u"because"_s);
    QCOMPARE(event.previous, log.events().front().hash);
    change(log, [](Assessment &) {});
    QCOMPARE(log.events().size(), 2U); // nothing changed
}

void TestAssessmentLog::undoAndRedoAreEvents()
{
    AssessmentLog log = begun();
    const Assessment first = log.state();
    change(log, [](Assessment &own) { own.removeCriterion(u"security"_s); });
    const Assessment second = log.state();
    QCOMPARE(second.criteria.size(), 5U);
    VERIFY_OK(log.undo(u"bob"_s, test::second(2)));
    QCOMPARE(log.state(), first); // at its old place, too
    QVERIFY(!log.canUndo());
    QVERIFY(log.canRedo());
    VERIFY_OK(log.redo(u"bob"_s, test::second(3)));
    QCOMPARE(log.state(), second);
    QCOMPARE(log.events().size(), 4U);
    QCOMPARE(log.events()[2].target, 2);
    VERIFY_FAILS(log.redo(u"bob"_s, test::second(3)), Error::Kind::Denied);
}

void TestAssessmentLog::aNewChangeEndsRedo()
{
    AssessmentLog log = begun();
    change(log, [](Assessment &own) { own.title = u"One"_s; });
    VERIFY_OK(log.undo(u"ann"_s, second(2)));
    change(log, [](Assessment &own) { own.title = u"Two"_s; });
    QVERIFY(!log.canRedo());
    QCOMPARE(log.nextUndo()->seq, 4);
}

void TestAssessmentLog::frozenIsFrozen()
{
    AssessmentLog log = begun();
    change(log, [](Assessment &own) { own.notes = u"one\ntwo"_s; });
    VERIFY_FAILS(log.freeze(u" "_s, u"ann"_s, second(2)), Error::Kind::Invalid);
    VERIFY_OK(log.freeze(u"for the board"_s, u"ann"_s, second(2)));
    QVERIFY(log.isFrozen());
    QVERIFY(!log.canUndo());
    VERIFY_FAILS(log.undo(u"ann"_s, second(3)), Error::Kind::Denied);
    Assessment next = log.state();
    next.title = u"Other"_s;
    VERIFY_FAILS(log.commit(next, u"ann"_s, second(3)), Error::Kind::Denied);
    VERIFY_FAILS(log.reopen({}, u"ann"_s, second(3)), Error::Kind::Invalid);
    VERIFY_OK(log.reopen(u"prices rose"_s, u"ann"_s, second(4)));
    VERIFY_OK(log.commit(next, u"ann"_s, second(5)));
    QCOMPARE(log.versions().size(), 1U);
    QCOMPARE(log.versions().front().name, u"for the board"_s);
    QCOMPARE(require(log.stateAt(log.versions().front().seq)).notes, u"one\ntwo"_s);
    QCOMPARE(require(log.stateAt(log.versions().front().seq)).title, u"Shop"_s);
}

void TestAssessmentLog::archivedIsPutAside()
{
    AssessmentLog log = begun();
    change(log, [](Assessment &own) { own.notes = u"one"_s; });
    const Assessment before = log.state();
    VERIFY_FAILS(log.restore(u"ann"_s, second(2)), Error::Kind::Denied);
    VERIFY_FAILS(log.archive(u" "_s, u"ann"_s, second(2)), Error::Kind::Invalid);
    VERIFY_OK(log.archive(u"decided elsewhere"_s, u"ann"_s, second(2)));
    QVERIFY(log.isArchived());
    QVERIFY(!log.isFrozen());
    QVERIFY(!log.canChange());
    QVERIFY(!log.canUndo());
    QCOMPARE(log.state(), before); // nothing of it is gone
    Assessment next = before;
    next.title = u"Other"_s;
    VERIFY_FAILS(log.commit(next, u"ann"_s, second(3)), Error::Kind::Denied);
    VERIFY_FAILS(log.freeze(u"v1"_s, u"ann"_s, second(3)), Error::Kind::Denied);
    VERIFY_FAILS(log.archive(u"again"_s, u"ann"_s, second(3)), Error::Kind::Denied);
    VERIFY_OK(log.restore(u"bob"_s, second(4)));
    QVERIFY(log.canChange());
    VERIFY_OK(log.undo(u"bob"_s, second(5)));
    QVERIFY(log.state().notes.isEmpty());
    // What was frozen is frozen again when it comes back.
    VERIFY_OK(log.freeze(u"v1"_s, u"ann"_s, second(6)));
    VERIFY_OK(log.archive(u"old"_s, u"ann"_s, second(7)));
    VERIFY_FAILS(log.reopen(u"why not"_s, u"ann"_s, second(8)), Error::Kind::Denied);
    VERIFY_OK(log.restore(u"ann"_s, second(9)));
    QVERIFY(log.isFrozen());
}

void TestAssessmentLog::anArchivedOneGoesToOtherMachines()
{
    AssessmentLog log = begun();
    QCOMPARE(parsed(exportAssessment(log)).value("format"_L1).toInt(), 1); // earlier versions can read it
    VERIFY_OK(log.archive(u"old"_s, u"ann"_s, second(1)));
    QCOMPARE(parsed(exportAssessment(log)).value("format"_L1).toInt(), kAssessmentFormat);
    const AssessmentLog back = require(importAssessment(exportAssessment(log)));
    QVERIFY(back.events() == log.events());
    QVERIFY(back.isArchived());
    VERIFY_FAILS(importAssessment(tampered(log, 1, "why"_L1, u"new"_s)), Error::Kind::Corrupt);
    VERIFY_FAILS(importAssessment(tampered(log, 1, "kind"_L1, u"restore"_s)), Error::Kind::Corrupt);
}

void TestAssessmentLog::whatBreaksTheRulesIsRefused_data()
{
    using Edit = std::function<void(Assessment &)>;
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<QString>("path");
    const auto row = [](const char *name, const Edit &edit, const QString &path) {
        QTest::newRow(name) << edit << path;
    };
    row(
        "not a number", [](Assessment &own) { own.criteria[0].best = std::nan(""); }, u"criteria[0].best"_s);
    row(
        "infinite", [](Assessment &own) { own.setCell(cellOf(u"vm"_s, u"security"_s, HUGE_VAL)); },
        u"cells[0].figure.value"_s);
    row(
        "no title", [](Assessment &own) { own.title = u"\u202e"_s; }, u"title"_s);
    row(
        "a second criterion of an id", [](Assessment &own) { own.criteria[1].id = u"performance"_s; },
        u"criteria[1].id"_s);
    row(
        "a cell of nobody", [](Assessment &own) { own.cells.push_back(cellOf(u"gone"_s, u"security"_s, 1)); },
        u"cells[0].option"_s);
    row(
        "two cells of one place",
        [](Assessment &own) { own.cells.assign(2, cellOf(u"vm"_s, u"security"_s, 1)); }, u"cells[1].id"_s);
    row(
        "its own parent", [](Assessment &own) { own.criteria[0].parent = u"performance"_s; },
        u"criteria[0].parent"_s);
    row(
        "parents in a circle",
        [](Assessment &own) {
            own.criteria[0].parent = u"security"_s;
            own.criteria[1].parent = u"performance"_s;
        },
        u"criteria[0].parent"_s);
    row(
        "an interval the wrong way",
        [](Assessment &own) {
            own.setCell(cellOf(u"vm"_s, u"security"_s, 1));
            own.cells[0].figure = {Estimate::Kind::Interval, 2, 0, 1, 0, {}};
        },
        u"cells[0].figure"_s);
    row(
        "skipped without a reason", [](Assessment &own) { own.steps[5].state = StepState::Skipped; },
        u"steps.risk.reason"_s);
    row(
        "a weight below 0",
        [](Assessment &own) {
            own.weights.push_back({u"ann"_s, WeightMethod::Direct, {{u"security"_s, -1}}, {}, {}});
        },
        u"weights[0].points[0].points"_s);
    row(
        "too long", [](Assessment &own) { own.notes = QString(20'000, u'x'); }, u"notes"_s);
}

void TestAssessmentLog::whatBreaksTheRulesIsRefused()
{
    using Edit = std::function<void(Assessment &)>;
    QFETCH(Edit, edit);
    QFETCH(QString, path);
    AssessmentLog log = begun();
    Assessment next = log.state();
    edit(next);
    const Result<> done = log.commit(next, u"ann"_s, second(1));
    VERIFY_FAILS(done, Error::Kind::Invalid);
    QCOMPARE(done.error().subject, path);
    QCOMPARE(log.events().size(), 1U);
}

void TestAssessmentLog::changesLeadFromOneToTheOther()
{
    const bool holds = rc::check("changes and their inverse lead there and back", [] {
        const QJsonObject a = toJson(anyAssessment());
        const QJsonObject b = toJson(anyAssessment());
        const std::vector<Change> changes = changesBetween(a, b);
        const bool leadsThere = require(stratadeck::apply(changes, a)) == b;
        const bool leadsBack = require(stratadeck::apply(inverseOf(changes), b)) == a;
        RC_ASSERT(leadsThere);
        RC_ASSERT(leadsBack);
    });
    QVERIFY(holds);
}

void TestAssessmentLog::aHistoryComesBackEqual()
{
    const bool holds = rc::check("what is exported and imported is equal", [] {
        AssessmentLog log = require(AssessmentLog::create(anyAssessment(), u"ann"_s, second(0)));
        const int steps = *rc::gen::inRange(0, 6);
        for (int step = 0; step < steps; ++step) {
            Assessment next = anyAssessment();
            next.id = log.state().id;
            switch (*rc::gen::inRange(0, 5)) {
            case 0:
                (void)log.undo(u"bob"_s, second(step));
                break;
            case 1:
                (void)log.redo(u"bob"_s, second(step));
                break;
            case 2:
                (void)(log.isFrozen() ? log.reopen(u"why"_s, u"bob"_s, second(step))
                                      : log.freeze(u"v"_s, u"bob"_s, second(step)));
                break;
            default:
                (void)log.commit(next, u"äß\n\"<b>"_s, second(step), u"数据 \\ \t"_s);
            }
        }
        const auto back = importAssessment(exportAssessment(log));
        RC_ASSERT(back.has_value());
        RC_ASSERT(back->state() == log.state());
        RC_ASSERT(back->events() == log.events());
        RC_ASSERT(back->isFrozen() == log.isFrozen());
        RC_ASSERT(back->canUndo() == log.canUndo());
        RC_ASSERT(back->canRedo() == log.canRedo());
    });
    QVERIFY(holds);
}

void TestAssessmentLog::everyPastStateIsReproduced()
{
    AssessmentLog log = begun();
    std::vector<Assessment> states{log.state()};
    change(log, [](Assessment &own) { own.options.push_back({u"bare"_s, u"Bare metal"_s, {}}); });
    states.push_back(log.state());
    change(log, [](Assessment &own) { std::swap(own.criteria[0], own.criteria[4]); });
    states.push_back(log.state());
    change(log, [](Assessment &own) { own.removeOption(u"vm"_s); });
    states.push_back(log.state());
    VERIFY_OK(log.undo(u"ann"_s, second(9)));
    states.push_back(states[2]);
    for (std::size_t i = 0; i < states.size(); ++i)
        QCOMPARE(require(log.stateAt(qint64(i) + 1)), states[i]);
    VERIFY_FAILS(log.stateAt(0), Error::Kind::NotFound);
    VERIFY_FAILS(log.stateAt(6), Error::Kind::NotFound);
}

void TestAssessmentLog::tamperedEventsAreNamed()
{
    AssessmentLog log = begun();
    change(log, [](Assessment &own) { own.title = u"One"_s; });
    change(log, [](Assessment &own) { own.title = u"Two"_s; });
    for (const auto &[member, value] : {std::pair<QLatin1StringView, QJsonValue>{"who"_L1, u"eve"_s},
                                        {"why"_L1, u"no reason"_s},
                                        {"at"_L1, 5},
                                        {"changes"_L1, QJsonArray()}}) {
        const auto refused = importAssessment(tampered(log, 1, member, value));
        VERIFY_FAILS(refused, Error::Kind::Corrupt);
        QVERIFY(refused.error().what.contains(u"event 2 (%1)"_s.arg(log.events()[1].hash)));
    }
    QJsonObject root = parsed(exportAssessment(log));
    QJsonArray events = root.value("events"_L1).toArray();
    events.removeAt(1);
    root.insert("events"_L1, events);
    VERIFY_FAILS(importAssessment(bytesOf(root)), Error::Kind::Corrupt);
    events = parsed(exportAssessment(log)).value("events"_L1).toArray();
    events.removeLast(); // a history that ends early is not that of this state
    root.insert("events"_L1, events);
    const auto cut = importAssessment(bytesOf(root));
    VERIFY_FAILS(cut, Error::Kind::Corrupt);
    QVERIFY(cut.error().what.startsWith(u"assessment"_s));
}

void TestAssessmentLog::aNewerFileIsRefusedByItsVersion()
{
    QJsonObject root = parsed(exportAssessment(begun()));
    root.insert("format"_L1, kAssessmentFormat + 1);
    root.insert("engine_version"_L1, u"9.1"_s);
    root.insert("new"_L1, true);
    const auto refused = importAssessment(bytesOf(root));
    VERIFY_FAILS(refused, Error::Kind::TooNew);
    QVERIFY(refused.error().what.contains(u"9.1"_s));
}

void TestAssessmentLog::hostileFilesAreRefused()
{
    VERIFY_FAILS(importAssessment("{"), Error::Kind::Invalid);
    VERIFY_FAILS(importAssessment("[]"), Error::Kind::Foreign);
    VERIFY_FAILS(importAssessment(QByteArray(65 * 1024 * 1024, ' ')), Error::Kind::Invalid);
    const bool holds = rc::check("a file with a byte changed is refused or equal", [] {
        static const AssessmentLog log = begun();
        QByteArray json = exportAssessment(log);
        const auto place = *rc::gen::inRange<qsizetype>(0, json.size());
        json[place] = static_cast<char>(*rc::gen::inRange(32, 127));
        const auto back = importAssessment(json);
        RC_ASSERT(!back || (back->state() == log.state() && back->events() == log.events()));
    });
    QVERIFY(holds);
}

void TestAssessmentLog::differencesAreTold()
{
    Assessment before = newAssessment(u"Shop"_s, second(0));
    before.setCell(cellOf(u"vm"_s, u"security"_s, 7));
    Assessment after = before;
    after.title = u"Shop 2"_s;
    after.criteria[1].best = 9;
    after.cells[0].figure = {Estimate::Kind::Interval, 6, 0, 8, 0, {}};
    after.options.push_back({u"bare"_s, u"Bare metal"_s, {}});
    std::swap(after.criteria[4], after.criteria[5]);
    after.setWeights({u"ann"_s, WeightMethod::Direct, {{u"security"_s, 3}}, {}, {}});
    QStringList told;
    for (const Difference &difference : differencesBetween(before, after))
        told.append(toText(difference));
    told.sort();
    QCOMPARE(told, (QStringList{u"cell VM / Security: figure 7 -> 6..8"_s, u"criterion Maturity moved"_s,
                                u"criterion Security: best 10 -> 9"_s, u"option Bare metal added"_s,
                                u"title: Shop -> Shop 2"_s, u"weights ann added"_s}));
}

void TestAssessmentLog::hostileTitlesStayText()
{
    AssessmentLog log = begun();
    change(log, [](Assessment &own) {
        own.title = u"# [x](javascript:alert) <script> | `a` http://evil &copy;"_s;
        own.question = u"line\n# heading\n- list"_s;
        own.criteria[0].name = u"**bold** | cell"_s;
    });
    const QString text = madrOf(log, second(2));
    QVERIFY(text.contains(
        u"# \\# \\[x\\]\\(javascript\\:alert\\) &lt;script\\> \\| \\`a\\` http\\:\\/\\/evil &amp;copy;"_s));
    QVERIFY(!text.contains(u"<script"_s));
    QVERIFY(!text.contains(u"\n# heading"_s));
    QVERIFY(text.contains(u"\\*\\*bold\\*\\* \\| cell"_s));
    QVERIFY(text.contains(log.events().back().hash));
    QVERIFY(text.contains(u"Too much is missing for a verdict."_s));
}

void TestAssessmentLog::stepsHaveChecks()
{
    Assessment assessment = newAssessment({}, second(0));
    const auto check = [&](Step step, ExitCheck::Kind kind) {
        const std::vector<ExitCheck> checks = exitChecksOf(assessment, step, second(0));
        return *std::ranges::find(checks, kind, &ExitCheck::kind);
    };
    QVERIFY(!check(Step::Requirements, ExitCheck::Kind::HasQuestion).isPassed);
    QVERIFY(check(Step::Requirements, ExitCheck::Kind::HasCriteria).isPassed);
    QCOMPARE(check(Step::Research, ExitCheck::Kind::CellsFilled).count, 18);
    QVERIFY(!check(Step::Prototype, ExitCheck::Kind::HasEvidence).isPassed);
    QVERIFY(!check(Step::Decision, ExitCheck::Kind::HasOutcome).isPassed);
    assessment.outcome = u"vm"_s;
    assessment.question = u"Where does the shop run?"_s;
    QVERIFY(check(Step::Decision, ExitCheck::Kind::HasOutcome).isPassed);
    QVERIFY(check(Step::Requirements, ExitCheck::Kind::HasQuestion).isPassed);
    QVERIFY(!check(Step::Risk, ExitCheck::Kind::HasAssumptions).isPassed);
    assessment.assumptions.push_back({u"a"_s, u"prices hold"_s, u"ann"_s, second(10)});
    QVERIFY(check(Step::Risk, ExitCheck::Kind::HasAssumptions).isPassed);
    QVERIFY(check(Step::Risk, ExitCheck::Kind::AssumptionsOwned).isPassed);
    assessment.assumptions.front().expires = second(0);
    QVERIFY(!check(Step::Risk, ExitCheck::Kind::AssumptionsOwned).isPassed);
}

QTEST_APPLESS_MAIN(TestAssessmentLog)
#include "tst_assessmentlog.moc"
