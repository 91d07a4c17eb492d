// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/history/deskstore.h"
#include "tests/support/historyfixture.h"

namespace stratadeck::test {

// What the stored files of old layout versions hold. Never change it: they were made with it.

inline constexpr int kGoldenSweeps = 300;
inline constexpr int kGoldenSegmentAt = 200; ///< the clock is set back one minute before this sweep

inline TimePoint goldenTime(int sweep)
{
    return second(sweep - (sweep >= kGoldenSegmentAt ? 60 : 0)) + Milliseconds(sweep % 4);
}

inline double goldenValue(int sweep, std::size_t series)
{
    if (sweep % 50 == 49)
        return kUnknown;
    const int level = sweep / 20;
    const std::array choices{1e9 + 1500.0 * sweep, sweep / 7.0, 4096.0 * level};
    return choices[series];
}

inline std::vector<SeriesId> makeGoldenNames(HistoryWriter &writer)
{
    EntityInfo info = vmInfo(1);
    info.run = QStringLiteral("3");
    info.state = EntityState::Paused;
    info.problem = EntityProblem::MonitorNotAnswering;
    info.problemSince = second(5);
    info.detail = QStringLiteral("grüße");
    const EntityId vm = require(writer.entity(info, second(0)));
    EntityInfo gone = vmInfo(2);
    gone.kind = EntityKind::Container;
    gone.state = EntityState::Gone;
    require(writer.entity(gone, second(0)));
    require(writer.event({vm, second(1), QStringLiteral("started"), QStringLiteral("by hand")}));
    return {require(writer.series(vm, MetricId::NetRxBytes, QStringLiteral("eth0"))),
            require(writer.series(vm, MetricId::CpuHostPercent, {})),
            require(writer.series(vm, MetricId::MemUsed, {}))};
}

/// Since version 4: it fires and is silenced.
inline std::map<QString, QString> goldenAlert()
{
    return {{QStringLiteral("alertname"), QStringLiteral("HostDown")},
            {QStringLiteral("host"), QStringLiteral("h1")}};
}

/// Since version 2; the entities must be in the file.
inline void makeGoldenDesk(const DeskStore &desk)
{
    require(desk.setTags(static_cast<EntityId>(1), {QStringLiteral("prod"), QStringLiteral("数据库")}));
    TaskRecord task;
    task.entity = static_cast<EntityId>(2);
    task.name = QStringLiteral("guest2");
    task.begun = second(10);
    task.who = QStringLiteral("root@desk");
    task.operation = QStringLiteral("stop");
    require(desk.endTask(require(desk.beginTask(task)), second(12), TaskOutcome::Failed,
                         QStringLiteral("it is gone")));
    require(desk.beginTask(task));
}

inline std::vector<SeriesValue> goldenValues(int sweep, const std::vector<SeriesId> &series)
{
    std::vector<SeriesValue> values;
    for (std::size_t i = 0; i < series.size(); ++i)
        values.push_back({series[i], goldenValue(sweep, i)});
    return values;
}

} // namespace stratadeck::test
