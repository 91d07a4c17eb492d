// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alert/rules/ruletext.h"
#include "models/judge/rulejudge.h"

#include <QTest>
#include <cmath>

using namespace stratadeck;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr TimePoint kStart = fromMillis(1'700'000'000'000); // a multiple of five seconds

TimePoint at(double seconds)
{
    return kStart + Milliseconds(std::llround(seconds * 1000));
}

EntityInfo vmOf(const QString &name)
{
    EntityInfo info;
    info.key = u"vm:h/"_s + name;
    info.kind = EntityKind::VirtualMachine;
    info.name = name;
    info.host = u"h"_s;
    info.state = EntityState::Running;
    return info;
}

std::vector<RuleDefinition> rulesOf(const QString &text)
{
    const auto rules = parseRules(text);
    if (!rules)
        QTest::qFail(qPrintable(rules.error().sentence), __FILE__, __LINE__);
    return rules.value_or(std::vector<RuleDefinition>());
}

/// A judge with its engine, and what it saw.
class Room final : public RuleObserver
{
public:
    explicit Room(const QString &text, Milliseconds period = kRulePeriod)
        : rules(rulesOf(text))
        , engine({}, engineRules(rules), {})
        , judge(rules, engine, period)
    {
        judge.setObserver(this);
        vm = judge.openEntity(vmOf(u"web"_s), {});
    }

    RuleJudge::Series series(MetricId metric, const QString &instance = {}, Milliseconds longest = {})
    {
        return judge.openSeries(vm, metric, instance, longest).value();
    }
    void put(RuleJudge::Series series, double seconds, double value)
    {
        judge.advanceTo(at(seconds));
        judge.figure(series, at(seconds), Figure::of(value));
    }
    void judged(std::size_t, AlertEngine::AlertHandle, Condition, Condition after, double value,
                TimePoint t) override
    {
        seen.append(u"%1:%2=%3"_s.arg((t - kStart).count() / 1000).arg(toWord(after)).arg(value));
        last = value;
    }
    /// "A{instance vda,name web} 5-20": alert, labels but kind and host, from when to when.
    QStringList incidents() const
    {
        QStringList lines;
        for (const Incident &incident : engine.incidents()) {
            QStringList labels;
            for (const auto &[name, text] : incident.labels) {
                if (name != "alertname"_L1 && name != "kind"_L1 && name != "host"_L1)
                    labels.append(name + u' ' + text);
            }
            lines.append(u"%1{%2} %3-%4"_s.arg(
                labelOf(incident.labels, u"alertname"_s), labels.join(u','), secondsOf(incident.firedAt),
                incident.resolvedAt ? secondsOf(*incident.resolvedAt) : QString()));
        }
        return lines;
    }
    static QString secondsOf(TimePoint t) { return QString::number((t - kStart).count() / 1000); }

    std::vector<RuleDefinition> rules;
    AlertEngine engine;
    RuleJudge judge;
    RuleJudge::Entity vm{};
    QStringList seen;
    double last = std::nan("");
};

/// The figure of an expression at an instant, after these samples.
double figureAt(const QString &figure, double seconds, const std::vector<std::pair<double, double>> &samples,
                MetricId metric = MetricId::MemUsed)
{
    Room room(u"A: %1 != 123456789"_s.arg(figure));
    const auto series = room.series(metric);
    room.judge.advanceTo(at(0));
    for (const auto &[t, value] : samples)
        room.put(series, t, value);
    room.last = std::nan("");
    room.judge.advanceTo(at(seconds) + 1ms);
    return room.last;
}

} // namespace

