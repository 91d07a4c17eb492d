// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/inventory/inventorymodel.h"
#include "tests/support/inventorytext.h"
#include "widgets/inventory/inventorybar.h"
#include "widgets/inventory/inventoryview.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPointer>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>
#include <QTreeWidget>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;

/// The list alone, with many rows.
class TestInventoryView : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void puttingInOrderKeepsSelectionAndScroll();
    void whatStandsUnderSeveralTagsIsSelectedOnce();
    void groupRowsAreNobody();
    void contextMenuOffersGivenActions();
    void copiesWhatIsShown();
    void savesWhatIsListed();
    void foreignStateIsIgnored_data();
    void foreignStateIsIgnored();
    void stateComesBack();
    void topRowIsOneClickAway();

private:
    InventoryTree &tree() { return *m_view->findChild<InventoryTree *>(); }
    QTreeView &list() { return *m_view->findChild<QTreeView *>(u"inventory"_s); }

    std::unique_ptr<InventoryModel> m_model;
    std::unique_ptr<InventoryView> m_view;
};

namespace {

constexpr quint32 kRows = 500;

LiveUpdate figures(quint32 factor)
{
    LiveUpdate update;
    for (quint32 id = 1; id <= kRows; ++id)
        update.figures.push_back(figure(id, MetricId::CpuAllocPercent, id * factor % 997 / 10.0));
    return update;
}

} // namespace

void TestInventoryView::init()
{
    m_model = std::make_unique<InventoryModel>();
    LiveUpdate update;
    for (quint32 id = 1; id <= kRows; ++id)
        update.entities.push_back(entityUpdate(id, EntityKind::Container, u"c%1"_s.arg(id)));
    m_model->apply(update);
    m_model->apply(figures(7));
    m_view = std::make_unique<InventoryView>(*m_model);
    m_view->resize(700, 500);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
}

void TestInventoryView::cleanup()
{
    m_view.reset();
    m_model.reset();
}

void TestInventoryView::puttingInOrderKeepsSelectionAndScroll()
{
    list().sortByColumn(InventoryModel::Cpu, Qt::DescendingOrder);
    tree().setCalm(std::chrono::milliseconds(50));
    m_view->select({EntityId{42}, EntityId{43}});
    list().verticalScrollBar()->setValue(200);
    QSignalSpy moved(&tree(), &QAbstractItemModel::layoutChanged);
    const QSignalSpy selection(m_view.get(), &InventoryView::selectionChanged);
    m_model->apply(figures(31));
    QVERIFY(moved.wait());
    QTest::qWait(50); // the view lays its rows out later
    QCOMPARE(list().verticalScrollBar()->value(), 200);
    QCOMPARE(m_view->selected().size(), std::size_t(2));
    QCOMPARE(selection.size(), 0); // the charts need not be asked for anew
    const QModelIndex top = list().model()->index(0, InventoryModel::Cpu);
    QVERIFY(top.data(InventoryModel::ValueRole).toDouble()
            >= top.siblingAtRow(1).data(InventoryModel::ValueRole).toDouble());
}

void TestInventoryView::whatStandsUnderSeveralTagsIsSelectedOnce()
{
    m_model->setTags({{EntityId{7}, {u"a"_s, u"b"_s}}, {EntityId{8}, {u"b"_s}}});
    QTest::keyClicks(m_view->findChild<QLineEdit *>(u"filter"_s), u"tag:"_s);
    m_view->findChild<QAction *>(u"groupByTag"_s)->trigger();
    QCOMPARE(list().model()->rowCount(), 2);
    list().selectAll();
    QCOMPARE(m_view->selected(), (std::vector<EntityId>{EntityId{7}, EntityId{8}}));
}

void TestInventoryView::groupRowsAreNobody()
{
    m_view->findChild<QAction *>(u"groupByHost"_s)->trigger();
    list().setFocus();
    QTest::keyClick(&list(), Qt::Key_Home);
    QCOMPARE(list().currentIndex().data().toString(), u"h (500)"_s);
    QVERIFY(m_view->selected().empty());
    QVERIFY(!m_view->findChild<QAction *>(u"editTags"_s)->isEnabled());
}

void TestInventoryView::contextMenuOffersGivenActions()
{
    QAction restart(u"Restart"_s);
    m_view->addContextActions({&restart});
    Q_EMIT list().customContextMenuRequested(QPoint(10, 10));
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    QVERIFY(menu);
    QCOMPARE(menu->actions().first(), &restart);
    QVERIFY(menu->actions().contains(m_view->findChild<QAction *>(u"editTags"_s)));
    menu->close();
}

void TestInventoryView::copiesWhatIsShown()
{
    m_view->select({EntityId{42}});
    list().setFocus();
    QTest::keyClick(&list(), Qt::Key_C, Qt::ControlModifier);
    const QStringList lines = QApplication::clipboard()->text().split(u'\n');
    QCOMPARE(lines.size(), 2);
    QVERIFY2(lines[0].startsWith(u"Name\tState\tCPU %\t"_s), qPrintable(lines[0]));
    QVERIFY2(lines[1].startsWith(u"c42\tRunning\t29.4\t"_s), qPrintable(lines[1]));
}

