// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/lab/labrun.h"
#include "models/lab/labsummary.h"
#include "tests/support/scriptedlab.h"
#include "tests/support/verify.h"

#include <QSignalSpy>
#include <QTest>
#include <cmath>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// A lab on a VM "guest" and a container "web" that do what a script says, by a clock that the test moves.
class TestLabRun : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();

    void timesEveryStartInTurns();
    void healthIsATimeOfItsOwn();
    void unknownStaysUnknown();
    void leavesRunningWhatRan();
    void refuses_data();
    void refuses();
    void namesWhoIsInterrupted();
    void staysAwayFromWhatWasStartedMeanwhile();
    void failedStartIsNoTime();
    void lateStartIsNoTime();
    void withoutHealthInTimeIsNoTime();
    void endingAtOnceIsNoTime();
    void refusedShutdown_data();
    void refusedShutdown();
    void neverLosesWhatOnlyRuns();
    void neverGoesOnFromSavedMemory();
    void cancelledWhileWatching();
    void cancelledWhileStarting();
    void cancelledLeavesRunningWhatRan();
    void tellsWhatIsNotAsItWas();
    void oneAtATime();

private:
    ScriptedLab::Thing &guest() { return m_script->things[u"guest"_s]; }
    ScriptedLab::Thing &web() { return m_script->things[u"web"_s]; }
    LabPlan planOf(std::vector<LabTarget> targets) const
    {
        LabPlan plan;
        plan.targets = std::move(targets);
        plan.window = 1s;
        plan.deadline = 2s;
        return plan;
    }
    LabPlan guestPlan(int runs) const
    {
        LabPlan plan = planOf({labTarget(u"guest"_s, EntityKind::VirtualMachine)});
        plan.runs = runs;
        return plan;
    }
    /// Until `until` holds, or the lab has ended.
    bool work(const std::function<bool()> &until = [] { return false; })
    {
        constexpr int kMostSteps = 100'000;
        for (int i = 0; i < kMostSteps && m_lab->isUnderWay() && !until(); ++i) {
            m_script->work();
            m_lab->look();
        }
        return until() || !m_lab->isUnderWay();
    }
    bool isAt(LabRun::Phase phase)
    {
        return work([this, phase] { return m_lab->phase() == phase; }) && m_lab->phase() == phase;
    }
    std::vector<RunOutcome> outcomes() const
    {
        std::vector<RunOutcome> all;
        for (const LabRecord &record : m_lab->records())
            all.push_back(record.outcome);
        return all;
    }

    std::unique_ptr<FakeClock> m_clock;
    std::unique_ptr<ScriptedLab> m_script;
    std::unique_ptr<LabRun> m_lab;
};

void TestLabRun::init()
{
    QLocale::setDefault(QLocale::c());
    m_lab.reset();
    m_clock = std::make_unique<FakeClock>();
    m_script = std::make_unique<ScriptedLab>(*m_clock);
    m_lab = std::make_unique<LabRun>(m_script->hands(), *m_clock);
}

void TestLabRun::timesEveryStartInTurns()
{
    guest().starts = {400ms, 500ms, 600ms};
    web().starts = {40ms, 50ms, 60ms};
    web().state = EntityState::Exited;
    LabPlan plan = planOf({labTarget(u"guest"_s, EntityKind::VirtualMachine),
                           labTarget(u"web"_s, EntityKind::Container, EntityState::Exited)});
    plan.runs = 3;
    QSignalSpy finished(m_lab.get(), &LabRun::finished);
    QVERIFY(m_script->asked.isEmpty()); // nothing without the request
    VERIFY_OK(m_lab->begin(plan, false));
    QVERIFY(work());
    QCOMPARE(finished.count(), 1);
    const std::vector<double> ofGuest{0.4, 0.5, 0.6};
    const std::vector<double> ofWeb{0.04, 0.05, 0.06};
    QCOMPARE(figuresOf(LabFigure::ToRunning, m_lab->records(), 0), ofGuest);
    QCOMPARE(figuresOf(LabFigure::ToRunning, m_lab->records(), 1), ofWeb);
    const QStringList turn{u"start guest"_s, u"stop guest"_s, u"start web"_s, u"stop web"_s};
    QCOMPARE(m_script->asked, turn + turn + turn);
    QCOMPARE(guest().state, EntityState::ShutOff);
    QCOMPARE(m_lab->records().back().number, 3);
    QVERIFY(m_lab->troubles().empty());
}

