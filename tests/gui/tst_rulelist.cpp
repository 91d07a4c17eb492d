// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/incident/alertkeeper.h"
#include "models/judge/prometheusrules.h"
#include "tests/support/rulesroom.h"
#include "widgets/alert/rules/importdialog.h"
#include "widgets/alert/rules/rulefiles.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QClipboard>
#include <QFile>
#include <QPushButton>
#include <QSignalSpy>
#include <QTreeWidget>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The list of rules, and what goes into files and comes out of them.
class TestRuleList : public QObject, protected RulesRoom
{
    Q_OBJECT
private Q_SLOTS:
    void init() { open(); }
    void cleanup() { close(); }
    void listIsWorkedByKeys();
    void removingAndTakingItBack();
    void standardRulesAreReset();
    void anotherConsoleWasFaster();
    void filterFindsRules();
    void firingIsCounted();
    void rulesAreImported();
    void whatDoesNotFitIsNamed();
    void exportReadsAsTheSame();
};

void TestRuleList::listIsWorkedByKeys()
{
    selectRule(u"SourceDown"_s);
    press(Qt::Key_Space);
    QTRY_VERIFY(!stored(u"SourceDown"_s)->isOn);
    press(Qt::Key_Space);
    QTRY_VERIFY(stored(u"SourceDown"_s)->isOn);
    press(Qt::Key_D, Qt::ControlModifier);
    QTRY_VERIFY(stored(u"SourceDown 2"_s).has_value());
    QVERIFY(!stored(u"SourceDown 2"_s)->isOn);
    selectRule(u"SourceDown"_s);
    press(Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), printRule(*stored(u"SourceDown"_s)));
    press(Qt::Key_Insert);
    QVERIFY(m_page->editor().isVisible());
    press(Qt::Key_Escape);
    QVERIFY(!m_page->editor().isVisible());
}

void TestRuleList::removingAndTakingItBack()
{
    new QAbstractItemModelTester(child<QTreeView>(u"ruleList"_s)->model(), m_page.get());
    selectRule(u"SourceDown"_s);
    std::function<void()> undo;
    connect(m_page.get(), &RulesPage::done, this,
            [&](const QString &, const std::function<void()> &takeBack) { undo = takeBack; });
    press(Qt::Key_Delete);
    QTRY_VERIFY(!stored(u"SourceDown"_s));
    QVERIFY(undo);
    undo();
    QTRY_COMPARE(stored(), defaultRules()); // in its old place
    child<QAction>(u"ruleRedo"_s)->trigger();
    QTRY_VERIFY(!stored(u"SourceDown"_s));
    // The list's keys are its own: it must have the focus, which a busy machine may give late.
    m_page->activateWindow();
    child<QTreeView>(u"ruleList"_s)->setFocus();
    QTRY_VERIFY(child<QTreeView>(u"ruleList"_s)->hasFocus());
    press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(stored(), defaultRules());
    // All of them: the page says that nothing can fire.
    child<QTreeView>(u"ruleList"_s)->selectAll();
    press(Qt::Key_Delete);
    QTRY_VERIFY(stored().empty());
    QVERIFY(!child<QTreeView>(u"ruleList"_s)->isVisible());
}

void TestRuleList::standardRulesAreReset()
{
    selectRule(u"SourceDown"_s);
    QVERIFY(!child<QAction>(u"ruleReset"_s)->isEnabled());
    QVERIFY(!child<QAction>(u"ruleReset"_s)->statusTip().isEmpty());
    m_page->editRule(u"SourceDown"_s);
    type(u"ruleFor"_s, u"9m"_s);
    m_page->editor().save();
    QTRY_COMPARE(stored(u"SourceDown"_s)->hold, Milliseconds(9min));
    selectRule(u"SourceDown"_s);
    const QModelIndex index = child<QTreeView>(u"ruleList"_s)->currentIndex();
    QCOMPARE(index.siblingAtColumn(RuleListModel::OriginColumn).data().toString(), u"changed"_s);
    child<QAction>(u"ruleReset"_s)->trigger();
    QTRY_COMPARE(stored(), defaultRules());
}

void TestRuleList::anotherConsoleWasFaster()
{
    std::vector<RuleDefinition> theirs = defaultRules();
    theirs.resize(3);
    require(writeRules(m_writer->database(), theirs));
    QSignalSpy refused(&m_page->book(), &RuleBook::refused);
    selectRule(u"SourceDown"_s);
    press(Qt::Key_Delete);
    QTRY_COMPARE(refused.size(), 1);
    QVERIFY(refused.front().front().toString().contains(u"Another console"_s));
    QTRY_COMPARE(child<QTreeView>(u"ruleList"_s)->model()->rowCount(), 3);
    QCOMPARE(stored(), theirs); // nothing of theirs was lost
    QVERIFY(!m_page->book().canUndo());
}

void TestRuleList::filterFindsRules()
{
    child<QTreeView>(u"ruleList"_s)->setFocus();
    press(Qt::Key_F, Qt::ControlModifier);
    auto *filter = child<QLineEdit>(u"ruleFilter"_s);
    QVERIFY(filter->hasFocus());
    QTest::keyClicks(filter, u"mem P2"_s);
    auto *list = child<QTreeView>(u"ruleList"_s);
    QVERIFY(list->model()->rowCount() > 0);
    QVERIFY(list->model()->rowCount() < static_cast<int>(defaultRules().size()));
    QTest::keyClicks(filter, u" nosuchthing"_s);
    QCOMPARE(list->model()->rowCount(), 0);
    QVERIFY(!list->isVisible());
    press(Qt::Key_Escape);
    QCOMPARE(list->model()->rowCount(), static_cast<int>(defaultRules().size()));
}

