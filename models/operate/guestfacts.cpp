// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operate/guestfacts.h"

#include "models/operate/guestconnection.h"

#include <algorithm>

namespace stratadeck {

namespace {

constexpr quint64 kKibibyte = 1024;
constexpr Milliseconds kSnapshotTime{20'000}; // who chooses one should see all

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
    facts.vcpus = info.nrVirtCpu;
    facts.memory = info.memory * kKibibyte;
    facts.maxMemory = info.maxMem * kKibibyte;
    facts.maxVcpus = std::max(facts.vcpus, virDomainGetVcpusFlags(guest->domain(), VIR_DOMAIN_VCPU_MAXIMUM));
    facts.isPersistent = virDomainIsPersistent(guest->domain()) != 0;
    facts.hasSavedState = virDomainHasManagedSaveImage(guest->domain(), 0) == 1;
    // Drivers without snapshots have none.
    if (Result<GuestSnapshots> snapshots = readSnapshots(guest->domain(), uri, kSnapshotTime))
        facts.snapshots = std::move(snapshots->known);
    return facts;
}

} // namespace stratadeck
