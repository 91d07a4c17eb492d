// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inventory/figurerows.h"

#include "models/base/format.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>
#include <span>

namespace stratadeck::figurerows {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(EntityDetails)
};

using M = MetricId;

constexpr std::array kWhole{M::CpuAllocated,    M::CpuCores,    M::MemAllocated, M::MemMaximum,
                            M::MemUsed,         M::MemCache,    M::MemResident,  M::BalloonAge,
                            M::CpuAllocPercent, M::PidsCurrent, M::RestartCount, M::MemOomKills};
constexpr std::array kDisk{M::DiskCapacity, M::DiskAllocation, M::DiskPhysical,  M::FsSize,
                           M::FsUsed,       M::DiskReadBytes,  M::DiskWriteBytes};
// Named by the traffic they have: nothing else is recorded of an interface.
constexpr std::array kNetwork{M::NetRxBytes, M::NetTxBytes};

QString text(double value, Unit unit, const QLocale &locale)
{
    // Ages may be long; longer than a century is nonsense that is better seen as it is.
    constexpr double kCentury = 3.2e9;
    if (unit == Unit::Seconds && value >= 0 && value < kCentury)
        return formatDuration(Milliseconds(static_cast<qint64>(value * 1000)), locale);
    return formatValue(value, unit, locale);
}

void add(std::span<const MetricId> metrics, const DetailInput &input, const QLocale &locale, DetailRows &rows)
{
    if (!input.facts)
        return;
    //: Where figures come from; %1 is the URI of a source
    const QString from = Tr::tr("recorded figures of %1").arg(input.source);
    const QString source = input.source.isEmpty() ? Tr::tr("recorded figures") : from;
    for (const MetricId id : metrics) {
        for (const EntityFacts::Figure &figure : input.facts->figures) {
            if (figure.record.metric != id)
                continue;
            const QString &instance = figure.record.instance;
            QString name = metricTitle(id);
            if (!instance.isEmpty())
                //: %1 is a disk or network interface, %2 a metric
                name = Tr::tr("%1: %2").arg(instance, name);
            rows.setSource(source, figure.at);
            rows.add(name, text(figure.value, metric(id).unit, locale));
        }
    }
}

} // namespace

bool isWanted(MetricId metric)
{
    const auto in = [metric](const auto &list) { return std::ranges::find(list, metric) != list.end(); };
    return metric == M::Running || in(kWhole) || in(kDisk) || in(kNetwork);
}

std::optional<TimePoint> lastSeen(const EntityFacts *facts)
{
    if (!facts)
        return {};
    const auto running = std::ranges::find(
        facts->figures, M::Running, [](const EntityFacts::Figure &figure) { return figure.record.metric; });
    return running == facts->figures.end() ? std::nullopt : std::optional(running->at);
}

void addWhole(const DetailInput &input, const QLocale &locale, DetailRows &rows)
{
    add(kWhole, input, locale, rows);
}

void addDisks(const DetailInput &input, const QLocale &locale, DetailRows &rows)
{
    add(kDisk, input, locale, rows);
}

void addNetwork(const DetailInput &input, const QLocale &locale, DetailRows &rows)
{
    add(kNetwork, input, locale, rows);
}

} // namespace stratadeck::figurerows
