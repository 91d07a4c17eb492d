// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/container/enginejson.h"
#include "models/collect/container/linesplitter.h"
#include "tests/support/verify.h"

#include <QFile>
#include <QTest>
#include <cmath>

using namespace stratadeck;
using namespace Qt::StringLiterals;

namespace {

QByteArray recorded(const QString &name)
{
    QFile file(QStringLiteral(STRATADECK_TEST_DATA) + u"/engine/"_s + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(file.fileName()));
    return file.readAll();
}

ContainerRecord named(const std::vector<ContainerRecord> &records, const QString &name)
{
    for (const ContainerRecord &record : records) {
        if (record.name == name)
            return record;
    }
    return {};
}

const QString kDockerId = u"0123456789abcdef"_s.repeated(4);

} // namespace

class TestEngineJson : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void podman4List();
    void podman4Inspect();
    void podman4Stats();
    void podman4Info();
    void podman4CompatibleApi();
    void podman5();
    void dockerList();
    void dockerInspect();
    void dockerStats();
    void dockerInfo();
    void events_data();
    void events();
    void eventDetails();
    void states_data();
    void states();
    void hostile_data();
    void hostile();
    void everyPrefixOfARecording();
    void hugeNames();
    void controlCharacters();
    void endlessDevices();
    void lines();
};

void TestEngineJson::podman4List()
{
    const auto records = parseContainerList(recorded(u"podman4/list.json"_s), EngineFlavour::Podman);
    VERIFY_OK(records);
    QCOMPARE(records->size(), 6u);
    const ContainerRecord running = named(*records, u"b1"_s);
    QCOMPARE(running.id, u"7ba156e0f692f59f7be018553306ffba3405cbd304e0133ce18fbe05eae235a7"_s);
    QCOMPARE(running.image, u"localhost/sd:1"_s);
    QCOMPARE(running.state, EntityState::Running);
    QCOMPARE(running.health, Health::Starting);
    QVERIFY(running.pid > 0);
    QVERIFY(running.started.endsWith(u'/' + QString::number(running.pid)));
    QVERIFY(std::isnan(running.restarts)); // Podman 4.3 does not list it
    QCOMPARE(named(*records, u"c1"_s).state, EntityState::Created);
    QCOMPARE(named(*records, u"c1"_s).started, QString()); // "started" in the year 1
    QCOMPARE(named(*records, u"d1"_s).state, EntityState::Exited);
    QCOMPARE(named(*records, u"d1"_s).pid, 0);
    QCOMPARE(named(*records, u"p1"_s).state, EntityState::Paused);
}

void TestEngineJson::podman4Inspect()
{
    const auto records = parseContainerList(recorded(u"podman4/list.json"_s), EngineFlavour::Podman);
    VERIFY_OK(records);
    const ContainerRecord listed = named(*records, u"b1"_s);
    const auto closer = parseInspect(recorded(u"podman4/inspect.json"_s), listed, EngineFlavour::Podman);
    VERIFY_OK(closer);
    QCOMPARE(closer->restarts, 0.0);
    QCOMPARE(closer->limits.cpus, 0.5);
    QCOMPARE(closer->limits.memory, 67108864.0);
    QCOMPARE(closer->started, listed.started); // the same before and after: no false restart
    VERIFY_FAILS(
        parseInspect(recorded(u"podman4/inspect.json"_s), named(*records, u"c1"_s), EngineFlavour::Podman),
        Error::Kind::Invalid);
}

void TestEngineJson::podman4Stats()
{
    const auto stats = parsePodmanStats(recorded(u"podman4/stats.json"_s));
    VERIFY_OK(stats);
    QCOMPARE(stats->size(), 3u); // the stopped ones' rows of zeros do not count
    const ContainerStats &row = stats->front();
    QVERIFY(row.figures.cpuTime > 0);
    QVERIFY(row.figures.memUsage > 0);
    QVERIFY(std::isnan(row.figures.memInactiveFile));
    QVERIFY(row.figures.devices.empty()); // zero in both directions: not counted, not "nothing written"
    QVERIFY(row.interfaces.empty());
    VERIFY_FAILS(parsePodmanStats(recorded(u"podman4/stats_unknown.json"_s)), Error::Kind::Invalid);
}

