// SPDX-FileCopyrightText: The Stratadeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/timerange.h"

#include <QString>
#include <optional>

namespace stratadeck {

/// How bad it is, and so how soon somebody has to respond. Lower is worse.
enum class Severity : quint8 {
    P0 = 0, ///< unavailable: at once
    P1 = 1, ///< a core function is affected: 1 h
    P2 = 2, ///< something else is: 4 h
    P3 = 3, ///< performance: 24 h
};

/// Within which time somebody should respond after it fired.
Milliseconds respondTarget(Severity severity);

/// "P0" and so on.
QString toWord(Severity severity);
std::optional<Severity> severityOf(const QString &word);

constexpr bool isWorse(Severity a, Severity b)
{
    return a < b;
}

} // namespace stratadeck
