// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUuid>
#include <libvirt/libvirt.h>
#include <memory>
#include <vector>

namespace stratadeck {

struct DomainDeleter {
    void operator()(virDomainPtr domain) const { virDomainFree(domain); }
};
/// One reference to a domain; released with the owner. Belongs to the thread that uses its connection.
using DomainHandle = std::unique_ptr<virDomain, DomainDeleter>;

/// Null when libvirt cannot tell.
QUuid uuidOf(virDomainPtr domain);

/// Every domain the connection lists; `flags` are virConnectListAllDomainsFlags. False on failure.
bool listDomains(virConnectPtr connection, unsigned flags, std::vector<DomainHandle> &domains);

} // namespace stratadeck
