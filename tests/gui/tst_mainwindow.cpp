// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/console.h"
#include "app/window/mainwindow.h"
#include "models/history/deskstore.h"
#include "models/inventory/inventorymodel.h"
#include "tests/support/recordedfleet.h"
#include "tests/support/verify.h"
#include "widgets/chart/timechart.h"
#include "widgets/inventory/inventorybar.h"
#include "widgets/inventory/monitorpage.h"
#include "widgets/kit/emptystate.h"
#include "widgets/kit/noticebar.h"

#include <QAccessible>
#include <QAction>
#include <QComboBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QDockWidget>
#include <QFile>
#include <QHeaderView>
#include <QInputDialog>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QToolButton>
#include <QTreeView>
#include <QTreeWidget>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The real window on a recorded session, driven by keyboard, found by object name.
class TestMainWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void showsTheFleetAndItsCharts();
    void filtersAndSelectsByKeyboard();
    void spacePausesAndFollowsAgain();
    void settingsChangeLanguageAndTheme();
    void foreignFileIsRefusedByNameAndUntouched();
    void secondWindowReadsAndSaysSo();
    void everyControlHasAName();
    void remembersItsLayout();
    void findsTheBusiestByKeyboard();
    void wrongFilterIsToldAndHidesNothing();
    void groupsAndRemembersTheList();
    void tagsAreEditedAndTakenBack();
    void filtersAreSavedChosenAndDeleted();
    void diskAndNetworkOfAllDevicesAreSummed();
    void listIsSavedWhenItChanges();
    void otherProcessesTagsAndTasksAppear();
    void returnOpensAndEscGoesBack();
    void whoUsesMostIsAKeyAway();

private:
    template<typename T>
    T *child(const QString &name)
    {
        return m_console->window().findChild<T *>(name);
    }
    void open(const QString &database);
    void openOnSession();
    bool hasRows(int rows);
    void chooseByKeyboard(const QString &button, const QStringList &path);

    SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Console> m_console;
};

void TestMainWindow::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    recordFleet(m_dir->filePath(u"session.jsonl"_s), 600);
}

void TestMainWindow::cleanup()
{
    m_console.reset();
    m_dir.reset();
}

void TestMainWindow::open(const QString &database)
{
    const Console::Options options{
        database, {u"replay:"_s + m_dir->filePath(u"session.jsonl"_s)}, m_dir->filePath(u"settings.ini"_s)};
    Settings settings(options.settingsFile);
    settings.set(settings::language, u"en"_s);
    settings.set(settings::theme, u"light"_s);
    m_console = std::make_unique<Console>(*qApp, m_clock, options);
    QVERIFY(QTest::qWaitForWindowExposed(&m_console->window()));
}

void TestMainWindow::openOnSession()
{
    open(m_dir->filePath(u"history.db"_s));
    QVERIFY(hasRows(3));
}

