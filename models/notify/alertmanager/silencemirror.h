// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alert/suppression.h"
#include "models/notify/alertmanager/amapi.h"

#include <variant>

namespace stratadeck {

/// Shows an Alertmanager what is silenced, planned and held here: for each window a silence there with the same
/// labels and times. A window that comes back weekly has one while it covers, and one without an end a silence
/// of a day that is made longer. A mark in the comment tells ours from others, so that another run of the
/// program goes on with them. One thread.
class SilenceMirror
{
public:
    struct End {
        QString id;
    };
    using Step = std::variant<ForeignSilence, End>;

    void setWindows(std::vector<Window> windows) { m_windows = std::move(windows); }
    /// What is there; before the first answer nothing is due.
    void setThere(const std::vector<ForeignSilence> &silences);

    /// What to do there, and not to be asked for again within `kPatience` unless the answer is known before.
    std::vector<Step> due(TimePoint now);
    static constexpr Milliseconds kPatience{30'000};

private:
    struct Wish {
        ForeignSilence silence; ///< without an id
        bool isOpenEnded = false;
    };
    std::map<QString, Wish> wishes(TimePoint now) const;
    bool isKnown(const QString &key) const;
    bool mayAsk(const QString &key, TimePoint now);

    std::vector<Window> m_windows;
    std::optional<std::map<QString, ForeignSilence>> m_there; ///< by key
    std::map<QString, TimePoint> m_asked;                     ///< by key
};

} // namespace stratadeck
