// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/operate/target.h"

#include "models/base/format.h"
#include "models/operate/operationrules.h"

#include <QCoreApplication>
#include <cmath>

namespace stratadeck {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(OperationTarget)
};

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

QString uptimeText(const OperationTarget &target)
{
    if (!isActive(target.info.state))
        return Tr::tr("Not running");
    if (std::isnan(target.uptime))
        return Tr::tr("Unknown");
    return formatDuration(Milliseconds(static_cast<qint64>(target.uptime * 1000)), QLocale());
}

} // namespace stratadeck
