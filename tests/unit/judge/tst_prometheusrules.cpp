// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alert/rules/defaultrules.h"
#include "models/alert/rules/ruletext.h"
#include "models/judge/promql.h"
#include "models/judge/rulefile.h"
#include "tests/support/verify.h"

#include <QTest>
#include <rapidcheck.h>

using namespace stratadeck;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QByteArray groupOf(const QByteArray &rules)
{
    return "groups:\n- name: g\n  rules:\n" + rules;
}

} // namespace

/// Rule files of Prometheus and of others, there and back.
class TestPrometheusRules : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void expressions_data();
    void expressions();
    void foreignExpressionsAreKept_data();
    void foreignExpressionsAreKept();
    void defaultRulesComeBack();
    void hostileTextsComeBack();
    void changedExpressionWins();
    void importedFields();
    void hostileYamlIsRefused_data();
    void hostileYamlIsRefused();
    void anythingIsReadOrRefused();
    void filesOfThreeForms();
};

void TestPrometheusRules::expressions_data()
{
    QTest::addColumn<QString>("ours");
    QTest::addColumn<QString>("theirs");
    QTest::newRow("avg") << u"avg(cpu.host_percent{name=~\"web-.*\"}[5m]) > 85%"_s
                         << u"avg_over_time(stratadeck_cpu_host_percent{entity=~\"web-.*\"}[5m]) > 85"_s;
    QTest::newRow("last") << u"last(mem.used) > 4GiB"_s << u"stratadeck_mem_used > 4294967296"_s;
    QTest::newRow("last of a window") << u"last(load.1[1m]) > 4"_s
                                      << u"last_over_time(stratadeck_load_1[1m]) > 4"_s;
    QTest::newRow("quantile") << u"p95(disk.read_latency[1h30m]) >= 50ms"_s
                              << u"quantile_over_time(0.95, stratadeck_disk_read_latency[1h30m]) >= 50"_s;
    QTest::newRow("predict") << u"predict(fs.used_percent[1h], 4h) > 100%"_s
                             << u"predict_linear(stratadeck_fs_used_percent[1h], 14400) > 100"_s;
    QTest::newRow("rate") << u"rate(net.rx_bytes{instance!=\"lo\"}[5m]) > 1MiB/s"_s
                          << u"rate(stratadeck_net_rx_bytes{instance!=\"lo\"}[5m]) > 1048576"_s;
    QTest::newRow("arithmetic") << u"100 - (last(load.1) + 2) * 3 < 5"_s
                                << u"(100 - ((stratadeck_load_1 + 2) * 3)) < 5"_s;
    QTest::newRow("event") << u"count(event:oom{kind=\"container\", text!~\"a|b\"}[10m]) > 0"_s
                           << u"count_over_time(stratadeck_event{event=\"oom\", kind=\"container\", "
                              "text!~\"a|b\"}[10m]) > 0"_s;
    QTest::newRow("event alone") << u"count(event:io-error[10m]) > 0"_s
                                 << u"count_over_time(stratadeck_event{event=\"io-error\"}[10m]) > 0"_s;
    QTest::newRow("problem") << u"last(problem:unhealthy) > 0"_s
                             << u"stratadeck_problem{problem=\"unhealthy\"} > 0"_s;
    QTest::newRow("source") << u"last(source:down{source=\"x\"}) > 0"_s
                            << u"stratadeck_source_down{source=\"x\"} > 0"_s;
    QTest::newRow("joined")
        << u"last(load.1) > 1 AND last(load.5) > 1 OR last(load.15) > 1 UNLESS absent(mem.used[1m]) "
           "== 1"_s
        << u"stratadeck_load_1 > 1 and stratadeck_load_5 > 1 or stratadeck_load_15 > 1 unless "
           "absent_over_time(stratadeck_mem_used[1m]) == 1"_s;
    QTest::newRow("guard of the entity")
        << u"last(fs.used_percent) > 95% AND last(state.running) > 0"_s
        << u"stratadeck_fs_used_percent > 95 and on (entity, host, kind) stratadeck_state_running > 0"_s;
}

void TestPrometheusRules::expressions()
{
    QFETCH(const QString, ours);
    QFETCH(const QString, theirs);
    const auto rule = parseRuleExpression(ours);
    QVERIFY2(rule, qPrintable(rule ? QString() : rule.error().sentence));
    QCOMPARE(promqlOf(*rule), theirs);
    const auto back = ruleOfPromql(theirs);
    QVERIFY(back);
    QCOMPARE(printExpression(*back), ours);
}

