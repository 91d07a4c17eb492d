// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alert/labels.h"
#include "models/base/timerange.h"

#include <QStringList>
#include <functional>
#include <optional>
#include <span>

namespace stratadeck {

enum class NoticeReason : quint8 {
    First,
    NewAlerts,
    SomeResolved,
    AllResolved,
    Repeat,
    AckExpired,
    Escalated,
    SilenceExpired,
    InhibitionEnded,
    MaintenanceEnded,
    FlappingStart,
    FlappingEnd,
    Firing,
    Resolved,
    ResolvedWasSilenced,
};
QString toWord(NoticeReason reason);

/// What somebody is told.
struct Notice {
    TimePoint at{};
    NoticeReason reason{};
    Labels group;
    std::vector<Labels> firing;
    std::vector<Labels> resolved;
};

/// How an alert stands for those who are told: all that a group has to know of it.
struct NoticeState {
    const Labels *labels = nullptr;
    bool isFiring = false;
    bool isMuted = false;
    bool *isTold = nullptr; ///< somebody was told that it fires, and not yet that it is resolved
};

struct GroupTiming {
    QStringList groupBy{QStringLiteral("alertname")}; ///< "..." groups by all labels
    Milliseconds wait{30'000};                        ///< before the first notice of a group
    Milliseconds interval{300'000};                   ///< between later ones
    Milliseconds repeat{14'400'000};                  ///< after which it is told again that nothing has changed
};

/// When a group's next notice is due, and when its last was.
struct GroupTimer {
    Labels group;
    std::optional<TimePoint> flushAt; ///< while it has alerts
    std::optional<TimePoint> toldAt;

    bool operator==(const GroupTimer &) const = default;
};

/// Puts alerts that belong together into one notice, in the manner of Alertmanager; but silenced alerts keep
/// the notice of their end, which Alertmanager loses.
class NoticeGroups
{
public:
    explicit NoticeGroups(GroupTiming timing)
        : m_timing(std::move(timing))
    {
    }

    Labels groupOf(const Labels &labels) const;
    /// An alert of the group has begun to fire: its timer runs from here unless it does already.
    void open(const Labels &group, TimePoint now);
    /// Somebody was told at once of an alert of the group, past its timer.
    void noteTold(const Labels &group, TimePoint now);
    /// `first` when nobody is waiting for the end of an alert of the group.
    static NoticeReason reasonForNew(std::span<const NoticeState> states);

    /// The alerts of a group.
    using StatesOf = std::function<std::vector<NoticeState>(const Labels &group)>;
    /// Runs the timers that are due at `now`.
    void flush(TimePoint now, const StatesOf &statesOf, std::vector<Notice> &notices);
    std::optional<TimePoint> nextFlush(TimePoint now) const;

    std::vector<GroupTimer> timers() const;
    void restore(const std::vector<GroupTimer> &timers);
    void setClockBack(Milliseconds step);

private:
    using Group = GroupTimer;
    std::optional<Notice> noticeOf(const Labels &key, Group &group, TimePoint now,
                                   std::span<const NoticeState> states) const;

    GroupTiming m_timing;
    std::map<Labels, Group> m_groups;
};

} // namespace stratadeck
