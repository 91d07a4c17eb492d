// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/container/containerdetails.h"
#include "tests/support/verify.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <cmath>

using namespace stratadeck;
using namespace Qt::StringLiterals;

namespace {

const QString kPodmanId = u"7ba156e0f692f59f7be018553306ffba3405cbd304e0133ce18fbe05eae235a7"_s;
const QString kDockerId = u"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"_s;

QByteArray recorded(const char *name)
{
    QFile file(QStringLiteral(STRATADECK_SOURCE_DIR "/tests/data/engine/") + QLatin1StringView(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray withId(QJsonObject object)
{
    object["Id"_L1] = kDockerId;
    return QJsonDocument(object).toJson();
}

} // namespace

class TestContainerDetails : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void podman();
    void podmanThroughItsDockerApi();
    void mountsAndHealth();
    void ports();
    void docker();
    void ended();
    void hostile();
    void truncatedAnywhere();
    void nothingButAnId();
    void refused_data();
    void refused();
};

void TestContainerDetails::podman()
{
    const auto container = parseContainerDetails(recorded("podman4/inspect.json"), kPodmanId);
    VERIFY_OK(container);
    QCOMPARE(container->image, u"localhost/sd:1"_s);
    QCOMPARE(container->imageId, u"4bdeaeaaac92310f289b25a9e2de460e13e90a46d9dd8c47aa3e9b02e7a15d1e"_s);
    QVERIFY(container->imageDigest.startsWith(u"sha256:2e33a500"_s));
    QCOMPARE(container->command, u"sleep 1000"_s);
    QVERIFY(container->isRunning);
    QVERIFY(!container->exitCode); // it has not ended; 0 would be a lie
    QVERIFY(container->created && container->started && container->finished);
    QVERIFY(*container->started > *container->finished);
    QVERIFY(container->health.has_value());
    QCOMPARE(container->health->status, u"starting"_s);
    QCOMPARE(container->health->failures, 1.0);
    QVERIFY(container->health->lastAt.has_value());
    QCOMPARE(container->restartPolicy, u"no"_s);
    QCOMPARE(container->restarts, 0.0);
    QCOMPARE(container->limits.cpus, 0.5);
    QCOMPARE(container->limits.memory, 67108864.0);
    QCOMPARE(container->pidsLimit, 2048.0);
    QCOMPARE(container->networkMode, u"none"_s);
    QCOMPARE(container->labels, 0.0);
}

void TestContainerDetails::podmanThroughItsDockerApi()
{
    const auto container = parseContainerDetails(recorded("podman4/compat_inspect.json"), kPodmanId);
    VERIFY_OK(container);
    QCOMPARE(container->command, u"sleep 1000"_s);
    QVERIFY(container->health.has_value());
    QCOMPARE(container->limits.cpus, 0.5);
}

void TestContainerDetails::mountsAndHealth()
{
    const QString id = u"c47e2863e91f19cd6cabd412cdb6805504c3a051cc7a92e09f2658bdffb377bb"_s;
    QByteArray json = recorded("podman4/inspect_mounts.json");
    const auto container = parseContainerDetails(json, id);
    VERIFY_OK(container);
    const std::vector<ContainerDetails::Mount> mounts{{u"volume"_s, u"db"_s, u"/db"_s, true},
                                                      {u"bind"_s, u"/srv"_s, u"/data"_s, false}};
    QCOMPARE(container->mounts, mounts);
    QCOMPARE(container->health->status, u"unhealthy"_s);
    QCOMPARE(container->health->lastLine, u"no route"_s);
    QCOMPARE(container->restartPolicy, u"on-failure"_s);
    QCOMPARE(container->mostRetries, 3.0);
    QCOMPARE(container->labels, 1.0);
    QCOMPARE(container->pidsLimit, 50.0);
    QVERIFY(!container->finished); // it never ended
    QVERIFY(!container->isRemovedAtEnd);
    const auto passing =
        parseContainerDetails(json.replace("\"AutoRemove\": false", "\"AutoRemove\": true"), id);
    VERIFY_OK(passing);
    QVERIFY(passing->isRemovedAtEnd);
}

void TestContainerDetails::ports()
{
    const auto container =
        parseContainerDetails(recorded("podman4/inspect_ports.json"),
                              u"80cf16c0ec4371ed590c22a43d398c2f2b338b4b300bf17f45a12f8e648261b0"_s);
    VERIFY_OK(container);
    const std::vector<ContainerDetails::Port> ports{{u"443/tcp"_s, u"*:8443"_s},
                                                    {u"80/tcp"_s, u"127.0.0.1:8099"_s}};
    QCOMPARE(container->ports, ports);
    QCOMPARE(container->networks.size(), 1u);
    QCOMPARE(container->networks.front().name, u"podman"_s);
    QCOMPARE(container->networks.front().address, QString());
    QVERIFY(!container->health); // engines tell of an empty one
    QVERIFY(!container->started && !container->exitCode);
}

void TestContainerDetails::docker()
{
    const auto container = parseContainerDetails(recorded("docker/inspect.json"), kDockerId);
    VERIFY_OK(container);
    QCOMPARE(container->image, u"postgres:16"_s);
    QCOMPARE(container->restarts, 5.0);
    QVERIFY(container->health.has_value());
    QCOMPARE(container->health->status, u"unhealthy"_s);
    QCOMPARE(container->health->failures, 4.0);
    QVERIFY(!container->finished);                 // year 1
    QCOMPARE(container->restartPolicy, QString()); // not told
    QVERIFY(std::isnan(container->pidsLimit));
    QVERIFY(std::isnan(container->labels));
}

void TestContainerDetails::ended()
{
    const QJsonObject state{{"Status"_L1, "exited"_L1},
                            {"ExitCode"_L1, 137},
                            {"OOMKilled"_L1, true},
                            {"StartedAt"_L1, "2026-11-23T21:38:01Z"_L1},
                            {"FinishedAt"_L1, "2026-11-23T21:39:01.5+01:00"_L1}};
    const QJsonObject host{
        {"RestartPolicy"_L1, QJsonObject{{"Name"_L1, "on-failure"_L1}, {"MaximumRetryCount"_L1, 3}}},
        {"PidsLimit"_L1, -1},
        {"PortBindings"_L1, QJsonObject{{"80/tcp"_L1, QJsonArray{QJsonObject{{"HostPort"_L1, "8080"_L1}}}}}}};
    const auto container =
        parseContainerDetails(withId({{"State"_L1, state}, {"HostConfig"_L1, host}}), kDockerId);
    VERIFY_OK(container);
    QCOMPARE(container->exitCode, std::optional(137));
    QVERIFY(container->wasOomKilled);
    QVERIFY(!container->isRunning);
    QCOMPARE(toMillis(*container->finished) % 1000, 500);
    QCOMPARE(container->restartPolicy, u"on-failure"_s);
    QCOMPARE(container->mostRetries, 3.0);
    QVERIFY(std::isinf(container->pidsLimit));
    // What it will publish when it runs again.
    QCOMPARE(container->ports, (std::vector<ContainerDetails::Port>{{u"80/tcp"_s, u"*:8080"_s}}));
}

void TestContainerDetails::hostile()
{
    QJsonArray mounts;
    for (int i = 0; i < 5000; ++i)
        mounts.append(QJsonObject{{"Source"_L1, QString(9000, u'a')}, {"Destination"_L1, u"/\u202Ex\n"_s}});
    const QJsonObject health{
        {"Status"_L1, "healthy"_L1},
        {"FailingStreak"_L1, "many"_L1},
        {"Log"_L1,
         QJsonArray{QJsonObject{{"Output"_L1, u"first\nlast \u0007line "_s + QString(90'000, u'z') + u'\n'}}}}};
    QJsonArray arguments;
    for (int i = 0; i < 5000; ++i)
        arguments.append(u"two words"_s);
    const auto container = parseContainerDetails(
        withId({{"Path"_L1, "run"_L1},
                {"Args"_L1, arguments},
                {"Mounts"_L1, mounts},
                {"State"_L1, QJsonObject{{"Health"_L1, health}, {"ExitCode"_L1, 0}}},
                {"NetworkSettings"_L1, QJsonObject{{"Ports"_L1, 5}, {"Networks"_L1, "no"_L1}}},
                {"HostConfig"_L1, 7}}),
        kDockerId);
    VERIFY_OK(container);
    QCOMPARE(container->mounts.size(), 100u);
    QCOMPARE(container->unlisted, 4900);
    QVERIFY(container->mounts.front().source.size() <= 1000);
    QCOMPARE(container->mounts.front().destination, u"/x"_s);
    QVERIFY(!container->mounts.front().isWritable);
    QVERIFY(container->command.size() <= 1001);
    QVERIFY(container->command.startsWith(u"run \"two words\""_s));
    QVERIFY(std::isnan(container->health->failures));
    QVERIFY(container->health->lastLine.size() <= 300);
    QVERIFY(container->ports.empty());
    QVERIFY(container->networks.empty());
    QVERIFY(std::isnan(container->limits.cpus)); // not told is not "no limit"
}

void TestContainerDetails::truncatedAnywhere()
{
    const QByteArray whole = recorded("podman4/inspect.json").trimmed();
    QVERIFY(whole.size() > 1000);
    for (qsizetype size = 0; size < whole.size(); size += 101)
        VERIFY_FAILS(parseContainerDetails(whole.left(size), kPodmanId), Error::Kind::Invalid);
}

void TestContainerDetails::nothingButAnId()
{
    const auto container = parseContainerDetails(withId({}), kDockerId);
    VERIFY_OK(container);
    QVERIFY(!container->health && !container->exitCode && !container->started);
    QVERIFY(std::isnan(container->restarts));
    QCOMPARE(container->restartPolicy, QString());
}

void TestContainerDetails::refused_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("array") << QByteArray("[]");
    QTest::newRow("no id") << QByteArray("{}");
    QTest::newRow("another container") << QByteArray("{\"Id\":\"ffffffffffffffff\"}");
}

void TestContainerDetails::refused()
{
    QFETCH(QByteArray, json);
    VERIFY_FAILS(parseContainerDetails(json, kDockerId), Error::Kind::Invalid);
}

QTEST_APPLESS_MAIN(TestContainerDetails)
#include "tst_containerdetails.moc"
