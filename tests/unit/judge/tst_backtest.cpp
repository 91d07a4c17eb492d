// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/pipeline.h"
#include "models/alert/rules/ruletext.h"
#include "models/history/historyreader.h"
#include "models/history/historywriter.h"
#include "models/judge/backtest.h"
#include "models/judge/ruleevaluator.h"
#include "models/judge/ruletrace.h"
#include "tests/support/historyfixture.h"
#include "tests/support/scriptedsource.h"
#include "tests/support/verify.h"

#include <QTest>
#include <cmath>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString kRules =
    u"Busy: avg(cpu.alloc_percent{kind=\"vm\"}[1m]) > 60% for 30s clear < 40% keep 20s\n"
    "Peak: max(cpu.alloc_percent[30s]) >= 90%\n"
    "Slow: p95(cpu.alloc_percent[1m]) > 85% AND min(cpu.alloc_percent[20s]) > 10%\n"
    "Worked: increase(cpu.time[1m]) > 80\n"
    "Killed: count(event:oom[1m]) > 0\n"
    "Broken: count(event:io-error{text=~\"vda.*\"}[2m]) >= 2 OR last(cpu.alloc_percent) > 99%\n"
    "Stopped: last(state.running) < 1 AND max(state.running[30s]) > 0 until last(state.running) > 0\n"
    "Idle: last(cpu.alloc_percent{name=\"guest-1\"}) < 5% for 10s\n"_s;

std::vector<RuleDefinition> rulesOf(const QString &text)
{
    const auto rules = parseRules(text);
    if (!rules)
        throw std::runtime_error(qPrintable(rules.error().sentence));
    return *rules;
}

/// Half an hour of three guests: load that comes and goes, a failing source, a restart, a stop, events.
class Story
{
public:
    explicit Story(FakeClock &clock)
        : m_clock(clock)
        , m_source(clock)
    {
        for (int i = 0; i < 3; ++i)
            m_infos.push_back(m_source.vm(u"guest-%1"_s.arg(i)));
    }

    SampleBatch next()
    {
        m_clock.advance(1s);
        ++m_second;
        if (m_second > 600 && m_second < 640) {
            SampleBatch failed = m_source.builder().take();
            failed.failed = true;
            return failed;
        }
        for (std::size_t i = 0; i < m_infos.size(); ++i)
            sweep(i);
        return m_source.builder().take();
    }
    static constexpr int kSeconds = 1800;

private:
    void sweep(std::size_t i)
    {
        BatchBuilder &builder = m_source.builder();
        if (i == 2 && m_second == 900) {
            m_infos[i].run = u"2"_s;
            m_times[i] = 0; // its counters begin anew
        }
        const bool runs = i != 1 || m_second < 1200 || m_second >= 1500;
        m_infos[i].state = runs ? EntityState::Running : EntityState::ShutOff;
        const EntityRef vm = builder.entity(m_infos[i]);
        builder.add(vm, MetricId::Running, runs ? 1 : 0);
        if (i == 0 && (m_second == 700 || m_second == 705))
            builder.event(vm, m_clock.now(), u"io-error"_s, u"vda report"_s);
        if (i == 2 && m_second == 777)
            builder.event(vm, m_clock.now(), u"oom"_s, {});
        if (!runs)
            return;
        // Two CPUs; the load is a wave of its own for each guest.
        const double load = 0.5 + 0.49 * std::sin(m_second / (60.0 + 25 * static_cast<double>(i)));
        m_times[i] += 2 * load * (m_second % 200 > 190 ? 0.01 : 1);
        builder.add(vm, MetricId::CpuAllocated, 2);
        builder.add(vm, MetricId::CpuTime, m_times[i]);
    }

    FakeClock &m_clock;
    ScriptedSource m_source;
    std::vector<EntityInfo> m_infos;
    std::array<double, 3> m_times{};
    int m_second = 0;
};

QString lineOf(const QString &rule, const Labels &labels, TimePoint from, std::optional<TimePoint> to)
{
    return u"%1 %2 %3 %4"_s.arg(rule, labelOf(labels, u"name"_s), QString::number(toMillis(from) / 1000),
                                to ? QString::number(toMillis(*to) / 1000) : QString());
}

QStringList linesOf(const AlertEngine &engine)
{
    QStringList lines;
    for (const Incident &incident : engine.incidents())
        lines.append(lineOf(labelOf(incident.labels, u"alertname"_s), incident.labels, incident.firedAt,
                            incident.resolvedAt));
    lines.sort();
    return lines;
}

QStringList linesOf(const Backtest &answer)
{
    QStringList lines;
    for (const BacktestResult &result : answer.results) {
        for (const BacktestIncident &incident : result.incidents)
            lines.append(lineOf(result.rule, incident.labels, incident.from, incident.to));
    }
    lines.sort();
    return lines;
}

} // namespace

