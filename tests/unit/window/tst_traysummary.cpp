// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/traysummary.h"
#include "models/inventory/inventorymodel.h"
#include "tests/support/inventorytext.h"

#include <QTest>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;

class TestTraySummary : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void countsGuestsAndProblems();
    void countsAlerts();
    void namesTheBusiestGuests();
};

void TestTraySummary::countsGuestsAndProblems()
{
    using enum EntityKind;
    InventoryModel model;
    QCOMPARE(summaryText(summaryOf(model, {})), u"0 of 0 guest(s) running"_s);
    QVERIFY(!summaryOf(model, {}).isBad());
    EntityUpdate stuck = entityUpdate(4, VirtualMachine, u"stuck"_s);
    stuck.info.problem = EntityProblem::MonitorNotAnswering;
    model.apply({{entityUpdate(1, Host, u"h"_s), entityUpdate(2, VirtualMachine, u"web"_s),
                  entityUpdate(3, Container, u"db"_s, EntityState::Exited), stuck,
                  entityUpdate(5, VirtualMachine, u"broken"_s, EntityState::Crashed),
                  entityUpdate(6, VirtualMachine, u"former"_s, EntityState::Gone)},
                 {}});
    SourceStatus failed;
    failed.state = SourceState::Failed;
    SourceStatus ready;
    ready.state = SourceState::Ready;
    const TraySummary summary = summaryOf(model, {failed, ready});
    QCOMPARE(summary, (TraySummary{2, 4, 2, 1, {}}));
    QVERIFY(summary.isBad());
    QCOMPARE(summaryText(summary), u"2 of 4 guest(s) running\n2 problem(s)\n1 source(s) failed"_s);
}

void TestTraySummary::countsAlerts()
{
    const auto card = [](Severity severity, Handling handling, std::vector<Suppressor> suppressedBy = {}) {
        BoardCard one;
        one.alert.severity = severity;
        one.alert.condition = Condition::Firing;
        one.alert.handling = handling;
        one.alert.suppressedBy = std::move(suppressedBy);
        one.incident.emplace();
        return one;
    };
    BoardSnapshot board;
    QCOMPARE(countOf(board, {}), AlertCount());
    board.cards = {card(Severity::P0, Handling::Acked), card(Severity::P1, Handling::New),
                   card(Severity::P2, Handling::Escalated),
                   card(Severity::P0, Handling::New, {{SuppressorKind::Silence, u"s"_s}})};
    QCOMPARE(countOf(board, {}), (AlertCount{2, Severity::P1, 1}));
    TraySummary summary;
    summary.alerts = countOf(board, {});
    QVERIFY(summary.isBad());
    QVERIFY(summaryText(summary).startsWith(
        u"2 alert(s) without a response, the worst P1\n1 suppressed alert(s)\n0 of 0"_s));
}

void TestTraySummary::namesTheBusiestGuests()
{
    using enum EntityKind;
    InventoryModel model;
    LiveUpdate update{{entityUpdate(1, Host, u"h"_s)}, {figure(1, MetricId::CpuHostPercent, 99)}};
    for (quint32 i = 2; i < 10; ++i) {
        update.entities.push_back(entityUpdate(i, VirtualMachine, u"vm%1"_s.arg(i)));
        if (i != 9) // nothing is known of the last
            update.figures.push_back(figure(i, MetricId::CpuHostPercent, i % 2 ? i : 50.0 + i));
    }
    model.apply(update);
    std::vector<quint32> ids;
    for (const EntityId id : busiestGuests(model, 5))
        ids.push_back(value(id));
    QCOMPARE(ids, (std::vector<quint32>{8, 6, 4, 2, 7}));
}

QTEST_APPLESS_MAIN(TestTraySummary)
#include "tst_traysummary.moc"
