// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/libvirt/hostsession.h"

#include "models/base/logging.h"
#include "models/collect/libvirt/libvirtconnection.h"
#include "models/collect/libvirt/libvirterror.h"
#include "models/collect/libvirt/statsparams.h"

#include <QSet>
#include <chrono>
#include <cstdlib>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds kXmlTime{200};

// Fills in what a bulk record would have said of one domain.
DomainFigures askDomain(virDomainPtr domain)
{
    virDomainStatsRecord empty{};
    empty.dom = domain;
    DomainFigures figures = toFigures(empty);
    int state = -1;
    int reason = 0;
    if (virDomainGetState(domain, &state, &reason, 0) == 0) {
        figures.state = state;
        figures.reason = reason;
    }
    return figures;
}

DomainControl::State toControlState(unsigned state)
{
    switch (state) {
    case VIR_DOMAIN_CONTROL_OCCUPIED:
        return DomainControl::State::Occupied;
    case VIR_DOMAIN_CONTROL_ERROR:
        return DomainControl::State::Broken;
    default:
        return DomainControl::State::Free;
    }
}

bool readTotalCpu(virDomainPtr domain, DomainFigures &figures)
{
    constexpr unsigned kMost = 16;
    virTypedParameter parameters[kMost];
    const int count = virDomainGetCPUStats(domain, parameters, kMost, -1, 1, 0);
    if (count <= 0)
        return false;
    for (int i = 0; i < count; ++i) {
        const QByteArrayView name(parameters[i].field);
        if (name == VIR_DOMAIN_CPU_STATS_CPUTIME)
            figures.cpuTime = numberOf(parameters[i]) * 1e-9;
        else if (name == VIR_DOMAIN_CPU_STATS_USERTIME)
            figures.cpuUser = numberOf(parameters[i]) * 1e-9;
        else if (name == VIR_DOMAIN_CPU_STATS_SYSTEMTIME)
            figures.cpuSystem = numberOf(parameters[i]) * 1e-9;
    }
    virTypedParamsClear(parameters, count);
    return true;
}

} // namespace

HostSession::HostSession(QString uri, bool readOnly, std::shared_ptr<const StampClock> clock,
                         std::shared_ptr<DomainEventQueue> events)
    : m_uri(std::move(uri))
    , m_readOnly(readOnly)
    , m_clock(std::move(clock))
    , m_queue(std::move(events))
{
}

HostSession::~HostSession()
{
    disconnect();
}

Result<> HostSession::connect()
{
    auto connection = LibvirtConnection::open(m_uri, m_readOnly);
    if (!connection)
        return tl::unexpected(connection.error());
    m_connection = std::move(*connection);
    // Events first: what happens while the list is read must not be missed.
    m_events = std::make_unique<DomainEvents>(m_connection->get(), m_queue);
    m_host = identifyHost(m_connection->get());
    m_hasBulk = true;
    return {};
}

void HostSession::disconnect()
{
    m_domains.clear();
    m_events.reset();
    m_connection.reset();
}

Result<HostSweep> HostSession::sweep(const HostRequest &request)
{
    HostSweep sweep;
    if (m_connection && m_connection->isLost()) {
        disconnect();
        return fail(Error::Kind::Unreachable, u"%1: the connection was lost"_s.arg(m_uri), m_uri);
    }
    if (!m_connection) {
        const Result<> connected = connect();
        if (!connected)
            return tl::unexpected(connected.error());
        sweep.isNewConnection = true;
    }
    const Result<> read = readDomains(request.fullList || sweep.isNewConnection, sweep);
    if (!read) {
        disconnect();
        return tl::unexpected(read.error());
    }
    readHostFigures(m_connection->get(), m_host);
    sweep.host = m_host;
    sweep.control = control(request.control);
    readXml(request.xml, sweep);
    if (request.saved || request.fullList || sweep.isNewConnection)
        readSaved(sweep);
    return sweep;
}

Result<> HostSession::readDomains(bool fullList, HostSweep &sweep)
{
    const QList<QUuid> before = m_domains.keys();
    if (m_hasBulk && !readBulk(sweep.domains)) {
        if (!isUnsupported(lastLibvirtFailure()))
            return tl::unexpected(m_connection->error(u"reading the state of all domains"_s));
        m_hasBulk = false;
    }
    sweep.stamp = m_clock->stamp();
    QSet<QUuid> seen;
    for (const DomainFigures &figures : sweep.domains)
        seen.insert(figures.uuid);
    const bool someLeft =
        std::any_of(before.begin(), before.end(), [&](const QUuid &uuid) { return !seen.contains(uuid); });
    if (m_hasBulk && !fullList && !someLeft)
        return {};
    const Result<> listed = readList(sweep.domains);
    if (!listed)
        return listed;
    if (!m_hasBulk)
        sweep.stamp = m_clock->stamp();
    return {};
}