/// Rules over recorded history.
class TestBacktest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void liveAndBacktestAgree();
    void figuresOfARule();
    void whoFiredAndWhen();
    void traceIsWhatWasCompared();
    void windowsAreFilledFromBefore();
    void minutesAreJudgedAtTheirEnd();
    void badRequestsAreRefused();
    void canBeCancelled();
    void clockSetBack();
    void twoSourcesOfOneGuest();
    void aSilentSourceIsNoticed();
};

void TestBacktest::liveAndBacktestAgree()
{
    const std::vector<RuleDefinition> rules = rulesOf(kRules);
    AlertEngine engine({}, engineRules(rules), {});
    RuleEvaluator evaluator(rules, engine);
    evaluator.nameSource(SourceId(0), u"test:"_s);
    Deriver deriver;
    const Store store;
    FakeClock clock;
    const TimePoint from = clock.now();
    {
        const auto writer = store.writer();
        Pipeline pipeline(*writer);
        Story story(clock);
        for (int i = 0; i < Story::kSeconds; ++i) {
            const SampleBatch batch = story.next();
            const Deriver::Step step = deriver.step(batch);
            evaluator.take(step.gap, step.batch);
            QVERIFY(!pipeline.step(batch).error);
        }
    }
    const auto reader = store.reader();
    const auto answer = backtest(rules, *reader, {from, clock.now()});
    VERIFY_OK(answer);
    QCOMPARE(answer->detail, HistoryFeed::Detail::Samples);
    const QStringList live = linesOf(engine);
    QCOMPARE(linesOf(*answer).join(u'\n'), live.join(u'\n'));
    for (const RuleDefinition &rule : rules) {
        const bool any =
            std::ranges::any_of(live, [&](const QString &line) { return line.startsWith(rule.name); });
        QVERIFY2(any, qPrintable(rule.name)); // else nothing was compared
    }
}

namespace {

/// A store with one VM's memory: a figure a second.
void record(const Store &store, const std::vector<double> &figures, TimePoint from)
{
    const auto writer = store.writer();
    const EntityId vm = require(writer->entity(vmInfo(1), from));
    const SeriesId series = require(writer->series(vm, MetricId::MemUsed, {}));
    TimePoint at = from;
    for (const double figure : figures) {
        const SeriesValue value{series, figure};
        require(writer->append(at, std::span(&value, 1)));
        at += 1s;
    }
}

} // namespace

void TestBacktest::figuresOfARule()
{
    const Store store;
    const TimePoint from = fromMillis(1'700'000'000'000);
    std::vector<double> figures(200, 1);
    std::fill_n(figures.begin() + 20, 5, 9);  // a near miss: 20..24
    std::fill_n(figures.begin() + 50, 30, 8); // fires at 60, ends at 80
    figures[70] = 12;                         // judged at 70
    figures[100] = kUnknown;
    std::fill_n(figures.begin() + 101, 49, kUnknown); // nothing known from 100 to 149
    record(store, figures, from);
    const auto rules = rulesOf(u"A: last(mem.used) > 5 for 10s\nB: last(problem:monitor-not-answering) > 0\n"
                               "C: last(cpu.host_percent) > 5"_s);
    const auto answer = backtest(rules, *store.reader(), {from, from + 200s});
    VERIFY_OK(answer);
    const BacktestResult &a = answer->results.at(0);
    QCOMPARE(a.incidents.size(), std::size_t(1));
    QCOMPARE(a.incidents.front().from, from + 60s);
    QCOMPARE(a.incidents.front().to, std::optional(from + 80s));
    QCOMPARE(a.incidents.front().peak, 12.0);
    QCOMPARE(a.firing, Milliseconds(20s));
    QCOMPARE(a.nearMisses, 1);
    QCOMPARE(a.series, std::size_t(1));
    QCOMPARE(a.noDataShare, std::optional(10.0 / 40)); // 100, 105 .. 145 of 0 .. 195
    QVERIFY(!a.asksForUnrecorded);
    QVERIFY(answer->results.at(1).asksForUnrecorded);
    QVERIFY(!answer->results.at(2).noDataShare);
}

