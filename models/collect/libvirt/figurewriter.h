// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/collect/batchbuilder.h"
#include "models/collect/libvirt/guest.h"
#include "models/collect/libvirt/hostfacts.h"
#include "models/collect/libvirt/stampclock.h"

namespace stratadeck {

/// Writes figures into the batch under way. A figure that was not given is left out; one that cannot be
/// trusted is written as unknown. Belongs to its collector's thread.
class FigureWriter
{
public:
    FigureWriter(BatchBuilder &builder, Milliseconds period);

    /// Guests that need their monitor's answer are read this far apart; counts for series not yet begun.
    void setDeepInterval(Milliseconds interval) { m_deepInterval = interval; }

    /// Everything `figures` knows of an active guest.
    void write(Guest &guest, const DomainFigures &figures, const Stamp &stamp);
    void writeRunning(Guest &guest, double hostCores);
    void writeHost(EntityRef host, const HostFacts &facts);

private:
    void add(Guest &guest, MetricId metric, double value, const QString &instance = {},
             Milliseconds interval = {});
    void writeCpu(Guest &guest, const DomainFigures &figures, const Stamp &stamp);
    void writeMemory(Guest &guest, const DomainFigures::Balloon &balloon, const Stamp &stamp);
    void writeBlock(Guest &guest, const DomainFigures::Block &block);
    void writeNic(Guest &guest, const DomainFigures::Nic &nic);

    BatchBuilder &m_builder;
    Milliseconds m_period;
    Milliseconds m_deepInterval{0};
};

} // namespace stratadeck
