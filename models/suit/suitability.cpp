// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/suit/suitability.h"

#include <algorithm>

namespace stratadeck {

namespace {

using Known = std::array<std::optional<bool>, kWorkloadTopics>;
using Fits = std::array<Fit, kSuitScenarios>;

const std::optional<bool> &at(const Known &known, WorkloadTopic topic)
{
    return known[static_cast<std::size_t>(topic)];
}

Fit fitOf(SuitScenario scenario, const Known &known)
{
    const auto defining = definingTopics(scenario);
    const auto blocking = blockingTopics(scenario);
    const auto isYes = [&](WorkloadTopic topic) { return at(known, topic) == true; };
    const auto isOpen = [&](WorkloadTopic topic) { return !at(known, topic); };
    if (std::ranges::any_of(blocking, isYes))
        return Fit::DoesNotFit;
    const bool isMet = std::ranges::any_of(
        defining, [&](const TopicRule &rule) { return at(known, rule.topic) == rule.wanted; });
    if (isMet)
        return std::ranges::any_of(blocking, isOpen) ? Fit::Unknown : Fit::Fits;
    return std::ranges::any_of(defining, isOpen, &TopicRule::topic) ? Fit::Unknown : Fit::DoesNotFit;
}

Fits fitsOf(const Known &known)
{
    Fits fits{};
    for (std::size_t i = 0; i < kSuitScenarios; ++i)
        fits[i] = fitOf(static_cast<SuitScenario>(i), known);
    return fits;
}

struct Advice {
    Placement placement = Placement::Undecided;
    PlacementReason reason = PlacementReason::NotEnoughKnown;
};

Advice adviceOf(const Known &known)
{
    const Fits fits = fitsOf(known);
    const auto eitherIs = [&](SuitScenario a, SuitScenario b) {
        return fits[static_cast<std::size_t>(a)] == Fit::Fits || fits[static_cast<std::size_t>(b)] == Fit::Fits;
    };
    const auto neitherIs = [&](SuitScenario a, SuitScenario b) {
        return fits[static_cast<std::size_t>(a)] == Fit::DoesNotFit
               && fits[static_cast<std::size_t>(b)] == Fit::DoesNotFit;
    };
    const bool isMachine = eitherIs(SuitScenario::HighSecurity, SuitScenario::Legacy);
    const bool isNoMachine = neitherIs(SuitScenario::HighSecurity, SuitScenario::Legacy);
    const bool isContainer = eitherIs(SuitScenario::CloudNative, SuitScenario::Modern);
    const bool isNoContainer = neitherIs(SuitScenario::CloudNative, SuitScenario::Modern);
    const bool isBlocked = std::ranges::any_of(blockingTopics(SuitScenario::CloudNative),
                                               [&](WorkloadTopic topic) { return at(known, topic) == true; });
    if (isBlocked)
        return {Placement::Vm, PlacementReason::CannotBeContainer};
    if (isMachine && isContainer)
        return {Placement::ContainerInVm, PlacementReason::IsolationAndAgility};
    if (isMachine)
        return isNoContainer ? Advice{Placement::Vm, PlacementReason::OnlyMachine}
                             : Advice{Placement::Undecided, PlacementReason::ContainersOpen};
    if (isContainer)
        return isNoMachine ? Advice{Placement::Container, PlacementReason::OnlyContainer}
                           : Advice{Placement::Undecided, PlacementReason::MachineOpen};
    return {Placement::Undecided,
            isNoMachine && isNoContainer ? PlacementReason::NoScenario : PlacementReason::NotEnoughKnown};
}

TopicState stateOf(WorkloadTopic topic, const QString &workload, const std::vector<WorkloadFact> &facts,
                   const std::vector<WorkloadAnswer> &answers)
{
    TopicState state;
    bool saysYes = false;
    bool saysNo = false;
    const auto take = [&](bool isYes) { (isYes ? saysYes : saysNo) = true; };
    if (const WorkloadAnswer *answer = answerTo(answers, workload, topic)) {
        state.answer = *answer;
        take(answer->isYes);
    }
    for (const WorkloadFact &fact : facts) {
        for (const TopicFinding &finding : findingsOf(fact.kind)) {
            if (finding.topic != topic)
                continue;
            state.facts.push_back(fact);
            take(finding.isYes);
        }
    }
    state.isContradicted = saysYes && saysNo;
    if (saysYes != saysNo)
        state.isYes = saysYes;
    return state;
}

/// What is known of the topic as arguments: for the scenario where the answer is the one it asks for.
void addArguments(const TopicState &state, WorkloadTopic topic, bool wanted, ScenarioResult &result)
{
    if (state.answer)
        result.arguments.push_back({state.answer->isYes == wanted, true, state.answer, {}});
    for (const WorkloadFact &fact : state.facts) {
        for (const TopicFinding &finding : findingsOf(fact.kind)) {
            if (finding.topic == topic)
                result.arguments.push_back({finding.isYes == wanted, true, {}, fact});
        }
    }
}

ScenarioResult resultOf(SuitScenario scenario, const Suitability &suitability, const Known &known,
                        const std::vector<WorkloadFact> &facts)
{
    ScenarioResult result;
    result.fit = fitOf(scenario, known);
    const auto add = [&](WorkloadTopic topic, bool wanted) {
        addArguments(suitability.topic(topic), topic, wanted, result);
        if (result.fit == Fit::Unknown && !at(known, topic))
            result.open.push_back(topic);
    };
    for (const TopicRule &rule : definingTopics(scenario))
        add(rule.topic, rule.wanted);
    for (const WorkloadTopic topic : blockingTopics(scenario))
        add(topic, false);
    for (const WorkloadFact &fact : facts) {
        if (const std::optional<bool> isFor = hintOf(fact.kind, scenario))
            result.arguments.push_back({*isFor, false, {}, fact});
    }
    return result;
}

std::vector<SettlingTopic> settlingOf(const Known &known)
{
    std::vector<SettlingTopic> settling;
    for (std::size_t i = 0; i < kWorkloadTopics; ++i) {
        if (known[i])
            continue;
        const auto with = [&](bool isYes) {
            Known then = known;
            then[i] = isYes;
            return adviceOf(then).placement;
        };
        settling.push_back({static_cast<WorkloadTopic>(i), with(true), with(false)});
    }
    std::ranges::stable_partition(settling, [](const SettlingTopic &each) {
        return each.ifYes != Placement::Undecided || each.ifNo != Placement::Undecided;
    });
    return settling;
}

} // namespace

Suitability suitabilityOf(const QString &workload, const std::vector<WorkloadFact> &facts,
                          const std::vector<WorkloadAnswer> &answers)
{
    Suitability suitability;
    Known known;
    for (std::size_t i = 0; i < kWorkloadTopics; ++i) {
        suitability.topics[i] = stateOf(static_cast<WorkloadTopic>(i), workload, facts, answers);
        known[i] = suitability.topics[i].isYes;
    }
    for (std::size_t i = 0; i < kSuitScenarios; ++i)
        suitability.scenarios[i] = resultOf(static_cast<SuitScenario>(i), suitability, known, facts);
    const Advice advice = adviceOf(known);
    suitability.placement = advice.placement;
    suitability.reason = advice.reason;
    if (advice.placement == Placement::Undecided)
        suitability.settling = settlingOf(known);
    return suitability;
}

} // namespace stratadeck
