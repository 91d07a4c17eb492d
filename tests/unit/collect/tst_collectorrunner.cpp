// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/collectorrunner.h"

#include "models/collect/deriver.h"
#include "tests/support/batchtext.h"
#include "tests/support/fakeclock.h"
#include "tests/support/scriptedcollector.h"

#include <QElapsedTimer>
#include <QTest>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

/// Keeps what came out of the channel.
struct Sink {
    Channel<SampleBatch> channel;
    SeriesList series;
    QStringList texts;

    explicit Sink(std::size_t capacity = 1000)
        : channel(capacity)
    {
    }
    QStringList all()
    {
        for (const SampleBatch &batch : channel.drain()) {
            QStringList parts = series.texts(batch);
            if (batch.failed)
                parts.prepend(u"failed"_s);
            texts.append(parts.join(u' '));
        }
        return texts;
    }
};

CollectorRunner::MakeCollector play(const std::shared_ptr<Script> &script)
{
    return [script](const CollectorContext &context) {
        return std::make_unique<ScriptedCollector>(context, script);
    };
}

} // namespace

class TestCollectorRunner : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_script = std::make_shared<Script>(); }
    void cleanup();
    void deadlines();
    void sweepsAtThePeriod();
    void firstFailureIsMarkedOnce();
    void recoversAfterErrors();
    void exceptionsAreErrors();
    void makerThatThrows();
    void makerWithoutResult();
    void endStopsAndTells();
    void fullChannelKeepsDefinitions();
    void hangingSweepIsStale();
    void stopsAtOnce();
    void abandonsAStuckThread();
    void statusFromManyThreads();

private:
    CollectorContext context(Milliseconds period = 5ms)
    {
        return {SourceId(6), u"scripted:"_s, &m_system, period};
    }
    SystemClock m_system;
    std::shared_ptr<Script> m_script;
};

void TestCollectorRunner::cleanup()
{
    m_script->release();
    QTRY_VERIFY(!m_script->isCollectorAlive()); // abandoned threads end as well
}

void TestCollectorRunner::deadlines()
{
    QVERIFY(CollectorRunner::deadline(1000ms) == 5000ms);
    QVERIFY(CollectorRunner::deadline(10s) == 30s);
}

void TestCollectorRunner::sweepsAtThePeriod()
{
    Sink sink;
    m_script->give(1);
    m_script->give(2);
    m_script->give(3);
    const CollectorRunner runner(context(), play(m_script), sink.channel);
    QTRY_VERIFY(sink.all().size() >= 10);
    QCOMPARE(sink.texts.mid(0, 4),
             (QStringList{u"cpu.time=1"_s, u"cpu.time=2"_s, u"cpu.time=3"_s, u"cpu.time=3"_s}));
    const SourceStatus status = runner.status();
    QVERIFY(status.state == SourceState::Ready);
    QVERIFY(status.sweeps >= 10);
    QVERIFY(status.readings >= 10);
    QVERIFY(status.sweepP99 >= status.sweepP50);
    QCOMPARE(status.id, SourceId(6));
    QCOMPARE(status.uri, u"scripted:"_s);
}

void TestCollectorRunner::firstFailureIsMarkedOnce()
{
    Sink sink;
    m_script->give(1);
    m_script->fail(Error::Kind::Unreachable, u"gone"_s);
    QTest::ignoreMessage(QtWarningMsg, "gone");
    const CollectorRunner runner(context(), play(m_script), sink.channel);
    QTRY_VERIFY(runner.status().misses >= 4);
    QCOMPARE(sink.all(), (QStringList{u"cpu.time=1"_s, u"failed"_s}));
    const SourceStatus status = runner.status();
    QVERIFY(status.state == SourceState::Failed);
    QCOMPARE(status.error->what, u"gone"_s);
    QCOMPARE(status.sweeps, 1);
}

void TestCollectorRunner::recoversAfterErrors()
{
    Sink sink;
    m_script->give(1);
    m_script->fail(Error::Kind::Timeout, u"slow"_s);
    m_script->restart(2, u"second"_s);
    m_script->give(3);
    const CollectorRunner runner(context(), play(m_script), sink.channel);
    QTRY_VERIFY(sink.all().size() >= 5);
    QCOMPARE(sink.texts.mid(0, 4),
             (QStringList{u"cpu.time=1"_s, u"failed"_s, u"cpu.time=2"_s, u"cpu.time=3"_s}));
    QTRY_VERIFY(runner.status().state == SourceState::Ready);
    QVERIFY(!runner.status().error);
}

void TestCollectorRunner::exceptionsAreErrors()
{
    Sink sink;
    m_script->throwTrouble("library trouble");
    const CollectorRunner runner(context(), play(m_script), sink.channel);
    QTRY_VERIFY(runner.status().state == SourceState::Failed);
    QVERIFY(runner.status().error->what.contains(u"library trouble"_s));
    m_script->give(1);
    QTRY_VERIFY(runner.status().state == SourceState::Ready);
    QTRY_COMPARE(sink.all().mid(0, 2), (QStringList{u"failed"_s, u"cpu.time=1"_s}));
}

