// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operate/guestfacts.h"

#include "models/operate/guestconnection.h"

#include <QXmlStreamReader>
#include <algorithm>
#include <cstdlib>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kLongestXml = 4 * 1024 * 1024; // the whole domain is in it
constexpr quint64 kKibibyte = 1024;

std::optional<TimePoint> whenTaken(virDomainSnapshotPtr snapshot)
{
    char *text = virDomainSnapshotGetXMLDesc(snapshot, 0);
    if (!text)
        return {};
    const QByteArray xml(text, static_cast<qsizetype>(strnlen(text, kLongestXml)));
    std::free(text);
    QXmlStreamReader reader(xml);
    if (!reader.readNextStartElement())
        return {};
    while (reader.readNextStartElement()) {
        if (reader.name() != "creationTime"_L1) {
            reader.skipCurrentElement();
            continue;
        }
        bool isNumber = false;
        const qint64 seconds = reader.readElementText().toLongLong(&isNumber);
        return isNumber && seconds > 0 ? std::optional(fromMillis(seconds * 1000)) : std::nullopt;
    }
    return {};
}

std::vector<GuestSnapshot> readSnapshots(virDomainPtr domain)
{
    virDomainSnapshotPtr *list = nullptr;
    const int count = virDomainListAllSnapshots(domain, &list, VIR_DOMAIN_SNAPSHOT_LIST_TOPOLOGICAL);
    std::vector<GuestSnapshot> snapshots;
    for (int i = 0; i < count; ++i) {
        snapshots.push_back({QString::fromUtf8(virDomainSnapshotGetName(list[i])), whenTaken(list[i]),
                             virDomainSnapshotIsCurrent(list[i], 0) == 1});
        virDomainSnapshotFree(list[i]);
    }
    std::free(list);
    std::ranges::stable_sort(snapshots, {}, &GuestSnapshot::taken);
    return snapshots;
}

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
    facts.vcpus = info.nrVirtCpu;
    facts.memory = info.memory * kKibibyte;
    facts.maxMemory = info.maxMem * kKibibyte;
    facts.maxVcpus = std::max(facts.vcpus, virDomainGetVcpusFlags(guest->domain(), VIR_DOMAIN_VCPU_MAXIMUM));
    facts.isPersistent = virDomainIsPersistent(guest->domain()) != 0;
    facts.hasSavedState = virDomainHasManagedSaveImage(guest->domain(), 0) == 1;
    facts.snapshots = readSnapshots(guest->domain());
    facts.consoles = readConsoles(guest->domain());
    return facts;
}

} // namespace stratadeck
