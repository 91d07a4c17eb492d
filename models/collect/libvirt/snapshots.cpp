// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/collect/libvirt/snapshots.h"

#include "models/collect/libvirt/libvirterror.h"

#include <QXmlStreamReader>
#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <memory>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kLongestXml = 4 * 1024 * 1024; // the whole domain is in it
constexpr qsizetype kLongestName = 256;
constexpr int kMostSnapshots = 500;

struct SnapshotDeleter {
    void operator()(virDomainSnapshotPtr snapshot) const { virDomainSnapshotFree(snapshot); }
};
using SnapshotOwner = std::unique_ptr<virDomainSnapshot, SnapshotDeleter>;

QString textOf(QXmlStreamReader &reader)
{
    return reader.readElementText(QXmlStreamReader::SkipChildElements).left(kLongestName);
}

QString parentOf(QXmlStreamReader &reader)
{
    QString parent;
    while (reader.readNextStartElement()) {
        if (reader.name() == "name"_L1)
            parent = textOf(reader);
        else
            reader.skipCurrentElement();
    }
    return parent;
}

GuestSnapshot lookAt(virDomainSnapshotPtr snapshot)
{
    GuestSnapshot known;
    known.name = QString::fromUtf8(virDomainSnapshotGetName(snapshot));
    known.isCurrent = virDomainSnapshotIsCurrent(snapshot, 0) == 1;
    char *text = virDomainSnapshotGetXMLDesc(snapshot, 0);
    if (text)
        readSnapshotXml(QByteArrayView(text, static_cast<qsizetype>(strnlen(text, kLongestXml))), known);
    std::free(text);
    return known;
}

} // namespace

void readSnapshotXml(QByteArrayView xml, GuestSnapshot &snapshot)
{
    QXmlStreamReader reader(QByteArray::fromRawData(xml.data(), xml.size()));
    if (!reader.readNextStartElement() || reader.name() != "domainsnapshot"_L1)
        return;
    while (reader.readNextStartElement()) {
        if (reader.name() == "creationTime"_L1) {
            bool isNumber = false;
            const qint64 seconds = textOf(reader).toLongLong(&isNumber);
            // Later than the year 5138 is no time.
            if (isNumber && seconds > 0 && seconds < 100'000'000'000)
                snapshot.taken = fromMillis(seconds * 1000);
        } else if (reader.name() == "state"_L1) {
            snapshot.state = textOf(reader);
        } else if (reader.name() == "parent"_L1) {
            snapshot.parent = parentOf(reader);
        } else {
            reader.skipCurrentElement();
        }
    }
}

Result<GuestSnapshots> readSnapshots(virDomainPtr domain, const QString &uri, Milliseconds time)
{
    virDomainSnapshotPtr *list = nullptr;
    const int count = virDomainListAllSnapshots(domain, &list, VIR_DOMAIN_SNAPSHOT_LIST_TOPOLOGICAL);
    if (count < 0)
        return tl::unexpected(toError(lastLibvirtFailure(), u"listing snapshots"_s, uri));
    std::vector<SnapshotOwner> owners;
    owners.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i)
        owners.emplace_back(list[i]);
    std::free(list);
    const auto started = std::chrono::steady_clock::now();
    GuestSnapshots snapshots;
    for (const SnapshotOwner &owner : owners) {
        const bool isEnough =
            std::ssize(snapshots.known) >= kMostSnapshots || std::chrono::steady_clock::now() - started > time;
        if (isEnough)
            ++snapshots.unread;
        else
            snapshots.known.push_back(lookAt(owner.get()));
    }
    std::ranges::stable_sort(snapshots.known, {}, &GuestSnapshot::taken);
    return snapshots;
}

} // namespace stratadeck
