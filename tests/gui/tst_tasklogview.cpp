// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/operate/tasklogview.h"

#include "tests/support/operationroom.h"
#include "widgets/kit/emptystate.h"
#include "widgets/kit/noticebar.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QTest>
#include <QTreeView>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;

// The list of what was done, around operations that really run.
class TestTaskLogView : public QObject, private OperationRoom
{
    Q_OBJECT
private Q_SLOTS:
    void init() { enter(); }
    void cleanup() { leave(); }
    void filtersAndCopies();
    void saysWhenThereIsNothing();
    void isSavedAsCsv();
    void returnAsksForTheTarget();
};

void TestTaskLogView::filtersAndCopies()
{
    m_engine->answer("/pause", {{}, 204});
    TaskLogView view(*m_log);
    view.show();
    for (const Entity entity : {kWeb, kDb}) {
        select({entity});
        action(Operation::Pause)->trigger();
    }
    auto *list = view.findChild<QTreeView *>(u"taskList"_s);
    QTRY_COMPARE(m_log->rowCount(), 2);
    QTRY_COMPARE(m_log->underWay(), 0);
    QCOMPARE(list->model()->rowCount(), 2);
    auto *filter = view.findChild<QLineEdit *>(u"taskFilter"_s);
    QTest::keyClicks(filter, u"DB"_s);
    QCOMPARE(list->model()->rowCount(), 1);
    view.findChild<QAction *>(u"taskCopy"_s)->trigger();
    const QStringList lines = QApplication::clipboard()->text().split(u'\n');
    QCOMPARE(lines.size(), qsizetype(2));
    QCOMPARE(lines[0], u"When\tWhat\tTarget\tWho\tResult\tTook"_s);
    QVERIFY2(lines[1].contains(u"Pause\tdb\t"_s + TaskRunner::whoAmI() + u"\tDone"_s), qPrintable(lines[1]));
}

void TestTaskLogView::saysWhenThereIsNothing()
{
    m_engine->answer("/pause", {{}, 204});
    TaskLogView view(*m_log);
    view.show();
    auto *empty = view.findChild<EmptyState *>(u"taskEmpty"_s);
    auto *list = view.findChild<QTreeView *>(u"taskList"_s);
    const auto says = [empty](const QString &text) {
        for (const QLabel *label : empty->findChildren<QLabel *>()) {
            if (label->text() == text)
                return true;
        }
        return false;
    };
    QVERIFY(empty->isVisible() && !list->isVisible());
    QVERIFY(says(u"Nothing has been done yet."_s));
    QVERIFY(!view.findChild<QAction *>(u"taskExport"_s)->isEnabled());
    select({kWeb});
    action(Operation::Pause)->trigger();
    QTRY_VERIFY(list->isVisible() && !empty->isVisible());
    auto *filter = view.findChild<QLineEdit *>(u"taskFilter"_s);
    QTest::keyClicks(filter, u"nobody"_s);
    QVERIFY(empty->isVisible() && says(u"No task matches the filter."_s));
    QTest::keyClick(filter, Qt::Key_Escape);
    QVERIFY(list->isVisible() && filter->text().isEmpty());
}

void TestTaskLogView::isSavedAsCsv()
{
    m_engine->answer("/pause", {R"({"message":"no, \"never\""})", 500});
    TaskLogView view(*m_log);
    view.show();
    select({kWeb});
    action(Operation::Pause)->trigger();
    QTRY_COMPARE(m_log->rowCount(), 1);
    QTRY_COMPARE(m_log->underWay(), 0);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"tasks.csv"_s);
    view.findChild<QAction *>(u"taskExport"_s)->trigger();
    auto *dialog = view.findChild<QFileDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    auto *name = dialog->findChild<QLineEdit *>(u"fileNameEdit"_s);
    name->setCompleter(nullptr); // its list would take the keys
    name->selectAll();
    QTest::keyClicks(name, path);
    // The dialog takes the name when it has read the folder, which it does on a thread of its own.
    const QPointer<QFileDialog> open = dialog;
    QTRY_VERIFY(!open || !QMetaObject::invokeMethod(open, "accept") || !open || !open->isVisible());
    QTRY_VERIFY(QFile::exists(path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = file.readAll().split('\n');
    QCOMPARE(lines[0], QByteArray("When,What,Target,Who,Result,Took\r"));
    QVERIFY2(lines[1].contains(",Pause,web,") && lines[1].contains(R"("Failed: no, ""never""")"),
             lines[1].constData());
    const auto when = QDateTime::fromString(QString::fromUtf8(lines[1].split(',').first()), Qt::ISODateWithMs);
    QCOMPARE(when.toMSecsSinceEpoch(),
             m_log->index(0, TaskLogModel::Begun).data(TaskLogModel::SortRole).toLongLong());
    QTRY_VERIFY(view.findChild<NoticeBar *>(u"taskNotice"_s)->text().contains(path));
}

void TestTaskLogView::returnAsksForTheTarget()
{
    m_engine->answer("/pause", {{}, 204});
    TaskLogView view(*m_log);
    QSignalSpy chosen(&view, &TaskLogView::entityChosen);
    view.show();
    select({kDb});
    action(Operation::Pause)->trigger();
    auto *list = view.findChild<QTreeView *>(u"taskList"_s);
    QTRY_COMPARE(list->model()->rowCount(), 1);
    QTest::keyClick(list, Qt::Key_Home);
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.front().front().value<EntityId>(), m_ids[kDb]);
}

QTEST_MAIN(TestTaskLogView)
#include "tst_tasklogview.moc"
