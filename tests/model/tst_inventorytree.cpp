// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/inventory/inventorymodel.h"
#include "models/inventory/inventorytree.h"
#include "tests/support/inventorytext.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>
#include <cmath>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;

class TestInventoryTree : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void filters_data();
    void filters();
    void sortsByFigureWithUnknownLast();
    void sortsNamesAsPeopleCount();
    void movesCalmlyAndKeepsRowsIdentified();
    void stateChangeIsFilteredAtOnce();
    void comparisonFollowsTheFigures();
    void groupsByHost();
    void entityStandsUnderEachOfItsTags();
    void groupSumsLeaveTheHostOut();
    void groupsComeAndGoUnderPersistentIndexes();
    void hidesWhatIsGone();
    void survivesRandomChanges_data();
    void survivesRandomChanges();
};

namespace {

using Tester = QAbstractItemModelTester;
constexpr auto kReport = Tester::FailureReportingMode::QtTest;

LiveUpdate fleet()
{
    return {{entityUpdate(1, EntityKind::Host, u"alpha"_s),
             entityUpdate(2, EntityKind::VirtualMachine, u"web-1"_s),
             entityUpdate(3, EntityKind::VirtualMachine, u"web-2"_s, EntityState::ShutOff),
             entityUpdate(4, EntityKind::Container, u"cache"_s)},
            {figure(1, MetricId::CpuAllocPercent, 20), figure(2, MetricId::CpuAllocPercent, 90),
             figure(4, MetricId::CpuAllocPercent, 5)}};
}

QStringList names(const QAbstractItemModel &model)
{
    return printRows(model, {InventoryModel::Name});
}

/// Groups with what stands in them: "a (2): x y".
QStringList groups(const InventoryTree &tree)
{
    QStringList lines;
    for (int group = 0; group < tree.rowCount(); ++group) {
        const QModelIndex parent = tree.index(group, 0);
        QStringList children;
        for (int row = 0; row < tree.rowCount(parent); ++row)
            children.append(tree.index(row, 0, parent).data().toString());
        lines.append(parent.data().toString() + u": "_s + children.join(u' '));
    }
    return lines;
}

/// Whom a row is about: its group, or the entity and the group it stands in.
QString identity(const QModelIndex &index)
{
    const QModelIndex first = index.sibling(index.row(), 0);
    const QVariant group = first.data(InventoryTree::GroupRole);
    if (group.isValid())
        return u"group "_s + group.toString();
    return first.parent().data(InventoryTree::GroupRole).toString() + u'/' + first.data().toString();
}

QHash<EntityId, QStringList> tagged(std::initializer_list<std::pair<quint32, QStringList>> list)
{
    QHash<EntityId, QStringList> tags;
    for (const auto &[id, own] : list)
        tags.insert(static_cast<EntityId>(id), own);
    return tags;
}

EntityUpdate onHost(EntityUpdate update, const QString &host)
{
    update.info.host = host;
    return update;
}

} // namespace

void TestInventoryTree::filters_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("nothing typed") << u""_s << QStringList{u"alpha"_s, u"cache"_s, u"web-1"_s, u"web-2"_s};
    QTest::newRow("substring") << u"WEB"_s << QStringList{u"web-1"_s, u"web-2"_s};
    QTest::newRow("every word must match") << u"web running"_s << QStringList{u"web-1"_s};
    QTest::newRow("kind") << u"kind:container"_s << QStringList{u"cache"_s};
    QTest::newRow("kind and state") << u"kind:vm state:shut"_s << QStringList{u"web-2"_s};
    QTest::newRow("comparison") << u"cpu>10"_s << QStringList{u"alpha"_s, u"web-1"_s};
    QTest::newRow("wrong term") << u"cpu> web"_s << QStringList{u"web-1"_s, u"web-2"_s};
    QTest::newRow("no match") << u"nobody"_s << QStringList{};
}

void TestInventoryTree::filters()
{
    QFETCH(QString, text);
    InventoryModel model;
    InventoryTree tree(model);
    const Tester tester(&tree, kReport);
    model.apply(fleet());
    tree.setFilter(text);
    QTEST(names(tree), "expected");
    QCOMPARE(tree.shownCount(), tree.rowCount());
    tree.setFilter({});
    QCOMPARE(tree.rowCount(), 4);
}

