// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/collect/libvirt/domainfigures.h"

#include <QByteArrayView>

namespace stratadeck {

/// Turns the name=value fields of one libvirt statistics record into figures. Unknown names are skipped
/// fast (with KVM there are dozens a vCPU); what is out of range counts as not given. Lists are bounded,
/// so a hostile record cannot grow without limit. Pure; any thread.
class StatsRecord
{
public:
    void number(QByteArrayView name, double value);
    void text(QByteArrayView name, QByteArrayView value);

    DomainFigures take();

private:
    void cpu(QByteArrayView key, double value);
    void vcpu(QByteArrayView key, double value);
    void block(QByteArrayView key, double value);
    void nic(QByteArrayView key, double value);

    DomainFigures m_figures;
};

} // namespace stratadeck
