// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/assess/assessmentdesk.h"
#include "models/assess/defaults.h"
#include "models/history/historyservice.h"
#include "models/inventory/inventorymodel.h"
#include "tests/support/historyfixture.h"
#include "tests/support/scriptedlab.h"
#include "widgets/decide/compare/comparepage.h"
#include "widgets/decide/evidence/evidencedialog.h"
#include "widgets/decide/table/figuretable.h"
#include "widgets/decide/workbench.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>
#include <QTimer>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The lab of the Compare page on targets that do what a script says.
class TestLabDialog : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void startsNothingByItself();
    void asksBeforeItStopsAnything();
    void readOnlyStartsNothing();
    void measuresAndSaysWhatItCameTo();
    void keptRunsMakeACell();
    void closingCancelsAndPutsBack();

private:
    template<typename T>
    T *child(const QString &name) const
    {
        return m_dialog->findChild<T *>(name);
    }
    void choose(const QString &box, const QString &name)
    {
        auto *target = child<QComboBox>(box);
        target->setCurrentIndex(target->findText(name));
        QVERIFY(target->currentIndex() > 0);
    }
    QPushButton *start() const { return child<QPushButton>(u"labStart"_s); }
    QString text(const QString &name) const { return child<QLabel>(name)->text(); }
    void chooseBoth(int runs)
    {
        choose(u"labGuest"_s, u"guest"_s);
        choose(u"labContainer"_s, u"web"_s);
        child<QSpinBox>(u"labRuns"_s)->setValue(runs);
        child<QSpinBox>(u"labWindow"_s)->setValue(0);
    }
    void runToItsEnd()
    {
        QVERIFY(start()->isEnabled());
        start()->click();
        QVERIFY(!start()->isEnabled());
        QTRY_VERIFY(start()->isEnabled());
    }

    std::unique_ptr<Store> m_store;
    std::unique_ptr<HistoryWriter> m_writer;
    std::unique_ptr<HistoryService> m_history;
    std::unique_ptr<AssessmentDesk> m_desk;
    std::unique_ptr<InventoryModel> m_inventory;
    std::unique_ptr<FakeClock> m_clock;
    std::unique_ptr<ScriptedLab> m_script;
    std::unique_ptr<ComparePage> m_page;
    QDialog *m_dialog = nullptr;
    QTimer m_work;
    bool m_isReadOnly = false;
};

void TestLabDialog::init()
{
    QLocale::setDefault(QLocale::c());
    m_isReadOnly = false;
    m_store = std::make_unique<Store>();
    m_writer = m_store->writer();
    m_history = std::make_unique<HistoryService>(m_store->path);
    m_desk = std::make_unique<AssessmentDesk>(m_store->path, u"eve@desk"_s);
    m_clock = std::make_unique<FakeClock>();
    m_script = std::make_unique<ScriptedLab>(*m_clock);
    m_inventory = std::make_unique<InventoryModel>();
    LiveUpdate update;
    const auto add = [&](const LabTarget &target) {
        update.entities.push_back({target.id, target.entity, SourceId(0), m_clock->now()});
        m_script->things[target.entity.name].state = target.entity.state;
    };
    add(labTarget(u"guest"_s, EntityKind::VirtualMachine));
    add(labTarget(u"web"_s, EntityKind::Container, EntityState::Exited));
    LabTarget busy = labTarget(u"busy"_s, EntityKind::Container, EntityState::Running);
    busy.id = EntityId(3);
    busy.entity.run = u"2023-11-14T20:12:20Z"_s; // two hours before the clock
    add(busy);
    m_inventory->apply(update);
    m_page = std::make_unique<ComparePage>(*m_history, *m_clock);
    m_page->setLab({m_inventory.get(),
                    [](std::optional<SourceId>) { return u"podman:///run/podman/podman.sock"_s; },
                    [this] { return m_isReadOnly; }, m_desk.get(), u"eve@desk"_s, m_script->hands()});
    m_page->resize(1200, 800);
    m_page->show();
    m_page->findChild<QPushButton *>(u"openLab"_s)->click();
    m_dialog = m_page->findChild<QDialog *>(u"labDialog"_s);
    QVERIFY(m_dialog && m_dialog->isVisible());
    m_work.disconnect();
    connect(&m_work, &QTimer::timeout, this, [this] { m_script->work(); });
    m_work.start(1ms);
}

void TestLabDialog::cleanup()
{
    m_work.stop();
    m_page.reset();
    m_inventory.reset();
    m_desk.reset();
    m_history.reset();
    m_writer.reset();
}

void TestLabDialog::startsNothingByItself()
{
    QVERIFY(!start()->isEnabled());
    QVERIFY(text(u"labReason"_s).contains(u"Choose"_s));
    chooseBoth(5);
    QVERIFY(start()->isEnabled());
    QVERIFY(text(u"labReason"_s).isEmpty());
    QTest::keyClick(child<QSpinBox>(u"labRuns"_s), Qt::Key_Return); // is no request
    QTest::qWait(100);
    QVERIFY(m_script->asked.isEmpty());
    QVERIFY(!child<QPushButton>(u"labKeep"_s)->isEnabled());
}