void TestInventoryTree::sortsByFigureWithUnknownLast()
{
    InventoryModel model;
    InventoryTree tree(model);
    model.apply(fleet());
    tree.sort(InventoryModel::Cpu, Qt::DescendingOrder);
    QCOMPARE(names(tree), (QStringList{u"web-1"_s, u"alpha"_s, u"cache"_s, u"web-2"_s}));
    tree.sort(InventoryModel::Cpu, Qt::AscendingOrder);
    QCOMPARE(names(tree), (QStringList{u"cache"_s, u"alpha"_s, u"web-1"_s, u"web-2"_s}));
    // 100 comes after 20: figures are numbers, and all of the rest is equal and stands by name.
    model.apply({{}, {figure(4, MetricId::CpuAllocPercent, 100)}});
    tree.sort(InventoryModel::Cpu, Qt::AscendingOrder);
    QCOMPARE(names(tree), (QStringList{u"alpha"_s, u"web-1"_s, u"cache"_s, u"web-2"_s}));
    tree.sort(InventoryModel::Memory, Qt::DescendingOrder);
    QCOMPARE(names(tree), (QStringList{u"alpha"_s, u"cache"_s, u"web-1"_s, u"web-2"_s}));
}

void TestInventoryTree::sortsNamesAsPeopleCount()
{
    InventoryModel model;
    InventoryTree tree(model);
    model.apply(
        {{entityUpdate(1, EntityKind::Container, u"web-10"_s),
          entityUpdate(2, EntityKind::Container, u"web-9"_s), entityUpdate(3, EntityKind::Container, u"Abc"_s)},
         {}});
    QCOMPARE(names(tree), (QStringList{u"Abc"_s, u"web-9"_s, u"web-10"_s}));
    tree.sort(InventoryModel::Name, Qt::DescendingOrder);
    QCOMPARE(names(tree), (QStringList{u"web-10"_s, u"web-9"_s, u"Abc"_s}));
}

void TestInventoryTree::movesCalmlyAndKeepsRowsIdentified()
{
    InventoryModel model;
    InventoryTree tree(model);
    const Tester tester(&tree, kReport);
    model.apply(fleet());
    tree.sort(InventoryModel::Cpu, Qt::DescendingOrder);
    const QPersistentModelIndex web(tree.index(0, 0));
    tree.setCalm(std::chrono::milliseconds(150));
    QSignalSpy moved(&tree, &QAbstractItemModel::layoutChanged);
    for (int i = 0; i < 20; ++i)
        model.apply({{}, {figure(2, MetricId::CpuAllocPercent, i % 2)}});
    QCOMPARE(moved.size(), 0);                                                // nothing jumps under the mouse
    QCOMPARE(tree.index(0, InventoryModel::Cpu).data().toString(), u"1.0"_s); // though the figures are new
    QVERIFY(moved.wait());
    QVERIFY(web.isValid());
    QCOMPARE(web.data().toString(), u"web-1"_s);
    QCOMPARE(web.row(), 2);
}

void TestInventoryTree::stateChangeIsFilteredAtOnce()
{
    InventoryModel model;
    InventoryTree tree(model);
    model.apply(fleet());
    tree.setFilter(u"state:running"_s);
    QCOMPARE(tree.rowCount(), 3);
    model.apply({{entityUpdate(2, EntityKind::VirtualMachine, u"web-1"_s, EntityState::ShutOff)}, {}});
    QCOMPARE(names(tree), (QStringList{u"alpha"_s, u"cache"_s}));
}

void TestInventoryTree::comparisonFollowsTheFigures()
{
    InventoryModel model;
    InventoryTree tree(model);
    model.apply(fleet());
    tree.setCalm(std::chrono::milliseconds(50));
    tree.setFilter(u"cpu>80"_s);
    QCOMPARE(names(tree), QStringList{u"web-1"_s});
    model.apply({{}, {figure(2, MetricId::CpuAllocPercent, 1), figure(4, MetricId::CpuAllocPercent, 95)}});
    QTRY_COMPARE(names(tree), QStringList{u"cache"_s});
}

