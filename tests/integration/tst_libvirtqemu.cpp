// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/errortext.h"
#include "models/collect/collectorrunner.h"
#include "models/collect/libvirt/libvirtcollector.h"
#include "tests/support/batchlog.h"
#include "tests/support/engines/libvirtengine.h"
#include "tests/support/verify.h"

#include <QElapsedTimer>
#include <QScopeGuard>
#include <QSysInfo>
#include <QTest>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

#define ENGINE(command) QVERIFY2(command, m_engine.words().constData())

// A libvirtd of its own with real guests in software emulation. Three guests run from the start; alpha
// writes and burns known amounts and says so on its serial console.
class TestLibvirtQemu : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void figuresAgreeWithTheGuest();
    void stuckGuest();
    void everyGuestStuck();
    void newStartIsANewRun();
    void writableCollectorAsksForMemoryFigures();
    void stoppedDaemon();
    void restartedDaemon();
    void refusedCredentials_data();
    void refusedCredentials();
    void rightCredentials();
    void thousandDomainsByRpc();

private:
    CollectorContext context() const { return {SourceId(1), m_engine.uri(), &m_clock, 1000ms}; }
    QString key(const BatchLog &log, const QString &name) const
    {
        const auto info = log.named(name);
        return info ? info->key : QString();
    }

    SystemClock m_clock;
    TimePoint m_begun{}; // no guest is older
    LibvirtEngine m_engine;
};

namespace {

// A sweep that waits for a stuck guest waits five seconds at least; a busy machine may delay one for a second.
constexpr Milliseconds kHeldUp{3000};

/// Sweeps at one second like the collector's runner until `done` says so. Errors are counted, not fatal.
class Sweeper
{
public:
    Sweeper(Collector &collector, BatchLog &log)
        : m_collector(collector)
        , m_log(log)
    {
    }

    template<typename Done>
    bool until(int seconds, Done done)
    {
        QElapsedTimer timer;
        timer.start();
        while (timer.elapsed() < seconds * 1000) {
            QElapsedTimer sweep;
            sweep.start();
            const auto batches = m_collector.collect({});
            times.push_back(sweep.elapsed());
            if (batches)
                m_log.add(*batches);
            else
                errors.push_back(batches.error());
            if (done())
                return true;
            sleepFor(std::chrono::milliseconds(std::max<qint64>(0, 1000 - sweep.elapsed())), {});
        }
        return false;
    }
    void run(int seconds)
    {
        until(seconds, [] { return false; });
    }

    qint64 median() const
    {
        std::vector<qint64> sorted = times;
        std::sort(sorted.begin(), sorted.end());
        return sorted.empty() ? -1 : sorted[sorted.size() / 2];
    }

    std::vector<Error> errors;
    std::vector<qint64> times; // ms

private:
    Collector &m_collector;
    BatchLog &m_log;
};

/// Growth of a counter per second over the points after `since`.
double rateOf(const BatchLog::Points &points, TimePoint since)
{
    const auto first = std::find_if(points.begin(), points.end(),
                                    [since](const BatchLog::Point &point) { return point.at >= since; });
    if (first == points.end() || points.end() - first < 2)
        return kUnknown;
    return (points.back().value - first->value) / toSeconds(points.back().ticks - first->ticks);
}

/// The longest time between two known points after `since`.
Ticks longestGap(const BatchLog::Points &points, TimePoint since)
{
    Ticks longest{0};
    std::optional<Ticks> last;
    for (const BatchLog::Point &point : points) {
        if (point.at < since || std::isnan(point.value))
            continue;
        if (last)
            longest = std::max(longest, point.ticks - *last);
        last = point.ticks;
    }
    return last ? longest : Ticks(24h);
}

/// The same time as the collector, the guest itself and the host's kernel saw it; all per second.
struct Stretch {
    double vcpu = 0;         ///< the collector's: CPU time of the guest's one CPU
    double delay = 0;        ///< the collector's: how long the host kept that CPU waiting
    double cpu = 0;          ///< the collector's: CPU time of the whole guest
    double written = 0;      ///< the collector's: bytes to the disk
    double busy = 0;         ///< the guest's: its CPU was not idle
    double guestWritten = 0; ///< the guest's: bytes to the disk
    double process = 0;      ///< the kernel's: CPU time of the QEMU process