void TestRuleList::firingIsCounted()
{
    AlertKeeper keeper{AlertSettings(), {}};
    require(keeper.load(m_writer->database(), m_clock.now()));
    m_writer->setCompanion(&keeper);
    keeper.advanceTo(m_clock.now());
    for (const QString &name : {u"db"_s, u"web"_s})
        keeper.engine().fire({{u"alertname"_s, u"SourceDown"_s}, {u"name"_s, name}}, Severity::P1);
    keeper.finish(m_writer->database());
    require(m_writer->storeCompanion());
    m_writer->setCompanion(nullptr);
    m_desk->follow();
    selectRule(u"SourceDown"_s);
    const QPersistentModelIndex index =
        child<QTreeView>(u"ruleList"_s)->currentIndex().siblingAtColumn(RuleListModel::Firing);
    QTRY_COMPARE(index.data().toString(), u"2"_s);
}

void TestRuleList::rulesAreImported()
{
    RuleDefinition changed = *RuleBook::standardOf(u"SourceDown"_s);
    changed.hold = 9min;
    const std::vector<RuleDefinition> file{changed, parsed(kBusyRule), defaultRules().front()};
    const QString path = m_store->folder.filePath(u"rules.yml"_s);
    QFile out(path);
    QVERIFY(out.open(QIODevice::WriteOnly) && out.write(prometheusYamlOf(file)) > 0);
    out.close();
    m_page->files().importFrom(path);
    ImportDialog *dialog = nullptr;
    QTRY_VERIFY((dialog = child<ImportDialog>(u"importDialog"_s)) && dialog->isVisible());
    QCOMPARE(dialog->findChild<QTreeWidget *>(u"importList"_s)->topLevelItemCount(), 3);
    QCOMPARE(dialog->plan().changes, 2);
    QCOMPARE(dialog->plan().imported.at(0).fate, ImportedRule::Fate::Renamed);
    QCOMPARE(dialog->plan().imported.at(2).fate, ImportedRule::Fate::Same);
    dialog->findChild<QPushButton *>(u"confirm"_s)->click();
    QTRY_VERIFY(stored(u"SourceDown 2"_s).has_value());
    QCOMPARE(stored(u"SourceDown"_s), std::optional(*RuleBook::standardOf(u"SourceDown"_s)));
    QCOMPARE(stored(u"Busy"_s), std::optional(parsed(kBusyRule)));
    // The other way: the one of the file takes its place.
    const ImportPlan plan = planImport(defaultRules(), file, true);
    QCOMPARE(plan.imported.at(0).fate, ImportedRule::Fate::Replaces);
    QCOMPARE(plan.rules.size(), defaultRules().size() + 1);
}

void TestRuleList::whatDoesNotFitIsNamed()
{
    RuleDefinition bad = parsed(kBusyRule);
    bad.name = u"Bad"_s;
    bad.clear = 99; // the wrong side
    RuleDefinition external = parsed(u"Far: external \"up == 0\" severity P1"_s);
    const ImportPlan plan =
        planImport(defaultRules(), {bad, external, parsed(kBusyRule), parsed(kBusyRule)}, false);
    QCOMPARE(plan.imported.at(0).fate, ImportedRule::Fate::Refused);
    QCOMPARE(plan.imported.at(0).name, u"Bad"_s);
    QVERIFY(plan.imported.at(0).text.contains(u"safe side"_s));
    QVERIFY(plan.imported.at(1).isExternal);
    QCOMPARE(plan.imported.at(3).fate, ImportedRule::Fate::Refused); // twice in the file
    QCOMPARE(plan.changes, 2);
    std::vector<RuleDefinition> full = defaultRules();
    while (full.size() < kMostRules) {
        full.push_back(parsed(kBusyRule));
        full.back().name = u"R%1"_s.arg(full.size());
    }
    const ImportPlan none = planImport(full, {parsed(kBusyRule)}, false);
    QCOMPARE(none.imported.at(0).fate, ImportedRule::Fate::Refused);
    QCOMPARE(none.rules, full);
    // A file that is no rules at all changes nothing and says so.
    const QString path = m_store->folder.filePath(u"no.yml"_s);
    QFile out(path);
    QVERIFY(out.open(QIODevice::WriteOnly) && out.write("groups: [") > 0);
    out.close();
    QSignalSpy failed(&m_page->files(), &RuleFiles::failed);
    m_page->files().importFrom(path);
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(failed.front().front().toString().contains(u"no.yml"_s));
    QCOMPARE(stored(), defaultRules());
}

void TestRuleList::exportReadsAsTheSame()
{
    child<QTreeView>(u"ruleList"_s)->clearSelection();
    child<QAction>(u"ruleCopyYaml"_s)->trigger();
    const auto read = rulesOfPrometheusYaml(QApplication::clipboard()->text().toUtf8());
    QVERIFY(read.has_value());
    QCOMPARE(read->rules, defaultRules());
}

QTEST_MAIN(TestRuleList)
#include "tst_rulelist.moc"
