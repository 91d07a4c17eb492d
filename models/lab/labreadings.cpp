// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/lab/labreadings.h"

#include <algorithm>
#include <cmath>

namespace stratadeck {

namespace {

struct Wanted {
    MetricId metric;
    double LabReadings::*figure;
    bool isOfGuest;
};

constexpr std::array kWanted{
    Wanted{MetricId::CpuAllocPercent, &LabReadings::hostCpu, false},
    Wanted{MetricId::VcpuPercent, &LabReadings::guestCpu, true},
    Wanted{MetricId::MemResident, &LabReadings::hostMemory, false},
    Wanted{MetricId::MemUsed, &LabReadings::guestMemory, true},
};

/// The mean over all series of a metric, such as one a vCPU; unknown when one of them has no sample.
double meanOf(MetricId metric, const std::vector<SeriesRecord> &series,
              const std::vector<SeriesStatistics> &statistics)
{
    double sum = 0;
    double count = 0;
    for (std::size_t i = 0; i < statistics.size(); ++i) {
        if (series[i].metric != metric)
            continue;
        sum += statistics[i].count > 0 ? statistics[i].mean : kUnknown;
        ++count;
    }
    return count > 0 ? sum / count : kUnknown;
}

} // namespace

Result<LabReadings> readLabReadings(const HistoryReader &reader, const QString &key, TimeRange window,
                                    const std::stop_token &stop)
{
    const auto entities = reader.entities();
    if (!entities)
        return tl::unexpected(entities.error());
    const auto entity =
        std::ranges::find(*entities, key, [](const EntityRecord &each) { return each.info.key; });
    if (entity == entities->end())
        return LabReadings(); // nobody records it
    const auto all = reader.seriesOf(entity->id);
    if (!all)
        return tl::unexpected(all.error());
    std::vector<SeriesRecord> series;
    std::vector<SeriesId> ids;
    for (const SeriesRecord &each : *all) {
        if (std::ranges::any_of(kWanted, [&](const Wanted &wanted) { return wanted.metric == each.metric; })) {
            series.push_back(each);
            ids.push_back(each.id);
        }
    }
    const auto statistics = reader.summarise(ids, window, stop);
    if (!statistics)
        return tl::unexpected(statistics.error());
    LabReadings readings;
    for (const Wanted &wanted : kWanted) {
        if (!wanted.isOfGuest || entity->info.kind == EntityKind::VirtualMachine)
            readings.*wanted.figure = meanOf(wanted.metric, series, *statistics);
    }
    return readings;
}

} // namespace stratadeck
