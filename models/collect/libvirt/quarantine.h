// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/timerange.h"

#include <QHash>
#include <QUuid>
#include <optional>
#include <vector>

namespace stratadeck {

/// What virDomainGetControlInfo says of a domain's monitor.
struct DomainControl {
    enum class State : quint8 {
        Free,     ///< answers, or nobody asks, or only a background job runs
        Occupied, ///< a command has been waiting for `since`
        Broken,   ///< the monitor cannot be used any more
    };
    QUuid uuid;
    State state = State::Free;
    Milliseconds since{0};
};

/// Decides which guests may be asked for figures that need their monitor. A stuck guest must cost the
/// others nothing, be named soon, and come back by itself. Pure logic; times are the caller's.
class Quarantine
{
public:
    /// A monitor command older than `slow` makes a suspect that is not asked any more; one older than
    /// `named` is a problem to show.
    Quarantine(Milliseconds slow, Milliseconds named);

    void report(const DomainControl &control, TimePoint wall, Ticks now);

    /// A full answer came from the guest's monitor: all is forgiven.
    void answered(const QUuid &uuid);

    /// Not asked for a while although nothing is known against them: a call that contained them hung
    /// and the culprit could not be told.
    void bench(const std::vector<QUuid> &uuids, TimePoint wall, Ticks now);

    void forget(const QUuid &uuid) { m_cases.remove(uuid); }

    bool mayAsk(const QUuid &uuid, Ticks now) const;

    /// Since when the guest's monitor does not answer; empty while that is not certain.
    std::optional<TimePoint> notAnsweringSince(const QUuid &uuid) const;

    /// Since when the guest gives no figures for a reason that is not known.
    std::optional<TimePoint> benchedSince(const QUuid &uuid) const;

    /// Whose control state must be looked at in each sweep.
    std::vector<QUuid> watched() const;

private:
    struct Case {
        bool suspect = false;
        bool benched = false;
        std::optional<TimePoint> named; // when the monitor stopped to answer
        TimePoint benchedAt{};
        Ticks holdUntil{0};
        int releases = 0;
    };

    Milliseconds m_slow;
    Milliseconds m_named;
    QHash<QUuid, Case> m_cases;
};

} // namespace stratadeck
