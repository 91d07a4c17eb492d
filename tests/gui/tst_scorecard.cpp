// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/assess/assessmentdesk.h"
#include "models/assess/defaults.h"
#include "models/history/historyservice.h"
#include "tests/support/fakeengine.h"
#include "tests/support/historyfixture.h"
#include "tests/support/pagekeys.h"
#include "widgets/decide/decidepage.h"
#include "widgets/decide/suit/answerbox.h"
#include "widgets/decide/table/figuretable.h"
#include "widgets/decide/workbench.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;

namespace {

const QString kId = u"0123456789abcdef"_s;

EntityInfo containerInfo()
{
    EntityInfo info;
    info.key = u"container:host/"_s + kId;
    info.kind = EntityKind::Container;
    info.name = u"web"_s;
    info.host = u"host"_s;
    info.state = EntityState::Running;
    return info;
}

} // namespace

/// Suitability and the architecture scorecard as windows of the architect's desk.
class TestScorecard : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void anAnswerChangesTheRecommendation();
    void factsComeFromTheEngine();
    void anEngineThatFailsIsNamed();
    void theFilterKeepsWhatMatches();
    void anEmptyInventorySaysSo();
    void reasonsAreStored();
    void scorecardByKeys();
    void notApplicableNeedsAReason();
    void scorecardIsCopiedAsText();
    void frozenIsOnlyShown();

private:
    template<typename T>
    T *child(const QString &name) const
    {
        return m_page->findChild<T *>(name);
    }
    QDialog *opened(const QString &action, const QString &name) const;
    QDialog *suitability() const { return opened(u"suitabilityShow"_s, u"suitabilityDialog"_s); }
    QDialog *scorecard() const { return opened(u"scorecardShow"_s, u"scorecardDialog"_s); }
    /// As somebody who opens the box and takes the entry.
    void choose(const QString &box, int entry) const;
    QStringList row(const QString &name) const;
    QString details() const { return child<QPlainTextEdit>(u"suitabilityDetails"_s)->toPlainText(); }
    const Assessment &state() const { return m_desk->state(); }

    std::unique_ptr<Store> m_store;
    SystemClock m_clock;
    std::unique_ptr<HistoryWriter> m_writer;
    std::unique_ptr<HistoryService> m_history;
    std::unique_ptr<AssessmentDesk> m_desk;
    std::unique_ptr<DecidePage> m_page;
    std::vector<Workload> m_workloads;
};

void TestScorecard::init()
{
    QLocale::setDefault(QLocale::c());
    m_store = std::make_unique<Store>();
    m_writer = m_store->writer();
    m_history = std::make_unique<HistoryService>(m_store->path);
    m_desk = std::make_unique<AssessmentDesk>(m_store->path, u"eve@desk"_s);
    m_page = std::make_unique<DecidePage>(*m_desk, *m_history, m_clock, u"eve@desk"_s);
    m_workloads = {{vmInfo(1), {}}, {containerInfo(), {}}};
    m_page->setWorkloads([this] { return m_workloads; });
    m_page->resize(1024, 700);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    require(m_desk->create(newAssessment(u"Shop"_s, m_clock.now())));
    QTRY_COMPARE(m_desk->list().size(), std::size_t{1});
    m_page->findChild<QTreeView *>(u"assessmentList"_s)->setFocus();
    press(Qt::Key_Return);
    QTRY_VERIFY(child<QAction>(u"scorecardShow"_s)->isEnabled());
}

void TestScorecard::cleanup()
{
    m_page.reset();
    m_desk.reset();
    m_history.reset();
    m_writer.reset();
    m_store.reset();
}

QDialog *TestScorecard::opened(const QString &action, const QString &name) const
{
    const QKeySequence shortcut = child<QAction>(action)->shortcut();
    QTest::keySequence(focus(), shortcut);
    QDialog *found = nullptr;
    (void)QTest::qWaitFor([&] {
        found = child<QDialog>(name);
        return found && found->isActiveWindow() && focus() && focus()->window() == found;
    });
    return found;
}

void TestScorecard::choose(const QString &box, int entry) const
{
    auto *answer = child<AnswerBox>(box);
    QVERIFY(answer);
    answer->setFocus();
    press(Qt::Key_Home);
    for (int i = 0; i < entry; ++i)
        press(Qt::Key_Down);
    QCOMPARE(answer->currentIndex(), entry);
}

QStringList TestScorecard::row(const QString &name) const
{
    for (const QStringList &line : child<FigureTable>(u"suitabilityTable"_s)->figures().exactTable()) {
        if (line.front() == name)
            return line;
    }
    return {};
}

