// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inventory/containerrows.h"

#include "models/base/format.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QHash>
#include <cmath>

namespace stratadeck::containerrows {

using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(ContainerRows)
};

QString timeText(std::optional<TimePoint> at, const DetailInput &input, const QLocale &locale)
{
    if (!at)
        return {};
    const QString time = locale.toString(QDateTime::fromMSecsSinceEpoch(toMillis(*at)), QLocale::ShortFormat);
    //: %1 is a time, %2 a length of time
    return Tr::tr("%1, %2 ago").arg(time, formatDuration(std::max(input.now - *at, Milliseconds(0)), locale));
}

QString limitText(double limit, Unit unit, const QLocale &locale)
{
    if (std::isnan(limit))
        return {};
    return std::isinf(limit) ? Tr::tr("no limit") : formatValue(limit, unit, locale);
}

QString healthText(const ContainerDetails::HealthCheck &health, const QLocale &locale)
{
    const QHash<QString, QString> words{{u"healthy"_s, Tr::tr("healthy")},
                                        {u"unhealthy"_s, Tr::tr("unhealthy")},
                                        {u"starting"_s, Tr::tr("starting, not judged yet")}};
    const QString text = words.value(health.status, health.status);
    if (std::isnan(health.failures) || health.failures < 1)
        return text;
    //: %1 is a state of health, %2 how often in a row its check failed
    return Tr::tr("%1; failed checks in a row: %2").arg(text, locale.toString(health.failures, 'f', 0));
}

QString restartText(const ContainerDetails &container, const QLocale &locale)
{
    const QHash<QString, QString> words{
        {u"no"_s, Tr::tr("never")},
        {u"always"_s, Tr::tr("always")},
        {u"unless-stopped"_s, Tr::tr("always, unless somebody stopped it")},
        {u"on-failure"_s, Tr::tr("when it fails")},
    };
    const QString text = words.value(container.restartPolicy, container.restartPolicy);
    if (container.restartPolicy != "on-failure"_L1 || container.mostRetries < 1)
        return text;
    //: %1 is "when it fails", %2 a number
    return Tr::tr("%1, at most %2 times").arg(text, locale.toString(container.mostRetries, 'f', 0));
}

QString exitText(const ContainerDetails &container)
{
    if (!container.exitCode)
        return {};
    QString text = QString::number(*container.exitCode);
    if (container.wasOomKilled)
        return Tr::tr("%1, killed because its memory ran out").arg(text);
    if (*container.exitCode == 137)
        return Tr::tr("%1, killed").arg(text);
    return text;
}

void addRun(const ContainerDetails &container, const DetailInput &input, const QLocale &locale,
            DetailRows &rows)
{
    rows.add(Tr::tr("Created"), timeText(container.created, input, locale));
    rows.add(Tr::tr("Started"), timeText(container.started, input, locale));
    rows.add(container.isRunning ? Tr::tr("Ended before") : Tr::tr("Ended"),
             timeText(container.finished, input, locale));
    rows.add(Tr::tr("Exit code"), exitText(container));
    rows.add(Tr::tr("Error"), container.error);
    if (container.health) {
        rows.add(Tr::tr("Health"), healthText(*container.health, locale));
        rows.add(Tr::tr("Last check"), timeText(container.health->lastAt, input, locale));
        rows.add(Tr::tr("It said"), container.health->lastLine);
    } else {
        rows.add(Tr::tr("Health"), Tr::tr("not checked"));
    }
    rows.add(Tr::tr("Restarts by itself"), restartText(container, locale));
    if (!std::isnan(container.restarts))
        rows.add(Tr::tr("Restarted so far"), locale.toString(container.restarts, 'f', 0));
}

} // namespace

void addConfiguration(const ContainerDetails &container, const DetailInput &input, const QLocale &locale,
                      DetailRows &rows)
{
    //: Where a detail comes from; %1 is the URI of a source
    rows.setSource(Tr::tr("inspection by %1").arg(input.source), input.details->at);
    rows.heading(Tr::tr("Run"));
    addRun(container, input, locale, rows);
    rows.heading(Tr::tr("Configuration"));
    rows.add(Tr::tr("Image"), container.image);
    rows.add(Tr::tr("Image id"), container.imageId);
    rows.add(Tr::tr("Image digest"), container.imageDigest);
    rows.add(Tr::tr("Command"), container.command);
    rows.add(Tr::tr("Working directory"), container.workingDirectory);
    rows.add(Tr::tr("User"), container.user);
    rows.add(Tr::tr("Host name"), container.hostName);
    rows.add(Tr::tr("Pod"), container.pod);
    if (container.isPrivileged)
        rows.add(Tr::tr("Privileged"), Tr::tr("yes: it may do what its host may"));
    if (container.isReadOnly)
        rows.add(Tr::tr("Root file system"), Tr::tr("read-only"));
    rows.add(Tr::tr("CPU limit"), limitText(container.limits.cpus, Unit::None, locale));
    rows.add(Tr::tr("Memory limit"), limitText(container.limits.memory, Unit::Bytes, locale));
    rows.add(Tr::tr("Process limit"), limitText(container.pidsLimit, Unit::None, locale));
    if (!std::isnan(container.labels))
        rows.add(Tr::tr("Labels"), locale.toString(container.labels, 'f', 0));
    rows.heading(Tr::tr("Mounts"));
    for (const ContainerDetails::Mount &mount : container.mounts) {
        const QString access = mount.isWritable ? Tr::tr("read and write") : Tr::tr("read-only");
        //: %1 is what is mounted, %2 the kind of mount ("bind", "volume"), %3 "read-only" or the like
        rows.add(mount.destination, Tr::tr("%1 (%2, %3)").arg(mount.source, mount.kind, access).trimmed());
    }
}

void addNetwork(const ContainerDetails &container, const DetailInput &input, DetailRows &rows)
{
    //: Where a detail comes from; %1 is the URI of a source
    rows.setSource(Tr::tr("inspection by %1").arg(input.source), input.details->at);
    rows.add(Tr::tr("Network mode"), container.networkMode);
    for (const ContainerDetails::Network &network : container.networks) {
        QStringList addresses{network.address, network.address6, network.mac};
        addresses.removeAll({});
        const QString name = network.name.isEmpty() ? Tr::tr("Address") : network.name;
        rows.add(name, addresses.isEmpty() ? Tr::tr("no address") : addresses.join(Tr::tr(", ")));
    }
    for (const ContainerDetails::Port &port : container.ports) {
        //: %1 is a port of the host
        const QString text =
            port.outside.isEmpty() ? Tr::tr("not published") : Tr::tr("published as %1").arg(port.outside);
        //: %1 is a port and protocol: "80/tcp"
        rows.add(Tr::tr("Port %1").arg(port.inside), text);
    }
    if (container.unlisted > 0)
        rows.add(Tr::tr("Others"),
                 Tr::tr("%n more ports, mounts or networks", nullptr, static_cast<int>(container.unlisted)));
}

} // namespace stratadeck::containerrows
