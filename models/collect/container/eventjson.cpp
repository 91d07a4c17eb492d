// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/container/enginejson.h"
#include "models/collect/container/jsonfields.h"

#include <QHash>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

/// Engines disagree about words (Podman "died", Docker "die"); what is not here nobody wants to read about.
QString typeOf(const QString &action)
{
    static const QHash<QString, QString> types{
        {u"create"_s, u"created"_s},
        {u"start"_s, u"started"_s},
        {u"restart"_s, u"restarted"_s},
        {u"die"_s, u"died"_s},
        {u"died"_s, u"died"_s},
        {u"kill"_s, u"killed"_s},
        {u"stop"_s, u"stopped"_s},
        {u"pause"_s, u"paused"_s},
        {u"unpause"_s, u"unpaused"_s},
        {u"oom"_s, u"oom"_s},
        {u"health_status"_s, u"health_status"_s},
        {u"rename"_s, u"renamed"_s},
        {u"update"_s, u"updated"_s},
        {u"remove"_s, u"removed"_s},
        {u"destroy"_s, u"removed"_s},
    };
    return types.value(action);
}

QString textOf(const QString &type, const QJsonObject &object, const QJsonObject &attributes,
               const QString &detail)
{
    if (type == "died"_L1) {
        QString code = plainText(attributes, "exitCode"_L1, 16);
        if (code.isEmpty())
            code = plainText(attributes, "containerExitCode"_L1, 16);
        return code.isEmpty() ? QString() : u"exit code %1"_s.arg(code);
    }
    if (type == "killed"_L1) {
        const QString signal = plainText(attributes, "signal"_L1, 16);
        return signal.isEmpty() ? QString() : u"signal %1"_s.arg(signal);
    }
    if (type == "health_status"_L1)
        return detail.isEmpty() ? plainText(object, "HealthStatus"_L1, 64) : detail;
    return detail;
}

} // namespace

std::optional<ContainerEvent> parseEvent(const QByteArray &line)
{
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    if (object["Type"_L1].toString() != "container"_L1)
        return std::nullopt;
    // Docker adds details after a colon: "health_status: unhealthy", "exec_start: /bin/sh".
    const QString action = object["Action"_L1].toString();
    const QJsonObject actor = object["Actor"_L1].toObject();
    const QJsonObject attributes = actor["Attributes"_L1].toObject();
    ContainerEvent event;
    event.id = containerId(actor, "ID"_L1);
    event.type = typeOf(action.section(u':', 0, 0));
    if (event.id.isEmpty() || event.type.isEmpty())
        return std::nullopt;
    event.name = plainText(attributes, "name"_L1);
    event.image = plainText(attributes, "image"_L1);
    const QString detail = plainText(action.section(u':', 1).trimmed(), 200);
    event.text = textOf(event.type, object, attributes, detail);
    const qint64 nanoseconds = object["timeNano"_L1].toInteger();
    const qint64 seconds = object["time"_L1].toInteger();
    if (nanoseconds <= 0 && seconds <= 0)
        return std::nullopt;
    event.at = fromMillis(nanoseconds > 0 ? nanoseconds / 1'000'000 : seconds * 1000);
    event.identity =
        QByteArray::number(nanoseconds) + ' ' + event.id.toLatin1() + ' ' + action.left(80).toUtf8();
    return event;
}

} // namespace stratadeck
