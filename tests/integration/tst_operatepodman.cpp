// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operate/operator.h"
#include "tests/support/verify.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <csignal>
#include <unistd.h>

using namespace stratadeck;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// Operations on real containers; see tests/support/engines/podman.sh. A container that has just ended is
// "stopped" until the engine has cleaned up after it, then "exited".
class TestOperatePodman : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void cleanup();

    void stopsStartsAndRestarts();
    void pausesAndResumes();
    void kills();
    void killsWhatIsPaused();
    void sameThroughTheDockerApi();
    void refusedByTheEngine();
    void unknownContainer();
    void readOnlyModeChangesNothing();
    void withoutPermission();
    void engineEndsWhileWaiting();

private:
    QString engine(const QStringList &arguments)
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.start(QStringLiteral(STRATADECK_SOURCE_DIR) + u"/tests/support/engines/podman.sh"_s, arguments);
        if (!process.waitForFinished(60'000) || process.exitCode() != 0)
            QTest::qFail(qPrintable(u"podman.sh "_s + arguments.join(u' ')), __FILE__, __LINE__);
        return QString::fromUtf8(process.readAllStandardOutput()).trimmed();
    }
    QString podman(const QStringList &arguments)
    {
        return engine(QStringList{u"podman"_s, path()} + arguments);
    }
    QString path() const { return m_dir->path(); }
    QString inspect(const QString &what, const QString &name)
    {
        return podman({u"inspect"_s, u"-f"_s, u"{{."_s + what + u"}}"_s, name});
    }
    QString state(const QString &name) { return inspect(u"State.Status"_s, name); }
    pid_t servicePid() const
    {
        QFile file(path() + u"/service.pid"_s);
        return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed().toInt() : -1;
    }
    /// Runs a container that ends at once when it is asked to.
    EntityInfo run(const QString &name)
    {
        engine(
            {u"run"_s, path(), name, u"sh"_s, u"-c"_s, u"trap 'exit 0' TERM; while :; do sleep 0.1; done"_s});
        return container(name, EntityState::Running);
    }
    EntityInfo container(const QString &name, EntityState state)
    {
        EntityInfo info;
        info.kind = EntityKind::Container;
        info.name = name;
        info.state = state;
        info.key = u"container:h/"_s + inspect(u"Id"_s, name);
        return info;
    }
    OperationResult perform(Operation operation, const EntityInfo &info, const QString &scheme = u"podman"_s)
    {
        const QString uri = scheme + u"://"_s + path() + u"/podman.sock"_s;
        std::optional<OperationResult> answer;
        m_operator.perform({operation, info, uri, {}}, this,
                           [&answer](const OperationResult &result) { answer = result; });
        if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, 60'000))
            return fail(Error::Kind::Io, u"no answer at all"_s);
        return *answer;
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    Operator m_operator{OperationTiming{10s, 50ms, 30s, 30s}};
};

void TestOperatePodman::initTestCase()
{
    m_dir = std::make_unique<QTemporaryDir>(u"/tmp/tst_operate-XXXXXX"_s); // socket paths must be short
    QVERIFY(m_dir->isValid());
    engine({u"start"_s, path()});
}

void TestOperatePodman::cleanupTestCase()
{
    engine({u"stop"_s, path()});
}

void TestOperatePodman::cleanup()
{
    podman({u"rm"_s, u"--all"_s, u"--force"_s, u"--time"_s, u"0"_s});
}

void TestOperatePodman::stopsStartsAndRestarts()
{
    const EntityInfo info = run(u"web"_s);
    VERIFY_OK(perform(Operation::Stop, info));
    QTRY_COMPARE(state(u"web"_s), u"exited"_s);
    VERIFY_OK(perform(Operation::Stop, info)); // it is already: what was wanted
    VERIFY_OK(perform(Operation::Start, container(u"web"_s, EntityState::Exited)));
    QCOMPARE(state(u"web"_s), u"running"_s);
    const QString pid = inspect(u"State.Pid"_s, u"web"_s);
    VERIFY_OK(perform(Operation::Restart, info));
    QCOMPARE(state(u"web"_s), u"running"_s);
    QVERIFY(inspect(u"State.Pid"_s, u"web"_s) != pid);
    podman({u"create"_s, u"--name"_s, u"fresh"_s, u"localhost/stratadeck-test:1"_s, u"sleep"_s, u"1000"_s});
    VERIFY_OK(perform(Operation::Start, container(u"fresh"_s, EntityState::Created)));
    QCOMPARE(state(u"fresh"_s), u"running"_s);
}

void TestOperatePodman::pausesAndResumes()
{
    const EntityInfo info = run(u"web"_s);
    VERIFY_OK(perform(Operation::Pause, info));
    QCOMPARE(state(u"web"_s), u"paused"_s);
    VERIFY_OK(perform(Operation::Resume, container(u"web"_s, EntityState::Paused)));
    QCOMPARE(state(u"web"_s), u"running"_s);
}

void TestOperatePodman::kills()
{
    engine({u"run"_s, path(), u"deaf"_s, u"sh"_s, u"-c"_s, u"trap '' TERM; while :; do sleep 0.1; done"_s});
    const OperationResult killed = perform(Operation::Kill, container(u"deaf"_s, EntityState::Running));
    VERIFY_OK(killed);
    QCOMPARE(*killed, OperationEnd::Done);
    QTRY_COMPARE(state(u"deaf"_s), u"exited"_s);
    QCOMPARE(inspect(u"State.ExitCode"_s, u"deaf"_s), u"137"_s);
}

void TestOperatePodman::killsWhatIsPaused()
{
    run(u"frozen"_s);
    podman({u"pause"_s, u"frozen"_s});
    VERIFY_OK(perform(Operation::Kill, container(u"frozen"_s, EntityState::Paused)));
    QTRY_COMPARE(state(u"frozen"_s), u"exited"_s);
}

void TestOperatePodman::sameThroughTheDockerApi()
{
    const EntityInfo info = run(u"web"_s);
    VERIFY_OK(perform(Operation::Pause, info, u"docker"_s));
    QCOMPARE(state(u"web"_s), u"paused"_s);
    VERIFY_OK(perform(Operation::Resume, container(u"web"_s, EntityState::Paused), u"docker"_s));
    VERIFY_OK(perform(Operation::Restart, info, u"docker"_s));
    VERIFY_OK(perform(Operation::Stop, info, u"docker"_s));
    QTRY_COMPARE(state(u"web"_s), u"exited"_s);
    VERIFY_OK(perform(Operation::Start, container(u"web"_s, EntityState::Exited), u"docker"_s));
    VERIFY_OK(perform(Operation::Kill, info, u"docker"_s));
    QTRY_COMPARE(state(u"web"_s), u"exited"_s);
}

void TestOperatePodman::refusedByTheEngine()
{
    const EntityInfo info = run(u"web"_s);
    podman({u"stop"_s, u"web"_s});
    const OperationResult refused = perform(Operation::Pause, info);
    VERIFY_FAILS(refused, Error::Kind::Invalid);
    QVERIFY2(refused.error().what.contains(u"not running"_s), qPrintable(refused.error().what));
}

void TestOperatePodman::unknownContainer()
{
    const EntityInfo info = run(u"web"_s);
    podman({u"rm"_s, u"--force"_s, u"--time"_s, u"0"_s, u"web"_s});
    for (const Operation operation : {Operation::Stop, Operation::Kill, Operation::Pause, Operation::Restart}) {
        const OperationResult refused = perform(operation, info);
        VERIFY_FAILS(refused, Error::Kind::NotFound);
    }
}

void TestOperatePodman::readOnlyModeChangesNothing()
{
    const EntityInfo info = run(u"web"_s);
    m_operator.setReadOnly(true);
    const OperationResult refused = perform(Operation::Kill, info);
    m_operator.setReadOnly(false);
    VERIFY_FAILS(refused, Error::Kind::Invalid);
    QCOMPARE(state(u"web"_s), u"running"_s);
}

void TestOperatePodman::withoutPermission()
{
    const EntityInfo info = run(u"web"_s);
    QCOMPARE(geteuid(), uid_t(0)); // the engine needs root, so the test does
    constexpr uid_t kNobody = 65534;
    QCOMPARE(seteuid(kNobody), 0); // the threads it starts inherit that
    const OperationResult refused = perform(Operation::Kill, info);
    QCOMPARE(seteuid(0), 0);
    VERIFY_FAILS(refused, Error::Kind::Denied);
    QCOMPARE(state(u"web"_s), u"running"_s);
}

// The container needs all of its stop time; in the middle of it the engine's service dies.
void TestOperatePodman::engineEndsWhileWaiting()
{
    engine({u"run"_s, path(), u"deaf"_s, u"sh"_s, u"-c"_s, u"trap '' TERM; while :; do sleep 0.1; done"_s});
    const EntityInfo info = container(u"deaf"_s, EntityState::Running);
    const pid_t service = servicePid();
    QTimer::singleShot(1500, this, [service] { kill(service, SIGKILL); });
    const OperationResult lost = perform(Operation::Stop, info);
    VERIFY_FAILS(lost, Error::Kind::Unreachable);
    const OperationResult still = perform(Operation::Kill, info);
    VERIFY_FAILS(still, Error::Kind::Unreachable);
    engine({u"service"_s, path()});
    VERIFY_OK(perform(Operation::Kill, info));
    QTRY_COMPARE(state(u"deaf"_s), u"exited"_s);
}

QTEST_GUILESS_MAIN(TestOperatePodman)
#include "tst_operatepodman.moc"