void TestCollectorRunner::makerThatThrows()
{
    Sink sink;
    m_script->give(1);
    std::atomic<int> tries = 0;
    const CollectorRunner runner(
        context(),
        [&tries, script = m_script](const CollectorContext &context) -> std::unique_ptr<Collector> {
            if (++tries < 3)
                throw 42;
            return std::make_unique<ScriptedCollector>(context, script);
        },
        sink.channel);
    QTRY_VERIFY(runner.status().state == SourceState::Ready);
    QCOMPARE(tries.load(), 3); // made again until it worked, and then once only
    QVERIFY(runner.status().misses >= 2);
}

void TestCollectorRunner::makerWithoutResult()
{
    Sink sink;
    const CollectorRunner runner(
        context(), [](const CollectorContext &) { return std::unique_ptr<Collector>(); }, sink.channel);
    QTRY_VERIFY(runner.status().state == SourceState::Failed);
    QVERIFY(runner.status().error->kind == Error::Kind::Invalid);
}

void TestCollectorRunner::endStopsAndTells()
{
    Sink sink(1);
    m_script->give(1);
    m_script->fail(Error::Kind::Ended, u"over"_s);
    const CollectorRunner runner(context(), play(m_script), sink.channel);
    QTRY_VERIFY(runner.status().state == SourceState::Ended);
    const auto missed = runner.status().misses; // a busy machine may have come late to the first sweeps
    QCOMPARE(m_script->sweeps(), 2);
    // The channel was full: the mark that nothing is known any more comes as soon as there is room.
    QTRY_COMPARE(sink.all(), (QStringList{u"cpu.time=1"_s, u"failed"_s}));
    QTRY_VERIFY(!m_script->isCollectorAlive()); // closed on its own thread without being asked
    QCOMPARE(m_script->sweeps(), 2);
    QVERIFY(runner.status().state == SourceState::Ended);
    QCOMPARE(runner.status().misses, missed); // nobody waits for what has ended
}

void TestCollectorRunner::fullChannelKeepsDefinitions()
{
    Sink sink(1);
    m_script->fail(Error::Kind::Unreachable, u"not yet"_s); // its mark fills the channel
    m_script->give(1);
    const CollectorRunner runner(context(), play(m_script), sink.channel);
    QTRY_VERIFY(runner.status().sweeps >= 5);
    QVERIFY(runner.status().misses >= 5); // dropped readings count
    QTRY_COMPARE(sink.all().mid(0, 2), (QStringList{u"failed"_s, u"cpu.time=1"_s}));
    QCOMPARE(sink.series.defs().size(), std::size_t(1));
}

void TestCollectorRunner::hangingSweepIsStale()
{
    FakeClock clock;
    Sink sink;
    m_script->give(1);
    m_script->hang(2);
    m_script->give(3);
    CollectorContext context = this->context();
    context.clock = &clock;
    CollectorRunner runner(context, play(m_script), sink.channel);
    QTRY_VERIFY(m_script->isHanging());
    const TimePoint success = *runner.status().lastSuccess;
    QVERIFY(runner.status().state == SourceState::Ready);
    clock.advance(5001ms);
    QVERIFY(runner.status().state == SourceState::Stale);
    QVERIFY(runner.status().since == success);
    m_script->release();
    QTRY_VERIFY(runner.status().state == SourceState::Ready);
    QVERIFY(runner.status().since == clock.now());
    QTRY_VERIFY(runner.status().misses >= 990); // 5 s of 5 ms periods were missed
}

void TestCollectorRunner::stopsAtOnce()
{
    Sink sink;
    m_script->give(1);
    QElapsedTimer timer;
    {
        const CollectorRunner runner(context(1h), play(m_script), sink.channel);
        QTRY_COMPARE(sink.all().size(), 1);
        timer.start();
    }
    QVERIFY(timer.elapsed() < 20'000); // the next sweep is an hour away
    QVERIFY(!m_script->isCollectorAlive());
}

void TestCollectorRunner::abandonsAStuckThread()
{
    m_script->hang(1);
    QElapsedTimer timer;
    {
        Sink sink;
        const CollectorRunner runner(context(), play(m_script), sink.channel);
        QTRY_VERIFY(m_script->isHanging());
        timer.start();
    }                                  // the channel is gone now
    QVERIFY(timer.elapsed() < 20'000); // it hangs for ever
    QVERIFY(m_script->isHanging());
    m_script->release();
    QTRY_VERIFY(!m_script->isCollectorAlive()); // ended without touching the channel
    QCOMPARE(m_script->sweeps(), 1);
}

void TestCollectorRunner::statusFromManyThreads()
{
    Sink sink(100000);
    m_script->give(1);
    m_script->fail(Error::Kind::Io, u"x"_s);
    m_script->give(2);
    const CollectorRunner runner(context(1ms), play(m_script), sink.channel);
    std::vector<Worker> workers;
    for (int i = 0; i < 3; ++i) {
        workers.emplace_back(u"reader"_s, [&runner](const std::stop_token &stop) {
            qint64 last = 0;
            while (!stop.stop_requested()) {
                const SourceStatus status = runner.status();
                if (status.sweeps < last)
                    qFatal("sweeps fell");
                last = status.sweeps;
            }
        });
    }
    QTRY_VERIFY(runner.status().sweeps > 50);
}

QTEST_GUILESS_MAIN(TestCollectorRunner)
#include "tst_collectorrunner.moc"
