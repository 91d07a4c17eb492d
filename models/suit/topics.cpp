// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/suit/topics.h"

#include <algorithm>

namespace stratadeck {

namespace {

using Kind = WorkloadFact::Kind;
using Topic = WorkloadTopic;

constexpr std::array kHighSecurity{TopicRule{Topic::DistrustingTenants}, TopicRule{Topic::SensitiveData},
                                   TopicRule{Topic::HardwareIsolation}};
constexpr std::array kLegacy{TopicRule{Topic::OtherKernel}, TopicRule{Topic::CannotBePacked},
                             TopicRule{Topic::GraphicalDesktop}, TopicRule{Topic::WholeMachine}};
constexpr std::array kCloudNative{TopicRule{Topic::ScalesInSeconds}, TopicRule{Topic::ManyShortLived},
                                  TopicRule{Topic::FrequentReleases}};
constexpr std::array kModern{TopicRule{Topic::ExternalConfig}, TopicRule{Topic::LocalState, false},
                             TopicRule{Topic::SmallServices}, TopicRule{Topic::DataPipeline}};
constexpr std::array kNotInContainers{Topic::OtherKernel, Topic::CannotBePacked, Topic::GraphicalDesktop};

struct Finding {
    Kind kind;
    TopicFinding finding;
};
constexpr std::array kFindings{
    Finding{Kind::RunsAsContainer, {Topic::OtherKernel, false}},
    Finding{Kind::RunsAsContainer, {Topic::CannotBePacked, false}},
    Finding{Kind::RunsAsContainer, {Topic::GraphicalDesktop, false}}, // it has no screen of its own
    Finding{Kind::OtherSystem, {Topic::OtherKernel, true}},
    Finding{Kind::WritableVolume, {Topic::LocalState, true}},
    Finding{Kind::NothingWritable, {Topic::LocalState, false}},
};

struct Hint {
    Kind kind;
    SuitScenario scenario;
    bool isFor;
};
// All rights on the host, or command of its engine, speak for the boundary of a VM around a container.
constexpr std::array kHints{
    Hint{Kind::SecureBoot, SuitScenario::HighSecurity, true},
    Hint{Kind::Privileged, SuitScenario::HighSecurity, true},
    Hint{Kind::EngineSocket, SuitScenario::HighSecurity, true},
    Hint{Kind::HostsKernel, SuitScenario::Legacy, true},
    Hint{Kind::SharedDisk, SuitScenario::Legacy, true},
    Hint{Kind::KeepsSnapshots, SuitScenario::Legacy, true},
    Hint{Kind::LinuxSystem, SuitScenario::Legacy, false},
    Hint{Kind::TransientVm, SuitScenario::CloudNative, true},
    Hint{Kind::Privileged, SuitScenario::CloudNative, false},
    Hint{Kind::HostNetwork, SuitScenario::CloudNative, false},
    Hint{Kind::HealthCheck, SuitScenario::CloudNative, true},
    Hint{Kind::RestartedByEngine, SuitScenario::CloudNative, true},
    Hint{Kind::BelongsToPod, SuitScenario::CloudNative, true},
    Hint{Kind::LoadSwings, SuitScenario::CloudNative, true},
    Hint{Kind::LoadIsSteady, SuitScenario::CloudNative, false},
    Hint{Kind::WritableVolume, SuitScenario::CloudNative, false},
    Hint{Kind::PublishesPorts, SuitScenario::Modern, true},
    Hint{Kind::WritableBind, SuitScenario::Modern, false},
    Hint{Kind::EngineSocket, SuitScenario::Modern, false},
};

} // namespace

std::span<const TopicRule> definingTopics(SuitScenario scenario)
{
    switch (scenario) {
    case SuitScenario::HighSecurity:
        return kHighSecurity;
    case SuitScenario::Legacy:
        return kLegacy;
    case SuitScenario::CloudNative:
        return kCloudNative;
    case SuitScenario::Modern:
        break;
    }
    return kModern;
}

std::span<const WorkloadTopic> blockingTopics(SuitScenario scenario)
{
    if (scenario == SuitScenario::CloudNative || scenario == SuitScenario::Modern)
        return kNotInContainers;
    return {};
}

std::vector<TopicFinding> findingsOf(WorkloadFact::Kind kind)
{
    std::vector<TopicFinding> findings;
    for (const Finding &each : kFindings) {
        if (each.kind == kind)
            findings.push_back(each.finding);
    }
    return findings;
}

std::optional<bool> hintOf(WorkloadFact::Kind kind, SuitScenario scenario)
{
    const auto found = std::ranges::find_if(
        kHints, [&](const Hint &hint) { return hint.kind == kind && hint.scenario == scenario; });
    return found == kHints.end() ? std::nullopt : std::optional(found->isFor);
}

} // namespace stratadeck
