// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inventory/emptychart.h"

#include "models/base/entitytext.h"

#include <QCoreApplication>

namespace stratadeck {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(EmptyChart)
};

// What is wrong now explains a range that reaches to now, and no other.
constexpr std::chrono::minutes kNow{1};

QString problemReason(const EntityInfo &info)
{
    switch (info.problem) {
    case EntityProblem::MonitorNotAnswering:
        return Tr::tr("QEMU does not answer, so nothing new is known of %1.").arg(info.name);
    case EntityProblem::StatsUnavailable:
        return Tr::tr("The engine knows %1 but gives no figures of it.").arg(info.name);
    case EntityProblem::None:
    case EntityProblem::Unhealthy:
        return {};
    }
    return {};
}

QString presentReason(const EntityInfo &info)
{
    if (const QString problem = problemReason(info); !problem.isEmpty())
        return problem;
    if (info.state == EntityState::Gone)
        return Tr::tr("%1 is no longer known to its source. Choose an earlier range to see its history.")
            .arg(info.name);
    if (isActive(info.state))
        return {};
    //: %1 is a name, %2 a state such as Shut off
    return Tr::tr("%1 does not run (%2). Choose an earlier range to see its history.")
        .arg(info.name, stateText(info.state));
}

} // namespace

QString emptyChartText(const EntityInfo *info, TimeRange range, TimePoint now, bool recorded)
{
    if (range.from >= now)
        return Tr::tr("This range lies in the future.");
    if (recorded)
        return Tr::tr("The source gives no such figures in this range.");
    const QString reason = info && range.to + kNow >= now ? presentReason(*info) : QString();
    return reason.isEmpty() ? Tr::tr("Nothing was recorded in this range.") : reason;
}

} // namespace stratadeck
