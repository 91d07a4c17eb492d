// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inventory/emptychart.h"

#include <QTest>

using namespace stratadeck;
using namespace Qt::StringLiterals;

class TestEmptyChart : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void saysWhy_data()
    {
        QTest::addColumn<EntityState>("state");
        QTest::addColumn<EntityProblem>("problem");
        QTest::addColumn<qint64>("end"); // seconds from now
        QTest::addColumn<bool>("recorded");
        QTest::addColumn<QString>("text");
        using S = EntityState;
        using P = EntityProblem;
        QTest::newRow("off") << S::ShutOff << P::None << qint64(0) << false
                             << u"web does not run (Shut off). Choose an earlier range to see its history."_s;
        QTest::newRow("gone") << S::Gone << P::None << qint64(0) << false
                              << u"web is no longer known to its source. Choose an earlier range to see its "
                                 "history."_s;
        QTest::newRow("stuck") << S::Running << P::MonitorNotAnswering << qint64(0) << false
                               << u"QEMU does not answer, so nothing new is known of web."_s;
        QTest::newRow("no figures") << S::Running << P::StatsUnavailable << qint64(0) << false
                                    << u"The engine knows web but gives no figures of it."_s;
        QTest::newRow("runs") << S::Running << P::None << qint64(0) << false
                              << u"Nothing was recorded in this range."_s;
        QTest::newRow("runs, ill") << S::Running << P::Unhealthy << qint64(0) << false
                                   << u"Nothing was recorded in this range."_s;
        QTest::newRow("off, but the range is long ago")
            << S::ShutOff << P::None << qint64(-86'400) << false << u"Nothing was recorded in this range."_s;
        QTest::newRow("others have figures") << S::ShutOff << P::None << qint64(0) << true
                                             << u"The source gives no such figures in this range."_s;
        QTest::newRow("future") << S::Running << P::None << qint64(86'400) << false
                                << u"This range lies in the future."_s;
    }
    void saysWhy()
    {
        QFETCH(EntityState, state);
        QFETCH(EntityProblem, problem);
        QFETCH(qint64, end);
        QFETCH(bool, recorded);
        const TimePoint now = fromMillis(1'700'000'000'000);
        const TimePoint to = now + std::chrono::seconds(end);
        EntityInfo info;
        info.kind = EntityKind::VirtualMachine;
        info.name = u"web"_s;
        info.state = state;
        info.problem = problem;
        QTEST(emptyChartText(&info, {to - std::chrono::minutes(15), to}, now, recorded), "text");
    }
    void severalHaveNoCommonReason()
    {
        const TimePoint now = fromMillis(1'700'000'000'000);
        QCOMPARE(emptyChartText(nullptr, {now - std::chrono::minutes(15), now}, now, false),
                 u"Nothing was recorded in this range."_s);
    }
};

QTEST_GUILESS_MAIN(TestEmptyChart)
#include "tst_emptychart.moc"
