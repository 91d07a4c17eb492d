// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/collect/batchbuilder.h"
#include "models/collect/libvirt/guest.h"
#include "models/collect/libvirt/hostsession.h"

#include <QHash>
#include <deque>
#include <utility>

namespace stratadeck {

/// The domains of one host as entities, also those that went a short while ago. Belongs to its collector's
/// thread.
class GuestTable
{
public:
    explicit GuestTable(BatchBuilder &builder);

    /// What exists now; what is missing is gone. Problems come from `quarantine` and `pausedSince`.
    void update(const HostSweep &sweep, Quarantine &quarantine, std::optional<TimePoint> pausedSince);

    /// Events in libvirt's order; also of domains that came and went between two sweeps.
    void addEvents(const std::deque<DomainEvent> &events);

    Guest *find(const QUuid &uuid);

    /// When its process began, as this machine's kernel says. More exact than an event, and also known of
    /// guests that ran before anybody watched.
    void setStart(Guest &guest, TimePoint started);

    /// True once after a guest came to rest: it may have been saved.
    bool takeCameToRest() { return std::exchange(m_cameToRest, false); }

    /// Every guest that is active now.
    std::vector<Guest *> active();

    /// The host as an entity, when it is not this machine.
    std::optional<EntityRef> host() const { return m_host; }
    double hostCores() const { return m_hostCores; }
    bool isRemote() const { return m_isRemote; }

private:
    Guest &guestFor(const QUuid &uuid, const QString &name);
    void apply(Guest &guest, const DomainFigures &figures);
    void publish(Guest &guest);
    void forgetEnded();
    void setProblem(Guest &guest, const Quarantine &quarantine, std::optional<TimePoint> pausedSince);
    void markGone(Guest &guest, TimePoint at);
    void moveTo(const HostFacts &host, TimePoint at);

    BatchBuilder &m_builder;
    QString m_hostName;
    std::optional<EntityRef> m_host;
    double m_hostCores = kUnknown;
    bool m_isRemote = false;
    bool m_cameToRest = false;
    QHash<QUuid, std::shared_ptr<Guest>> m_guests;
};

} // namespace stratadeck
