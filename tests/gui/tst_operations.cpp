// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/operationroom.h"
#include "widgets/kit/noticebar.h"
#include "widgets/operate/bulkdialog.h"
#include "widgets/operate/confirmdialog.h"
#include "widgets/operate/inputdialog.h"
#include "widgets/operate/log/logwindow.h"
#include "widgets/operate/tasklogview.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTreeWidget>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// The widgets of operations around real models, a real store and an engine that answers what it is told to.
class TestOperations : public QObject, private OperationRoom
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void actionsFollowTheSelection();
    void startIsRestoreOfASavedGuest();
    void readOnlyGreysEverything();
    void consolesFollowTheSelection();
    void whatIsNotInstalledIsNamed();
    void readOnlyLeavesTheLog();
    void logOpensOnce();
    void shellIsStartedAndLogged();
    void consoleThatFailsIsTold();
    void guestWithoutAScreenIsRemembered();
    void pauseRunsAtOnceAndIsLogged();
    void stopAsksFirst();
    void destructiveSuggestsCancel();
    void vitalNeedsItsNameTyped();
    void severalVitalNeedTheirNumber();
    void failureIsTold();
    void ignoredShutdownOffersForce();
    void bulkCanBeCalledOff();
    void bulkShowsARowEach();
    void snapshotDialogWaitsForFacts();
    void confirmationTellsWhatIsAtStake();
    void everyControlHasAName();

private:
    template<typename T>
    T *dialog() const
    {
        for (QWidget *widget : QApplication::topLevelWidgets()) {
            if (auto *found = qobject_cast<T *>(widget); found && found->isVisible())
                return found;
        }
        return nullptr;
    }
    /// Only these are installed; terminals are scripts that write their arguments into "told".
    void install(const QStringList &names)
    {
        QFile script(m_store->folder.filePath(u"program"_s));
        if (!script.exists() && script.open(QIODevice::WriteOnly)) {
            script.write("#!/bin/sh\nprintf '%s\\n' \"$@\" >'" + told().toUtf8() + "'\n" + m_script);
            script.setPermissions(QFile::ReadOwner | QFile::ExeOwner);
        }
        script.close();
        QSignalSpy found(&m_actions->consoles(), &ConsoleFlow::reasonsChanged); // looked for on a thread
        m_actions->consoles().setFinder([names, path = script.fileName()](const QString &name) {
            return names.contains(name) ? path : QString();
        });
        QTRY_VERIFY(!found.isEmpty());
    }
    QString told() const { return m_store->folder.filePath(u"told"_s); }
    QStringList arguments() const
    {
        QFile file(told());
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).split(u'\n') : QStringList();
    }
    QString notice() const { return m_flow->notice()->text(); }

    QByteArray m_script; ///< what an outside program does at last
};

void TestOperations::init()
{
    m_script.clear();
    enter();
}

void TestOperations::cleanup()
{
    leave();
}

void TestOperations::actionsFollowTheSelection()
{
    QVERIFY(!action(Operation::Start)->isEnabled());
    QVERIFY(action(Operation::Start)->toolTip().contains(u"Select virtual machines or containers first."_s));
    select({kWeb});
    QVERIFY(action(Operation::Stop)->isEnabled());
    QCOMPARE(action(Operation::Stop)->text(), u"Stop…"_s);
    QVERIFY(!action(Operation::Start)->isEnabled());
    QVERIFY(action(Operation::Start)->toolTip().contains(u"It is running already."_s));
    QVERIFY(action(Operation::Save)->toolTip().contains(u"This works for virtual machines only."_s));
    select({kGuest});
    QCOMPARE(action(Operation::Stop)->text(), u"Shut down…"_s);
    QCOMPARE(action(Operation::Kill)->text(), u"Force off…"_s);
    QVERIFY(action(Operation::SetVcpus)->isEnabled());
    select({kWeb, kOff, kHost}); // what it works on counts
    QVERIFY(action(Operation::Stop)->isEnabled());
    QVERIFY(action(Operation::Start)->isEnabled());
    select({kGuest, kWeb});
    QCOMPARE(action(Operation::Stop)->text(), u"Stop…"_s);
    QVERIFY(!action(Operation::SetVcpus)->isEnabled());
    select({kHost});
    for (const QAction *one : m_actions->actions())
        QVERIFY(!one->isEnabled());
    // States change under a selection that stays.
    select({kWeb});
    LiveUpdate update;
    EntityInfo info = m_inventory->info(m_inventory->rowOf(m_ids[kWeb]));
    info.state = EntityState::Paused;
    update.entities.push_back({m_ids[kWeb], info, SourceId(0), m_clock.now()});
    m_inventory->apply(update);
    m_actions->refresh();
    QVERIFY(action(Operation::Resume)->isEnabled());
    QVERIFY(!action(Operation::Pause)->isEnabled());
}