bool TestMainWindow::hasRows(int rows)
{
    return QTest::qWaitFor([&] { return child<QTreeView>(u"inventory"_s)->model()->rowCount() == rows; },
                           30'000);
}

void TestMainWindow::showsTheFleetAndItsCharts()
{
    openOnSession();
    auto *page = m_console->window().findChild<MonitorPage *>();
    QTRY_VERIFY(page->isVisible());
    QTRY_VERIFY(child<TimeChart>(u"chart-disk"_s) && !child<TimeChart>(u"chart-disk"_s)->series().empty());
    auto *cpu = child<TimeChart>(u"chart-cpu"_s);
    QVERIFY(cpu);
    // The first row is selected: cache uses nine tenths of its one CPU.
    QTRY_VERIFY_WITH_TIMEOUT(!cpu->series().empty() && cpu->series().front().data->buckets.size() > 3, 30'000);
    const Bucket &latest = cpu->series().front().data->buckets.back();
    QVERIFY2(std::abs(latest.final - 90) < 1,
             qPrintable(cpu->series().front().name + u' ' + QString::number(latest.final)));
    QCOMPARE(cpu->title(), u"CPU"_s);
    QVERIFY(!QAccessible::queryAccessibleInterface(cpu)->text(QAccessible::Name).isEmpty());
}

void TestMainWindow::filtersAndSelectsByKeyboard()
{
    openOnSession();
    auto *filter = child<QLineEdit>(u"filter"_s);
    auto *list = child<QTreeView>(u"inventory"_s);
    QTest::keyClick(&m_console->window(), Qt::Key_F, Qt::ControlModifier);
    QTRY_VERIFY(filter->hasFocus());
    QTest::keyClicks(filter, u"kind:vm we"_s);
    QCOMPARE(list->model()->rowCount(), 1);
    QTest::keyClick(filter, Qt::Key_Down);
    QTRY_VERIFY(list->hasFocus());
    QTest::keyClick(list, Qt::Key_Home);
    QCOMPARE(list->currentIndex().data().toString(), u"web"_s);
    QTest::keyClick(&m_console->window(), Qt::Key_F, Qt::ControlModifier);
    QTest::keyClick(filter, Qt::Key_Escape);
    QCOMPARE(list->model()->rowCount(), 3);
    QCOMPARE(list->currentIndex().data().toString(), u"web"_s); // the selection survives the filter
    QTest::keyClick(list, Qt::Key_A, Qt::ControlModifier);
    QTRY_VERIFY(child<TimeChart>(u"chart-cpuhost"_s)); // several are compared
    QTRY_COMPARE(child<TimeChart>(u"chart-cpu"_s)->series().size(), std::size_t(3));
}

void TestMainWindow::spacePausesAndFollowsAgain()
{
    openOnSession();
    auto *page = m_console->window().findChild<MonitorPage *>();
    auto *live = child<QToolButton>(u"live"_s);
    auto *list = child<QTreeView>(u"inventory"_s);
    QSignalSpy updated(page, &MonitorPage::chartsUpdated);
    QTRY_VERIFY(!updated.isEmpty());
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Space);
    QCOMPARE(live->text(), u"Paused"_s);
    const auto range = child<TimeChart>(u"chart-cpu"_s)->range();
    QTest::qWait(1500);
    QCOMPARE(child<TimeChart>(u"chart-cpu"_s)->range(), range);
    QTest::keyClick(list, Qt::Key_Space);
    QCOMPARE(live->text(), u"Live"_s);
    QTRY_VERIFY(child<TimeChart>(u"chart-cpu"_s)->range().to > range.to);
}

void TestMainWindow::settingsChangeLanguageAndTheme()
{
    openOnSession();
    QTest::keyClick(&m_console->window(), Qt::Key_Comma, Qt::ControlModifier);
    QTRY_VERIFY(child<QDialog>(u"settingsDialog"_s));
    auto *dialog = child<QDialog>(u"settingsDialog"_s);
    auto *language = dialog->findChild<QComboBox *>(u"language"_s);
    language->setCurrentIndex(language->findData(u"zh_CN"_s));
    auto *theme = dialog->findChild<QComboBox *>(u"theme"_s);
    theme->setCurrentIndex(theme->findData(u"dark"_s));
    QTest::mouseClick(dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok), Qt::LeftButton);
    QTRY_COMPARE(child<QToolButton>(u"live"_s)->text(), u"实时"_s);
    QVERIFY(hasRows(3));
    QVERIFY(m_console->window().palette().window().color().lightness() < 100);
    QCOMPARE(child<QTreeView>(u"inventory"_s)->model()->headerData(0, Qt::Horizontal).toString(), u"名称"_s);
    // What was chosen is still there when the dialog is opened again.
    QTest::keyClick(&m_console->window(), Qt::Key_Comma, Qt::ControlModifier);
    QTRY_VERIFY(child<QDialog>(u"settingsDialog"_s));
    QCOMPARE(child<QComboBox>(u"language"_s)->currentData().toString(), u"zh_CN"_s);
}

void TestMainWindow::foreignFileIsRefusedByNameAndUntouched()
{
    const QString path = m_dir->filePath(u"letter.txt"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("Dear diary");
    file.close();
    open(path);
    const auto shown = [&] {
        for (QWidget *widget : m_console->window().findChildren<QWidget *>()) {
            QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(widget);
            if (widget->isVisible() && accessible && accessible->text(QAccessible::Name).contains(path))
                return true;
        }
        return false;
    };
    QTRY_VERIFY(shown());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("Dear diary"));
}

