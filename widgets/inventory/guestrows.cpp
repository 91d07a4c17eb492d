// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inventory/guestrows.h"

#include "models/base/errortext.h"
#include "models/base/format.h"
#include "models/base/plaintext.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QHash>
#include <cmath>

namespace stratadeck::guestrows {

using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(GuestRows)
};

void fromXml(const DetailInput &input, DetailRows &rows)
{
    //: Where a detail comes from; %1 is the URI of a source
    rows.setSource(Tr::tr("domain XML of %1").arg(input.source), input.details->at);
}

void fromLibvirt(const DetailInput &input, DetailRows &rows)
{
    //: Where a detail comes from; %1 is the URI of a source
    rows.setSource(Tr::tr("libvirt's answer of %1").arg(input.source), input.details->at);
}

QString yesOrNo(std::optional<bool> is, const QString &yes, const QString &no)
{
    if (!is)
        return {};
    return *is ? yes : no;
}

QString firmwareText(const GuestDetails &guest)
{
    if (guest.isSecureBoot)
        return Tr::tr("UEFI with Secure Boot");
    return guest.isUefi ? Tr::tr("UEFI") : Tr::tr("BIOS");
}

QString hypervisorText(const QString &word)
{
    if (word == "kvm"_L1)
        return Tr::tr("KVM, with the help of the CPU");
    if (word == "qemu"_L1)
        return Tr::tr("QEMU, emulated in software");
    return word;
}

QString bootText(const GuestDetails &guest)
{
    if (guest.bootsKernel)
        return Tr::tr("a kernel of the host");
    const QHash<QString, QString> words{{u"hd"_s, Tr::tr("hard disk")},
                                        {u"cdrom"_s, Tr::tr("CD-ROM")},
                                        {u"network"_s, Tr::tr("network")},
                                        {u"fd"_s, Tr::tr("floppy disk")}};
    QString order;
    for (const QString &device : guest.bootOrder) {
        const QString word = words.value(device, device);
        //: The devices a VM tries to boot from, in their order
        order = order.isEmpty() ? word : Tr::tr("%1, then %2").arg(order, word);
    }
    return order;
}

QString vcpuText(const GuestDetails &guest, const QLocale &locale)
{
    if (guest.vcpus <= 0)
        return {};
    QString text = Tr::tr("%n virtual CPU(s)", nullptr, guest.vcpus);
    if (guest.maxVcpus > guest.vcpus)
        //: %1 is "2 virtual CPUs", %2 a number
        text = Tr::tr("%1 of at most %2").arg(text, locale.toString(guest.maxVcpus));
    if (guest.sockets <= 0 || guest.cores <= 0)
        return text;
    //: %1 is "2 virtual CPUs", the numbers are those of the CPU's topology
    return Tr::tr("%1 (sockets: %2, cores: %3, threads: %4)")
        .arg(text, locale.toString(guest.sockets), locale.toString(guest.cores),
             locale.toString(std::max(1, guest.threads)));
}

QString cpuText(const GuestDetails &guest)
{
    if (guest.cpuMode == "host-passthrough"_L1)
        return Tr::tr("the host's own, passed through");
    if (guest.cpuMode == "host-model"_L1 && guest.cpuModel.isEmpty())
        return Tr::tr("like the host's");
    if (guest.cpuMode == "maximum"_L1)
        return Tr::tr("everything the host can do");
    return guest.cpuModel;
}

QString memoryText(const GuestDetails &guest, const QLocale &locale)
{
    const double now = std::isnan(guest.memory) ? guest.maxMemory : guest.memory;
    if (std::isnan(now))
        return {};
    const QString text = formatValue(now, Unit::Bytes, locale);
    if (std::isnan(guest.maxMemory) || guest.maxMemory <= now)
        return text;
    //: %1 and %2 are amounts of memory
    return Tr::tr("%1 of at most %2").arg(text, formatValue(guest.maxMemory, Unit::Bytes, locale));
}

QString diskKind(const GuestDetails::Disk &disk)
{
    const QHash<QString, QString> devices{{u"disk"_s, Tr::tr("disk")},
                                          {u"cdrom"_s, Tr::tr("CD-ROM")},
                                          {u"floppy"_s, Tr::tr("floppy disk")},
                                          {u"lun"_s, Tr::tr("SCSI passthrough")}};
    QStringList traits{devices.value(disk.device, disk.device), disk.bus, disk.format};
    if (disk.isReadOnly)
        traits.append(Tr::tr("read-only"));
    if (disk.isShareable)
        traits.append(Tr::tr("shared"));
    traits.removeAll({});
    return traits.join(Tr::tr(", "));
}

QString nicText(const GuestDetails::Nic &nic)
{
    const QHash<QString, QString> kinds{
        {u"network"_s, Tr::tr("network %1")},      {u"bridge"_s, Tr::tr("bridge %1")},
        {u"direct"_s, Tr::tr("directly on %1")},   {u"user"_s, Tr::tr("user-mode network %1")},
        {u"ethernet"_s, Tr::tr("Ethernet %1")},    {u"hostdev"_s, Tr::tr("a device of the host %1")},
        {u"vhostuser"_s, Tr::tr("vhost-user %1")},
    };
    QString text = kinds.value(nic.kind, nic.kind + u" %1"_s).arg(nic.network).trimmed();
    QStringList traits;
    for (const QString &trait : {nic.model, nic.device}) {
        if (!trait.isEmpty())
            traits.append(trait);
    }
    if (nic.isUnplugged)
        traits.append(Tr::tr("cable unplugged"));
    return traits.isEmpty() ? text : Tr::tr("%1 (%2)").arg(text, traits.join(Tr::tr(", ")));
}

