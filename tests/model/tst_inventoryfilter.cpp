// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/inventory/inventoryfilter.h"
#include "models/inventory/inventorymodel.h"
#include "tests/support/inventorytext.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;

class TestInventoryFilter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void filters_data();
    void filters();
    void sortsByFigureWithUnknownLast();
    void keepsRowsIdentifiedWhileSorting();
};

namespace {

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

} // namespace

void TestInventoryFilter::filters_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("nothing typed") << u""_s << QStringList{u"alpha"_s, u"web-1"_s, u"web-2"_s, u"cache"_s};
    QTest::newRow("substring") << u"WEB"_s << QStringList{u"web-1"_s, u"web-2"_s};
    QTest::newRow("every word must match") << u"web running"_s << QStringList{u"web-1"_s};
    QTest::newRow("kind") << u"kind:container"_s << QStringList{u"cache"_s};
    QTest::newRow("kind and state") << u"kind:vm state:shut"_s << QStringList{u"web-2"_s};
    QTest::newRow("unknown key is text") << u"colour:red"_s << QStringList{};
    QTest::newRow("value of another column does not match") << u"host:web"_s << QStringList{};
    QTest::newRow("regular expressions are plain text") << u"web.1"_s << QStringList{};
}

void TestInventoryFilter::filters()
{
    QFETCH(QString, text);
    InventoryModel model;
    InventoryFilter filter;
    const QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
    filter.setSourceModel(&model);
    model.apply(fleet());
    filter.setText(text);
    QTEST(names(filter), "expected");
}

void TestInventoryFilter::sortsByFigureWithUnknownLast()
{
    InventoryModel model;
    InventoryFilter filter;
    filter.setSourceModel(&model);
    model.apply(fleet());
    filter.sort(InventoryModel::Cpu, Qt::DescendingOrder);
    QCOMPARE(names(filter), (QStringList{u"web-1"_s, u"alpha"_s, u"cache"_s, u"web-2"_s}));
    model.apply({{}, {figure(4, MetricId::CpuAllocPercent, 99)}});
    QCOMPARE(names(filter).first(), u"cache"_s);
}

void TestInventoryFilter::keepsRowsIdentifiedWhileSorting()
{
    InventoryModel model;
    InventoryFilter filter;
    filter.setSourceModel(&model);
    model.apply(fleet());
    filter.sort(InventoryModel::Cpu, Qt::DescendingOrder);
    const QPersistentModelIndex web(filter.index(0, 0));
    model.apply({{}, {figure(2, MetricId::CpuAllocPercent, 0)}});
    QVERIFY(web.isValid());
    QCOMPARE(web.data().toString(), u"web-1"_s);
    QCOMPARE(web.row(), 2);
}

QTEST_GUILESS_MAIN(TestInventoryFilter)
#include "tst_inventoryfilter.moc"