    /// To a tenth. An emulated guest is not told of stolen time: its clock goes on while the host lets its CPU
    /// wait, and it takes that for work. So what it calls busy is the time its CPU ran and the time it had to
    /// wait to run.
    bool agrees() const
    {
        const auto near = [](double actual, double expected) {
            return std::abs(actual - expected) <= 0.1 * std::abs(expected);
        };
        return near(vcpu + delay, busy) && near(written, guestWritten) && near(cpu, process);
    }

    QString words() const
    {
        return QStringLiteral(
                   "guest busy %1 and wrote %2 B/s, vcpu %3, delay %4, cpu %5, process %6, written %7 B/s")
            .arg(busy)
            .arg(guestWritten, 0, 'f', 0)
            .arg(vcpu)
            .arg(delay)
            .arg(cpu)
            .arg(process)
            .arg(written, 0, 'f', 0);
    }
};

Stretch measure(LibvirtEngine &engine, Sweeper &sweeper, const BatchLog &log, const QString &guest,
                const Clock &clock)
{
    const TimePoint start = clock.now();
    const LibvirtEngine::Work before = engine.work(guest);
    const double processBefore = engine.cpuSeconds(guest);
    QElapsedTimer timer;
    timer.start();
    sweeper.run(15);
    const double elapsed = double(timer.elapsed()) / 1000;
    const double processAfter = engine.cpuSeconds(guest);
    const LibvirtEngine::Work after = engine.work(guest);
    const double uptime = after.uptime - before.uptime;
    const QString key = log.named(guest)->key;
    Stretch stretch;
    stretch.vcpu = rateOf(log.points(key, MetricId::VcpuTime, QStringLiteral("0")), start);
    stretch.delay = rateOf(log.points(key, MetricId::VcpuDelay, QStringLiteral("0")), start);
    stretch.cpu = rateOf(log.points(key, MetricId::CpuTime), start);
    stretch.written = rateOf(log.points(key, MetricId::DiskWriteBytes, QStringLiteral("vda")), start);
    stretch.busy = (after.busy - before.busy) / uptime;
    stretch.guestWritten = (after.written - before.written) / uptime;
    stretch.process = (processAfter - processBefore) / elapsed;
    return stretch;
}

} // namespace

void TestLibvirtQemu::initTestCase()
{
    m_begun = m_clock.now();
    ENGINE(m_engine.start());
    ENGINE(m_engine.guest(u"alpha"_s, 1024, 60));
    ENGINE(m_engine.guest(u"beta"_s));
    ENGINE(m_engine.guest(u"gamma"_s));
}

