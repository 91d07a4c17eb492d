// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/assess/assessmentdesk.h"
#include "models/assess/defaults.h"
#include "models/assess/stepchecks.h"
#include "models/base/clock.h"
#include "models/history/historyservice.h"
#include "tests/support/historyfixture.h"
#include "tests/support/pagekeys.h"
#include "widgets/decide/decidepage.h"
#include "widgets/decide/table/figuretable.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDateEdit>
#include <QDialog>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QTest>
#include <QTreeView>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;

/// The dialogs of the architect's desk that are about the whole assessment, by keys.
class TestDeskDialogs : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void anAssumptionPassesTheRiskStep();
    void anAssumptionWithoutWordsIsNotStored();
    void whatIsArchivedLeavesTheListAndComesBack();
    void versionsAreComparedInWords();
    void aGroupScoresAloneAndThenTogether();
    void openScoresAreNotInTheDifferences();

private:
    template<typename T>
    T *child(const QString &name) const
    {
        return m_page->findChild<T *>(name);
    }
    static bool pressButton(const QString &name)
    {
        if (!tabTo(name))
            return false;
        QTest::keyClick(focus(), Qt::Key_Space);
        return true;
    }
    QDialog *dialog(const QString &name) const;
    /// Waits until it is gone, and for the focus of what stands behind.
    bool isGone(const QString &name, QWidget *behind) const;
    void open();
    bool checkPasses(ExitCheck::Kind kind) const;
    QString stepChecks() const { return child<QLabel>(u"stepChecks"_s)->text(); }
    int listedRows() const { return child<QTreeView>(u"assessmentList"_s)->model()->rowCount(); }
    QString listedState() const
    {
        return child<QTreeView>(u"assessmentList"_s)->model()->index(0, 1).data().toString();
    }
    QStringList sentences() const;

    std::unique_ptr<Store> m_store;
    SystemClock m_clock;
    std::unique_ptr<HistoryService> m_history;
    std::unique_ptr<AssessmentDesk> m_desk;
    std::unique_ptr<DecidePage> m_page;
};

void TestDeskDialogs::init()
{
    QLocale::setDefault(QLocale::c());
    m_store = std::make_unique<Store>();
    require(m_store->writer()->append(second(0), {}));
    m_history = std::make_unique<HistoryService>(m_store->path);
    m_desk = std::make_unique<AssessmentDesk>(m_store->path, u"eve@desk"_s);
    m_page = std::make_unique<DecidePage>(*m_desk, *m_history, m_clock, u"eve@desk"_s);
    m_page->resize(1300, 900);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    open();
}

void TestDeskDialogs::cleanup()
{
    m_page.reset();
    m_desk.reset();
    m_history.reset();
    m_store.reset();
}

void TestDeskDialogs::open()
{
    m_page->setFocus();
    QTRY_VERIFY(qobject_cast<QPushButton *>(focus()));
    require(m_desk->create(newAssessment(u"Web shop"_s, m_clock.now())));
    QTRY_COMPARE(focus()->objectName(), u"assessmentList"_s); // from what the empty page suggested
    press(Qt::Key_Return);
    QTRY_VERIFY(focus() && focus()->objectName() == "matrix"_L1);
}

QDialog *TestDeskDialogs::dialog(const QString &name) const
{
    QDialog *found = nullptr;
    const bool isThere = QTest::qWaitFor([&] {
        found = child<QDialog>(name);
        return found && found->isActiveWindow() && focus() && focus()->window() == found;
    });
    return isThere ? found : nullptr;
}

bool TestDeskDialogs::isGone(const QString &name, QWidget *behind) const
{
    const bool gone = QTest::qWaitFor([&] { return !child<QDialog>(name); });
    behind->activateWindow();
    return gone && QTest::qWaitFor([&] { return focus() && focus()->window() == behind->window(); });
}

bool TestDeskDialogs::checkPasses(ExitCheck::Kind kind) const
{
    const std::vector<ExitCheck> checks = exitChecksOf(m_desk->state(), Step::Risk, m_clock.now());
    const auto found = std::ranges::find(checks, kind, &ExitCheck::kind);
    return found != checks.end() && found->isPassed;
}

