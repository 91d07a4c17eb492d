// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/container/containercollector.h"

#include "tests/support/batchreader.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakeengine.h"
#include "tests/support/verify.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Manner = FakeEngine::Manner;

const QByteArray
    kId("5e1f00c8b8f7d1473009b4004a7f6899af07a233dcd69581d0b5715546f28453"); // of the fixture trees
const QByteArray kOther(64, 'b');

QString tree(const QString &name)
{
    return QStringLiteral(STRATADECK_TEST_DATA) + u"/cgroup/"_s + name;
}

QByteArray recorded(const QString &name)
{
    QFile file(QStringLiteral(STRATADECK_TEST_DATA) + u"/engine/"_s + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(file.fileName()));
    return file.readAll();
}

QByteArray podmanRow(const QByteArray &id, const QByteArray &name, const QByteArray &state, int pid,
                     int started = 1795469906, const QByteArray &health = {})
{
    return "{\"Id\":\"" + id + "\",\"Names\":[\"" + name + "\"],\"Image\":\"img:1\",\"State\":\"" + state
           + "\",\"Status\":\"" + health + "\",\"Restarts\":2,\"Pid\":" + QByteArray::number(pid)
           + ",\"StartedAt\":" + QByteArray::number(started) + "}";
}

QByteArray inspectOf(const QByteArray &id)
{
    return "{\"Id\":\"" + id + "\",\"RestartCount\":2,\"HostConfig\":{\"NanoCpus\":500000000,\"Memory\":1000}}";
}

QByteArray eventOf(const QByteArray &id, const QByteArray &action, qint64 nanoseconds,
                   const QByteArray &more = {})
{
    return "{\"Type\":\"container\",\"Action\":\"" + action + "\",\"Actor\":{\"ID\":\"" + id
           + "\",\"Attributes\":{\"name\":\"web\",\"image\":\"img:1\"}},\"timeNano\":"
           + QByteArray::number(nanoseconds) + more + "}";
}

/// Asks often and waits long, so that a busy machine cannot make an answer late.
EngineTiming patient()
{
    EngineTiming timing;
    timing.listEvery = 50ms;
    timing.roundDistance = 5ms;
    timing.answerWithin = timing.callDeadline = timing.inspectBudget = 60s;
    return timing;
}

/// For an engine that never answers.
EngineTiming hasty()
{
    EngineTiming timing = patient();
    timing.answerWithin = timing.inspectBudget = 300ms;
    timing.callDeadline = 1000ms;
    return timing;
}

} // namespace

class TestContainerCollector : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void describesContainers();
    void stoppedHaveNoFigures();
    void restartIsAnotherRun();
    void removedIsGone();
    void sameNameAgainIsAnother();
    void unhealthyIsAProblem();
    void eventsArriveOnce();
    void eventOfUnlistedContainer();
    void podmanRepeatsHealth();
    void stuckEngineKeepsFigures();
    void nothingToShowIsAnError_data();
    void nothingToShowIsAnError();
    void recoversFromNothing();
    void remotePodman();
    void remoteWithoutStats();
    void dockerLocal();
    void dockerRemote();
    void batchesGoForward();
    void stopsWhileStuck();

private:
    void connect(const QString &layout = u"v2"_s, SourceKind kind = SourceKind::Podman,
                 const EngineTiming &timing = patient());
    /// Sweeps until `reached` or a few seconds have passed.
    bool sweepUntil(const std::function<bool()> &reached);
    Result<std::vector<SampleBatch>> sweep();
    /// -1 when it was left out.
    double figure(const QString &name, MetricId metric, const QString &instance = {}) const
    {
        return m_reader.reading(name, metric, instance).value_or(-1);
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<FakeEngine> m_engine;
    FakeClock m_clock;
    std::unique_ptr<ContainerCollector> m_collector;
    BatchReader m_reader;
    QString m_socket;
};

void TestContainerCollector::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_socket = m_dir->filePath(u"e.sock"_s);
    m_engine = std::make_unique<FakeEngine>(m_socket);
    m_engine->answer("/events", {"", 200, Manner::Stream});
    m_engine->answer("/containers/json", {"[]"});
    m_engine->answer(kId + "/json", {inspectOf(kId)});
    m_engine->answer(kOther + "/json", {inspectOf(kOther)});
    m_reader = {};
}

