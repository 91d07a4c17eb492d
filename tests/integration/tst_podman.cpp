// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/clock.h"
#include "models/collect/cgroup/cgroupcollector.h"
#include "models/collect/container/containercollector.h"
#include "models/collect/deriver.h"
#include "models/collect/detailservice.h"
#include "tests/support/batchreader.h"
#include "tests/support/verify.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <cmath>
#include <csignal>
#include <unistd.h>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr double kMebibyte = 1024 * 1024;

QByteArray readAll(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Seconds of CPU a process has used, as the kernel's process table tells: another source than its cgroup.
double processSeconds(qint64 pid)
{
    const QByteArray stat = readAll(u"/proc/%1/stat"_s.arg(pid));
    const QByteArrayList fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
    const double ticks = fields.value(11).toDouble() + fields.value(12).toDouble();
    return ticks / static_cast<double>(sysconf(_SC_CLK_TCK));
}

} // namespace

/// A real Podman engine in a directory of its own; see tests/support/engines/podman.sh.
class TestPodman : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void init();
    void cleanup();

    void cpuShare();
    void memoryOfKnownSize();
    void writtenBytes();
    void restart();
    void pauseAndRemove();
    void healthCheck();
    void details();
    void stuckService();
    void killedService();
    void descriptorsAreGivenBack();
    void statisticsOfTheEngineItself();
    void withoutPermission();
    void withoutEngine();

private:
    QString engine(const QStringList &arguments, int exitCode = 0);
    QString podman(const QStringList &arguments, int exitCode = 0)
    {
        return engine(QStringList{u"podman"_s, path()} + arguments, exitCode);
    }
    QString run(const QString &name, const QStringList &command)
    {
        return engine(QStringList{u"run"_s, path(), name} + command);
    }
    QString path() const { return m_dir->filePath(u"e"_s); }
    SourceUri uri() const;
    pid_t servicePid() const { return readAll(path() + u"/service.pid"_s).trimmed().toInt(); }
    Result<std::vector<SampleBatch>> sweep();
    Result<ContainerDetails> detailsOf(const QString &name);
    bool sweepUntil(const std::function<bool()> &reached, std::chrono::milliseconds within = 15s);
    double figure(const QString &name, MetricId metric, const QString &instance = {}) const
    {
        return m_reader.reading(name, metric, instance).value_or(kUnknown);
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    SystemClock m_clock;
    std::unique_ptr<Collector> m_collector;
    BatchReader m_reader;
};

void TestPodman::initTestCase()
{
    m_dir = std::make_unique<QTemporaryDir>(u"/tmp/tst_podman-XXXXXX"_s); // socket paths must be short
    QVERIFY(m_dir->isValid());
    engine({u"start"_s, path()});
    QVERIFY2(QFile::exists(path() + u"/podman.sock"_s), "the engine did not start");
}

void TestPodman::cleanupTestCase()
{
    engine({u"stop"_s, path()});
    QVERIFY(!QFile::exists(path()));
}

void TestPodman::init()
{
    m_reader = {};
    m_collector = std::make_unique<ContainerCollector>(
        uri(), CollectorContext{SourceId(1), uri().text, &m_clock, 1000ms});
}

void TestPodman::cleanup()
{
    m_collector.reset();
    kill(servicePid(), SIGCONT);
    podman({u"rm"_s, u"--all"_s, u"--force"_s, u"--time"_s, u"0"_s});
}

SourceUri TestPodman::uri() const
{
    return SourceUri::parse(u"podman://"_s + path() + u"/podman.sock"_s).value();
}

QString TestPodman::engine(const QStringList &arguments, int exitCode)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QStringLiteral(STRATADECK_SOURCE_DIR) + u"/tests/support/engines/podman.sh"_s, arguments);
    if (!process.waitForFinished(60'000) || process.exitCode() != exitCode)
        QTest::qFail(qPrintable(u"podman.sh "_s + arguments.join(u' ')), __FILE__, __LINE__);
    return QString::fromUtf8(process.readAllStandardOutput()).trimmed();
}

Result<std::vector<SampleBatch>> TestPodman::sweep()
{
    Result<std::vector<SampleBatch>> batches = m_collector->collect({});
    if (batches)
        m_reader.feed(*batches);
    return batches;
}

bool TestPodman::sweepUntil(const std::function<bool()> &reached, std::chrono::milliseconds within)
{
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < within.count()) {
        (void)sweep();
        if (reached())
            return true;
        QTest::qWait(50);
    }
    return false;
}