/// Windows, joined comparisons and what the engine is told, against figures worked out by hand.
class TestRuleJudge : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void functions_data();
    void functions();
    void windowEdges();
    void longWindowsHaveLongerPanes();
    void countersThatRestart();
    void aGapIsUnknown();
    void growthAcrossGaps();
    void silenceIsUnknown();
    void forecastNeedsHalfOfItsWindow();
    void firesClearsAndKeeps();
    void noDataPolicies();
    void absent();
    void absentWithoutAnySeries();
    void eventsAreCounted();
    void eventsByText();
    void problemsAndSources();
    void aSourceThatFailsTellsOfNoEvents();
    void andOrUnless();
    void unknownJoined();
    void untilHolds();
    void everyInstanceIsItsOwn();
    void guardOfTheWholeEntity();
    void labelsChoose();
    void tagsAndNamesChange();
    void whatEndsIsResolved();
    void equalNamesAreToldApart();
    void tooManyAlertsAreRefused();
    void longPausesAreSkipped();
    void rulesThatAreOff();
};

void TestRuleJudge::functions_data()
{
    QTest::addColumn<QString>("figure");
    QTest::addColumn<double>("expected");
    // Judged at 20 s; the samples are 100@1 (too old for [15s]), 4@6, 8@10, 6@15, 2@20.
    QTest::newRow("last") << u"last(mem.used)"_s << 2.0;
    QTest::newRow("avg") << u"avg(mem.used[15s])"_s << 5.0;
    QTest::newRow("min") << u"min(mem.used[15s])"_s << 2.0;
    QTest::newRow("max") << u"max(mem.used[15s])"_s << 8.0;
    QTest::newRow("sum") << u"sum(mem.used[15s])"_s << 20.0;
    QTest::newRow("count") << u"count(mem.used[15s])"_s << 4.0;
    QTest::newRow("p50") << u"p50(mem.used[15s])"_s << 5.0;
    QTest::newRow("p95") << u"p95(mem.used[15s])"_s << 6 + 0.85 * 2;
    QTest::newRow("p99") << u"p99(mem.used[15s])"_s << 6 + 0.97 * 2;
    QTest::newRow("stddev") << u"stddev(mem.used[15s])"_s << std::sqrt(5.0); // (1 + 9 + 1 + 9) / 4
    QTest::newRow("delta") << u"delta(mem.used[15s])"_s << -2.0;
    QTest::newRow("changes") << u"changes(mem.used[15s])"_s << 4.0; // that to the first in the window, too
    QTest::newRow("absent") << u"absent(mem.used[15s])"_s << 0.0;
    // Times 6, 10, 15, 20: mean 12.75; slope = sum((t-12.75)(v-5)) / sum((t-12.75)^2) = -21 / 110.75.
    QTest::newRow("predict") << u"predict(mem.used[15s], 1m)"_s << 5 - 21 / 110.75 * (80 - 12.75);
    QTest::newRow("arithmetic") << u"(10 - avg(mem.used[15s])) * 3"_s << 15.0;
}

void TestRuleJudge::functions()
{
    QFETCH(const QString, figure);
    QFETCH(const double, expected);
    const double is = figureAt(figure, 20, {{1, 100}, {6, 4}, {10, 8}, {15, 6}, {20, 2}});
    QVERIFY2(std::abs(is - expected) < 1e-9, qPrintable(QString::number(is, 'g', 17)));
}

/// A window of 10 s at 20 s is (10, 20].
void TestRuleJudge::windowEdges()
{
    QCOMPARE(figureAt(u"sum(mem.used[10s])"_s, 20, {{10, 1}, {10.001, 2}, {20, 4}}), 6.0);
    QCOMPARE(figureAt(u"p50(mem.used[10s])"_s, 20, {{10, 1}, {10.001, 2}, {20, 4}}), 3.0);
    QCOMPARE(figureAt(u"sum(mem.used[5s])"_s, 20, {{15, 1}, {20, 4}}), 4.0);
    QVERIFY(std::isnan(figureAt(u"sum(mem.used[5s])"_s, 25, {{15, 1}, {20, 4}})));
    QCOMPARE(figureAt(u"last(mem.used[10s])"_s, 20, {{15, 3}}), 3.0);
    QVERIFY(std::isnan(figureAt(u"last(mem.used[10s])"_s, 25, {{15, 3}})));
    QCOMPARE(figureAt(u"last(mem.used)"_s, 25, {{15, 3}}), 3.0);
}

