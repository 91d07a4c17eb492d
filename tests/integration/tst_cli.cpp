// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/replay/sessionrecorder.h"
#include "tests/support/scriptedsource.h"
#include "tests/support/verify.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSysInfo>
#include <QTemporaryDir>
#include <QTest>
#include <csignal>

using namespace stratadeck;
using namespace stratadeck::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// stratadeck-cli as a user runs it: its output, its exit status, what it leaves on disk.
class TestCli : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void usage_data();
    void usage();
    void wrongInput_data();
    void wrongInput();
    void metricsAsJson();
    void collectsAndQueriesTheHost();
    void gapsAreEmptyValues();
    void recordsAndReplays();
    void secondCollectorIsRefusedByName();
    void filesThatAreNotOursAreUntouched_data();
    void filesThatAreNotOursAreUntouched();
    void stopSignalStoresEverything();
    void inventoryAsJson();

private:
    struct Outcome {
        int status = -1;
        QString out;
        QString error;
    };
    Outcome run(const QStringList &arguments);
    QString path(const QString &name) const { return m_dir->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_dir;
};

void TestCli::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    qputenv("XDG_CONFIG_HOME", path(u"config"_s).toUtf8());
    qputenv("XDG_DATA_HOME", path(u"data"_s).toUtf8());
}

TestCli::Outcome TestCli::run(const QStringList &arguments)
{
    QProcess process;
    process.start(QStringLiteral(STRATADECK_CLI), arguments);
    const bool ended = process.waitForFinished(60'000);
    return {ended && process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

void TestCli::usage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("status");
    QTest::newRow("nothing") << QStringList{} << 2;
    QTest::newRow("unknown command") << QStringList{u"dance"_s} << 2;
    QTest::newRow("unknown option") << QStringList{u"metrics"_s, u"--loud"_s} << 2;
    QTest::newRow("unexpected argument") << QStringList{u"metrics"_s, u"cpu"_s} << 2;
    QTest::newRow("not a number") << QStringList{u"collect"_s, u"--duration"_s, u"soon"_s} << 2;
    QTest::newRow("once and duration") << QStringList{u"collect"_s, u"--once"_s, u"--duration"_s, u"3"_s} << 2;
    QTest::newRow("query without entity") << QStringList{u"query"_s, u"--metric"_s, u"cpu.time"_s} << 2;
    QTest::newRow("query of an unknown metric")
        << QStringList{u"query"_s, u"--entity"_s, u"a"_s, u"--metric"_s, u"cpu.speed"_s} << 2;
    QTest::newRow("query back in time")
        << QStringList{u"query"_s,  u"--entity"_s, u"a"_s,    u"--metric"_s, u"cpu.time"_s,
                       u"--from"_s, u"20"_s,       u"--to"_s, u"10"_s}
        << 2;
    QTest::newRow("version") << QStringList{u"--version"_s} << 0;
    QTest::newRow("help") << QStringList{u"--help"_s} << 0;
    QTest::newRow("help of a command") << QStringList{u"collect"_s, u"--help"_s} << 0;
}

void TestCli::usage()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, status);
    const Outcome outcome = run(arguments);
    QCOMPARE(outcome.status, status);
    // What went wrong is said on standard error only; what was asked for on standard output only.
    QCOMPARE(outcome.out.isEmpty(), status != 0);
    QCOMPARE(outcome.error.isEmpty(), status == 0);
}

void TestCli::wrongInput_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("named");
    QTest::newRow("no such scheme") << QStringList{u"collect"_s, u"--source"_s, u"ftp://x"_s, u"--once"_s}
                                    << u"ftp"_s;
    QTest::newRow("no such socket") << QStringList{u"collect"_s, u"--source"_s,
                                                   u"podman:///nowhere/podman.sock"_s, u"--once"_s}
                                    << u"podman:///nowhere/podman.sock"_s;
    QTest::newRow("no such libvirt") << QStringList{u"inventory"_s, u"--source"_s,
                                                    u"qemu+unix:///system?socket=/nowhere/sock"_s}
                                     << u"/nowhere/sock"_s;
    QTest::newRow("no such recording")
        << QStringList{u"collect"_s, u"--source"_s, u"replay:/nowhere.jsonl"_s, u"--once"_s}
        << u"/nowhere.jsonl"_s;
    QTest::newRow("no such history") << QStringList{u"query"_s, u"--db"_s,     u"/nowhere.db"_s, u"--entity"_s,
                                                    u"a"_s,     u"--metric"_s, u"cpu.time"_s}
                                     << u"/nowhere.db"_s;
}

void TestCli::wrongInput()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, named);
    const Outcome outcome = run(arguments);
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.error.contains(named), qPrintable(outcome.error));
    QCOMPARE(outcome.error.count(u'\n'), 1);
}