void TestOperations::startIsRestoreOfASavedGuest()
{
    const auto setGuest = [this](EntityState state, bool saved) {
        LiveUpdate update;
        EntityInfo info = m_inventory->info(m_inventory->rowOf(m_ids[kGuest]));
        info.state = state;
        info.hasSavedState = saved;
        update.entities.push_back({m_ids[kGuest], info, SourceId(1), m_clock.now()});
        m_inventory->apply(update);
        m_actions->refresh();
    };
    select({kGuest});
    QCOMPARE(action(Operation::Start)->text(), u"Start"_s);
    setGuest(EntityState::ShutOff, false);
    QCOMPARE(action(Operation::Start)->text(), u"Start"_s);
    setGuest(EntityState::ShutOff, true);
    QCOMPARE(action(Operation::Start)->text(), u"Restore"_s);
    QVERIFY(action(Operation::Start)->isEnabled());
    QVERIFY(action(Operation::Start)->toolTip().contains(u"Reads its saved memory back"_s));
    select({kGuest, kOff}); // one of them boots
    QCOMPARE(action(Operation::Start)->text(), u"Start"_s);
    select({kGuest, kWeb}); // the other one runs
    QCOMPARE(action(Operation::Start)->text(), u"Restore"_s);
    select({kGuest});
    setGuest(EntityState::Running, false);
    QCOMPARE(action(Operation::Start)->text(), u"Start"_s);
}

void TestOperations::readOnlyGreysEverything()
{
    select({kWeb, kGuest, kOff});
    m_operator->setReadOnly(true);
    for (const OperationInfo &info : operationCatalogue()) {
        QVERIFY(!action(info.id)->isEnabled());
        QVERIFY(action(info.id)->toolTip().contains(u"read-only mode"_s));
    }
    m_operator->setReadOnly(false);
    QVERIFY(action(Operation::Pause)->isEnabled());
}

void TestOperations::consolesFollowTheSelection()
{
    install({u"virt-viewer"_s, u"virsh"_s, u"xterm"_s, u"podman"_s, u"sh"_s});
    for (const ConsoleInfo &info : consoleCatalogue()) {
        QVERIFY(!action(info.id)->isEnabled());
        QVERIFY(m_actions->toolbarActions().constLast()->menu()->actions().contains(action(info.id)));
    }
    select({kWeb});
    QVERIFY2(action(ConsoleKind::Log)->isEnabled(), qPrintable(action(ConsoleKind::Log)->toolTip()));
    QVERIFY(action(ConsoleKind::Shell)->isEnabled());
    QVERIFY(action(ConsoleKind::Graphical)->statusTip().contains(u"virtual machines only"_s));
    select({kOff});
    QVERIFY(action(ConsoleKind::Log)->isEnabled());
    QCOMPARE(action(ConsoleKind::Shell)->statusTip(), u"It is not running."_s);
    select({kGuest});
    QVERIFY(action(ConsoleKind::Graphical)->isEnabled());
    QVERIFY(action(ConsoleKind::Serial)->isEnabled());
    QVERIFY(!action(ConsoleKind::Log)->isEnabled());
    select({kWeb, kDb});
    QCOMPARE(action(ConsoleKind::Log)->statusTip(), u"Select one container alone for this."_s);
    select({kHost});
    for (const ConsoleInfo &info : consoleCatalogue())
        QVERIFY(!action(info.id)->isEnabled());
}

void TestOperations::whatIsNotInstalledIsNamed()
{
    install({});
    select({kGuest});
    QCOMPARE(action(ConsoleKind::Graphical)->statusTip(),
             u"No viewer is installed. Install the package virt-viewer."_s);
    install({u"virt-manager"_s}); // and it is there, without another selection
    QTRY_VERIFY(action(ConsoleKind::Graphical)->isEnabled());
    select({kWeb});
    QVERIFY(action(ConsoleKind::Shell)->statusTip().contains(u"xterm"_s)
            || action(ConsoleKind::Shell)->statusTip().contains(u"podman"_s));
    QVERIFY(action(ConsoleKind::Log)->isEnabled());
}

