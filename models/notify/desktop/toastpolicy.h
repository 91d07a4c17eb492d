// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/notify/alertmessage.h"
#include "models/notify/desktop/quiethours.h"

#include <QHash>
#include <QTimeZone>
#include <array>
#include <deque>
#include <variant>

namespace stratadeck {

struct ToastSettings {
    QuietHours quiet;
    QTimeZone zone = QTimeZone::systemTimeZone();       ///< of the quiet hours
    Severity least = Severity::P3;                      ///< what is less severe is not shown
    std::array<bool, 4> sounds{true, true, true, true}; ///< by severity
    std::size_t burst = 5; ///< more new ones than this within `burstSpan` become one summary
    Milliseconds burstSpan{10'000};
    Milliseconds repeatSound{60'000}; ///< of a P0 that nobody has acknowledged
};

/// A notification for one incident, in the place of the one that it has on the screen.
struct ShowToast {
    AlertMessage alert;
    bool hasSound = false;
};
/// One notification in the place of many.
struct ShowSummary {
    int count = 0; ///< incidents it stands for
    Severity worst = Severity::P3;
    bool hasSound = false;
};
struct CloseToast {
    int incident = 0;
};
struct CloseSummary {
};
using ToastStep = std::variant<ShowToast, ShowSummary, CloseToast, CloseSummary>;

/// Decides what a notification server is asked to show: one toast an incident, a summary when too many come at
/// once, no sound for P2 and P3 in quiet hours, a sound every minute for a P0 that nobody has acknowledged.
/// Knows no clock but what it is given. One thread.
class ToastPolicy
{
public:
    explicit ToastPolicy(ToastSettings settings)
        : m_settings(std::move(settings))
    {
    }

    void setSettings(ToastSettings settings) { m_settings = std::move(settings); }

    std::vector<ToastStep> judge(const NoticeMessage &notice, TimePoint now);
    /// Somebody has it: its toast goes, and it makes no more sound.
    std::vector<ToastStep> acknowledged(int incident);
    /// Sounds that are due at `now`.
    std::vector<ToastStep> repeats(TimePoint now);
    std::optional<TimePoint> nextRepeat() const;

    /// Severity and time decide, not what the toast says.
    bool hasSound(Severity severity, TimePoint now) const;

private:
    struct Known {
        AlertMessage alert;
        bool isSummarised = false;
        std::optional<TimePoint> soundAt; ///< when its sound is due again
    };
    void show(const AlertMessage &alert, TimePoint now, std::vector<ToastStep> &steps);
    bool isBurst(TimePoint now);
    void closed(QHash<int, Known>::iterator known, std::vector<ToastStep> &steps);
    /// After one has left the summary.
    void summariseRest(std::vector<ToastStep> &steps) const;
    ShowSummary summary(bool hasSound) const;

    ToastSettings m_settings;
    QHash<int, Known> m_known;    ///< by incident; what fires and was told
    std::deque<TimePoint> m_news; ///< when incidents were new, within the last `burstSpan`
};

} // namespace stratadeck
