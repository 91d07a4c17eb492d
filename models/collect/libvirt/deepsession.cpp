// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/libvirt/deepsession.h"

#include "models/base/logging.h"
#include "models/collect/libvirt/libvirtconnection.h"
#include "models/collect/libvirt/libvirterror.h"
#include "models/collect/libvirt/singledomain.h"
#include "models/collect/libvirt/statsparams.h"

#include <algorithm>
#include <cmath>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

// Every driver that gives figures in bulk gives these two, also for a guest that is busy.
bool isEmpty(const DomainFigures &figures)
{
    return std::isnan(figures.vcpus) && std::isnan(figures.balloon.current);
}

} // namespace

DeepSession::DeepSession(QString uri, bool readOnly)
    : m_uri(std::move(uri))
    , m_readOnly(readOnly)
{
}

DeepSession::~DeepSession() = default;

Result<> DeepSession::connect()
{
    if (m_connection && !m_connection->isLost())
        return {};
    disconnect();
    auto connection = LibvirtConnection::open(m_uri, m_readOnly);
    if (!connection)
        return tl::unexpected(connection.error());
    m_connection = std::move(*connection);
    m_hasBulk = true;
    return {};
}

void DeepSession::disconnect()
{
    m_domains.clear();
    m_connection.reset();
}

Error DeepSession::broken(const QString &doing)
{
    Error error = m_connection->error(doing);
    disconnect();
    return error;
}

Result<std::vector<DomainFigures>> DeepSession::read(const DeepChunk &chunk)
{
    if (!findAll(chunk))
        return tl::unexpected(broken(u"listing running domains"_s));
    for (const DeepDomain &domain : chunk) {
        virDomain *handle = m_domains.value(domain.uuid).get();
        if (!handle || domain.setStatsPeriod <= 0 || m_readOnly)
            continue;
        if (virDomainSetMemoryStatsPeriod(handle, domain.setStatsPeriod, VIR_DOMAIN_AFFECT_LIVE) < 0)
            qCInfo(lcCollect) << m_uri << "no balloon reports of" << domain.uuid
                              << lastLibvirtFailure().message;
    }
    if (!m_hasBulk)
        return readEach(chunk);
    return readBulk(chunk);
}

// Looks up all domains in one call when some of the chunk are new.
bool DeepSession::findAll(const DeepChunk &chunk)
{
    const bool known = std::all_of(chunk.begin(), chunk.end(), [this](const DeepDomain &domain) {
        return m_domains.contains(domain.uuid);
    });
    if (known)
        return true;
    std::vector<DomainHandle> listed;
    if (!listDomains(m_connection->get(), VIR_CONNECT_LIST_DOMAINS_ACTIVE, listed))
        return false;
    m_domains.clear();
    for (DomainHandle &handle : listed) {
        const QUuid uuid = uuidOf(handle.get());
        m_domains.insert(uuid, std::shared_ptr<virDomain>(std::move(handle)));
    }
    return true;
}

Result<std::vector<DomainFigures>> DeepSession::readBulk(const DeepChunk &chunk)
{
    std::vector<virDomainPtr> handles;
    for (const DeepDomain &domain : chunk) {
        if (virDomain *handle = m_domains.value(domain.uuid).get())
            handles.push_back(handle);
    }
    if (handles.empty())
        return std::vector<DomainFigures>();
    handles.push_back(nullptr);
    constexpr unsigned kGroups = VIR_DOMAIN_STATS_STATE | VIR_DOMAIN_STATS_CPU_TOTAL | VIR_DOMAIN_STATS_VCPU
                                 | VIR_DOMAIN_STATS_BALLOON | VIR_DOMAIN_STATS_BLOCK;
    virDomainStatsRecordPtr *records = nullptr;
    const int count =
        virDomainListGetStats(handles.data(), kGroups, &records, VIR_CONNECT_GET_ALL_DOMAINS_STATS_NOWAIT);
    if (count < 0) {
        if (!isUnsupported(lastLibvirtFailure()))
            return tl::unexpected(broken(u"reading figures of domains"_s));
        m_hasBulk = false;
        return readEach(chunk);
    }
    std::vector<DomainFigures> figures;
    figures.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i)
        figures.push_back(toFigures(*records[i]));
    virDomainStatsRecordListFree(records);
    if (count > 0 && std::all_of(figures.begin(), figures.end(), isEmpty)) {
        m_hasBulk = false;
        return readEach(chunk);
    }
    return figures;
}

std::vector<DomainFigures> DeepSession::readEach(const DeepChunk &chunk)
{
    std::vector<DomainFigures> figures;
    for (const DeepDomain &domain : chunk) {
        if (virDomain *handle = m_domains.value(domain.uuid).get())
            figures.push_back(readSingleDomain(handle, domain));
    }
    return figures;
}

} // namespace stratadeck