void TestLabRun::healthIsATimeOfItsOwn()
{
    web().starts = {100ms};
    web().healthy = 700ms;
    LabPlan plan = planOf({labTarget(u"web"_s, EntityKind::Container)});
    plan.runs = 2;
    VERIFY_OK(m_lab->begin(plan, false));
    QVERIFY(work());
    for (const LabRecord &record : m_lab->records()) {
        QCOMPARE(record.outcome, RunOutcome::Measured);
        QCOMPARE(*record.toRunning, Ticks(100ms));
        QVERIFY(*record.toHealthy >= Ticks(800ms)); // and as late as it is looked at
        QVERIFY(*record.toHealthy <= Ticks(800ms) + 3 * Ticks(ScriptedLab::kStep));
    }
}

void TestLabRun::unknownStaysUnknown()
{
    guest().readings.hostMemory = 300;
    VERIFY_OK(m_lab->begin(guestPlan(1), false));
    QVERIFY(work());
    const LabRecord &record = m_lab->records().front();
    QCOMPARE(record.outcome, RunOutcome::Measured);
    QVERIFY(!record.toHealthy);
    QCOMPARE(record.readings.hostMemory, 300.0);
    QVERIFY(std::isnan(record.readings.guestMemory));
    QVERIFY(!figureOf(LabFigure::MemoryOverhead, record));
    QVERIFY(!figureOf(LabFigure::CpuOverhead, record));
    const LabSummary health = summaryOf(LabFigure::ToHealthy, m_lab->records(), 0);
    QCOMPARE(health.n, 0);
    QVERIFY(std::isnan(health.median));
}

void TestLabRun::leavesRunningWhatRan()
{
    guest().state = EntityState::Running;
    LabPlan plan = guestPlan(2);
    plan.targets[0].entity.state = EntityState::Running;
    plan.targets[0].mayBeStopped = true;
    VERIFY_OK(m_lab->begin(plan, false));
    QVERIFY(work());
    const QStringList asked{u"stop guest"_s, u"start guest"_s, u"stop guest"_s, u"start guest"_s};
    QCOMPARE(m_script->asked, asked); // after its last run it stays on
    QCOMPARE(guest().state, EntityState::Running);
    QCOMPARE(summaryOf(LabFigure::ToRunning, m_lab->records(), 0).n, 2);
}

void TestLabRun::refuses_data()
{
    QTest::addColumn<LabPlan>("plan");
    QTest::addColumn<bool>("isReadOnly");
    const LabPlan fine = guestPlan(5);
    QTest::newRow("read-only") << fine << true;
    QTest::newRow("nothing chosen") << planOf({}) << false;
    QTest::newRow("no run") << guestPlan(0) << false;
    QTest::newRow("too many runs") << guestPlan(51) << false;
    LabPlan plan = fine;
    plan.deadline = 0s;
    QTest::newRow("no deadline") << plan << false;
    plan = fine;
    plan.window = -1s;
    QTest::newRow("a window that ends before it begins") << plan << false;
    plan = fine;
    plan.targets[0].entity.state = EntityState::Running;
    QTest::newRow("runs and may not be stopped") << plan << false;
    plan.targets[0].entity.state = EntityState::Paused;
    plan.targets[0].mayBeStopped = true;
    QTest::newRow("paused") << plan << false;
    plan.targets[0].entity.state = EntityState::Gone;
    QTest::newRow("gone") << plan << false;
    plan = fine;
    plan.targets[0].entity.hasSavedState = true;
    QTest::newRow("saved memory") << plan << false;
    plan = fine;
    plan.targets[0].uri.clear();
    QTest::newRow("source not connected") << plan << false;
}

void TestLabRun::refuses()
{
    QFETCH(const LabPlan, plan);
    QFETCH(const bool, isReadOnly);
    const Result<> begun = m_lab->begin(plan, isReadOnly);
    VERIFY_FAILS(begun, Error::Kind::Invalid);
    QVERIFY(!begun.error().what.isEmpty());
    QVERIFY(!m_lab->isUnderWay());
    m_script->work();
    m_lab->look();
    QVERIFY(m_script->asked.isEmpty());
}

