// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/container/containerdetails.h"

#include "models/collect/container/enginejson.h"
#include "models/collect/container/jsonfields.h"

#include <QDateTime>
#include <QJsonArray>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostListed = 100; // of ports, of mounts, of networks
constexpr qsizetype kLongestCommand = 1000;
constexpr qsizetype kLongestPath = 1000;
constexpr qsizetype kLongestOutput = 300;

// Year 1 is what engines say of what has not happened.
std::optional<TimePoint> timeOf(const QJsonObject &object, QLatin1StringView key)
{
    const QDateTime time = QDateTime::fromString(plainText(object, key, 64), Qt::ISODateWithMs);
    if (!time.isValid() || time.date().year() < 2000)
        return {};
    return fromMillis(time.toMSecsSinceEpoch());
}

QString commandOf(const QJsonObject &object)
{
    QStringList words{plainText(object, "Path"_L1, kLongestCommand)};
    qsizetype length = words.front().size();
    for (const QJsonValue &value : object["Args"_L1].toArray()) {
        const QString word = plainText(value.toString().simplified(), kLongestCommand);
        const bool needsQuotes = word.isEmpty() || word.contains(u' ');
        words.append(needsQuotes ? u'"' + word + u'"' : word);
        length += words.back().size() + 1;
        if (length > kLongestCommand)
            break;
    }
    QString command = words.join(u' ');
    if (command.size() > kLongestCommand)
        command = command.left(kLongestCommand) + u'…';
    return command;
}

// "80/tcp": null, or [{"HostIp": "", "HostPort": "8080"}, ...]
void addPort(const QString &inside, const QJsonArray &bindings, ContainerDetails &details)
{
    QStringList outsides;
    for (const QJsonValue &value : bindings) {
        const QJsonObject binding = value.toObject();
        const QString port = plainText(binding, "HostPort"_L1, 16);
        QString address = plainText(binding, "HostIp"_L1, 64);
        if (port.isEmpty())
            continue;
        if (address.contains(u':'))
            address = u'[' + address + u']';
        outsides.append(address.isEmpty() ? u"*:"_s + port : address + u':' + port);
    }
    if (outsides.isEmpty())
        outsides.append(QString());
    for (const QString &outside : std::as_const(outsides)) {
        if (std::ssize(details.ports) < kMostListed)
            details.ports.push_back({inside, outside});
        else
            ++details.unlisted;
    }
}

void addPorts(const QJsonObject &object, ContainerDetails &details)
{
    QJsonObject ports = object["NetworkSettings"_L1].toObject()["Ports"_L1].toObject();
    if (ports.isEmpty()) // nobody listens while it is off; what was wished for still says much
        ports = object["HostConfig"_L1].toObject()["PortBindings"_L1].toObject();
    for (auto it = ports.constBegin(); it != ports.constEnd(); ++it)
        addPort(plainText(it.key(), 32), it.value().toArray(), details);
}

void addMounts(const QJsonArray &mounts, ContainerDetails &details)
{
    for (const QJsonValue &value : mounts) {
        const QJsonObject mount = value.toObject();
        if (std::ssize(details.mounts) >= kMostListed) {
            ++details.unlisted;
            continue;
        }
        const QString name = plainText(mount, "Name"_L1);
        const QString source = plainText(mount, "Source"_L1, kLongestPath);
        details.mounts.push_back({plainText(mount, "Type"_L1, 32), name.isEmpty() ? source : name,
                                  plainText(mount, "Destination"_L1, kLongestPath), mount["RW"_L1].toBool()});
    }
}

void addNetworks(const QJsonObject &settings, ContainerDetails &details)
{
    const QJsonObject networks = settings["Networks"_L1].toObject();
    for (auto it = networks.constBegin(); it != networks.constEnd(); ++it) {
        const QJsonObject network = it.value().toObject();
        if (std::ssize(details.networks) >= kMostListed) {
            ++details.unlisted;
            continue;
        }
        details.networks.push_back({plainText(it.key()), plainText(network, "IPAddress"_L1, 64),
                                    plainText(network, "GlobalIPv6Address"_L1, 64),
                                    plainText(network, "MacAddress"_L1, 32)});
    }
    const QString address = plainText(settings, "IPAddress"_L1, 64);
    if (networks.isEmpty() && !address.isEmpty())
        details.networks.push_back({{},
                                    address,
                                    plainText(settings, "GlobalIPv6Address"_L1, 64),
                                    plainText(settings, "MacAddress"_L1, 32)});
}