QStringList TestDeskDialogs::sentences() const
{
    QStringList lines;
    for (const QStringList &row : child<FigureTable>(u"differenceTable"_s)->figures().exactTable())
        lines.append(row.join(u'\t'));
    return lines.mid(1);
}

void TestDeskDialogs::anAssumptionPassesTheRiskStep()
{
    QVERIFY(!checkPasses(ExitCheck::Kind::HasAssumptions));
    QVERIFY(pressButton(u"step5"_s));
    QDialog *step = dialog(u"stepDialog"_s);
    QVERIFY(step);
    QVERIFY(stepChecks().contains(u"fails: No assumption is written down"_s));
    QVERIFY(pressButton(u"stepAssumptions"_s));
    QVERIFY(dialog(u"assumptionsDialog"_s));
    QVERIFY(pressButton(u"assumptionAdd"_s));
    QTRY_COMPARE(focus()->objectName(), u"assumptionText"_s);
    write(u"prices hold"_s);
    QVERIFY(tabTo(u"assumptionOwner"_s));
    write(u"ann"_s);
    QVERIFY(pressButton(u"assumptionExpires"_s));
    QVERIFY(child<QDateEdit>(u"assumptionExpiry"_s)->isEnabled());
    QVERIFY(pressButton(u"assumptionsOk"_s));
    QVERIFY(isGone(u"assumptionsDialog"_s, step));

    QCOMPARE(m_desk->state().assumptions.size(), std::size_t{1});
    const Assumption &written = m_desk->state().assumptions.front();
    QCOMPARE(written.text, u"prices hold"_s);
    QCOMPARE(written.owner, u"ann"_s);
    QVERIFY(written.expires && *written.expires > m_clock.now());
    QVERIFY(checkPasses(ExitCheck::Kind::HasAssumptions));
    QVERIFY(checkPasses(ExitCheck::Kind::AssumptionsOwned));
    QVERIFY2(stepChecks().contains(u"passes: What is assumed is written down."_s), qPrintable(stepChecks()));
    press(Qt::Key_Escape);
    QVERIFY(isGone(u"stepDialog"_s, m_page.get()));

    press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(m_desk->state().assumptions.empty());
    QVERIFY(!checkPasses(ExitCheck::Kind::HasAssumptions));
}

void TestDeskDialogs::anAssumptionWithoutWordsIsNotStored()
{
    child<QAction>(u"assumptionsEdit"_s)->trigger();
    QVERIFY(dialog(u"assumptionsDialog"_s));
    QVERIFY(pressButton(u"assumptionAdd"_s));
    QVERIFY(!child<QPushButton>(u"assumptionsOk"_s)->isEnabled());
    write(u"x"_s);
    QVERIFY(child<QPushButton>(u"assumptionsOk"_s)->isEnabled());
    QVERIFY(pressButton(u"assumptionRemove"_s));
    QCOMPARE(child<QTreeView>(u"assumptionTable"_s)->model()->rowCount(), 0);
    QVERIFY(pressButton(u"assumptionsOk"_s));
    QVERIFY(isGone(u"assumptionsDialog"_s, m_page.get()));
    QCOMPARE(m_desk->log().events().size(), std::size_t{1});
}

