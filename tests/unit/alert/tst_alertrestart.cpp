// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alert/alertjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>
#include <rapidcheck.h>

using namespace stratadeck;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

TimePoint second(qint64 seconds)
{
    return fromMillis(1'700'000'000'000 + seconds * 1000);
}

std::vector<Rule> rules()
{
    Rule cpu;
    cpu.name = u"CpuHigh"_s;
    cpu.severity = Severity::P1;
    cpu.metric = u"cpu"_s;
    cpu.threshold = 80;
    cpu.clear = 70;
    cpu.hold = 100s;
    cpu.keep = 60s;
    cpu.noData = NoData::Alert;
    Rule restarts = cpu;
    restarts.name = u"Restarts"_s;
    restarts.metric = u"restarts"_s;
    restarts.hold = restarts.keep = 0s;
    restarts.detectsFlapping = true;
    return {cpu, restarts};
}

AlertEngine newEngine()
{
    AlertSettings settings;
    settings.escalateAfter = 200s;
    settings.reopenWindow = 300s;
    InhibitRule down;
    (void)down.source.add(u"alertname"_s, u"HostDown"_s);
    (void)down.target.add(u"alertname"_s, u"CpuHigh|Restarts"_s);
    down.equal = {u"host"_s};
    return {settings, rules(), {down}};
}

template<typename T>
std::vector<T> throughText(const std::vector<T> &all, T (*read)(const JsonView &))
{
    QJsonArray array;
    for (const T &one : all)
        array.append(toJson(one));
    const QByteArray text = QJsonDocument(array).toJson();
    JsonProblem problem;
    std::vector<T> result;
    for (const JsonView &view : JsonView(*JsonView::parse(text), {}, problem).items())
        result.push_back(read(view));
    if (problem.found())
        qFatal("%s", qPrintable(problem.error().what));
    return result;
}

/// As another run of the program does it.
void restart(AlertEngine &engine)
{
    EngineMemory memory = engine.memory();
    memory.alerts = throughText(memory.alerts, &alertStateOf);
    memory.incidents = throughText(memory.incidents, &incidentOf);
    memory.windows = throughText(memory.windows, &windowOf);
    memory.groups = throughText(memory.groups, &groupTimerOf);
    AlertEngine next = newEngine();
    next.restore(memory);
    engine = std::move(next);
}

QStringList told(AlertEngine &engine)
{
    QStringList lines;
    for (const Notice &notice : engine.takeNotices()) {
        QStringList words{QString::number(toMillis(notice.at)), toWord(notice.reason)};
        for (const Labels &labels : notice.firing)
            words.append(u'+' + fingerprintOf(labels));
        for (const Labels &labels : notice.resolved)
            words.append(u'-' + fingerprintOf(labels));
        std::sort(words.begin() + 2, words.end()); // who was forgotten comes last
        lines.append(words.join(u' '));
    }
    lines.sort();
    return lines;
}

QStringList shown(const AlertEngine &engine)
{
    QStringList lines;
    for (const AlertView &view : engine.observe()) {
        lines.append(QStringList{fingerprintOf(view.labels), toWord(view.severity), toWord(view.condition),
                                 view.badge, view.due ? QString::number(toMillis(*view.due)) : u"-"_s,
                                 view.remaining ? QString::number(view.remaining->count()) : u"-"_s,
                                 QString::number(view.breached)}
                         .join(u' '));
    }
    lines.sort(); // who is forgotten appears anew
    return lines;
}

struct Step {
    int wait = 0; ///< seconds
    int what = 0;
    int which = 0;
    int value = 0;
};

void showValue(const Step &step, std::ostream &out)
{
    out << step.wait << ' ' << step.what << ' ' << step.which << ' ' << step.value << "; ";
}

rc::Gen<Step> anyStep()
{
    return rc::gen::build<Step>(
        rc::gen::set(&Step::wait, rc::gen::inRange(0, 150)), rc::gen::set(&Step::what, rc::gen::inRange(0, 14)),
        rc::gen::set(&Step::which, rc::gen::inRange(0, 2)), rc::gen::set(&Step::value, rc::gen::inRange(0, 5)));
}

void apply(AlertEngine &engine, const Step &step, TimePoint now)
{
    const Labels vm{{u"host"_s, u"h"_s + QString::number(step.which)}, {u"vm"_s, u"a"_s}};
    const Labels host{{u"alertname"_s, u"HostDown"_s}, {u"host"_s, vm.at(u"host"_s)}};
    const std::optional<double> value = step.value == 0 ? std::nullopt : std::optional(60.0 + 9 * step.value);
    const QString id = u"w%1"_s.arg(step.value);
    engine.advanceTo(now);
    switch (step.what) {
    case 0:
        return engine.fire(host, Severity::P0);
    case 1:
        return engine.resolve(host);
    case 2:
        return engine.acknowledge({{u"host"_s, vm.at(u"host"_s)}},
                                  {now + 60s * (1 + step.value), step.value == 3, u"eve"_s, u"mine"_s});
    case 3:
        return engine.changeSeverity({{u"host"_s, vm.at(u"host"_s)}}, static_cast<Severity>(step.value % 4));
    case 4:
    case 5:
    case 6:
        return engine.suppress({step.what == 4   ? SuppressorKind::Silence
                                : step.what == 5 ? SuppressorKind::Maintenance
                                                 : SuppressorKind::Hold,
                                id,
                                host,
                                now + 10s * step.value,
                                now + 10s * step.value + 100s,
                                {},
                                {},
                                {}});
    case 7:
        return engine.endSuppression(id);
    case 8:
    case 9:
    case 10:
        return engine.sample(u"restarts"_s, vm, value, now);
    default:
        return engine.sample(u"cpu"_s, vm, value, now);
    }
}

} // namespace