void TestLibvirtQemu::figuresAgreeWithTheGuest()
{
    LibvirtCollector collector(context());
    BatchLog log;
    Sweeper sweeper(collector, log);
    const TimePoint start = m_clock.now();
    // The three do not look at the same instant; in a stretch in which the host turned to other things in
    // between that shows.
    Stretch stretch;
    for (int attempt = 0; attempt < 4; ++attempt) {
        stretch = measure(m_engine, sweeper, log, u"alpha"_s, m_clock);
        if (stretch.agrees())
            break;
    }
    QVERIFY(sweeper.errors.empty());
    QVERIFY2(stretch.busy > 0.3, qPrintable(stretch.words()));
    QVERIFY2(stretch.cpu > 0.95 * stretch.vcpu, qPrintable(stretch.words())); // and what emulates its devices
    QVERIFY2(stretch.agrees(), qPrintable(stretch.words()));

    QCOMPARE(log.entities().size(), 3);
    const QString alpha = key(log, u"alpha"_s);
    QVERIFY(alpha.startsWith(u"vm:"_s + QSysInfo::machineHostName() + u'/'));
    QCOMPARE(log.last(alpha, MetricId::Running), 1.0);
    QCOMPARE(log.last(alpha, MetricId::CpuAllocated), 1.0);
    QCOMPARE(log.last(alpha, MetricId::MemAllocated), 128.0 * 1024 * 1024);
    QVERIFY(log.last(alpha, MetricId::MemUsed) > 0);
    QVERIFY(log.last(alpha, MetricId::MemUsed) < 128.0 * 1024 * 1024);
    QVERIFY(log.last(alpha, MetricId::MemCache) > 0);
    QVERIFY(log.last(alpha, MetricId::MemResident) > 0);
    QVERIFY(log.last(alpha, MetricId::BalloonAge) < 5);
    QCOMPARE(log.last(alpha, MetricId::DiskCapacity, u"vda"_s), 64.0 * 1024 * 1024);
    // NICs are known by MAC, not by the host's changing device name.
    const QStringList nics = log.instances(alpha, MetricId::NetTxBytes);
    QCOMPARE(nics.size(), 1);
    QVERIFY2(nics.first().startsWith(u"52:54:00:"_s), qPrintable(nics.first()));
    QVERIFY(log.last(alpha, MetricId::NetTxBytes, nics.first()) > 0);
    QVERIFY(log.last(alpha, MetricId::CpuAllocPercent) > 0);
    QCOMPARE(log.impossible(), QStringList());
    QCOMPARE(log.backwards(), 0);
    for (const QString &name : {u"alpha"_s, u"beta"_s, u"gamma"_s})
        QVERIFY(longestGap(log.points(key(log, name), MetricId::CpuTime), start + 2s) < kHeldUp);
    qInfo("three guests: median sweep %lld ms; %s", sweeper.median(), qPrintable(stretch.words()));
}

void TestLibvirtQemu::stuckGuest()
{
    LibvirtCollector collector(context());
    BatchLog log;
    Sweeper sweeper(collector, log);
    sweeper.run(4);
    const QString stuck = key(log, u"beta"_s);
    const TimePoint start = m_clock.now();
    ENGINE(m_engine.signalGuest(u"beta"_s, u"STOP"_s));
    QElapsedTimer timer;
    timer.start();
    const bool named = sweeper.until(
        15, [&] { return log.entities().value(stuck).problem == EntityProblem::MonitorNotAnswering; });
    const qint64 namedAfter = timer.elapsed();
    sweeper.run(8);
    const TimePoint end = m_clock.now();
    ENGINE(m_engine.signalGuest(u"beta"_s, u"CONT"_s));
    QVERIFY(named);
    const auto since = log.entities().value(stuck).problemSince;
    QVERIFY(since >= start - 1s && since <= start + 3s);
    QVERIFY(sweeper.errors.empty());
    QVERIFY2(*std::max_element(sweeper.times.begin(), sweeper.times.end()) < kHeldUp.count(),
             "a sweep was held up");

    // The others kept one sample a period all the time; what needs their monitor missed a moment at most.
    for (const QString &name : {u"alpha"_s, u"gamma"_s}) {
        const QString other = key(log, name);
        QCOMPARE(log.entities().value(other).problem, EntityProblem::None);
        QVERIFY(longestGap(log.points(other, MetricId::CpuTime), start) < kHeldUp);
        QVERIFY(longestGap(log.points(other, MetricId::Running), start) < kHeldUp);
        QVERIFY(longestGap(log.points(other, MetricId::DiskWriteBytes, u"vda"_s), start) < 4s);
    }
    // What never blocks goes on for the stuck one as well: it does nothing, and that is known.
    QVERIFY(longestGap(log.points(stuck, MetricId::CpuTime), start) < kHeldUp);
    QCOMPARE(log.last(stuck, MetricId::CpuAllocPercent), 0.0);
    QVERIFY(std::isnan(log.last(stuck, MetricId::DiskWriteRate, u"vda"_s)));

    timer.start();
    QVERIFY(sweeper.until(15, [&] {
        const BatchLog::Points writes = log.points(stuck, MetricId::DiskWriteBytes, u"vda"_s);
        return log.entities().value(stuck).problem == EntityProblem::None && !writes.empty()
               && writes.back().at > end && std::isfinite(writes.back().value);
    }));
    qInfo("named after %.1f s, back %.1f s after it went on", double(namedAfter) / 1000,
          double(timer.elapsed()) / 1000);
    QCOMPARE(log.impossible(), QStringList());
    QCOMPARE(log.backwards(), 0);
}