void TestInventoryTree::groupsByHost()
{
    InventoryModel model;
    InventoryTree tree(model);
    const Tester tester(&tree, kReport);
    tree.setGrouping(Grouping::ByHost);
    model.apply({{onHost(entityUpdate(1, EntityKind::Host, u"beta"_s), u"beta"_s),
                  onHost(entityUpdate(2, EntityKind::Container, u"web"_s), u"beta"_s),
                  onHost(entityUpdate(3, EntityKind::Container, u"db"_s), u"alpha"_s),
                  onHost(entityUpdate(4, EntityKind::Container, u"lost"_s), {})},
                 {}});
    QCOMPARE(groups(tree),
             (QStringList{u"alpha (1): db"_s, u"beta (2): beta web"_s, u"Unknown host (1): lost"_s}));
    tree.setFilter(u"web"_s);
    QCOMPARE(groups(tree), QStringList{u"beta (1): web"_s});
    tree.setFilter({});
    QCOMPARE(tree.rowCount(), 3);
    tree.setGrouping(Grouping::Flat);
    QCOMPARE(names(tree), (QStringList{u"beta"_s, u"db"_s, u"lost"_s, u"web"_s}));
}

void TestInventoryTree::entityStandsUnderEachOfItsTags()
{
    InventoryModel model;
    InventoryTree tree(model);
    const Tester tester(&tree, kReport);
    model.apply(fleet());
    tree.setGrouping(Grouping::ByTag);
    QCOMPARE(groups(tree), QStringList{u"No tag (4): alpha cache web-1 web-2"_s});
    model.setTags(tagged({{2, {u"prod"_s, u"web"_s}}, {3, {u"web"_s}}}));
    QCOMPARE(groups(tree),
             (QStringList{u"prod (1): web-1"_s, u"web (2): web-1 web-2"_s, u"No tag (2): alpha cache"_s}));
    QCOMPARE(tree.indexesOf(model.rowOf(static_cast<EntityId>(2))).size(), 2);
    QCOMPARE(tree.shownCount(), 4);
    model.setTags({});
    QCOMPARE(tree.rowCount(), 1);
}

void TestInventoryTree::groupSumsLeaveTheHostOut()
{
    InventoryModel model;
    InventoryTree tree(model);
    tree.setGrouping(Grouping::ByHost);
    model.apply(fleet());
    model.apply({{},
                 {figure(1, MetricId::MemUsed, 1000), figure(2, MetricId::MemUsed, 100),
                  figure(4, MetricId::MemUsed, 20), figure(2, MetricId::CpuAllocated, 3),
                  figure(4, MetricId::CpuAllocated, 1), figure(2, MetricId::CpuHostPercent, 60),
                  figure(4, MetricId::CpuHostPercent, 1)}});
    const QModelIndex group = tree.index(0, 0);
    const auto sum = [&group](int column) {
        return group.siblingAtColumn(column).data(InventoryModel::ValueRole).toDouble();
    };
    QCOMPARE(sum(InventoryModel::Memory), 120.0);
    QCOMPARE(sum(InventoryModel::CpuHost), 61.0);
    QCOMPARE(sum(InventoryModel::Cpus), 4.0);
    QCOMPARE(sum(InventoryModel::Cpu), (90.0 * 3 + 5.0) / 4); // of all CPUs the group has
    QVERIFY(std::isnan(sum(InventoryModel::NetTotal)));
    QVERIFY(!group.data(InventoryModel::EntityRole).isValid());
}

void TestInventoryTree::groupsComeAndGoUnderPersistentIndexes()
{
    InventoryModel model;
    InventoryTree tree(model);
    const Tester tester(&tree, kReport);
    model.apply(fleet());
    model.setTags(tagged({{2, {u"m"_s}}, {4, {u"z"_s}}}));
    tree.setGrouping(Grouping::ByTag);
    const QPersistentModelIndex web(tree.indexesOf(model.rowOf(static_cast<EntityId>(2))).first());
    const QPersistentModelIndex cache(tree.indexesOf(model.rowOf(static_cast<EntityId>(4))).first());
    model.setTags(tagged({{2, {u"m"_s}}, {4, {u"z"_s}}, {3, {u"a"_s}}})); // a group before them
    QCOMPARE(web.data().toString(), u"web-1"_s);
    QCOMPARE(web.parent().data().toString(), u"m (1)"_s);
    model.setTags(tagged({{4, {u"z"_s}}, {3, {u"a"_s}}})); // m goes
    QVERIFY(!web.isValid());
    QCOMPARE(cache.data().toString(), u"cache"_s);
    QCOMPARE(cache.parent().data().toString(), u"z (1)"_s);
    QCOMPARE(cache.parent().row(), 1);
}

