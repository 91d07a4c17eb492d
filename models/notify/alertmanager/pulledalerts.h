// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/notify/alertmanager/amapi.h"

namespace stratadeck {

/// What one answer of an Alertmanager says that is new.
struct PulledChanges {
    std::vector<PulledAlert> fired;   ///< not known before
    std::vector<PulledAlert> changed; ///< suppressed otherwise, or with other annotations
    std::vector<PulledAlert> gone;    ///< no longer there: resolved, for the reason "gone"

    bool isEmpty() const { return fired.empty() && changed.empty() && gone.empty(); }
};

/// The alerts of one Alertmanager as last pulled. An alert has gone when two good answers in a row lack it; an
/// answer that failed changes nothing but isStale(). One thread.
class PulledAlerts
{
public:
    PulledChanges take(const std::vector<PulledAlert> &alerts);
    void failed() { m_isStale = true; }

    /// The last pull failed: what is known may no longer be so.
    bool isStale() const { return m_isStale; }
    std::vector<PulledAlert> alerts() const;

private:
    struct Known {
        PulledAlert alert;
        int missing = 0; ///< good answers without it
    };
    std::map<QString, Known> m_known; ///< by fingerprint
    bool m_isStale = false;
};

} // namespace stratadeck