void TestScorecard::anAnswerChangesTheRecommendation()
{
    QVERIFY(suitability());
    QCOMPARE(row(u"guest1"_s), (QStringList{u"guest1"_s, u"VM"_s, u"host"_s, u"undecided"_s, u"unknown"_s,
                                            u"unknown"_s, u"unknown"_s, u"unknown"_s}));
    QVERIFY2(details().startsWith(u"guest1: undecided"_s), qPrintable(details()));
    QVERIFY(details().contains(u"If yes: VM; if no: undecided."_s));
    choose(u"answer_other_kernel"_s, 1);
    QCOMPARE(row(u"guest1"_s)[3], u"VM"_s);
    QCOMPARE(row(u"guest1"_s).mid(4),
             (QStringList{u"unknown"_s, u"fits"_s, u"does not fit"_s, u"does not fit"_s}));
    QCOMPARE(row(u"web"_s)[3], u"undecided"_s); // the answer is about the other
    QCOMPARE(state().suitability.size(), 1U);
    QCOMPARE(state().suitability[0].workload, vmInfo(1).key);
    QCOMPARE(state().suitability[0].author, u"eve@desk"_s);
    QVERIFY(details().contains(u"answered by eve@desk"_s));
    press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(state().suitability.empty());
    QCOMPARE(row(u"guest1"_s)[3], u"undecided"_s);
    QCOMPARE(child<AnswerBox>(u"answer_other_kernel"_s)->currentIndex(), 0);
}

void TestScorecard::factsComeFromTheEngine()
{
    FakeEngine engine(m_store->folder.filePath(u"e.sock"_s));
    engine.answer(
        "/json", {"{\"Id\":\"0123456789abcdef\",\"HostConfig\":{\"Privileged\":true},"
                  "\"Mounts\":[{\"Type\":\"volume\",\"Name\":\"db\",\"Destination\":\"/data\",\"RW\":true}]}"});
    m_workloads = {{containerInfo(), u"podman://"_s + m_store->folder.filePath(u"e.sock"_s)}};
    QVERIFY(suitability());
    QTRY_VERIFY2(details().contains(u"inspect, .HostConfig.Privileged"_s), qPrintable(details()));
    QVERIFY(details().contains(u"It writes to a volume at /data. (inspect, .Mounts[].RW)"_s));
    QVERIFY(
        details().contains(u"It runs as a container already. (inventory, container:host/0123456789abcdef)"_s));
    QVERIFY(!details().contains(u"No engine"_s));
}

void TestScorecard::anEngineThatFailsIsNamed()
{
    m_workloads = {{containerInfo(), u"podman://"_s + m_store->folder.filePath(u"none.sock"_s)}};
    QVERIFY(suitability());
    QTRY_VERIFY2(details().contains(u"Its engine could not tell"_s), qPrintable(details()));
    QCOMPARE(row(u"web"_s)[3], u"undecided"_s);
}

void TestScorecard::theFilterKeepsWhatMatches()
{
    QVERIFY(suitability());
    auto *table = child<FigureTable>(u"suitabilityTable"_s);
    QCOMPARE(table->figures().rowCount(), 2);
    press(Qt::Key_F, Qt::ControlModifier);
    QCOMPARE(focus(), static_cast<QWidget *>(child<QLineEdit>(u"suitabilityFilter"_s)));
    QTest::keyClicks(focus(), u"WEB"_s);
    QCOMPARE(table->figures().rowCount(), 1);
    QVERIFY(details().startsWith(u"web: "_s));
    choose(u"answer_sensitive_data"_s, 1);
    QCOMPARE(state().suitability[0].workload, containerInfo().key);
    child<QLineEdit>(u"suitabilityFilter"_s)->setText(u"nothing like it"_s);
    QCOMPARE(table->figures().rowCount(), 0);
    QCOMPARE(details(), u"Nothing matches the filter."_s);
    QVERIFY(!child<AnswerBox>(u"answer_sensitive_data"_s)->isEnabled());
    child<QLineEdit>(u"suitabilityFilter"_s)->clear();
    QCOMPARE(table->figures().rowCount(), 2);
    QVERIFY(details().startsWith(u"web: "_s)); // what was looked at
}

void TestScorecard::anEmptyInventorySaysSo()
{
    m_workloads.clear();
    QVERIFY(suitability());
    QVERIFY(details().startsWith(u"There are no VMs or containers yet."_s));
}

void TestScorecard::reasonsAreStored()
{
    QDialog *dialog = suitability();
    QVERIFY(dialog);
    choose(u"answer_local_state"_s, 2);
    auto *reason = child<QLineEdit>(u"reason_local_state"_s);
    reason->setFocus();
    QTest::keyClicks(reason, u"all in the cluster"_s);
    // To another line, and what was typed stays with the one it was typed for.
    auto *table = child<FigureTable>(u"suitabilityTable"_s);
    table->setFocus();
    press(Qt::Key_Down);
    QCOMPARE(state().suitability.size(), 1U);
    QCOMPARE(state().suitability[0].workload, vmInfo(1).key);
    QCOMPARE(state().suitability[0].reason, u"all in the cluster"_s);
    QVERIFY(details().startsWith(u"web: "_s));
    QCOMPARE(reason->text(), QString());
    // Closed while somebody types: nothing is lost.
    choose(u"answer_sensitive_data"_s, 1);
    auto *other = child<QLineEdit>(u"reason_sensitive_data"_s);
    other->setFocus();
    QTest::keyClicks(other, u"names"_s);
    press(Qt::Key_Escape);
    QTRY_VERIFY(!child<QDialog>(u"suitabilityDialog"_s));
    QCOMPARE(answerTo(state().suitability, containerInfo().key, WorkloadTopic::SensitiveData)->reason,
             u"names"_s);
}

