// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <libvirt/libvirt.h>
#include <memory>

namespace stratadeck {

class LibvirtEventLoop;

/// One open libvirt connection. Never asks a person anything: what credentials files and keys do not
/// answer is refused. Opening and closing may block, so both happen on a thread that can be given up.
class LibvirtConnection
{
    Q_DISABLE_COPY_MOVE(LibvirtConnection)
public:
    /// Error kinds: Denied, Unreachable, Timeout, Invalid; the subject is the URI as given.
    static Result<std::unique_ptr<LibvirtConnection>> open(const QString &uri, bool readOnly);
    ~LibvirtConnection();

    virConnectPtr get() const { return m_connection; }

    /// True once the other side is gone; every call would fail from here on.
    bool isLost() const;

    /// The last failure of this thread as an error about this connection.
    Error error(const QString &doing) const;

    /// What libvirt is asked to open: an ssh transport is told not to use a terminal. Pure.
    static QString withoutPrompts(const QString &uri);

private:
    LibvirtConnection(QString uri, std::shared_ptr<LibvirtEventLoop> loop, virConnectPtr connection);

    QString m_uri;
    std::shared_ptr<LibvirtEventLoop> m_loop; // outlives the connection
    virConnectPtr m_connection;
};

} // namespace stratadeck