void TestContainerCollector::cleanup()
{
    m_collector.reset();
    m_engine.reset();
}

void TestContainerCollector::connect(const QString &layout, SourceKind kind, const EngineTiming &timing)
{
    SourceUri uri;
    uri.kind = kind;
    uri.path = m_socket;
    uri.text = u"podman://"_s + m_socket;
    m_collector = std::make_unique<ContainerCollector>(
        uri, CollectorContext{SourceId(1), uri.text, &m_clock, 1000ms}, tree(layout), timing);
}

Result<std::vector<SampleBatch>> TestContainerCollector::sweep()
{
    m_clock.advance(1s);
    Result<std::vector<SampleBatch>> batches = m_collector->collect({});
    if (batches)
        m_reader.feed(*batches);
    return batches;
}

bool TestContainerCollector::sweepUntil(const std::function<bool()> &reached)
{
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < 20'000) {
        (void)sweep();
        if (reached())
            return true;
        QTest::qWait(5);
    }
    return false;
}

void TestContainerCollector::describesContainers()
{
    m_engine->answer("/containers/json", {'[' + podmanRow(kId, "web", "running", 4242) + ']'});
    connect();
    VERIFY_OK(sweep());
    const EntityInfo info = m_reader.entity(u"web"_s).value_or(EntityInfo());
    QCOMPARE(info.key, u"container:%1/%2"_s.arg(QSysInfo::machineHostName(), QString::fromLatin1(kId)));
    QCOMPARE(info.kind, EntityKind::Container);
    QCOMPARE(info.host, QSysInfo::machineHostName());
    QCOMPARE(info.state, EntityState::Running);
    QCOMPARE(info.run, u"1795469906/4242"_s);
    QCOMPARE(info.detail, u"img:1"_s);
    QCOMPARE(info.problem, EntityProblem::None);
    QCOMPARE(figure(u"web"_s, MetricId::Running), 1.0);
    QCOMPARE(figure(u"web"_s, MetricId::RestartCount), 2.0);
    QCOMPARE(figure(u"web"_s, MetricId::CpuTime), 57.05042);
    QCOMPARE(figure(u"web"_s, MetricId::NetTxBytes, u"eth0"_s), 524288.0);
    QVERIFY(!m_collector->trouble());
}

void TestContainerCollector::stoppedHaveNoFigures()
{
    m_engine->answer("/containers/json", {'[' + podmanRow(kId, "web", "exited", 0) + ','
                                          + podmanRow(kOther, "new", "created", 0) + ']'});
    connect();
    const auto batches = sweep();
    VERIFY_OK(batches);
    QCOMPARE(m_reader.state(u"web"_s), EntityState::Exited);
    QCOMPARE(m_reader.state(u"new"_s), EntityState::Created);
    QCOMPARE(batches->front().readings.size(), 4u); // running 0 and the restarts of both, nothing else
    QCOMPARE(figure(u"web"_s, MetricId::Running), 0.0);
}

void TestContainerCollector::restartIsAnotherRun()
{
    m_engine->answer("/containers/json", {'[' + podmanRow(kId, "web", "running", 4242, 100) + ']'});
    connect();
    VERIFY_OK(sweep());
    m_engine->answer("/containers/json", {'[' + podmanRow(kId, "web", "exited", 0, 100) + ']'});
    QVERIFY(sweepUntil([&] { return m_reader.state(u"web"_s) == EntityState::Exited; }));
    const std::optional<double> last = m_reader.reading(u"web"_s, MetricId::CpuTime);
    QVERIFY(last && qIsNaN(*last));
    QCOMPARE(m_reader.entity(u"web"_s)->run, u"100/4242"_s); // ending is no new run
    m_engine->answer("/containers/json", {'[' + podmanRow(kId, "web", "running", 4242, 200) + ']'});
    QVERIFY(sweepUntil([&] { return m_reader.entity(u"web"_s)->run == u"200/4242"_s; }));
    QCOMPARE(figure(u"web"_s, MetricId::CpuTime), 57.05042);
    QCOMPARE(figure(u"web"_s, MetricId::CpuAllocated), 0.5); // limits do not wait for their turn
}

