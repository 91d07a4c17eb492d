// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/batchbuilder.h"

#include "tests/support/batchtext.h"
#include "tests/support/fakeclock.h"

#include <QTest>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

class TestBatchBuilder : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void stampsBatches();
    void entityOnlyWhenChanged();
    void seriesAreNumberedOn();
    void sameNameSameSeries();
    void takeBeginsAfresh();
    void goneForLongIsForgotten();
    void whatReturnsInTimeStays();
    void whatReturnsLateIsAnother();
    void endedSeriesIsAnother();
    void churnTakesNoMemory();

private:
    static EntityInfo info(const QString &key)
    {
        EntityInfo info;
        info.key = key;
        info.state = EntityState::Running;
        return info;
    }
    EntityRef say(const QString &key, EntityState state)
    {
        EntityInfo entity = info(key);
        entity.state = state;
        return m_builder->entity(entity);
    }
    SampleBatch takeAfter(Milliseconds time)
    {
        m_clock->advance(time);
        return m_builder->take();
    }
    std::unique_ptr<FakeClock> m_clock;
    std::unique_ptr<BatchBuilder> m_builder;
};

void TestBatchBuilder::init()
{
    m_clock = std::make_unique<FakeClock>();
    m_builder = std::make_unique<BatchBuilder>(CollectorContext{SourceId(7), u"host:"_s, m_clock.get(), 500ms});
}

void TestBatchBuilder::stampsBatches()
{
    const SampleBatch now = m_builder->take();
    QCOMPARE(now.source, SourceId(7));
    QVERIFY(now.period == 500ms);
    QVERIFY(now.at == m_clock->now());
    QVERIFY(now.ticks == m_clock->ticks());
    QVERIFY(!now.failed);
    const SampleBatch earlier = m_builder->take(fromMillis(5), Ticks(6));
    QCOMPARE(toMillis(earlier.at), 5);
    QVERIFY(earlier.ticks == Ticks(6));
    QVERIFY(earlier.period == 500ms);
}

void TestBatchBuilder::entityOnlyWhenChanged()
{
    const EntityRef a = m_builder->entity(info(u"vm:h/a"_s));
    const EntityRef b = m_builder->entity(info(u"vm:h/b"_s));
    QCOMPARE(value(a), 0U);
    QCOMPARE(value(b), 1U);
    QCOMPARE(m_builder->take().entities.size(), std::size_t(2));

    QCOMPARE(m_builder->entity(info(u"vm:h/a"_s)), a);
    QCOMPARE(m_builder->take().entities.size(), std::size_t(0));

    EntityInfo renamed = info(u"vm:h/a"_s);
    renamed.name = u"new"_s;
    QCOMPARE(m_builder->entity(renamed), a);
    const SampleBatch batch = m_builder->take();
    QCOMPARE(batch.entities.size(), std::size_t(1));
    QCOMPARE(batch.entities[0].ref, a);
    QCOMPARE(batch.entities[0].info, renamed);
    QCOMPARE(m_builder->info(a), renamed);
    QCOMPARE(m_builder->entityCount(), std::size_t(2));
}

void TestBatchBuilder::seriesAreNumberedOn()
{
    const EntityRef e = m_builder->entity(info(u"host:a"_s));
    m_builder->series(e, MetricId::Load1);
    m_builder->series(e, MetricId::Load5, {}, 30s);
    const SampleBatch first = m_builder->take();
    QCOMPARE(value(first.firstNewSeries), 0U);
    QCOMPARE(first.newSeries.size(), std::size_t(2));
    QVERIFY(first.newSeries[1].interval == Milliseconds(30s));
    QCOMPARE(m_builder->take().newSeries.size(), std::size_t(0));
    QCOMPARE(value(m_builder->series(e, MetricId::Load15)), 2U);
    const SampleBatch third = m_builder->take();
    QCOMPARE(value(third.firstNewSeries), 2U);
    QCOMPARE(third.newSeries.size(), std::size_t(1));
}

void TestBatchBuilder::sameNameSameSeries()
{
    const EntityRef a = m_builder->entity(info(u"host:a"_s));
    const EntityRef b = m_builder->entity(info(u"host:b"_s));
    const SeriesRef first = m_builder->series(a, MetricId::CoreTime, u"0"_s);
    QCOMPARE(m_builder->series(a, MetricId::CoreTime, u"0"_s), first);
    QVERIFY(m_builder->series(a, MetricId::CoreTime, u"1"_s) != first);
    QVERIFY(m_builder->series(b, MetricId::CoreTime, u"0"_s) != first);
    QVERIFY(m_builder->series(a, MetricId::CorePercent, u"0"_s) != first);
}

void TestBatchBuilder::takeBeginsAfresh()
{
    SeriesList list;
    const EntityRef e = m_builder->entity(info(u"host:a"_s));
    m_builder->add(e, MetricId::CoreTime, 1.5, u"3"_s);
    m_builder->add(e, MetricId::Load1, kUnknown);
    m_builder->event(e, fromMillis(9), u"started"_s, u"hello"_s);
    const SampleBatch batch = m_builder->take();
    QCOMPARE(list.texts(batch), (QStringList{u"core.time[3]=1.5"_s, u"load.1=?"_s}));
    QCOMPARE(batch.events.size(), std::size_t(1));
    QCOMPARE(batch.events[0].type, u"started"_s);
    QCOMPARE(toMillis(batch.events[0].at), 9);
    const SampleBatch next = m_builder->take();
    QVERIFY(next.readings.empty());
    QVERIFY(next.events.empty());
}

