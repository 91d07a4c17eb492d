// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alert/rules/defaultrules.h"
#include "models/alert/rules/rulecheck.h"
#include "models/alert/rules/ruletext.h"
#include "models/history/historyservice.h"
#include "models/incident/alertkeeper.h"
#include "models/judge/prometheusrules.h"
#include "tests/support/anyrule.h"
#include "tests/support/fakeclock.h"
#include "tests/support/historyfixture.h"
#include "widgets/alert/rules/importdialog.h"
#include "widgets/alert/rules/rulebook.h"
#include "widgets/alert/rules/ruledraft.h"
#include "widgets/alert/rules/ruleeditor.h"
#include "widgets/alert/rules/rulefiles.h"
#include "widgets/alert/rules/ruleform.h"
#include "widgets/alert/rules/rulelistmodel.h"
#include "widgets/alert/rules/rulespage.h"
#include "widgets/alert/rules/ruletextedit.h"
#include "widgets/kit/noticebar.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTest>
#include <QTreeView>
#include <QTreeWidget>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

RuleDefinition parsed(const QString &text)
{
    const auto rule = parseRule(text);
    if (!rule)
        QTest::qFail(qPrintable(rule.error().sentence), __FILE__, __LINE__);
    return rule.value_or(RuleDefinition());
}

const QString kBusy = u"Busy: avg(cpu.host_percent[5m]) > 85% for 5m clear < 75% nodata keep severity P2"_s;

} // namespace

/// The rules page over a file of its own.
class TestRuleEditor : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void formSaysWhatTheTextSays();
    void draftFollowsFormAndText();
    void formAndTextFollowEachOther();
    void wrongTextLeavesTheFormAlone();
    void wrongFieldsAreNamed();
    void unitsGoWithTheMetric();
    void whatTheFormCannotShow();
    void stepsAreTakenBack();
    void savedRuleIsInForce();
    void leavingAsksFirst();
    void readOnlyRefuses();
    void listIsWorkedByKeys();
    void removingAndTakingItBack();
    void standardRulesAreReset();
    void anotherConsoleWasFaster();
    void filterFindsRules();
    void firingIsCounted();
    void rulesAreImported();
    void whatDoesNotFitIsNamed();
    void exportReadsAsTheSame();