void TestEngineJson::podman4Info()
{
    const auto host = parseEngineInfo(recorded(u"podman4/info.json"_s), EngineFlavour::Podman);
    VERIFY_OK(host);
    QCOMPARE(host->cpus, 2.0);
    QCOMPARE(host->memTotal, 25276510208.0);
}

void TestEngineJson::podman4CompatibleApi()
{
    const auto records = parseContainerList(recorded(u"podman4/compat_list.json"_s), EngineFlavour::Docker);
    VERIFY_OK(records);
    const ContainerRecord listed = named(*records, u"b1"_s);
    QCOMPARE(listed.state, EntityState::Running);
    QCOMPARE(listed.pid, 0);
    const auto closer = parseInspect(recorded(u"podman4/compat_inspect.json"_s), listed, EngineFlavour::Docker);
    VERIFY_OK(closer);
    QVERIFY(closer->pid > 0);
    QVERIFY(closer->started.startsWith(u"2026-"_s));
    const auto stats = parseDockerStats(recorded(u"podman4/compat_stats.json"_s));
    VERIFY_OK(stats);
    QVERIFY(stats->figures.cpuTime > 0);
    QVERIFY(std::isnan(stats->figures.memInactiveFile)); // it leaves the details of memory out
    QVERIFY(stats->interfaces.empty());                  // an interface called "network" with zeros is none
    VERIFY_FAILS(parseDockerStats(recorded(u"podman4/compat_stats_created.json"_s)), Error::Kind::Invalid);
}

void TestEngineJson::podman5()
{
    const auto records = parseContainerList(recorded(u"podman5/list.json"_s), EngineFlavour::Podman);
    VERIFY_OK(records);
    const ContainerRecord web = named(*records, u"web"_s);
    QCOMPARE(web.restarts, 3.0);
    QCOMPARE(web.health, Health::Healthy);
    QCOMPARE(named(*records, u"db"_s).state, EntityState::ShuttingDown);
    const auto stats = parsePodmanStats(recorded(u"podman5/stats.json"_s));
    VERIFY_OK(stats);
    const ContainerStats row = stats->front();
    QCOMPARE(row.figures.cpuTime, 57.050420123);
    QCOMPARE(row.memoryLimit, 67108864.0);
    QCOMPARE(row.interfaces.size(), 1u);
    QCOMPARE(row.interfaces[0], (InterfaceIo{u"eth0"_s, 1048576, 700, 1, 2, 524288, 600, 3, 4}));
    QCOMPARE(row.figures.devices.size(), 1u);
    QCOMPARE(row.figures.devices[0].writeBytes, 8192.0);
}

void TestEngineJson::dockerList()
{
    const auto records = parseContainerList(recorded(u"docker/list.json"_s), EngineFlavour::Docker);
    VERIFY_OK(records);
    QCOMPARE(records->size(), 2u);
    QCOMPARE((*records)[0].name, u"db"_s); // not the link "/cache/db-link"
    QCOMPARE((*records)[0].health, Health::Unhealthy);
    QCOMPARE((*records)[1].state, EntityState::Exited);
    QCOMPARE((*records)[1].health, Health::None);
}

void TestEngineJson::dockerInspect()
{
    ContainerRecord listed;
    listed.id = kDockerId;
    const auto closer = parseInspect(recorded(u"docker/inspect.json"_s), listed, EngineFlavour::Docker);
    VERIFY_OK(closer);
    QCOMPARE(closer->pid, 4242);
    QCOMPARE(closer->started, u"2026-11-23T21:38:01.574892763Z"_s);
    QCOMPARE(closer->restarts, 5.0);
    QCOMPARE(closer->limits.cpus, 1.5); // quota / period where NanoCpus is 0
}

