// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/sourcehealth.h"

#include "tests/support/fakeclock.h"

#include <QTest>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

struct Source {
    FakeClock clock;
    SourceHealth health{SourceId(5), u"host:"_s, 5s, SourceHealth::Instant::of(clock)};

    SourceHealth::Instant now() const { return SourceHealth::Instant::of(clock); }
    SourceStatus status() const { return health.status(now()); }
    void sweep(Milliseconds took = 0ms)
    {
        health.sweepBegan(now());
        clock.advance(took);
        health.sweepSucceeded(now(), clock.ticks() + 1s);
    }
    void fail(const QString &what, Ticks retryAfter)
    {
        health.sweepBegan(now());
        health.sweepFailed(now(), {Error::Kind::Unreachable, what, what}, clock.ticks() + retryAfter);
    }
};

} // namespace

class TestSourceHealth : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void loadingUntilTheFirstSuccess();
    void firstAnswerThatNeverComes();
    void staleWhileASweepHangs();
    void staleWhenOverdue();
    void readyAgainAfterStale();
    void failedUntilASuccess();
    void hangingRetryStaysFailed();
    void endedForGood();
    void percentilesOfTheLast300();
    void counts();
};

void TestSourceHealth::loadingUntilTheFirstSuccess()
{
    Source source;
    const TimePoint start = source.clock.now();
    QVERIFY(source.status().state == SourceState::Loading);
    QVERIFY(source.status().since == start);
    QVERIFY(!source.status().lastSuccess);
    QCOMPARE(source.status().id, SourceId(5));
    QCOMPARE(source.status().uri, u"host:"_s);
    source.health.sweepBegan(source.now());
    source.clock.advance(4s);
    QVERIFY(source.status().state == SourceState::Loading);
    source.health.sweepSucceeded(source.now(), source.clock.ticks());
    QVERIFY(source.status().state == SourceState::Ready);
    QVERIFY(source.status().since == start + 4s);
    QVERIFY(source.status().lastSuccess == start + 4s);
}

void TestSourceHealth::firstAnswerThatNeverComes()
{
    Source source;
    const TimePoint start = source.clock.now();
    source.health.sweepBegan(source.now());
    source.clock.advance(60s);
    const SourceStatus status = source.status();
    QVERIFY(status.state == SourceState::Failed);
    QVERIFY(status.since == start + 5s);
    QVERIFY(status.error && status.error->kind == Error::Kind::Timeout);
    QCOMPARE(status.error->subject, u"host:"_s);
}

void TestSourceHealth::staleWhileASweepHangs()
{
    Source source;
    source.sweep();
    const TimePoint success = source.clock.now();
    source.clock.advance(1s);
    source.health.sweepBegan(source.now());
    source.clock.advance(5s);
    QVERIFY(source.status().state == SourceState::Ready); // at the deadline, not past it
    QVERIFY(source.status().since == success);
    source.clock.advance(1ms);
    QVERIFY(source.status().state == SourceState::Stale);
    QVERIFY(source.status().since == success);
    source.clock.advance(3600s);
    QVERIFY(source.status().since == success);
}

void TestSourceHealth::staleWhenOverdue()
{
    Source source;
    source.sweep();
    const TimePoint success = source.clock.now();
    source.clock.advance(6s); // due after 1 s
    QVERIFY(source.status().state == SourceState::Ready);
    source.clock.advance(1ms);
    QVERIFY(source.status().state == SourceState::Stale);
    QVERIFY(source.status().since == success);
    source.health.sweepBegan(source.now()); // it woke up: still stale until it brings something
    QVERIFY(source.status().state == SourceState::Stale);
    QVERIFY(source.status().since == success);
}

void TestSourceHealth::readyAgainAfterStale()
{
    Source source;
    source.sweep();
    source.clock.advance(1s);
    source.sweep(60s); // hung for a minute
    QVERIFY(source.status().state == SourceState::Ready);
    QVERIFY(source.status().since == source.clock.now());
    const TimePoint since = source.clock.now();
    source.clock.advance(1s);
    source.sweep();
    QVERIFY(source.status().since == since);
    source.clock.advance(3600s); // the machine slept
    source.sweep();
    QVERIFY(source.status().since == source.clock.now());
}

void TestSourceHealth::failedUntilASuccess()
{
    Source source;
    source.sweep();
    const TimePoint success = source.clock.now();
    source.clock.advance(1s);
    source.fail(u"first"_s, 1s);
    const TimePoint failure = source.clock.now();
    source.clock.advance(1s);
    source.fail(u"second"_s, 2s);
    const SourceStatus status = source.status();
    QVERIFY(status.state == SourceState::Failed);
    QVERIFY(status.since == failure);
    QCOMPARE(status.error->what, u"second"_s);
    QVERIFY(status.nextTry == source.clock.now() + 2s);
    QVERIFY(status.lastSuccess == success);
    source.clock.advance(2s);
    source.sweep();
    QVERIFY(source.status().state == SourceState::Ready);
    QVERIFY(source.status().since == source.clock.now());
    QVERIFY(!source.status().error);
    QVERIFY(!source.status().nextTry);
}

void TestSourceHealth::hangingRetryStaysFailed()
{
    Source source;
    source.fail(u"down"_s, 1s);
    const TimePoint failure = source.clock.now();
    source.clock.advance(1s);
    source.health.sweepBegan(source.now());
    source.clock.advance(3600s);
    QVERIFY(source.status().state == SourceState::Failed);
    QVERIFY(source.status().since == failure);
    QCOMPARE(source.status().error->what, u"down"_s);
    QVERIFY(!source.status().nextTry); // the try is under way
}

void TestSourceHealth::endedForGood()
{
    Source source;
    source.sweep();
    source.clock.advance(1s);
    source.health.sweepBegan(source.now());
    source.health.ended(source.now(), {Error::Kind::Ended, u"over"_s, {}});
    const TimePoint end = source.clock.now();
    source.clock.advance(24h);
    QVERIFY(source.status().state == SourceState::Ended);
    QVERIFY(source.status().since == end);
}

void TestSourceHealth::percentilesOfTheLast300()
{
    Source source;
    QCOMPARE(source.status().sweepP50, 0.0);
    source.sweep(7ms);
    QCOMPARE(source.status().sweepP50, 7.0);
    QCOMPARE(source.status().sweepP99, 7.0);
    for (int i = 0; i < 50; ++i)
        source.sweep(4000ms); // will be forgotten
    for (int i = 1; i <= 300; ++i)
        source.sweep(Milliseconds(i));
    QCOMPARE(source.status().sweepP50, 150.0);
    QCOMPARE(source.status().sweepP99, 297.0);
}

void TestSourceHealth::counts()
{
    Source source;
    source.sweep();
    source.sweep();
    source.fail(u"down"_s, 1s);
    source.health.countMisses(3);
    source.health.countReadings(120);
    QCOMPARE(source.status().sweeps, 2);
    QCOMPARE(source.status().misses, 4);
    QCOMPARE(source.status().readings, 120);
}

QTEST_APPLESS_MAIN(TestSourceHealth)
#include "tst_sourcehealth.moc"
