// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/suit/topics.h"

namespace stratadeck {

enum class Fit : quint8 { Unknown, Fits, DoesNotFit };

/// What is known of a topic: by an answer, by facts, or not at all.
struct TopicState {
    std::optional<bool> isYes; ///< none: not known, or answer and facts contradict each other
    bool isContradicted = false;
    std::optional<WorkloadAnswer> answer;
    std::vector<WorkloadFact> facts; ///< those that say something of it
};

/// Something that speaks for or against a scenario: either of the two is set.
struct SuitArgument {
    bool isFor = true;
    bool isDeciding = false; ///< else it is only a hint
    std::optional<WorkloadAnswer> answer;
    std::optional<WorkloadFact> fact;
};

struct ScenarioResult {
    Fit fit = Fit::Unknown;
    std::vector<SuitArgument> arguments;
    std::vector<WorkloadTopic> open; ///< of an unknown one: what is not known of it
};

/// Where a workload belongs, with the layers of section 1.3.1: machines below, containers in them.
enum class Placement : quint8 { Undecided, Vm, Container, ContainerInVm };

enum class PlacementReason : quint8 {
    NotEnoughKnown,
    ContainersOpen,     ///< a VM is right; whether with containers in it is not known
    MachineOpen,        ///< containers are right; whether they need a VM around them is not known
    NoScenario,         ///< none of the four describes it
    CannotBeContainer,  ///< something rules containers out
    OnlyMachine,        ///< it belongs to scenarios of VMs only
    OnlyContainer,      ///< it belongs to scenarios of containers only
    IsolationAndAgility ///< it belongs to both kinds
};

/// What the recommendation would be with the answer.
struct SettlingTopic {
    WorkloadTopic topic = WorkloadTopic::OtherKernel;
    Placement ifYes = Placement::Undecided;
    Placement ifNo = Placement::Undecided;
};

struct Suitability {
    std::array<TopicState, kWorkloadTopics> topics;
    std::array<ScenarioResult, kSuitScenarios> scenarios;
    Placement placement = Placement::Undecided;
    PlacementReason reason = PlacementReason::NotEnoughKnown;
    /// While undecided: everything open, with what decides alone first.
    std::vector<SettlingTopic> settling;

    const TopicState &topic(WorkloadTopic topic) const { return topics[static_cast<std::size_t>(topic)]; }
    const ScenarioResult &scenario(SuitScenario scenario) const
    {
        return scenarios[static_cast<std::size_t>(scenario)];
    }
};

/// Judges a workload by what was read of it and what people answered. What is not known stays unknown: it rules
/// nothing out and makes nothing fit. `answers` may hold those of other workloads. Pure.
Suitability suitabilityOf(const QString &workload, const std::vector<WorkloadFact> &facts,
                          const std::vector<WorkloadAnswer> &answers);

} // namespace stratadeck