// More than there may be hanging calls: each is named all the same, and all come back.
void TestLibvirtQemu::everyGuestStuck()
{
    const QStringList names{u"alpha"_s, u"beta"_s, u"gamma"_s};
    LibvirtCollector collector(context());
    BatchLog log;
    Sweeper sweeper(collector, log);
    sweeper.run(3);
    for (const QString &name : names)
        ENGINE(m_engine.signalGuest(name, u"STOP"_s));
    const TimePoint start = m_clock.now();
    const bool named = sweeper.until(25, [&] {
        return std::all_of(names.begin(), names.end(), [&](const QString &name) {
            return log.named(name)->problem == EntityProblem::MonitorNotAnswering;
        });
    });
    const TimePoint end = m_clock.now();
    for (const QString &name : names)
        ENGINE(m_engine.signalGuest(name, u"CONT"_s));
    QVERIFY(named);
    QVERIFY(sweeper.errors.empty());
    QVERIFY2(*std::max_element(sweeper.times.begin(), sweeper.times.end()) < kHeldUp.count(),
             "a sweep was held up");
    for (const QString &name : names)
        QVERIFY(longestGap(log.points(key(log, name), MetricId::CpuTime), start) < kHeldUp);
    QVERIFY(sweeper.until(20, [&] {
        return std::all_of(names.begin(), names.end(), [&](const QString &name) {
            const EntityInfo info = *log.named(name);
            const BatchLog::Points writes = log.points(info.key, MetricId::DiskWriteBytes, u"vda"_s);
            return info.problem == EntityProblem::None && writes.back().at > end
                   && std::isfinite(writes.back().value);
        });
    }));
    QCOMPARE(log.impossible(), QStringList());
    QCOMPARE(log.backwards(), 0);
}

void TestLibvirtQemu::newStartIsANewRun()
{
    LibvirtCollector collector(context());
    BatchLog log;
    Sweeper sweeper(collector, log);
    sweeper.run(3);
    const EntityInfo before = *log.named(u"gamma"_s);
    const QString nic = log.instances(before.key, MetricId::NetTxBytes).value(0);
    // It ran before anybody watched; the kernel knows since when.
    QVERIFY(before.started > m_begun - 1s && before.started < m_clock.now() - 3s);
    ENGINE(m_engine.virsh({u"destroy"_s, u"gamma"_s}));
    // Transient: once destroyed, libvirt knows it no more.
    QVERIFY(sweeper.until(10, [&] { return log.entities().value(before.key).state == EntityState::Gone; }));
    const TimePoint beforeStart = m_clock.now();
    ENGINE(m_engine.guest(u"gamma"_s));
    const TimePoint afterStart = m_clock.now();
    QVERIFY(sweeper.until(10, [&] {
        return log.entities().value(before.key).state == EntityState::Running
               && log.instances(before.key, MetricId::NetTxBytes).contains(nic);
    }));
    sweeper.run(4);
    const EntityInfo after = log.entities().value(before.key);
    QCOMPARE(after.key, before.key);
    QVERIFY(after.run != before.run);
    QVERIFY(after.started > beforeStart - 1s && after.started < afterStart + 1s);
    QVERIFY(log.events(before.key).contains(u"stopped"_s));
    QVERIFY(log.events(before.key).contains(u"gone"_s));
    QVERIFY(log.events(before.key).contains(u"started"_s));
    // Another device on the host, the same NIC in history.
    QCOMPARE(log.instances(before.key, MetricId::NetTxBytes), QStringList{nic});
    QCOMPARE(log.impossible(), QStringList());

    // The guest resets itself: the same QEMU, the same run, counters go on.
    ENGINE(m_engine.virsh({u"reset"_s, u"gamma"_s}));
    sweeper.run(3);
    QCOMPARE(log.entities().value(before.key).run, after.run);
    QVERIFY(log.events(before.key).contains(u"rebooted"_s));
    QCOMPARE(log.impossible(), QStringList());
}

