// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alert/rules/defaultrules.h"
#include "models/alert/rules/ruletext.h"
#include "models/judge/prometheusrules.h"
#include "tests/support/historyfixture.h"
#include "tests/support/verify.h"

#include <QProcess>
#include <QRegularExpression>
#include <cmath>
#include <map>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;

/// What is exported for Prometheus, through its own tool: samples as OpenMetrics, and alert rules.
class TestPromtool : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everySampleArrives();
    void rulesAreValid();
};

namespace {

/// Samples by the whole name of their series and their time in milliseconds.
using Dump = std::map<std::pair<QString, qint64>, double>;

QString run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit
        || process.exitCode() != 0)
        throw std::runtime_error(
            qPrintable(program + u": "_s + process.errorString() + u' '
                       + QString::fromUtf8(process.readAllStandardError() + process.readAllStandardOutput())));
    return QString::fromUtf8(process.readAllStandardOutput());
}

Dump parseDump(const QString &text)
{
    Dump dump;
    static const QRegularExpression line(u"^(\\{.*\\}) (\\S+) (-?\\d+)$"_s,
                                         QRegularExpression::MultilineOption);
    for (auto found = line.globalMatch(text); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        dump.emplace(std::pair(match.captured(1), match.captured(3).toLongLong()),
                     match.captured(2).toDouble());
    }
    return dump;
}

EntityInfo hostileGuest()
{
    EntityInfo info = vmInfo(1);
    info.name = u"web \"1\"\\{a=\"b\"} 数据\nnext line"_s;
    return info;
}

/// As Prometheus writes the labels of a series.
QString seriesName(const char *metric, const QString &instance)
{
    const QString nic = instance.isEmpty() ? QString() : u", instance=\"%1\""_s.arg(instance);
    return u"{__name__=\"stratadeck_%1\", entity=\"web \\\"1\\\"\\\\{a=\\\"b\\\"} 数据\\nnext line\", "
           u"host=\"host\"%2,"
           " kind=\"vm\"}"_s.arg(QString::fromLatin1(metric), nic);
}

/// Two hours of three series with jitter, a gap, figures of every size, and the clock set back in between.
Dump record(HistoryWriter &writer)
{
    const EntityId guest = require(writer.entity(hostileGuest(), second(0)));
    const std::array series{require(writer.series(guest, MetricId::NetRxBytes, u"eth0"_s)),
                            require(writer.series(guest, MetricId::NetRxBytes, u"eth1"_s)),
                            require(writer.series(guest, MetricId::CpuHostPercent, {}))};
    const std::array names{seriesName("net_rx_bytes", u"eth0"_s), seriesName("net_rx_bytes", u"eth1"_s),
                           seriesName("cpu_host_percent", {})};
    Dump recorded;
    for (qint64 i = 0; i < 360; ++i) {
        if (i == 200)
            require(writer.beginSegment());
        const TimePoint at = second(i * 20 - (i < 200 ? 0 : 900)) + Milliseconds(i < 200 ? i % 7 : 10 + i % 7);
        const auto n = static_cast<double>(i);
        const std::array figures{9e15 + n, n / 7 - 20, i % 90 < 5 ? kUnknown : std::ldexp(n, -40)};
        std::vector<SeriesValue> values;
        for (std::size_t s = 0; s < series.size(); ++s) {
            values.push_back({series[s], figures[s]});
            if (!std::isnan(figures[s]))
                recorded.emplace(std::pair(names[s], toMillis(at)), figures[s]);
        }
        require(writer.append(at, values));
    }
    return recorded;
}

} // namespace

void TestPromtool::everySampleArrives()
{
    const Store store;
    const Dump recorded = record(*store.writer());
    const QString file = store.folder.filePath(u"export.txt"_s);
    const QString database = store.folder.filePath(u"prometheus"_s);
    run(QStringLiteral(STRATADECK_CLI),
        {u"db"_s, u"export"_s, u"--db"_s, store.path, u"--entity"_s, vmInfo(1).key, u"--from"_s,
         u"1699990000"_s, u"--to"_s, u"1700010000"_s, u"--format"_s, u"openmetrics"_s, u"--out"_s, file});
    run(u"promtool"_s, {u"tsdb"_s, u"create-blocks-from"_s, u"openmetrics"_s, file, database});
    QVERIFY(QDir(database).mkdir(u"wal"_s)); // the reader expects a server's
    const Dump arrived = parseDump(run(u"promtool"_s, {u"tsdb"_s, u"dump"_s, database}));
    QCOMPARE(arrived.size(), recorded.size());
    for (const auto &[key, figure] : recorded) {
        const auto found = arrived.find(key);
        QVERIFY2(found != arrived.end(), qPrintable(key.first + u" @ "_s + QString::number(key.second)));
        QCOMPARE(QString::number(found->second, 'g', 17), QString::number(figure, 'g', 17));
    }
}

void TestPromtool::rulesAreValid()
{
    std::vector<RuleDefinition> rules = defaultRules();
    const auto hostile = parseRules(
        u"\"\\\"quoted\\\": {{ $value }}\\n- 数据\": last(mem.used{name=\"a\\\"b\\\\c{{ x }}\"}) > 4GiB "
        "clear < 1GiB until last(load.1) < 1 flap summary \"{name} {{ broken \\n- alert: x\"\n"
        "Arithmetic: 100 - (p99(disk.read_latency[1h]) + -2) * 3 <= -5.5 keep 1h30m\n"
        "Forecast: predict(fs.used_percent{instance!~\"/boot|/efi\"}[6h], 4h30m) >= 100% for 90s\n"
        "Joined: absent(mem.used[5m]) == 1 OR stddev(load.1[1d]) != 0 UNLESS changes(state.running[10m]) > 2\n"
        "Off: last(load.1) > 1 off\n"_s);
    QVERIFY2(hostile, qPrintable(hostile ? QString() : hostile.error().sentence));
    rules.insert(rules.end(), hostile->begin(), hostile->end());
    const Store store;
    const QString path = store.folder.filePath(u"rules.yml"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.write(prometheusYamlOf(rules)) > 0);
    file.close();
    const QString answer = run(u"promtool"_s, {u"check"_s, u"rules"_s, path});
    QVERIFY2(answer.contains(u"%1 rules found"_s.arg(rules.size() - 1)), qPrintable(answer));
}

QTEST_GUILESS_MAIN(TestPromtool)
#include "tst_promtool.moc"
