// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inventory/entitydetails.h"

#include "models/base/entitytext.h"
#include "models/base/format.h"
#include "models/base/plaintext.h"
#include "models/history/historyreader.h"
#include "widgets/inventory/containerrows.h"
#include "widgets/inventory/figurerows.h"
#include "widgets/inventory/guestrows.h"
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

constexpr std::chrono::hours kOldest{1};

// Enough to find the latest that began a state among health checks and the like.
constexpr int kMostEvents = 200;

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

// A definition that is changed while the VM runs leaves its state alone.
bool mayBeginState(const EventRecord &event)
{
    const bool isDefinition = event.type == "undefined"_L1 || event.text == "updated"_L1;
    return changesState(event.type) && !isDefinition;
}

QString sinceText(const DetailInput &input, const QLocale &locale)
{
    const std::optional<StateSince> since = stateSince(input);
    if (!since)
        return Tr::tr("not recorded");
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(toMillis(since->at));
    const QString lasted = formatDuration(std::max(input.now - since->at, Milliseconds(0)), locale);
    //: %1 is a length of time, %2 a time, %3 is what happened then
    return Tr::tr("%1, since %2 (%3)").arg(lasted, locale.toString(at, QLocale::ShortFormat), since->text);
}

// "vm:host/uuid": what stands after the host names it to its engine.
QString engineId(const EntityInfo &info)
{
    const qsizetype slash = info.key.lastIndexOf(u'/');
    return slash < 0 ? QString() : info.key.mid(slash + 1);
}

// Of VMs; what a container's engine says of its start stands among its details.
QString upText(const DetailInput &input, const QLocale &locale)
{
    const EntityInfo &info = input.info;
    if (info.kind != EntityKind::VirtualMachine || !isActive(info.state))
        return {};
    if (info.started == TimePoint())
        return Tr::tr("not known: nobody watched it start");
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(toMillis(info.started));
    //: %1 is a length of time, %2 a time
    return Tr::tr("%1, since %2")
        .arg(formatDuration(input.now - info.started, locale), locale.toString(at, QLocale::ShortFormat));
}

QString problemWords(const DetailInput &input, const QLocale &locale)
{
    const EntityInfo &info = input.info;
    if (info.problem == EntityProblem::None)
        return {};
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(toMillis(info.problemSince));
    //: %1 is what is wrong, %2 a time
    return Tr::tr("%1, since %2").arg(problemText(info.problem), locale.toString(at, QLocale::ShortFormat));
}

void addIdentity(const DetailInput &input, const QLocale &locale, DetailRows &rows)
{
    const EntityInfo &info = input.info;
    const bool isVm = info.kind == EntityKind::VirtualMachine;
    rows.heading(Tr::tr("General"));
    rows.add(Tr::tr("Name"), plainText(info.name));
    rows.add(Tr::tr("Kind"), kindText(info.kind));
    rows.setSource(input.source, figurerows::lastSeen(input.facts));
    // The words of the list tell the problem instead of the state.
    rows.add(Tr::tr("State"), info.problem == EntityProblem::None ? input.stateWords : stateText(info.state));
    rows.add(Tr::tr("State since"), sinceText(input, locale));
    rows.add(Tr::tr("Problem"), problemWords(input, locale));
    rows.add(isVm ? Tr::tr("Reason of the state") : Tr::tr("Image"), plainText(detailText(info), 1000));
    rows.add(Tr::tr("Up for"), upText(input, locale));
    rows.setSource({}, {});
    rows.add(isVm ? Tr::tr("UUID") : Tr::tr("Id"), plainText(engineId(info)));
    rows.add(Tr::tr("Host"), plainText(info.host));
    rows.add(Tr::tr("Source"), input.source);
    //: Identifies one start of a VM or container
    rows.add(Tr::tr("Run"), plainText(info.run));
    rows.add(Tr::tr("Key in the history"), plainText(info.key, 1000));
    rows.add(Tr::tr("Configuration"), input.trouble);
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
    std::erase_if(*records, [](const SeriesRecord &record) { return !figurerows::isWanted(record.metric); });
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
    const auto change = std::find_if(events->rbegin(), events->rend(), mayBeginState);
    if (change != events->rend())
        facts.stateChange = *change;
    return facts;
}

std::vector<DetailRow> detailRows(const DetailInput &input, const QLocale &locale)
{
    DetailRows rows;
    addIdentity(input, locale, rows);
    const auto *guest = input.details ? std::get_if<GuestDetails>(&input.details->what) : nullptr;
    const auto *container = input.details ? std::get_if<ContainerDetails>(&input.details->what) : nullptr;
    if (guest)
        guestrows::addConfiguration(*guest, input, locale, rows);
    if (container)
        containerrows::addConfiguration(*container, input, locale, rows);
    rows.heading(Tr::tr("CPU and memory"));
    figurerows::addWhole(input, locale, rows);
    rows.heading(Tr::tr("Disks"));
    if (guest)
        guestrows::addDisks(*guest, input, locale, rows);
    figurerows::addDisks(input, locale, rows);
    rows.heading(Tr::tr("Network"));
    if (guest)
        guestrows::addNetwork(*guest, input, rows);
    if (container)
        containerrows::addNetwork(*container, input, rows);
    figurerows::addNetwork(input, locale, rows);
    if (guest)
        guestrows::addSnapshots(*guest, input, locale, rows);
    return rows.take();
}

} // namespace stratadeck
