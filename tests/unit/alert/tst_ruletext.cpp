// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alert/rules/defaultrules.h"
#include "models/alert/rules/labelfilter.h"
#include "models/alert/rules/rulecheck.h"
#include "models/alert/rules/rulequantity.h"
#include "models/alert/rules/ruletext.h"
#include "tests/support/anyrule.h"
#include "tests/support/parsedrule.h"

#include <QSet>
#include <QTest>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Rules as lines of text: there and back, and what is wrong with a text.
class TestRuleText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void exampleOfTheDesign();
    void naturalUnits_data();
    void naturalUnits();
    void durations();
    void arithmetic_data();
    void arithmetic();
    void wrongTextIsNamed_data();
    void wrongTextIsNamed();
    void filesNameTheLine();
    void whatIsPrintedIsReadAgain();
    void anythingIsReadOrRefused();
    void closeMetricsAreNamed();
    void rulesAreCheckedTogether();
    void labelFilters();
    void wildExpressionsGiveUp();
    void defaultRulesHold();
    void placeholdersAreFilledOnce();
    void whatARuleSaysHasAFigureOnlyWhereThereIsOne();
};

void TestRuleText::exampleOfTheDesign()
{
    const QString text =
        u"Busy: avg(cpu.host_percent{name=~\"web-.*\"}[5m]) > 85% for 5m clear < 75% keep 3m nodata keep "
        "severity P3 flap"_s;
    const RuleDefinition rule = parsed(text);
    QCOMPARE(rule.name, u"Busy"_s);
    QCOMPARE(rule.clause.function, RuleFunction::Avg);
    QCOMPARE(rule.clause.subject.metric, MetricId::CpuHostPercent);
    QCOMPARE(rule.clause.subject.matchers,
             (std::vector<LabelMatcher>{{u"name"_s, MatchKind::Matches, u"web-.*"_s}}));
    QCOMPARE(rule.clause.window, Milliseconds(5min));
    QCOMPARE(rule.clause.threshold, 85.0);
    QCOMPARE(rule.clear, std::optional(75.0));
    QCOMPARE(rule.hold, Milliseconds(5min));
    QCOMPARE(rule.keep, Milliseconds(3min));
    QCOMPARE(rule.severity, Severity::P3);
    QVERIFY(rule.detectsFlapping);
    QCOMPARE(printRule(rule), text);
    QCOMPARE(
        parsed(u" Busy :avg ( cpu.host_percent{ name =~ \"web-.*\" , } [300s] )>85 flap keep 180s clear<75 "
               "severity P3 for 300000ms"_s),
        rule);
}

void TestRuleText::naturalUnits_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("threshold");
    QTest::newRow("percent") << u"last(cpu.host_percent) > 85.5%"_s << 85.5;
    QTest::newRow("size") << u"last(mem.used) > 4GiB"_s << 4.0 * 1024 * 1024 * 1024;
    QTest::newRow("odd size") << u"last(mem.used) > 1234567B"_s << 1234567.0;
    QTest::newRow("rate of bytes") << u"rate(net.rx_bytes[1m]) > 1.5MiB/s"_s << 1.5 * 1024 * 1024;
    QTest::newRow("latency") << u"last(disk.read_latency) >= 50ms"_s << 50.0;
    QTest::newRow("long latency") << u"last(disk.read_latency) >= 2s"_s << 2000.0;
    QTest::newRow("seconds") << u"last(mem.balloon_age) > 5m"_s << 300.0;
    QTest::newRow("count") << u"increase(restart.count[10m]) >= 3"_s << 3.0;
    QTest::newRow("changes have no unit") << u"changes(cpu.host_percent[1m]) > 3"_s << 3.0;
    QTest::newRow("below zero") << u"delta(mem.used[1m]) < -1MiB"_s << -1024.0 * 1024;
}

void TestRuleText::naturalUnits()
{
    QFETCH(const QString, text);
    QFETCH(const double, threshold);
    const auto rule = parseRuleExpression(text);
    QVERIFY2(rule, qPrintable(rule ? QString() : rule.error().sentence));
    QCOMPARE(rule->clause.threshold, threshold);
    QCOMPARE(printExpression(*rule), text);
}

void TestRuleText::durations()
{
    QCOMPARE(durationText(90s), u"1m30s"_s);
    QCOMPARE(durationText(Milliseconds(0)), u"0s"_s);
    QCOMPARE(durationText(24h + 1ms), u"1d1ms"_s);
    QCOMPARE(durationOf(u"1h30m"), std::optional<Milliseconds>(90min));
    QCOMPARE(durationOf(u"1500ms"), std::optional<Milliseconds>(1500ms));
    for (const QString &wrong : {u""_s, u"5"_s, u"m"_s, u"30m1h"_s, u"5m5m"_s, u"-5m"_s, u"1w"_s, u"5 m"_s,
                                 u"999999999999d"_s, u"9999999999999999999s"_s})
        QVERIFY2(!durationOf(wrong), qPrintable(wrong));
}