void TestOperations::readOnlyLeavesTheLog()
{
    install({u"virt-viewer"_s, u"virsh"_s, u"xterm"_s, u"podman"_s, u"sh"_s});
    m_operator->setReadOnly(true);
    select({kWeb});
    QVERIFY(action(ConsoleKind::Log)->isEnabled());
    QVERIFY(action(ConsoleKind::Shell)->toolTip().contains(u"read-only mode"_s));
    select({kGuest});
    QVERIFY(action(ConsoleKind::Graphical)->toolTip().contains(u"read-only mode"_s));
    QVERIFY(action(ConsoleKind::Serial)->toolTip().contains(u"read-only mode"_s));
    m_operator->setReadOnly(false);
    QVERIFY(action(ConsoleKind::Graphical)->isEnabled());
}

void TestOperations::logOpensOnce()
{
    m_engine->answer("/logs", {{}, 200, FakeEngine::Manner::Stream});
    select({kWeb});
    action(ConsoleKind::Log)->trigger();
    const QString key = m_inventory->info(m_inventory->rowOf(m_ids[kWeb])).key;
    const LogWindow *first = m_actions->consoles().logWindow(key);
    QVERIFY(first && first->isVisible() && first->isWindow());
    QCOMPARE(first->windowTitle(), u"Log of “web”"_s);
    action(ConsoleKind::Log)->trigger();
    QCOMPARE(m_actions->consoles().logWindow(key), first);
    QTRY_COMPARE(m_engine->requests("/logs").size(), qsizetype(1));
    select({kDb});
    action(ConsoleKind::Log)->trigger();
    QTRY_COMPARE(m_engine->requests("/logs").size(), qsizetype(2));
    m_actions->consoles().logWindow(key)->close();
    QTRY_VERIFY(!m_actions->consoles().logWindow(key));
    QCOMPARE(m_log->rowCount(), 0); // looking is no task
}

void TestOperations::shellIsStartedAndLogged()
{
    install({u"xterm"_s, u"podman"_s, u"sh"_s});
    select({kWeb});
    action(ConsoleKind::Shell)->trigger();
    QVERIFY(notice().endsWith(u"is under way."_s));
    QTRY_COMPARE(notice(), u"Open a shell in a terminal: “web” is open."_s);
    QCOMPARE(arguments().value(0), u"-e"_s);
    QVERIFY(arguments().contains(QString::fromLatin1(id(kWeb))));
    QTRY_COMPARE(m_log->rowCount(), 1);
    QCOMPARE(m_log->index(0, TaskLogModel::Operation).data().toString(),
             u"Open a shell in a terminal (program)"_s);
    QCOMPARE(m_log->index(0, TaskLogModel::Target).data().toString(), u"web"_s);
    QCOMPARE(m_log->index(0, TaskLogModel::Who).data().toString(), TaskRunner::whoAmI());
    QTRY_COMPARE(m_log->index(0, TaskLogModel::Result).data().toString(), u"Done"_s);
}

void TestOperations::consoleThatFailsIsTold()
{
    m_script = "echo 'cannot open display' >&2; exit 1\n";
    install({u"xterm"_s, u"podman"_s, u"sh"_s});
    select({kWeb});
    action(ConsoleKind::Shell)->trigger();
    QTRY_COMPARE(notice(), u"Open a shell in a terminal: “web”. cannot open display"_s);
    QTRY_COMPARE(m_log->index(0, TaskLogModel::Result).data().toString(), u"Failed: cannot open display"_s);
}

// The one guest of libvirt's test driver has neither a screen nor a serial port.
void TestOperations::guestWithoutAScreenIsRemembered()
{
    install({u"virt-viewer"_s, u"virsh"_s, u"xterm"_s, u"sh"_s});
    EntityInfo info = m_inventory->info(m_inventory->rowOf(m_ids[kGuest]));
    info.key = u"vm:h/6695eb01-f6a4-8304-79aa-97f2502e193f"_s;
    LiveUpdate update;
    update.entities.push_back({m_ids[kGuest], info, SourceId(1), m_clock.now()});
    m_inventory->apply(update);
    select({kGuest});
    QVERIFY(action(ConsoleKind::Serial)->isEnabled()); // it is not known yet
    action(ConsoleKind::Serial)->trigger();
    QTRY_VERIFY2(notice().contains(u"has no serial port"_s), qPrintable(notice()));
    QVERIFY(!action(ConsoleKind::Serial)->isEnabled());
    QVERIFY(action(ConsoleKind::Serial)->statusTip().contains(u"has no serial port"_s));
    QVERIFY(action(ConsoleKind::Graphical)->statusTip().contains(u"has no graphics device"_s));
    QCOMPARE(m_log->rowCount(), 0); // nothing was started
    QVERIFY(arguments().isEmpty());
}

