// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/console.h"
#include "app/window/mainwindow.h"
#include "app/window/tray.h"
#include "models/inventory/inventorymodel.h"
#include "tests/support/recordedfleet.h"
#include "widgets/inventory/inventoryview.h"
#include "widgets/inventory/monitorpage.h"
#include "widgets/kit/actionregistry.h"
#include "widgets/kit/commandpalette.h"

#include <QAction>
#include <QCheckBox>
#include <QDialog>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QSystemTrayIcon>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>
#include <memory>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;

/// What surrounds the pages: palette, keys, tray, what another start asks for, and what is remembered.
class TestShell : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void paletteOpensAnEntity();
    void paletteRunsAnActionAndRemembersIt();
    void everyActionHasAnIdAndAText();
    void spaceOnAButtonPressesIt();
    void sheetListsAndFindsKeys();
    void otherStartOpensAnEntity();
    void otherStartAsksForNobody();
    void firstStartOpensWhatComesLater();
    void trayNamesTheBusiest();
    void traySettingIsGreyedWhereThereIsNone();
    void closingKeepsOrEnds();
    void windowIsRemembered();

private:
    template<typename T>
    T *child(const QString &name)
    {
        return m_console->window().findChild<T *>(name);
    }
    void open();
    std::vector<QString> selectedNames();

    SystemClock m_clock;
    QTemporaryDir m_recording;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Console> m_console;
};

void TestShell::initTestCase()
{
    recordFleet(m_recording.filePath(u"session.jsonl"_s), 600);
}

void TestShell::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    Settings settings(m_dir->filePath(u"settings.ini"_s));
    settings.set(settings::language, u"en"_s);
    settings.set(settings::theme, u"light"_s);
}

void TestShell::cleanup()
{
    m_console.reset();
    m_dir.reset();
}

void TestShell::open()
{
    m_console =
        std::make_unique<Console>(*qApp, m_clock,
                                  Console::Options{m_dir->filePath(u"history.db"_s),
                                                   {u"replay:"_s + m_recording.filePath(u"session.jsonl"_s)},
                                                   m_dir->filePath(u"settings.ini"_s)});
    m_console->window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&m_console->window()));
    QTRY_COMPARE_WITH_TIMEOUT(m_console->session().inventory().rowCount(), 3, 10'000);
    QTRY_VERIFY(m_console->window().findChild<MonitorPage *>()->isVisible());
}

std::vector<QString> TestShell::selectedNames()
{
    std::vector<QString> names;
    const InventoryModel &inventory = m_console->session().inventory();
    for (const EntityId id : m_console->window().findChild<MonitorPage *>()->list().selected())
        names.push_back(inventory.info(inventory.rowOf(id)).name);
    return names;
}

void TestShell::paletteOpensAnEntity()
{
    open();
    QTest::keyClick(&m_console->window(), Qt::Key_K, Qt::ControlModifier);
    auto *search = child<QLineEdit>(u"paletteSearch"_s);
    QTRY_VERIFY(search->hasFocus());
    QTest::keyClicks(search, u"cac"_s);
    auto *list = child<QListView>(u"paletteList"_s);
    QCOMPARE(list->currentIndex().data(Qt::AccessibleTextRole).toString(), u"cache, Container on h, Running"_s);
    QTest::keyClick(search, Qt::Key_Return);
    QTRY_COMPARE(selectedNames(), std::vector<QString>{u"cache"_s});
    // Also when the filter hides it.
    auto *filter = child<QLineEdit>(u"filter"_s);
    filter->setText(u"kind:container"_s);
    QTest::keyClick(&m_console->window(), Qt::Key_K, Qt::ControlModifier);
    QTest::keyClicks(search, u"web"_s);
    QTest::keyClick(search, Qt::Key_Return);
    QTRY_COMPARE(selectedNames(), std::vector<QString>{u"web"_s});
}

void TestShell::paletteRunsAnActionAndRemembersIt()
{
    open();
    auto *search = child<QLineEdit>(u"paletteSearch"_s);
    const auto runPause = [&] {
        QTest::keyClick(&m_console->window(), Qt::Key_K, Qt::ControlModifier);
        QTRY_VERIFY(search->hasFocus());
        QTest::keyClicks(search, u"pause the charts"_s);
        QTest::keyClick(search, Qt::Key_Return);
    };
    runPause();
    QCOMPARE(child<QToolButton>(u"live"_s)->text(), u"Paused"_s);
    runPause();
    QCOMPARE(child<QToolButton>(u"live"_s)->text(), u"Live"_s);
    m_console->window().close();
    m_console.reset();
    open();
    QTest::keyClick(&m_console->window(), Qt::Key_K, Qt::ControlModifier);
    QCOMPARE(child<QListView>(u"paletteList"_s)->currentIndex().data().toString(),
             u"Pause the charts or follow again"_s);
}

