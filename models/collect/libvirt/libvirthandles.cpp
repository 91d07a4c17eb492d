// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/libvirt/libvirthandles.h"

#include <cstdlib>

namespace stratadeck {

QUuid uuidOf(virDomainPtr domain)
{
    unsigned char raw[VIR_UUID_BUFLEN];
    if (virDomainGetUUID(domain, raw) < 0)
        return {};
    return QUuid::fromRfc4122(QByteArrayView(raw, VIR_UUID_BUFLEN));
}

bool listDomains(virConnectPtr connection, unsigned flags, std::vector<DomainHandle> &domains)
{
    virDomainPtr *list = nullptr;
    const int count = virConnectListAllDomains(connection, &list, flags);
    if (count < 0)
        return false;
    domains.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i)
        domains.emplace_back(list[i]);
    std::free(list);
    return true;
}

} // namespace stratadeck
