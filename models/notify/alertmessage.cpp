// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/notify/alertmessage.h"

#include <algorithm>

namespace stratadeck {

bool NoticeMessage::isFiring() const
{
    return std::ranges::any_of(alerts, &AlertMessage::isFiring);
}

Severity worstOf(const NoticeMessage &notice)
{
    const bool fires = notice.isFiring();
    Severity worst = Severity::P3;
    for (const AlertMessage &alert : notice.alerts) {
        if (alert.isFiring() == fires)
            worst = std::min(worst, alert.severity);
    }
    return worst;
}

Labels withoutEmpty(const Labels &labels)
{
    Labels kept = labels;
    std::erase_if(kept, [](const auto &label) { return label.second.isEmpty(); });
    return kept;
}

} // namespace stratadeck