/// Of two hours in panes of ten seconds, one pane at most is missing at the old end.
void TestRuleJudge::longWindowsHaveLongerPanes()
{
    Room room(u"A: count(mem.used[2h]) != 1"_s);
    const auto series = room.series(MetricId::MemUsed);
    for (int t = 0; t <= 3 * 3600; t += 5)
        room.put(series, t, 1);
    room.judge.advanceTo(at(3 * 3600) + 1ms);
    QVERIFY2(room.last >= 1438 && room.last <= 1440, qPrintable(QString::number(room.last)));
}

/// 100, 110, then anew 3, 7: it grew by 10, 3 and 4 in 15 seconds.
void TestRuleJudge::countersThatRestart()
{
    const std::vector<std::pair<double, double>> samples{{5, 100}, {10, 110}, {15, 3}, {20, 7}};
    const auto figure = [&](const QString &text) {
        return figureAt(text, 20, samples, MetricId::MemMajorFaults);
    };
    QCOMPARE(figure(u"increase(mem.major_faults[15s])"_s), 17.0);
    QCOMPARE(figure(u"rate(mem.major_faults[15s])"_s), 17.0 / 15);
    QCOMPARE(figure(u"increase(mem.major_faults[5s])"_s), 4.0);
    QVERIFY(
        std::isnan(figureAt(u"increase(mem.major_faults[15s])"_s, 5, {{5, 100}}, MetricId::MemMajorFaults)));
}

void TestRuleJudge::aGapIsUnknown()
{
    Room room(u"A: avg(mem.used[1m]) > 5 for 10s"_s);
    const auto series = room.series(MetricId::MemUsed);
    room.put(series, 1, 9);
    room.put(series, 16, 9);
    QCOMPARE(room.incidents(), QStringList{u"A{name web} 15-"_s});
    room.judge.gap(series);
    room.seen.clear();
    room.judge.advanceTo(at(31));
    QCOMPARE(room.seen, (QStringList{u"20:firing=nan"_s, u"25:firing=nan"_s, u"30:firing=nan"_s}));
    room.put(series, 32, 0);
    room.judge.advanceTo(at(36));
    QCOMPARE(room.seen.last(), u"35:firing=6"_s); // (9 + 9 + 0) / 3: still in the window
}

void TestRuleJudge::growthAcrossGaps()
{
    Room room(
        u"A: increase(cpu.throttled_periods[30s]) != 12345\nB: rate(cpu.throttled_periods[30s]) < -1 nodata error"_s);
    const auto series = room.series(MetricId::CpuThrottledPeriods);
    room.put(series, 1, 10);
    room.judge.gap(series);
    room.put(series, 11, 25); // within the window: it did grow by that much
    room.judge.advanceTo(at(16));
    QVERIFY(room.seen.contains(u"15:firing=15"_s));
    room.judge.gap(series);
    room.put(series, 100, 500); // when it grew is not known
    room.put(series, 101, 501);
    room.judge.advanceTo(at(106));
    QVERIFY(room.seen.contains(u"105:firing=1"_s));
}

void TestRuleJudge::silenceIsUnknown()
{
    Room room(u"A: last(mem.used) > 5"_s);
    const auto series = room.series(MetricId::MemUsed, {}, 5s);
    room.put(series, 4, 9);
    room.judge.advanceTo(at(16));
    QCOMPARE(room.seen, (QStringList{u"5:firing=9"_s, u"10:firing=nan"_s, u"15:firing=nan"_s}));
}

void TestRuleJudge::forecastNeedsHalfOfItsWindow()
{
    std::vector<std::pair<double, double>> samples;
    for (int t = 0; t <= 25; t += 5)
        samples.emplace_back(t, t);
    QVERIFY(std::isnan(figureAt(u"predict(mem.used[1m], 1m)"_s, 25, samples)));
    samples.emplace_back(30, 30);
    QVERIFY(std::abs(figureAt(u"predict(mem.used[1m], 1m)"_s, 30, samples) - 90) < 1e-9);
}

