// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operate/rebootwatch.h"

namespace stratadeck {

namespace {

using Seen = std::shared_ptr<std::atomic<bool>>;

void onReboot(virConnectPtr, virDomainPtr, void *opaque)
{
    **static_cast<Seen *>(opaque) = true;
}

void release(void *opaque)
{
    delete static_cast<Seen *>(opaque);
}

} // namespace

RebootWatch::RebootWatch(virConnectPtr connection, virDomainPtr domain)
    : m_connection(connection)
    , m_seen(std::make_shared<std::atomic<bool>>(false))
{
    // libvirt may call once more while we deregister, so it holds a share of its own until it lets go.
    auto share = std::make_unique<Seen>(m_seen);
    m_id = virConnectDomainEventRegisterAny(connection, domain, VIR_DOMAIN_EVENT_ID_REBOOT, &onReboot,
                                            share.get(), &release);
    if (m_id >= 0)
        (void)share.release(); // libvirt frees it
}

RebootWatch::~RebootWatch()
{
    if (m_id >= 0)
        virConnectDomainEventDeregisterAny(m_connection, m_id);
}

} // namespace stratadeck
