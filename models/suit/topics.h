// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/assess/workloadanswer.h"
#include "models/suit/workload.h"

#include <array>
#include <optional>
#include <span>

namespace stratadeck {

/// What the analysis calls scenarios: two in which VMs are at home (1.2.1), two in which containers are
/// (1.2.2).
enum class SuitScenario : quint8 { HighSecurity, Legacy, CloudNative, Modern };
inline constexpr std::size_t kSuitScenarios = 4;

/// A topic that decides about a scenario: with `wanted` as its answer it does.
struct TopicRule {
    WorkloadTopic topic;
    bool wanted = true;
};
/// One of these makes the scenario fit, unless something blocks it.
std::span<const TopicRule> definingTopics(SuitScenario scenario);
/// Each of these, answered with yes, rules the scenario out.
std::span<const WorkloadTopic> blockingTopics(SuitScenario scenario);

/// What a fact says of a topic by itself; none for most facts, which are only arguments.
struct TopicFinding {
    WorkloadTopic topic;
    bool isYes = false;
};
std::vector<TopicFinding> findingsOf(WorkloadFact::Kind kind);
/// Whether a fact speaks for the scenario (true) or against it (false) without deciding anything.
std::optional<bool> hintOf(WorkloadFact::Kind kind, SuitScenario scenario);

} // namespace stratadeck