void TestContainerCollector::removedIsGone()
{
    m_engine->answer("/containers/json", {'[' + podmanRow(kId, "web", "running", 4242) + ']'});
    connect();
    VERIFY_OK(sweep());
    m_engine->answer("/containers/json", {"[]"});
    QVERIFY(sweepUntil([&] { return m_reader.state(u"web"_s) == EntityState::Gone; }));
    VERIFY_OK(sweep());
    QVERIFY(!m_reader.reading(u"web"_s, MetricId::Running));
}

// Who removes a container and makes it anew gets a second history, not a second half of the first.
void TestContainerCollector::sameNameAgainIsAnother()
{
    const QString first = QString::fromLatin1(kId);
    const QString second = QString::fromLatin1(kOther);
    m_engine->answer("/containers/json", {'[' + podmanRow(kId, "web", "running", 4242) + ']'});
    connect();
    VERIFY_OK(sweep());
    QCOMPARE(m_reader.state(first), EntityState::Running);
    m_engine->answer("/containers/json", {'[' + podmanRow(kOther, "web", "running", 4243) + ']'});
    QVERIFY(sweepUntil([&] { return m_reader.state(second) == EntityState::Running; }));
    QVERIFY(sweepUntil([&] { return m_reader.state(first) == EntityState::Gone; }));
    QCOMPARE(m_reader.entity(first)->name, u"web"_s);
    QCOMPARE(m_reader.entity(second)->name, u"web"_s);
    VERIFY_OK(sweep());
    QVERIFY(!m_reader.reading(first, MetricId::Running));
    QVERIFY(m_reader.reading(second, MetricId::Running));
}

void TestContainerCollector::unhealthyIsAProblem()
{
    m_engine->answer("/containers/json",
                     {'[' + podmanRow(kId, "web", "running", 4242, 100, "unhealthy") + ']'});
    connect();
    VERIFY_OK(sweep());
    const EntityInfo ill = m_reader.entity(u"web"_s).value_or(EntityInfo());
    QCOMPARE(ill.problem, EntityProblem::Unhealthy);
    QCOMPARE(ill.problemSince, m_clock.now());
    m_engine->answer("/containers/json", {'[' + podmanRow(kId, "web", "running", 4242, 100, "healthy") + ']'});
    QVERIFY(sweepUntil([&] { return m_reader.entity(u"web"_s)->problem == EntityProblem::None; }));
    QCOMPARE(m_reader.entity(u"web"_s)->problemSince, TimePoint());
}

void TestContainerCollector::eventsArriveOnce()
{
    m_engine->answer("/containers/json", {'[' + podmanRow(kId, "web", "running", 4242) + ']'});
    connect();
    VERIFY_OK(sweep());
    QTRY_VERIFY(!m_engine->requests("/events").isEmpty());
    m_engine->push(eventOf(kId, "pause", 1'700'000'100'000'000'001));
    m_engine->push("not JSON at all");
    m_engine->push(QByteArray(2 * 1024 * 1024, 'x'));
    m_engine->push(eventOf(kId, "exec_died", 1'700'000'100'000'000'002));
    m_engine->push(eventOf(kId, "unpause", 1'700'000'100'000'000'003));
    QVERIFY(sweepUntil([&] { return m_reader.events().size() == 2; }));
    QCOMPARE(m_reader.eventTypes(u"web"_s), (QStringList{u"paused"_s, u"unpaused"_s}));
    QCOMPARE(m_reader.events().front().at, fromMillis(1'700'000'100'000));
    // The stream breaks; the next one begins with what was told already.
    m_engine->answer("/events", {eventOf(kId, "unpause", 1'700'000'100'000'000'003) + '\n'
                                     + eventOf(kId, "died", 1'700'000'101'000'000'000) + '\n',
                                 200, Manner::Stream});
    m_engine->hangUp();
    QVERIFY(sweepUntil([&] { return m_reader.events().size() >= 3; }));
    QCOMPARE(m_reader.eventTypes(u"web"_s), (QStringList{u"paused"_s, u"unpaused"_s, u"died"_s}));
    QVERIFY(m_engine->requests("/events").last().endsWith("&since=1700000100"));
}

