// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/container/enginejson.h"

#include "models/collect/container/jsonfields.h"

#include <QJsonArray>
#include <cmath>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

// No machine runs this many; more is an attack or a fault.
constexpr qsizetype kMostContainers = 20'000;

constexpr double kNanoCpus = 1e9;

EntityState stateOf(const QString &word)
{
    static const QHash<QString, EntityState> states{
        {u"created"_s, EntityState::Created},
        {u"configured"_s, EntityState::Created},
        {u"initialized"_s, EntityState::Created},
        {u"running"_s, EntityState::Running},
        {u"paused"_s, EntityState::Paused},
        {u"restarting"_s, EntityState::Restarting},
        {u"stopping"_s, EntityState::ShuttingDown},
        {u"stopped"_s, EntityState::Exited},
        {u"exited"_s, EntityState::Exited},
        {u"removing"_s, EntityState::Removing},
        {u"dead"_s, EntityState::Dead},
    };
    return states.value(word.toLower(), EntityState::Unknown);
}

/// Podman gives the bare word, Docker's list ends its status with it: "Up 3 minutes (unhealthy)".
Health healthOf(const QString &status)
{
    if (status == "unhealthy"_L1 || status.endsWith("(unhealthy)"_L1))
        return Health::Unhealthy;
    if (status == "healthy"_L1 || status.endsWith("(healthy)"_L1))
        return Health::Healthy;
    if (status == "starting"_L1 || status.endsWith("(health: starting)"_L1))
        return Health::Starting;
    return Health::None;
}

/// Docker puts a slash before a name and may list links to others ("/other/alias").
QString nameOf(const QJsonObject &object)
{
    QString name;
    for (const QJsonValue &value : object["Names"_L1].toArray()) {
        QString candidate = plainText(value.toString());
        if (candidate.startsWith(u'/'))
            candidate.remove(0, 1);
        if (name.isEmpty() || (name.contains(u'/') && !candidate.contains(u'/')))
            name = candidate;
    }
    return name;
}

ContainerRecord toRecord(const QJsonObject &object, const QString &id, EngineFlavour flavour)
{
    ContainerRecord record;
    record.id = id;
    record.name = nameOf(object);
    if (record.name.isEmpty())
        record.name = id.left(12);
    record.image = plainText(object, "Image"_L1);
    record.state = stateOf(object["State"_L1].toString());
    record.health = healthOf(plainText(object, "Status"_L1));
    if (flavour == EngineFlavour::Docker)
        return record;
    record.pid = object["Pid"_L1].toInteger();
    // Podman's list rounds the start to seconds; the process number tells two starts in one second apart.
    const qint64 started = object["StartedAt"_L1].toInteger();
    if (started > 0 && record.pid > 0)
        record.started = u"%1/%2"_s.arg(started).arg(record.pid);
    record.restarts = amount(object, "Restarts"_L1); // since Podman 4.4
    return record;
}

} // namespace

CgroupLimits limitsOf(const QJsonObject &config)
{
    CgroupLimits limits;
    const double nano = amount(config, "NanoCpus"_L1);
    const double quota = config["CpuQuota"_L1].toDouble(0);
    const double period = amount(config, "CpuPeriod"_L1);
    limits.cpus = kNoLimit;
    if (nano > 0)
        limits.cpus = nano / kNanoCpus;
    else if (quota > 0)
        limits.cpus = quota / (period > 0 ? period : 100'000);
    const double memory = amount(config, "Memory"_L1);
    limits.memory = memory > 0 ? memory : kNoLimit;
    return limits;
}

Result<std::vector<ContainerRecord>> parseContainerList(const QByteArray &json, EngineFlavour flavour)
{
    const Result<QJsonDocument> document = parseJson(json, u"container list"_s);
    if (!document)
        return tl::unexpected(document.error());
    if (!document->isArray())
        return fail(Error::Kind::Invalid, u"container list: not an array"_s, u"container list"_s);
    std::vector<ContainerRecord> records;
    for (const QJsonValue &value : document->array()) {
        const QJsonObject object = value.toObject();
        const QString id = containerId(object, "Id"_L1);
        if (!id.isEmpty() && std::ssize(records) < kMostContainers)
            records.push_back(toRecord(object, id, flavour));
    }
    return records;
}

Result<ContainerRecord> parseInspect(const QByteArray &json, ContainerRecord listed, EngineFlavour flavour)
{
    const Result<QJsonDocument> document = parseJson(json, u"container %1"_s.arg(listed.id.left(12)));
    if (!document)
        return tl::unexpected(document.error());
    const QJsonObject object = document->object();
    if (containerId(object, "Id"_L1) != listed.id)
        return fail(Error::Kind::Invalid, u"asked for container %1, told of another"_s.arg(listed.id),
                    listed.id);
    const double restarts = amount(object, "RestartCount"_L1);
    if (std::isfinite(restarts))
        listed.restarts = restarts;
    listed.limits = limitsOf(object["HostConfig"_L1].toObject());
    if (flavour == EngineFlavour::Podman)
        return listed;
    const QJsonObject state = object["State"_L1].toObject();
    listed.pid = state["Pid"_L1].toInteger();
    if (listed.pid > 0)
        listed.started = plainText(state, "StartedAt"_L1, 64);
    return listed;
}

Result<EntityState> parseInspectedState(const QByteArray &json)
{
    const Result<QJsonDocument> document = parseJson(json, u"container"_s);
    if (!document)
        return tl::unexpected(document.error());
    return stateOf(document->object()["State"_L1].toObject()["Status"_L1].toString());
}

Result<EngineHost> parseEngineInfo(const QByteArray &json, EngineFlavour flavour)
{
    const Result<QJsonDocument> document = parseJson(json, u"engine info"_s);
    if (!document)
        return tl::unexpected(document.error());
    if (flavour == EngineFlavour::Docker) {
        const QJsonObject info = document->object();
        return EngineHost{amount(info, "NCPU"_L1), amount(info, "MemTotal"_L1)};
    }
    const QJsonObject host = document->object()["host"_L1].toObject();
    return EngineHost{amount(host, "cpus"_L1), amount(host, "memTotal"_L1)};
}

} // namespace stratadeck