void TestPodman::cpuShare()
{
    podman({u"run"_s, u"--detach"_s, u"--name"_s, u"burn"_s, u"--cpus"_s, u"0.5"_s,
            u"localhost/stratadeck-test:1"_s, u"sh"_s, u"-c"_s, u"while :; do :; done"_s});
    const qint64 pid = podman({u"inspect"_s, u"-f"_s, u"{{.State.Pid}}"_s, u"burn"_s}).toLongLong();
    VERIFY_OK(sweep());
    QCOMPARE(m_reader.state(u"burn"_s), EntityState::Running);
    QCOMPARE(figure(u"burn"_s, MetricId::CpuAllocated), 0.5);
    QCOMPARE(figure(u"burn"_s, MetricId::CpuCores), double(sysconf(_SC_NPROCESSORS_ONLN)));
    const double cpuBefore = figure(u"burn"_s, MetricId::CpuTime);
    const double processBefore = processSeconds(pid);
    QTest::qWait(4000);
    VERIFY_OK(sweep());
    const double cpu = figure(u"burn"_s, MetricId::CpuTime) - cpuBefore;
    const double process = processSeconds(pid) - processBefore;
    QVERIFY2(process > 0.5, qPrintable(QString::number(process)));
    const QString comparison = u"cgroup %1 s, process %2 s"_s.arg(cpu).arg(process);
    QVERIFY2(std::abs(cpu - process) < 0.1 * process, qPrintable(comparison));
    QVERIFY2(cpu < 4.5 * 0.5, qPrintable(comparison)); // its quota
    const double split = figure(u"burn"_s, MetricId::CpuUser) + figure(u"burn"_s, MetricId::CpuSystem);
    QVERIFY(std::abs(split - figure(u"burn"_s, MetricId::CpuTime)) < 0.1 * split);
    QVERIFY(figure(u"burn"_s, MetricId::CpuPeriods) > 0);
    QCOMPARE(figure(u"burn"_s, MetricId::PidsCurrent), 1.0);
}

void TestPodman::memoryOfKnownSize()
{
    podman({u"run"_s, u"--detach"_s, u"--name"_s, u"hold"_s, u"--memory"_s, u"128m"_s,
            u"localhost/stratadeck-test:1"_s, u"sh"_s, u"-c"_s,
            u"dd if=/dev/zero of=/dev/shm/x bs=1M count=48 2>/dev/null; sleep 1000"_s});
    QVERIFY(sweepUntil([&] { return figure(u"hold"_s, MetricId::MemUsed) > 48 * kMebibyte; }));
    QVERIFY(figure(u"hold"_s, MetricId::MemUsed) < 56 * kMebibyte);
    QVERIFY(figure(u"hold"_s, MetricId::MemResident) >= figure(u"hold"_s, MetricId::MemUsed));
    QCOMPARE(figure(u"hold"_s, MetricId::MemOomKills), 0.0);
    QVERIFY(sweepUntil([&] { return std::isfinite(figure(u"hold"_s, MetricId::MemAllocated)); }));
    QCOMPARE(figure(u"hold"_s, MetricId::MemAllocated), 128 * kMebibyte);
}