void TestContainerCollector::eventOfUnlistedContainer()
{
    connect();
    VERIFY_OK(sweep());
    QTRY_VERIFY(!m_engine->requests("/events").isEmpty());
    m_engine->push(eventOf(kOther, "start", 1'700'000'100'000'000'001));
    QVERIFY(sweepUntil([&] { return !m_reader.events().isEmpty(); }));
    QCOMPARE(m_reader.entity(u"web"_s)->detail, u"img:1"_s);
    QVERIFY(sweepUntil([&] { return m_reader.state(u"web"_s) == EntityState::Gone; })); // never listed
    m_engine->push(eventOf(kOther, "remove", 1'700'000'100'000'000'002));
    QVERIFY(sweepUntil([&] { return m_reader.events().size() == 2; }));
    QCOMPARE(m_reader.eventTypes(u"web"_s), (QStringList{u"started"_s, u"removed"_s}));
    QCOMPARE(m_reader.state(u"web"_s), EntityState::Gone); // late news do not revive it
}

void TestContainerCollector::podmanRepeatsHealth()
{
    m_engine->answer("/containers/json", {'[' + podmanRow(kId, "web", "running", 4242, 100, "starting") + ']'});
    connect();
    VERIFY_OK(sweep());
    QTRY_VERIFY(!m_engine->requests("/events").isEmpty());
    // Podman 4.3 tells the state before the check: still "starting".
    for (int i = 0; i < 3; ++i)
        m_engine->push(
            eventOf(kId, "health_status", 1'700'000'100'000'000'000 + i, ",\"HealthStatus\":\"starting\""));
    for (int i = 0; i < 10; ++i)
        VERIFY_OK(sweep());
    QVERIFY(m_reader.events().isEmpty());
    m_engine->answer("/containers/json",
                     {'[' + podmanRow(kId, "web", "running", 4242, 100, "unhealthy") + ']'});
    m_engine->push(eventOf(kId, "health_status", 1'700'000'100'000'000'009, ",\"HealthStatus\":\"unhealthy\""));
    QVERIFY(sweepUntil([&] { return !m_reader.events().isEmpty(); }));
    for (int i = 0; i < 10; ++i)
        VERIFY_OK(sweep());
    QCOMPARE(m_reader.events().size(), 1);
    QCOMPARE(m_reader.events().front().type, u"health_status"_s);
    QCOMPARE(m_reader.events().front().text, u"unhealthy"_s);
}

void TestContainerCollector::stuckEngineKeepsFigures()
{
    m_engine->answer("/containers/json", {'[' + podmanRow(kId, "web", "running", 4242) + ']'});
    connect(u"v2"_s, SourceKind::Podman, hasty());
    VERIFY_OK(sweep());
    m_engine->answer("/containers/json", {"", 200, Manner::Stuck});
    QElapsedTimer one;
    int sweeps = 0;
    int slow = 0;
    const bool noticed = sweepUntil([&] {
        one.start();
        const auto batches = sweep();
        ++sweeps;
        slow += one.elapsed() > 200 ? 1 : 0;
        if (!batches || !qFuzzyCompare(figure(u"web"_s, MetricId::CpuTime), 57.05042))
            return true; // figures stopped: trouble() is not set, the check below fails
        return m_collector->trouble().has_value();
    });
    QVERIFY(noticed);
    QVERIFY(m_collector->trouble());
    QCOMPARE(m_collector->trouble()->kind, Error::Kind::Timeout);
    QCOMPARE(figure(u"web"_s, MetricId::CpuTime), 57.05042);
    QCOMPARE(figure(u"web"_s, MetricId::Running), 1.0);
    // Nobody waited for it: then each would have been slow, not just those in which the machine was busy.
    QVERIFY2(slow * 2 < sweeps, qPrintable(u"%1 of %2"_s.arg(slow).arg(sweeps)));
    m_engine->answer("/containers/json", {'[' + podmanRow(kId, "web", "running", 4242) + ']'});
    QVERIFY(sweepUntil([&] { return !m_collector->trouble(); }));
}

