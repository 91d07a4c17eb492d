// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/replay/replaycollector.h"

#include "models/collect/batchbuilder.h"
#include "models/collect/deriver.h"
#include "models/collect/replay/sessionrecorder.h"
#include "tests/support/batchtext.h"
#include "tests/support/fakeclock.h"
#include "tests/support/verify.h"

#include <QTemporaryDir>
#include <QTest>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

/// Two hundred sweeps of a host with everything that makes deriving hard.
std::vector<SampleBatch> lively()
{
    FakeClock clock(fromMillis(1'600'000'000'000));
    BatchBuilder builder(CollectorContext{SourceId(1), u"host:"_s, &clock, 1000ms});
    EntityInfo info;
    info.key = u"host:a"_s;
    info.state = EntityState::Running;
    std::vector<SampleBatch> batches;
    double seconds = 100;
    for (int i = 0; i < 200; ++i) {
        clock.advance(i == 60 ? Milliseconds(3600s) : 1000ms); // the machine slept
        if (i == 100)
            clock.setWall(-3600s);
        info.run = i < 140 ? u"first"_s : u"second"_s;
        seconds = i == 30 ? 0 : seconds + 0.37 * (i % 7); // a counter reset
        const EntityRef host = builder.entity(info);
        builder.add(host, MetricId::CpuTime, i % 50 == 20 ? kUnknown : seconds);
        if (i > 2)
            builder.add(host, MetricId::CpuCores, 4);
        if (i % 30 == 0)
            builder.add(builder.series(host, MetricId::FsSize, u"/"_s, 30s), 1e12 + i);
        if (i < 80)
            builder.add(host, MetricId::Load1, 0.1 * i);
        SampleBatch batch = builder.take();
        batch.failed = i == 170 || i == 171;
        batches.push_back(std::move(batch));
    }
    return batches;
}

/// What history would store, times counted from the first batch.
QStringList derivedTexts(const std::vector<SampleBatch> &batches)
{
    Deriver deriver;
    QStringList texts;
    const TimePoint at = batches.front().at;
    const Ticks ticks = batches.front().ticks;
    for (const SampleBatch &batch : batches) {
        const Deriver::Step step = deriver.step(batch);
        if (step.clockStep != 0ms)
            texts.append(u"clock set by %1"_s.arg(step.clockStep.count()));
        for (const SampleBatch *part : {&step.gap, &step.batch}) {
            if (part->readings.empty())
                continue;
            texts.append(u"%1 %2: %3"_s.arg((part->at - at).count())
                             .arg((part->ticks - ticks).count())
                             .arg(readingTexts(*part, deriver.series()).join(u' ')));
        }
    }
    return texts;
}

} // namespace

class TestReplayCollector : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void derivesTheSameAsLive();
    void keepsThePace();
    void beginsNow();
    void catchesUpInPortions();
    void missingFileIsTriedAgain();
    void brokenLineComesAfterTheGoodOnes();

private:
    QTemporaryDir m_folder;
    QString m_path;
    std::vector<SampleBatch> m_live;
};

void TestReplayCollector::initTestCase()
{
    m_live = lively();
    m_path = m_folder.filePath(u"lively.jsonl"_s);
    auto recorder = SessionRecorder::create(m_path, {u"host:"_s, m_live[0].at, 1000ms});
    VERIFY_OK(recorder);
    for (const SampleBatch &batch : m_live)
        VERIFY_OK(recorder->add(batch));
}

void TestReplayCollector::derivesTheSameAsLive()
{
    FakeClock clock;
    ReplayCollector replay(CollectorContext{SourceId(4), u"replay:x"_s, &clock}, m_path);
    std::vector<SampleBatch> replayed;
    while (true) {
        auto batches = replay.collect({});
        if (!batches) {
            QCOMPARE(batches.error().kind, Error::Kind::Ended);
            break;
        }
        for (SampleBatch &batch : *batches) {
            QCOMPARE(batch.source, SourceId(4));
            replayed.push_back(std::move(batch));
        }
        clock.advance(700ms);
    }
    QCOMPARE(replayed.size(), m_live.size());
    const QStringList live = derivedTexts(m_live);
    QCOMPARE(derivedTexts(replayed), live);
    QVERIFY(live.contains(u"clock set by -3600000"_s));
    QVERIFY(!live.filter(u"cpu.host_percent=?"_s).isEmpty());
    VERIFY_FAILS(replay.collect({}), Error::Kind::Ended); // and stays so
}