void TestInventoryView::savesWhatIsListed()
{
    const QTemporaryDir dir;
    m_model->setTags({{EntityId{7}, {u"a"_s, u"b"_s}}, {EntityId{8}, {u"b"_s}}});
    LiveUpdate update;
    update.figures.push_back(figure(8, MetricId::MemUsed, 1536));
    update.figures.push_back(figure(8, MetricId::CpuAllocPercent, 12.5));
    m_model->apply(update);
    QTest::keyClicks(m_view->findChild<QLineEdit *>(u"filter"_s), u"tag:"_s);
    m_view->findChild<QAction *>(u"groupByTag"_s)->trigger();
    list().sortByColumn(InventoryModel::Name, Qt::AscendingOrder);
    const QSignalSpy saved(m_view.get(), &InventoryView::saved);
    m_view->findChild<QAction *>(u"saveList"_s)->trigger();
    auto *dialog = m_view->findChild<QFileDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    const QString path = dir.filePath(u"list.csv"_s);
    Q_EMIT dialog->fileSelected(path);
    dialog->reject();
    QTRY_COMPARE(saved.size(), 1);
    QCOMPARE(saved.front().front().toString(), path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = file.readAll().split('\n');
    QCOMPARE(lines.size(), 4); // a head, what has two tags once, no groups
    QVERIFY2(lines[0].startsWith("Name,State,CPU %,Memory (B),"), lines[0].constData());
    QVERIFY2(lines[1].startsWith("c7,Running,"), lines[1].constData());
    QVERIFY2(lines[1].contains(",,"), lines[1].constData()); // the unknown is empty, not zero
    QVERIFY2(lines[2].startsWith("c8,Running,12.5,1536,"), lines[2].constData());
}

void TestInventoryView::foreignStateIsIgnored_data()
{
    QTest::addColumn<QByteArray>("state");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("not JSON") << QByteArray("\x00\xff\x10state", 8);
    QTest::newRow("array") << QByteArray("[1,2,3]");
    QTest::newRow("wrong types") << QByteArray(
        R"({"version":"x","header":5,"grouping":77,"folded":{},"filters":[3]})");
    QTest::newRow("header of another list") << QByteArray(R"({"version":222,"header":"AAAA/////w=="})");
}

void TestInventoryView::foreignStateIsIgnored()
{
    QFETCH(QByteArray, state);
    m_view->restoreState(state);
    QCOMPARE(tree().grouping(), Grouping::Flat);
    QCOMPARE(list().model()->rowCount(), int(kRows));
    QVERIFY(!list().isColumnHidden(InventoryModel::Cpu));
    QVERIFY(m_view->findChild<InventoryBar *>()->savedFilters().empty());
}

void TestInventoryView::stateComesBack()
{
    m_view->findChild<QAction *>(u"groupByHost"_s)->trigger();
    list().setColumnHidden(InventoryModel::Uptime, false);
    list().header()->moveSection(list().header()->visualIndex(InventoryModel::Uptime), 1);
    list().sortByColumn(InventoryModel::Cpu, Qt::DescendingOrder);
    m_view->findChild<InventoryBar *>()->setSavedFilters({{u"Busy & hot"_s, u"cpu>80"_s}});
    const QByteArray state = m_view->saveState();
    m_view = std::make_unique<InventoryView>(*m_model);
    m_view->restoreState(state);
    QCOMPARE(tree().grouping(), Grouping::ByHost);
    QVERIFY(!list().isColumnHidden(InventoryModel::Uptime));
    QCOMPARE(list().header()->visualIndex(InventoryModel::Uptime), 1);
    QCOMPARE(m_view->findChild<InventoryBar *>()->savedFilters().front().text, u"cpu>80"_s);
    const QModelIndex first = list().model()->index(0, InventoryModel::Cpu, list().model()->index(0, 0));
    QCOMPARE(first.data().toString(), u"99.5"_s); // sorted as it was
}

void TestInventoryView::topRowIsOneClickAway()
{
    LiveUpdate update;
    for (quint32 id = 1; id <= 3; ++id)
        update.figures.push_back(figure(id, MetricId::MemUsed, id * 1024.0));
    m_model->apply(update);
    QTest::keyClicks(m_view->findChild<QLineEdit *>(u"filter"_s), u"c500"_s);
    QTest::keyClick(m_view->findChild<QComboBox *>(u"topFigure"_s), Qt::Key_Down); // from CPU to memory
    auto *top = m_view->findChild<QTreeWidget *>(u"top"_s);
    QCOMPARE(top->topLevelItem(0)->text(0), u"c3"_s);
    QCOMPARE(top->topLevelItem(0)->text(1), u"3 KiB"_s);
    QCOMPARE(top->topLevelItem(2)->text(0), u"c1"_s);
    QCOMPARE(top->topLevelItemCount(), 3); // nobody else is known to use any
    const QRect first = top->visualItemRect(top->topLevelItem(0));
    QTest::mouseClick(top->viewport(), Qt::LeftButton, {}, first.center());
    QCOMPARE(m_view->selected(), std::vector<EntityId>{EntityId{3}});
    top->setFocus();
    QTest::keyClick(top, Qt::Key_Down);
    QTest::keyClick(top, Qt::Key_Return);
    QCOMPARE(m_view->selected(), std::vector<EntityId>{EntityId{2}});
}

QTEST_MAIN(TestInventoryView)
#include "tst_inventoryview.moc"