void TestContainerCollector::nothingToShowIsAnError_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("manner");
    QTest::addColumn<Error::Kind>("kind");
    QTest::newRow("stuck") << QByteArray() << 200 << int(Manner::Stuck) << Error::Kind::Timeout;
    QTest::newRow("truncated") << QByteArray("[{") << 200 << int(Manner::Truncated) << Error::Kind::Unreachable;
    QTest::newRow("oversized") << QByteArray() << 200 << int(Manner::Endless) << Error::Kind::Invalid;
    QTest::newRow("no JSON") << QByteArray("hello") << 200 << int(Manner::Whole) << Error::Kind::Invalid;
    QTest::newRow("cut JSON") << QByteArray("[{\"Id\":") << 200 << int(Manner::Whole) << Error::Kind::Invalid;
    QTest::newRow("forbidden") << QByteArray("{}") << 403 << int(Manner::Whole) << Error::Kind::Denied;
}

void TestContainerCollector::nothingToShowIsAnError()
{
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    QFETCH(int, manner);
    QFETCH(Error::Kind, kind);
    m_engine->answer("/containers/json", {body, status, static_cast<Manner>(manner)});
    connect(u"v2"_s, SourceKind::Podman, kind == Error::Kind::Timeout ? hasty() : patient());
    QElapsedTimer timer;
    timer.start();
    VERIFY_FAILS(sweep(), kind);
    VERIFY_FAILS(sweep(), kind); // and says so again
    QVERIFY(timer.elapsed() < 20'000);
    m_engine->answer("/containers/json", {"[]"});
    QVERIFY(sweepUntil([&] { return sweep().has_value(); }));
}

void TestContainerCollector::recoversFromNothing()
{
    m_engine.reset();
    QFile::remove(m_socket);
    connect();
    VERIFY_FAILS(sweep(), Error::Kind::Unreachable);
    m_engine = std::make_unique<FakeEngine>(m_socket);
    m_engine->answer("/containers/json", {'[' + podmanRow(kId, "web", "running", 4242) + ']'});
    VERIFY_OK(sweep()); // the very next sweep
    QCOMPARE(figure(u"web"_s, MetricId::CpuTime), 57.05042);
}

void TestContainerCollector::remotePodman()
{
    // Its first process is not on this machine.
    const QByteArray id("7ba156e0f692f59f7be018553306ffba3405cbd304e0133ce18fbe05eae235a7");
    m_engine->answer("/containers/json", {'[' + podmanRow(id, "far", "running", 99999) + ']'});
    m_engine->answer(id + "/json", {inspectOf(id)});
    m_engine->answer("/info", {recorded(u"podman4/info.json"_s)});
    QByteArray stats = recorded(u"podman5/stats.json"_s);
    stats.replace(kId, id);
    m_engine->answer("/containers/stats", {stats});
    connect();
    QVERIFY(sweepUntil([&] { return m_reader.reading(u"far"_s, MetricId::CpuTime).has_value(); }));
    QCOMPARE(figure(u"far"_s, MetricId::CpuTime), 57.050420123);
    QCOMPARE(figure(u"far"_s, MetricId::CpuCores), 2.0);
    QCOMPARE(figure(u"far"_s, MetricId::CpuAllocated), 0.5);
    QCOMPARE(figure(u"far"_s, MetricId::MemAllocated), 67108864.0);
    QCOMPARE(figure(u"far"_s, MetricId::MemResident), 33554432.0);
    QVERIFY(!m_reader.reading(u"far"_s, MetricId::MemUsed)); // Podman does not say how much of it is cache
    QCOMPARE(figure(u"far"_s, MetricId::NetRxBytes, u"eth0"_s), 1048576.0);
    QCOMPARE(figure(u"far"_s, MetricId::DiskWriteBytes), 8192.0);
    QCOMPARE(m_reader.entity(u"far"_s)->problem, EntityProblem::None);
}

void TestContainerCollector::remoteWithoutStats()
{
    m_engine->answer("/containers/json", {'[' + podmanRow(kOther, "far", "running", 99999) + ']'});
    m_engine->answer("/containers/stats", {recorded(u"podman4/stats_unknown.json"_s)});
    connect();
    QVERIFY(sweepUntil([&] {
        const std::optional<EntityInfo> info = m_reader.entity(u"far"_s);
        return info && info->problem == EntityProblem::StatsUnavailable;
    }));
    QVERIFY(!m_reader.reading(u"far"_s, MetricId::CpuTime));
    QCOMPARE(figure(u"far"_s, MetricId::Running), 1.0);
}

void TestContainerCollector::dockerLocal()
{
    m_engine->answer("/containers/json", {recorded(u"docker/list.json"_s)});
    m_engine->answer("0123456789abcdef/json", {recorded(u"docker/inspect.json"_s)});
    connect(u"v1"_s, SourceKind::Docker);
    VERIFY_OK(sweep());
    QCOMPARE(m_reader.entity(u"db"_s)->run, u"2026-11-23T21:38:01.574892763Z"_s);
    QCOMPARE(m_reader.entity(u"db"_s)->problem, EntityProblem::Unhealthy);
    QCOMPARE(figure(u"db"_s, MetricId::CpuTime), 57.050420123); // from its cgroup
    QCOMPARE(figure(u"db"_s, MetricId::RestartCount), 5.0);
    QCOMPARE(m_reader.state(u"old"_s), EntityState::Exited);
    QVERIFY(!m_reader.reading(u"old"_s, MetricId::CpuTime));
    QVERIFY(!m_engine->requests("/v1.41/containers/json?all=true").isEmpty());
    QVERIFY(m_engine->requests("/libpod/").isEmpty());
}

void TestContainerCollector::dockerRemote()
{
    QByteArray inspect = recorded(u"docker/inspect.json"_s);
    inspect.replace("4242", "99999");
    m_engine->answer("/containers/json", {recorded(u"docker/list.json"_s)});
    m_engine->answer("0123456789abcdef/json", {inspect});
    m_engine->answer("/info", {recorded(u"docker/info.json"_s)});
    m_engine->answer("0123456789abcdef/stats", {recorded(u"docker/stats.json"_s)});
    connect(u"v1"_s, SourceKind::Docker);
    QVERIFY(sweepUntil([&] { return m_reader.reading(u"db"_s, MetricId::CpuTime).has_value(); }));
    QCOMPARE(figure(u"db"_s, MetricId::MemUsed), 24.0 * 1024 * 1024);
    QCOMPARE(figure(u"db"_s, MetricId::CpuAllocated), 1.5);
    QCOMPARE(figure(u"db"_s, MetricId::DiskReadBytes, u"253:0"_s), 4096.0);
    QVERIFY(m_engine->requests("fedcba9876543210/stats").isEmpty()); // nobody asks for a stopped one
}

void TestContainerCollector::batchesGoForward()
{
    m_engine->answer("/containers/json", {'[' + podmanRow(kOther, "far", "running", 99999) + ','
                                          + podmanRow(kId, "web", "running", 4242) + ']'});
    QByteArray stats = recorded(u"podman5/stats.json"_s);
    stats.replace(kId, kOther);
    m_engine->answer("/containers/stats", {stats});
    connect();
    Ticks last{0};
    TimePoint lastAt{};
    int withStats = 0;
    QElapsedTimer timer;
    timer.start();
    while (withStats < 5 && timer.elapsed() < 20'000) {
        const auto batches = sweep();
        VERIFY_OK(batches);
        withStats += batches->size() > 1 ? 1 : 0;
        for (const SampleBatch &batch : *batches) {
            QVERIFY(batch.ticks > last);
            QVERIFY(batch.at > lastAt);
            last = batch.ticks;
            lastAt = batch.at;
        }
        QTest::qWait(5);
    }
    QCOMPARE(withStats, 5);
}

void TestContainerCollector::stopsWhileStuck()
{
    m_engine->answer("/containers/json", {"", 200, Manner::Stuck});
    m_engine->answer("/events", {"", 200, Manner::Stuck});
    SourceUri uri;
    uri.path = m_socket;
    QElapsedTimer timer;
    {
        ContainerCollector collector(uri, {SourceId(1), {}, &m_clock, 1000ms}, tree(u"v2"_s), patient());
        std::stop_source source;
        const Worker stopper(u"stopper"_s, [&](std::stop_token) {
            while (m_engine->requests("/events").isEmpty() || m_engine->requests("/containers").isEmpty())
                sleepFor(1ms, {});
            source.request_stop();
        });
        timer.start();
        VERIFY_FAILS(collector.collect(source.get_token()), Error::Kind::Cancelled);
    }
    QVERIFY(timer.elapsed() < 20'000); // a third of the deadline
}

QTEST_GUILESS_MAIN(TestContainerCollector)
#include "tst_containercollector.moc"
