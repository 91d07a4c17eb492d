// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alert/rules/rulecheck.h"
#include "tests/support/anyrule.h"
#include "tests/support/rulesroom.h"
#include "widgets/alert/rules/ruledraft.h"
#include "widgets/alert/rules/ruleform.h"
#include "widgets/kit/noticebar.h"

#include <QAction>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QStackedWidget>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// A rule as a form and as text.
class TestRuleEditor : public QObject, protected RulesRoom
{
    Q_OBJECT
private Q_SLOTS:
    void init() { open(); }
    void cleanup() { close(); }
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
};

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
    text()->setPlainText(kBusyRule);
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
    text()->setPlainText(kBusyRule);
    QString wrong = kBusyRule;
    text()->setPlainText(wrong.replace(u"85%"_s, u"many"_s));
    QCOMPARE(child<QLineEdit>(u"ruleThreshold"_s)->text(), u"85%"_s);
    const QString column = QString::number(kBusyRule.indexOf(u"85%"_s) + 1);
    QVERIFY2(message().contains(u"Column %1:"_s.arg(column)), qPrintable(message()));
    QVERIFY2(message().contains(u"a number is expected"_s), qPrintable(message()));
    QCOMPARE(text()->extraSelections().size(), 1);
    QCOMPARE(text()->extraSelections().front().cursor.selectionStart(), kBusyRule.indexOf(u"85%"_s));
    wrong = kBusyRule;
    text()->setPlainText(wrong.replace(u"cpu.host_percent"_s, u"cpu.host_percnt"_s));
    QVERIFY2(message().contains(u"no metric “cpu.host_percnt”"_s), qPrintable(message()));
    QVERIFY2(message().contains(u"cpu.host_percent"_s), qPrintable(message()));
    wrong = kBusyRule;
    text()->setPlainText(wrong.replace(u"clear < 75%"_s, u"clear < 95%"_s));
    QVERIFY2(message().contains(u"safe side"_s), qPrintable(message()));
    m_page->editor().save();
    QVERIFY(child<NoticeBar>(u"ruleEditNotice"_s)->text().contains(u"safe side"_s));
    QCOMPARE(stored(), defaultRules());
    text()->setPlainText(kBusyRule);
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
    text()->setPlainText(kBusyRule);
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
    text()->setPlainText(kBusyRule);
    QSignalSpy done(m_page.get(), &RulesPage::done);
    press(Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE(stored(u"Busy"_s), std::optional(parsed(kBusyRule)));
    QCOMPARE(stored().size(), defaultRules().size() + 1);
    QCOMPARE(done.size(), 1);
    QVERIFY(!m_page->editor().isVisible());
    // A second of this name is refused and named.
    m_page->createRule();
    text()->setPlainText(kBusyRule);
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

QTEST_MAIN(TestRuleEditor)
#include "tst_ruleeditor.moc"