private:
    template<typename T>
    T *child(const QString &name) const
    {
        return m_page->findChild<T *>(name);
    }
    std::vector<RuleDefinition> stored() const { return require(rulesInForce(m_writer->database())); }
    std::optional<RuleDefinition> stored(const QString &name) const
    {
        for (const RuleDefinition &rule : stored()) {
            if (rule.name == name)
                return rule;
        }
        return {};
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const
    {
        m_page->activateWindow();
        QVERIFY(QTest::qWaitFor([] { return QApplication::focusWidget() != nullptr; }));
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    void choose(const QString &combo, const QString &beginning) const
    {
        auto *box = child<QComboBox>(combo);
        for (int i = 0; i < box->count(); ++i) {
            if (!box->itemText(i).startsWith(beginning))
                continue;
            box->setCurrentIndex(i);
            Q_EMIT box->activated(i);
            return;
        }
        QFAIL(qPrintable(beginning));
    }
    void type(const QString &field, const QString &text) const
    {
        auto *edit = child<QLineEdit>(field);
        edit->selectAll();
        edit->del();
        QTest::keyClicks(edit, text);
    }
    void selectRule(const QString &name) const
    {
        auto *list = child<QTreeView>(u"ruleList"_s);
        for (int row = 0; row < list->model()->rowCount(); ++row) {
            if (list->model()->index(row, RuleListModel::Name).data().toString() == name) {
                list->selectionModel()->setCurrentIndex(list->model()->index(row, 0),
                                                        QItemSelectionModel::ClearAndSelect
                                                            | QItemSelectionModel::Rows);
                m_page->activateWindow();
                list->setFocus();
                QVERIFY(QTest::qWaitFor([list] { return list->hasFocus(); }, 20'000));
                return;
            }
        }
        QFAIL(qPrintable(name));
    }
    QString message() const { return child<QLabel>(u"ruleMessage"_s)->text(); }
    RuleTextEdit *text() const { return child<RuleTextEdit>(u"ruleText"_s); }
    RuleDraft &draft() const { return m_page->editor().draft(); }

    std::unique_ptr<Store> m_store;
    FakeClock m_clock;
    std::unique_ptr<HistoryWriter> m_writer;
    std::unique_ptr<AlertDesk> m_desk;
    std::unique_ptr<HistoryService> m_history;
    std::unique_ptr<RulesPage> m_page;
};

void TestRuleEditor::init()
{
    QLocale::setDefault(QLocale::c());
    m_store = std::make_unique<Store>();
    m_writer = m_store->writer();
    m_desk = std::make_unique<AlertDesk>(m_store->path, u"eve@desk"_s);
    m_history = std::make_unique<HistoryService>(m_store->path);
    m_page = std::make_unique<RulesPage>(*m_desk, *m_history, m_store->path, m_clock);
    m_page->resize(1300, 800);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    QTRY_VERIFY(m_page->book().isLoaded());
    QTRY_COMPARE(child<QTreeView>(u"ruleList"_s)->model()->rowCount(), static_cast<int>(defaultRules().size()));
}

void TestRuleEditor::cleanup()
{
    m_page.reset();
    m_history.reset();
    m_desk.reset();
    m_writer.reset();
    m_store.reset();
}

/// Whatever rule the form is given, it says the same rule again; of what it cannot show, too.
void TestRuleEditor::formSaysWhatTheTextSays()
{
    RuleForm form;
    const bool holds = rc::check("the form says what it was given", [&form] {
        const bool isPlain = *rc::gen::arbitrary<bool>();
        const RuleDefinition rule = anyRule(isPlain);
        RC_PRE(!problemOf(rule));
        RC_ASSERT(RuleForm::canShow(rule) || !isPlain);
        form.setRule(rule);
        const auto said = form.rule();
        RC_ASSERT(said.has_value());
        RC_ASSERT(*said == rule);
        RC_ASSERT(printRule(*said) == printRule(rule));
        const auto read = parseRule(printRule(*said));
        RC_ASSERT(read.has_value());
        form.setRule(*read);
        RC_ASSERT(*form.rule() == rule);
    });
    QVERIFY(holds);
}

/// However form and text are changed in turn, the text always reads as the rule, and undo leads back to each.
void TestRuleEditor::draftFollowsFormAndText()
{
    const bool holds = rc::check("text and rule say the same", [] {
        RuleDraft draft;
        RuleDefinition begun;
        do
            begun = anyRule();
        while (problemOf(begun));
        draft.begin(begun);
        std::vector<QString> texts{draft.text()};
        const int steps = *rc::gen::inRange(1, 6);
        for (int i = 0; i < steps; ++i) {
            const RuleDefinition next = anyRule();
            RC_PRE(!problemOf(next));
            if (*rc::gen::arbitrary<bool>())
                draft.setRule(next, u"field%1"_s.arg(i));
            else
                draft.setText(printRule(next));
            RC_ASSERT(draft.rule() == next);
            RC_ASSERT(!draft.problem().has_value());
            RC_ASSERT(*parseRule(draft.text()) == next);
            if (texts.back() != draft.text())
                texts.push_back(draft.text());
        }
        for (std::size_t i = texts.size(); i-- > 1;) {
            RC_ASSERT(draft.text() == texts[i]);
            RC_ASSERT(draft.canUndo());
            draft.undo();
        }
        RC_ASSERT(!draft.canUndo());
        RC_ASSERT(draft.rule() == begun);
        while (draft.canRedo())
            draft.redo();
        RC_ASSERT(draft.text() == texts.back());
    });
    QVERIFY(holds);
}

void TestRuleEditor::formAndTextFollowEachOther()
{
    m_page->createRule();
    text()->setPlainText(kBusy);
    QCOMPARE(child<QLineEdit>(u"ruleName"_s)->text(), u"Busy"_s);
    QCOMPARE(child<QLineEdit>(u"ruleThreshold"_s)->text(), u"85%"_s);
    QCOMPARE(child<QLineEdit>(u"ruleFor"_s)->text(), u"5m"_s);
    QCOMPARE(child<QLineEdit>(u"ruleClear"_s)->text(), u"75%"_s);
    type(u"ruleThreshold"_s, u"90"_s);
    QVERIFY2(text()->text().contains(u"> 90% for 5m"_s), qPrintable(text()->text()));
    choose(u"ruleFunction"_s, u"predict"_s);
    QVERIFY2(text()->text().contains(u"predict(cpu.host_percent[5m], 4h)"_s), qPrintable(text()->text()));
    QVERIFY(child<QLineEdit>(u"ruleAhead"_s)->isVisibleTo(m_page.get()));
    choose(u"ruleSeverity"_s, u"P0"_s);
    child<QPushButton>(u"matcherAdd"_s)->click();
    type(u"matcherText1"_s, u"web"_s);
    QVERIFY2(text()->text().contains(u"{name=\"web\"}"_s), qPrintable(text()->text()));
    QVERIFY(text()->text().endsWith(u"severity P0"_s));
    choose(u"ruleKind"_s, u"An event"_s);
    QVERIFY2(text()->text().contains(u"count(event:"_s), qPrintable(text()->text()));
    child<QComboBox>(u"ruleEvent"_s)->setEditText(u"io-error"_s);
    QCOMPARE(draft().rule().clause.subject.word, u"io-error"_s);
    QCOMPARE(message(), u"The rule can be judged."_s);
}

void TestRuleEditor::wrongTextLeavesTheFormAlone()
{
    m_page->createRule();
    text()->setPlainText(kBusy);
    QString wrong = kBusy;
    text()->setPlainText(wrong.replace(u"85%"_s, u"many"_s));
    QCOMPARE(child<QLineEdit>(u"ruleThreshold"_s)->text(), u"85%"_s);
    const QString column = QString::number(kBusy.indexOf(u"85%"_s) + 1);
    QVERIFY2(message().contains(u"Column %1:"_s.arg(column)), qPrintable(message()));
    QVERIFY2(message().contains(u"a number is expected"_s), qPrintable(message()));
    QCOMPARE(text()->extraSelections().size(), 1);
    QCOMPARE(text()->extraSelections().front().cursor.selectionStart(), kBusy.indexOf(u"85%"_s));
    wrong = kBusy;
    text()->setPlainText(wrong.replace(u"cpu.host_percent"_s, u"cpu.host_percnt"_s));
    QVERIFY2(message().contains(u"no metric “cpu.host_percnt”"_s), qPrintable(message()));
    QVERIFY2(message().contains(u"cpu.host_percent"_s), qPrintable(message()));
    wrong = kBusy;
    text()->setPlainText(wrong.replace(u"clear < 75%"_s, u"clear < 95%"_s));
    QVERIFY2(message().contains(u"safe side"_s), qPrintable(message()));
    m_page->editor().save();
    QVERIFY(child<NoticeBar>(u"ruleEditNotice"_s)->text().contains(u"safe side"_s));
    QCOMPARE(stored(), defaultRules());
    text()->setPlainText(kBusy);
    QVERIFY(text()->extraSelections().isEmpty());
}

void TestRuleEditor::wrongFieldsAreNamed()
{
    m_page->createRule();
    type(u"ruleFor"_s, u"soon"_s);
    QVERIFY2(message().contains(u"For so long"_s) && message().contains(u"soon"_s), qPrintable(message()));
    QVERIFY(parseRule(text()->text()).has_value()); // what cannot be read did not get there
    m_page->editor().save();
    QVERIFY(child<NoticeBar>(u"ruleEditNotice"_s)->text().contains(u"soon"_s));
    type(u"ruleFor"_s, u"2m"_s);
    QCOMPARE(message(), u"The rule can be judged."_s);
    QVERIFY(text()->text().contains(u"for 2m"_s));
    type(u"ruleClear"_s, u"99%"_s); // the wrong side
    QVERIFY2(message().contains(u"safe side"_s), qPrintable(message()));
    type(u"ruleClear"_s, u"70%"_s);
    type(u"ruleName"_s, u" "_s);
    QVERIFY2(message().contains(u"name"_s), qPrintable(message()));
    type(u"ruleName"_s, u"Mine"_s);
    child<QComboBox>(u"ruleMetric"_s)->setEditText(u"cpu.hst_percent"_s);
    QVERIFY2(message().contains(u"no metric “cpu.hst_percent”"_s), qPrintable(message()));
    child<QComboBox>(u"ruleMetric"_s)->setEditText(u"cpu.alloc_percent"_s);
    QVERIFY(text()->text().contains(u"avg(cpu.alloc_percent[5m])"_s));
}

void TestRuleEditor::unitsGoWithTheMetric()
{
    m_page->createRule();
    child<QComboBox>(u"ruleMetric"_s)->setEditText(u"mem.used"_s);
    QCOMPARE(child<QLabel>(u"ruleUnit"_s)->text(), unitSymbol(Unit::Bytes));
    type(u"ruleClear"_s, u""_s);
    type(u"ruleThreshold"_s, u"4 GiB"_s);
    QVERIFY2(text()->text().contains(u"avg(mem.used[5m]) > 4GiB"_s), qPrintable(text()->text()));
    type(u"ruleThreshold"_s, u"4%"_s);
    QVERIFY2(message().contains(u"Threshold"_s), qPrintable(message()));
}

void TestRuleEditor::whatTheFormCannotShow()
{
    m_page->editRule(u"FileSystemFilling"_s);
    QVERIFY(child<NoticeBar>(u"ruleFormNotice"_s)->text().contains(u"joins 2 comparisons"_s));
    QVERIFY(!child<QLineEdit>(u"ruleThreshold"_s)->isVisibleTo(m_page.get()));
    const RuleDefinition before = draft().rule();
    choose(u"ruleSeverity"_s, u"P0"_s); // of the whole rule
    RuleDefinition expected = before;
    expected.severity = Severity::P0;
    QCOMPARE(draft().rule(), expected);
    text()->setPlainText(u"A: last(cpu.host_percent) * 2 > 3"_s);
    QVERIFY(child<NoticeBar>(u"ruleFormNotice"_s)->text().contains(u"calculates"_s));
    text()->setPlainText(kBusy);
    QVERIFY(child<NoticeBar>(u"ruleFormNotice"_s)->isHidden());
    QVERIFY(child<QLineEdit>(u"ruleThreshold"_s)->isVisibleTo(m_page.get()));
}

void TestRuleEditor::stepsAreTakenBack()
{
    m_page->createRule();
    const QString begun = text()->text();
    type(u"ruleThreshold"_s, u"95"_s); // one step: letters of one field
    type(u"ruleFor"_s, u"1m"_s);
    const QString last = text()->text();
    child<QLineEdit>(u"ruleFor"_s)->setFocus();
    press(Qt::Key_Z, Qt::ControlModifier); // not the field's own undo
    QVERIFY2(text()->text().contains(u"> 95% for 5m"_s), qPrintable(text()->text()));
    QCOMPARE(child<QLineEdit>(u"ruleFor"_s)->text(), u"5m"_s);
    press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(text()->text(), begun);
    QVERIFY(!child<QAction>(u"ruleEditUndo"_s)->isEnabled());
    press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(text()->text(), last);
    text()->setPlainText(u"no rule"_s);
    QVERIFY(draft().wrongAt().has_value());
    text()->setFocus();
    press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(text()->text(), last);
}

void TestRuleEditor::savedRuleIsInForce()
{
    m_page->createRule();
    text()->setPlainText(kBusy);
    QSignalSpy done(m_page.get(), &RulesPage::done);
    press(Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE(stored(u"Busy"_s), std::optional(parsed(kBusy)));
    QCOMPARE(stored().size(), defaultRules().size() + 1);
    QCOMPARE(done.size(), 1);
    QVERIFY(!m_page->editor().isVisible());
    // A second of this name is refused and named.
    m_page->createRule();
    text()->setPlainText(kBusy);
    m_page->editor().save();
    QVERIFY2(child<NoticeBar>(u"ruleEditNotice"_s)->text().contains(u"the same name, Busy"_s),
             qPrintable(child<NoticeBar>(u"ruleEditNotice"_s)->text()));
    // Renamed, it stays the same rule.
    m_page->editRule(u"Busy"_s);
    type(u"ruleName"_s, u"VeryBusy"_s);
    m_page->editor().save();
    QTRY_VERIFY(stored(u"VeryBusy"_s).has_value());
    QVERIFY(!stored(u"Busy"_s));
}

void TestRuleEditor::leavingAsksFirst()
{
    m_page->editRule(u"SourceDown"_s);
    press(Qt::Key_Escape);
    QVERIFY(!m_page->editor().isVisible());
    m_page->editRule(u"SourceDown"_s);
    type(u"ruleFor"_s, u"9m"_s);
    press(Qt::Key_Escape);
    QVERIFY(m_page->editor().isVisible());
    auto *notice = child<NoticeBar>(u"ruleEditNotice"_s);
    QVERIFY(notice->text().contains(u"not saved"_s));
    press(Qt::Key_Space); // the button has the keyboard
    QVERIFY(!m_page->editor().isVisible());
    QCOMPARE(stored(), defaultRules());
}

void TestRuleEditor::readOnlyRefuses()
{
    m_page->setReadOnly(true);
    selectRule(u"SourceDown"_s);
    for (const QString &name : {u"ruleNew"_s, u"ruleRemove"_s, u"ruleToggle"_s, u"ruleImport"_s}) {
        QVERIFY(!child<QAction>(name)->isEnabled());
        QVERIFY(child<QAction>(name)->statusTip().contains(u"read-only"_s));
    }
    press(Qt::Key_Return); // to look at it, and to try it, is allowed
    QVERIFY(m_page->editor().isVisible());
    type(u"ruleFor"_s, u"9m"_s);
    m_page->editor().save();
    QVERIFY(child<NoticeBar>(u"ruleEditNotice"_s)->text().contains(u"read-only"_s));
    QVERIFY(m_page->editor().isVisible());
    QCOMPARE(stored(), defaultRules());
}

void TestRuleEditor::listIsWorkedByKeys()
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

void TestRuleEditor::removingAndTakingItBack()
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

void TestRuleEditor::standardRulesAreReset()
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

void TestRuleEditor::anotherConsoleWasFaster()
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

void TestRuleEditor::filterFindsRules()
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

void TestRuleEditor::firingIsCounted()
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

void TestRuleEditor::rulesAreImported()
{
    RuleDefinition changed = *RuleBook::standardOf(u"SourceDown"_s);
    changed.hold = 9min;
    const std::vector<RuleDefinition> file{changed, parsed(kBusy), defaultRules().front()};
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
    QCOMPARE(stored(u"Busy"_s), std::optional(parsed(kBusy)));
    // The other way: the one of the file takes its place.
    const ImportPlan plan = planImport(defaultRules(), file, true);
    QCOMPARE(plan.imported.at(0).fate, ImportedRule::Fate::Replaces);
    QCOMPARE(plan.rules.size(), defaultRules().size() + 1);
}

void TestRuleEditor::whatDoesNotFitIsNamed()
{
    RuleDefinition bad = parsed(kBusy);
    bad.name = u"Bad"_s;
    bad.clear = 99; // the wrong side
    RuleDefinition external = parsed(u"Far: external \"up == 0\" severity P1"_s);
    const ImportPlan plan = planImport(defaultRules(), {bad, external, parsed(kBusy), parsed(kBusy)}, false);
    QCOMPARE(plan.imported.at(0).fate, ImportedRule::Fate::Refused);
    QCOMPARE(plan.imported.at(0).name, u"Bad"_s);
    QVERIFY(plan.imported.at(0).text.contains(u"safe side"_s));
    QVERIFY(plan.imported.at(1).isExternal);
    QCOMPARE(plan.imported.at(3).fate, ImportedRule::Fate::Refused); // twice in the file
    QCOMPARE(plan.changes, 2);
    std::vector<RuleDefinition> full = defaultRules();
    while (full.size() < kMostRules) {
        full.push_back(parsed(kBusy));
        full.back().name = u"R%1"_s.arg(full.size());
    }
    const ImportPlan none = planImport(full, {parsed(kBusy)}, false);
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

void TestRuleEditor::exportReadsAsTheSame()
{
    child<QTreeView>(u"ruleList"_s)->clearSelection();
    child<QAction>(u"ruleCopyYaml"_s)->trigger();
    const auto read = rulesOfPrometheusYaml(QApplication::clipboard()->text().toUtf8());
    QVERIFY(read.has_value());
    QCOMPARE(read->rules, defaultRules());
}

QTEST_MAIN(TestRuleEditor)
#include "tst_ruleeditor.moc"