bool HostSession::readBulk(std::vector<DomainFigures> &domains)
{
    virDomainStatsRecordPtr *records = nullptr;
    const int count = virConnectGetAllDomainStats(
        m_connection->get(), VIR_DOMAIN_STATS_STATE | VIR_DOMAIN_STATS_INTERFACE, &records, 0);
    if (count < 0)
        return false;
    QHash<QUuid, std::shared_ptr<virDomain>> handles;
    domains.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        DomainFigures figures = toFigures(*records[i]);
        auto handle = m_domains.value(figures.uuid);
        if (!handle) {
            virDomainRef(records[i]->dom);
            handle.reset(records[i]->dom, DomainDeleter());
        }
        handles.insert(figures.uuid, handle);
        domains.push_back(std::move(figures));
    }
    virDomainStatsRecordListFree(records);
    m_domains = std::move(handles);
    return true;
}

// The list is the truth of what exists; a domain it names and bulk statistics left out is asked itself.
Result<> HostSession::readList(std::vector<DomainFigures> &domains)
{
    std::vector<DomainHandle> listed;
    if (!listDomains(m_connection->get(), 0, listed))
        return tl::unexpected(m_connection->error(u"listing domains"_s));
    QSet<QUuid> seen;
    for (const DomainFigures &figures : domains)
        seen.insert(figures.uuid);
    if (!m_hasBulk)
        m_domains.clear();
    for (DomainHandle &handle : listed) {
        const QUuid uuid = uuidOf(handle.get());
        if (seen.contains(uuid))
            continue;
        domains.push_back(askDomain(handle.get()));
        m_domains.insert(uuid, std::shared_ptr<virDomain>(std::move(handle)));
    }
    return {};
}

virDomainPtr HostSession::find(const QUuid &uuid) const
{
    return m_domains.value(uuid).get();
}

std::vector<DomainControl> HostSession::control(const std::vector<QUuid> &uuids)
{
    std::vector<DomainControl> answers;
    for (const QUuid &uuid : uuids) {
        const virDomainPtr domain = find(uuid);
        virDomainControlInfo info{};
        if (!domain || virDomainGetControlInfo(domain, &info, 0) < 0)
            continue;
        answers.push_back({uuid, toControlState(info.state), Milliseconds(info.stateTime)});
    }
    return answers;
}

void HostSession::readXml(const std::vector<QUuid> &uuids, HostSweep &sweep)
{
    const auto started = std::chrono::steady_clock::now();
    for (const QUuid &uuid : uuids) {
        if (std::chrono::steady_clock::now() - started > kXmlTime)
            return;
        const virDomainPtr domain = find(uuid);
        char *text = domain ? virDomainGetXMLDesc(domain, 0) : nullptr;
        if (!text)
            continue;
        auto xml = DomainXml::parse(QByteArrayView(text));
        std::free(text);
        if (!xml)
            qCWarning(lcCollect) << m_uri << uuid << xml.error().what;
        // Not asked again at once: figures that need the XML are then left out.
        sweep.xml.emplace_back(uuid, xml.value_or(DomainXml()));
    }
}

// One call for all, answered from what the daemon remembers of them.
void HostSession::readSaved(HostSweep &sweep) const
{
    std::vector<DomainHandle> domains;
    if (!listDomains(m_connection->get(), VIR_CONNECT_LIST_DOMAINS_MANAGEDSAVE, domains))
        return;
    sweep.saved.emplace();
    for (const DomainHandle &domain : domains)
        sweep.saved->insert(uuidOf(domain.get()));
}

std::vector<std::pair<Stamp, DomainFigures>> HostSession::cpuTimes(const std::vector<CpuRequest> &requests,
                                                                   bool inBulk)
{
    std::vector<std::pair<Stamp, DomainFigures>> times;
    for (const CpuRequest &request : requests) {
        const virDomainPtr domain = find(request.uuid);
        if (!domain)
            continue;
        DomainFigures figures;
        figures.uuid = request.uuid;
        const bool fromTotal = inBulk && readTotalCpu(domain, figures);
        virDomainInfo info{};
        if ((!fromTotal || request.wholeInfo) && virDomainGetInfo(domain, &info) == 0) {
            figures.vcpus = info.nrVirtCpu;
            if (!fromTotal)
                figures.cpuTime = static_cast<double>(info.cpuTime) * 1e-9;
        }
        times.emplace_back(m_clock->stamp(), std::move(figures));
    }
    return times;
}

} // namespace stratadeck
