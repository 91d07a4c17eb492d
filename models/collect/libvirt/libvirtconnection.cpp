// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/libvirt/libvirtconnection.h"

#include "models/base/logging.h"
#include "models/collect/libvirt/libvirterror.h"
#include "models/collect/libvirt/libvirteventloop.h"

#include <array>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

// A host that answers none of these is gone: 20 s in all.
constexpr int kKeepAliveSeconds = 5;
constexpr unsigned kKeepAliveCount = 3;

int refuseCredentials(virConnectCredentialPtr, unsigned, void *)
{
    return -1;
}

} // namespace

QString LibvirtConnection::withoutPrompts(const QString &uri)
{
    const QString scheme = uri.section(u':', 0, 0);
    const bool isSsh =
        scheme.endsWith("+ssh"_L1) || scheme.endsWith("+libssh"_L1) || scheme.endsWith("+libssh2"_L1);
    const QString query = uri.section(u'?', 1);
    if (!isSsh || query.contains("no_tty="_L1))
        return uri;
    return uri + (uri.contains(u'?') ? u'&' : u'?') + "no_tty=1"_L1;
}

Result<std::unique_ptr<LibvirtConnection>> LibvirtConnection::open(const QString &uri, bool readOnly)
{
    auto loop = LibvirtEventLoop::share();
    if (!loop)
        return tl::unexpected(loop.error());
    // What the user's libvirt auth.conf can answer; anything else would be asked of us.
    std::array<int, 4> types{VIR_CRED_AUTHNAME, VIR_CRED_PASSPHRASE, VIR_CRED_ECHOPROMPT,
                             VIR_CRED_NOECHOPROMPT};
    virConnectAuth auth{types.data(), types.size(), &refuseCredentials, nullptr};
    const QByteArray name = withoutPrompts(uri).toUtf8();
    const virConnectPtr connection = virConnectOpenAuth(name.constData(), &auth, readOnly ? VIR_CONNECT_RO : 0);
    if (!connection)
        return tl::unexpected(toError(lastLibvirtFailure(), u"connecting"_s, uri));
    return std::unique_ptr<LibvirtConnection>(new LibvirtConnection(uri, std::move(*loop), connection));
}

LibvirtConnection::LibvirtConnection(QString uri, std::shared_ptr<LibvirtEventLoop> loop,
                                     virConnectPtr connection)
    : m_uri(std::move(uri))
    , m_loop(std::move(loop))
    , m_connection(connection)
{
    // Fails on drivers inside this process, which need none.
    virConnectSetKeepAlive(m_connection, kKeepAliveSeconds, kKeepAliveCount);
}

LibvirtConnection::~LibvirtConnection()
{
    virConnectClose(m_connection);
}

bool LibvirtConnection::isLost() const
{
    // A local question, which the event loop's answer to end-of-file and keep-alive decides; a close
    // callback would say the same, and drivers differ in when they free what it is given.
    return virConnectIsAlive(m_connection) == 0;
}

Error LibvirtConnection::error(const QString &doing) const
{
    return toError(lastLibvirtFailure(), doing, m_uri);
}

} // namespace stratadeck
