// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/libvirt/libvirtcollector.h"
#include "tests/support/batchlog.h"
#include "tests/support/verify.h"

#include <QElapsedTimer>
#include <QFile>
#include <QLocalServer>
#include <QTemporaryDir>
#include <QTest>
#include <libvirt/libvirt.h>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// The test driver runs inside this process: no daemon, no guest, and statistics in bulk give the state
// only. What it is good for: inventory, life cycle, the way without bulk figures, and large numbers.
class TestLibvirtTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void inventory();
    void figuresWithoutBulk();
    void lifeCycle();
    void transientDomainIsGone();
    void sameNameAgainIsAnother();
    void thousandDomains();
    void refusals_data();
    void refusals();
    void stopReturnsAtOnce();

private:
    CollectorContext context(const QString &uri) const { return {SourceId(1), uri, &m_clock, 1000ms}; }

    SystemClock m_clock;
};

namespace {

const QString kDefault = u"test:///default"_s;
const QString kTestKey = u"vm:test-default/6695eb01-f6a4-8304-79aa-97f2502e193f"_s;

struct Closer {
    void operator()(virConnectPtr connection) const { virConnectClose(connection); }
};
using Connection = std::unique_ptr<virConnect, Closer>;

Result<> sweep(Collector &collector, BatchLog &log)
{
    const auto batches = collector.collect({});
    if (!batches)
        return tl::unexpected(batches.error());
    log.add(*batches);
    return {};
}

/// For QTRY_COMPARE: looks again before each comparison.
void sweptAgain(Collector &collector, BatchLog &log)
{
    if (const auto batches = collector.collect({}))
        log.add(*batches);
}

QString domainXml(int number)
{
    return u"<domain type='test'><name>guest%1</name><uuid>00000000-0000-4000-8000-%2</uuid>"
           "<memory>131072</memory><vcpu>2</vcpu><os><type>hvm</type></os><devices>"
           "<disk type='file'><source file='/images/%1'/><target dev='vda'/></disk>"
           "<interface type='network'><mac address='52:54:00:00:%3:%4'/><source network='default'/>"
           "<target dev='testnet%1'/></interface></devices></domain>"_s.arg(number)
               .arg(number, 12, 16, QLatin1Char('0'))
               .arg(number / 256, 2, 16, QLatin1Char('0'))
               .arg(number % 256, 2, 16, QLatin1Char('0'));
}

} // namespace

void TestLibvirtTest::inventory()
{
    LibvirtCollector collector(context(kDefault));
    BatchLog log;
    VERIFY_OK(sweep(collector, log));
    QCOMPARE(log.entities().keys(), QStringList{kTestKey});
    const EntityInfo info = log.entities().value(kTestKey);
    QCOMPARE(info.kind, EntityKind::VirtualMachine);
    QCOMPARE(info.name, u"test"_s);
    QCOMPARE(info.host, u"test-default"_s);
    QCOMPARE(info.state, EntityState::Running);
    QCOMPARE(info.run, u"1"_s);
    QCOMPARE(info.started, TimePoint()); // nobody saw it start
    QCOMPARE(log.last(kTestKey, MetricId::Running), 1.0);
    // Nothing changed: nothing is told again.
    const auto again = collector.collect({});
    VERIFY_OK(again);
    for (const SampleBatch &batch : *again)
        QVERIFY(batch.entities.empty());
}

void TestLibvirtTest::figuresWithoutBulk()
{
    LibvirtCollector collector(context(kDefault));
    BatchLog log;
    for (int i = 0; i < 3; ++i)
        VERIFY_OK(sweep(collector, log));
    QCOMPARE(log.last(kTestKey, MetricId::CpuAllocated), 2.0);
    QVERIFY(log.last(kTestKey, MetricId::CpuTime) > 0);
    QVERIFY(log.last(kTestKey, MetricId::CpuCores) > 0);
    QCOMPARE(log.last(kTestKey, MetricId::MemMaximum), 8388608.0 * 1024);
    QVERIFY(log.last(kTestKey, MetricId::MemAllocated) > 0);
    QCOMPARE(log.backwards(), 0);
    QCOMPARE(log.impossible(), QStringList());
}

