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
    void newRowsAreOneSignal();
    void totalsAreOnePointAnInstant();
    void latencyIsTheSlowerWay();
    void restartsOutliveTheRun();
    void tagsReachRowsThatComeLater();
    void uptimeIsOfThisRun_data();
    void uptimeIsOfThisRun();
    void everyColumnHasAHead();
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

void TestInventoryModel::newRowsAreOneSignal()
{
    InventoryModel model;
    const QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    LiveUpdate update;
    for (quint32 i = 0; i < 100; ++i)
        update.entities.push_back(entityUpdate(i, EntityKind::Container, QString::number(i)));
    update.entities.push_back(entityUpdate(3, EntityKind::Container, u"renamed"_s)); // twice in one update
    model.apply(update);
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(model.rowCount(), 100);
    QCOMPARE(model.info(model.rowOf(static_cast<EntityId>(3))).name, u"renamed"_s);
}

void TestInventoryModel::totalsAreOnePointAnInstant()
{
    InventoryModel model;
    model.apply({{entityUpdate(1, EntityKind::VirtualMachine, u"a"_s)}, {}});
    const auto at = [](int second, MetricId metric, double value) {
        FigureUpdate update = figure(1, metric, value);
        update.at += std::chrono::seconds(second);
        return update;
    };
    model.apply({{},
                 {at(0, MetricId::DiskReadRate, 10), at(0, MetricId::DiskWriteRate, 5),
                  at(1, MetricId::DiskReadRate, 20), at(1, MetricId::DiskWriteRate, qQNaN())}});
    const QModelIndex total = model.index(0, InventoryModel::DiskTotal);
    QCOMPARE(total.data(InventoryModel::ValueRole).toDouble(), 20.0); // the sum of what is known
    QCOMPARE(total.data(InventoryModel::HistoryRole).value<QList<double>>(), (QList<double>{15, 20}));
    model.apply({{}, {at(2, MetricId::DiskReadRate, qQNaN())}});
    QVERIFY(std::isnan(total.data(InventoryModel::ValueRole).toDouble())); // nothing known is not nothing
    QVERIFY(std::isnan(model.index(0, InventoryModel::NetTotal).data(InventoryModel::ValueRole).toDouble()));
}

void TestInventoryModel::latencyIsTheSlowerWay()
{
    InventoryModel model;
    model.apply({{entityUpdate(1, EntityKind::VirtualMachine, u"a"_s)},
                 {figure(1, MetricId::DiskReadLatency, 30), figure(1, MetricId::DiskWriteLatency, 4)}});
    const QModelIndex latency = model.index(0, InventoryModel::DiskLatency);
    QCOMPARE(latency.data().toString(), u"30"_s);
    model.apply({{}, {figure(1, MetricId::DiskReadLatency, qQNaN())}});
    QCOMPARE(latency.data().toString(), u"4"_s);
}

void TestInventoryModel::restartsOutliveTheRun()
{
    InventoryModel model;
    model.apply({{entityUpdate(1, EntityKind::Container, u"a"_s)},
                 {figure(1, MetricId::RestartCount, 4), figure(1, MetricId::PidsCurrent, 9)}});
    model.apply({{entityUpdate(1, EntityKind::Container, u"a"_s, EntityState::Exited)}, {}});
    QCOMPARE(model.index(0, InventoryModel::Restarts).data().toString(), u"4"_s);
    QCOMPARE(model.index(0, InventoryModel::Processes).data().toString(), u"—"_s);
}

void TestInventoryModel::tagsReachRowsThatComeLater()
{
    InventoryModel model;
    model.setTags({{static_cast<EntityId>(1), {u"prod"_s, u"web"_s}}});
    model.apply({{entityUpdate(1, EntityKind::Container, u"a"_s)}, {}});
    QCOMPARE(model.index(0, InventoryModel::Tags).data().toString(), u"prod, web"_s);
    const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setTags({{static_cast<EntityId>(1), {u"prod"_s, u"web"_s}}});
    QCOMPARE(changed.size(), 0);
    model.setTags({});
    QCOMPARE(changed.size(), 1);
    QCOMPARE(model.index(0, InventoryModel::Tags).data().toString(), QString());
}

void TestInventoryModel::uptimeIsOfThisRun_data()
{
    QTest::addColumn<QString>("run");
    QTest::addColumn<EntityState>("state");
    QTest::addColumn<QString>("expected");
    QTest::newRow("running") << u"1970-01-01T00:10:00Z"_s << EntityState::Running << u"—"_s; // before engines
    QTest::newRow("an hour") << u"2026-11-24T00:00:00.5+00:00"_s << EntityState::Running << u"1 h 0 min"_s;
    QTest::newRow("nanoseconds") << u"2026-11-24T00:00:00.123456789Z"_s << EntityState::Running
                                 << u"1 h 0 min"_s;
    QTest::newRow("other zone") << u"2026-11-24T01:00:00+01:00"_s << EntityState::Running << u"1 h 0 min"_s;
    QTest::newRow("in the future") << u"2026-11-24T05:00:00Z"_s << EntityState::Running << u"0 s"_s;
    QTest::newRow("stopped") << u"2026-11-24T00:00:00Z"_s << EntityState::Exited << u"—"_s;
    QTest::newRow("never ran") << u"0001-01-01T00:00:00Z"_s << EntityState::Running << u"—"_s;
    QTest::newRow("no time") << u"17"_s << EntityState::Running << u"—"_s;
}

void TestInventoryModel::uptimeIsOfThisRun()
{
    QFETCH(QString, run);
    QFETCH(EntityState, state);
    InventoryModel model;
    EntityUpdate update = entityUpdate(1, EntityKind::Container, u"a"_s, state);
    update.info.run = run;
    model.apply({{update}, {}});
    model.setSources({status(0, SourceState::Ready)}, fromMillis(1'795'482'001'000)); // 2026-11-24T01:00:01Z
    QTEST(model.index(0, InventoryModel::Uptime).data().toString(), "expected");
}

void TestInventoryModel::everyColumnHasAHead()
{
    const InventoryModel model;
    QSet<QString> heads;
    for (int column = 0; column < InventoryModel::ColumnCount; ++column) {
        heads.insert(model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        if (InventoryModel::columnFigure(column))
            QVERIFY(!model.headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString().isEmpty());
    }
    QCOMPARE(heads.size(), qsizetype(InventoryModel::ColumnCount));
    QVERIFY(!heads.contains(QString()));
}

QTEST_GUILESS_MAIN(TestInventoryModel)
#include "tst_inventorymodel.moc"