void TestMainWindow::secondWindowReadsAndSaysSo()
{
    openOnSession();
    const std::unique_ptr<Console> writer = std::move(m_console);
    open(m_dir->filePath(u"history.db"_s));
    QTRY_COMPARE(m_console->session().storeState(), Session::StoreState::ReadOnly);
    QVERIFY(hasRows(3)); // it follows what the other one records
    auto *pill = child<QToolButton>(u"storePill"_s);
    QCOMPARE(pill->text(), u"Read only"_s);
    auto *list = child<QTreeView>(u"inventory"_s);
    QTRY_VERIFY_WITH_TIMEOUT(
        list->model()->index(0, InventoryModel::Cpu).data(InventoryModel::ValueRole).toDouble() > 80, 10'000);
}

void TestMainWindow::everyControlHasAName()
{
    openOnSession();
    QTRY_VERIFY(m_console->window().findChild<MonitorPage *>()->isVisible());
    for (QWidget *widget : m_console->window().findChildren<QWidget *>()) {
        const bool control = widget->focusPolicy() & Qt::TabFocus;
        if (!control || !widget->isVisible())
            continue;
        QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(widget);
        QVERIFY(accessible);
        QVERIFY2(
            !accessible->text(QAccessible::Name).isEmpty(),
            qPrintable(QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName()));
    }
}

void TestMainWindow::remembersItsLayout()
{
    openOnSession();
    QTest::mouseClick(child<QToolButton>(u"range-60"_s), Qt::LeftButton);
    m_console->window().resize(1111, 777);
    m_console->window().close();
    m_console.reset();
    openOnSession();
    QVERIFY(child<QToolButton>(u"range-60"_s)->isChecked());
    QCOMPARE(m_console->window().size(), QSize(1111, 777));
}

/// Opens the menu of a button by Space and walks to the actions of these names by Down and Return.
void TestMainWindow::chooseByKeyboard(const QString &button, const QStringList &path)
{
    QStringList left = path;
    QTimer walk;
    connect(&walk, &QTimer::timeout, this, [&left] {
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        if (!menu || left.isEmpty())
            return;
        const auto isWanted = [&] {
            const QAction *active = menu->activeAction();
            return active
                   && (active->objectName() == left.first()
                       || (active->menu() && active->menu()->objectName() == left.first())
                       || active->text() == left.first());
        };
        for (int i = 0; i < 60 && !isWanted(); ++i)
            QTest::keyClick(menu, Qt::Key_Down);
        if (!isWanted()) {
            menu->close();
            return;
        }
        left.removeFirst();
        QTest::keyClick(menu, Qt::Key_Return);
    });
    walk.start(20ms);
    auto *opener = child<QToolButton>(button);
    opener->setFocus();
    QTest::keyClick(opener, Qt::Key_Space);
    QTRY_VERIFY(left.isEmpty() && !QApplication::activePopupWidget());
}

void TestMainWindow::findsTheBusiestByKeyboard()
{
    openOnSession();
    auto *list = child<QTreeView>(u"inventory"_s);
    QTRY_VERIFY(list->model()->index(0, InventoryModel::Cpu).data(InventoryModel::ValueRole).toDouble() > 0);
    list->setFocus();
    QTest::keyClick(list, Qt::Key_End);
    QCOMPARE(list->currentIndex().data().toString(), u"web"_s);
    chooseByKeyboard(u"columns"_s, {u"sortMenu"_s, u"sort-%1"_s.arg(InventoryModel::Cpu)});
    const auto shown = [&](int row) { return list->model()->index(row, 0).data().toString(); };
    QTRY_COMPARE((QStringList{shown(0), shown(1), shown(2)}), (QStringList{u"cache"_s, u"web"_s, u"mail"_s}));
    // Sorting moved the row; it stays selected and current.
    QCOMPARE(list->currentIndex().data().toString(), u"web"_s);
    QCOMPARE(list->currentIndex().row(), 1);
    QCOMPARE(list->selectionModel()->selectedRows().size(), 1);
    auto *filter = child<QLineEdit>(u"filter"_s);
    QTest::keyClick(&m_console->window(), Qt::Key_F, Qt::ControlModifier);
    QTest::keyClicks(filter, u"cpu>80"_s);
    QTRY_COMPARE(list->model()->rowCount(), 1);
    QCOMPARE(shown(0), u"cache"_s);
}

void TestMainWindow::wrongFilterIsToldAndHidesNothing()
{
    openOnSession();
    auto *filter = child<QLineEdit>(u"filter"_s);
    QTest::keyClick(&m_console->window(), Qt::Key_F, Qt::ControlModifier);
    QTest::keyClicks(filter, u"cpu>"_s);
    QCOMPARE(child<QTreeView>(u"inventory"_s)->model()->rowCount(), 3);
    QVERIFY(child<QAction>(u"filterWrong"_s)->isVisible());
    auto *notice = child<NoticeBar>(u"filterProblem"_s);
    QTRY_VERIFY(notice->isVisible());
    QVERIFY2(notice->text().contains(u"place 1"_s), qPrintable(notice->text()));
    QTest::keyClicks(filter, u"80"_s);
    QVERIFY(!notice->isVisible());
    QVERIFY(!child<QAction>(u"filterWrong"_s)->isVisible());
}

void TestMainWindow::groupsAndRemembersTheList()
{
    openOnSession();
    chooseByKeyboard(u"grouping"_s, {u"groupByHost"_s});
    auto *list = child<QTreeView>(u"inventory"_s);
    QCOMPARE(list->model()->rowCount(), 1);
    const QModelIndex host = list->model()->index(0, 0);
    QCOMPARE(host.data().toString(), u"h (3)"_s);
    QVERIFY(list->isExpanded(host));
    QCOMPARE(list->model()->rowCount(host), 3);
    QTRY_COMPARE(host.siblingAtColumn(InventoryModel::Memory).data().toString(), u"768 MiB"_s);
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Home);
    QTest::keyClick(list, Qt::Key_Left);
    QVERIFY(!list->isExpanded(host));
    QVERIFY(list->isColumnHidden(InventoryModel::Restarts));
    chooseByKeyboard(u"columns"_s, {u"column-%1"_s.arg(InventoryModel::Restarts)});
    QVERIFY(!list->isColumnHidden(InventoryModel::Restarts));

    m_console->window().close();
    m_console.reset();
    open(m_dir->filePath(u"history.db"_s));
    QVERIFY(hasRows(1));
    list = child<QTreeView>(u"inventory"_s);
    QTRY_COMPARE(list->model()->index(0, 0).data().toString(), u"h (3)"_s);
    QVERIFY(!list->isExpanded(list->model()->index(0, 0)));
    QVERIFY(!list->isColumnHidden(InventoryModel::Restarts));
}

