// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/inventory/inventorymodel.h"
#include "tests/support/inventorytext.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>
#include <cmath>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;

class TestInventoryModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void rowsAppearOnceAndChangeInPlace();
    void unknownIsADash();
    void stoppedEntityLosesItsFigures();
    void historyIsBoundedAndKeepsGaps();
    void figuresOfManyRowsAreOneSignal();
    void failedSourceMakesRowsStale();
    void problemNamesItselfAndItsAge();
    void rowsFromTheStoreAreStaleUntilSeen();
};

namespace {

const QList<int> kShown{InventoryModel::Name, InventoryModel::Kind, InventoryModel::State, InventoryModel::Cpu,
                        InventoryModel::Memory};

SourceStatus status(quint16 id, SourceState state)
{
    SourceStatus s;
    s.id = static_cast<SourceId>(id);
    s.state = state;
    s.lastSuccess = fromMillis(1'000'000);
    return s;
}

} // namespace

void TestInventoryModel::rowsAppearOnceAndChangeInPlace()
{
    InventoryModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.apply({{entityUpdate(7, EntityKind::VirtualMachine, u"web"_s),
                  entityUpdate(9, EntityKind::Container, u"db"_s)},
                 {figure(7, MetricId::CpuAllocPercent, 12.34), figure(7, MetricId::MemUsed, 1024 * 1024)}});
    QCOMPARE(printRows(model, kShown),
             (QStringList{u"web | VM | Running | 12.3 | 1 MiB"_s, u"db | Container | Running | — | —"_s}));
    model.apply({{entityUpdate(7, EntityKind::VirtualMachine, u"web"_s, EntityState::Paused)}, {}});
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.index(0, InventoryModel::State).data().toString(), u"Paused"_s);
    QCOMPARE(model.rowOf(static_cast<EntityId>(9)), 1);
    QCOMPARE(model.rowOf(static_cast<EntityId>(8)), -1);
}

void TestInventoryModel::unknownIsADash()
{
    InventoryModel model;
    model.apply({{entityUpdate(1, EntityKind::Host, u"a"_s)}, {figure(1, MetricId::CpuHostPercent, 5)}});
    model.apply({{}, {figure(1, MetricId::CpuHostPercent, qQNaN())}});
    const QModelIndex cell = model.index(0, InventoryModel::CpuHost);
    QCOMPARE(cell.data().toString(), u"—"_s);
    QVERIFY(std::isnan(cell.data(InventoryModel::ValueRole).toDouble()));
}

void TestInventoryModel::stoppedEntityLosesItsFigures()
{
    InventoryModel model;
    model.apply(
        {{entityUpdate(1, EntityKind::VirtualMachine, u"a"_s)}, {figure(1, MetricId::CpuAllocPercent, 50)}});
    model.apply({{entityUpdate(1, EntityKind::VirtualMachine, u"a"_s, EntityState::ShutOff)}, {}});
    QCOMPARE(model.index(0, InventoryModel::Cpu).data().toString(), u"—"_s);
}

void TestInventoryModel::historyIsBoundedAndKeepsGaps()
{
    InventoryModel model;
    model.apply({{entityUpdate(1, EntityKind::Host, u"a"_s)}, {}});
    for (int i = 0; i < InventoryModel::kHistoryLength + 5; ++i)
        model.apply({{}, {figure(1, MetricId::CpuAllocPercent, i == 40 ? qQNaN() : i)}});
    const auto history =
        model.index(0, InventoryModel::Cpu).data(InventoryModel::HistoryRole).value<QList<double>>();
    QCOMPARE(history.size(), InventoryModel::kHistoryLength);
    QCOMPARE(history.last(), double(InventoryModel::kHistoryLength + 4));
    QCOMPARE(history.first(), 5.0);
    QVERIFY(std::isnan(history.at(35)));
}

void TestInventoryModel::figuresOfManyRowsAreOneSignal()
{
    InventoryModel model;
    LiveUpdate update;
    for (quint32 i = 0; i < 100; ++i) {
        update.entities.push_back(entityUpdate(i, EntityKind::Container, QString::number(i)));
        update.figures.push_back(figure(i, MetricId::CpuAllocPercent, i));
    }
    model.apply(update);
    update.entities.clear();
    const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.apply(update);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.first().at(1).toModelIndex().row(), 99);
}

void TestInventoryModel::failedSourceMakesRowsStale()
{
    InventoryModel model;
    model.apply({{entityUpdate(1, EntityKind::VirtualMachine, u"a"_s)}, {}});
    model.setSources({status(0, SourceState::Failed)}, fromMillis(1'012'000));
    QCOMPARE(model.index(0, InventoryModel::State).data().toString(), u"Stale for 12 s"_s);
    QCOMPARE(model.index(0, 0).data(InventoryModel::StaleSinceRole).toLongLong(), 1'000'000);
    model.setSources({status(0, SourceState::Ready)}, fromMillis(1'013'000));
    QCOMPARE(model.index(0, InventoryModel::State).data().toString(), u"Running"_s);
    model.setSources({}, fromMillis(1'015'000)); // the source was taken away
    QCOMPARE(model.index(0, InventoryModel::State).data().toString(), u"Stale for 15 s"_s);
}

void TestInventoryModel::problemNamesItselfAndItsAge()
{
    InventoryModel model;
    EntityUpdate stuck = entityUpdate(1, EntityKind::VirtualMachine, u"a"_s);
    stuck.info.problem = EntityProblem::MonitorNotAnswering;
    stuck.info.problemSince = fromMillis(1'000'000);
    model.apply({{stuck}, {}});
    model.setSources({status(0, SourceState::Ready)}, fromMillis(1'065'000));
    QCOMPARE(model.index(0, InventoryModel::State).data().toString(),
             u"QEMU monitor not answering for 1 min 5 s"_s);
}

void TestInventoryModel::rowsFromTheStoreAreStaleUntilSeen()
{
    InventoryModel model;
    EntityUpdate old = entityUpdate(1, EntityKind::VirtualMachine, u"a"_s);
    old.source.reset();
    model.apply({{old}, {}});
    model.setSources({}, fromMillis(1'003'000));
    QVERIFY(model.index(0, 0).data(InventoryModel::StaleSinceRole).toLongLong() > 0);
    model.apply({{entityUpdate(1, EntityKind::VirtualMachine, u"a"_s)}, {}});
    model.setSources({status(0, SourceState::Ready)}, fromMillis(1'004'000));
    QCOMPARE(model.index(0, InventoryModel::State).data().toString(), u"Running"_s);
}

QTEST_GUILESS_MAIN(TestInventoryModel)
#include "tst_inventorymodel.moc"
