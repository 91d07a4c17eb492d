// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/samplebatch.h"

#include <QUuid>
#include <vector>

namespace stratadeck {

/// What one reading of a domain found, in our units (seconds, bytes). A figure the engine did not give
/// is kUnknown; plain values, safe to hand between threads.
struct DomainFigures {
    struct Vcpu {
        quint64 number = 0; ///< sparse: numbers of unplugged vCPUs are missing
        double time = kUnknown;
        double delay = kUnknown;
        double wait = kUnknown;
    };
    struct Block {
        quint64 number = 0;
        QString target; ///< "vda"
        double readBytes = kUnknown;
        double readOps = kUnknown;
        double readTime = kUnknown;
        double writeBytes = kUnknown;
        double writeOps = kUnknown;
        double writeTime = kUnknown;
        double capacity = kUnknown;
        double allocation = kUnknown;
        double physical = kUnknown;
    };
    struct Nic {
        quint64 number = 0;
        QString device; ///< the host's name of it: "vnet3", another one after each start
        double rxBytes = kUnknown;
        double rxPackets = kUnknown;
        double rxErrors = kUnknown;
        double rxDrops = kUnknown;
        double txBytes = kUnknown;
        double txPackets = kUnknown;
        double txErrors = kUnknown;
        double txDrops = kUnknown;
    };
    struct Balloon {
        double current = kUnknown;
        double maximum = kUnknown;
        double resident = kUnknown;
        // The guest's own words through the balloon driver:
        double usable = kUnknown;
        double diskCaches = kUnknown;
        double swapIn = kUnknown;
        double swapOut = kUnknown;
        double majorFaults = kUnknown;
        double lastUpdate = kUnknown; ///< seconds since 1970 by the host's clock
    };

    QUuid uuid;
    QString name;
    int id = -1;    ///< -1: not active
    int state = -1; ///< virDomainState; -1: not given
    int reason = 0;
    double cpuTime = kUnknown;
    double cpuUser = kUnknown;
    double cpuSystem = kUnknown;
    double vcpus = kUnknown;
    Balloon balloon;
    std::vector<Vcpu> vcpu;
    std::vector<Block> blocks;
    std::vector<Nic> nics;

    bool isActive() const { return id >= 0; }
    /// False for the reduced record libvirt gives while another call holds the domain's monitor.
    bool isFromMonitor() const;
};

} // namespace stratadeck
