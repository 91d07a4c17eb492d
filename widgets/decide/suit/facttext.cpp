// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/plaintext.h"
#include "widgets/decide/suit/suittext.h"

#include <QCoreApplication>

namespace stratadeck {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(SuitabilityFacts)
};

} // namespace

QString factText(const WorkloadFact &fact)
{
    using Kind = WorkloadFact::Kind;
    const QString value = plainText(fact.value, 200);
    switch (fact.kind) {
    case Kind::RunsAsContainer:
        return Tr::tr("It runs as a container already.");
    case Kind::OtherSystem:
        //: %1 names the system
        return Tr::tr("Its system is not Linux: %1.").arg(value);
    case Kind::LinuxSystem:
        //: %1 names the system
        return Tr::tr("Its system is Linux: %1.").arg(value);
    case Kind::HostsKernel:
        return Tr::tr("It boots a kernel that was chosen for it on the host.");
    case Kind::SecureBoot:
        return Tr::tr("Its firmware can refuse to boot what is not signed.");
    case Kind::SharedDisk:
        //: %1 names a disk
        return Tr::tr("The disk %1 is handed through as a whole or shared with other VMs.").arg(value);
    case Kind::KeepsSnapshots:
        //: %1 is how many there are
        return Tr::tr("Snapshots of the whole machine are kept: %1.").arg(value);
    case Kind::TransientVm:
        return Tr::tr("It is forgotten when it ends.");
    case Kind::Privileged:
        return Tr::tr("It has all rights on its host, so that only a VM would hold it.");
    case Kind::EngineSocket:
        //: %1 is the path of a socket
        return Tr::tr("It may command the engine of its host through %1.").arg(value);
    case Kind::HostNetwork:
        return Tr::tr("It uses the network of its host.");
    case Kind::WritableVolume:
        //: %1 is a folder inside the container
        return Tr::tr("It writes to a volume at %1.").arg(value);
    case Kind::WritableBind:
        //: %1 is a folder inside the container
        return Tr::tr("It may write to a folder of its host at %1.").arg(value);
    case Kind::NothingWritable:
        return Tr::tr("It can write nothing that stays.");
    case Kind::HealthCheck:
        //: %1 is the engine's word, as "healthy"
        return Tr::tr("It has a health check, which says “%1”.").arg(value);
    case Kind::RestartedByEngine:
        //: %1 is the engine's word, as "always"
        return Tr::tr("The engine starts it again when it ends (“%1”).").arg(value);
    case Kind::PublishesPorts:
        //: %1 lists ports
        return Tr::tr("It serves others at %1.").arg(value);
    case Kind::BelongsToPod:
        //: %1 names a pod
        return Tr::tr("It belongs to the pod %1.").arg(value);
    case Kind::LoadSwings:
        //: %1 is two figures, as "3 % / 12 %"
        return Tr::tr("Its load swings: mean and 95th percentile are %1 of its host.").arg(value);
    case Kind::LoadIsSteady:
        //: %1 is two figures, as "3 % / 4 %"
        return Tr::tr("Its load is steady: mean and 95th percentile are %1 of its host.").arg(value);
    }
    return {};
}

QString placeText(const WorkloadFact &fact)
{
    const QString path = plainText(fact.path, 200);
    switch (fact.place) {
    case WorkloadFact::Place::Inventory:
        //: %1 is what identifies a VM or container
        return Tr::tr("inventory, %1").arg(path);
    case WorkloadFact::Place::DomainXml:
        //: %1 is a place in there
        return Tr::tr("domain XML, %1").arg(path);
    case WorkloadFact::Place::Inspect:
        //: %1 is a place in what a container engine answers to "inspect"
        return Tr::tr("inspect, %1").arg(path);
    case WorkloadFact::Place::History:
        //: %1 names a metric
        return Tr::tr("history of the last day, %1").arg(path);
    }
    return {};
}

} // namespace stratadeck
