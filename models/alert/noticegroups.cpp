// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alert/noticegroups.h"

#include <algorithm>
#include <array>

namespace stratadeck {

using namespace Qt::StringLiterals;

QString toWord(NoticeReason reason)
{
    constexpr std::array kWords{"first"_L1,
                                "new_alerts"_L1,
                                "some_resolved"_L1,
                                "all_resolved"_L1,
                                "repeat"_L1,
                                "ack_expired"_L1,
                                "escalated"_L1,
                                "silence_expired"_L1,
                                "inhibition_ended"_L1,
                                "maintenance_ended"_L1,
                                "flapping_start"_L1,
                                "flapping_end"_L1,
                                "firing"_L1,
                                "resolved"_L1,
                                "resolved_was_silenced"_L1};
    return kWords.at(static_cast<std::size_t>(reason));
}

Labels NoticeGroups::groupOf(const Labels &labels) const
{
    if (m_timing.groupBy.contains("..."_L1))
        return labels;
    Labels group;
    for (const auto &[name, value] : labels) {
        if (m_timing.groupBy.contains(name))
            group.emplace(name, value);
    }
    return group;
}

void NoticeGroups::open(const Labels &group, TimePoint now)
{
    Group &entry = m_groups.try_emplace(group, Group{group, {}, {}}).first->second;
    if (!entry.flushAt)
        entry.flushAt = now + m_timing.wait;
}

void NoticeGroups::noteTold(const Labels &group, TimePoint now)
{
    Group &entry = m_groups.try_emplace(group, Group{group, {}, {}}).first->second;
    if (!entry.toldAt)
        entry.toldAt = now;
}

NoticeReason NoticeGroups::reasonForNew(std::span<const NoticeState> states)
{
    const bool anyTold = std::ranges::any_of(states, [](const NoticeState &state) { return *state.isTold; });
    return anyTold ? NoticeReason::NewAlerts : NoticeReason::First;
}

std::optional<Notice> NoticeGroups::noticeOf(const Labels &key, Group &group, TimePoint now,
                                             std::span<const NoticeState> states) const
{
    Notice notice{now, NoticeReason::Repeat, key, {}, {}};
    bool anyNew = false;
    bool anyStillTold = false;
    for (const NoticeState &state : states) {
        if (state.isFiring && !state.isMuted)
            notice.firing.push_back(*state.labels);
        if (!state.isFiring && !state.isMuted && *state.isTold)
            notice.resolved.push_back(*state.labels);
        else
            anyStillTold = anyStillTold || *state.isTold;
        anyNew = anyNew || (state.isFiring && !state.isMuted && !*state.isTold);
    }
    const bool isRepeat = !notice.firing.empty() && group.toldAt && now - *group.toldAt > m_timing.repeat;
    if (anyNew)
        notice.reason = reasonForNew(states);
    else if (!notice.resolved.empty())
        notice.reason = anyStillTold ? NoticeReason::SomeResolved : NoticeReason::AllResolved;
    else if (!isRepeat)
        return {};
    return notice;
}

void NoticeGroups::flush(TimePoint now, const StatesOf &statesOf, std::vector<Notice> &notices)
{
    for (auto &[key, group] : m_groups) {
        if (!group.flushAt || *group.flushAt > now)
            continue;
        const std::vector<NoticeState> states = statesOf(key);
        if (std::optional<Notice> notice = noticeOf(key, group, now, states)) {
            group.toldAt = now;
            for (const NoticeState &state : states) {
                if (!state.isMuted)
                    *state.isTold = state.isFiring;
            }
            notices.push_back(std::move(*notice));
        }
        const bool anyFires = std::ranges::any_of(states, &NoticeState::isFiring);
        group.flushAt = anyFires ? std::optional(now + m_timing.interval) : std::nullopt;
    }
}

std::optional<TimePoint> NoticeGroups::nextFlush(TimePoint now) const
{
    std::optional<TimePoint> next;
    for (const auto &[key, group] : m_groups) {
        if (group.flushAt && *group.flushAt > now && (!next || *group.flushAt < *next))
            next = group.flushAt;
    }
    return next;
}

std::vector<GroupTimer> NoticeGroups::timers() const
{
    std::vector<GroupTimer> all;
    for (const auto &[key, group] : m_groups)
        all.push_back(group);
    return all;
}

void NoticeGroups::restore(const std::vector<GroupTimer> &timers)
{
    for (const GroupTimer &timer : timers)
        m_groups.insert_or_assign(timer.group, timer);
}

void NoticeGroups::setClockBack(Milliseconds step)
{
    for (auto &[key, group] : m_groups) {
        if (group.flushAt)
            *group.flushAt -= step;
        if (group.toldAt)
            *group.toldAt -= step;
    }
}

} // namespace stratadeck
