// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/assess/measurements.h"

#include <cmath>

namespace stratadeck {

namespace {

struct Wanted {
    EntityKind kind;
    MetricId metric;
    MeasuredFigure Measurements::*figure;
};

constexpr std::array kWanted{
    Wanted{EntityKind::Host, MetricId::CpuStealPercent, &Measurements::steal},
    Wanted{EntityKind::VirtualMachine, MetricId::VcpuDelayPercent, &Measurements::vcpuDelay},
    Wanted{EntityKind::Container, MetricId::CpuThrottledPercent, &Measurements::throttling},
    Wanted{EntityKind::VirtualMachine, MetricId::MemResident, &Measurements::vmResident},
    Wanted{EntityKind::VirtualMachine, MetricId::MemUsed, &Measurements::vmUsed},
    Wanted{EntityKind::Container, MetricId::MemUsed, &Measurements::containerUsed},
    Wanted{EntityKind::Container, MetricId::MemCache, &Measurements::containerCache},
    Wanted{EntityKind::VirtualMachine, MetricId::DiskReadLatency, &Measurements::vmReadLatency},
    Wanted{EntityKind::VirtualMachine, MetricId::DiskWriteLatency, &Measurements::vmWriteLatency},
    Wanted{EntityKind::Host, MetricId::DiskReadLatency, &Measurements::hostReadLatency},
    Wanted{EntityKind::Host, MetricId::DiskWriteLatency, &Measurements::hostWriteLatency},
};

void add(MeasuredFigure &figure, const SeriesStatistics &series)
{
    if (series.count <= 0 || !std::isfinite(series.mean))
        return;
    const auto before = static_cast<double>(figure.samples);
    const auto more = static_cast<double>(series.count);
    figure.mean = (figure.mean * before + series.mean * more) / (before + more);
    figure.p95 = figure.samples > 0 ? std::max(figure.p95, series.p95) : series.p95;
    figure.samples += series.count;
    ++figure.series;
}

} // namespace

Result<Measurements> measurementsOf(const HistoryReader &reader, TimeRange range, const QString &host,
                                    const std::stop_token &stop)
{
    const auto entities = reader.entities();
    if (!entities)
        return tl::unexpected(entities.error());
    Measurements found;
    found.range = range;
    std::vector<SeriesId> series;
    std::vector<const Wanted *> meanings; // of each series
    for (const EntityRecord &entity : *entities) {
        const EntityKind kind = entity.info.kind;
        const QString where = kind == EntityKind::Host ? entity.info.name : entity.info.host;
        if (!found.hosts.contains(where))
            found.hosts.append(where);
        if ((!host.isEmpty() && where != host) || entity.lastSeen < range.from || entity.firstSeen >= range.to)
            continue;
        found.vms += kind == EntityKind::VirtualMachine ? 1 : 0;
        found.containers += kind == EntityKind::Container ? 1 : 0;
        const auto its = reader.seriesOf(entity.id);
        if (!its)
            return tl::unexpected(its.error());
        for (const SeriesRecord &each : *its) {
            for (const Wanted &wanted : kWanted) {
                if (wanted.kind != kind || wanted.metric != each.metric)
                    continue;
                series.push_back(each.id);
                meanings.push_back(&wanted);
            }
        }
    }
    for (const Wanted &wanted : kWanted)
        (found.*wanted.figure).unit = metric(wanted.metric).unit;
    const auto statistics = reader.summarise(series, range, stop);
    if (!statistics)
        return tl::unexpected(statistics.error());
    for (std::size_t i = 0; i < statistics->size(); ++i)
        add(found.*meanings[i]->figure, (*statistics)[i]);
    return found;
}

} // namespace stratadeck