void TestPrometheusRules::foreignExpressionsAreKept_data()
{
    QTest::addColumn<QString>("expression");
    for (const QString &one :
         {u"up == 0"_s, u"sum(stratadeck_mem_used) > 1"_s, u"avg by (host) (stratadeck_mem_used) > 1"_s,
          u"stratadeck_mem_used / stratadeck_mem_allocated > 0.9"_s, u"stratadeck_mem_used > bool 1"_s,
          u"stratadeck_mem_used offset 5m > 1"_s,
          u"max_over_time(rate(stratadeck_net_rx_bytes[1m])[5m:1m]) > 1"_s,
          u"stratadeck_mem_used > 1 and on (job) stratadeck_load_1 > 1"_s, u"vector(1)"_s,
          u"1 < stratadeck_load_1"_s, u"quantile_over_time(0.7, stratadeck_load_1[5m]) > 1"_s,
          u"stratadeck_load_1{name=\"x\"} > 1"_s, u"stratadeck_unheard_of > 1"_s, u"stratadeck_load_1 > 0x10"_s,
          u"\""_s, QString(10'000, u'(')})
        QTest::newRow(qPrintable(one.left(60))) << one;
}

void TestPrometheusRules::foreignExpressionsAreKept()
{
    QFETCH(const QString, expression);
    QVERIFY(!ruleOfPromql(expression));
}

void TestPrometheusRules::defaultRulesComeBack()
{
    const std::vector<RuleDefinition> rules = defaultRules();
    const auto back = rulesOfPrometheusYaml(prometheusYamlOf(rules));
    VERIFY_OK(back);
    QVERIFY2(back->remarks.isEmpty(), qPrintable(back->remarks.join(u'\n')));
    QCOMPARE(back->rules.size(), rules.size());
    for (std::size_t i = 0; i < rules.size(); ++i)
        QCOMPARE(printRule(back->rules[i]), printRule(rules[i]));
    QVERIFY(rulesOfPrometheusYaml(prometheusYamlOf({})));
}

void TestPrometheusRules::hostileTextsComeBack()
{
    RuleDefinition rule = *parseRule(u"A: last(load.1) > 1 clear < 0.5 until last(load.5) < 1 flap"_s);
    rule.name = u"\"quoted\": # {{ $value }}\n- 数据 \u2028\\ '"_s;
    rule.clause.subject.matchers.push_back({u"name"_s, MatchKind::Equal, u"a\"b\\c\n{{ x }}\u0085"_s});
    rule.summary = u"{name} {{ template }} {value}%\n  - alert: x"_s;
    rule.description = u"*a &b !c | > %d"_s;
    const auto back = rulesOfPrometheusYaml(prometheusYamlOf(std::vector{rule}));
    VERIFY_OK(back);
    QCOMPARE(back->rules.size(), std::size_t(1));
    QCOMPARE(printRule(back->rules.front()), printRule(rule));
}

/// Somebody has edited our file in Prometheus' words: those are in force.
void TestPrometheusRules::changedExpressionWins()
{
    QByteArray yaml = prometheusYamlOf(std::vector{*parseRule(u"A: last(load.1) > 1 clear < 0.5"_s)});
    yaml.replace("stratadeck_load_1 > 1\"", "stratadeck_load_1 > 3\"");
    const auto back = rulesOfPrometheusYaml(yaml);
    VERIFY_OK(back);
    QCOMPARE(back->rules.front().clause.threshold, 3.0);
    QVERIFY(!back->rules.front().clear);
}

void TestPrometheusRules::importedFields()
{
    const auto back = rulesOfPrometheusYaml(groupOf(R"(
  - record: x
    expr: vector(1)
  - alert: Load
    expr: 'avg_over_time(stratadeck_load_1{host=''h''}[5m]) > 4'
    for: 1h
    keep_firing_for: 5m
    labels: {severity: critical}
    annotations:
      summary: Load of {{ $labels.entity }} is {{ $value }}
  - alert: Up
    expr: up == 0
)"));
    VERIFY_OK(back);
    QCOMPARE(back->rules.size(), std::size_t(2));
    const RuleDefinition &load = back->rules.front();
    QCOMPARE(printRule(load),
             u"Load: avg(load.1{host=\"h\"}[5m]) > 4 for 1h keep 5m nodata keep severity P1 summary "
             "\"Load of {name} is {value}\""_s);
    QCOMPARE(back->rules.at(1).external, u"up == 0"_s);
    QCOMPARE(back->remarks.size(), 3); // a recording rule, one that is kept, and its severity
}

void TestPrometheusRules::hostileYamlIsRefused_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<QString>("part");
    QTest::newRow("empty") << QByteArray() << u"line 1"_s;
    QTest::newRow("other form") << QByteArray("a: b") << u"groups"_s;
    QTest::newRow("a text") << QByteArray("groups: x") << u"line 1"_s;
    QTest::newRow("no yaml") << QByteArray("groups:\n - [") << u"line"_s;
    QTest::newRow("tab") << QByteArray("groups:\n\t- name: x") << u"line 2"_s;
    QTest::newRow("anchors") << QByteArray("a: &a [x]\nb: [*a, *a]\ngroups: []") << u"line 1: anchors"_s;
    QTest::newRow("alias") << QByteArray("groups: *a") << u"line 1"_s;
    QTest::newRow("32 levels") << "groups: " + QByteArray(40, '[') + QByteArray(40, ']') << u"levels"_s;
    QTest::newRow("very deep") << "groups: " + QByteArray(100'000, '[') << u"line 1"_s;
    QTest::newRow("deep maps") << "groups: " + QByteArray("{a: ").repeated(20'000) << u"line 1"_s;
    QTest::newRow("large") << "groups: []\n#" + QByteArray(1'100'000, 'x') << u"1 MiB"_s;
    QTest::newRow("key twice") << QByteArray("groups: []\ngroups: []") << u"line 2"_s;
    QTest::newRow("key that is a list") << QByteArray("? [a]\n: b\ngroups: []") << u"key"_s;
    QTest::newRow("no expression") << groupOf("  - alert: A\n") << u"line 4: “alert”"_s;
    QTest::newRow("wrong time") << groupOf("  - alert: A\n    expr: up\n    for: soon\n") << u"line 6"_s;
    QTest::newRow("two names") << groupOf("  - {alert: A, expr: up}\n  - {alert: A, expr: up}\n")
                               << u"line 5"_s;
    QTest::newRow("rule is a text") << groupOf("  - x\n") << u"line 4"_s;
    QByteArray many;
    for (int i = 0; i < 501; ++i)
        many += "  - {alert: A" + QByteArray::number(i) + ", expr: up}\n";
    QTest::newRow("501 rules") << groupOf(many) << u"line 504"_s;
}

void TestPrometheusRules::hostileYamlIsRefused()
{
    QFETCH(const QByteArray, yaml);
    QFETCH(const QString, part);
    const auto rules = rulesOfPrometheusYaml(yaml);
    VERIFY_FAILS(rules, Error::Kind::Invalid);
    QVERIFY2(rules.error().what.contains(part), qPrintable(rules.error().what));
}

void TestPrometheusRules::anythingIsReadOrRefused()
{
    const QByteArray good = prometheusYamlOf(defaultRules());
    QVERIFY(rc::check("noise", [&] {
        QByteArray yaml = good;
        const int edits = *rc::gen::inRange(1, 4);
        for (int i = 0; i < edits; ++i) {
            const auto noise = *rc::gen::container<std::string>(rc::gen::arbitrary<char>());
            yaml.replace(*rc::gen::inRange(0, static_cast<int>(yaml.size())), *rc::gen::inRange(0, 40),
                         QByteArray::fromStdString(noise.substr(0, 20)));
        }
        const auto rules = rulesOfPrometheusYaml(yaml);
        if (!rules)
            RC_ASSERT(rules.error().what.startsWith(u"line "_s));
    }));
}

void TestPrometheusRules::filesOfThreeForms()
{
    const auto text = readRuleFile("# mine\nA: last(load.1) > 1\n");
    VERIFY_OK(text);
    const auto json = readRuleFile(R"({"rules":[{"name":"A","metric":"load.1","op":">","threshold":1,"severity":"P2"},
        {"name":"B","metric":"avg(load.5[5m])","threshold":2,"clear":1,"for":60
}]
})");
    VERIFY_OK(json);
QCOMPARE(printRule(json->rules.at(1)), u"B: avg(load.5[5m]) > 2 for 1m clear < 1 nodata keep severity P2"_s);
const auto yaml = readRuleFile(prometheusYamlOf(text->rules));
VERIFY_OK(yaml);
QCOMPARE(yaml->rules, text->rules);
const auto unknown = readRuleFile(R"({"rules":[{"name":"A","metric":"load.11","threshold":1}]})");
VERIFY_FAILS(unknown, Error::Kind::Invalid);
QVERIFY2(unknown.error().what.contains(u"load.1"_s), qPrintable(unknown.error().what));
QVERIFY(readRuleFile("A: last(load.1) >").error().what.startsWith(u"line 1"_s));
}

QTEST_GUILESS_MAIN(TestPrometheusRules)
#include "tst_prometheusrules.moc"