void TestRuleJudge::firesClearsAndKeeps()
{
    Room room(u"A: last(mem.used) > 80 for 10s clear < 70 keep 10s"_s);
    const auto series = room.series(MetricId::MemUsed);
    const auto until = [&](double seconds, double value) {
        room.put(series, seconds - 1, value);
        room.judge.advanceTo(at(seconds) + 1ms);
    };
    until(5, 90);
    until(10, 75); // a near miss
    until(15, 90);
    until(20, 90);
    until(25, 90); // fires
    until(30, 75); // between the thresholds
    until(35, 60);
    until(40, 60); // ten seconds since it was not beyond, and well
    QCOMPARE(room.incidents(), QStringList{u"A{name web} 25-40"_s});
    QCOMPARE(room.seen, (QStringList{u"5:pending=90"_s, u"10:inactive=75"_s, u"15:pending=90"_s,
                                     u"20:pending=90"_s, u"25:firing=90"_s, u"30:recovering=75"_s,
                                     u"35:recovering=60"_s, u"40:inactive=60"_s}));
    until(45, 60);
    QCOMPARE(room.seen.size(), 8); // what is well is not fed
}

void TestRuleJudge::noDataPolicies()
{
    Room room(u"Keep: last(mem.used) > 5 nodata keep\nOk: last(mem.used) > 5 nodata ok\n"
              "Alert: last(mem.used) > 50 nodata alert\nError: last(mem.used) > 50 nodata error"_s);
    const auto series = room.series(MetricId::MemUsed);
    room.judge.advanceTo(at(1));
    room.judge.advanceTo(at(8)); // nothing was ever known: that is no lack
    QVERIFY(room.incidents().isEmpty());
    room.put(series, 9, 9);
    room.judge.advanceTo(at(11));
    room.judge.gap(series);
    room.judge.advanceTo(at(26));
    QCOMPARE(room.incidents(), (QStringList{u"Keep{name web} 10-"_s, u"Ok{name web} 10-15"_s,
                                            u"Error{name web} 15-"_s, u"Alert{name web} 20-"_s}));
}

void TestRuleJudge::absent()
{
    Room room(u"A: absent(mem.used[10s]) > 0"_s);
    const auto series = room.series(MetricId::MemUsed);
    room.put(series, 1, 9);
    room.judge.advanceTo(at(21));
    QCOMPARE(room.incidents(), QStringList{u"A{name web} 15-"_s});
    room.put(series, 22, 9);
    room.judge.advanceTo(at(26));
    QCOMPARE(room.incidents(), QStringList{u"A{name web} 15-25"_s});
}

void TestRuleJudge::absentWithoutAnySeries()
{
    Room room(u"A: absent(mem.used{name=\"db\"}[10s]) > 0"_s);
    room.series(MetricId::MemUsed); // of web
    room.judge.advanceTo(at(1));
    room.judge.advanceTo(at(6));
    QCOMPARE(room.incidents(), QStringList{u"A{name db} 5-"_s});
    const auto db = room.judge.openEntity(vmOf(u"db"_s), {});
    const auto series = room.judge.openSeries(db, MetricId::MemUsed, {}, {}).value();
    room.put(series, 7, 1);
    room.judge.advanceTo(at(11));
    QCOMPARE(room.incidents(), QStringList{u"A{name db} 5-10"_s});
}

void TestRuleJudge::eventsAreCounted()
{
    Room room(u"A: count(event:oom[10s]) >= 2"_s);
    room.judge.advanceTo(at(1));
    room.judge.event(room.vm, at(2), u"oom"_s, {});
    room.judge.event(room.vm, at(3), u"started"_s, {});
    room.judge.advanceTo(at(6));
    room.judge.event(room.vm, at(8), u"oom"_s, {});
    room.judge.advanceTo(at(16));
    QCOMPARE(room.incidents(), QStringList{u"A{name web} 10-15"_s});
}

