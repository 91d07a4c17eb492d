// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace stratadeck {

/// Where a container wrote it. A terminal mixes both streams.
enum class LogOrigin : quint8 { Output, Error, Terminal };

/// One line of a container's log: plain text without escape sequences and control characters but tabs.
struct LogLine {
    qint64 at = 0; ///< nanoseconds since 1970 by the engine's clock; 0 unknown
    LogOrigin origin = LogOrigin::Output;
    qint64 cut = 0; ///< bytes that were left out at its end
    QString text;

    bool operator==(const LogLine &) const = default;
};

} // namespace stratadeck