QString lastLineOf(const QString &output)
{
    const QString all = output.right(4 * kLongestOutput).trimmed();
    return plainText(all.mid(all.lastIndexOf(u'\n') + 1).simplified(), kLongestOutput);
}

// Podman called it "Healthcheck" before it took over Docker's name.
std::optional<ContainerDetails::HealthCheck> healthOf(const QJsonObject &state)
{
    QJsonObject health = state["Health"_L1].toObject();
    if (health.isEmpty())
        health = state["Healthcheck"_L1].toObject();
    ContainerDetails::HealthCheck check;
    check.status = plainText(health, "Status"_L1, 32);
    if (check.status.isEmpty() || check.status == "none"_L1)
        return {};
    check.failures = amount(health, "FailingStreak"_L1);
    const QJsonArray log = health["Log"_L1].toArray();
    if (log.isEmpty())
        return check;
    const QJsonObject last = log.last().toObject();
    check.lastLine = lastLineOf(last["Output"_L1].toString());
    check.lastAt = timeOf(last, "End"_L1);
    return check;
}

void readState(const QJsonObject &state, ContainerDetails &details)
{
    details.started = timeOf(state, "StartedAt"_L1);
    details.finished = timeOf(state, "FinishedAt"_L1);
    details.isRunning = state["Running"_L1].toBool() || state["Paused"_L1].toBool();
    const QString status = plainText(state, "Status"_L1, 32);
    const bool hasEnded = status == "exited"_L1 || status == "stopped"_L1 || status == "dead"_L1;
    if (hasEnded && state["ExitCode"_L1].isDouble())
        details.exitCode = state["ExitCode"_L1].toInt();
    details.wasOomKilled = state["OOMKilled"_L1].toBool();
    details.error = plainText(state["Error"_L1].toString().simplified(), kLongestOutput);
    details.health = healthOf(state);
}

void readHostConfig(const QJsonObject &config, ContainerDetails &details)
{
    const QJsonObject policy = config["RestartPolicy"_L1].toObject();
    details.restartPolicy = plainText(policy, "Name"_L1, 32);
    if (details.restartPolicy.isEmpty() && config.contains("RestartPolicy"_L1))
        details.restartPolicy = u"no"_s;
    details.mostRetries = config.isEmpty() ? 0 : policy["MaximumRetryCount"_L1].toDouble();
    details.networkMode = plainText(config, "NetworkMode"_L1, 64);
    details.isRemovedAtEnd = config["AutoRemove"_L1].toBool();
    details.isPrivileged = config["Privileged"_L1].toBool();
    details.isReadOnly = config["ReadonlyRootfs"_L1].toBool();
    if (config.isEmpty())
        return;
    details.limits = limitsOf(config);
    if (!config.contains("PidsLimit"_L1))
        return;
    const double pids = config["PidsLimit"_L1].toDouble(0); // null, 0 and -1 stand for no limit
    details.pidsLimit = pids > 0 ? pids : kNoLimit;
}

} // namespace

Result<ContainerDetails> parseContainerDetails(const QByteArray &json, const QString &id)
{
    const Result<QJsonDocument> document = parseJson(json, u"container %1"_s.arg(id.left(12)));
    if (!document)
        return tl::unexpected(document.error());
    const QJsonObject object = document->object();
    if (containerId(object, "Id"_L1) != id)
        return fail(Error::Kind::Invalid, u"asked for container %1, told of another"_s.arg(id), id);
    ContainerDetails details;
    const QJsonObject config = object["Config"_L1].toObject();
    details.image = plainText(object, "ImageName"_L1, kLongestPath); // Podman's
    if (details.image.isEmpty())
        details.image = plainText(config, "Image"_L1, kLongestPath);
    details.imageId = plainText(object, "Image"_L1, 128);
    details.imageDigest = plainText(object, "ImageDigest"_L1, 128);
    details.command = commandOf(object);
    details.workingDirectory = plainText(config, "WorkingDir"_L1, kLongestPath);
    details.user = plainText(config, "User"_L1);
    details.hostName = plainText(config, "Hostname"_L1);
    details.pod = plainText(object, "Pod"_L1, 128);
    details.created = timeOf(object, "Created"_L1);
    details.restarts = amount(object, "RestartCount"_L1);
    if (config.contains("Labels"_L1)) // null stands for none
        details.labels = static_cast<double>(config["Labels"_L1].toObject().size());
    readState(object["State"_L1].toObject(), details);
    readHostConfig(object["HostConfig"_L1].toObject(), details);
    addPorts(object, details);
    addMounts(object["Mounts"_L1].toArray(), details);
    addNetworks(object["NetworkSettings"_L1].toObject(), details);
    return details;
}

} // namespace stratadeck