void TestDeskDialogs::whatIsArchivedLeavesTheListAndComesBack()
{
    press(Qt::Key_Escape); // back to the list
    QTRY_COMPARE(focus()->objectName(), u"assessmentList"_s);
    auto *archive = child<QAction>(u"assessmentArchive"_s);
    auto *box = child<QCheckBox>(u"showArchived"_s);
    QVERIFY(!box->isVisible());
    archive->trigger();
    QDialog *asked = dialog(u"textDialog"_s);
    QVERIFY(asked);
    QVERIFY(asked->findChild<QLabel *>()->text().contains(u"“Web shop”"_s));
    press(Qt::Key_Return); // without a reason nothing happens
    QVERIFY(isGone(u"textDialog"_s, m_page.get()));
    QVERIFY(!m_desk->log().isArchived());
    archive->trigger();
    QVERIFY(dialog(u"textDialog"_s));
    write(u"decided"_s);
    press(Qt::Key_Return);
    QTRY_VERIFY(m_desk->log().isArchived());
    QCOMPARE(m_desk->log().events().back().why, u"decided"_s);
    QTRY_COMPARE(listedRows(), 0);
    QVERIFY(isGone(u"textDialog"_s, m_page.get()));

    QTRY_VERIFY(box->isVisible());
    QVERIFY(pressButton(u"showArchived"_s));
    QCOMPARE(listedRows(), 1);
    QCOMPARE(listedState(), u"archived"_s);
    QVERIFY(!child<QAction>(u"assessmentRename"_s)->isEnabled());
    archive->trigger(); // takes it back
    QTRY_VERIFY(!m_desk->log().isArchived());
    QTRY_COMPARE(listedState(), u"open"_s);
    QVERIFY(!box->isVisible());
    QVERIFY(child<QAction>(u"assessmentRename"_s)->isEnabled());
    QCOMPARE(m_desk->state().title, u"Web shop"_s);
}

void TestDeskDialogs::versionsAreComparedInWords()
{
    require(m_desk->freeze(u"for the board"_s));
    require(m_desk->reopen(u"prices rose"_s));
    Assessment next = m_desk->state();
    next.criteria[1].best = 9;
    require(m_desk->commit(next));
    next.question = u"Where?"_s;
    require(m_desk->commit(next));
    child<QAction>(u"versionsCompare"_s)->trigger();
    QDialog *shown = dialog(u"versionsDialog"_s);
    QVERIFY(shown);
    auto *before = child<QComboBox>(u"versionBefore"_s);
    auto *after = child<QComboBox>(u"versionAfter"_s);
    QCOMPARE(before->count(), 5);
    QVERIFY(before->currentText().contains(u"“for the board”"_s)); // what was agreed upon last
    QCOMPARE(after->currentData().toLongLong(), 5);
    QTRY_COMPARE(sentences(), (QStringList{u"Criterion “Security”: best level was “10” and is “9” now."_s,
                                           u"The question is “Where?” now; before it was empty."_s}));
    QVERIFY(pressButton(u"differencesCopy"_s));
    QCOMPARE(QApplication::clipboard()->text().split(u'\n'), sentences());
    QVERIFY(tabTo(u"versionAfter"_s));
    press(Qt::Key_Down); // the state before the question
    QCOMPARE(after->currentData().toLongLong(), 4);
    QTRY_COMPARE(sentences(), QStringList{u"Criterion “Security”: best level was “10” and is “9” now."_s});
    QVERIFY(tabTo(u"versionBefore"_s));
    press(Qt::Key_Home);
    press(Qt::Key_Down);
    QCOMPARE(before->currentData().toLongLong(), 4);
    QTRY_COMPARE(child<QLabel>(u"differenceCount"_s)->text(), u"Nothing is different."_s);
    QVERIFY(!child<QPushButton>(u"differencesCopy"_s)->isEnabled());
}

