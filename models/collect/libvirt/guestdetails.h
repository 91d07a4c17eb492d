// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/samplebatch.h"
#include "models/collect/libvirt/snapshots.h"

namespace stratadeck {

/// What libvirt says a VM is made of. Plain text of bounded length; empty where it says nothing. Sizes are
/// bytes.
struct GuestDetails {
    struct Disk {
        QString target; ///< "vda"
        QString bus;    ///< "virtio"
        QString device; ///< "disk", "cdrom", "floppy", "lun"
        QString format; ///< "qcow2"
        QString source; ///< a path, "pool/volume", "rbd:pool/image"; empty for an empty drive
        bool isReadOnly = false;
        bool isShareable = false;
        // Asked of the storage while the VM is off; while it runs they are among its figures.
        double capacity = kUnknown;
        double allocation = kUnknown;
    };
    struct Nic {
        QString mac;
        QString kind;    ///< "network", "bridge", "user"
        QString network; ///< what it is plugged into, by that kind's name
        QString model;   ///< "virtio"
        QString device;  ///< "vnet3" while it runs
        bool isUnplugged = false;
    };

    QString title;
    QString description;
    QString system;       ///< the installed system as whoever made the VM named it
    QString hypervisor;   ///< "kvm"
    QString architecture; ///< "x86_64"
    QString machine;      ///< "pc-q35-7.2"
    bool isUefi = false;
    bool isSecureBoot = false;
    bool bootsKernel = false; ///< a kernel of the host, not the disk's
    std::vector<QString> bootOrder;
    QString cpuMode;  ///< "host-passthrough", "custom"
    QString cpuModel; ///< only of some modes
    int sockets = 0;  ///< 0: no topology is given
    int cores = 0;
    int threads = 0;
    int vcpus = 0; ///< 0: not told
    int maxVcpus = 0;
    double memory = kUnknown;
    double maxMemory = kUnknown;
    std::vector<QString> consoles; ///< "vnc 127.0.0.1:5900"
    std::vector<Disk> disks;
    std::vector<Nic> nics;

    std::optional<bool> startsWithHost;
    std::optional<bool> isPersistent;
    std::optional<bool> hasSavedState;
    Result<GuestSnapshots> snapshots; ///< an error: they could not be listed
};

/// What a domain's XML tells. Reads a few MiB at most, no DTD and no entities; Error::Kind::Invalid for what is
/// not a domain. Pure.
Result<GuestDetails> parseGuestXml(QByteArrayView xml);

} // namespace stratadeck
