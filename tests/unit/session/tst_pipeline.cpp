// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/pipeline.h"
#include "models/history/historyreader.h"
#include "models/history/historywriter.h"
#include "tests/support/scriptedsource.h"
#include "tests/support/verify.h"

#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <limits>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestPipeline : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void derivesAndStoresBothNormalisations();
    void failureIsAGapAndNotASpike();
    void clockSetBackAnHour();
    void suspendedWorkstation();
    void destroyAndCreateKeepsOneIdentity();
    void firstOfTwoSourcesOwnsASeries();
    void whatReturnsAfterLongGoesOnInItsHistory();
    void returningSeriesKeepsItsOwner();

private:
    QStringList history(MetricId metric, const QString &entity = u"web"_s);

    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_path;
    std::unique_ptr<HistoryWriter> m_writer;
    FakeClock m_clock;
};

void TestPipeline::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_path = m_dir->filePath(u"history.db"_s);
    auto opened = HistoryWriter::open(m_path);
    VERIFY_OK(opened);
    m_writer = std::move(*opened);
}

void TestPipeline::cleanup()
{
    m_writer.reset();
    m_dir.reset();
}

/// What a reader finds: values in time order, "gap" where the figures are unknown.
QStringList TestPipeline::history(MetricId metric, const QString &entity)
{
    const auto reader = HistoryReader::open(m_path);
    const auto found = (*reader)->findEntities(entity);
    const auto all = (*reader)->seriesOf(found->front().id);
    const auto record = std::ranges::find(*all, metric, &SeriesRecord::metric);
    if (record == all->end())
        return {u"no series"_s};
    const SeriesId ids[]{record->id};
    const auto series = (*reader)->read(ids, {TimePoint{}, TimePoint::max()}, std::numeric_limits<int>::max());
    QStringList values;
    for (const Bucket &bucket : series->front().buckets)
        values.append(bucket.isGap() ? u"gap"_s : QString::number(bucket.first, 'g', 6));
    return values;
}

void TestPipeline::derivesAndStoresBothNormalisations()
{
    Pipeline pipeline(*m_writer);
    ScriptedSource source(m_clock);
    pipeline.step(source.sweep(source.vm(u"web"_s), 10));
    const Pipeline::Step step = pipeline.step(source.sweep(source.vm(u"web"_s), 11));
    QVERIFY(!step.error);
    QCOMPARE(history(MetricId::CpuTime), (QStringList{u"10"_s, u"11"_s}));
    QCOMPARE(history(MetricId::CpuHostPercent), QStringList{u"25"_s});  // 1 of 4 CPUs
    QCOMPARE(history(MetricId::CpuAllocPercent), QStringList{u"50"_s}); // 1 of 2 CPUs
    QCOMPARE(step.update.figures.size(), std::size_t(3));               // both shares and the CPUs allocated
}

void TestPipeline::failureIsAGapAndNotASpike()
{
    Pipeline pipeline(*m_writer);
    ScriptedSource source(m_clock);
    const EntityInfo web = source.vm(u"web"_s);
    pipeline.step(source.sweep(web, 10));
    pipeline.step(source.sweep(web, 11));
    pipeline.step(source.failure());
    pipeline.step(source.failure());
    pipeline.step(source.sweep(web, 14));
    pipeline.step(source.sweep(web, 14.5));
    QCOMPARE(history(MetricId::CpuTime), (QStringList{u"10"_s, u"11"_s, u"gap"_s, u"14"_s, u"14.5"_s}));
    // 3 CPU seconds in the 3 seconds since the last reading are known from the counter itself.
    const QStringList rates = history(MetricId::CpuAllocPercent);
    QCOMPARE(rates.first(), u"50"_s);
    QCOMPARE(rates.at(1), u"gap"_s);
    QCOMPARE(rates.last(), u"25"_s);
    QVERIFY(!rates.contains(u"0"_s));
}

void TestPipeline::clockSetBackAnHour()
{
    Pipeline pipeline(*m_writer);
    ScriptedSource source(m_clock);
    const EntityInfo web = source.vm(u"web"_s);
    pipeline.step(source.sweep(web, 10));
    pipeline.step(source.sweep(web, 11));
    m_clock.setWall(-1h);
    const Pipeline::Step step = pipeline.step(source.sweep(web, 12));
    QVERIFY(!step.error);
    QVERIFY(step.clockStep < -59min);
    pipeline.step(source.sweep(web, 13));
    const QStringList counters = history(MetricId::CpuTime);
    for (const QString &value : {u"10"_s, u"11"_s, u"12"_s, u"13"_s})
        QVERIFY2(counters.contains(value), qPrintable(value));
    for (const QString &rate : history(MetricId::CpuAllocPercent))
        QVERIFY2(rate == "gap"_L1 || rate == "50"_L1, qPrintable(rate));
}