void TestLabDialog::asksBeforeItStopsAnything()
{
    choose(u"labContainer"_s, u"busy"_s);
    auto *mayStop = child<QCheckBox>(u"labContainerMayStop"_s);
    QVERIFY(mayStop->isVisible());
    QVERIFY(!mayStop->isChecked());
    QVERIFY(!child<QCheckBox>(u"labGuestMayForce"_s)->isChecked());
    QVERIFY(!start()->isEnabled());
    const QString reason = text(u"labReason"_s);
    QVERIFY2(reason.contains(u"“busy”"_s) && reason.contains(u"2 h"_s), qPrintable(reason));
    mayStop->setChecked(true);
    QVERIFY(start()->isEnabled());
    QVERIFY(text(u"labContainerInterruption"_s).contains(u"2 h"_s));
    choose(u"labContainer"_s, u"web"_s); // another choice, another answer
    choose(u"labContainer"_s, u"busy"_s);
    QVERIFY(!mayStop->isChecked());
    QVERIFY(m_script->asked.isEmpty());
}

void TestLabDialog::readOnlyStartsNothing()
{
    m_isReadOnly = true;
    chooseBoth(1);
    QVERIFY(!start()->isEnabled());
    QVERIFY(text(u"labReason"_s).contains(u"read-only"_s));
    QVERIFY(m_script->asked.isEmpty());
}

void TestLabDialog::measuresAndSaysWhatItCameTo()
{
    m_script->things[u"guest"_s].starts = {600ms};
    m_script->things[u"web"_s].starts = {60ms};
    chooseBoth(5);
    runToItsEnd();
    const auto table = child<FigureTable>(u"labTable"_s)->figures().exactTable();
    QCOMPARE(table.size(), std::size_t(1 + 10));
    QCOMPARE(table[1][0], u"guest"_s);
    QCOMPARE(table[1][4].toDouble(), 0.6);
    QCOMPARE(table[1][5], u"unknown"_s); // nobody tells, and that is not 0
    QCOMPARE(table[2][4].toDouble(), 0.06);
    const QString result = text(u"labResult"_s);
    QVERIFY2(result.contains(u"takes 10 times as long"_s), qPrintable(result));
    QVERIFY2(result.contains(u"too few runs for a P90"_s), qPrintable(result));
    QVERIFY2(result.contains(u"not enough runs to compare"_s), qPrintable(result)); // of health
    QCOMPARE(child<QProgressBar>(u"labProgress"_s)->value(), 10);
    child<FigureTable>(u"labTable"_s)->actions().front()->trigger();
    QVERIFY(QApplication::clipboard()->text().contains(u"guest\t1\t"_s));
    QCOMPARE(m_script->things[u"web"_s].state, EntityState::ShutOff);
}

void TestLabDialog::keptRunsMakeACell()
{
    chooseBoth(2);
    runToItsEnd();
    auto *keep = child<QPushButton>(u"labKeep"_s);
    QVERIFY(!keep->isEnabled());
    QVERIFY(keep->toolTip().contains(u"assessment"_s));
    const Result<> created = m_desk->create(newAssessment(u"Starts"_s, m_clock->now()));
    QVERIFY(created.has_value());
    QVERIFY(keep->isEnabled());
    keep->click();
    QVERIFY(!keep->isEnabled()); // once
    const std::vector<Evidence> kept = m_desk->state().evidence;
    QCOMPARE(kept.size(), std::size_t(2)); // until running, of each
    QCOMPARE(kept.front().source, EvidenceSource::Lab);
    Workbench bench(*m_desk, *m_history, *m_clock, u"eve@desk"_s);
    EvidenceDialog dialog(bench, u"vm"_s, u"performance"_s);
    dialog.show();
    auto *origin = dialog.findChild<QComboBox *>(u"evidenceOrigin"_s);
    origin->setCurrentIndex(origin->findData(kept.front().id));
    dialog.findChild<QCheckBox *>(u"evidenceTakesUnit"_s)->setChecked(true);
    dialog.findChild<QLineEdit *>(u"evidenceWorst"_s)->setText(u"60"_s);
    dialog.findChild<QLineEdit *>(u"evidenceBest"_s)->setText(u"0"_s);
    dialog.findChild<QPushButton *>(u"evidenceUse"_s)->click();
    QVERIFY(!dialog.isVisible());
    const Cell *cell = m_desk->state().cell(u"vm"_s, u"performance"_s);
    QVERIFY(cell);
    QCOMPARE(cell->figure, Estimate::measured(kept.front().id));
    QCOMPARE(m_desk->state().evidence.size(), std::size_t(2)); // the other one stays, too
}

void TestLabDialog::closingCancelsAndPutsBack()
{
    m_script->things[u"guest"_s].starts = {5s}; // long enough to be seen
    chooseBoth(50);
    start()->click();
    QTRY_VERIFY(m_script->asked.contains(u"start guest"_s));
    m_dialog->close();
    QTRY_VERIFY(!m_page->findChild<QDialog *>(u"labDialog"_s));
    QCOMPARE(m_script->asked, (QStringList{u"start guest"_s, u"stop guest"_s}));
    QCOMPARE(m_script->things[u"guest"_s].state, EntityState::ShutOff);
}

QTEST_MAIN(TestLabDialog)
#include "tst_labdialog.moc"
