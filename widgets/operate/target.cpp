// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/operate/target.h"

#include "models/base/format.h"
#include "models/operate/operationrules.h"

#include <QCoreApplication>
#include <QDateTime>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(OperationTarget)
};

// A container's run is named by when it started: "<seconds>/<process>" by Podman, an ISO date by Docker.
std::optional<TimePoint> startOf(const QString &run)
{
    bool isNumber = false;
    const qint64 seconds = run.section(u'/', 0, 0).toLongLong(&isNumber);
    if (isNumber && seconds > 0)
        return fromMillis(seconds * 1000);
    const QDateTime date = QDateTime::fromString(run, Qt::ISODateWithMs);
    if (date.isValid() && date.toMSecsSinceEpoch() > 0)
        return fromMillis(date.toMSecsSinceEpoch());
    return {};
}

} // namespace

std::optional<QString> whyNotOn(Operation operation, const OperationTarget &target, bool readOnly)
{
    std::optional<QString> reason = whyNot(operation, target.info, readOnly);
    return reason ? reason : whyNotThrough(target.uri);
}

EntityKinds kindsOf(const OperationTargets &targets)
{
    EntityKinds kinds;
    for (const OperationTarget &target : targets)
        kinds |= target.info.kind;
    return kinds;
}

std::optional<Milliseconds> uptimeOf(const EntityInfo &info, TimePoint now)
{
    if (info.kind != EntityKind::Container || !isActive(info.state))
        return {};
    const std::optional<TimePoint> start = startOf(info.run);
    return start && *start <= now ? std::optional(now - *start) : std::nullopt;
}

QString uptimeText(const EntityInfo &info, TimePoint now)
{
    if (!isActive(info.state))
        return Tr::tr("Not running");
    const std::optional<Milliseconds> uptime = uptimeOf(info, now);
    return uptime ? formatDuration(*uptime, QLocale()) : Tr::tr("Unknown");
}

} // namespace stratadeck
