// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alert/alertstate.h"

#include <QStringList>

namespace stratadeck {

/// A line of the alert log: what has become of an incident.
struct AlertLogEntry {
    TimePoint at{};
    std::optional<int> incident;
    QString who;  ///< empty: the program itself
    QString what; ///< a word: "fired", "acked", "silenced"
    QString text;

    bool operator==(const AlertLogEntry &) const = default;
};

/// What happened to an alert between two looks at it, as words of the log, in the order in which it would have
/// happened. `before` is null when it was not known.
QStringList transitionsOf(const AlertState *before, const AlertState &now);

} // namespace stratadeck