void TestLibvirtTest::lifeCycle()
{
    LibvirtCollector collector(context(kDefault));
    BatchLog log;
    VERIFY_OK(sweep(collector, log));
    // The default test host is one a process: this connection acts on what the collector watches.
    const Connection connection(virConnectOpen("test:///default"));
    QVERIFY(connection);
    const DomainHandle domain(virDomainLookupByName(connection.get(), "test"));
    QVERIFY(domain);

    QCOMPARE(virDomainSuspend(domain.get()), 0);
    QTRY_COMPARE((sweptAgain(collector, log), log.entities().value(kTestKey).state), EntityState::Paused);
    QCOMPARE(log.last(kTestKey, MetricId::Running), 0.0);
    QCOMPARE(virDomainResume(domain.get()), 0);
    QCOMPARE(virDomainDestroy(domain.get()), 0);
    QTRY_COMPARE((sweptAgain(collector, log), log.entities().value(kTestKey).state), EntityState::ShutOff);
    QCOMPARE(log.entities().value(kTestKey).detail, u"destroyed"_s);

    const std::size_t figures = log.points(kTestKey, MetricId::CpuTime).size();
    VERIFY_OK(sweep(collector, log));
    QCOMPARE(log.points(kTestKey, MetricId::CpuTime).size(), figures); // off: no figures
    QCOMPARE(log.last(kTestKey, MetricId::Running), 0.0);

    QVERIFY(!log.entities().value(kTestKey).hasSavedState);

    const TimePoint before = m_clock.now();
    QCOMPARE(virDomainCreate(domain.get()), 0);
    QTRY_COMPARE((sweptAgain(collector, log), log.entities().value(kTestKey).state), EntityState::Running);
    // Its start was told of, unlike the one before it was watched.
    QTRY_VERIFY((sweptAgain(collector, log), log.entities().value(kTestKey).started >= before));
    QVERIFY(log.entities().value(kTestKey).started <= m_clock.now());
    QVERIFY(log.entities().value(kTestKey).run != u"1"_s); // another start, another run
    const QStringList expected{u"paused"_s, u"resumed"_s, u"stopped"_s, u"started"_s};
    QTRY_COMPARE((sweptAgain(collector, log), log.events(kTestKey)), expected);
    QCOMPARE(log.impossible(), QStringList());

    QCOMPARE(virDomainManagedSave(domain.get(), 0), 0);
    QTRY_VERIFY((sweptAgain(collector, log), log.entities().value(kTestKey).hasSavedState));
    QCOMPARE(log.entities().value(kTestKey).state, EntityState::ShutOff);
    QCOMPARE(log.entities().value(kTestKey).started, TimePoint());
    QCOMPARE(virDomainCreate(domain.get()), 0);
    QTRY_COMPARE((sweptAgain(collector, log), log.entities().value(kTestKey).state), EntityState::Running);
    QVERIFY(!log.entities().value(kTestKey).hasSavedState);
    QTRY_VERIFY((sweptAgain(collector, log), log.entities().value(kTestKey).started > before));
}

void TestLibvirtTest::transientDomainIsGone()
{
    LibvirtCollector collector(context(kDefault));
    BatchLog log;
    VERIFY_OK(sweep(collector, log));
    const Connection connection(virConnectOpen("test:///default"));
    const DomainHandle domain(virDomainCreateXML(connection.get(), domainXml(7).toUtf8().constData(), 0));
    QVERIFY(domain);
    VERIFY_OK(sweep(collector, log));
    const QString key = u"vm:test-default/00000000-0000-4000-8000-000000000007"_s;
    QCOMPARE(log.entities().value(key).state, EntityState::Running);
    QCOMPARE(virDomainDestroy(domain.get()), 0);
    QTRY_COMPARE((sweptAgain(collector, log), log.entities().value(key).state), EntityState::Gone);
    QVERIFY(log.events(key).contains(u"gone"_s));
    QCOMPARE(log.entities().size(), 2); // history stays under its UUID
}

// Who tears a guest down and makes it anew gets a second history, not a second half of the first.
void TestLibvirtTest::sameNameAgainIsAnother()
{
    LibvirtCollector collector(context(kDefault));
    BatchLog log;
    const Connection connection(virConnectOpen("test:///default"));
    const auto create = [&connection](int uuid) {
        const QString xml = domainXml(uuid).replace(u"guest%1"_s.arg(uuid), u"phoenix"_s);
        return DomainHandle(virDomainCreateXML(connection.get(), xml.toUtf8().constData(), 0));
    };
    const QString first = u"vm:test-default/00000000-0000-4000-8000-000000000008"_s;
    const QString second = u"vm:test-default/00000000-0000-4000-8000-000000000009"_s;
    const DomainHandle before = create(8);
    QVERIFY(before);
    QTRY_COMPARE((sweptAgain(collector, log), log.entities().value(first).state), EntityState::Running);
    QCOMPARE(virDomainDestroy(before.get()), 0);
    const DomainHandle after = create(9);
    QVERIFY(after);
    QTRY_COMPARE((sweptAgain(collector, log), log.entities().value(first).state), EntityState::Gone);
    QTRY_COMPARE((sweptAgain(collector, log), log.entities().value(second).state), EntityState::Running);
    QCOMPARE(log.entities().value(first).name, u"phoenix"_s);
    QCOMPARE(log.entities().value(second).name, u"phoenix"_s);
    QVERIFY(log.events(first).contains(u"gone"_s));
    QVERIFY(!log.events(second).contains(u"gone"_s));
    QCOMPARE(virDomainDestroy(after.get()), 0);
}