void TestEngineJson::dockerStats()
{
    const auto stats = parseDockerStats(recorded(u"docker/stats.json"_s));
    VERIFY_OK(stats);
    const CgroupFigures &figures = stats->figures;
    QCOMPARE(figures.cpuTime, 57.05042);
    QCOMPARE(figures.cpuUser, 40.0);
    QCOMPARE(figures.cpuThrottledTime, 1.5);
    QCOMPARE(figures.memUsage, 33554432.0);
    QCOMPARE(figures.memInactiveFile, 8388608.0);
    QCOMPARE(figures.pids, 3.0);
    QCOMPARE(figures.devices.size(), 1u);
    QCOMPARE(figures.devices[0].readBytes, 4096.0);
    QVERIFY(std::isnan(figures.devices[0].readOps)); // null on v2
    QCOMPARE(stats->interfaces[0], (InterfaceIo{u"eth0"_s, 1048576, 700, 1, 2, 524288, 600, 3, 4}));
    VERIFY_FAILS(parseDockerStats("{\"cpu_stats\":{\"cpu_usage\":{\"total_usage\":0}},\"memory_stats\":{}}"),
                 Error::Kind::NotFound);
}

void TestEngineJson::dockerInfo()
{
    const auto host = parseEngineInfo(recorded(u"docker/info.json"_s), EngineFlavour::Docker);
    VERIFY_OK(host);
    QCOMPARE(host->cpus, 8.0);
    QCOMPARE(host->memTotal, 16e9);
}

void TestEngineJson::events_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QStringList>("types");
    QTest::newRow("podman 4") << u"podman4/events.jsonl"_s
                              << QStringList{u"created"_s,  u"started"_s,   u"health_status"_s, u"paused"_s,
                                             u"unpaused"_s, u"restarted"_s, u"died"_s,          u"started"_s,
                                             u"killed"_s,   u"died"_s,      u"removed"_s,       u"created"_s,
                                             u"started"_s,  u"died"_s};
    QTest::newRow("docker") << u"docker/events.jsonl"_s
                            << QStringList{u"started"_s, u"health_status"_s, u"oom"_s,
                                           u"died"_s,    u"killed"_s,        u"removed"_s};
}

void TestEngineJson::events()
{
    QFETCH(QString, file);
    QFETCH(QStringList, types);
    QStringList found;
    for (const QByteArray &line : recorded(file).split('\n')) {
        if (const auto event = parseEvent(line))
            found.append(event->type);
    }
    QCOMPARE(found, types);
}

void TestEngineJson::eventDetails()
{
    const QByteArrayList lines = recorded(u"docker/events.jsonl"_s).split('\n');
    const auto health = parseEvent(lines[1]);
    QVERIFY(health);
    QCOMPARE(health->text, u"unhealthy"_s);
    QCOMPARE(health->id, kDockerId);
    QCOMPARE(health->name, u"db"_s);
    QCOMPARE(health->image, u"postgres:16"_s);
    QCOMPARE(health->at, fromMillis(1795470189465));
    const auto died = parseEvent(lines[4]);
    QVERIFY(died);
    QCOMPARE(died->text, u"exit code 137"_s);
    QVERIFY(died->identity != health->identity);
}

void TestEngineJson::states_data()
{
    QTest::addColumn<QByteArray>("word");
    QTest::addColumn<EntityState>("state");
    QTest::newRow("restarting") << QByteArray("\"restarting\"") << EntityState::Restarting;
    QTest::newRow("removing") << QByteArray("\"removing\"") << EntityState::Removing;
    QTest::newRow("dead") << QByteArray("\"dead\"") << EntityState::Dead;
    QTest::newRow("capitals") << QByteArray("\"Running\"") << EntityState::Running;
    QTest::newRow("a word of tomorrow") << QByteArray("\"hibernating\"") << EntityState::Unknown;
    QTest::newRow("a number") << QByteArray("7") << EntityState::Unknown;
    QTest::newRow("null") << QByteArray("null") << EntityState::Unknown;
}

void TestEngineJson::states()
{
    QFETCH(QByteArray, word);
    QFETCH(EntityState, state);
    const QByteArray json = "[{\"Id\":\"" + kDockerId.toLatin1() + "\",\"State\":" + word + "}]";
    const auto records = parseContainerList(json, EngineFlavour::Docker);
    VERIFY_OK(records);
    QCOMPARE(records->front().state, state);
    QCOMPARE(records->front().name, kDockerId.left(12)); // has no name at all
}

