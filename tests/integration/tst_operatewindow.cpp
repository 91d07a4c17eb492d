// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/console.h"
#include "app/window/mainwindow.h"
#include "models/inventory/inventorymodel.h"
#include "widgets/inventory/inventoryview.h"

#include <QDialog>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTreeView>
#include <QTreeWidget>

using namespace stratadeck;
using namespace Qt::StringLiterals;

/// The whole program on a real engine, by keyboard alone: find a container, stop it, see the task in the log.
class TestOperateWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void stopsAContainerByKeyboard();
    void startsItFromThePalette();
    void readOnlyModeSaysSo();

private:
    QString engine(const QStringList &arguments)
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.start(QStringLiteral(STRATADECK_SOURCE_DIR) + u"/tests/support/engines/podman.sh"_s, arguments);
        if (!process.waitForFinished(60'000) || process.exitCode() != 0)
            QTest::qFail(qPrintable(u"podman.sh "_s + arguments.join(u' ')), __FILE__, __LINE__);
        return QString::fromUtf8(process.readAllStandardOutput()).trimmed();
    }
    QString state(const QString &name)
    {
        return engine({u"podman"_s, m_dir->path(), u"inspect"_s, u"-f"_s, u"{{.State.Status}}"_s, name});
    }
    EntityState shown(const QString &name) const
    {
        const InventoryModel &inventory = m_console->session().inventory();
        for (int row = 0; row < inventory.rowCount(); ++row) {
            if (inventory.info(row).name == name)
                return inventory.info(row).state;
        }
        return EntityState::Unknown;
    }
    MainWindow *window() const { return &m_console->window(); }
    template<typename T>
    T *child(const QString &name) const
    {
        return window()->findChild<T *>(name);
    }
    /// Puts the list's current row on what the filter finds.
    void find(const QString &text)
    {
        QTest::keyClick(window(), Qt::Key_F, Qt::ControlModifier);
        auto *filter = child<QLineEdit>(u"filter"_s);
        QTRY_VERIFY(filter->hasFocus());
        filter->selectAll();
        QTest::keyClicks(filter, text);
        QTest::keyClick(filter, Qt::Key_Down);
        QTRY_VERIFY(child<QTreeView>(u"inventory"_s)->hasFocus());
        QTest::keyClick(child<QTreeView>(u"inventory"_s), Qt::Key_Home);
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    SystemClock m_clock;
    std::unique_ptr<Console> m_console;
};

void TestOperateWindow::initTestCase()
{
    m_dir = std::make_unique<QTemporaryDir>(u"/tmp/tst_operate-XXXXXX"_s); // socket paths must be short
    engine({u"start"_s, m_dir->path()});
    for (const QString &name : {u"web"_s, u"db"_s})
        engine({u"run"_s, m_dir->path(), name, u"sh"_s, u"-c"_s,
                u"trap 'exit 0' TERM; while :; do sleep 0.1; done"_s});
    const Console::Options options{m_dir->filePath(u"history.db"_s),
                                   {u"podman://"_s + m_dir->filePath(u"podman.sock"_s)},
                                   m_dir->filePath(u"settings.ini"_s)};
    Settings(options.settingsFile).set(settings::language, u"en"_s);
    m_console = std::make_unique<Console>(*qApp, m_clock, options);
    window()->resize(1360, 860);
    QVERIFY(QTest::qWaitForWindowExposed(window()));
    QTRY_COMPARE_WITH_TIMEOUT(shown(u"web"_s), EntityState::Running, 20'000);
}

void TestOperateWindow::cleanupTestCase()
{
    m_console.reset();
    engine({u"stop"_s, m_dir->path()});
}

void TestOperateWindow::stopsAContainerByKeyboard()
{
    find(u"web"_s);
    const InventoryModel &inventory = m_console->session().inventory();
    const int row = inventory.rowOf(child<InventoryView>({})->selected().front());
    QTRY_VERIFY(inventory.figure(row, Figure::Uptime) >= 0);
    auto *list = child<QTreeView>(u"inventory"_s);
    QTest::keyClick(list, Qt::Key_Delete);
    QTRY_VERIFY(child<QDialog>(u"confirmDialog"_s) && child<QDialog>(u"confirmDialog"_s)->isVisible());
    auto *question = child<QDialog>(u"confirmDialog"_s);
    QCOMPARE(question->findChild<QLabel *>(u"question"_s)->text(), u"Stop: “web”?"_s);
    const QString uptime = question->findChild<QTreeWidget *>(u"targets"_s)->topLevelItem(0)->text(3);
    QVERIFY2(uptime.endsWith(u" s"_s), qPrintable(uptime));
    QCOMPARE(state(u"web"_s), u"running"_s); // asked, not done
    QTest::keyClick(question, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(shown(u"web"_s), EntityState::Exited, 20'000);
    QTRY_COMPARE(state(u"web"_s), u"exited"_s);

    window()->activateWindow(); // what a window manager does when a dialog is gone
    QVERIFY(QTest::qWaitForWindowActive(window()));
    QTest::keyClick(window(), Qt::Key_J, Qt::ControlModifier);
    QTRY_VERIFY(child<QDockWidget>(u"taskLog"_s)->isVisible());
    const QAbstractItemModel *log = child<QTreeView>(u"taskList"_s)->model();
    QTRY_COMPARE(log->rowCount(), 1);
    QTRY_COMPARE(log->index(0, 4).data().toString(), u"Done"_s);
    QCOMPARE(log->index(0, 1).data().toString(), u"Stop"_s);
    QCOMPARE(log->index(0, 2).data().toString(), u"web"_s);
    QCOMPARE(child<QToolButton>(u"taskPill"_s)->text(), u"Tasks"_s);
}

void TestOperateWindow::startsItFromThePalette()
{
    find(u"web"_s);
    QTest::keyClick(window(), Qt::Key_K, Qt::ControlModifier);
    auto *search = child<QLineEdit>(u"paletteSearch"_s);
    QTRY_VERIFY(search->hasFocus());
    QTest::keyClicks(search, u"start"_s);
    QTest::keyClick(search, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(state(u"web"_s), u"running"_s, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(shown(u"web"_s), EntityState::Running, 20'000);
    QTRY_COMPARE(child<QTreeView>(u"taskList"_s)->model()->rowCount(), 2);
}

void TestOperateWindow::readOnlyModeSaysSo()
{
    find(u"web"_s);
    auto *stop = child<QAction>(u"operation-stop"_s);
    QTRY_VERIFY(stop->isEnabled());
    m_console->session().setReadOnly(true);
    QVERIFY(!stop->isEnabled());
    QVERIFY(stop->toolTip().contains(u"read-only mode"_s));
    QTest::keyClick(child<QTreeView>(u"inventory"_s), Qt::Key_Delete);
    QTest::qWait(500);
    auto *question = child<QDialog>(u"confirmDialog"_s);
    QVERIFY(!question || !question->isVisible());
    QCOMPARE(state(u"web"_s), u"running"_s);
}

QTEST_MAIN(TestOperateWindow)
#include "tst_operatewindow.moc"
