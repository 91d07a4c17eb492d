// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/incident/alertdesk.h"
#include "models/notify/alertmessage.h"

#include <map>
#include <vector>

namespace stratadeck {

/// What people are told of by a process that only follows: read off the board that the recording process keeps.
/// Whatever was told before the first look is not told again. One thread.
class FollowedNotices
{
public:
    /// What has been told since the last look at the board; each message is of one alert.
    std::vector<NoticeMessage> take(const BoardSnapshot &board);

private:
    struct Known {
        BoardCard card;
        bool isTold = false;
    };
    std::map<QString, Known> m_known; ///< by fingerprint
    bool m_isBegun = false;
};

} // namespace stratadeck