void TestBacktest::whoFiredAndWhen()
{
    const Store store;
    const TimePoint from = fromMillis(1'700'000'000'000);
    std::vector<double> figures(300, 1);
    std::fill_n(figures.begin() + 20, 5, 9);   // a near miss
    std::fill_n(figures.begin() + 50, 30, 8);  // fires at 60, ends at 80
    std::fill_n(figures.begin() + 100, 30, 8); // reopened at 110, ends at 130
    record(store, figures, from);
    const auto answer =
        backtest(rulesOf(u"A: last(mem.used) > 5 for 10s"_s), *store.reader(), {from, from + 300s});
    VERIFY_OK(answer);
    const BacktestResult &result = answer->results.front();
    QCOMPARE(result.subjects.size(), std::size_t(1));
    QCOMPARE(result.subjects.front().key, vmInfo(1).key);
    QCOMPARE(result.subjects.front().nearMisses, 1);
    QCOMPARE(result.nearMisses, 1);
    QCOMPARE(result.incidents.size(), std::size_t(1));
    QCOMPARE(result.incidents.front().key, vmInfo(1).key);
    QCOMPARE(result.incidents.front().reopened, 1);
    QCOMPARE(result.incidents.front().spans,
             (std::vector<TimeRange>{{from + 60s, from + 80s}, {from + 110s, from + 130s}}));
}

void TestBacktest::traceIsWhatWasCompared()
{
    const Store store;
    const TimePoint from = fromMillis(1'700'000'000'000);
    std::vector<double> figures(200, 3);
    figures[52] = 13; // in the windows that end at 55 and 60
    std::fill_n(figures.begin() + 100, 50, kUnknown);
    record(store, figures, from);
    RuleTraceRequest request;
    request.rule = rulesOf(u"A: max(mem.used[10s]) * 2 > 5 for 10s"_s).front();
    request.key = vmInfo(1).key;
    request.range = {from, from + 200s};
    const auto trace = traceRule(request, *store.reader());
    VERIFY_OK(trace);
    QVERIFY(!trace->reduced);
    QStringList told;
    for (const Bucket &bucket : trace->buckets) {
        const QString at = QString::number((bucket.at - from).count() / 1000);
        if (bucket.isGap() || bucket.final != 6)
            told.append(at + u':' + (bucket.isGap() ? u"gap"_s : QString::number(bucket.final)));
    }
    QCOMPARE(told, (QStringList{u"55:26"_s, u"60:26"_s, u"100:gap"_s}));
    // Fewer points than instants: nothing is lost of the extremes, and the gap stays.
    request.maxPoints = 8;
    const auto rough = traceRule(request, *store.reader());
    VERIFY_OK(rough);
    QVERIFY(rough->reduced);
    QVERIFY(rough->buckets.size() <= 12);
    QCOMPARE(std::ranges::max(rough->buckets, {}, &Bucket::max).max, 26.0);
    QVERIFY(std::ranges::any_of(rough->buckets, &Bucket::isGap));
    request.key = u"vm:host/none"_s;
    const auto none = traceRule(request, *store.reader());
    VERIFY_OK(none);
    QVERIFY(none->buckets.empty());
    request.range = {from, from};
    VERIFY_FAILS(traceRule(request, *store.reader()), Error::Kind::Invalid);
}

void TestBacktest::windowsAreFilledFromBefore()
{
    const Store store;
    const TimePoint from = fromMillis(1'700'000'000'000);
    std::vector<double> figures(100, 0);
    std::fill_n(figures.begin(), 50, 100);
    record(store, figures, from);
    const auto answer =
        backtest(rulesOf(u"A: sum(mem.used[1m]) > 500"_s), *store.reader(), {from + 60s, from + 100s});
    VERIFY_OK(answer);
    // In (t - 60, t] lie 110 - t of the hundreds that were recorded up to 49: more than five until 100 - 1.
    QCOMPARE(answer->results.front().incidents.size(), std::size_t(1));
    QCOMPARE(answer->results.front().incidents.front().from, from + 60s);
    QVERIFY(!answer->results.front().incidents.front().to);
}

void TestBacktest::minutesAreJudgedAtTheirEnd()
{
    const Store store;
    const TimePoint from = fromMillis(1'699'999'980'000); // a whole minute
    std::vector<double> figures(600, 1);
    figures[130] = 50; // in the third minute
    record(store, figures, from);
    const auto answer = backtest(rulesOf(u"Max: max(mem.used[1m]) > 40\nAvg: avg(mem.used[1m]) > 40"_s),
                                 *store.reader(), {from, from + 600s}, HistoryFeed::Detail::Minutes);
    VERIFY_OK(answer);
    QCOMPARE(answer->period, Milliseconds(60s));
    const BacktestResult &peak = answer->results.at(0);
    QCOMPARE(peak.incidents.size(), std::size_t(1));
    QCOMPARE(peak.incidents.front().from, from + 180s);
    QCOMPARE(peak.incidents.front().to, std::optional(from + 240s));
    QCOMPARE(peak.incidents.front().peak, 50.0);
    QVERIFY(answer->results.at(1).incidents.empty());
    QCOMPARE(HistoryFeed::detailFor(1, {from, from + 24h}), HistoryFeed::Detail::Samples);
    QCOMPARE(HistoryFeed::detailFor(1000, {from, from + 24h}), HistoryFeed::Detail::Minutes);
}