void TestMainWindow::tagsAreEditedAndTakenBack()
{
    openOnSession();
    auto *list = child<QTreeView>(u"inventory"_s);
    const auto tagsOf = [&](int row) {
        return list->model()->index(row, InventoryModel::Tags).data().toString();
    };
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Home);
    QTest::keyClick(list, Qt::Key_Down, Qt::ShiftModifier); // cache and mail
    QTest::keyClick(list, Qt::Key_F2);
    QTRY_VERIFY(child<QDialog>(u"tagEditor"_s) && child<QDialog>(u"tagEditor"_s)->isVisible());
    auto *tags = child<QLineEdit>(u"tags"_s);
    QTest::keyClicks(tags, u"prod, team-a"_s);
    QTest::keyClick(tags, Qt::Key_Return);
    QTRY_COMPARE(tagsOf(0), u"prod, team-a"_s);
    QTRY_COMPARE(tagsOf(1), u"prod, team-a"_s);
    QCOMPARE(tagsOf(2), QString());
    chooseByKeyboard(u"grouping"_s, {u"groupByTag"_s});
    const auto groups = [&] {
        QStringList texts;
        for (int row = 0; row < list->model()->rowCount(); ++row)
            texts.append(list->model()->index(row, 0).data().toString());
        return texts;
    };
    QCOMPARE(groups(), (QStringList{u"prod (2)"_s, u"team-a (2)"_s, u"No tag (1)"_s}));
    m_console->window().activateWindow();
    list->setFocus();
    QTRY_VERIFY(list->hasFocus());
    QTest::keyClick(list, Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(groups(), QStringList{u"No tag (3)"_s});
}