void TestOperations::pauseRunsAtOnceAndIsLogged()
{
    m_engine->answer("/pause", {{}, 204});
    select({kWeb});
    action(Operation::Pause)->trigger();
    QVERIFY(!dialog<QDialog>());
    QCOMPARE(notice(), u"Pause: “web” is under way."_s);
    QTRY_COMPARE(notice(), u"Pause of “web” is done."_s);
    QTRY_COMPARE(m_log->rowCount(), 1);
    QTRY_COMPARE(m_log->index(0, TaskLogModel::Result).data().toString(), u"Done"_s);
    QCOMPARE(m_log->index(0, TaskLogModel::Operation).data().toString(), u"Pause"_s);
    QCOMPARE(m_log->index(0, TaskLogModel::Target).data().toString(), u"web"_s);
    QCOMPARE(m_log->index(0, TaskLogModel::Who).data().toString(), TaskRunner::whoAmI());
}

void TestOperations::stopAsksFirst()
{
    m_engine->answer("/stop", {{}, 204});
    select({kWeb});
    action(Operation::Stop)->trigger();
    auto *question = dialog<ConfirmDialog>();
    QVERIFY(question);
    QCOMPARE(question->findChild<QLabel *>(u"question"_s)->text(), u"Stop: “web”?"_s);
    const auto *row = question->findChild<QTreeWidget *>(u"targets"_s)->topLevelItem(0);
    QCOMPARE(row->text(3), u"2 h 1 min"_s);
    QVERIFY2(row->text(4).startsWith(u"42"_s), qPrintable(row->text(4)));
    QCOMPARE(row->text(5), u"—"_s); // unknown, not zero
    QTest::keyClick(question, Qt::Key_Escape);
    QTRY_VERIFY(!dialog<ConfirmDialog>());
    QTest::qWait(100);
    QVERIFY(m_engine->requests({}).isEmpty());
    action(Operation::Stop)->trigger();
    QTest::keyClick(dialog<ConfirmDialog>(), Qt::Key_Return); // nothing is lost: stopping is the default
    QTRY_COMPARE(notice(), u"Stop of “web” is done."_s);
    QCOMPARE(m_engine->requests("/stop").size(), qsizetype(1));
}

void TestOperations::destructiveSuggestsCancel()
{
    m_engine->answer("/kill", {{}, 204});
    select({kWeb});
    action(Operation::Kill)->trigger();
    auto *question = dialog<ConfirmDialog>();
    QVERIFY(question);
    QVERIFY(question->findChildren<QCheckBox *>().isEmpty()); // nothing to be ticked beforehand
    QTest::keyClick(question, Qt::Key_Return);
    QTRY_VERIFY(!dialog<ConfirmDialog>());
    QTest::qWait(100);
    QVERIFY(m_engine->requests({}).isEmpty());
    action(Operation::Kill)->trigger();
    dialog<ConfirmDialog>()->findChild<QPushButton *>(u"confirm"_s)->click();
    QTRY_COMPARE(m_engine->requests("/kill").size(), qsizetype(1));
}

void TestOperations::vitalNeedsItsNameTyped()
{
    m_inventory->setTags({{m_ids[kWeb], {u"P0"_s}}});
    m_engine->answer("/kill", {{}, 204});
    select({kWeb});
    action(Operation::Stop)->trigger(); // it is asked to, and can be started again
    QVERIFY(!dialog<ConfirmDialog>()->findChild<QLineEdit *>(u"typedName"_s));
    dialog<ConfirmDialog>()->reject();
    QTRY_VERIFY(!dialog<ConfirmDialog>());
    action(Operation::Kill)->trigger();
    const auto *confirm = dialog<ConfirmDialog>()->findChild<QPushButton *>(u"confirm"_s);
    auto *typed = dialog<ConfirmDialog>()->findChild<QLineEdit *>(u"typedName"_s);
    QVERIFY(typed && !confirm->isEnabled());
    QTest::keyClicks(typed, u"wed"_s);
    QVERIFY(!confirm->isEnabled());
    QTest::keyClick(typed, Qt::Key_Backspace);
    QTest::keyClicks(typed, u"b"_s);
    QVERIFY(confirm->isEnabled());

    OperationTarget guest{m_ids[kGuest], m_inventory->info(m_inventory->rowOf(m_ids[kGuest])), {}, {}};
    guest.isVital = true;
    InputDialog remove(Operation::SnapshotDelete, guest, m_clock.now(), nullptr);
    GuestFacts facts;
    facts.snapshots = {{u"before"_s, m_clock.now() - 3h, true}};
    remove.showFacts(facts);
    QVERIFY(!remove.findChild<QPushButton *>(u"confirm"_s)->isEnabled());
    remove.findChild<QLineEdit *>(u"typedName"_s)->setText(u"guest"_s);
    QVERIFY(remove.findChild<QPushButton *>(u"confirm"_s)->isEnabled());
}

