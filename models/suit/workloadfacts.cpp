// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/suit/workloadfacts.h"

#include "models/base/metrics.h"

#include <QUrl>
#include <algorithm>
#include <array>

namespace stratadeck {

using namespace Qt::StringLiterals;

namespace {

using Kind = WorkloadFact::Kind;
using Place = WorkloadFact::Place;

constexpr double kLeastMeasured = 0.5; // of the time looked at
constexpr double kLeastMean = 0.1;     // %; the ratio of less is that of noise
constexpr double kSwing = 3;           // times the mean
constexpr double kSteady = 1.5;

/// Vendors in identifiers of libosinfo ("http://debian.org/debian/12"): whose systems are Linux, and whose are
/// not. Anybody else's stay unknown.
constexpr std::array kLinuxVendors{
    "almalinux.org"_L1, "alpinelinux.org"_L1, "altlinux.org"_L1,  "amazon.com"_L1,        "archlinux.org"_L1,
    "centos.org"_L1,    "debian.org"_L1,      "endlessos.com"_L1, "fedoraproject.org"_L1, "gentoo.org"_L1,
    "mageia.org"_L1,    "manjaro.org"_L1,     "nixos.org"_L1,     "opensuse.org"_L1,      "oracle.com/ol"_L1,
    "redhat.com"_L1,    "rockylinux.org"_L1,  "slackware.com"_L1, "suse.com"_L1,          "system76.com"_L1,
    "ubuntu.com"_L1,    "voidlinux.org"_L1};
constexpr std::array kOtherVendors{"apple.com"_L1,   "dragonflybsd.org"_L1,   "freebsd.org"_L1,
                                   "freedos.org"_L1, "haiku-os.org"_L1,       "microsoft.com"_L1,
                                   "netbsd.org"_L1,  "novell.com/netware"_L1, "omnios.org"_L1,
                                   "openbsd.org"_L1, "openindiana.org"_L1,    "oracle.com/solaris"_L1,
                                   "sun.com"_L1};

template<typename List>
bool isOfAny(const List &vendors, const QString &place)
{
    return std::ranges::any_of(vendors, [&](QLatin1StringView vendor) {
        return place.startsWith(vendor) && (place.size() == vendor.size() || place.at(vendor.size()) == u'/');
    });
}

void addSystem(const QString &system, std::vector<WorkloadFact> &facts)
{
    const QUrl url(system);
    const QString place = url.host() + url.path();
    const QString path = u"/domain/metadata/libosinfo/os/@id"_s;
    if (isOfAny(kOtherVendors, place))
        facts.push_back({Kind::OtherSystem, Place::DomainXml, path, system});
    else if (isOfAny(kLinuxVendors, place))
        facts.push_back({Kind::LinuxSystem, Place::DomainXml, path, system});
}

bool isEngineSocket(const ContainerDetails::Mount &mount)
{
    return mount.source.endsWith("/docker.sock"_L1) || mount.source.endsWith("/podman.sock"_L1);
}

void addMount(const ContainerDetails::Mount &mount, std::vector<WorkloadFact> &facts)
{
    if (isEngineSocket(mount))
        facts.push_back({Kind::EngineSocket, Place::Inspect, u".Mounts[].Source"_s, mount.source});
    else if (mount.isWritable && mount.kind == "volume"_L1)
        facts.push_back({Kind::WritableVolume, Place::Inspect, u".Mounts[].RW"_s, mount.destination});
    else if (mount.isWritable && mount.kind == "bind"_L1)
        facts.push_back({Kind::WritableBind, Place::Inspect, u".Mounts[].RW"_s, mount.destination});
}

QString portsText(const ContainerDetails &details)
{
    QStringList published;
    for (const ContainerDetails::Port &port : details.ports) {
        if (!port.outside.isEmpty())
            published.append(port.outside);
    }
    return published.join(", "_L1);
}

} // namespace

std::vector<WorkloadFact> factsOf(const EntityInfo &info)
{
    if (info.kind != EntityKind::Container)
        return {};
    return {{Kind::RunsAsContainer, Place::Inventory, info.key}};
}

std::vector<WorkloadFact> factsOf(const GuestDetails &details)
{
    std::vector<WorkloadFact> facts;
    addSystem(details.system, facts);
    if (details.bootsKernel)
        facts.push_back({Kind::HostsKernel, Place::DomainXml, u"/domain/os/kernel"_s});
    if (details.isSecureBoot)
        facts.push_back({Kind::SecureBoot, Place::DomainXml, u"/domain/os/loader/@secure"_s});
    for (const GuestDetails::Disk &disk : details.disks) {
        if (disk.device == "lun"_L1)
            facts.push_back(
                {Kind::SharedDisk, Place::DomainXml, u"/domain/devices/disk/@device"_s, disk.target});
        else if (disk.isShareable)
            facts.push_back(
                {Kind::SharedDisk, Place::DomainXml, u"/domain/devices/disk/shareable"_s, disk.target});
    }
    if (details.snapshots) {
        const qint64 count = std::ssize(details.snapshots->known) + details.snapshots->unread;
        if (count > 0)
            facts.push_back(
                {Kind::KeepsSnapshots, Place::DomainXml, u"/domainsnapshot"_s, QString::number(count)});
    }
    if (details.isPersistent == false)
        facts.push_back({Kind::TransientVm, Place::DomainXml, u"/domain"_s});
    return facts;
}

std::vector<WorkloadFact> factsOf(const ContainerDetails &details)
{
    std::vector<WorkloadFact> facts;
    if (details.isPrivileged)
        facts.push_back({Kind::Privileged, Place::Inspect, u".HostConfig.Privileged"_s});
    if (details.networkMode == "host"_L1)
        facts.push_back({Kind::HostNetwork, Place::Inspect, u".HostConfig.NetworkMode"_s});
    for (const ContainerDetails::Mount &mount : details.mounts)
        addMount(mount, facts);
    const bool writes = std::ranges::any_of(details.mounts, [](const ContainerDetails::Mount &mount) {
        return mount.isWritable && mount.kind != "tmpfs"_L1;
    });
    if (details.isReadOnly && !writes && details.unlisted == 0)
        facts.push_back({Kind::NothingWritable, Place::Inspect, u".HostConfig.ReadonlyRootfs"_s});
    if (details.health && !details.health->status.isEmpty())
        facts.push_back({Kind::HealthCheck, Place::Inspect, u".State.Health"_s, details.health->status});
    if (!details.restartPolicy.isEmpty() && details.restartPolicy != "no"_L1)
        facts.push_back({Kind::RestartedByEngine, Place::Inspect, u".HostConfig.RestartPolicy.Name"_s,
                         details.restartPolicy});
    if (const QString ports = portsText(details); !ports.isEmpty())
        facts.push_back({Kind::PublishesPorts, Place::Inspect, u".NetworkSettings.Ports"_s, ports});
    if (!details.pod.isEmpty())
        facts.push_back({Kind::BelongsToPod, Place::Inspect, u".Pod"_s, details.pod});
    return facts;
}

std::vector<WorkloadFact> factsOf(const WorkloadLoad &load)
{
    if (!(load.measured >= kLeastMeasured && load.mean >= kLeastMean))
        return {};
    const QString path = metric(MetricId::CpuHostPercent).name;
    const QString value =
        u"%1 % / %2 %"_s.arg(QString::number(load.mean, 'g', 3), QString::number(load.p95, 'g', 3));
    if (load.p95 >= kSwing * load.mean)
        return {{Kind::LoadSwings, Place::History, path, value}};
    if (load.p95 <= kSteady * load.mean)
        return {{Kind::LoadIsSteady, Place::History, path, value}};
    return {};
}

} // namespace stratadeck
