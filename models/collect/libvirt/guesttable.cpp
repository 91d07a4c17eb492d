// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/libvirt/guesttable.h"

#include "models/collect/libvirt/domainwords.h"

#include <QSet>

namespace stratadeck {

using namespace Qt::StringLiterals;

GuestTable::GuestTable(BatchBuilder &builder)
    : m_builder(builder)
{
}

Guest *GuestTable::find(const QUuid &uuid)
{
    return m_guests.value(uuid).get();
}

std::vector<Guest *> GuestTable::active()
{
    std::vector<Guest *> guests;
    for (const auto &guest : std::as_const(m_guests)) {
        if (guest->isActive())
            guests.push_back(guest.get());
    }
    return guests;
}

// An entity that was gone for long has ended; when it returns it and its series have other numbers.
void GuestTable::publish(Guest &guest)
{
    const bool isKnown = m_builder.has(guest.ref);
    const EntityRef ref = m_builder.entity(guest.info);
    if (!isKnown || ref != guest.ref)
        guest.series.clear();
    guest.ref = ref;
}

void GuestTable::forgetEnded()
{
    m_guests.removeIf([this](const std::pair<const QUuid &, std::shared_ptr<Guest> &> &entry) {
        const Guest &guest = *entry.second;
        return guest.info.state == EntityState::Gone && !m_builder.has(guest.ref);
    });
}

Guest &GuestTable::guestFor(const QUuid &uuid, const QString &name)
{
    std::shared_ptr<Guest> &guest = m_guests[uuid];
    if (guest)
        return *guest;
    guest = std::make_shared<Guest>();
    guest->uuid = uuid;
    guest->info.key = u"vm:%1/%2"_s.arg(m_hostName, uuid.toString(QUuid::WithoutBraces));
    guest->info.kind = EntityKind::VirtualMachine;
    guest->info.name = name;
    guest->info.host = m_hostName;
    guest->info.state = EntityState::Gone;
    return *guest;
}

// Another name is another host, for instance behind an address that moved: nothing carries over.
void GuestTable::moveTo(const HostFacts &host, TimePoint at)
{
    m_hostCores = host.cores;
    m_isRemote = host.isRemote;
    if (m_hostName != host.name) {
        for (const auto &guest : std::as_const(m_guests))
            markGone(*guest, at);
        m_guests.clear();
        m_hostName = host.name;
    }
    m_host.reset();
    if (!host.isRemote)
        return;
    EntityInfo info;
    info.key = u"host:"_s + host.name;
    info.kind = EntityKind::Host;
    info.name = host.name;
    info.host = host.name;
    info.state = EntityState::Running;
    m_host = m_builder.entity(info);
}

void GuestTable::update(const HostSweep &sweep, Quarantine &quarantine, std::optional<TimePoint> pausedSince)
{
    moveTo(sweep.host, sweep.stamp.at);
    forgetEnded();
    QSet<QUuid> seen;
    seen.reserve(static_cast<qsizetype>(sweep.domains.size()));
    for (const DomainFigures &figures : sweep.domains) {
        if (figures.uuid.isNull())
            continue;
        seen.insert(figures.uuid);
        Guest &guest = guestFor(figures.uuid, figures.name);
        if (figures.id != guest.id)
            quarantine.forget(figures.uuid);
        apply(guest, figures);
        if (sweep.saved)
            guest.info.hasSavedState = sweep.saved->contains(figures.uuid);
        guest.info.hasSavedState = guest.info.hasSavedState && !guest.isActive();
        setProblem(guest, quarantine, pausedSince);
        publish(guest);
    }
    for (const auto &guest : std::as_const(m_guests)) {
        if (seen.contains(guest->uuid) || guest->info.state == EntityState::Gone)
            continue;
        quarantine.forget(guest->uuid);
        markGone(*guest, sweep.stamp.at);
    }
    for (const auto &[uuid, xml] : sweep.xml) {
        Guest *guest = find(uuid);
        if (!guest)
            continue;
        guest->xml = xml;
        guest->wantsXml = false;
    }
}

void GuestTable::apply(Guest &guest, const DomainFigures &figures)
{
    guest.info.name = figures.name;
    guest.info.state = toEntityState(figures.state);
    guest.info.detail = stateReason(figures.state, figures.reason);
    if (figures.id == guest.id)
        return;
    guest.id = figures.id;
    guest.info.started = guest.toldRun == guest.id ? guest.toldStart : TimePoint();
    if (!guest.isActive()) {
        m_cameToRest = true;
        return;
    }
    // A new start: devices may differ, counters begin anew.
    guest.startTried = false;
    guest.restarts = 0;
    guest.info.run = QString::number(guest.id);
    guest.wantsXml = true;
    guest.statsPeriodTried = false;
    guest.cpuTime = kUnknown;
    guest.balloonAge = {};
}

void GuestTable::setProblem(Guest &guest, const Quarantine &quarantine, std::optional<TimePoint> pausedSince)
{
    guest.info.problem = EntityProblem::None;
    guest.info.problemSince = {};
    if (!guest.isActive())
        return;
    std::optional<TimePoint> since = quarantine.notAnsweringSince(guest.uuid);
    if (since) {
        guest.info.problem = EntityProblem::MonitorNotAnswering;
        guest.info.problemSince = *since;
        return;
    }
    since = quarantine.benchedSince(guest.uuid);
    if (!since)
        since = pausedSince;
    if (since) {
        guest.info.problem = EntityProblem::StatsUnavailable;
        guest.info.problemSince = *since;
    }
}

void GuestTable::markGone(Guest &guest, TimePoint at)
{
    guest.id = -1;
    guest.info.state = EntityState::Gone;
    guest.info.problem = EntityProblem::None;
    guest.info.problemSince = {};
    guest.info.detail.clear();
    guest.info.started = {};
    guest.info.hasSavedState = false;
    publish(guest);
    m_builder.event(guest.ref, at, u"gone"_s, {});
}

void GuestTable::setStart(Guest &guest, TimePoint started)
{
    guest.info.started = started;
    publish(guest);
}

void GuestTable::addEvents(const std::deque<DomainEvent> &events)
{
    for (std::size_t i = 0; i < events.size(); ++i) {
        const DomainEvent &event = events[i];
        // A balloon that inflates tells every step; where it got to is enough.
        const bool goesOn = event.type == "balloon-changed"_L1 && i + 1 < events.size()
                            && events[i + 1].type == event.type && events[i + 1].uuid == event.uuid;
        if (goesOn || event.uuid.isNull())
            continue;
        Guest &guest = guestFor(event.uuid, event.name);
        if (event.startedRun >= 0) {
            guest.toldRun = event.startedRun;
            guest.toldStart = event.at;
        }
        if (guest.isActive() && guest.toldRun == guest.id && guest.info.started == TimePoint())
            guest.info.started = guest.toldStart;
        publish(guest);
        if (event.changesDevices)
            guest.wantsXml = true;
        m_builder.event(guest.ref, event.at, event.type, event.text);
    }
}

} // namespace stratadeck