void TestRuleText::arithmetic_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("result"); // with a figure of 10
    QTest::newRow("share of a size") << u"last(mem.used) / 1024 * 100 > 5"_s << 10.0 / 1024 * 100;
    QTest::newRow("rest") << u"100 - last(cpu.host_percent) < 5"_s << 90.0;
    QTest::newRow("precedence") << u"2 + 3 * last(cpu.host_percent) > 5"_s << 32.0;
    QTest::newRow("parentheses") << u"(last(cpu.host_percent) + 2) * 3 > 5"_s << 36.0;
    QTest::newRow("constants first") << u"(2 + 3) * 4 - last(cpu.host_percent) > 5"_s << 10.0;
    QTest::newRow("divisor") << u"1 / last(cpu.host_percent) > 5"_s << 0.1;
    QTest::newRow("below zero") << u"-2 - (last(cpu.host_percent) - -3) > 5"_s << -15.0;
}

void TestRuleText::arithmetic()
{
    QFETCH(const QString, text);
    QFETCH(const double, result);
    const auto rule = parseRuleExpression(text);
    QVERIFY2(rule, qPrintable(rule ? QString() : rule.error().sentence));
    double figure = 10;
    for (const RuleStep &step : rule->clause.steps)
        figure = step.apply(figure);
    QCOMPARE(figure, result);
    QCOMPARE(parseRuleExpression(printExpression(*rule))->clause, rule->clause);
}

void TestRuleText::wrongTextIsNamed_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("part");
    QTest::newRow("empty") << u""_s << 1 << u"figure"_s;
    QTest::newRow("no figure") << u"5 > 3"_s << 1 << u"figure"_s;
    QTest::newRow("unknown metric") << u"avg(cpu.host_procent[5m]) > 5"_s << 5 << u"cpu.host_percent"_s;
    QTest::newRow("unknown function") << u"mean(cpu.host_percent[5m]) > 5"_s << 1 << u"avg"_s;
    QTest::newRow("no window") << u"avg(cpu.host_percent) > 5"_s << 1 << u"window"_s;
    QTest::newRow("window of no grid") << u"avg(cpu.host_percent[7s]) > 5"_s << 1 << u"multiple"_s;
    QTest::newRow("window too long") << u"avg(cpu.host_percent[31d]) > 5"_s << 1 << u"multiple"_s;
    QTest::newRow("bracket") << u"avg(cpu.host_percent[5m) > 5"_s << 24 << u"bracket"_s;
    QTest::newRow("no time") << u"avg(cpu.host_percent[five]) > 5"_s << 22 << u"time"_s;
    QTest::newRow("no comparison") << u"last(cpu.host_percent)"_s << 23 << u">="_s;
    QTest::newRow("no number") << u"last(cpu.host_percent) > high"_s << 26 << u"%"_s;
    QTest::newRow("unit of another") << u"last(cpu.host_percent) > 5GiB"_s << 26 << u"%"_s;
    QTest::newRow("not finite") << u"last(load.1) > 1e999"_s << 16 << u"number"_s;
    QTest::newRow("clear on the wrong side")
        << u"last(cpu.host_percent) > 80 clear < 85"_s << 35 << u"safe side"_s;
    QTest::newRow("clear with the wrong sign")
        << u"last(cpu.host_percent) > 80 clear > 75"_s << 35 << u"safe side"_s;
    QTest::newRow("unknown label") << u"last(cpu.host_percent{colour=\"red\"}) > 1"_s << 23 << u"host"_s;
    QTest::newRow("label of another") << u"last(cpu.host_percent{instance=\"x\"}) > 1"_s << 1 << u"instance"_s;
    QTest::newRow("no expression") << u"last(cpu.host_percent{name=~\"(\"}) > 1"_s << 23 << u"regular"_s;
    QTest::newRow("open text") << u"last(cpu.host_percent{name=\"a) > 1"_s << 28 << u"quote"_s;
    QTest::newRow("rate of a gauge") << u"rate(mem.used[5m]) > 1"_s << 1 << u"counter"_s;
    QTest::newRow("events are counted") << u"avg(event:oom[5m]) > 1"_s << 1 << u"counted"_s;
    QTest::newRow("unknown problem") << u"last(problem:sad) > 0"_s << 1 << u"unhealthy"_s;
    QTest::newRow("two figures") << u"last(mem.used) / last(mem.allocated) > 1"_s << 18 << u"constants"_s;
    QTest::newRow("twice") << u"last(load.1) > 1 for 5m for 6m"_s << 25 << u"twice"_s;
    QTest::newRow("rest") << u"last(load.1) > 1 sometimes"_s << 18 << u"severity"_s;
    QTest::newRow("severity") << u"last(load.1) > 1 severity P7"_s << 27 << u"P0"_s;
    QTest::newRow("no data") << u"last(load.1) > 1 nodata maybe"_s << 25 << u"keep"_s;
    QTest::newRow("instances") << u"A: last(mem.used) > 1 AND last(fs.used) > 1"_s << 1 << u"instance"_s;
    QTest::newRow("source with others")
        << u"A: last(source:down) > 0 AND last(mem.used) > 1"_s << 1 << u"common"_s;
}

