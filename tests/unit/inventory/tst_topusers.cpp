// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/inventory/inventorymodel.h"
#include "models/inventory/topusers.h"
#include "tests/support/inventorytext.h"

#include <QTest>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;

class TestTopUsers : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void largestFirstWithoutHostsAndUnknown();
    void fewerThanAskedFor();
};

void TestTopUsers::largestFirstWithoutHostsAndUnknown()
{
    InventoryModel model;
    model.apply(
        {{entityUpdate(1, EntityKind::Host, u"alpha"_s), entityUpdate(2, EntityKind::VirtualMachine, u"b"_s),
          entityUpdate(3, EntityKind::Container, u"a"_s), entityUpdate(4, EntityKind::Container, u"c"_s),
          entityUpdate(5, EntityKind::Container, u"d"_s), entityUpdate(6, EntityKind::Container, u"e"_s)},
         {figure(1, MetricId::CpuHostPercent, 99), figure(2, MetricId::CpuHostPercent, 40),
          figure(3, MetricId::CpuHostPercent, 40), figure(4, MetricId::CpuHostPercent, 50),
          figure(5, MetricId::CpuHostPercent, qQNaN()), figure(6, MetricId::CpuHostPercent, 1)}});
    QCOMPARE(topUsers(model, Figure::CpuHost, 3),
             (std::vector<TopUser>{{EntityId{4}, 50}, {EntityId{3}, 40}, {EntityId{2}, 40}}));
}

void TestTopUsers::fewerThanAskedFor()
{
    InventoryModel model;
    QVERIFY(topUsers(model, Figure::Memory, 5).empty());
    model.apply({{entityUpdate(2, EntityKind::VirtualMachine, u"b"_s)}, {figure(2, MetricId::MemUsed, 0)}});
    QVERIFY(topUsers(model, Figure::Memory, 5).empty()); // nothing used is no user
    model.apply({{}, {figure(2, MetricId::MemUsed, 7)}});
    QCOMPARE(topUsers(model, Figure::Memory, 5), (std::vector<TopUser>{{EntityId{2}, 7}}));
    QVERIFY(topUsers(model, Figure::Memory, 0).empty());
}

QTEST_GUILESS_MAIN(TestTopUsers)
#include "tst_topusers.moc"