void TestInventoryTree::hidesWhatIsGone()
{
    InventoryModel model;
    InventoryTree tree(model);
    model.apply(fleet());
    model.apply({{entityUpdate(4, EntityKind::Container, u"cache"_s, EntityState::Gone)}, {}});
    QVERIFY(names(tree).contains(u"cache"_s));
    tree.setShowGone(false);
    QVERIFY(!names(tree).contains(u"cache"_s));
    model.apply({{entityUpdate(4, EntityKind::Container, u"cache"_s)}, {}}); // it is back
    QVERIFY(names(tree).contains(u"cache"_s));
}

void TestInventoryTree::survivesRandomChanges_data()
{
    QTest::addColumn<Grouping>("grouping");
    QTest::newRow("flat") << Grouping::Flat;
    QTest::newRow("by host") << Grouping::ByHost;
    QTest::newRow("by tag") << Grouping::ByTag;
}

// Persistent indexes must name the same entity after every change, and what is shown must be what a
// list made anew would show.
void TestInventoryTree::survivesRandomChanges()
{
    QFETCH(Grouping, grouping);
    InventoryModel model;
    InventoryTree tree(model);
    const Tester tester(&tree, kReport);
    tree.setGrouping(grouping);
    QRandomGenerator random(4711);
    const QStringList filters{u""_s, u"1"_s, u"cpu>50"_s, u"tag:t1"_s, u"state:running -2"_s, u"nobody"_s};
    quint32 count = 0;
    for (int round = 0; round < 150; ++round) {
        std::vector<std::pair<QPersistentModelIndex, QString>> held;
        for (int group = 0; group < tree.rowCount(); ++group) {
            const QModelIndex top = tree.index(group, 0);
            held.emplace_back(top, identity(top));
            for (int row = 0; row < tree.rowCount(top); ++row)
                held.emplace_back(tree.index(row, 1, top), identity(tree.index(row, 0, top)));
        }
        LiveUpdate update;
        const int what = static_cast<int>(random.bounded(6));
        if (what == 0 && count < 60) {
            for (int i = 0; i < 5; ++i) {
                ++count;
                update.entities.push_back(
                    onHost(entityUpdate(count, EntityKind::Container, u"c%1"_s.arg(count)),
                           u"h%1"_s.arg(random.bounded(4))));
            }
        } else if (what == 1 && count > 0) {
            const quint32 id = 1 + random.bounded(count);
            const auto state = random.bounded(2) ? EntityState::Running : EntityState::Gone;
            update.entities.push_back(onHost(entityUpdate(id, EntityKind::Container, u"c%1"_s.arg(id), state),
                                             u"h%1"_s.arg(random.bounded(4))));
        } else if (what == 2) {
            for (quint32 id = 1; id <= count; ++id)
                update.figures.push_back(figure(id, MetricId::CpuAllocPercent, random.bounded(100)));
        }
        model.apply(update);
        if (what == 3) {
            QHash<EntityId, QStringList> tags;
            for (quint32 id = 1; id <= count; id += 2)
                tags.insert(static_cast<EntityId>(id),
                            {u"t%1"_s.arg(random.bounded(3)), u"u%1"_s.arg(random.bounded(3))});
            model.setTags(tags);
        } else if (what == 4) {
            tree.setFilter(
                filters.at(static_cast<qsizetype>(random.bounded(static_cast<quint32>(filters.size())))));
        } else if (what == 5) {
            const int columns[]{InventoryModel::Name, InventoryModel::Cpu, InventoryModel::State,
                                InventoryModel::Tags};
            tree.sort(columns[random.bounded(4)], random.bounded(2) ? Qt::AscendingOrder : Qt::DescendingOrder);
        }
        for (const auto &[index, name] : held) {
            if (index.isValid())
                QCOMPARE(identity(index), name);
        }
    }
    tree.sort(InventoryModel::Cpu, Qt::DescendingOrder);
    InventoryTree fresh(model);
    fresh.setGrouping(grouping);
    fresh.setFilter(tree.filter());
    fresh.sort(InventoryModel::Cpu, Qt::DescendingOrder);
    QCOMPARE(groups(tree), groups(fresh));
}

QTEST_GUILESS_MAIN(TestInventoryTree)
#include "tst_inventorytree.moc"