void TestRuleText::wrongTextIsNamed()
{
    QFETCH(const QString, text);
    QFETCH(const int, column);
    QFETCH(const QString, part);
    const auto rule = parseRule(text);
    QVERIFY(!rule);
    QVERIFY2(rule.error().sentence.contains(part), qPrintable(rule.error().sentence));
    QCOMPARE(rule.error().column, column);
}

void TestRuleText::filesNameTheLine()
{
    const auto good = parseRules(u"# two\n\nA: last(load.1) > 1\nB: last(load.5) > 1\n"_s);
    QVERIFY(good);
    QCOMPARE(good->size(), std::size_t(2));
    const auto bad = parseRules(u"A: last(load.1) > 1\n\nB: last(load.9) > 1"_s);
    QVERIFY(!bad);
    QCOMPARE(bad.error().line, 3);
    QVERIFY(!parseRules(u"last(load.1) > 1"_s)); // has no name
    const auto twice = parseRules(u"A: last(load.1) > 1\nA: last(load.5) > 1"_s);
    QVERIFY(!twice);
    QVERIFY(twice.error().sentence.contains(u"A"_s));
    QString many;
    for (int i = 0; i < 501; ++i)
        many += u"R%1: last(load.1) > 1\n"_s.arg(i);
    QCOMPARE(parseRules(many).error().line, 501);
}

void TestRuleText::whatIsPrintedIsReadAgain()
{
    QVERIFY(rc::check("print, then parse", [] {
        const RuleDefinition rule = anyRule();
        if (problemOf(rule))
            RC_DISCARD("not a rule");
        const QString text = printRule(rule);
        RC_ASSERT(!text.contains(u'\n'));
        const auto again = parseRule(text);
        RC_ASSERT(again.has_value());
        RC_ASSERT(*again == rule);
        RC_ASSERT(printRule(*again) == text);
    }));
}

