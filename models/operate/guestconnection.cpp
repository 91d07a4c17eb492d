// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operate/guestconnection.h"

#include "models/collect/libvirt/libvirterror.h"

#include <libvirt/virterror.h>

namespace stratadeck {

using namespace Qt::StringLiterals;

Result<GuestConnection> GuestConnection::open(const QString &uri, const QString &key, bool readOnly)
{
    const QUuid uuid = QUuid::fromString(key.section(u'/', -1));
    if (uuid.isNull())
        return fail(Error::Kind::NotFound, u"%1 names no virtual machine"_s.arg(key), uri);
    auto connection = LibvirtConnection::open(uri, readOnly);
    if (!connection)
        return tl::unexpected(connection.error());
    GuestConnection guest(uri, std::move(*connection));
    const QByteArray raw = uuid.toRfc4122();
    guest.m_domain.reset(
        virDomainLookupByUUID(guest.connection(), reinterpret_cast<const unsigned char *>(raw.constData())));
    if (!guest.m_domain)
        return tl::unexpected(guest.error());
    return guest;
}

Error GuestConnection::error() const
{
    const int domain = virGetLastErrorDomain();
    const LibvirtFailure failure = lastLibvirtFailure();
    Error error = toError(failure, {}, m_uri);
    error.what = failure.message;
    // Whatever libvirt has no better word for is its refusal, unless the way to it is broken.
    const bool isTransport = domain == VIR_FROM_RPC || domain == VIR_FROM_REMOTE;
    if (error.kind == Error::Kind::Unreachable && !isTransport && !m_connection->isLost())
        error.kind = Error::Kind::Invalid;
    return error;
}

} // namespace stratadeck