// Some kernels do not account block I/O to cgroups: then nothing may be said, above all not zero.
void TestPodman::writtenBytes()
{
    run(u"write"_s,
        {u"sh"_s, u"-c"_s,
         u"dd if=/dev/zero of=/tmp/x bs=1M count=16 conv=fsync 2>/dev/null; echo done; sleep 1000"_s});
    QTRY_COMPARE_WITH_TIMEOUT(podman({u"logs"_s, u"write"_s}), u"done"_s, 15'000);
    VERIFY_OK(sweep());
    const QString pid = podman({u"inspect"_s, u"-f"_s, u"{{.State.Pid}}"_s, u"write"_s});
    const CgroupPaths paths = CgroupMounts::read({}).value().locate(
        readAll(u"/proc/%1/cgroup"_s.arg(pid)), podman({u"inspect"_s, u"-f"_s, u"{{.Id}}"_s, u"write"_s}));
    const QString file = paths.blkio.isEmpty() ? paths.unified + u"/io.stat"_s
                                               : paths.blkio + u"/blkio.throttle.io_service_bytes_recursive"_s;
    const QByteArray counted = readAll(file);
    const QStringList devices = m_reader.instances(u"write"_s, MetricId::DiskWriteBytes);
    double written = 0;
    for (const QString &device : devices)
        written += figure(u"write"_s, MetricId::DiskWriteBytes, device);
    const bool isAccounted = counted.contains("Write") || counted.contains("wbytes");
    QCOMPARE(!devices.isEmpty(), isAccounted);
    if (isAccounted)
        QVERIFY2(written >= 16 * kMebibyte && written < 20 * kMebibyte, qPrintable(QString::number(written)));
}

void TestPodman::restart()
{
    run(u"again"_s, {u"sh"_s, u"-c"_s, u"i=0; while [ $i -lt 300000 ]; do i=$((i+1)); done; sleep 1000"_s});
    Deriver deriver;
    double lowest = 0;
    int rates = 0;
    const auto follow = [&] {
        const auto batches = sweep();
        if (!batches)
            return;
        for (const SampleBatch &batch : *batches) {
            const Deriver::Step step = deriver.step(batch);
            for (const Reading &reading : step.batch.readings) {
                const SeriesDef &def = deriver.series()[value(reading.series)];
                if (metric(def.metric).kind != MetricKind::Rate || !std::isfinite(reading.value))
                    continue;
                ++rates;
                lowest = qMin(lowest, reading.value);
            }
        }
    };
    const auto followUntil = [&](const std::function<bool()> &reached) {
        QElapsedTimer timer;
        timer.start();
        do {
            follow();
            QTest::qWait(50);
        } while (!reached() && timer.elapsed() < 15'000);
        return reached();
    };
    QVERIFY(followUntil([&] { return figure(u"again"_s, MetricId::CpuTime) > 0.2; }));
    QTest::qWait(500); // lets the event stream open
    const QString firstRun = m_reader.entity(u"again"_s)->run;
    podman({u"restart"_s, u"--time"_s, u"0"_s, u"again"_s});
    QVERIFY(followUntil([&] { return m_reader.entity(u"again"_s)->run != firstRun; }));
    QVERIFY(followUntil([&] { return figure(u"again"_s, MetricId::CpuTime) > 0; }));
    rates = 0;
    QVERIFY(followUntil([&] { return rates > 10; })); // it goes on after the restart
    QCOMPARE(lowest, 0.0);                            // and was never negative
    QVERIFY(m_reader.eventTypes(u"again"_s).contains(u"restarted"_s));
}

void TestPodman::pauseAndRemove()
{
    run(u"sleepy"_s, {u"sleep"_s, u"1000"_s});
    podman({u"create"_s, u"--name"_s, u"idle"_s, u"localhost/stratadeck-test:1"_s, u"true"_s});
    VERIFY_OK(sweep());
    QCOMPARE(m_reader.state(u"idle"_s), EntityState::Created);
    QVERIFY(!m_reader.reading(u"idle"_s, MetricId::CpuTime));
    QTest::qWait(500); // lets the event stream open; events before that are told by the list alone
    podman({u"pause"_s, u"sleepy"_s});
    QVERIFY(sweepUntil([&] { return m_reader.state(u"sleepy"_s) == EntityState::Paused; }));
    QCOMPARE(figure(u"sleepy"_s, MetricId::Running), 0.0);
    QVERIFY(figure(u"sleepy"_s, MetricId::CpuTime) > 0); // frozen, and true
    podman({u"unpause"_s, u"sleepy"_s});
    QVERIFY(sweepUntil([&] { return m_reader.state(u"sleepy"_s) == EntityState::Running; }));
    podman({u"kill"_s, u"sleepy"_s});
    QVERIFY(sweepUntil([&] { return m_reader.state(u"sleepy"_s) == EntityState::Exited; }));
    VERIFY_OK(sweep());
    QVERIFY(!m_reader.reading(u"sleepy"_s, MetricId::CpuTime)); // no figures, not zeros
    podman({u"rm"_s, u"sleepy"_s});
    QVERIFY(sweepUntil([&] { return m_reader.state(u"sleepy"_s) == EntityState::Gone; }));
    QVERIFY(sweepUntil([&] { return m_reader.eventTypes(u"sleepy"_s).contains(u"removed"_s); }));
    const QStringList types = m_reader.eventTypes(u"sleepy"_s);
    QCOMPARE(types, (QStringList{u"paused"_s, u"unpaused"_s, u"killed"_s, u"died"_s, u"removed"_s}));
}

void TestPodman::healthCheck()
{
    podman({u"run"_s, u"--detach"_s, u"--name"_s, u"ill"_s, u"--health-cmd"_s, u"false"_s,
            u"--health-retries"_s, u"1"_s, u"--health-interval"_s, u"disable"_s,
            u"localhost/stratadeck-test:1"_s, u"sleep"_s, u"1000"_s});
    VERIFY_OK(sweep());
    QCOMPARE(m_reader.entity(u"ill"_s)->problem, EntityProblem::None);
    QTest::qWait(500);
    podman({u"healthcheck"_s, u"run"_s, u"ill"_s}, 1); // exits with 1: it found it ill
    QVERIFY(sweepUntil([&] { return m_reader.entity(u"ill"_s)->problem == EntityProblem::Unhealthy; }));
    QVERIFY(m_reader.eventTypes(u"ill"_s).contains(u"health_status"_s));
    QVERIFY(figure(u"ill"_s, MetricId::CpuTime) > 0);
}

Result<ContainerDetails> TestPodman::detailsOf(const QString &name)
{
    DetailService service(m_clock);
    std::optional<Result<EntityDetails>> answer;
    const QString id = podman({u"inspect"_s, u"-f"_s, u"{{.Id}}"_s, name});
    service.ask(u"container:h/"_s + id, uri().text, this,
                [&](const Result<EntityDetails> &told) { answer = told; });
    if (!QTest::qWaitFor([&] { return answer.has_value(); }, 15'000))
        return fail(Error::Kind::Io, u"no answer at all"_s);
    if (!*answer)
        return tl::unexpected(answer->error());
    return std::get<ContainerDetails>((*answer)->what);
}

void TestPodman::details()
{
    const TimePoint before = m_clock.now();
    podman({u"run"_s,
            u"--detach"_s,
            u"--name"_s,
            u"shown"_s,
            u"--volume"_s,
            u"/srv:/data:ro"_s,
            u"--tmpfs"_s,
            u"/scratch"_s,
            u"--health-cmd"_s,
            u"echo no route; false"_s,
            u"--health-retries"_s,
            u"1"_s,
            u"--health-interval"_s,
            u"disable"_s,
            u"--restart"_s,
            u"on-failure:3"_s,
            u"--label"_s,
            u"team=web"_s,
            u"--memory"_s,
            u"64m"_s,
            u"--pids-limit"_s,
            u"50"_s,
            u"localhost/stratadeck-test:1"_s,
            u"sleep"_s,
            u"1000"_s});
    podman({u"healthcheck"_s, u"run"_s, u"shown"_s}, 1);
    const Result<ContainerDetails> shown = detailsOf(u"shown"_s);
    VERIFY_OK(shown);
    QCOMPARE(shown->image, u"localhost/stratadeck-test:1"_s);
    QCOMPARE(shown->command, u"sleep 1000"_s);
    QVERIFY(shown->isRunning && shown->started && *shown->started > before - 1s);
    QVERIFY(shown->health.has_value());
    QCOMPARE(shown->health->status, u"unhealthy"_s);
    QCOMPARE(shown->health->failures, 1.0);
    QCOMPARE(shown->health->lastLine, u"no route"_s);
    QCOMPARE(shown->restartPolicy, u"on-failure"_s);
    QCOMPARE(shown->mostRetries, 3.0);
    QCOMPARE(shown->labels, 1.0);
    QCOMPARE(shown->limits.memory, 64 * kMebibyte);
    QCOMPARE(shown->pidsLimit, 50.0);
    const ContainerDetails::Mount mount{u"bind"_s, u"/srv"_s, u"/data"_s, false};
    QVERIFY(std::find(shown->mounts.begin(), shown->mounts.end(), mount) != shown->mounts.end());

    // The tests' engine has no network to start one in; the engine knows the ports all the same.
    podman({u"create"_s, u"--name"_s, u"ports"_s, u"--network"_s, u"bridge"_s, u"--publish"_s,
            u"127.0.0.1:8099:80"_s, u"localhost/stratadeck-test:1"_s, u"sleep"_s, u"1000"_s});
    const Result<ContainerDetails> ports = detailsOf(u"ports"_s);
    VERIFY_OK(ports);
    QCOMPARE(ports->ports, (std::vector<ContainerDetails::Port>{{u"80/tcp"_s, u"127.0.0.1:8099"_s}}));
    QVERIFY(!ports->isRunning && !ports->started && !ports->exitCode);

    podman({u"stop"_s, u"--time"_s, u"0"_s, u"shown"_s});
    const Result<ContainerDetails> ended = detailsOf(u"shown"_s);
    VERIFY_OK(ended);
    QCOMPARE(ended->exitCode, std::optional(137));
    QVERIFY(ended->finished && *ended->finished >= *shown->started);
}

// The engine is stopped in mid-air: local figures go on, and every sweep stays quick.
void TestPodman::stuckService()
{
    run(u"alive"_s, {u"sh"_s, u"-c"_s, u"while :; do sleep 0.01; done"_s});
    VERIFY_OK(sweep());
    QVERIFY(!m_collector->trouble());
    QCOMPARE(kill(servicePid(), SIGSTOP), 0);
    QElapsedTimer timer;
    timer.start();
    qint64 longest = 0;
    double last = figure(u"alive"_s, MetricId::CpuTime);
    int sweeps = 0;
    int grown = 0;
    while (!m_collector->trouble() && timer.elapsed() < 25'000) {
        QTest::qWait(200);
        QElapsedTimer one;
        one.start();
        VERIFY_OK(sweep());
        longest = qMax(longest, one.elapsed());
        const double now = figure(u"alive"_s, MetricId::CpuTime);
        ++sweeps;
        grown += now > last ? 1 : 0;
        last = now;
    }
    QVERIFY(m_collector->trouble());
    QCOMPARE(m_collector->trouble()->kind, Error::Kind::Timeout);
    QVERIFY2(grown >= sweeps - 2, qPrintable(u"%1 of %2"_s.arg(grown).arg(sweeps)));
    QVERIFY2(longest < 3000, qPrintable(QString::number(longest)));
    // Somebody who comes now and knows nothing yet is told after four seconds.
    timer.restart();
    ContainerCollector newcomer(uri(), {SourceId(2), uri().text, &m_clock, 1000ms});
    VERIFY_FAILS(newcomer.collect({}), Error::Kind::Timeout);
    QVERIFY2(timer.elapsed() < 15'000, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(kill(servicePid(), SIGCONT), 0);
    QVERIFY(sweepUntil([&] { return !m_collector->trouble(); }, 20s));
    QCOMPARE(m_reader.state(u"alive"_s), EntityState::Running);
}

void TestPodman::killedService()
{
    run(u"stays"_s, {u"sleep"_s, u"1000"_s});
    run(u"ends"_s, {u"sleep"_s, u"1000"_s});
    VERIFY_OK(sweep());
    kill(servicePid(), SIGKILL);
    QVERIFY(sweepUntil([&] { return m_collector->trouble().has_value(); }, 20s));
    QCOMPARE(m_collector->trouble()->kind, Error::Kind::Unreachable);
    QVERIFY(figure(u"stays"_s, MetricId::CpuTime) > 0);
    podman({u"rm"_s, u"--force"_s, u"--time"_s, u"0"_s, u"ends"_s});
    QVERIFY(sweepUntil(
        [&] { return m_reader.state(u"ends"_s) == EntityState::Unknown; })); // nobody says how it ended
    engine({u"service"_s, path()});
    QVERIFY(sweepUntil(
        [&] { return !m_collector->trouble() && m_reader.state(u"ends"_s) == EntityState::Gone; }, 20s));
    QCOMPARE(m_reader.state(u"stays"_s), EntityState::Running);
    QVERIFY(
        sweepUntil([&] { return m_reader.eventTypes(u"ends"_s).contains(u"removed"_s); })); // told afterwards
}

void TestPodman::descriptorsAreGivenBack()
{
    const auto openFiles = [] {
        return QDir(u"/proc/self/fd"_s)
            .entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot)
            .size();
    };
    VERIFY_OK(sweep());
    QTest::qWait(500);
    const qsizetype before = openFiles();
    run(u"brief"_s, {u"sleep"_s, u"1000"_s});
    QVERIFY(sweepUntil([&] { return figure(u"brief"_s, MetricId::CpuTime) > 0; }));
    QVERIFY(openFiles() > before + 5);
    podman({u"rm"_s, u"--force"_s, u"--time"_s, u"0"_s, u"brief"_s});
    QVERIFY(sweepUntil([&] { return m_reader.state(u"brief"_s) == EntityState::Gone; }));
    QTRY_VERIFY(openFiles() <= before + 1); // a connection may come and go
}

// Both ways to the same container agree: its cgroup, and what the engine's API says.
void TestPodman::statisticsOfTheEngineItself()
{
    run(u"both"_s, {u"sh"_s, u"-c"_s, u"i=0; while [ $i -lt 900000 ]; do i=$((i+1)); done; sleep 1000"_s});
    QVERIFY(sweepUntil([&] { return figure(u"both"_s, MetricId::CpuTime) > 0.2; }));
    double before = 0;
    QVERIFY(sweepUntil([&] { // until it has settled down to sleep
        QTest::qWait(300);
        return figure(u"both"_s, MetricId::CpuTime)
               == std::exchange(before, figure(u"both"_s, MetricId::CpuTime));
    }));
    const double ours = figure(u"both"_s, MetricId::CpuTime);
    // With an empty tree as root no cgroup is to be found: the container looks remote.
    const QTemporaryDir nowhere;
    m_collector = std::make_unique<ContainerCollector>(
        uri(), CollectorContext{SourceId(1), uri().text, &m_clock, 1000ms}, nowhere.path(), EngineTiming());
    m_reader = {};
    QVERIFY(sweepUntil([&] { return figure(u"both"_s, MetricId::CpuTime) > 0; }));
    const double theirs = figure(u"both"_s, MetricId::CpuTime);
    QVERIFY2(std::abs(ours - theirs) < 0.1 * ours, qPrintable(u"%1 and %2"_s.arg(ours).arg(theirs)));
    QCOMPARE(figure(u"both"_s, MetricId::CpuCores), double(sysconf(_SC_NPROCESSORS_ONLN)));
    QCOMPARE(m_reader.entity(u"both"_s)->problem, EntityProblem::None);
}

void TestPodman::withoutPermission()
{
    QCOMPARE(geteuid(), uid_t(0)); // the engine needs root, so the test does
    constexpr uid_t kNobody = 65534;
    QCOMPARE(seteuid(kNobody), 0);
    const auto batches = sweep();
    QCOMPARE(seteuid(0), 0);
    VERIFY_FAILS(batches, Error::Kind::Denied);
}

void TestPodman::withoutEngine()
{
    const SourceUri nothing = SourceUri::parse(u"podman:///nonexistent/podman.sock"_s).value();
    ContainerCollector collector(nothing, {SourceId(1), nothing.text, &m_clock, 1000ms});
    const auto batches = collector.collect({});
    VERIFY_FAILS(batches, Error::Kind::Unreachable);
    QCOMPARE(batches.error().subject, nothing.text);
}

QTEST_GUILESS_MAIN(TestPodman)
#include "tst_podman.moc"