void TestShell::everyActionHasAnIdAndAText()
{
    open();
    QStringList ids;
    for (const ActionRegistry::Entry &entry : m_console->window().actions().entries()) {
        QVERIFY(!entry.category.isEmpty());
        QVERIFY(!plainText(*entry.action).isEmpty());
        QVERIFY2(!entry.action->objectName().isEmpty(), qPrintable(entry.action->text()));
        ids.append(entry.action->objectName());
    }
    QVERIFY(ids.contains(u"range-60"_s) && ids.contains(u"filterList"_s) && ids.contains(u"page-monitor"_s));
    QCOMPARE(ids.removeDuplicates(), 0);
    // No key does two things in one place: Qt would do neither. What the window takes is taken everywhere.
    QHash<QString, QStringList> places;
    for (const ActionRegistry::Entry &entry : m_console->window().actions().entries()) {
        const Qt::ShortcutContext context = entry.action->shortcutContext();
        const bool isLocal = context == Qt::WidgetShortcut || context == Qt::WidgetWithChildrenShortcut;
        for (const QKeySequence &key : entry.action->shortcuts())
            places[key.toString()].append(isLocal ? entry.category : QString());
    }
    for (const auto &[key, where] : places.asKeyValueRange()) {
        const bool isEverywhere = where.contains(QString());
        QVERIFY2(where.size() == 1
                     || (!isEverywhere && QSet<QString>(where.begin(), where.end()).size() == where.size()),
                 qPrintable(key + u' ' + where.join(u'|')));
    }
}

void TestShell::spaceOnAButtonPressesIt()
{
    open();
    auto *button = child<QToolButton>(u"range-60"_s);
    button->setFocus(Qt::TabFocusReason);
    QTest::keyClick(button, Qt::Key_Space);
    QVERIFY(button->isChecked());
    QCOMPARE(child<QToolButton>(u"live"_s)->text(), u"Live"_s);
}

void TestShell::sheetListsAndFindsKeys()
{
    open();
    for (const Qt::Key key : {Qt::Key_F1, Qt::Key_Question}) {
        m_console->window().activateWindow(); // the offscreen platform leaves no window active after a dialog
        QVERIFY(QTest::qWaitForWindowActive(&m_console->window()));
        QTest::keyClick(&m_console->window(), key);
        QTRY_VERIFY(child<QDialog>(u"shortcutSheet"_s));
        auto *sheet = child<QDialog>(u"shortcutSheet"_s);
        auto *keys = sheet->findChild<QTreeWidget *>(u"shortcutList"_s);
        QCOMPARE(keys->findItems(u"Command palette"_s, Qt::MatchExactly | Qt::MatchRecursive).size(), 1);
        for (QTreeWidgetItemIterator row(keys, QTreeWidgetItemIterator::NoChildren); *row; ++row) {
            for (const int column : {0, 1}) {
                const int text = keys->fontMetrics().horizontalAdvance((*row)->text(column));
                const QRect cell = keys->visualRect(keys->indexFromItem(*row, column));
                QVERIFY2(cell.width() >= text, qPrintable((*row)->text(column)));
            }
        }
        auto *search = sheet->findChild<QLineEdit *>(u"shortcutSearch"_s);
        QTest::keyClicks(search, u"ctrl+k"_s);
        int shown = 0;
        for (QTreeWidgetItemIterator row(keys, QTreeWidgetItemIterator::NoChildren); *row; ++row)
            shown += (*row)->isHidden() ? 0 : 1;
        QCOMPARE(shown, 1);
        QTest::keyClick(search, Qt::Key_Escape);
        QTRY_VERIFY(!child<QDialog>(u"shortcutSheet"_s));
    }
    m_console->window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&m_console->window()));
    // In a box that takes text a question mark is a question mark.
    auto *filter = child<QLineEdit>(u"filter"_s);
    QTest::keyClick(&m_console->window(), Qt::Key_Slash);
    QTRY_VERIFY(filter->hasFocus());
    QTest::keyClicks(filter, u"?/"_s);
    QCOMPARE(filter->text(), u"?/"_s);
    QVERIFY(!child<QDialog>(u"shortcutSheet"_s));
}