void TestMainWindow::filtersAreSavedChosenAndDeleted()
{
    openOnSession();
    auto *filter = child<QLineEdit>(u"filter"_s);
    auto *list = child<QTreeView>(u"inventory"_s);
    filter->setFocus();
    QTest::keyClicks(filter, u"kind:vm"_s);
    chooseByKeyboard(u"savedFilters"_s, {u"saveFilter"_s});
    QTRY_VERIFY(child<QInputDialog>(u"filterName"_s));
    auto *name = child<QInputDialog>(u"filterName"_s)->findChild<QLineEdit *>();
    name->selectAll();
    QTest::keyClicks(name, u"Machines"_s);
    QTest::keyClick(name, Qt::Key_Return);
    QTRY_VERIFY(!child<QInputDialog>(u"filterName"_s));
    filter->setFocus();
    QTest::keyClick(filter, Qt::Key_Escape);
    QCOMPARE(list->model()->rowCount(), 3);
    m_console->window().close();
    m_console.reset();
    openOnSession();
    filter = child<QLineEdit>(u"filter"_s);
    list = child<QTreeView>(u"inventory"_s);
    chooseByKeyboard(u"savedFilters"_s, {u"Machines"_s});
    QCOMPARE(filter->text(), u"kind:vm"_s);
    QCOMPARE(list->model()->rowCount(), 2);
    chooseByKeyboard(u"savedFilters"_s, {u"deleteFilter"_s, u"Machines"_s});
    QVERIFY(m_console->window().findChild<InventoryBar *>()->savedFilters().empty());
}

void TestMainWindow::diskAndNetworkOfAllDevicesAreSummed()
{
    openOnSession();
    auto *list = child<QTreeView>(u"inventory"_s);
    const auto written = [&] {
        return list->model()->index(0, InventoryModel::DiskWrite).data(InventoryModel::ValueRole).toDouble();
    };
    // 1 MB and 0.5 MB in a fifth of a second.
    QTRY_VERIFY2(std::abs(written() - 7.5e6) < 1e5, qPrintable(QString::number(written())));
    QCOMPARE(list->model()->index(0, InventoryModel::DiskTotal).data(InventoryModel::ValueRole).toDouble(),
             written());
    QCOMPARE(list->model()->index(0, InventoryModel::NetTotal).data().toString(), u"—"_s);
}

void TestMainWindow::listIsSavedWhenItChanges()
{
    openOnSession();
    auto *filter = child<QLineEdit>(u"filter"_s);
    const auto saved = [&] { return Settings(m_dir->filePath(u"settings.ini"_s)).get(settings::columns); };
    QTest::keyClick(&m_console->window(), Qt::Key_F, Qt::ControlModifier);
    QTest::keyClicks(filter, u"kind:vm"_s);
    QVERIFY(!saved().contains("kind:vm")); // a little later, once
    chooseByKeyboard(u"columns"_s, {u"sortMenu"_s, u"sort-%1"_s.arg(InventoryModel::Cpu)});
    chooseByKeyboard(u"grouping"_s, {u"groupByHost"_s});
    QTRY_VERIFY(saved().contains("kind:vm") && saved().contains(R"("grouping":1)"));
    // What a window that never closed has left is what the next one shows.
    const QString settings = m_dir->filePath(u"settings.ini"_s);
    QVERIFY(QFile::copy(settings, settings + u".left"_s));
    m_console->window().close();
    m_console.reset();
    QVERIFY(QFile::remove(settings) && QFile::copy(settings + u".left"_s, settings));
    open(m_dir->filePath(u"history.db"_s));
    filter = child<QLineEdit>(u"filter"_s);
    const auto *list = child<QTreeView>(u"inventory"_s);
    QCOMPARE(filter->text(), u"kind:vm"_s);
    QTRY_COMPARE(list->model()->rowCount(), 1); // the host's group
    QTRY_COMPARE(list->model()->rowCount(list->model()->index(0, 0)), 2);
    QCOMPARE(list->header()->sortIndicatorSection(), static_cast<int>(InventoryModel::Cpu));
}

