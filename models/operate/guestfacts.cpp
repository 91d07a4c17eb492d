// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operate/guestfacts.h"

#include "models/collect/libvirt/domainwords.h"
#include "models/operate/guestconnection.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>

namespace stratadeck {

namespace {

constexpr quint64 kKibibyte = 1024;
constexpr std::size_t kLongestXml = 4 * 1024 * 1024; // of a domain
constexpr Milliseconds kSnapshotTime{20'000};        // who chooses one should see all

std::optional<GuestConsoles> readConsoles(virDomainPtr domain)
{
    char *text = virDomainGetXMLDesc(domain, 0);
    if (!text)
        return {};
    std::optional<GuestConsoles> consoles =
        GuestConsoles::parse({text, static_cast<qsizetype>(strnlen(text, kLongestXml))});
    std::free(text);
    return consoles;
}

} // namespace

Result<GuestFacts> readGuestFacts(const QString &uri, const QString &key)
{
    const Result<GuestConnection> guest = GuestConnection::open(uri, key, true);
    if (!guest)
        return tl::unexpected(guest.error());
    GuestFacts facts;
    virDomainInfo info{};
    if (virDomainGetInfo(guest->domain(), &info) < 0)
        return tl::unexpected(guest->error());
    facts.state = toEntityState(info.state);
    facts.vcpus = info.nrVirtCpu;
    facts.memory = info.memory * kKibibyte;
    facts.maxMemory = info.maxMem * kKibibyte;
    facts.maxVcpus = std::max(facts.vcpus, virDomainGetVcpusFlags(guest->domain(), VIR_DOMAIN_VCPU_MAXIMUM));
    facts.isPersistent = virDomainIsPersistent(guest->domain()) != 0;
    facts.hasSavedState = virDomainHasManagedSaveImage(guest->domain(), 0) == 1;
    // Drivers without snapshots have none.
    if (Result<GuestSnapshots> snapshots = readSnapshots(guest->domain(), uri, kSnapshotTime))
        facts.snapshots = std::move(snapshots->known);
    facts.consoles = readConsoles(guest->domain());
    return facts;
}

} // namespace stratadeck
