// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/collect/libvirt/domainevents.h"
#include "models/collect/libvirt/domainfigures.h"
#include "models/collect/libvirt/domainxml.h"
#include "models/collect/libvirt/hostfacts.h"
#include "models/collect/libvirt/libvirthandles.h"
#include "models/collect/libvirt/quarantine.h"

#include <QHash>
#include <QSet>
#include <optional>

namespace stratadeck {

class LibvirtConnection;

struct HostRequest {
    std::vector<QUuid> control; ///< whose monitor to look at
    std::vector<QUuid> xml;     ///< whose XML to read, in this order
    bool fullList = false;      ///< compare with virConnectListAllDomains
    bool saved = false;         ///< also tell who has a saved memory image
};

struct HostSweep {
    Stamp stamp;
    bool isNewConnection = false;
    HostFacts host;
    std::vector<DomainFigures> domains; ///< state and NICs of every domain
    std::vector<DomainControl> control;
    std::vector<std::pair<QUuid, DomainXml>> xml; ///< as many as were read in the time there was
    std::optional<QSet<QUuid>> saved;             ///< who has a saved memory image; none when not asked
};

/// Connection A: only calls that return even while a guest's monitor hangs. Connects when it has to,
/// listens to events. Owned and used by one CallThread; everything it touches it owns.
class HostSession
{
    Q_DISABLE_COPY_MOVE(HostSession)
public:
    HostSession(QString uri, bool readOnly, std::shared_ptr<const StampClock> clock,
                std::shared_ptr<DomainEventQueue> events);
    ~HostSession();

    /// Also connects. After an error the next sweep connects anew.
    Result<HostSweep> sweep(const HostRequest &request);

    void disconnect();

    struct CpuRequest {
        QUuid uuid;
        bool wholeInfo = false; ///< also ask for the vCPU count
    };
    /// CPU time domain by domain, from the same counters as the bulk figures. `inBulk` false: for
    /// drivers without bulk figures. What cannot be read is left out.
    std::vector<std::pair<Stamp, DomainFigures>> cpuTimes(const std::vector<CpuRequest> &requests, bool inBulk);

    std::vector<DomainControl> control(const std::vector<QUuid> &uuids);

private:
    Result<> connect();
    Result<> readDomains(bool fullList, HostSweep &sweep);
    bool readBulk(std::vector<DomainFigures> &domains);
    Result<> readList(std::vector<DomainFigures> &domains);
    void readXml(const std::vector<QUuid> &uuids, HostSweep &sweep);
    void readSaved(HostSweep &sweep) const;
    virDomainPtr find(const QUuid &uuid) const;

    QString m_uri;
    bool m_readOnly;
    std::shared_ptr<const StampClock> m_clock;
    std::shared_ptr<DomainEventQueue> m_queue;
    std::unique_ptr<LibvirtConnection> m_connection;
    std::unique_ptr<DomainEvents> m_events;
    QHash<QUuid, std::shared_ptr<virDomain>> m_domains; // as of the last sweep
    HostFacts m_host;
    bool m_hasBulk = true;
};

} // namespace stratadeck