void TestBatchBuilder::goneForLongIsForgotten()
{
    const EntityRef a = say(u"container:h/a"_s, EntityState::Running);
    const EntityRef b = say(u"container:h/b"_s, EntityState::Running);
    const SeriesRef ofA = m_builder->series(a, MetricId::CpuTime);
    const SeriesRef nicOfA = m_builder->series(a, MetricId::NetRxBytes, u"eth0"_s);
    const SeriesRef ofB = m_builder->series(b, MetricId::CpuTime);
    m_builder->take();
    say(u"container:h/a"_s, EntityState::Gone);
    QVERIFY(takeAfter(1s).endedEntities.empty());
    // What is told late still finds it.
    QCOMPARE(m_builder->find(u"container:h/a"_s), std::optional(a));
    QVERIFY(takeAfter(BatchBuilder::kKeptGone - 1s).endedEntities.empty());
    const SampleBatch last = takeAfter(2s);
    QCOMPARE(last.endedEntities, std::vector{a});
    QCOMPARE(last.endedSeries, (std::vector{ofA, nicOfA}));
    QCOMPARE(m_builder->find(u"container:h/a"_s), std::nullopt);
    QVERIFY(!m_builder->has(a));
    const SampleBatch next = takeAfter(1s);
    QVERIFY(next.endedEntities.empty() && next.endedSeries.empty());
    QCOMPARE(m_builder->series(b, MetricId::CpuTime), ofB);
}

void TestBatchBuilder::whatReturnsInTimeStays()
{
    const EntityRef a = say(u"vm:h/a"_s, EntityState::Running);
    const SeriesRef series = m_builder->series(a, MetricId::CpuTime);
    for (int i = 0; i < 3; ++i) {
        say(u"vm:h/a"_s, EntityState::Gone);
        QVERIFY(takeAfter(1s).endedEntities.empty());
        QVERIFY(takeAfter(BatchBuilder::kKeptGone - 1s).endedEntities.empty());
        QCOMPARE(say(u"vm:h/a"_s, EntityState::Running), a);
        QVERIFY(takeAfter(1s).endedEntities.empty());
    }
    QVERIFY(takeAfter(24h).endedEntities.empty());
    QCOMPARE(m_builder->series(a, MetricId::CpuTime), series);
}

void TestBatchBuilder::whatReturnsLateIsAnother()
{
    const EntityRef a = say(u"vm:h/a"_s, EntityState::Running);
    const SeriesRef series = m_builder->series(a, MetricId::CpuTime);
    say(u"vm:h/a"_s, EntityState::Gone);
    takeAfter(1s);
    QCOMPARE(takeAfter(BatchBuilder::kKeptGone).endedEntities, std::vector{a});
    const EntityRef again = say(u"vm:h/a"_s, EntityState::Running);
    QVERIFY(again != a);
    QVERIFY(m_builder->series(again, MetricId::CpuTime) != series);
    const SampleBatch batch = takeAfter(1s);
    QCOMPARE(batch.entities.size(), std::size_t(1));
    QCOMPARE(batch.newSeries.size(), std::size_t(1));
}

void TestBatchBuilder::endedSeriesIsAnother()
{
    const EntityRef host = m_builder->entity(info(u"host:a"_s));
    const SeriesRef first = m_builder->series(host, MetricId::NetRxBytes, u"veth1"_s);
    m_builder->end(host, MetricId::NetRxBytes, u"veth2"_s); // was never there
    m_builder->end(host, MetricId::NetRxBytes, u"veth1"_s);
    const SeriesRef second = m_builder->series(host, MetricId::NetRxBytes, u"veth1"_s);
    QVERIFY(second != first);
    QCOMPARE(m_builder->take().endedSeries, std::vector{first});
    QCOMPARE(m_builder->series(host, MetricId::NetRxBytes, u"veth1"_s), second);
}

void TestBatchBuilder::churnTakesNoMemory()
{
    std::size_t most = 0;
    for (int i = 0; i < 10'000; ++i) {
        const EntityRef ref = say(u"container:h/%1"_s.arg(i), EntityState::Running);
        for (const MetricId metric : {MetricId::CpuTime, MetricId::MemUsed, MetricId::PidsCurrent})
            m_builder->add(ref, metric, i);
        if (i > 0)
            say(u"container:h/%1"_s.arg(i - 1), EntityState::Gone);
        takeAfter(1s);
        most = std::max(most, m_builder->entityCount());
    }
    constexpr auto kMost = std::size_t(std::chrono::seconds(BatchBuilder::kKeptGone).count()) + 3;
    QVERIFY2(most <= kMost, qPrintable(QString::number(most)));
    QVERIFY(m_builder->seriesCount() <= qsizetype(3 * kMost));
}

QTEST_APPLESS_MAIN(TestBatchBuilder)
#include "tst_batchbuilder.moc"