void TestCli::metricsAsJson()
{
    const Outcome outcome = run({u"metrics"_s, u"--json"_s});
    QCOMPARE(outcome.status, 0);
    const QJsonObject object = QJsonDocument::fromJson(outcome.out.toUtf8()).object();
    QVERIFY(object.contains(u"engine_version"_s));
    QVERIFY(object[u"conventions"_s].isObject());
    const QJsonArray metrics = object[u"metrics"_s].toArray();
    QCOMPARE(std::size_t(metrics.size()), metricCatalogue().size());
    for (const QJsonValue &value : metrics) {
        const QJsonObject metric = value.toObject();
        for (const QString &field : {u"id"_s, u"unit"_s, u"kind"_s, u"definition"_s})
            QVERIFY2(!metric[field].toString().isEmpty(), qPrintable(field));
        QVERIFY((QStringList{u"gauge"_s, u"counter"_s, u"rate"_s}.contains(metric[u"kind"_s].toString())));
        QVERIFY(!metric[u"entity_kinds"_s].toArray().isEmpty());
        // Exact where it is read, a power of ten where it is derived.
        const QJsonValue resolution = metric[u"resolution"_s];
        QVERIFY(metric.contains(u"formula"_s) ? resolution.toDouble() > 0 : resolution.isNull());
    }
    const Outcome text = run({u"metrics"_s});
    QCOMPARE(text.status, 0);
    const QStringList latency = text.out.split(u'\n').filter(u"disk.read_latency "_s);
    QCOMPARE(latency.size(), 1);
    QVERIFY2(latency.first().contains(u"  0.0001  "_s), qPrintable(latency.first()));
    QVERIFY(text.out.split(u'\n').filter(u"cpu.time "_s).value(0).contains(u"  -  "_s));
}

void TestCli::collectsAndQueriesTheHost()
{
    const QString database = path(u"h.db"_s);
    const Outcome collected = run({u"collect"_s, u"--source"_s, u"host:"_s, u"--db"_s, database,
                                   u"--duration"_s, u"4"_s, u"--period"_s, u"500"_s, u"--json"_s});
    QVERIFY2(collected.status == 0, qPrintable(collected.error));
    const QJsonObject summary = QJsonDocument::fromJson(collected.out.toUtf8()).object();
    const QJsonObject source = summary[u"sources"_s].toArray().first().toObject();
    QVERIFY(source[u"sweeps"_s].toInt() >= 5);
    QVERIFY(source[u"samples"_s].toInt() > 50);
    QVERIFY(source[u"sweep_ms_p50"_s].toDouble() > 0);
    QVERIFY(source[u"sweep_ms_p99"_s].toDouble() >= source[u"sweep_ms_p50"_s].toDouble());

    const Outcome csv = run({u"query"_s, u"--db"_s, database, u"--entity"_s, QSysInfo::machineHostName(),
                             u"--metric"_s, u"cpu.host_percent"_s});
    QVERIFY2(csv.status == 0, qPrintable(csv.error));
    const QStringList lines = csv.out.trimmed().split(u'\n');
    QCOMPARE(lines.first(), u"time,cpu.host_percent"_s);
    QVERIFY(lines.size() >= 5);
    for (const QString &line : lines.mid(1)) {
        const double percent = line.section(u',', 1).toDouble();
        QVERIFY2(percent >= 0 && percent < 110, qPrintable(line));
    }

    const Outcome json = run({u"query"_s, u"--db"_s, database, u"--entity"_s, QSysInfo::machineHostName(),
                              u"--metric"_s, u"core.percent"_s, u"--from"_s, u"-1m"_s, u"--points"_s, u"6"_s,
                              u"--agg"_s, u"max"_s, u"--format"_s, u"json"_s});
    QVERIFY2(json.status == 0, qPrintable(json.error));
    const QJsonArray series = QJsonDocument::fromJson(json.out.toUtf8())[u"series"_s].toArray();
    QVERIFY(!series.isEmpty());
    QCOMPARE(series.first()[u"points"_s].toArray().size(), 6);
    QVERIFY(series.first()[u"points"_s].toArray().first().toArray().at(1).isNull()); // a minute ago nothing ran
}

void TestCli::gapsAreEmptyValues()
{
    FakeClock clock;
    ScriptedSource source(clock);
    auto recorder = SessionRecorder::create(path(u"session.jsonl"_s), {u"test:"_s, clock.now(), 1s});
    VERIFY_OK(recorder);
    const EntityInfo web = source.vm(u"web"_s);
    // Half a second each, with the source down in the middle.
    for (int i = 0; i < 9; ++i)
        VERIFY_OK(recorder->add(i >= 3 && i < 6 ? source.failure(500ms) : source.sweep(web, i, 500ms)));
    const QString database = path(u"h.db"_s);
    const Outcome collected = run({u"collect"_s, u"--source"_s, u"replay:"_s + path(u"session.jsonl"_s),
                                   u"--db"_s, database, u"--duration"_s, u"6"_s, u"--period"_s, u"250"_s});
    QVERIFY2(collected.status == 0, qPrintable(collected.error));

    const Outcome csv =
        run({u"query"_s, u"--db"_s, database, u"--entity"_s, u"web"_s, u"--metric"_s, u"cpu.time"_s});
    QVERIFY2(csv.status == 0, qPrintable(csv.error));
    QStringList values;
    for (const QString &line : csv.out.trimmed().split(u'\n').mid(1))
        values.append(line.section(u',', 1));
    QCOMPARE(values, (QStringList{u"0"_s, u"1"_s, u"2"_s, u""_s, u"6"_s, u"7"_s, u"8"_s, u""_s}));
}

