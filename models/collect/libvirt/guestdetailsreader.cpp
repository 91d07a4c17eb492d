// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/libvirt/guestdetailsreader.h"

#include "models/collect/libvirt/libvirtconnection.h"
#include "models/collect/libvirt/libvirthandles.h"

#include <cstdlib>
#include <cstring>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kLongestXml = 8 * 1024 * 1024;
constexpr Milliseconds kSnapshotTime{2000};

std::optional<bool> toBool(int answer)
{
    return answer < 0 ? std::nullopt : std::optional(answer != 0);
}

std::optional<bool> startsWithHost(virDomainPtr domain)
{
    int starts = 0;
    return virDomainGetAutostart(domain, &starts) < 0 ? std::nullopt : std::optional(starts != 0);
}

// Of a guest that runs this would need its monitor.
void readSizes(virDomainPtr domain, GuestDetails &guest)
{
    int state = VIR_DOMAIN_NOSTATE;
    if (virDomainGetState(domain, &state, nullptr, 0) < 0 || state != VIR_DOMAIN_SHUTOFF)
        return;
    for (GuestDetails::Disk &disk : guest.disks) {
        virDomainBlockInfo info{};
        const QByteArray target = disk.target.toUtf8();
        if (disk.source.isEmpty() || virDomainGetBlockInfo(domain, target.constData(), &info, 0) < 0)
            continue;
        disk.capacity = static_cast<double>(info.capacity);
        disk.allocation = static_cast<double>(info.allocation);
    }
}

} // namespace

GuestDetailsReader::GuestDetailsReader(QString uri)
    : m_uri(std::move(uri))
{
}

GuestDetailsReader::~GuestDetailsReader() = default;

Result<GuestDetails> GuestDetailsReader::read(const QUuid &guest)
{
    if (m_connection && m_connection->isLost())
        m_connection.reset();
    if (!m_connection) {
        auto opened = LibvirtConnection::open(m_uri, true);
        if (!opened)
            return tl::unexpected(opened.error());
        m_connection = std::move(*opened);
    }
    const QByteArray raw = guest.toRfc4122();
    const DomainHandle domain(
        virDomainLookupByUUID(m_connection->get(), reinterpret_cast<const unsigned char *>(raw.constData())));
    if (!domain)
        return tl::unexpected(m_connection->error(u"finding a guest"_s));
    char *text = virDomainGetXMLDesc(domain.get(), 0);
    if (!text)
        return tl::unexpected(m_connection->error(u"reading the XML of a guest"_s));
    Result<GuestDetails> details =
        parseGuestXml(QByteArrayView(text, static_cast<qsizetype>(strnlen(text, kLongestXml))));
    std::free(text);
    if (!details)
        return details;
    details->startsWithHost = startsWithHost(domain.get());
    details->isPersistent = toBool(virDomainIsPersistent(domain.get()));
    details->hasSavedState = toBool(virDomainHasManagedSaveImage(domain.get(), 0));
    details->snapshots = readSnapshots(domain.get(), m_uri, kSnapshotTime);
    readSizes(domain.get(), *details);
    return details;
}

} // namespace stratadeck
