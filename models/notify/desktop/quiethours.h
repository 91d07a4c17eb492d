// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTime>

namespace stratadeck {

/// A time of day in which P2 and P3 make no sound; it may reach over midnight. From `from` on, until before
/// `to`; with both the same there is none.
struct QuietHours {
    QTime from{0, 0};
    QTime to{0, 0};

    bool operator==(const QuietHours &) const = default;
    bool contains(QTime time) const
    {
        if (from <= to)
            return from <= time && time < to;
        return time >= from || time < to;
    }
};

} // namespace stratadeck