void TestCli::recordsAndReplays()
{
    const QString session = path(u"session.jsonl"_s);
    QCOMPARE(run({u"collect"_s, u"--source"_s, u"host:"_s, u"--db"_s, path(u"live.db"_s), u"--duration"_s,
                  u"3"_s, u"--period"_s, u"500"_s, u"--record"_s, session})
                 .status,
             0);
    QCOMPARE(run({u"collect"_s, u"--source"_s, u"replay:"_s + session, u"--db"_s, path(u"replayed.db"_s),
                  u"--duration"_s, u"5"_s, u"--period"_s, u"250"_s})
                 .status,
             0);
    const auto values = [&](const QString &database) {
        QStringList list;
        const Outcome csv = run({u"query"_s, u"--db"_s, path(database), u"--entity"_s,
                                 QSysInfo::machineHostName(), u"--metric"_s, u"cpu.host_percent"_s});
        for (const QString &line : csv.out.trimmed().split(u'\n').mid(1)) {
            if (!line.endsWith(u','))
                list.append(QString::number(line.section(u',', 1).toDouble(), 'f', 6));
        }
        return list;
    };
    const QStringList live = values(u"live.db"_s);
    QVERIFY(live.size() >= 3);
    QCOMPARE(values(u"replayed.db"_s), live);
    QCOMPARE(run({u"collect"_s, u"--db"_s, path(u"x.db"_s), u"--record"_s, session, u"--once"_s}).status, 2);
}

void TestCli::secondCollectorIsRefusedByName()
{
    const QString database = path(u"h.db"_s);
    QProcess first;
    first.start(QStringLiteral(STRATADECK_CLI), {u"collect"_s, u"--source"_s, u"host:"_s, u"--db"_s, database});
    QTRY_VERIFY(QFile::exists(database + u"-wal"_s));
    const Outcome second = run({u"collect"_s, u"--source"_s, u"host:"_s, u"--db"_s, database, u"--once"_s});
    QCOMPARE(second.status, 1);
    QVERIFY2(second.error.contains(database), qPrintable(second.error));
    first.terminate();
    QVERIFY(first.waitForFinished());
    QCOMPARE(first.exitCode(), 0);
}

void TestCli::filesThatAreNotOursAreUntouched_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("text") << QByteArray("Dear diary, today ...");
    QTest::newRow("half a database") << QByteArray("SQLite format 3\0\x10\0\x01\x01", 20);
}

void TestCli::filesThatAreNotOursAreUntouched()
{
    QFETCH(QByteArray, content);
    const QString database = path(u"other.db"_s);
    QFile file(database);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.close();
    const Outcome outcome = run({u"collect"_s, u"--source"_s, u"host:"_s, u"--db"_s, database, u"--once"_s});
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.error.contains(database), qPrintable(outcome.error));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), content);
}

void TestCli::stopSignalStoresEverything()
{
    const QString database = path(u"h.db"_s);
    QProcess process;
    process.start(QStringLiteral(STRATADECK_CLI), {u"collect"_s, u"--source"_s, u"host:"_s, u"--db"_s, database,
                                                   u"--period"_s, u"200"_s, u"--json"_s});
    QVERIFY(process.waitForStarted());
    QTest::qWait(2500);
    ::kill(static_cast<pid_t>(process.processId()), SIGTERM);
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 0);
    const QJsonObject summary = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
    const int sweeps = summary[u"sources"_s].toArray().first()[u"sweeps"_s].toInt();
    const Outcome csv = run({u"query"_s, u"--db"_s, database, u"--entity"_s, QSysInfo::machineHostName(),
                             u"--metric"_s, u"cpu.time"_s});
    QVERIFY(sweeps > 5);
    QCOMPARE(csv.out.trimmed().count(u'\n'), sweeps);
}

void TestCli::inventoryAsJson()
{
    const Outcome outcome =
        run({u"inventory"_s, u"--source"_s, u"host:"_s, u"--source"_s, u"test:///default"_s, u"--json"_s});
    QVERIFY2(outcome.status == 0, qPrintable(outcome.error));
    const QJsonArray entities = QJsonDocument::fromJson(outcome.out.toUtf8())[u"entities"_s].toArray();
    QCOMPARE(entities.size(), 2);
    const QJsonObject host = entities[0].toObject();
    QCOMPARE(host[u"kind"_s].toString(), u"host"_s);
    QVERIFY(host[u"figures"_s][u"cpu.host_percent"_s].toDouble(-1) >= 0);
    const QJsonObject vm = entities[1].toObject();
    QCOMPARE(vm[u"name"_s].toString(), u"test"_s);
    QCOMPARE(vm[u"state"_s].toString(), u"running"_s);
    QVERIFY(vm[u"key"_s].toString().endsWith(u"6695eb01-f6a4-8304-79aa-97f2502e193f"_s));
}

QTEST_GUILESS_MAIN(TestCli)
#include "tst_cli.moc"