void TestLabRun::namesWhoIsInterrupted()
{
    LabTarget target = labTarget(u"web"_s, EntityKind::Container, EntityState::Running);
    target.entity.run = u"2023-11-14T20:12:20Z"_s; // two hours and one minute before the clock
    const std::optional<QString> ban = interruptionOf(target, m_clock->now());
    QVERIFY(ban && ban->contains(u"“web”"_s) && ban->contains(u"2 h"_s)
            && ban->contains(u"may not be stopped"_s));
    QCOMPARE(refusalOf(planOf({target}), false, m_clock->now()), ban);
    target.mayBeStopped = true;
    QVERIFY(!refusalOf(planOf({target}), false, m_clock->now()));
    QVERIFY(interruptionOf(target, m_clock->now())->contains(u"2 h"_s));
    target.entity.run = u"7"_s;
    target.entity.kind = EntityKind::VirtualMachine;
    QVERIFY(interruptionOf(target, m_clock->now())->contains(u"nobody told since when"_s));
    QVERIFY(!interruptionOf(labTarget(u"off"_s, EntityKind::Container), m_clock->now()));
}

void TestLabRun::staysAwayFromWhatWasStartedMeanwhile()
{
    guest().state = EntityState::Running; // shown as off
    VERIFY_OK(m_lab->begin(guestPlan(2), false));
    QVERIFY(work());
    QCOMPARE(outcomes(), (std::vector{RunOutcome::Failed, RunOutcome::Failed}));
    QVERIFY(m_script->asked.isEmpty());
    QCOMPARE(guest().state, EntityState::Running);
}

void TestLabRun::failedStartIsNoTime()
{
    guest().startError = Error{Error::Kind::Invalid, u"no such disk"_s, u"qemu:///system"_s};
    VERIFY_OK(m_lab->begin(guestPlan(3), false));
    QVERIFY(work([this] { return m_lab->records().size() == 1; }));
    guest().startError.reset();
    QVERIFY(work());
    QCOMPARE(outcomes(), (std::vector{RunOutcome::Failed, RunOutcome::Measured, RunOutcome::Measured}));
    const LabRecord &failed = m_lab->records().front();
    QVERIFY(!failed.toRunning && !failed.toHealthy);
    QVERIFY2(failed.why.contains(u"no such disk"_s), qPrintable(failed.why));
    const LabSummary summary = summaryOf(LabFigure::ToRunning, m_lab->records(), 0);
    QCOMPARE(summary.runs, 3);
    QCOMPARE(summary.failed, 1);
    QCOMPARE(summary.n, 2);
}

void TestLabRun::lateStartIsNoTime()
{
    guest().starts = {5s, 100ms};
    VERIFY_OK(m_lab->begin(guestPlan(2), false));
    QVERIFY(work([this] { return m_lab->records().size() == 1; }));
    const LabRecord late = m_lab->records().front();
    QCOMPARE(late.outcome, RunOutcome::TimedOut);
    QVERIFY(!late.toRunning);
    QCOMPARE(m_script->givenUp, 1);
    QCOMPARE(late.ended - late.at, Milliseconds(2s) + ScriptedLab::kStep); // one step to look at it first
    QVERIFY(work());
    QCOMPARE(guest().state, EntityState::ShutOff);
}

void TestLabRun::withoutHealthInTimeIsNoTime()
{
    web().healthy = 1h;
    LabPlan plan = planOf({labTarget(u"web"_s, EntityKind::Container)});
    plan.runs = 1;
    VERIFY_OK(m_lab->begin(plan, false));
    QVERIFY(work());
    const LabRecord &record = m_lab->records().front();
    QCOMPARE(record.outcome, RunOutcome::TimedOut);
    QVERIFY(!record.toRunning && !record.toHealthy);
    QVERIFY(record.why.contains(u"not healthy"_s));
    QCOMPARE(web().state, EntityState::ShutOff);
}

void TestLabRun::endingAtOnceIsNoTime()
{
    web().endsAtOnce = true;
    LabPlan plan = planOf({labTarget(u"web"_s, EntityKind::Container)});
    plan.runs = 1;
    VERIFY_OK(m_lab->begin(plan, false));
    QVERIFY(work());
    QCOMPARE(outcomes(), std::vector{RunOutcome::Failed});
    QVERIFY(!m_lab->records().front().toRunning);
}

void TestLabRun::refusedShutdown_data()
{
    QTest::addColumn<bool>("mayBeForced");
    QTest::newRow("forced") << true;
    QTest::newRow("left alone") << false;
}

