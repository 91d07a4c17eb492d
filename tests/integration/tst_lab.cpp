// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/clock.h"
#include "models/history/deskservice.h"
#include "models/history/historyservice.h"
#include "models/lab/labengine.h"
#include "models/lab/labevidence.h"
#include "models/lab/labrun.h"
#include "tests/support/engines/libvirtengine.h"
#include "tests/support/historyfixture.h"
#include "tests/support/verify.h"

#include <QTest>
#include <QTimer>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

#define ENGINE(command) QVERIFY2(command, m_libvirt.words().constData())

// A lab on a real QEMU guest and a real container; see tests/support/engines.
class TestLab : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();

    void timesAGuestAndAContainer();
    void leavesRunningWhatRan();
    void stopsNothingWithoutLeave();

private:
    QString podman(QStringList arguments)
    {
        arguments.insert(1, m_dir->path());
        QProcess process;
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.start(QStringLiteral(STRATADECK_SOURCE_DIR) + u"/tests/support/engines/podman.sh"_s, arguments);
        if (!process.waitForFinished(60'000) || process.exitCode() != 0)
            QTest::qFail(qPrintable(u"podman.sh "_s + arguments.join(u' ')), __FILE__, __LINE__);
        return QString::fromUtf8(process.readAllStandardOutput()).trimmed();
    }
    QString inspect(const QString &what)
    {
        return podman({u"podman"_s, u"inspect"_s, u"-f"_s, u"{{."_s + what + u"}}"_s, u"web"_s});
    }
    QString guestState()
    {
        m_libvirt.virsh({u"domstate"_s, u"deaf"_s});
        return QString::fromLatin1(m_libvirt.words().trimmed());
    }
    LabTarget guest()
    {
        LabTarget target;
        m_libvirt.virsh({u"domuuid"_s, u"deaf"_s});
        target.entity.kind = EntityKind::VirtualMachine;
        target.entity.name = u"deaf"_s;
        target.entity.key = u"vm:h/"_s + QString::fromLatin1(m_libvirt.words().trimmed());
        target.entity.state = EntityState::ShutOff;
        target.uri = m_libvirt.uri();
        target.mayBeForced = true; // it does not follow its power button
        target.id = require(m_writer->entity(target.entity, SystemClock().now()));
        return target;
    }
    LabTarget container(EntityState state)
    {
        LabTarget target;
        target.entity.kind = EntityKind::Container;
        target.entity.name = u"web"_s;
        target.entity.key = u"container:h/"_s + inspect(u"Id"_s);
        target.entity.state = state;
        target.uri = u"podman://"_s + m_dir->path() + u"/podman.sock"_s;
        target.id = require(m_writer->entity(target.entity, SystemClock().now()));
        return target;
    }
    /// Waits until it has ended.
    Result<> measure(const LabPlan &plan)
    {
        require(m_writer->append(SystemClock().now(), {}));
        const Result<> begun = m_lab->begin(plan, false);
        if (begun && !QTest::qWaitFor([this] { return !m_lab->isUnderWay(); }, 300'000))
            return fail(Error::Kind::Timeout, u"the lab did not end"_s);
        return begun;
    }

    LibvirtEngine m_libvirt;
    std::unique_ptr<QTemporaryDir> m_dir;
    const SystemClock m_clock;
    Store m_store;
    std::unique_ptr<HistoryWriter> m_writer;
    std::unique_ptr<DeskService> m_desk;
    std::unique_ptr<HistoryService> m_history;
    std::unique_ptr<Operator> m_operator;
    std::unique_ptr<TaskRunner> m_tasks;
    std::unique_ptr<LabEngine> m_engine;
    std::unique_ptr<LabRun> m_lab;
    QTimer m_pace;
};

void TestLab::initTestCase()
{
    ENGINE(m_libvirt.start());
    ENGINE(m_libvirt.define(u"deaf"_s, false));
    m_dir = std::make_unique<QTemporaryDir>(u"/tmp/tst_lab-XXXXXX"_s); // socket paths must be short
    QVERIFY(m_dir->isValid());
    podman({u"start"_s});
    podman({u"podman"_s, u"create"_s, u"--name"_s, u"web"_s, u"localhost/stratadeck-test:1"_s, u"sh"_s, u"-c"_s,
            u"trap 'exit 0' TERM; while :; do sleep 0.1; done"_s});
    m_writer = m_store.writer();
    m_desk = std::make_unique<DeskService>(m_store.path);
    m_history = std::make_unique<HistoryService>(m_store.path);
    m_operator = std::make_unique<Operator>(OperationTiming{1s, 50ms, 60s, 60s});
    m_tasks = std::make_unique<TaskRunner>(*m_desk, *m_operator, m_clock);
    m_engine = std::make_unique<LabEngine>(*m_tasks, *m_history, m_clock);
    m_lab = std::make_unique<LabRun>(m_engine->hands(), m_clock);
    connect(&m_pace, &QTimer::timeout, m_lab.get(), &LabRun::look);
    m_pace.start(50ms);
}

void TestLab::cleanupTestCase()
{
    m_lab.reset();
    m_engine.reset();
    m_tasks.reset();
    m_operator.reset();
    if (m_dir)
        podman({u"stop"_s});
}

void TestLab::timesAGuestAndAContainer()
{
    LabPlan plan;
    plan.targets = {guest(), container(EntityState::Created)};
    plan.runs = 3;
    plan.window = 0s;
    VERIFY_OK(measure(plan));
    QCOMPARE(m_lab->records().size(), std::size_t(6));
    for (const LabRecord &record : m_lab->records()) {
        QVERIFY2(record.outcome == RunOutcome::Measured, qPrintable(record.why));
        QVERIFY(*record.toRunning > 0s);
        QVERIFY(*record.toRunning < plan.deadline);
        QVERIFY(!record.toHealthy); // neither has a check
    }
    QVERIFY(m_lab->troubles().empty());
    QCOMPARE(guestState(), u"shut off"_s);
    QTRY_COMPARE(inspect(u"State.Status"_s), u"exited"_s);
    QCOMPARE(labEvidence(plan, m_lab->records(), u"eve"_s).size(), std::size_t(2));
}

void TestLab::leavesRunningWhatRan()
{
    podman({u"podman"_s, u"start"_s, u"web"_s});
    const QString before = inspect(u"State.Pid"_s);
    LabPlan plan;
    plan.targets = {container(EntityState::Running)};
    plan.targets.front().mayBeStopped = true;
    plan.runs = 2;
    plan.window = 0s;
    VERIFY_OK(measure(plan));
    QCOMPARE(summaryOf(LabFigure::ToRunning, m_lab->records(), 0).n, 2);
    QCOMPARE(inspect(u"State.Status"_s), u"running"_s);
    QVERIFY(inspect(u"State.Pid"_s) != before);
}

void TestLab::stopsNothingWithoutLeave()
{
    const QString before = inspect(u"State.Pid"_s);
    LabPlan plan;
    plan.targets = {container(EntityState::Running)};
    VERIFY_FAILS(measure(plan), Error::Kind::Invalid);
    plan.targets.front().entity.state = EntityState::Exited; // as somebody saw it before it was started
    plan.runs = 1;
    VERIFY_OK(measure(plan));
    QCOMPARE(m_lab->records().front().outcome, RunOutcome::Failed);
    QCOMPARE(inspect(u"State.Pid"_s), before);
}

QTEST_GUILESS_MAIN(TestLab)
#include "tst_lab.moc"
