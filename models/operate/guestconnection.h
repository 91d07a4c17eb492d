// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/collect/libvirt/libvirtconnection.h"
#include "models/collect/libvirt/libvirthandles.h"
#include "models/operate/operationrequest.h"

#include <memory>

namespace stratadeck {

/// A connection of one operation's own and its guest: libvirt answers only a few calls of a connection at a
/// time, so a guest that is stuck would hold up others on a shared one. Used by one thread.
class GuestConnection
{
public:
    /// Finds the guest by the UUID in its key. Kinds as of OperationResult.
    static Result<GuestConnection> open(const QString &uri, const QString &key, bool readOnly);

    virDomainPtr domain() const { return m_domain.get(); }
    virConnectPtr connection() const { return m_connection->get(); }

    /// This thread's last libvirt failure, its `what` in libvirt's own words.
    Error error() const;

private:
    GuestConnection(QString uri, std::unique_ptr<LibvirtConnection> connection)
        : m_uri(std::move(uri))
        , m_connection(std::move(connection))
    {
    }

    QString m_uri;
    std::unique_ptr<LibvirtConnection> m_connection;
    DomainHandle m_domain; // given back before its connection closes
};

} // namespace stratadeck