void TestMainWindow::otherProcessesTagsAndTasksAppear()
{
    openOnSession();
    const auto other = DeskStore::open(m_dir->filePath(u"history.db"_s)); // a connection of its own
    VERIFY_OK(other);
    auto *list = child<QTreeView>(u"inventory"_s);
    const QModelIndex web = list->model()->index(2, 0);
    QCOMPARE(web.data().toString(), u"web"_s);
    const auto entity = static_cast<EntityId>(web.data(InventoryModel::EntityRole).toUInt());
    VERIFY_OK(other->setTags(entity, {u"prod"_s}));
    QTRY_COMPARE(list->model()->index(2, InventoryModel::Tags).data().toString(), u"prod"_s);

    auto *dock = child<QDockWidget>(u"taskLog"_s);
    QTest::keyClick(&m_console->window(), Qt::Key_J, Qt::ControlModifier);
    QTRY_VERIFY(child<EmptyState>(u"taskEmpty"_s)->isVisible());
    QVERIFY(child<QLineEdit>(u"taskFilter"_s)->hasFocus());
    TaskRecord task;
    task.entity = entity;
    task.name = u"web"_s;
    task.begun = m_clock.now();
    task.operation = u"pause"_s;
    VERIFY_OK(other->beginTask(task));
    auto *log = child<QTreeView>(u"taskList"_s);
    QTRY_COMPARE(log->model()->rowCount(), 1);
    QVERIFY(log->isVisible() && !child<EmptyState>(u"taskEmpty"_s)->isVisible());
    // Return on a task shows what it was done to.
    list->setCurrentIndex(list->model()->index(0, 0));
    QTest::keyClick(child<QLineEdit>(u"taskFilter"_s), Qt::Key_Down);
    QTRY_VERIFY(log->hasFocus());
    QTest::keyClick(log, Qt::Key_Return);
    QCOMPARE(list->currentIndex().siblingAtColumn(0).data().toString(), u"web"_s);
    QTRY_VERIFY(list->hasFocus());
    // The log that has the focus gives it back, one that has not takes it from nobody.
    QTest::keyClick(&m_console->window(), Qt::Key_J, Qt::ControlModifier);
    QTRY_VERIFY(!dock->isVisible());
    QVERIFY(list->hasFocus());
    QTest::keyClick(list, Qt::Key_Return);
    auto *chart = child<TimeChart>(u"chart-cpu"_s);
    QTRY_VERIFY(chart->hasFocus());
    QTest::keyClick(&m_console->window(), Qt::Key_J, Qt::ControlModifier);
    QTRY_VERIFY(log->hasFocus());
    QTest::keyClick(&m_console->window(), Qt::Key_J, Qt::ControlModifier);
    QVERIFY(chart->hasFocus());
}

void TestMainWindow::returnOpensAndEscGoesBack()
{
    openOnSession();
    auto *list = child<QTreeView>(u"inventory"_s);
    QTRY_VERIFY(list->hasFocus());
    QTest::keyClick(list, Qt::Key_Return);
    QTRY_VERIFY(child<TimeChart>(u"chart-cpu"_s) && child<TimeChart>(u"chart-cpu"_s)->hasFocus());
    QTest::keyClick(child<TimeChart>(u"chart-cpu"_s), Qt::Key_Escape);
    QVERIFY(list->hasFocus());
    chooseByKeyboard(u"grouping"_s, {u"groupByHost"_s});
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Home);
    QVERIFY(list->isExpanded(list->model()->index(0, 0)));
    QTest::keyClick(list, Qt::Key_Return); // a group
    QVERIFY(!list->isExpanded(list->model()->index(0, 0)));
    // The offscreen platform may leave no window active after a menu.
    m_console->window().activateWindow();
    QTRY_VERIFY(list->hasFocus());
}

void TestMainWindow::whoUsesMostIsAKeyAway()
{
    openOnSession();
    auto *top = child<QTreeWidget>(u"top"_s);
    QTRY_COMPARE(top->topLevelItem(0)->text(0), u"cache"_s);
    chooseByKeyboard(u"columns"_s, {u"showTop"_s});
    QVERIFY(!top->isVisible());
    QTest::keyClick(&m_console->window(), Qt::Key_U, Qt::ControlModifier);
    QTRY_VERIFY(top->isVisible() && top->hasFocus());
    QTest::keyClick(top, Qt::Key_Return);
    QCOMPARE(child<QTreeView>(u"inventory"_s)->currentIndex().siblingAtColumn(0).data().toString(), u"cache"_s);
    QTest::keyClick(top, Qt::Key_Escape);
    QVERIFY(child<QTreeView>(u"inventory"_s)->hasFocus());
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