void TestLabRun::refusedShutdown()
{
    QFETCH(const bool, mayBeForced);
    guest().ignoresStop = true;
    LabPlan plan = guestPlan(2);
    plan.targets[0].mayBeForced = mayBeForced;
    VERIFY_OK(m_lab->begin(plan, false));
    QVERIFY(work());
    QCOMPARE(m_script->asked.contains(u"kill guest"_s), mayBeForced);
    if (mayBeForced) {
        QCOMPARE(outcomes(), (std::vector{RunOutcome::Measured, RunOutcome::Measured}));
        QCOMPARE(guest().state, EntityState::ShutOff);
        QVERIFY(m_lab->troubles().empty());
    } else {
        QCOMPARE(outcomes(), (std::vector{RunOutcome::Measured, RunOutcome::Failed}));
        QCOMPARE(guest().state, EntityState::Running);
        QCOMPARE(m_lab->troubles().size(), std::size_t(1));
    }
}

void TestLabRun::neverLosesWhatOnlyRuns()
{
    guest().state = EntityState::Running;
    guest().isLostWhenStopped = true;
    LabPlan plan = guestPlan(1);
    plan.targets[0].entity.state = EntityState::Running;
    plan.targets[0].mayBeStopped = true;
    VERIFY_OK(m_lab->begin(plan, false));
    QVERIFY(work());
    QCOMPARE(outcomes(), std::vector{RunOutcome::Failed});
    QVERIFY(m_script->asked.isEmpty());
}

void TestLabRun::neverGoesOnFromSavedMemory()
{
    guest().hasSavedState = true; // saved since it was shown
    VERIFY_OK(m_lab->begin(guestPlan(1), false));
    QVERIFY(work());
    QCOMPARE(outcomes(), std::vector{RunOutcome::Failed});
    QVERIFY(m_script->asked.isEmpty());
}

void TestLabRun::cancelledWhileWatching()
{
    VERIFY_OK(m_lab->begin(guestPlan(5), false));
    QVERIFY(isAt(LabRun::Phase::Watching));
    m_lab->cancel();
    QVERIFY(m_lab->isUnderWay()); // it is put back first
    QVERIFY(work());
    QCOMPARE(outcomes(), std::vector{RunOutcome::Cancelled});
    QVERIFY(!m_lab->records().front().toRunning);
    QCOMPARE(summaryOf(LabFigure::ToRunning, m_lab->records(), 0).failed, 0);
    QCOMPARE(guest().state, EntityState::ShutOff);
}

void TestLabRun::cancelledWhileStarting()
{
    VERIFY_OK(m_lab->begin(guestPlan(5), false));
    QVERIFY(isAt(LabRun::Phase::Starting));
    m_lab->cancel();
    m_lab->cancel();
    QCOMPARE(m_lab->phase(), LabRun::Phase::Starting);
    QVERIFY(work());
    QCOMPARE(outcomes(), std::vector{RunOutcome::Cancelled});
    QCOMPARE(m_script->asked, (QStringList{u"start guest"_s, u"stop guest"_s}));
    QCOMPARE(guest().state, EntityState::ShutOff);
}

void TestLabRun::cancelledLeavesRunningWhatRan()
{
    guest().state = EntityState::Running;
    LabPlan plan = guestPlan(5);
    plan.targets[0].entity.state = EntityState::Running;
    plan.targets[0].mayBeStopped = true;
    VERIFY_OK(m_lab->begin(plan, false));
    QVERIFY(isAt(LabRun::Phase::Stopping));
    m_lab->cancel();
    QVERIFY(work());
    QCOMPARE(outcomes(), std::vector{RunOutcome::Cancelled});
    QCOMPARE(guest().state, EntityState::Running);
}

void TestLabRun::tellsWhatIsNotAsItWas()
{
    guest().state = EntityState::Running;
    guest().startError = Error{Error::Kind::Denied, u"no"_s, u"qemu:///system"_s};
    LabPlan plan = guestPlan(1);
    plan.targets[0].entity.state = EntityState::Running;
    plan.targets[0].mayBeStopped = true;
    VERIFY_OK(m_lab->begin(plan, false));
    QVERIFY(work());
    QCOMPARE(outcomes(), std::vector{RunOutcome::Failed});
    QCOMPARE(m_lab->troubles().size(), std::size_t(1));
    QVERIFY(!m_lab->troubles().front().what.isEmpty());
}

void TestLabRun::oneAtATime()
{
    VERIFY_OK(m_lab->begin(guestPlan(1), false));
    VERIFY_FAILS(m_lab->begin(guestPlan(1), false), Error::Kind::Busy);
    QVERIFY(work());
    VERIFY_OK(m_lab->begin(guestPlan(1), false));
    QVERIFY(work());
    QCOMPARE(m_lab->records().size(), std::size_t(1)); // of the last only
}

QTEST_GUILESS_MAIN(TestLabRun)
#include "tst_labrun.moc"