void TestRuleJudge::eventsByText()
{
    Room room(u"A: count(event:stopped{text!~\"migrated|saved\"}[10s]) > 0"_s);
    room.judge.advanceTo(at(1));
    room.judge.event(room.vm, at(2), u"stopped"_s, u"migrated"_s);
    room.judge.advanceTo(at(6));
    QVERIFY(room.incidents().isEmpty());
    room.judge.event(room.vm, at(7), u"stopped"_s, u"destroyed"_s);
    room.judge.advanceTo(at(11));
    QCOMPARE(room.incidents(), QStringList{u"A{name web} 10-"_s});
}

void TestRuleJudge::problemsAndSources()
{
    Room room(u"A: last(problem:monitor-not-answering) > 0\nB: last(source:down{source=~\"qemu.*\"}) > 0"_s);
    const auto source = room.judge.openSource(u"qemu:///system"_s);
    room.judge.openSource(u"podman:"_s);
    EntityInfo info = vmOf(u"web"_s);
    info.problem = EntityProblem::MonitorNotAnswering;
    room.judge.advanceTo(at(1));
    room.judge.changeEntity(room.vm, info);
    room.judge.setDown(source, true);
    room.judge.advanceTo(at(6));
    info.problem = EntityProblem::None;
    room.judge.changeEntity(room.vm, info);
    room.judge.setDown(source, false);
    room.judge.advanceTo(at(11));
    QCOMPARE(room.incidents(), (QStringList{u"A{name web} 5-10"_s, u"B{source qemu:///system} 5-10"_s}));
}

void TestRuleJudge::aSourceThatFailsTellsOfNoEvents()
{
    Room room(u"A: count(event:oom[10s]) > 0"_s);
    const auto source = room.judge.openSource(u"podman:"_s);
    const auto db = room.judge.openEntity(vmOf(u"db"_s), source);
    room.judge.advanceTo(at(1));
    room.judge.event(db, at(2), u"oom"_s, {});
    room.judge.advanceTo(at(6));
    room.judge.setDown(source, true);
    room.judge.advanceTo(at(26)); // nobody knows whether there were more
    QCOMPARE(room.incidents(), QStringList{u"A{name db} 5-"_s});
    room.judge.setDown(source, false);
    room.judge.advanceTo(at(31));
    QCOMPARE(room.incidents(), QStringList{u"A{name db} 5-30"_s});
}

void TestRuleJudge::andOrUnless()
{
    Room room(u"And: last(mem.used) > 5 AND last(cpu.host_percent) > 50\n"
              "Or: last(mem.used) > 5 OR last(cpu.host_percent) > 50\n"
              "Unless: last(mem.used) > 5 UNLESS last(cpu.host_percent) > 50\n"
              "Binds: last(mem.used) > 500 AND last(cpu.host_percent) > 50 OR last(mem.used) > 5"_s);
    const auto memory = room.series(MetricId::MemUsed);
    const auto cpu = room.series(MetricId::CpuHostPercent);
    room.judge.advanceTo(at(1));
    const auto step = [&](double seconds, double m, double c) {
        room.put(memory, seconds, m);
        room.put(cpu, seconds, c);
    };
    step(4, 9, 10);  // at 5: Or, Unless, Binds
    step(9, 9, 90);  // at 10: And, Or, Binds
    step(14, 1, 90); // at 15: Or
    step(19, 1, 10); // at 20: none
    room.judge.advanceTo(at(21));
    QCOMPARE(room.incidents(), (QStringList{u"Or{name web} 5-20"_s, u"Unless{name web} 5-10"_s,
                                            u"Binds{name web} 5-15"_s, u"And{name web} 10-15"_s}));
}