void TestDeskDialogs::aGroupScoresAloneAndThenTogether()
{
    child<QAction>(u"groupScore"_s)->trigger();
    QDialog *group = dialog(u"groupDialog"_s);
    QVERIFY(group);
    QVERIFY(!child<QPushButton>(u"groupOpen"_s)->isEnabled()); // one alone is no group
    QVERIFY(tabTo(u"groupAuthors"_s));
    press(Qt::Key_A, Qt::ControlModifier);
    write(u"ann, bob"_s);
    QVERIFY(pressButton(u"groupOpen"_s));
    QVERIFY(m_desk->state().group.isOpen);
    QCOMPARE(m_desk->state().group.authors, (QStringList{u"ann"_s, u"bob"_s}));

    auto *table = child<QTableWidget>(u"groupTable"_s);
    const auto score = [&](const QString &figure, std::size_t count) {
        table->setFocus();
        table->setCurrentCell(0, 0);
        write(figure);
        press(Qt::Key_Return);
        QTRY_COMPARE(m_desk->state().group.scores.size(), count);
        QTRY_COMPARE(focus(), static_cast<QWidget *>(table));
    };
    score(u"7"_s, 1);
    QVERIFY(tabTo(u"groupReason"_s));
    write(u"seen"_s);
    press(Qt::Key_Tab);
    QCOMPARE(m_desk->state().group.scores.front().reason, u"seen"_s);
    table->setFocus();
    write(u"x"_s);
    press(Qt::Key_Return);
    QTRY_VERIFY(child<QLabel>(u"groupProblem"_s)->text().contains(u"“x” is not a number"_s));
    QCOMPARE(table->item(0, 0)->text(), u"7"_s);

    // The next one sees nothing of it, but that it was done.
    child<QComboBox>(u"groupAuthor"_s)->setCurrentIndex(1);
    for (int row = 0; row < table->rowCount(); ++row) {
        for (int column = 0; column < table->columnCount(); ++column)
            QVERIFY(table->item(row, column)->text().isEmpty());
    }
    QVERIFY(child<QLabel>(u"groupProgress"_s)->text().contains(u"ann has scored 1 of 18 cells."_s));
    score(u"3"_s, 2);
    QVERIFY(pressButton(u"groupReveal"_s));
    QVERIFY(m_desk->state().group.isRevealed);

    const auto spread = child<FigureTable>(u"groupSpread"_s)->figures().exactTable();
    QCOMPARE(spread.size(), std::size_t{2});
    QCOMPARE(spread[1][0], u"VM"_s);
    QCOMPARE(spread[1][1], u"Performance"_s);
    QCOMPARE(spread[1][2], u"2"_s);
    QVERIFY(qAbs(spread[1][3].toDouble() - 0.4) < 1e-12);
    QCOMPARE(spread[1].mid(5), (QStringList{u"7"_s, u"3"_s}));
    QVERIFY(m_desk->state().cells.empty());
    QTRY_VERIFY(focus());
    QVERIFY(pressButton(u"groupTakeAll"_s));
    const Cell *agreed = m_desk->state().cell(u"vm"_s, u"performance"_s);
    QVERIFY(agreed);
    QCOMPARE(agreed->figure, (Estimate{Estimate::Kind::Triangular, 3, 5, 7, 0, {}}));
    QCOMPARE(agreed->reason, u"ann: seen"_s);
    press(Qt::Key_Escape);
    QVERIFY(isGone(u"groupDialog"_s, m_page.get()));
    press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(m_desk->state().cells.empty());
    QVERIFY(m_desk->state().group.isRevealed);
}

void TestDeskDialogs::openScoresAreNotInTheDifferences()
{
    Assessment next = m_desk->state();
    next.group = {true, false, {u"ann"_s, u"bob"_s}, {}};
    next.group.scores.push_back({u"ann"_s, u"vm"_s, u"security"_s, Estimate::exact(9.87), u"secret"_s});
    require(m_desk->commit(next));
    const auto told = [&] {
        child<QAction>(u"versionsCompare"_s)->trigger();
        (void)dialog(u"versionsDialog"_s);
        (void)QTest::qWaitFor([&] { return !sentences().isEmpty(); });
        const QString all = sentences().join(u'\n');
        child<QDialog>(u"versionsDialog"_s)->reject();
        (void)isGone(u"versionsDialog"_s, m_page.get());
        return all;
    };
    const QString open = told();
    QVERIFY2(open.contains(u"people"_s), qPrintable(open));
    QVERIFY2(!open.contains(u"9.87"_s), qPrintable(open));
    QVERIFY(!open.contains(u"secret"_s));
    next.group.isOpen = false;
    next.group.isRevealed = true;
    require(m_desk->commit(next));
    QVERIFY(told().contains(u"9.87"_s));
}

QTEST_MAIN(TestDeskDialogs)
#include "tst_deskdialogs.moc"