void TestBacktest::badRequestsAreRefused()
{
    const Store store;
    const TimePoint from = fromMillis(1'700'000'000'000);
    record(store, {1, 2}, from);
    auto rules = rulesOf(u"A: last(mem.used) > 5"_s);
    VERIFY_FAILS(backtest(rules, *store.reader(), {from, from}), Error::Kind::Invalid);
    rules.push_back(rules.front());
    VERIFY_FAILS(backtest(rules, *store.reader(), {from, from + 1s}), Error::Kind::Invalid);
}

void TestBacktest::canBeCancelled()
{
    const Store store;
    const TimePoint from = fromMillis(1'700'000'000'000);
    record(store, std::vector<double>(10, 1), from);
    std::stop_source stop;
    double progress = 0;
    const auto answer = backtest(rulesOf(u"A: last(mem.used) > 5"_s), *store.reader(),
                                 {from - 240h, from + 10s}, {}, {}, stop.get_token(), [&](double done) {
                                     progress = done;
                                     stop.request_stop();
                                 });
    VERIFY_FAILS(answer, Error::Kind::Cancelled);
    QVERIFY(progress > 0 && progress < 1);
}

/// Nothing is judged twice and nothing stands still: the time goes on by what passes.
void TestBacktest::clockSetBack()
{
    const auto rules = rulesOf(u"A: last(cpu.alloc_percent) > 50% for 30s"_s);
    AlertEngine engine({}, engineRules(rules), {});
    RuleEvaluator evaluator(rules, engine);
    Deriver deriver;
    FakeClock clock;
    ScriptedSource source(clock);
    const EntityInfo web = source.vm(u"web"_s);
    double cpu = 0;
    const auto run = [&](int seconds, double load) {
        for (int i = 0; i < seconds; ++i) {
            cpu += 2 * load;
            const Deriver::Step step = deriver.step(source.sweep(web, cpu));
            evaluator.take(step.gap, step.batch);
        }
    };
    run(20, 0.1);
    clock.setWall(-1h);
    run(20, 0.1);
    QVERIFY(engine.incidents().empty());
    const TimePoint before = engine.now();
    run(60, 0.9);
    QCOMPARE(engine.incidents().size(), std::size_t(1));
    QVERIFY(!engine.incidents().front().resolvedAt);
    const Milliseconds after = engine.incidents().front().firedAt - before;
    QVERIFY2(after >= 30s && after <= 45s, qPrintable(QString::number(after.count())));
    run(20, 0.1);
    QVERIFY(engine.incidents().front().resolvedAt);
}

/// The second that sees it neither doubles its figures nor ends it.
void TestBacktest::twoSourcesOfOneGuest()
{
    const auto rules = rulesOf(u"A: last(cpu.allocated) > 1"_s);
    AlertEngine engine({}, engineRules(rules), {});
    RuleEvaluator evaluator(rules, engine);
    FakeClock clock;
    ScriptedSource first(clock, 0);
    ScriptedSource second(clock, 1);
    Deriver one;
    Deriver two;
    const EntityInfo web = first.vm(u"web"_s);
    for (int i = 0; i < 20; ++i) {
        const Deriver::Step a = one.step(first.sweep(web, i, 500ms));
        evaluator.take(a.gap, a.batch);
        const Deriver::Step b = two.step(i < 10 ? second.sweep(web, i, 500ms) : second.failure(500ms));
        evaluator.take(b.gap, b.batch);
    }
    QCOMPARE(engine.incidents().size(), std::size_t(1));
    QVERIFY(!engine.incidents().front().resolvedAt);
    QCOMPARE(evaluator.judge().figuresOf(0).series, std::size_t(1));
}

void TestBacktest::aSilentSourceIsNoticed()
{
    const auto rules = rulesOf(u"A: last(source:down) > 0"_s);
    AlertEngine engine({}, engineRules(rules), {});
    RuleEvaluator evaluator(rules, engine);
    evaluator.nameSource(SourceId(0), u"test:///x"_s);
    FakeClock clock;
    ScriptedSource source(clock);
    Deriver deriver;
    const Deriver::Step step = deriver.step(source.sweep(source.vm(u"web"_s), 1));
    evaluator.take(step.gap, step.batch);
    evaluator.advanceTo(clock.now() + 4s);
    QVERIFY(engine.incidents().empty());
    evaluator.advanceTo(clock.now() + 20s);
    QCOMPARE(engine.incidents().size(), std::size_t(1));
    QCOMPARE(labelOf(engine.incidents().front().labels, u"source"_s), u"test:///x"_s);
}

QTEST_GUILESS_MAIN(TestBacktest)
#include "tst_backtest.moc"