QString snapshotText(const GuestSnapshot &snapshot, const QLocale &locale)
{
    const QHash<QString, QString> states{
        {u"running"_s, Tr::tr("VM running, with its memory")},
        {u"paused"_s, Tr::tr("VM paused, with its memory")},
        {u"shutoff"_s, Tr::tr("VM off")},
        {u"disk-snapshot"_s, Tr::tr("disks only")},
    };
    QStringList parts;
    if (snapshot.isCurrent)
        //: Said of the snapshot a VM's present state grew from
        parts.append(Tr::tr("current"));
    parts.append(snapshot.taken ? locale.toString(QDateTime::fromMSecsSinceEpoch(toMillis(*snapshot.taken)),
                                                  QLocale::ShortFormat)
                                : Tr::tr("at an unknown time"));
    if (!snapshot.state.isEmpty())
        parts.append(states.value(snapshot.state, plainText(snapshot.state)));
    if (!snapshot.parent.isEmpty())
        //: %1 is the name of another snapshot
        parts.append(Tr::tr("after %1").arg(plainText(snapshot.parent, 100)));
    return parts.join(Tr::tr(", "));
}

} // namespace

void addConfiguration(const GuestDetails &guest, const DetailInput &input, const QLocale &locale,
                      DetailRows &rows)
{
    rows.heading(Tr::tr("Configuration"));
    fromXml(input, rows);
    rows.add(Tr::tr("Title"), guest.title);
    rows.add(Tr::tr("Description"), guest.description);
    rows.add(Tr::tr("Guest system"), guest.system);
    rows.add(Tr::tr("Virtual CPUs"), vcpuText(guest, locale));
    rows.add(Tr::tr("CPU model"), cpuText(guest));
    rows.add(Tr::tr("Memory"), memoryText(guest, locale));
    //: %1 is a machine type such as "pc-q35-7.2", %2 an architecture
    rows.add(Tr::tr("Machine"),
             guest.machine.isEmpty() ? QString() : Tr::tr("%1 (%2)").arg(guest.machine, guest.architecture));
    rows.add(Tr::tr("Hypervisor"), hypervisorText(guest.hypervisor));
    rows.add(Tr::tr("Firmware"), firmwareText(guest));
    rows.add(Tr::tr("Boots from"), bootText(guest));
    for (const QString &console : guest.consoles)
        rows.add(Tr::tr("Graphical console"), console);
    fromLibvirt(input, rows);
    rows.add(Tr::tr("Starts with its host"), yesOrNo(guest.startsWithHost, Tr::tr("yes"), Tr::tr("no")));
    rows.add(Tr::tr("Definition"),
             yesOrNo(guest.isPersistent, Tr::tr("persistent"), Tr::tr("transient: lost when it stops")));
    rows.add(Tr::tr("Saved memory"),
             yesOrNo(guest.hasSavedState, Tr::tr("yes; starting it goes on from there"), Tr::tr("none")));
}

void addDisks(const GuestDetails &guest, const DetailInput &input, const QLocale &locale, DetailRows &rows)
{
    for (const GuestDetails::Disk &disk : guest.disks) {
        fromXml(input, rows);
        rows.add(disk.target, disk.source.isEmpty() ? Tr::tr("empty") : disk.source);
        rows.add(Tr::tr("%1: %2").arg(disk.target, Tr::tr("Kind")), diskKind(disk));
        //: Where a detail comes from; %1 is the URI of a source
        rows.setSource(Tr::tr("block information of %1").arg(input.source), input.details->at);
        if (!std::isnan(disk.capacity))
            rows.add(Tr::tr("%1: %2").arg(disk.target, metricTitle(MetricId::DiskCapacity)),
                     formatValue(disk.capacity, Unit::Bytes, locale));
        if (!std::isnan(disk.allocation))
            rows.add(Tr::tr("%1: %2").arg(disk.target, metricTitle(MetricId::DiskAllocation)),
                     formatValue(disk.allocation, Unit::Bytes, locale));
    }
}

void addNetwork(const GuestDetails &guest, const DetailInput &input, DetailRows &rows)
{
    fromXml(input, rows);
    for (const GuestDetails::Nic &nic : guest.nics)
        rows.add(nic.mac.isEmpty() ? Tr::tr("Network card") : nic.mac, nicText(nic));
}

void addSnapshots(const GuestDetails &guest, const DetailInput &input, const QLocale &locale, DetailRows &rows)
{
    rows.heading(Tr::tr("Snapshots"));
    //: Where a detail comes from; %1 is the URI of a source
    rows.setSource(Tr::tr("snapshot list of %1").arg(input.source), input.details->at);
    if (!guest.snapshots) {
        rows.add(Tr::tr("Number of snapshots"),
                 Tr::tr("not known: %1").arg(errorText(guest.snapshots.error())));
        return;
    }
    const std::vector<GuestSnapshot> &known = guest.snapshots->known;
    const qsizetype count = std::ssize(known) + guest.snapshots->unread;
    rows.add(Tr::tr("Number of snapshots"), count == 0 ? Tr::tr("none") : locale.toString(count));
    for (auto snapshot = known.rbegin(); snapshot != known.rend(); ++snapshot)
        rows.add(plainText(snapshot->name, 100), snapshotText(*snapshot, locale));
    if (guest.snapshots->unread > 0)
        rows.add(Tr::tr("Others"), Tr::tr("%n more that were not looked at", nullptr, guest.snapshots->unread));
}

} // namespace stratadeck::guestrows