void TestScorecard::scorecardByKeys()
{
    QVERIFY(scorecard());
    QCOMPARE(focus(), static_cast<QWidget *>(child<AnswerBox>(u"check_layering"_s)));
    auto *summary = child<QLabel>(u"scorecardSummary"_s);
    QVERIFY(summary->text().startsWith(u"0 of 12 checks are answered"_s));
    press(Qt::Key_Down);
    press(Qt::Key_Tab);
    QTest::keyClicks(focus(), u"three teams"_s);
    press(Qt::Key_Tab);
    QCOMPARE(focus(), static_cast<QWidget *>(child<AnswerBox>(u"check_elasticity"_s)));
    press(Qt::Key_Down);
    press(Qt::Key_Down);
    QCOMPARE(summary->text(),
             u"2 of 12 checks are answered: 1 yes, 1 partly, 0 no, 0 not applicable; 1 without a reason."_s);
    const auto counts = child<FigureTable>(u"scorecardCounts"_s)->figures().exactTable();
    QCOMPARE(counts[1].mid(1), (QStringList{u"1"_s, u"1"_s, u"0"_s, u"0"_s, u"2"_s, u"1"_s}));
    QCOMPARE(counts[4].mid(1), (QStringList{u"1"_s, u"1"_s, u"0"_s, u"0"_s, u"10"_s, u"1"_s}));
    press(Qt::Key_Return);
    QTRY_VERIFY(!child<QDialog>(u"scorecardDialog"_s));
    QCOMPARE(state().scorecard.size(), 2U);
    QCOMPARE(state().scorecard[0].reason, u"three teams"_s);
    QCOMPARE(state().scorecard[0].author, u"eve@desk"_s);
    QVERIFY(toMillis(state().scorecard[0].at) > 0);
    const Assessment before = state();
    m_page->activateWindow();
    QTRY_VERIFY(focus());
    QVERIFY(scorecard()); // what is not changed keeps its time
    choose(u"check_elasticity"_s, 3);
    press(Qt::Key_Return);
    QTRY_VERIFY(!child<QDialog>(u"scorecardDialog"_s));
    QCOMPARE(state().scorecard[0], before.scorecard[0]);
    QCOMPARE(state().scorecard[1].state, ScorecardState::No);
    m_page->bench().undo();
    QCOMPARE(state(), before);
}

void TestScorecard::notApplicableNeedsAReason()
{
    QDialog *dialog = scorecard();
    QVERIFY(dialog);
    choose(u"check_encryption"_s, 4);
    auto *ok = dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
    QVERIFY(!ok->isEnabled());
    QVERIFY(!child<QLabel>(u"scorecardProblem"_s)->text().isEmpty());
    press(Qt::Key_Tab);
    QTest::keyClicks(focus(), u"no data"_s);
    QVERIFY(ok->isEnabled());
    press(Qt::Key_Return);
    QTRY_COMPARE(state().scorecard.size(), 1U);
    QCOMPARE(state().scorecard[0].state, ScorecardState::NotApplicable);
}

void TestScorecard::scorecardIsCopiedAsText()
{
    QVERIFY(scorecard());
    choose(u"check_backup_restore"_s, 2);
    child<QPushButton>(u"scorecardCopy"_s)->click();
    const QStringList lines = QApplication::clipboard()->text().split(u'\n');
    QCOMPARE(lines.size(), 13);
    QVERIFY(lines[1].startsWith(u"Principles (4.1.1)\t"_s));
    QVERIFY(lines[1].contains(u"\tnot answered\t"_s));
    QVERIFY(lines[12].contains(u"\tpartly\t"_s));
}

void TestScorecard::frozenIsOnlyShown()
{
    require(m_desk->freeze(u"1"_s));
    QVERIFY(suitability());
    QVERIFY(!child<AnswerBox>(u"answer_other_kernel"_s)->isEnabled());
    press(Qt::Key_Escape);
    QTRY_VERIFY(!child<QDialog>(u"suitabilityDialog"_s));
    m_page->activateWindow();
    QTRY_VERIFY(focus());
    child<QAction>(u"scorecardShow"_s)->trigger();
    QTRY_VERIFY(child<QDialog>(u"scorecardDialog"_s));
    QVERIFY(!child<AnswerBox>(u"check_layering"_s)->isEnabled());
    QVERIFY(!child<QDialog>(u"scorecardDialog"_s)
                 ->findChild<QDialogButtonBox *>()
                 ->button(QDialogButtonBox::Ok)
                 ->isEnabled());
}

QTEST_MAIN(TestScorecard)
#include "tst_scorecard.moc"