void TestReplayCollector::keepsThePace()
{
    FakeClock clock;
    ReplayCollector replay(CollectorContext{SourceId(4), u"replay:x"_s, &clock}, m_path);
    const auto due = [&replay] {
        const auto batches = replay.collect({});
        return batches ? static_cast<int>(batches->size()) : -1;
    };
    QCOMPARE(due(), 1); // the first is due at once
    QCOMPARE(due(), 0);
    clock.advance(999ms);
    QCOMPARE(due(), 0);
    clock.advance(1ms);
    QCOMPARE(due(), 1);
    clock.advance(2500ms);
    QCOMPARE(due(), 2);
    clock.setWall(3600s); // somebody sets the clock here: the pace follows the boot clock
    QCOMPARE(due(), 0);
}

void TestReplayCollector::beginsNow()
{
    FakeClock clock;
    ReplayCollector replay(CollectorContext{SourceId(4), u"replay:x"_s, &clock}, m_path);
    const auto batches = replay.collect({});
    VERIFY_OK(batches);
    QVERIFY(batches->front().at == clock.now());
    QVERIFY(batches->front().ticks == clock.ticks());
}

void TestReplayCollector::catchesUpInPortions()
{
    FakeClock clock;
    ReplayCollector replay(CollectorContext{SourceId(4), u"replay:x"_s, &clock}, m_path);
    VERIFY_OK(replay.collect({}));
    clock.advance(24h);
    std::vector<std::size_t> portions;
    for (auto batches = replay.collect({}); batches; batches = replay.collect({}))
        portions.push_back(batches->size());
    QVERIFY(portions == (std::vector<std::size_t>{64, 64, 64, 7}));
}

void TestReplayCollector::missingFileIsTriedAgain()
{
    const FakeClock clock;
    const QString path = m_folder.filePath(u"later.jsonl"_s);
    ReplayCollector replay(CollectorContext{SourceId(4), u"replay:x"_s, &clock}, path);
    VERIFY_FAILS(replay.collect({}), Error::Kind::NotFound);
    QVERIFY(QFile::copy(m_path, path));
    VERIFY_OK(replay.collect({}));
}

void TestReplayCollector::brokenLineComesAfterTheGoodOnes()
{
    QFile whole(m_path);
    QVERIFY(whole.open(QIODevice::ReadOnly));
    const QByteArray text = whole.readAll();
    const QString path = m_folder.filePath(u"cut.jsonl"_s);
    QFile cut(path);
    QVERIFY(cut.open(QIODevice::WriteOnly));
    const QByteArray kept = text.left(text.size() / 2);
    QVERIFY(!kept.endsWith('\n'));
    cut.write(kept);
    cut.close();

    FakeClock clock;
    ReplayCollector replay(CollectorContext{SourceId(4), u"replay:x"_s, &clock}, path);
    VERIFY_OK(replay.collect({}));
    clock.advance(24h);
    qsizetype batches = 1;
    while (true) {
        const auto due = replay.collect({});
        if (!due) {
            QCOMPARE(due.error().kind, Error::Kind::Invalid);
            QVERIFY(due.error().what.contains(u"line %1:"_s.arg(kept.count('\n') + 1)));
            break;
        }
        batches += static_cast<qsizetype>(due->size());
    }
    QCOMPARE(batches, kept.count('\n') - 1); // every whole line behind the header
    VERIFY_FAILS(replay.collect({}), Error::Kind::Invalid);
}

QTEST_APPLESS_MAIN(TestReplayCollector)
#include "tst_replaycollector.moc"