void TestLibvirtQemu::writableCollectorAsksForMemoryFigures()
{
    ENGINE(m_engine.virsh({u"dommemstat"_s, u"alpha"_s, u"--period"_s, u"0"_s, u"--live"_s}));
    const auto period = [this] {
        return m_engine.virsh({u"dumpxml"_s, u"alpha"_s}) && m_engine.words().contains("<stats period=");
    };
    QVERIFY(!period());
    {
        LibvirtCollector reader(context());
        BatchLog log;
        Sweeper(reader, log).run(4);
        QVERIFY(!period()); // read-only changes nothing
    }
    LibvirtCollector writer(context(), false);
    BatchLog log;
    Sweeper sweeper(writer, log);
    QVERIFY(sweeper.until(10, [&] { return period(); }));
}

// Somebody is there and does not answer: no sweep may hang, and all is well when it goes on.
void TestLibvirtQemu::stoppedDaemon()
{
    LibvirtCollector collector(context());
    BatchLog log;
    Sweeper sweeper(collector, log);
    sweeper.run(2);
    QVERIFY(sweeper.errors.empty());
    ENGINE(m_engine.daemon(u"stop"_s));
    const bool failed = sweeper.until(10, [&] { return !sweeper.errors.empty(); });
    ENGINE(m_engine.daemon(u"cont"_s));
    QVERIFY(failed);
    QCOMPARE(sweeper.errors.front().kind, Error::Kind::Timeout);
    QCOMPARE(sweeper.errors.front().subject, m_engine.uri());
    QVERIFY(*std::max_element(sweeper.times.begin(), sweeper.times.end()) < 15'000);
    const qsizetype before = log.batches();
    QVERIFY(sweeper.until(10, [&] { return log.batches() > before + 2; }));
    QCOMPARE(log.backwards(), 0);
    QCOMPARE(log.impossible(), QStringList());
}

void TestLibvirtQemu::restartedDaemon()
{
    LibvirtCollector collector(context());
    BatchLog log;
    Sweeper sweeper(collector, log);
    sweeper.run(3);
    const EntityInfo before = *log.named(u"alpha"_s);
    ENGINE(m_engine.daemon(u"kill"_s));
    QVERIFY(sweeper.until(10, [&] { return sweeper.errors.size() >= 2; }));
    for (const Error &error : sweeper.errors)
        QCOMPARE(error.kind, Error::Kind::Unreachable);
    ENGINE(m_engine.daemon(u"start"_s));
    const TimePoint back = m_clock.now();
    QVERIFY(sweeper.until(15, [&] {
        const BatchLog::Points writes = log.points(before.key, MetricId::DiskWriteBytes, u"vda"_s);
        return !writes.empty() && writes.back().at > back && std::isfinite(writes.back().value);
    }));
    // The guest ran on: the same run. Events arrive again.
    QCOMPARE(log.entities().value(before.key).run, before.run);
    QCOMPARE(log.entities().value(before.key).state, EntityState::Running);
    ENGINE(m_engine.virsh({u"suspend"_s, u"alpha"_s}));
    QVERIFY(sweeper.until(5, [&] { return log.events(before.key).contains(u"paused"_s); }));
    QCOMPARE(log.entities().value(before.key).state, EntityState::Paused);
    QCOMPARE(log.entities().value(before.key).detail, u"user"_s);
    QCOMPARE(log.impossible(), QStringList());
    QCOMPARE(log.backwards(), 0);
}

void TestLibvirtQemu::refusedCredentials_data()
{
    QTest::addColumn<QString>("login");
    const QString none = m_engine.path(u"auth.none"_s);
    QFile file(none);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QTest::newRow("nothing to log in with") << none;
    QTest::newRow("a wrong password") << m_engine.path(u"auth.wrong"_s);
}

// The daemon itself turns the collector away, which asks nobody and does not wait; once it lets it in, all is
// well without anybody's help.
void TestLibvirtQemu::refusedCredentials()
{
    QFETCH(QString, login);
    ENGINE(m_engine.auth(u"sasl"_s));
    qputenv("LIBVIRT_AUTH_FILE", login.toUtf8());
    const auto forget = qScopeGuard([] { qunsetenv("LIBVIRT_AUTH_FILE"); });
    {
        // As the program runs it: a state that says so, and ever longer pauses.
        Channel<SampleBatch> out(100);
        CollectorRunner runner(
            context(), [](const CollectorContext &given) { return std::make_unique<LibvirtCollector>(given); },
            out);
        QTRY_VERIFY_WITH_TIMEOUT(runner.status().misses >= 3, 30'000);
        const SourceStatus status = runner.status();
        QCOMPARE(status.state, SourceState::Failed);
        QCOMPARE(status.error->kind, Error::Kind::Denied);
        QVERIFY(status.nextTry && *status.nextTry - status.since >= 3s);
        QCOMPARE(status.readings, 0);
    }
    LibvirtCollector collector(context());
    BatchLog log;
    Sweeper sweeper(collector, log);
    sweeper.run(4);
    QVERIFY(sweeper.errors.size() >= 2);
    for (const Error &error : sweeper.errors) {
        QCOMPARE(error.kind, Error::Kind::Denied);
        QCOMPARE(error.subject, m_engine.uri());
        QVERIFY2(error.what.contains(u"authentication"_s), qPrintable(error.what));
    }
    QCOMPARE(log.batches(), 0);
    QVERIFY(*std::max_element(sweeper.times.begin(), sweeper.times.end()) < 4800);
    qInfo("shown as: %s", qPrintable(errorText(sweeper.errors.front())));
    ENGINE(m_engine.auth(u"none"_s));
    QVERIFY(sweeper.until(15, [&] { return log.entities().size() == 3; }));
}

void TestLibvirtQemu::rightCredentials()
{
    ENGINE(m_engine.auth(u"sasl"_s));
    qputenv("LIBVIRT_AUTH_FILE", m_engine.path(u"auth.right"_s).toUtf8());
    const auto forget = qScopeGuard([] { qunsetenv("LIBVIRT_AUTH_FILE"); });
    LibvirtCollector collector(context());
    BatchLog log;
    Sweeper sweeper(collector, log);
    QVERIFY(sweeper.until(15, [&] { return log.entities().size() == 3; }));
    QVERIFY(sweeper.errors.empty());
    ENGINE(m_engine.auth(u"none"_s));
}

// The test driver inside the daemon: what a sweep over many domains costs through its socket.
void TestLibvirtQemu::thousandDomainsByRpc()
{
    constexpr int kDomains = 1000;
    const QString path = m_engine.path(u"node.xml"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("<node>");
    for (int i = 0; i < kDomains; ++i) {
        file.write(u"<domain type='test'><name>guest%1</name><uuid>00000000-0000-4000-8000-%2</uuid>"
                   "<memory>131072</memory><os><type>hvm</type></os></domain>"_s.arg(i)
                       .arg(i, 12, 16, QLatin1Char('0'))
                       .toUtf8());
    }
    file.write("</node>");
    file.close();
    const QString socket = m_engine.uri().section(u'?', 1);
    const CollectorContext fleet{SourceId(2), u"test+unix://%1?%2"_s.arg(path, socket), &m_clock, 1000ms};
    LibvirtCollector collector(fleet);
    BatchLog log;
    Sweeper sweeper(collector, log);
    sweeper.run(5);
    QVERIFY(sweeper.until(30, [&log] {
        const auto all = log.entities();
        return all.size() == kDomains && std::all_of(all.begin(), all.end(), [&log](const EntityInfo &info) {
                   return log.points(info.key, MetricId::CpuTime).size() >= 3;
               });
    }));
    QVERIFY(sweeper.errors.empty());
    for (const EntityInfo &info : log.entities())
        QCOMPARE(info.state, EntityState::Running);
    qInfo("1,000 domains by RPC: first sweep %lld ms, median %lld ms", sweeper.times.front(), sweeper.median());
    QVERIFY(sweeper.median() < 5000); // an order of magnitude below one call a domain
}

QTEST_GUILESS_MAIN(TestLibvirtQemu)
#include "tst_libvirtqemu.moc"
