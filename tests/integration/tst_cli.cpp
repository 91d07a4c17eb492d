// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/replay/sessionrecorder.h"
#include "models/history/historywriter.h"
#include "tests/support/scriptedsource.h"
#include "tests/support/verify.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSysInfo>
#include <QTemporaryDir>
#include <QTest>
#include <csignal>
#include <limits>

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
    void alertsAreReplayed();
    void metricsAsJson();
    void collectsAndQueriesTheHost();
    void gapsAreEmptyValues();
    void recordsAndReplays();
    void secondCollectorIsRefusedByName();
    void filesThatAreNotOursAreUntouched_data();
    void filesThatAreNotOursAreUntouched();
    void stopSignalStoresEverything();
    void inventoryAsJson();
    void databaseRefusals_data();
    void databaseRefusals();
    void databaseIsCheckedAndCompacted();
    void databaseIsCopiedWhileRecorded();
    void databaseIsExported();
    void databaseReplacesNothingForeign();

private:
    struct Outcome {
        int status = -1;
        QString out;
        QString error;
    };
    Outcome run(const QStringList &arguments);
    /// A store with a VM called "web" and a gap.
    QString makeStore();
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
    QTest::newRow("db alone") << QStringList{u"db"_s} << 2;
    QTest::newRow("db dance") << QStringList{u"db"_s, u"dance"_s} << 2;
    QTest::newRow("db check of a word") << QStringList{u"db"_s, u"check"_s, u"x"_s} << 2;
    QTest::newRow("db backup to nowhere") << QStringList{u"db"_s, u"backup"_s} << 2;
    QTest::newRow("db backup to two files") << QStringList{u"db"_s, u"backup"_s, u"a"_s, u"b"_s} << 2;
    QTest::newRow("db restore of nothing") << QStringList{u"db"_s, u"restore"_s} << 2;
    QTest::newRow("db export without entity") << QStringList{u"db"_s, u"export"_s} << 2;
    QTest::newRow("db export in a strange format")
        << QStringList{u"db"_s, u"export"_s, u"--entity"_s, u"a"_s, u"--format"_s, u"xml"_s} << 2;
    QTest::newRow("db export of a strange metric")
        << QStringList{u"db"_s, u"export"_s, u"--entity"_s, u"a"_s, u"--metric"_s, u"cpu.speed"_s} << 2;
    QTest::newRow("help of db compact") << QStringList{u"db"_s, u"compact"_s, u"--help"_s} << 0;
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