void TestPipeline::suspendedWorkstation()
{
    Pipeline pipeline(*m_writer);
    ScriptedSource source(m_clock);
    const EntityInfo web = source.vm(u"web"_s);
    pipeline.step(source.sweep(web, 10));
    pipeline.step(source.sweep(web, 11));
    pipeline.step(source.sweep(web, 12, 8h)); // lid closed over night
    pipeline.step(source.sweep(web, 13));
    QCOMPARE(history(MetricId::CpuTime), (QStringList{u"10"_s, u"11"_s, u"gap"_s, u"12"_s, u"13"_s}));
    QCOMPARE(history(MetricId::CpuAllocPercent), (QStringList{u"50"_s, u"gap"_s, u"50"_s}));
}

void TestPipeline::destroyAndCreateKeepsOneIdentity()
{
    Pipeline pipeline(*m_writer);
    ScriptedSource source(m_clock);
    pipeline.step(source.sweep(source.vm(u"web"_s, u"1"_s), 10));
    pipeline.step(source.sweep(source.vm(u"web"_s, u"1"_s), 11));
    // The new run has already used more than the old one: only its identity tells.
    pipeline.step(source.sweep(source.vm(u"web"_s, u"2"_s), 500));
    pipeline.step(source.sweep(source.vm(u"web"_s, u"2"_s), 501));
    for (const QString &rate : history(MetricId::CpuAllocPercent))
        QVERIFY2(rate == "gap"_L1 || rate == "50"_L1, qPrintable(rate));
    const auto reader = HistoryReader::open(m_path);
    QCOMPARE((*reader)->entities()->size(), std::size_t(1));
}

void TestPipeline::firstOfTwoSourcesOwnsASeries()
{
    Pipeline pipeline(*m_writer);
    ScriptedSource first(m_clock, 0);
    ScriptedSource second(m_clock, 1);
    pipeline.step(first.sweep(first.vm(u"web"_s), 10));
    pipeline.step(second.sweep(second.vm(u"web"_s), 99));
    pipeline.step(first.sweep(first.vm(u"web"_s), 11));
    QCOMPARE(history(MetricId::CpuTime), (QStringList{u"10"_s, u"11"_s}));
}

// It has other numbers on the way, and is the same in the store.
void TestPipeline::whatReturnsAfterLongGoesOnInItsHistory()
{
    Pipeline pipeline(*m_writer);
    ScriptedSource source(m_clock);
    EntityInfo web = source.vm(u"web"_s);
    pipeline.step(source.sweep(web, 10));
    pipeline.step(source.sweep(web, 11));
    web.state = EntityState::Gone;
    source.builder().entity(web);
    pipeline.step(source.builder().take());
    bool ended = false;
    for (int minute = 0; minute < 10; ++minute) { // other guests go on
        SampleBatch batch = source.sweep(source.vm(u"mail"_s), 100 + minute, 60s);
        ended = ended || !batch.endedEntities.empty();
        QVERIFY(!pipeline.step(std::move(batch)).error);
    }
    QVERIFY(ended);
    web.state = EntityState::Running;
    pipeline.step(source.sweep(web, 500));
    pipeline.step(source.sweep(web, 501));
    QCOMPARE(history(MetricId::CpuTime), (QStringList{u"10"_s, u"11"_s, u"gap"_s, u"500"_s, u"501"_s}));
    for (const QString &rate : history(MetricId::CpuAllocPercent))
        QVERIFY2(rate == "gap"_L1 || rate == "50"_L1, qPrintable(rate));
    const auto reader = HistoryReader::open(m_path);
    QCOMPARE((*reader)->entities()->size(), std::size_t(2));
}

// For a step the old number and the new one stand for the same series of the store.
void TestPipeline::returningSeriesKeepsItsOwner()
{
    Pipeline pipeline(*m_writer);
    ScriptedSource first(m_clock, 0);
    ScriptedSource second(m_clock, 1);
    const EntityInfo web = first.vm(u"web"_s);
    const auto sweep = [&](ScriptedSource &source, double seconds) {
        QVERIFY(!pipeline.step(source.sweep(web, seconds)).error);
    };
    sweep(first, 10);
    first.builder().end(*first.builder().find(web.key), MetricId::CpuTime, {});
    sweep(first, 11);
    sweep(first, 12);
    sweep(first, 13);
    sweep(second, 99);
    sweep(first, 14);
    const QStringList times = history(MetricId::CpuTime);
    QVERIFY2(!times.contains(u"99"_s), qPrintable(times.join(u' ')));
    QCOMPARE(times.last(), u"14"_s);
}

QTEST_GUILESS_MAIN(TestPipeline)
#include "tst_pipeline.moc"