void TestOperations::severalVitalNeedTheirNumber()
{
    m_inventory->setTags({{m_ids[kWeb], {u"p0"_s}}, {m_ids[kDb], {u"p0"_s}}});
    select({kWeb, kDb, kGuest});
    action(Operation::Kill)->trigger();
    const auto *confirm = dialog<ConfirmDialog>()->findChild<QPushButton *>(u"confirm"_s);
    auto *typed = dialog<ConfirmDialog>()->findChild<QLineEdit *>(u"typedName"_s);
    typed->setText(u"3"_s);
    QVERIFY(!confirm->isEnabled());
    typed->setText(u"2"_s);
    QVERIFY(confirm->isEnabled());
}

void TestOperations::failureIsTold()
{
    m_engine->answer("/pause", {R"({"message":"cannot freeze"})", 500});
    select({kWeb});
    action(Operation::Pause)->trigger();
    QTRY_COMPARE(notice(), u"It did not work for “web”: cannot freeze"_s);
    QTRY_COMPARE(m_log->index(0, TaskLogModel::Result).data().toString(), u"Failed: cannot freeze"_s);
}

// The engine keeps saying that it runs.
void TestOperations::ignoredShutdownOffersForce()
{
    const OperationTarget target{
        m_ids[kGuest], m_inventory->info(m_inventory->rowOf(m_ids[kGuest])), u"test:///default"_s, {}};
    // Not even asked before it was ignored.
    QVERIFY(!m_flow->notice()->findChild<QPushButton *>(u"noticeAction"_s)->isVisible());
    const QString text =
        resultText(Operation::Stop, EntityKind::VirtualMachine, u"guest"_s, OperationEnd::Ignored);
    QObject guest; // keeps on running, whatever the engine says of it
    connect(m_runner.get(), &TaskRunner::began, &guest,
            [this](const TaskRunner::Task &task) { Q_EMIT m_runner->ended(task, OperationEnd::Ignored); });
    m_flow->start(Operation::Stop, {target});
    QVERIFY(dialog<ConfirmDialog>());
    dialog<ConfirmDialog>()->findChild<QPushButton *>(u"confirm"_s)->click();
    QTRY_COMPARE(notice(), text);
    auto *force = m_flow->notice()->findChild<QPushButton *>(u"noticeAction"_s);
    QTRY_COMPARE(force->text(), u"Force off…"_s);
    force->click();
    QVERIFY(dialog<ConfirmDialog>()); // offered, not done
    QCOMPARE(dialog<ConfirmDialog>()->windowTitle(), u"Force off"_s);
    QTest::keyClick(dialog<ConfirmDialog>(), Qt::Key_Escape);
}

void TestOperations::bulkCanBeCalledOff()
{
    m_engine->answer("/pause", {{}, 204});
    select({kWeb, kDb});
    action(Operation::Pause)->trigger();
    auto *bulk = dialog<BulkDialog>();
    QVERIFY(bulk);
    QCOMPARE(bulk->findChild<QLabel *>(u"bulkTitle"_s)->text(), u"Pause begins in 5 second(s)."_s);
    QTest::keyClick(bulk, Qt::Key_Return); // Cancel is the default
    QTRY_VERIFY(!dialog<BulkDialog>());
    QTest::qWait(5500);
    QVERIFY(m_engine->requests({}).isEmpty());
    QCOMPARE(m_log->rowCount(), 0);
}