class TestAlertRestart : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void restartsChangeNothing();
    void escalatesUntilSomebodyResponds();
    void settledIncidentsAreLetGo();
    void otherRules();
    void clockSetBack();
    void damagedStateIsNamed();
};

void TestAlertRestart::restartsChangeNothing()
{
    const bool holds = rc::check("an engine that is restarted all the time is like one that never ends", [] {
        AlertEngine steady = newEngine();
        AlertEngine restarted = newEngine();
        TimePoint now = second(0);
        for (const Step &step : *rc::gen::container<std::vector<Step>>(anyStep())) {
            now += std::chrono::seconds(step.wait);
            apply(steady, step, now);
            apply(restarted, step, now);
            steady.finish();
            restarted.finish();
            const QStringList toldByRestarted = told(restarted);
            const QStringList toldBySteady = told(steady);
            RC_LOG() << toldByRestarted.join(u'\n').toStdString() << "\nbut the steady one\n"
                     << toldBySteady.join(u'\n').toStdString() << '\n';
            RC_ASSERT(toldByRestarted == toldBySteady);
            restart(restarted);
            RC_ASSERT(shown(restarted) == shown(steady));
            steady.forgetSettled();
        }
    });
    QVERIFY(holds);
}

void TestAlertRestart::escalatesUntilSomebodyResponds()
{
    AlertEngine engine = newEngine();
    engine.advanceTo(second(0));
    const Labels host{{u"alertname"_s, u"HostDown"_s}, {u"host"_s, u"h"_s}};
    engine.fire(host, Severity::P1);
    engine.advanceTo(second(450));
    QCOMPARE(told(engine).filter(u"escalated"_s).size(), 2); // at 200 and 400
    QCOMPARE(engine.observe().front().badge, u"escalated"_s);
    engine.acknowledge(host, {second(2000), false, u"eve"_s, {}});
    engine.advanceTo(second(1999));
    QVERIFY(told(engine).filter(u"escalated"_s).isEmpty());
    engine.advanceTo(second(10'000)); // not for ever
    QCOMPARE(told(engine).filter(u"escalated"_s).size(), 5);
    QCOMPARE(engine.incidents().front().ackedBy, u"eve"_s);
}

void TestAlertRestart::settledIncidentsAreLetGo()
{
    AlertEngine engine = newEngine();
    engine.advanceTo(second(0));
    const Labels host{{u"alertname"_s, u"HostDown"_s}, {u"host"_s, u"h"_s}};
    engine.fire(host, Severity::P0);
    engine.advanceTo(second(10));
    engine.resolve(host);
    engine.forgetSettled();
    QCOMPARE(engine.incidents().size(), std::size_t(1)); // it may be reopened
    engine.advanceTo(second(400));
    engine.forgetSettled();
    QVERIFY(engine.incidents().empty());
    QVERIFY(engine.memory().alerts.empty());
    engine.fire(host, Severity::P0);
    QCOMPARE(engine.incidents().front().id, 2);
}

void TestAlertRestart::otherRules()
{
    AlertEngine engine = newEngine();
    const Labels vm{{u"host"_s, u"h"_s}};
    for (int at = 0; at <= 100; at += 50) {
        engine.advanceTo(second(at));
        engine.sample(u"cpu"_s, vm, 90, second(at));
    }
    QCOMPARE(engine.observe().front().condition, Condition::Firing);
    std::vector<Rule> changed = rules();
    changed.front().threshold = 95;
    engine.setRules(changed);
    engine.advanceTo(second(150));
    engine.sample(u"cpu"_s, vm, 90, second(150));
    QCOMPARE(engine.observe().front().condition, Condition::Recovering);
    engine.setRules({});
    QCOMPARE(engine.observe().front().badge, u"resolved"_s);
}

void TestAlertRestart::clockSetBack()
{
    AlertEngine engine = newEngine();
    const Labels vm{{u"host"_s, u"h"_s}};
    engine.advanceTo(second(3600));
    engine.sample(u"cpu"_s, vm, 90, second(3600));
    engine.setClockBack(second(0));
    QCOMPARE(engine.now(), second(0));
    for (int at = 0; at <= 100; at += 50) {
        engine.advanceTo(second(at));
        engine.sample(u"cpu"_s, vm, 90, second(at));
    }
    QCOMPARE(engine.observe().front().condition, Condition::Firing);
    QCOMPARE(engine.incidents().front().firedAt, second(100));
}

void TestAlertRestart::damagedStateIsNamed()
{
    AlertEngine engine = newEngine();
    engine.advanceTo(second(0));
    engine.fire({{u"alertname"_s, u"X"_s}}, Severity::P2);
    QJsonObject state = toJson(engine.memory().alerts.front());
    state.insert("handling"_L1, u"dreamt"_s);
    JsonProblem problem;
    (void)alertStateOf(JsonView(state, u"alert"_s, problem));
    QVERIFY(problem.found());
    QCOMPARE(problem.error().subject, u"alert.handling"_s);
}

QTEST_GUILESS_MAIN(TestAlertRestart)
#include "tst_alertrestart.moc"
