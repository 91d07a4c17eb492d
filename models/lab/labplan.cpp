// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/lab/labplan.h"

#include "models/base/format.h"
#include "models/base/plaintext.h"
#include "models/operate/operationrules.h"

#include <QCoreApplication>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(LabPlan)
};

constexpr qsizetype kLongestName = 60;

// What a target must be for its start to say anything, beside not running.
std::optional<QString> whyNotTarget(const LabTarget &target, bool isReadOnly)
{
    const QString name = plainText(target.entity.name, kLongestName);
    std::optional<QString> reason = whyNotThrough(target.uri);
    if (!reason)
        reason = target.entity.state == EntityState::Running
                     ? whyNot(Operation::Stop, target.entity, isReadOnly)
                     : whyNot(Operation::Start, target.entity, isReadOnly);
    if (reason)
        //: %1 is a name, %2 a whole sentence
        return Tr::tr("“%1”: %2").arg(name, *reason);
    if (startRestores(target.entity))
        return Tr::tr("“%1” would go on from its saved memory instead of starting.").arg(name);
    return {};
}

} // namespace

std::optional<QString> interruptionOf(const LabTarget &target, TimePoint now)
{
    if (!isActive(target.entity.state))
        return {};
    const QString name = plainText(target.entity.name, kLongestName);
    const std::optional<TimePoint> start = runBegan(target.entity);
    if (!start || *start > now)
        return target.mayBeStopped
                   ? Tr::tr("“%1” is running, nobody told since when. It is stopped and started again.")
                         .arg(name)
                   : Tr::tr("“%1” is running, nobody told since when, and may not be stopped.").arg(name);
    const QString length = formatDuration(now - *start, QLocale());
    return target.mayBeStopped
               //: %1 is a name, %2 a length of time
               ? Tr::tr("“%1” has been running for %2. It is stopped and started again.").arg(name, length)
               //: %1 is a name, %2 a length of time
               : Tr::tr("“%1” has been running for %2 and may not be stopped.").arg(name, length);
}

std::optional<QString> refusalOf(const LabPlan &plan, bool isReadOnly, TimePoint now)
{
    if (isReadOnly)
        return Tr::tr("Stratadeck is in read-only mode; it starts nothing.");
    if (plan.targets.empty())
        return Tr::tr("Choose a virtual machine or a container first.");
    if (plan.runs < 1 || plan.runs > LabPlan::kMostRuns)
        return Tr::tr("A target is started 1 to %1 times.").arg(LabPlan::kMostRuns);
    if (plan.deadline < LabPlan::kShortestDeadline || plan.deadline > LabPlan::kLongestDeadline)
        return Tr::tr("A start may take one second to one hour.");
    if (plan.window < Milliseconds(0) || plan.window > LabPlan::kLongestWindow)
        return Tr::tr("Overhead is watched for one hour at most.");
    for (const LabTarget &target : plan.targets) {
        if (std::optional<QString> reason = whyNotTarget(target, isReadOnly))
            return reason;
        if (isActive(target.entity.state) && !target.mayBeStopped)
            return interruptionOf(target, now);
    }
    return {};
}

} // namespace stratadeck