/// What is known to be false decides; else nothing is judged.
void TestRuleJudge::unknownJoined()
{
    Room room(u"And: last(mem.used) > 5 AND last(cpu.host_percent) > 50"_s);
    const auto memory = room.series(MetricId::MemUsed);
    const auto cpu = room.series(MetricId::CpuHostPercent);
    room.judge.advanceTo(at(1));
    room.put(memory, 4, 9);
    room.put(cpu, 4, 90);
    room.judge.advanceTo(at(6));
    room.judge.gap(cpu);
    room.judge.advanceTo(at(11));
    QCOMPARE(room.incidents(), QStringList{u"And{name web} 5-"_s});
    room.put(memory, 12, 1);
    room.judge.advanceTo(at(16));
    QCOMPARE(room.incidents(), QStringList{u"And{name web} 5-15"_s});
}

/// A guest that has stopped is told of until it runs, not for as long as its having run is remembered.
void TestRuleJudge::untilHolds()
{
    Room room(u"A: last(state.running) < 1 AND max(state.running[10s]) > 0 until last(state.running) > 0"_s);
    const auto running = room.series(MetricId::Running);
    for (int t = 1; t < 60; ++t)
        room.put(running, t, t < 12 || t > 48 ? 1 : 0);
    room.judge.advanceTo(at(61));
    QCOMPARE(room.incidents(), QStringList{u"A{name web} 15-50"_s});
    // What was off from the beginning has not stopped.
    const auto db = room.judge.openEntity(vmOf(u"db"_s), {});
    const auto off = room.judge.openSeries(db, MetricId::Running, {}, {}).value();
    room.put(off, 62, 0);
    room.judge.advanceTo(at(90));
    QCOMPARE(room.incidents().size(), 1);
}

void TestRuleJudge::everyInstanceIsItsOwn()
{
    Room room(u"A: last(disk.read_latency) > 5 AND last(disk.write_latency) > 5"_s);
    room.judge.advanceTo(at(1));
    for (const QString &disk : {u"vda"_s, u"vdb"_s}) {
        const auto read = room.series(MetricId::DiskReadLatency, disk);
        const auto write = room.series(MetricId::DiskWriteLatency, disk);
        room.put(read, 2, 9);
        room.put(write, 2, disk == "vdb"_L1 ? 9 : 1);
    }
    room.judge.advanceTo(at(6));
    QCOMPARE(room.incidents(), QStringList{u"A{instance vdb,name web} 5-"_s});
}

void TestRuleJudge::guardOfTheWholeEntity()
{
    Room room(u"A: last(disk.read_latency) > 5 AND last(state.running) > 0"_s);
    room.judge.advanceTo(at(1));
    const auto read = room.series(MetricId::DiskReadLatency, u"vda"_s);
    room.put(read, 2, 9);
    room.judge.advanceTo(at(6));
    QVERIFY(room.incidents().isEmpty());
    const auto running = room.series(MetricId::Running); // comes later than what it guards
    room.put(running, 7, 1);
    room.judge.advanceTo(at(11));
    QCOMPARE(room.incidents(), QStringList{u"A{instance vda,name web} 10-"_s});
}

void TestRuleJudge::labelsChoose()
{
    Room room(u"A: last(disk.read_latency{name=~\"we.\", instance!=\"vda\", kind=\"vm\", host=\"h\"}) > 5\n"
              "B: last(disk.read_latency{name!=\"web\"}) > 5"_s);
    room.judge.advanceTo(at(1));
    for (const QString &disk : {u"vda"_s, u"vdb"_s})
        room.put(room.series(MetricId::DiskReadLatency, disk), 2, 9);
    room.judge.advanceTo(at(6));
    QCOMPARE(room.incidents(), QStringList{u"A{instance vdb,name web} 5-"_s});
}

void TestRuleJudge::tagsAndNamesChange()
{
    Room room(u"A: last(mem.used{tag!=\"job\"}) > 5"_s);
    room.judge.setTags(u"vm:h/web"_s, {u"job"_s, u"prod"_s});
    const auto series = room.series(MetricId::MemUsed);
    room.put(series, 2, 9);
    room.judge.advanceTo(at(6));
    QVERIFY(room.incidents().isEmpty());
    room.judge.setTags(u"vm:h/web"_s, {u"prod"_s});
    room.judge.advanceTo(at(11));
    QCOMPARE(room.incidents(), QStringList{u"A{name web} 10-"_s});
    EntityInfo renamed = vmOf(u"web"_s);
    renamed.name = u"www"_s;
    room.judge.changeEntity(room.vm, renamed);
    room.judge.advanceTo(at(16));
    QCOMPARE(room.incidents(), (QStringList{u"A{name web} 10-10"_s, u"A{name www} 15-"_s}));
}