void TestCli::alertsAreReplayed()
{
    const auto write = [this](const QByteArray &json) {
        QFile file(path(u"replay.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(json) == json.size());
    };
    write(R"({"name":"a case","events":[{"t":0,"fire":{"labels":{"alertname":"X"},"severity":"P0"}}]})");
    const Outcome done = run({u"alerts"_s, u"replay"_s, path(u"replay.json"_s)});
    QCOMPARE(done.status, 0);
    const QJsonObject answer = QJsonDocument::fromJson(done.out.toUtf8()).object();
    QCOMPARE(answer["notices"_L1][0]["reason"_L1].toString(), u"first"_s);
    QVERIFY(answer.contains("conventions"_L1) && answer.contains("engine_version"_L1));
    write(R"({"events":[{"t":0,"fire":{"labels":[]}}]})");
    const Outcome wrong = run({u"alerts"_s, u"replay"_s, path(u"replay.json"_s)});
    QCOMPARE(wrong.status, 1);
    QVERIFY2(wrong.error.contains(path(u"replay.json"_s)) && wrong.error.contains(u"events[0].fire.labels"_s),
             qPrintable(wrong.error));
    QCOMPARE(wrong.error.count(u'\n'), 1);
    const QJsonObject told = QJsonDocument::fromJson(wrong.out.toUtf8()).object();
    QCOMPARE(told["error"_L1].toString(), u"events[0].fire.labels: expected an object"_s);
    QCOMPARE(run({u"alerts"_s, u"replay"_s, u"/nowhere.json"_s}).status, 1);
    QCOMPARE(run({u"alerts"_s, u"replay"_s}).status, 2);
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

QString TestCli::makeStore()
{
    const QString database = path(u"store.db"_s);
    const auto writer = HistoryWriter::open(database);
    EntityInfo web;
    web.key = u"vm:h/web"_s;
    web.kind = EntityKind::VirtualMachine;
    web.name = u"web"_s;
    web.host = u"h"_s;
    const auto at = [](int s) { return fromMillis(1'700'000'000'000 + s * 1000); };
    const auto id = (*writer)->entity(web, at(0));
    const auto series = (*writer)->series(*id, MetricId::CpuTime, QString());
    for (int s = 0; s < 600; ++s) {
        const double value = s == 300 ? std::numeric_limits<double>::quiet_NaN() : s;
        if (!(*writer)->append(at(s), std::array{SeriesValue{*series, value}}))
            return {};
    }
    return database;
}

void TestCli::databaseRefusals_data()
{
    QTest::addColumn<QStringList>("arguments");
    for (const QString &word : {u"check"_s, u"stats"_s, u"compact"_s})
        QTest::newRow(qPrintable(word)) << QStringList{word};
    QTest::newRow("backup") << QStringList{u"backup"_s, u"copy.db"_s};
    QTest::newRow("export") << QStringList{u"export"_s, u"--entity"_s, u"a"_s, u"--out"_s, u"out.csv"_s};
    QTest::newRow("restore") << QStringList{u"restore"_s, u"copy.db"_s};
}

/// No store: one line that names what is missing, and nothing is made.
void TestCli::databaseRefusals()
{
    QFETCH(QStringList, arguments);
    QString named = u"nothing.db"_s;
    for (QString &argument : arguments) {
        if (argument == "copy.db"_L1 && arguments.first() == "restore"_L1)
            named = argument;
        if (argument.contains(u'.'))
            argument = path(argument);
    }
    const Outcome outcome =
        run(QStringList{u"db"_s} + arguments + QStringList{u"--db"_s, path(u"nothing.db"_s)});
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.error.contains(named), qPrintable(outcome.error));
    QCOMPARE(outcome.error.count(u'\n'), 1);
    QCOMPARE(outcome.out, QString());
    QCOMPARE(QDir(m_dir->path()).entryList(QDir::Files), QStringList());
}

void TestCli::databaseIsCheckedAndCompacted()
{
    const QString database = makeStore();
    const Outcome sound = run({u"db"_s, u"check"_s, u"--db"_s, database});
    QCOMPARE(sound.status, 0);
    QCOMPARE(sound.out, QString());

    const Outcome stats = run({u"db"_s, u"stats"_s, u"--db"_s, database, u"--json"_s});
    QVERIFY2(stats.status == 0, qPrintable(stats.error));
    const QJsonObject object = QJsonDocument::fromJson(stats.out.toUtf8()).object();
    QCOMPARE(object[u"samples"_s].toInt(), 600);
    QCOMPARE(object[u"series"_s].toInt(), 1);
    QCOMPARE(object[u"page_size"_s].toInt(), 8192);
    QCOMPARE(object[u"oldest"_s].toString(), u"2023-11-14T22:13:20.000Z"_s);
    QVERIFY(run({u"db"_s, u"stats"_s, u"--db"_s, database}).out.contains(u"samples           600\n"_s));

    const Outcome compacted = run({u"db"_s, u"compact"_s, u"--db"_s, database, u"--json"_s});
    QVERIFY2(compacted.status == 0, qPrintable(compacted.error));
    const QJsonObject sizes = QJsonDocument::fromJson(compacted.out.toUtf8()).object();
    QCOMPARE(sizes[u"bytes_after"_s].toInteger(), QFileInfo(database).size());
    QCOMPARE(sizes[u"samples"_s].toInt(), 600);
    QCOMPARE(run({u"db"_s, u"check"_s, u"--db"_s, database}).status, 0);

    QFile file(database);
    QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(file.size() / 2));
    file.write(QByteArray(file.size() / 4, 'x'));
    file.close();
    const Outcome damaged = run({u"db"_s, u"check"_s, u"--db"_s, database});
    QCOMPARE(damaged.status, 1);
    QVERIFY(!damaged.out.isEmpty() || !damaged.error.isEmpty());
}

void TestCli::databaseIsCopiedWhileRecorded()
{
    const QString database = path(u"h.db"_s);
    const QString copy = path(u"copy.db"_s);
    QProcess recorder;
    recorder.start(QStringLiteral(STRATADECK_CLI),
                   {u"collect"_s, u"--source"_s, u"host:"_s, u"--db"_s, database, u"--period"_s, u"200"_s});
    QTRY_VERIFY(run({u"db"_s, u"stats"_s, u"--db"_s, database}).status == 0);
    const Outcome copied = run({u"db"_s, u"backup"_s, copy, u"--db"_s, database});
    QVERIFY2(copied.status == 0, qPrintable(copied.error));
    QCOMPARE(run({u"db"_s, u"check"_s, u"--db"_s, copy}).status, 0);
    const Outcome again = run({u"db"_s, u"backup"_s, copy, u"--db"_s, database});
    QCOMPARE(again.status, 1);
    QVERIFY2(again.error.contains(u"--force"_s), qPrintable(again.error));
    QCOMPARE(run({u"db"_s, u"backup"_s, copy, u"--db"_s, database, u"--force"_s}).status, 0);
    for (const QStringList &arguments : {QStringList{u"compact"_s}, QStringList{u"restore"_s, copy}}) {
        const Outcome refused = run(QStringList{u"db"_s} + arguments + QStringList{u"--db"_s, database});
        QCOMPARE(refused.status, 1);
        QVERIFY2(refused.error.contains(u"has a writer already"_s), qPrintable(refused.error));
    }
    recorder.terminate();
    QVERIFY(recorder.waitForFinished());
    QCOMPARE(recorder.exitCode(), 0);

    const Outcome restored = run({u"db"_s, u"restore"_s, copy, u"--db"_s, database});
    QVERIFY2(restored.status == 0, qPrintable(restored.error));
    QCOMPARE(restored.out.trimmed(), QFileInfo(database).canonicalFilePath() + u".before-restore"_s);
    QCOMPARE(run({u"db"_s, u"check"_s, u"--db"_s, database}).status, 0);
    QCOMPARE(run({u"db"_s, u"check"_s, u"--db"_s, restored.out.trimmed()}).status, 0);
}

void TestCli::databaseIsExported()
{
    const QString database = makeStore();
    const QStringList common{u"db"_s,     u"export"_s,     u"--db"_s, database,        u"--entity"_s, u"web"_s,
                             u"--from"_s, u"1700000298"_s, u"--to"_s, u"1700000302"_s, u"--format"_s};
    const Outcome csv = run(common + QStringList{u"csv"_s});
    QVERIFY2(csv.status == 0, qPrintable(csv.error));
    QCOMPARE(csv.out.section(u'\n', 1), u"2023-11-14T22:18:18.000Z,web,vm,h,cpu.time,,298,,,1\n"
                                        "2023-11-14T22:18:19.000Z,web,vm,h,cpu.time,,299,,,1\n"
                                        "2023-11-14T22:18:20.000Z,web,vm,h,cpu.time,,,,,0\n"
                                        "2023-11-14T22:18:21.000Z,web,vm,h,cpu.time,,301,,,1\n"_s);
    const Outcome json = run(common + QStringList{u"jsonl"_s, u"--metric"_s, u"cpu.time"_s});
    QCOMPARE(json.out.count(u'\n'), 4);
    QVERIFY(QJsonDocument::fromJson(json.out.section(u'\n', 2, 2).toUtf8())[u"value"_s].isNull());
    const QString file = path(u"out.txt"_s);
    QCOMPARE(run(common + QStringList{u"openmetrics"_s, u"--out"_s, file}).status, 0);
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    const QByteArray text = written.readAll();
    QCOMPARE(text.count("stratadeck_cpu_time{entity=\"web\",host=\"h\",kind=\"vm\",instance=\"\"} "), 3);
    QVERIFY(text.endsWith("# EOF\n"));

    const Outcome nobody = run(
        {u"db"_s, u"export"_s, u"--db"_s, database, u"--entity"_s, u"nobody"_s, u"--out"_s, path(u"no.csv"_s)});
    QCOMPARE(nobody.status, 1);
    QVERIFY(nobody.error.contains(u"nobody"_s));
    QVERIFY(!QFile::exists(path(u"no.csv"_s)));
    const Outcome nothing =
        run({u"db"_s, u"export"_s, u"--db"_s, database, u"--entity"_s, u"web"_s, u"--metric"_s, u"mem.used"_s});
    QCOMPARE(nothing.status, 1);
    QVERIFY(nothing.error.contains(u"mem.used"_s));
}

void TestCli::databaseReplacesNothingForeign()
{
    const QString database = makeStore();
    QFile other(path(u"other.db"_s));
    QVERIFY(other.open(QIODevice::WriteOnly));
    other.write("Dear diary, today nothing of note happened at all, as on most days.");
    other.close();
    const Outcome foreign = run({u"db"_s, u"restore"_s, database, u"--db"_s, other.fileName()});
    QCOMPARE(foreign.status, 1);
    QVERIFY(other.open(QIODevice::ReadOnly) && other.readAll().startsWith("Dear diary"));
    QCOMPARE(run({u"db"_s, u"restore"_s, other.fileName(), u"--db"_s, database}).status, 1);
    QCOMPARE(run({u"db"_s, u"backup"_s, database, u"--db"_s, database, u"--force"_s}).status, 1);
    QCOMPARE(run({u"db"_s, u"check"_s, u"--db"_s, database}).status, 0);
}

QTEST_GUILESS_MAIN(TestCli)
#include "tst_cli.moc"
