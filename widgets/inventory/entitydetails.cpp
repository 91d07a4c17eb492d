// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inventory/entitydetails.h"

#include "models/base/entitytext.h"
#include "models/base/format.h"
#include "models/history/historyreader.h"
#include "widgets/inventory/markers.h"

#include <QCoreApplication>
#include <QDateTime>
#include <algorithm>
#include <array>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(EntityDetails)
};

using M = MetricId;

constexpr std::chrono::hours kOldest{1};

// Enough to find the latest that began a state among health checks and the like.
constexpr int kMostEvents = 200;

constexpr std::array kWhole{M::CpuAllocated,    M::CpuCores,    M::MemAllocated, M::MemMaximum,
                            M::MemUsed,         M::MemCache,    M::MemResident,  M::BalloonAge,
                            M::CpuAllocPercent, M::PidsCurrent, M::RestartCount, M::MemOomKills};
constexpr std::array kDisk{M::DiskCapacity, M::DiskAllocation, M::DiskPhysical, M::FsSize, M::FsUsed};
// Named by the traffic they have: nothing else is recorded of an interface.
constexpr std::array kNetwork{M::NetRxBytes, M::NetTxBytes};
constexpr std::array kBusyDisk{M::DiskReadBytes, M::DiskWriteBytes};

bool isWanted(MetricId id)
{
    const auto in = [id](const auto &list) { return std::ranges::find(list, id) != list.end(); };
    return in(kWhole) || in(kDisk) || in(kNetwork) || in(kBusyDisk);
}

// The newest known figure, or that the newest thing known is a gap.
std::optional<EntityFacts::Figure> latest(const SeriesRecord &record, const Series &series)
{
    if (series.buckets.empty())
        return std::nullopt;
    const Bucket &last = series.buckets.back();
    if (last.isGap())
        return EntityFacts::Figure{record, std::numeric_limits<double>::quiet_NaN(), last.at};
    return EntityFacts::Figure{record, last.final, last.last};
}

void addFigures(std::span<const MetricId> metrics, const QString &source, const EntityFacts &facts,
                const QLocale &locale, std::vector<DetailRow> &rows)
{
    for (const MetricId id : metrics) {
        for (const EntityFacts::Figure &figure : facts.figures) {
            if (figure.record.metric != id)
                continue;
            const QString &instance = figure.record.instance;
            QString name = metricTitle(id);
            if (!instance.isEmpty())
                //: %1 is a disk or network interface, %2 a metric
                name = Tr::tr("%1: %2").arg(instance, name);
            rows.push_back({name, formatValue(figure.value, metric(id).unit, locale), source, figure.at});
        }
    }
}

QString sinceText(const EntityFacts &facts, const QLocale &locale)
{
    if (!facts.stateChange)
        return Tr::tr("not recorded");
    const EventRecord &change = *facts.stateChange;
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(toMillis(change.at));
    //: %1 is a time, %2 is what happened then
    return Tr::tr("%1 (%2)").arg(locale.toString(at, QLocale::ShortFormat), markerOf(change, {}).text);
}

// "vm:host/uuid": what stands after the host names it to its engine.
QString engineId(const EntityInfo &info)
{
    const qsizetype slash = info.key.lastIndexOf(u'/');
    return slash < 0 ? QString() : info.key.mid(slash + 1);
}

} // namespace

Result<EntityFacts> readFacts(const HistoryReader &reader, EntityId entity, TimePoint now,
                              const std::stop_token &stop)
{
    EntityFacts facts;
    facts.entity = entity;
    Result<std::vector<SeriesRecord>> records = reader.seriesOf(entity);
    if (!records)
        return tl::unexpected(records.error());
    std::erase_if(*records, [](const SeriesRecord &record) { return !isWanted(record.metric); });
    std::vector<SeriesId> ids;
    std::ranges::transform(*records, std::back_inserter(ids), &SeriesRecord::id);
    const Result<std::vector<Series>> series = reader.read(ids, {now - kOldest, now}, 1, stop);
    if (!series)
        return tl::unexpected(series.error());
    for (std::size_t i = 0; i < records->size(); ++i) {
        if (const auto figure = latest((*records)[i], (*series)[i]))
            facts.figures.push_back(*figure);
    }
    const Result<std::vector<EventRecord>> events =
        reader.events(std::array{entity}, {TimePoint{}, now + Milliseconds(1)}, kMostEvents);
    if (!events)
        return tl::unexpected(events.error());
    const auto change = std::find_if(events->rbegin(), events->rend(),
                                     [](const EventRecord &event) { return changesState(event.type); });
    if (change != events->rend())
        facts.stateChange = *change;
    return facts;
}

std::vector<DetailRow> detailRows(const EntityInfo &info, const QString &stateWords, const QString &source,
                                  const EntityFacts &facts, const QLocale &locale)
{
    std::vector<DetailRow> rows;
    const auto add = [&rows](const QString &name, const QString &value) {
        if (!value.isEmpty())
            rows.push_back({name, value, {}, {}});
    };
    add(Tr::tr("Name"), info.name);
    add(Tr::tr("Kind"), kindText(info.kind));
    add(Tr::tr("State"), stateWords);
    add(Tr::tr("State since"), sinceText(facts, locale));
    add(Tr::tr("Detail"), info.detail);
    add(info.kind == EntityKind::VirtualMachine ? Tr::tr("UUID") : Tr::tr("Id"), engineId(info));
    add(Tr::tr("Host"), info.host);
    add(Tr::tr("Source"), source);
    //: Identifies one start of a VM or container
    add(Tr::tr("Run"), info.run);
    add(Tr::tr("Key in the history"), info.key);
    addFigures(kWhole, source, facts, locale, rows);
    addFigures(kDisk, source, facts, locale, rows);
    addFigures(kBusyDisk, source, facts, locale, rows);
    addFigures(kNetwork, source, facts, locale, rows);
    return rows;
}

} // namespace stratadeck