void TestOperations::bulkShowsARowEach()
{
    m_engine->answer(id(kWeb) + "/pause", {{}, 204});
    m_engine->answer(id(kDb) + "/pause", {R"({"message":"cannot freeze"})", 500});
    select({kWeb, kDb, kOff});
    action(Operation::Pause)->trigger();
    auto *bulk = dialog<BulkDialog>();
    QVERIFY(bulk);
    auto *rows = bulk->findChild<QTreeWidget *>(u"bulkRows"_s);
    const auto result = [rows](const QString &name) {
        return rows->findItems(name, Qt::MatchExactly).constFirst()->text(2);
    };
    QCOMPARE(result(u"off"_s), u"Left out: It is not running."_s);
    QCOMPARE(result(u"web"_s), u"Waits"_s);
    QTRY_COMPARE(result(u"web"_s), u"Pause of “web” is done."_s);
    QTRY_COMPARE(result(u"db"_s), u"It did not work for “db”: cannot freeze"_s);
    QCOMPARE(bulk->findChild<QLabel *>(u"bulkTitle"_s)->text(), u"Pause: 1 done, 1 not."_s);
    QVERIFY(notice().isEmpty()); // told once
    QTRY_COMPARE(m_log->rowCount(), 2);
    bulk->close();
}

void TestOperations::snapshotDialogWaitsForFacts()
{
    const OperationTarget target{m_ids[kGuest], m_inventory->info(m_inventory->rowOf(m_ids[kGuest])), {}, {}};
    InputDialog revert(Operation::SnapshotRevert, target, m_clock.now(), nullptr);
    auto *act = revert.findChild<QPushButton *>(u"confirm"_s);
    QVERIFY(!act->isEnabled());
    GuestFacts facts;
    revert.showFacts(facts);
    QVERIFY(!act->isEnabled()); // there is none
    facts.snapshots = {{u"old"_s, fromMillis(1'000'000'000'000), false}, {u"new"_s, std::nullopt, true}};
    revert.showFacts(facts);
    QVERIFY(act->isEnabled() && !act->isDefault()); // what changed since is lost
    QCOMPARE(revert.arguments().snapshot, u"new"_s);

    InputDialog memory(Operation::SetMemory, target, m_clock.now(), nullptr);
    facts.memory = 1ULL << 30;
    facts.maxMemory = 2ULL << 30;
    memory.showFacts(facts);
    QCOMPARE(memory.arguments().memory, 1ULL << 30);
    auto *number = memory.findChild<QSpinBox *>(u"number"_s);
    number->setValue(99'999'999);
    QCOMPARE(memory.arguments().memory, 2ULL << 30);

    InputDialog take(Operation::SnapshotCreate, target, m_clock.now(), nullptr);
    QVERIFY(take.findChild<QPushButton *>(u"confirm"_s)->isEnabled());
    take.findChild<QLineEdit *>(u"name"_s)->setText(u"  "_s);
    QVERIFY(!take.findChild<QPushButton *>(u"confirm"_s)->isEnabled());
}

void TestOperations::confirmationTellsWhatIsAtStake()
{
    const OperationTarget target{m_ids[kGuest], m_inventory->info(m_inventory->rowOf(m_ids[kGuest])), {}, {}};
    ConfirmDialog question(Operation::Kill, {target}, nullptr);
    QCOMPARE(question.findChild<QTreeWidget *>(u"targets"_s)->topLevelItem(0)->text(3), u"Unknown"_s);
    GuestFacts facts;
    facts.isPersistent = false;
    facts.snapshots = {{u"before"_s, m_clock.now() - 3h, true}};
    question.showFacts(facts, m_clock.now());
    const QString text = question.findChild<QLabel *>(u"facts"_s)->text();
    QVERIFY2(text.contains(u"its definition is lost"_s) && text.contains(u"“before”, taken 3 h"_s),
             qPrintable(text));
}

void TestOperations::everyControlHasAName()
{
    select({kWeb, kDb});
    action(Operation::Kill)->trigger();
    action(Operation::Pause)->trigger();
    const TaskLogView view(*m_log);
    QVERIFY(dialog<ConfirmDialog>() && dialog<BulkDialog>());
    QList<QWidget *> controls = view.findChildren<QWidget *>();
    controls += dialog<ConfirmDialog>()->findChildren<QWidget *>();
    controls += dialog<BulkDialog>()->findChildren<QWidget *>();
    for (QWidget *widget : controls) {
        if (!(widget->focusPolicy() & Qt::TabFocus) || widget->isHidden())
            continue;
        QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(widget);
        QVERIFY(accessible);
        QVERIFY2(
            !accessible->text(QAccessible::Name).isEmpty(),
            qPrintable(QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName()));
    }
    for (const QAction *one : m_actions->actions())
        QVERIFY(!one->text().isEmpty() && !one->toolTip().isEmpty() && !one->icon().isNull());
}

QTEST_MAIN(TestOperations)
#include "tst_operations.moc"
