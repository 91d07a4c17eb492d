// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/batchoutbox.h"

#include "models/collect/batchbuilder.h"
#include "tests/support/batchtext.h"
#include "tests/support/fakeclock.h"

#include <QTest>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

struct Source {
    FakeClock clock;
    BatchBuilder builder{CollectorContext{SourceId(2), u"host:"_s, &clock, 1000ms}};
    EntityInfo info;
    Channel<SampleBatch> out{1};
    BatchOutbox outbox;
    SeriesList series;

    Source() { info.key = u"host:a"_s; }
    BatchOutbox::Outcome sweep(MetricId metric, double figure, const QString &run = {})
    {
        clock.advance(1000ms);
        info.run = run;
        builder.add(builder.entity(info), metric, figure);
        return outbox.offer(builder.take(), out);
    }
    BatchOutbox::Outcome fail()
    {
        clock.advance(1000ms);
        SampleBatch batch = builder.take();
        batch.failed = true;
        return outbox.offer(std::move(batch), out);
    }
    /// Everything in the channel, one text a batch.
    QStringList drain()
    {
        QStringList texts;
        for (const SampleBatch &batch : out.drain()) {
            QStringList parts = series.texts(batch);
            if (batch.failed)
                parts.prepend(u"failed"_s);
            for (const EntityChange &change : batch.entities)
                parts.append(u"run:"_s + change.info.run);
            for (const EntityEvent &event : batch.events)
                parts.append(u"event:"_s + event.type);
            texts.append(parts.join(u' '));
        }
        return texts;
    }
};

} // namespace

class TestBatchOutbox : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void passesThrough();
    void keepsDefinitionsDropsReadings();
    void latestDescriptionWins();
    void keepsEvents();
    void failureTravelsAlone();
    void failureAfterRefusedReadings();
    void keptEventsAreBounded();
};

void TestBatchOutbox::passesThrough()
{
    Source source;
    const auto outcome = source.sweep(MetricId::Load1, 1, u"r"_s);
    QCOMPARE(outcome.delivered, 1);
    QCOMPARE(outcome.dropped, 0);
    QVERIFY(source.outbox.isEmpty());
    QCOMPARE(source.drain(), QStringList{u"load.1=1 run:r"_s});
}

void TestBatchOutbox::keepsDefinitionsDropsReadings()
{
    Source source;
    source.sweep(MetricId::Load1, 1);
    QCOMPARE(source.sweep(MetricId::Load5, 2).dropped, 1); // the channel is full
    const auto refused = source.sweep(MetricId::Load15, 3);
    QCOMPARE(refused.delivered, 0);
    QCOMPARE(refused.dropped, 1);
    QVERIFY(!source.outbox.isEmpty());
    QCOMPARE(source.drain(), QStringList{u"load.1=1 run:"_s});
    QCOMPARE(source.sweep(MetricId::Load15, 4).delivered, 1);
    QVERIFY(source.outbox.isEmpty());
    QCOMPARE(source.drain(), QStringList{u"load.15=4"_s}); // SeriesList checks that refs follow on
    QCOMPARE(source.series.defs().size(), std::size_t(3));
}

void TestBatchOutbox::latestDescriptionWins()
{
    Source source;
    source.sweep(MetricId::Load1, 1);
    source.sweep(MetricId::Load1, 2, u"second"_s);
    source.sweep(MetricId::Load1, 3, u"third"_s);
    source.drain();
    source.sweep(MetricId::Load1, 4, u"third"_s);
    QCOMPARE(source.drain(), QStringList{u"load.1=4 run:third"_s});
}

void TestBatchOutbox::keepsEvents()
{
    Source source;
    source.sweep(MetricId::Load1, 1);
    source.builder.event(EntityRef(0), source.clock.now(), u"oom"_s, {});
    source.sweep(MetricId::Load1, 2);
    source.drain();
    source.builder.event(EntityRef(0), source.clock.now(), u"started"_s, {});
    source.sweep(MetricId::Load1, 3);
    QCOMPARE(source.drain(), QStringList{u"load.1=3 event:oom event:started"_s});
}

void TestBatchOutbox::failureTravelsAlone()
{
    Source source;
    source.sweep(MetricId::Load1, 1);
    source.fail();                                         // refused
    QCOMPARE(source.sweep(MetricId::Load1, 2).dropped, 1); // behind the failure, which comes first
    source.drain();
    // One place: the mark takes it, the readings have to wait for the next sweep.
    QCOMPARE(source.sweep(MetricId::Load1, 3).dropped, 1);
    QCOMPARE(source.drain(), QStringList{u"failed"_s});
    QCOMPARE(source.sweep(MetricId::Load1, 4).delivered, 1);
    QCOMPARE(source.drain(), QStringList{u"load.1=4"_s});
}

void TestBatchOutbox::failureAfterRefusedReadings()
{
    Source source;
    source.sweep(MetricId::Load1, 1);
    source.sweep(MetricId::Load5, 2); // refused: its definition is kept
    source.fail();                    // refused too
    source.drain();
    QVERIFY(source.outbox.flush(source.out));
    QVERIFY(source.outbox.isEmpty());
    QCOMPARE(source.drain(), QStringList{u"failed"_s});
    QCOMPARE(source.series.defs().size(), std::size_t(2)); // it came with the mark
    QVERIFY(source.outbox.flush(source.out));              // nothing to do
    QCOMPARE(source.drain(), QStringList());
}

void TestBatchOutbox::keptEventsAreBounded()
{
    Source source;
    source.sweep(MetricId::Load1, 1);
    for (int i = 0; i < 10100; ++i) {
        source.builder.event(EntityRef(0), fromMillis(i), u"oom"_s, {});
        source.sweep(MetricId::Load1, 2);
    }
    source.out.drain();
    QVERIFY(source.outbox.flush(source.out));
    const auto batches = source.out.drain();
    QCOMPARE(batches[0].events.size(), std::size_t(10000));
    QCOMPARE(toMillis(batches[0].events.back().at), 10099); // the oldest went
}

QTEST_APPLESS_MAIN(TestBatchOutbox)
#include "tst_batchoutbox.moc"
