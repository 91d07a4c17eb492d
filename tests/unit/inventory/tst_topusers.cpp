// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/inventory/inventorymodel.h"
#include "models/inventory/topusers.h"
#include "tests/support/inventorytext.h"

#include <QTest>
#include <cmath>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr TimePoint kStart = fromMillis(1'700'000'000'000);
constexpr TimeRange kRange{kStart, kStart + 1200s};

EntityUsage usage(quint32 id, double level, std::chrono::seconds known = 1200s)
{
    EntityUsage one{EntityId{id}, UsageProfile(kRange)};
    one.profile.hold(kStart, kStart + known, level);
    return one;
}

// "name=value" and for sums "name(members)=value", with the measured share where it is not the whole.
QStringList print(const TopList &list)
{
    QStringList lines;
    for (const TopEntry &entry : list.entries) {
        QString line = entry.kind == TopEntry::Kind::Untagged ? u"-"_s : entry.name;
        if (entry.kind != TopEntry::Kind::Entity)
            line += u"(%1)"_s.arg(entry.members);
        line += u"=%1"_s.arg(entry.value);
        if (entry.measured < 1)
            line += u"@%1"_s.arg(entry.measured);
        lines.append(line);
    }
    return lines;
}

} // namespace

class TestTopUsers : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void largestFirstWithoutHostsAndUnknown();
    void fewerThanAskedFor();
    void sumsByTagNow();
    void overTheRange();
    void sumsByTagOverTheRange();
    void whoIsNoLongerListedIsLeftOut();

private:
    void fleet(InventoryModel &model) const;
};

void TestTopUsers::fleet(InventoryModel &model) const
{
    model.apply(
        {{entityUpdate(1, EntityKind::Host, u"alpha"_s), entityUpdate(2, EntityKind::VirtualMachine, u"b"_s),
          entityUpdate(3, EntityKind::Container, u"a"_s), entityUpdate(4, EntityKind::Container, u"c"_s),
          entityUpdate(5, EntityKind::Container, u"d"_s), entityUpdate(6, EntityKind::Container, u"e"_s)},
         {figure(1, MetricId::CpuHostPercent, 99), figure(2, MetricId::CpuHostPercent, 40),
          figure(3, MetricId::CpuHostPercent, 40), figure(4, MetricId::CpuHostPercent, 50),
          figure(5, MetricId::CpuHostPercent, qQNaN()), figure(6, MetricId::CpuHostPercent, 1)}});
    model.setTags({{EntityId{1}, {u"prod"_s}},
                   {EntityId{2}, {u"prod"_s, u"web"_s}},
                   {EntityId{3}, {u"web"_s}},
                   {EntityId{4}, {u"db"_s}},
                   {EntityId{5}, {u"prod"_s}}});
}

void TestTopUsers::largestFirstWithoutHostsAndUnknown()
{
    InventoryModel model;
    fleet(model);
    const TopList list = topNow(model, Figure::CpuHost, {3, false});
    QCOMPARE(print(list), (QStringList{u"c=50"_s, u"a=40"_s, u"b=40"_s}));
    QCOMPARE(list.entries.front().entity, EntityId{4});
    QCOMPARE(list.entries.front().kind, TopEntry::Kind::Entity);
}

void TestTopUsers::fewerThanAskedFor()
{
    InventoryModel model;
    QVERIFY(topNow(model, Figure::Memory, {}).entries.empty());
    model.apply({{entityUpdate(2, EntityKind::VirtualMachine, u"b"_s)}, {figure(2, MetricId::MemUsed, 0)}});
    QVERIFY(topNow(model, Figure::Memory, {}).entries.empty()); // nothing used is no user
    model.apply({{}, {figure(2, MetricId::MemUsed, 7)}});
    QCOMPARE(print(topNow(model, Figure::Memory, {})), QStringList{u"b=7"_s});
    QVERIFY(topNow(model, Figure::Memory, {0, false}).entries.empty());
}

void TestTopUsers::sumsByTagNow()
{
    InventoryModel model;
    fleet(model);
    const TopList list = topNow(model, Figure::CpuHost, {5, true});
    // b has two tags and counts in both; the host counts nowhere; what has no tag comes last.
    QCOMPARE(print(list), (QStringList{u"web(2)=80"_s, u"db(1)=50"_s, u"prod(1)=40"_s, u"-(1)=1"_s}));
    QCOMPARE(list.underSeveralTags, 1);
    QCOMPARE(print(topNow(model, Figure::CpuHost, {1, true})), (QStringList{u"web(2)=80"_s, u"-(1)=1"_s}));
    QVERIFY(topNow(model, Figure::Memory, {5, true}).entries.empty());
}

void TestTopUsers::overTheRange()
{
    InventoryModel model;
    fleet(model);
    EntityUsage burst = usage(2, 10, 1100s);
    burst.profile.hold(kStart + 1100s, kStart + 1200s, 100);
    const std::vector<EntityUsage> usages{usage(1, 99), burst, usage(3, 12, 300s), usage(6, 0)};
    const TopList list = topOver(model, usages, {5, false});
    QCOMPARE(print(list), (QStringList{u"b=17.5"_s, u"a=12@0.25"_s}));
    QCOMPARE(list.entries[0].high, 100.0); // for a twelfth of the time, more than 5 %
    QCOMPARE(list.entries[1].high, 12.0);
}

void TestTopUsers::sumsByTagOverTheRange()
{
    InventoryModel model;
    fleet(model);
    const std::vector<EntityUsage> usages{usage(2, 40), usage(3, 20, 600s), usage(6, 5)};
    const TopList list = topOver(model, usages, {5, true});
    // a used 20 in the half that is known of it; the half that is not is missing, and said to be.
    QCOMPARE(print(list), (QStringList{u"web(2)=50@0.75"_s, u"prod(1)=40"_s, u"-(1)=5"_s}));
    QCOMPARE(list.entries[0].high, 60.0);
    QCOMPARE(list.underSeveralTags, 1);
}

void TestTopUsers::whoIsNoLongerListedIsLeftOut()
{
    InventoryModel model;
    fleet(model);
    QCOMPARE(print(topOver(model, std::vector{usage(2, 40), usage(77, 90)}, {5, false})),
             QStringList{u"b=40"_s});
}

QTEST_GUILESS_MAIN(TestTopUsers)
#include "tst_topusers.moc"
