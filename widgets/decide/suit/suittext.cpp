// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/decide/suit/suittext.h"

#include <QCoreApplication>

namespace stratadeck {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Suitability)
};

} // namespace

QString questionText(WorkloadTopic topic)
{
    switch (topic) {
    case WorkloadTopic::OtherKernel:
        return Tr::tr("Does it need a kernel of its own, or another system than Linux?");
    case WorkloadTopic::CannotBePacked:
        return Tr::tr("Is it old software that cannot be packed into an image?");
    case WorkloadTopic::GraphicalDesktop:
        return Tr::tr("Do people work at a graphical desktop inside it?");
    case WorkloadTopic::WholeMachine:
        return Tr::tr("Must it be restored or moved as a whole machine?");
    case WorkloadTopic::DistrustingTenants:
        return Tr::tr("Does it serve tenants who do not trust each other?");
    case WorkloadTopic::SensitiveData:
        return Tr::tr("Is it a core system, or does it hold data that must not leak?");
    case WorkloadTopic::HardwareIsolation:
        return Tr::tr("Do rules that apply to it ask for isolation by hardware?");
    case WorkloadTopic::LocalState:
        return Tr::tr("Does it keep state on its local disk?");
    case WorkloadTopic::ScalesInSeconds:
        return Tr::tr("Must it grow and shrink within seconds?");
    case WorkloadTopic::ManyShortLived:
        return Tr::tr("Does it run as many instances that live for a short time?");
    case WorkloadTopic::FrequentReleases:
        return Tr::tr("Is it released often, by a pipeline?");
    case WorkloadTopic::ExternalConfig:
        return Tr::tr("Does it get its configuration from outside, as twelve-factor software does?");
    case WorkloadTopic::SmallServices:
        return Tr::tr("Is it made of small services with interfaces?");
    case WorkloadTopic::DataPipeline:
        return Tr::tr("Does it process data in batches or streams?");
    }
    return {};
}

QString answerText(const std::optional<bool> &isYes)
{
    if (!isYes)
        return Tr::tr("not answered");
    return *isYes ? Tr::tr("yes") : Tr::tr("no");
}

QString scenarioText(SuitScenario scenario)
{
    switch (scenario) {
    case SuitScenario::HighSecurity:
        return Tr::tr("High security");
    case SuitScenario::Legacy:
        return Tr::tr("Legacy");
    case SuitScenario::CloudNative:
        return Tr::tr("Cloud native");
    case SuitScenario::Modern:
        return Tr::tr("Modern application");
    }
    return {};
}

QString fitText(Fit fit)
{
    switch (fit) {
    case Fit::Unknown:
        return Tr::tr("unknown");
    case Fit::Fits:
        return Tr::tr("fits");
    case Fit::DoesNotFit:
        return Tr::tr("does not fit");
    }
    return {};
}

QString placementText(Placement placement)
{
    switch (placement) {
    case Placement::Undecided:
        return Tr::tr("undecided");
    case Placement::Vm:
        return Tr::tr("VM");
    case Placement::Container:
        return Tr::tr("container");
    case Placement::ContainerInVm:
        return Tr::tr("container inside a VM");
    }
    return {};
}

QString reasonText(PlacementReason reason)
{
    switch (reason) {
    case PlacementReason::NotEnoughKnown:
        return Tr::tr("Too little is known of it to recommend anything.");
    case PlacementReason::ContainersOpen:
        return Tr::tr("It needs a VM; whether containers in that VM suit it is not known yet.");
    case PlacementReason::MachineOpen:
        return Tr::tr("Containers suit it; whether they need a VM around them is not known yet.");
    case PlacementReason::NoScenario:
        return Tr::tr("None of the four scenarios of the analysis describes it (sections 1.2.1 and 1.2.2).");
    case PlacementReason::CannotBeContainer:
        return Tr::tr("Something it needs cannot be had in a container, so it belongs into a VM "
                      "(analysis, section 1.2.1).");
    case PlacementReason::OnlyMachine:
        return Tr::tr("Only scenarios in which VMs are at home describe it (analysis, section 1.2.1).");
    case PlacementReason::OnlyContainer:
        return Tr::tr("Only scenarios in which containers are at home describe it, and nothing asks for the "
                      "isolation of a VM (analysis, section 1.2.2).");
    case PlacementReason::IsolationAndAgility:
        return Tr::tr("It needs what a VM gives and what containers give: the platform is virtualised, the "
                      "application runs in containers on it (analysis, section 1.3.1).");
    }
    return {};
}

} // namespace stratadeck