/// Bytes of any kind, and rules with a piece cut out, doubled or exchanged.
void TestRuleText::anythingIsReadOrRefused()
{
    const QString good =
        u"Busy: (avg(cpu.host_percent{name=~\"web-.*\"}[5m]) + 1) / 2 > 85% AND count(event:oom[5m]) > 0 "
        "for 5m clear < 75% until last(load.1) < 1 summary \"a\\n\\u0041\""_s;
    QVERIFY(rc::check("noise", [&] {
        QString text = *rc::gen::arbitrary<bool>() ? anyText() : good;
        const int edits = *rc::gen::inRange(0, 4);
        for (int i = 0; i < edits && !text.isEmpty(); ++i) {
            const int at = *rc::gen::inRange(0, static_cast<int>(text.size()));
            const int length = *rc::gen::inRange(0, 12);
            const QString piece = text.mid(*rc::gen::inRange(0, static_cast<int>(text.size())), length);
            text.replace(at, length, *rc::gen::arbitrary<bool>() ? piece : anyText());
        }
        const auto rule = parseRule(text);
        if (rule)
            RC_ASSERT((parseRule(printRule(*rule)) == rule));
        else
            RC_ASSERT((rule.error().column >= 1 && rule.error().column <= text.size() + 1
                       && !rule.error().sentence.isEmpty()));
    }));
    QVERIFY(!parseRule(QString(20'000, u'(')));
    QVERIFY(!parseRule(QString(1'000, u'(') + u"last(load.1)"_s));
    QVERIFY(!parseRule(u"last(load.1) > 1 summary \""_s + QString(2'000, u'x') + u'"'));
    QString joined = u"last(load.1) > 1"_s;
    for (int i = 0; i < 8; ++i)
        joined += u" AND last(load.1) > 1"_s;
    QVERIFY(parseRule(joined).error().sentence.contains(u"too many"_s));
}

void TestRuleText::closeMetricsAreNamed()
{
    QCOMPARE(metricsLike(u"cpu.host_percnt").value(0), u"cpu.host_percent"_s);
    QVERIFY(metricsLike(u"latency").contains(u"disk.read_latency"_s));
    QVERIFY(metricsLike(u"zzzzzzzzzzzzzzzzzzzzz").isEmpty());
    QVERIFY(metricsLike(QString(100'000, u'a')).isEmpty());
}

void TestRuleText::rulesAreCheckedTogether()
{
    RuleDefinition rule = parsed(u"A: last(load.1) > 1"_s);
    QVERIFY(!problemOf(rule));
    rule.clear = 2;
    QVERIFY(problemOf(rule));
    rule.clear.reset();
    rule.hold = Milliseconds(-1);
    QVERIFY(problemOf(rule));
    rule.hold = {};
    rule.name.clear();
    QVERIFY(problemOf(rule));
    rule.name = u"A"_s;
    const std::vector<RuleDefinition> twice{rule, rule};
    QVERIFY(problemOf(twice)->contains(u"same name"_s));
    std::vector<RuleDefinition> many(501, rule);
    QVERIFY(problemOf(many)->contains(u"500"_s));
}

void TestRuleText::labelFilters()
{
    const auto accepts = [](MatchKind kind, const QString &text, const QString &value) {
        return LabelFilter({u"name"_s, kind, text}).accepts(value);
    };
    QVERIFY(accepts(MatchKind::Matches, u"web"_s, u"web"_s));
    QVERIFY(!accepts(MatchKind::Matches, u"web"_s, u"web-1"_s)); // as a whole
    QVERIFY(!accepts(MatchKind::Matches, u"a|b"_s, u"ab"_s));
    QVERIFY(accepts(MatchKind::NotEqual, u"web"_s, u"db"_s));
    QVERIFY(!accepts(MatchKind::MatchesNot, u"w.*"_s, u"web"_s));
    const LabelFilter isNoJob({u"tag"_s, MatchKind::NotEqual, u"job"_s});
    QVERIFY(isNoJob.acceptsAny({}));
    QVERIFY(isNoJob.acceptsAny({u"prod"_s}));
    QVERIFY(!isNoJob.acceptsAny({u"prod"_s, u"job"_s}));
    const LabelFilter isProd({u"tag"_s, MatchKind::Equal, u"prod"_s});
    QVERIFY(isProd.acceptsAny({u"x"_s, u"prod"_s}));
    QVERIFY(!isProd.acceptsAny({}));
}

/// It would need 2^60 steps.
void TestRuleText::wildExpressionsGiveUp()
{
    const LabelFilter wild({u"name"_s, MatchKind::Matches, u"(a|a)*b"_s});
    QVERIFY(!wild.accepts(QString(60, u'a')));
    QVERIFY(wild.accepts(u"aab"_s));
}

void TestRuleText::defaultRulesHold()
{
    const std::vector<RuleDefinition> rules = defaultRules();
    QCOMPARE(rules.size(), std::size_t(19));
    const auto problem = problemOf(rules);
    QVERIFY2(!problem, qPrintable(problem.value_or(QString())));
    for (const RuleDefinition &rule : rules) {
        QVERIFY2(!rule.summary.isEmpty() && !rule.description.isEmpty() && !rule.reason.isEmpty(),
                 qPrintable(rule.name));
        QCOMPARE(parsed(printRule(rule)), rule);
    }
}

void TestRuleText::placeholdersAreFilledOnce()
{
    const Labels labels{{u"name"_s, u"{host}\u202e"_s}, {u"host"_s, u"h"_s}};
    QCOMPARE(filledIn(u"{name} on {host}: {value} {other} {"_s, labels, 92.5, Unit::Percent, QLocale::c()),
             u"{host} on h: 92.5 % {other} {"_s);
}

void TestRuleText::whatARuleSaysHasAFigureOnlyWhereThereIsOne()
{
    const Labels labels{{u"name"_s, u"db"_s}};
    const auto summary = [&](const QString &text) {
        const auto rule = parseRule(text);
        return rule ? textsAbout(*rule, labels, 92.5, QLocale::c()).summary : QString();
    };
    QCOMPARE(summary(u"A: last(cpu.host_percent) > 90 summary \"{name} is at {value}\""_s),
             u"db is at 92.5 %"_s);
    // Of several clauses the engine only knows whether they are met.
    QCOMPARE(summary(u"A: last(cpu.host_percent) > 90 AND last(cpu.alloc_percent) > 90"
                     u" summary \"{name} is at {value}\""_s),
             u"db is at —"_s);
}

QTEST_GUILESS_MAIN(TestRuleText)
#include "tst_ruletext.moc"