void TestLibvirtTest::thousandDomains()
{
    constexpr int kDomains = 1000;
    QTemporaryDir dir;
    QFile file(dir.filePath(u"node.xml"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("<node><cpu><mhz>6000</mhz><model>i986</model><active>50</active></cpu>");
    for (int i = 0; i < kDomains; ++i)
        file.write(domainXml(i).toUtf8());
    file.write("</node>");
    file.close();

    LibvirtCollector collector(context(u"test://"_s + file.fileName()));
    BatchLog log;
    QElapsedTimer timer;
    timer.start();
    const auto isComplete = [&] {
        const auto &all = log.entities();
        return all.size() == kDomains && std::all_of(all.begin(), all.end(), [&](const EntityInfo &info) {
                   return log.points(info.key, MetricId::CpuTime).size() >= 2
                          && log.last(info.key, MetricId::MemMaximum) == 131072.0 * 1024;
               });
    };
    // A slow machine may need more than one attempt to open so large a node.
    while (!isComplete() && timer.elapsed() < 60'000)
        sweptAgain(collector, log);
    QVERIFY(isComplete());
    const qint64 complete = timer.elapsed();
    for (const EntityInfo &info : log.entities())
        QCOMPARE(info.state, EntityState::Running);

    std::vector<qint64> times;
    for (int i = 0; i < 7; ++i) {
        timer.start();
        VERIFY_OK(sweep(collector, log));
        times.push_back(timer.nsecsElapsed() / 1000);
    }
    QCOMPARE(log.backwards(), 0);
    QCOMPARE(log.impossible(), QStringList());
    std::sort(times.begin(), times.end());
    qInfo("1,000 domains: all figures after %lld ms; a sweep takes %.1f ms, at worst %.1f ms", complete,
          double(times[times.size() / 2]) / 1000, double(times.back()) / 1000);
    QVERIFY(times.back() < 2'000'000);
}

void TestLibvirtTest::refusals_data()
{
    QTest::addColumn<QString>("uri");
    QTest::addColumn<Error::Kind>("kind");
    QTest::newRow("no socket") << u"qemu+unix:///system?socket=/nowhere/libvirt-sock"_s
                               << Error::Kind::Unreachable;
    QTest::newRow("nobody listens") << u"qemu+tcp://127.0.0.1:1/system"_s << Error::Kind::Unreachable;
    QTest::newRow("no such host") << u"qemu+tcp://host.invalid/system"_s << Error::Kind::Unreachable;
    QTest::newRow("test host without a file") << u"test:///nowhere/node.xml"_s << Error::Kind::Invalid;
}

void TestLibvirtTest::refusals()
{
    QFETCH(QString, uri);
    QFETCH(Error::Kind, kind);
    LibvirtCollector collector(context(uri));
    const auto first = collector.collect({});
    VERIFY_FAILS(first, kind);
    QCOMPARE(first.error().subject, uri);
    QVERIFY(!first.error().what.isEmpty());
    VERIFY_FAILS(collector.collect({}), kind); // and again: it tries anew each time
}

// A server that accepts and then says nothing, as a stopped libvirtd does.
void TestLibvirtTest::stopReturnsAtOnce()
{
    QTemporaryDir dir;
    QLocalServer silent;
    const QString path = dir.filePath(u"sock"_s);
    QVERIFY(silent.listen(path));
    QElapsedTimer timer;
    {
        LibvirtCollector collector(context(u"qemu+unix:///system?socket="_s + path));
        timer.start();
        VERIFY_FAILS(collector.collect({}), Error::Kind::Timeout);
        QVERIFY(timer.elapsed() < 20'000);

        std::stop_source source;
        source.request_stop();
        timer.start();
        VERIFY_FAILS(collector.collect(source.get_token()), Error::Kind::Cancelled);
        QVERIFY(timer.elapsed() < 3000); // less than the deadline above
        timer.start();
    }
    QVERIFY(timer.elapsed() < 20'000); // destroyed although the call still hangs
}

QTEST_GUILESS_MAIN(TestLibvirtTest)
#include "tst_libvirttest.moc"