void TestShell::otherStartOpensAnEntity()
{
    open();
    m_console->window().showMinimized();
    QCOMPARE(m_console->comeToFront(u"mail"_s), QString());
    QVERIFY(!m_console->window().isMinimized());
    QTRY_COMPARE(selectedNames(), std::vector<QString>{u"mail"_s});
}

void TestShell::otherStartAsksForNobody()
{
    open();
    const QString problem = m_console->comeToFront(u"nobody"_s);
    QVERIFY(problem.contains(u"nobody"_s));
    auto *message = m_console->window().findChild<QWidget *>(u"message"_s);
    QVERIFY(message->isVisible());
    QCOMPARE(message->accessibleName(), problem);
    // What comes and goes with sources does not wipe it away.
    Q_EMIT m_console->session().sourcesChanged();
    QVERIFY(message->isVisible());
}

void TestShell::firstStartOpensWhatComesLater()
{
    m_console =
        std::make_unique<Console>(*qApp, m_clock,
                                  Console::Options{m_dir->filePath(u"history.db"_s),
                                                   {u"replay:"_s + m_recording.filePath(u"session.jsonl"_s)},
                                                   m_dir->filePath(u"settings.ini"_s)});
    QCOMPARE(m_console->session().inventory().rowCount(), 0);
    m_console->showWhenKnown(u"mail"_s);
    QTRY_COMPARE_WITH_TIMEOUT(selectedNames(), std::vector<QString>{u"mail"_s}, 10'000);
}

void TestShell::trayNamesTheBusiest()
{
    open();
    Tray tray(m_console->session());
    QSignalSpy entity(&tray, &Tray::entityWanted);
    QSignalSpy quit(&tray, &Tray::quitWanted);
    const auto guests = [&] {
        Q_EMIT tray.menu().aboutToShow();
        QStringList names;
        for (const QAction *action : tray.menu().actions())
            names.append(action->text().section(u' ', 0, 0));
        return names;
    };
    QTRY_COMPARE_WITH_TIMEOUT(
        guests(), (QStringList{u"&Show"_s, QString(), u"cache"_s, u"web"_s, u"mail"_s, QString(), u"&Quit"_s}),
        10'000);
    QCOMPARE(tray.toolTip(), u"Stratadeck\n3 of 3 guests running"_s);
    tray.menu().actions().at(2)->trigger();
    QCOMPARE(entity.size(), 1);
    tray.menu().actions().last()->trigger();
    QCOMPARE(quit.size(), 1);
}

void TestShell::traySettingIsGreyedWhereThereIsNone()
{
    QVERIFY(!QSystemTrayIcon::isSystemTrayAvailable()); // the offscreen platform has none
    open();
    QTest::keyClick(&m_console->window(), Qt::Key_Comma, Qt::ControlModifier);
    QTRY_VERIFY(child<QCheckBox>(u"keepInTray"_s));
    QVERIFY(!child<QCheckBox>(u"keepInTray"_s)->isEnabled());
    QCOMPARE(child<QCheckBox>(u"keepInTray"_s)->toolTip(), u"This desktop shows no tray."_s);
}

void TestShell::closingKeepsOrEnds()
{
    // The setting alone must not hide the window where nothing could bring it back.
    Settings(m_dir->filePath(u"settings.ini"_s)).set(settings::keepInTray, true);
    open();
    QVERIFY(QApplication::quitOnLastWindowClosed());
    m_console->window().setKeptWhenClosed(true);
    QVERIFY(!m_console->window().close());
    QVERIFY(!m_console->window().isVisible());
    QCOMPARE(m_console->comeToFront({}), QString());
    QVERIFY(m_console->window().isVisible());
    m_console->window().setKeptWhenClosed(false);
    QVERIFY(m_console->window().close());
}

void TestShell::windowIsRemembered()
{
    open();
    m_console->window().resize(1003, 701);
    m_console->window().close();
    m_console.reset();
    const Settings settings(m_dir->filePath(u"settings.ini"_s));
    QCOMPARE(settings.get(settings::page), u"monitor"_s);
    QVERIFY(!settings.get(settings::state).isEmpty());
    open();
    QCOMPARE(m_console->window().size(), QSize(1003, 701));
}

QTEST_MAIN(TestShell)
#include "tst_shell.moc"