void TestRuleJudge::whatEndsIsResolved()
{
    Room room(u"A: last(mem.used) > 5 for 5s"_s);
    const auto series = room.series(MetricId::MemUsed);
    room.put(series, 1, 9);
    room.judge.advanceTo(at(11));
    room.judge.closeEntity(room.vm);
    QCOMPARE(room.incidents(), QStringList{u"A{name web} 10-10"_s});
    // Another of the same name begins anew.
    room.vm = room.judge.openEntity(vmOf(u"web"_s), {});
    const auto next = room.series(MetricId::MemUsed);
    room.put(next, 1001, 9);
    room.judge.advanceTo(at(1006));
    QCOMPARE(room.incidents(), QStringList{u"A{name web} 10-10"_s});
    room.judge.advanceTo(at(1011));
    QCOMPARE(room.incidents(), (QStringList{u"A{name web} 10-10"_s, u"A{name web} 1010-"_s}));
}

void TestRuleJudge::equalNamesAreToldApart()
{
    Room room(u"A: last(mem.used) > 5"_s);
    EntityInfo other = vmOf(u"web"_s);
    other.key = u"vm:h/other"_s;
    const auto twin = room.judge.openEntity(other, {});
    room.put(room.series(MetricId::MemUsed), 1, 9);
    room.put(room.judge.openSeries(twin, MetricId::MemUsed, {}, {}).value(), 1, 9);
    room.judge.advanceTo(at(6));
    QCOMPARE(room.incidents(), (QStringList{u"A{name web} 5-"_s, u"A{key vm:h/other,name web} 5-"_s}));
}

void TestRuleJudge::tooManyAlertsAreRefused()
{
    Room room(u"A: last(mem.used) > 5"_s);
    room.judge.advanceTo(at(1));
    std::vector<RuleJudge::Series> all;
    for (int i = 0; i < 502; ++i) {
        const auto entity = room.judge.openEntity(vmOf(u"g%1"_s.arg(i)), {});
        all.push_back(room.judge.openSeries(entity, MetricId::MemUsed, {}, {}).value());
        room.put(all.back(), 2, 9);
    }
    room.judge.advanceTo(at(6));
    QCOMPARE(room.incidents().size(), 501); // 500, and that there are more
    QCOMPARE(room.incidents().last(), u"RuleLimit{rule A} 5-"_s);
    for (const RuleJudge::Series series : all)
        room.put(series, 7, 1);
    room.judge.advanceTo(at(11));
    QCOMPARE(room.incidents().last(), u"RuleLimit{rule A} 5-10"_s);
}

void TestRuleJudge::longPausesAreSkipped()
{
    Room room(u"A: last(mem.used) > 5"_s);
    const auto series = room.series(MetricId::MemUsed);
    room.put(series, 1, 9);
    room.judge.advanceTo(at(6));
    room.seen.clear();
    room.judge.advanceTo(at(86'400));
    QCOMPARE(room.seen, (QStringList{u"10:firing=9"_s, u"15:firing=9"_s, u"86395:firing=9"_s}));
}

void TestRuleJudge::rulesThatAreOff()
{
    Room room(u"A: last(mem.used) > 5 off\nB: external \"vector(1)\"\nC: last(mem.used) > 5"_s);
    room.put(room.series(MetricId::MemUsed), 1, 9);
    room.judge.advanceTo(at(6));
    QCOMPARE(room.incidents(), QStringList{u"C{name web} 5-"_s});
    QVERIFY(!room.judge.watches(MetricId::Load1));
}

QTEST_GUILESS_MAIN(TestRuleJudge)
#include "tst_rulejudge.moc"