void TestEngineJson::hostile_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("plain text") << QByteArray("page not found\n");
    QTest::newRow("HTML") << QByteArray("<html><body>502</body></html>");
    QTest::newRow("an object") << QByteArray("{\"message\":\"no\"}");
    QTest::newRow("a number") << QByteArray("42");
    QTest::newRow("null") << QByteArray("null");
    QTest::newRow("cut off") << QByteArray("[{\"Id\":\"0123456789abcdef\",\"Na");
    QTest::newRow("nested deeply") << QByteArray(100'000, '[');
    QTest::newRow("not UTF-8") << QByteArray("[\"\xff\xfe\"]");
}

void TestEngineJson::hostile()
{
    QFETCH(QByteArray, json);
    VERIFY_FAILS(parseContainerList(json, EngineFlavour::Podman), Error::Kind::Invalid);
    VERIFY_FAILS(parsePodmanStats(json), Error::Kind::Invalid);
    ContainerRecord listed;
    listed.id = kDockerId;
    VERIFY_FAILS(parseInspect(json, listed, EngineFlavour::Docker), Error::Kind::Invalid);
    QVERIFY(!parseDockerStats(json));
    QVERIFY(!parseEvent(json));
    const auto host = parseEngineInfo(json, EngineFlavour::Podman);
    QVERIFY(!host || std::isnan(host->cpus));
}

void TestEngineJson::everyPrefixOfARecording()
{
    const QByteArray whole = recorded(u"podman4/list.json"_s).trimmed();
    for (qsizetype size = 0; size < whole.size(); size += 7)
        QVERIFY(!parseContainerList(whole.left(size), EngineFlavour::Podman));
}

void TestEngineJson::hugeNames()
{
    const QByteArray id = kDockerId.toLatin1();
    const QByteArray huge(1024 * 1024, 'x');
    const QByteArray json = "[{\"Id\":\"" + id + "\",\"Names\":[\"" + huge + "\"],\"Image\":\"" + huge
                            + "\",\"State\":\"" + huge + "\",\"Pid\":1e300,\"StartedAt\":\"soon\"},{\"Id\":\""
                            + huge + "\"},{\"Id\":7},[],5," + "{\"Id\":\"../../etc/passwd\"}]";
    const auto records = parseContainerList(json, EngineFlavour::Podman);
    VERIFY_OK(records);
    QCOMPARE(records->size(), 1u); // what has no proper id is left out
    QCOMPARE(records->front().name.size(), 256);
    QCOMPARE(records->front().image.size(), 256);
    QCOMPARE(records->front().pid, 0);
    QCOMPARE(records->front().started, QString());
}

void TestEngineJson::controlCharacters()
{
    const QByteArray json =
        "[{\"Id\":\"" + kDockerId.toLatin1() + "\",\"Names\":[\"a\\u001b[31m\\nb\\u202e\"]}]";
    const auto records = parseContainerList(json, EngineFlavour::Docker);
    VERIFY_OK(records);
    QCOMPARE(records->front().name, u"a[31mb"_s);
}

void TestEngineJson::endlessDevices()
{
    QByteArray rows;
    for (int i = 0; i < 100'000; ++i)
        rows += (i ? "," : "") + QByteArray("{\"major\":1,\"minor\":") + QByteArray::number(i)
                + ",\"op\":\"read\",\"value\":1}";
    const auto stats =
        parseDockerStats("{\"cpu_stats\":{\"cpu_usage\":{\"total_usage\":1}},\"blkio_stats\":{"
                         "\"io_service_bytes_recursive\":["
                         + rows + ",{\"major\":-1,\"minor\":1e99,\"op\":\"read\",\"value\":1}]}}");
    VERIFY_OK(stats);
    QCOMPARE(stats->figures.devices.size(), 1000u);
}

void TestEngineJson::lines()
{
    QByteArrayList lines;
    LineSplitter splitter(10);
    const auto feed = [&](const QByteArray &text) {
        splitter.feed(text, [&](const QByteArray &line) { lines.append(line); });
    };
    feed("one\ntw");
    feed("o\n\nexactly10!\n");
    feed("more than ten");
    feed(" and more still");
    QCOMPARE(splitter.dropped(), 1);
    feed("\nafter\nopen");
    QCOMPARE(lines, (QByteArrayList{"one", "two", "exactly10!", "after"}));
}

QTEST_APPLESS_MAIN(TestEngineJson)
#include "tst_enginejson.moc"
